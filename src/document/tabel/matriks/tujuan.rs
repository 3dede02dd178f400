//! Tujuan and sasaran with their indicators, a row an indicator.

use std::borrow::Cow;

use super::{Jenis, Record, put_indikator};
use crate::model::{Entry, Indikator, Located, Renstra};

pub(super) fn records(renstra: &Renstra, satuan_apart: bool) -> Vec<Record<'_>> {
    let mut list = Vec::new();
    for tujuan in &renstra.tujuan {
        let above = format!("Tujuan: {}", tujuan.uraian.value);
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
                let value =
                    Located::new(Cow::Borrowed(uraian.value.as_str()), uraian.origin.clone());
                record.sel.insert(key, Entry::Filled(value));
            }
            if let Some(indikator) = indikator.get(at) {
                put_indikator(&mut record, indikator, satuan_apart);
            }
            record
        })
        .collect()
}
