//! T-B.35: masalah pokok, masalah, akar masalah; each parent merged over its rows.

use super::cells::Jenis;
use super::record::Record;
use crate::model::Renstra;

pub(super) fn records(renstra: &Renstra) -> Vec<Record<'_>> {
    let mut list: Vec<Record<'_>> = Vec::new();
    for pokok in &renstra.permasalahan {
        let top = list.len();
        // A main problem without a problem still takes a row.
        for at in 0..pokok.masalah.len().max(1) {
            let masalah = pokok.masalah.get(at);
            let begin = list.len();
            let akar = masalah.map_or(&[][..], |masalah| &masalah.akar_masalah);
            for below in 0..akar.len().max(1) {
                let mut record = Record::new(Jenis::Biasa);
                record.dash.extend(["masalah", "akar_masalah"]);
                if list.len() > top {
                    record.induk.push(pokok.uraian.value.clone());
                }
                match masalah {
                    Some(masalah) if below == 0 => record.located("masalah", &masalah.uraian),
                    Some(masalah) => record.induk.push(masalah.uraian.value.clone()),
                    None => {}
                }
                if let Some(akar) = akar.get(below) {
                    record.located("akar_masalah", akar);
                }
                list.push(record);
            }
            let height = list.len() - begin;
            if let Some(first) = list.get_mut(begin) {
                first.rentang.insert("masalah", height);
            }
        }
        let height = list.len() - top;
        if let Some(first) = list.get_mut(top) {
            first.located("masalah_pokok", &pokok.uraian);
            first
                .rentang
                .extend([("no", height), ("masalah_pokok", height)]);
        }
    }
    list
}
