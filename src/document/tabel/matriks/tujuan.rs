//! Tujuan and sasaran with their indicators, a row an indicator: under each other, or
//! (T-C.25) each merged over the rows that it stands for.

use super::cells::Jenis;
use super::record::{Record, put_indikator};
use super::words::{labelled, numbered};
use crate::model::{Indikator, Located, Renstra};

pub(super) fn records(renstra: &Renstra, satuan_apart: bool) -> Vec<Record<'_>> {
    let mut list = Vec::new();
    for tujuan in &renstra.tujuan {
        let above = labelled("Tujuan", "", &tujuan.uraian.value);
        for mut record in rows(
            Jenis::Tujuan,
            "tujuan",
            &tujuan.uraian,
            &tujuan.indikator,
            satuan_apart,
        ) {
            let nspk: Vec<&str> = tujuan.nspk.iter().map(|nspk| nspk.value.as_str()).collect();
            if let (Some(first), true) = (tujuan.nspk.first(), record.sel.contains_key("tujuan")) {
                record.own("nspk", nspk.join("\n"), first.origin.clone());
            }
            list.push(record);
        }
        for sasaran in &tujuan.sasaran {
            for mut record in rows(
                Jenis::Sasaran,
                "sasaran",
                &sasaran.uraian,
                &sasaran.indikator,
                satuan_apart,
            ) {
                record.induk = vec![above.clone()];
                list.push(record);
            }
        }
    }
    list
}

/// One row an indicator; what has none still takes a row.
fn rows<'a>(
    jenis: Jenis,
    key: &'static str,
    uraian: &'a Located<String>,
    indikator: &'a [Indikator],
    satuan_apart: bool,
) -> Vec<Record<'a>> {
    let count = indikator.len().max(1);
    (0..count)
        .map(|at| {
            let mut record = Record::new(jenis);
            if at == 0 {
                record.located(key, uraian);
                // A goal runs over the column of its objectives, which its row leaves empty.
                if jenis == Jenis::Tujuan {
                    record.until.insert(key, "indikator");
                }
            }
            if let Some(indikator) = indikator.get(at) {
                put_indikator(&mut record, indikator, satuan_apart);
            }
            record
        })
        .collect()
}

/// The rows of T-C.25: a goal over its own indicators and its objectives, an objective
/// over its indicators.
pub(super) fn merged(renstra: &Renstra) -> Vec<Record<'_>> {
    let mut list = Vec::new();
    for (at, tujuan) in renstra.tujuan.iter().enumerate() {
        let begin = list.len();
        let above = labelled("Tujuan", &(at + 1).to_string(), &tujuan.uraian.value);
        put(&mut list, &tujuan.indikator, None, &above);
        for (below, sasaran) in tujuan.sasaran.iter().enumerate() {
            let number = format!("{}.{}", at + 1, below + 1);
            let own = (number, &sasaran.uraian);
            put(&mut list, &sasaran.indikator, Some(&own), &above);
        }
        let height = list.len() - begin;
        let Some(first) = list.get_mut(begin) else {
            continue;
        };
        first.located("tujuan", &tujuan.uraian);
        let named: Vec<&str> = tujuan
            .sasaran_rpjmd
            .iter()
            .map(|s| s.value.as_str())
            .collect();
        if let Some(origin) = tujuan.sasaran_rpjmd.first().map(|named| &named.origin) {
            first.own("sasaran_rpjmd", named.join("\n"), origin.clone());
        }
        for key in ["no", "tujuan", "sasaran_rpjmd"] {
            first.rentang.insert(key, height);
        }
    }
    list
}

/// The rows of a goal itself, or of an objective with its number.
fn put<'a>(
    list: &mut Vec<Record<'a>>,
    indikator: &'a [Indikator],
    sasaran: Option<&(String, &Located<String>)>,
    above: &str,
) {
    let count = indikator.len().max(1);
    for at in 0..count {
        let mut record = Record::new(Jenis::Biasa);
        record.induk = vec![above.to_owned()];
        if let Some((number, uraian)) = sasaran {
            record
                .induk
                .push(labelled("Sasaran", number, &uraian.value));
            if at == 0 {
                let text = numbered(number, &uraian.value);
                record.own("sasaran", text, uraian.origin.clone());
            }
        }
        if at == 0 {
            record.rentang.insert("sasaran", count);
        }
        record.dash.insert("indikator");
        if let Some(indikator) = indikator.get(at) {
            put_indikator(&mut record, indikator, false);
        }
        list.push(record);
    }
}
