//! T-C.26: bands for visi and misi; tujuan, sasaran and strategi, each merged over the
//! rows that it stands for.

use super::cells::Jenis;
use super::record::Record;
use super::words::{labelled, numbered};
use crate::model::{Located, Renstra, Sasaran, Tujuan};

pub(super) fn records(renstra: &Renstra) -> Vec<Record<'_>> {
    let mut list: Vec<Record<'_>> = Vec::new();
    list.extend(renstra.visi.iter().map(|visi| band("VISI", "", visi)));
    // Goals are numbered through, so that a number means one goal in the whole table.
    let mut number = 0;
    for misi in &renstra.misi {
        // Only the number that was typed: the missions that an agency serves are not the
        // first ones of the RPJMD.
        let nomor = misi.nomor.as_deref().unwrap_or_default();
        list.extend(misi.uraian.iter().map(|misi| band("MISI", nomor, misi)));
        for tujuan in &misi.tujuan {
            number += 1;
            goal(&mut list, tujuan, number);
        }
    }
    list
}

fn band(label: &str, number: &str, uraian: &Located<String>) -> Record<'static> {
    let mut record = Record::new(Jenis::Pita);
    let text = labelled(label, number, &uraian.value);
    record.own("kelompok", text, uraian.origin.clone());
    record
}

/// The rows of a goal.
fn goal<'a>(list: &mut Vec<Record<'a>>, tujuan: &'a Tujuan, number: usize) {
    let top = list.len();
    for at in 0..tujuan.sasaran.len().max(1) {
        let begin = list.len();
        let sasaran = tujuan.sasaran.get(at).map(|sasaran| {
            let number = format!("{number}.{}", at + 1);
            (number, sasaran)
        });
        objective(list, sasaran.as_ref());
        for (below, record) in list[begin..].iter_mut().enumerate() {
            let named = sasaran.as_ref().filter(|_| below > 0);
            let named = named.map(|(number, own)| labelled("Sasaran", number, &own.uraian.value));
            let above = (begin + below > top)
                .then(|| labelled("Tujuan", &number.to_string(), &tujuan.uraian.value));
            record.induk = above.into_iter().chain(named).collect();
        }
        let height = list.len() - begin;
        if let Some(first) = list.get_mut(begin) {
            if let Some((number, sasaran)) = &sasaran {
                let text = numbered(number, &sasaran.uraian.value);
                first.own("sasaran", text, sasaran.uraian.origin.clone());
            }
            first.rentang.insert("sasaran", height);
        }
    }
    let height = list.len() - top;
    if let Some(first) = list.get_mut(top) {
        let text = numbered(&format!("{number}."), &tujuan.uraian.value);
        first.own("tujuan", text, tujuan.uraian.origin.clone());
        first.rentang.insert("tujuan", height);
    }
}

/// The rows of an objective, or of none.
fn objective<'a>(list: &mut Vec<Record<'a>>, sasaran: Option<&(String, &'a Sasaran)>) {
    let strategi = sasaran.map_or(&[][..], |(_, sasaran)| &sasaran.strategi);
    for at in 0..strategi.len().max(1) {
        let begin = list.len();
        let arah = strategi.get(at).map_or(&[][..], |own| &own.arah_kebijakan);
        for below in 0..arah.len().max(1) {
            let mut record = Record::new(Jenis::Biasa);
            record
                .dash
                .extend(["sasaran", "strategi", "arah_kebijakan"]);
            if let Some(arah) = arah.get(below) {
                record.located("arah_kebijakan", &arah.uraian);
            }
            list.push(record);
        }
        let height = list.len() - begin;
        if let Some(first) = list.get_mut(begin) {
            if let Some(strategi) = strategi.get(at) {
                first.located("strategi", &strategi.uraian);
            }
            first.rentang.insert("strategi", height);
        }
    }
}
