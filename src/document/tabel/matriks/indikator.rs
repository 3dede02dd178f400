//! Lists of indicators: IKU, IKK, and those of the bidang urusan.

use super::cells::Jenis;
use super::record::{Record, put_indikator};
use crate::model::Renstra;

pub(super) fn iku(renstra: &Renstra, satuan_apart: bool) -> Vec<Record<'_>> {
    let mut list: Vec<Record<'_>> = Vec::new();
    // The row in which the objective above began, and its text.
    let mut above: Option<(usize, &str)> = None;
    for (at, iku) in renstra.iku.iter().enumerate() {
        let mut record = Record::new(Jenis::Biasa);
        put_indikator(&mut record, &iku.indikator, satuan_apart);
        if let Some(sasaran) = &iku.sasaran {
            let repeated = above.filter(|(_, text)| *text == sasaran.value);
            if let Some((begin, _)) = repeated {
                // Its cell is merged over the rows that it serves.
                list[begin].rentang.insert("sasaran", at - begin + 1);
            } else {
                above = Some((at, &sasaran.value));
            }
            record.located("sasaran", sasaran);
        } else {
            above = None;
        }
        record.text("sumber_data", &iku.sumber_data);
        record.text("penanggung_jawab", &iku.penanggung_jawab);
        list.push(record);
    }
    list
}

pub(super) fn ikk(renstra: &Renstra, satuan_apart: bool) -> Vec<Record<'_>> {
    let mut list = Vec::new();
    let mut above = None;
    for ikk in &renstra.ikk {
        if let Some(kelompok) = &ikk.kelompok
            && above != Some(&kelompok.origin)
        {
            above = Some(&kelompok.origin);
            let mut record = Record::new(Jenis::Kelompok);
            record.located("kelompok", kelompok);
            list.push(record);
        }
        let mut record = Record::new(Jenis::Biasa);
        put_indikator(&mut record, &ikk.indikator, satuan_apart);
        record.text("status", &ikk.status);
        record.induk = ikk
            .kelompok
            .iter()
            .map(|kelompok| kelompok.value.clone())
            .collect();
        list.push(record);
    }
    list
}

pub(super) fn kinerja_urusan(renstra: &Renstra, satuan_apart: bool) -> Vec<Record<'_>> {
    renstra
        .kinerja_urusan
        .iter()
        .map(|indikator| {
            let mut record = Record::new(Jenis::Biasa);
            put_indikator(&mut record, indikator, satuan_apart);
            record.dash.insert("target_akhir");
            record
        })
        .collect()
}
