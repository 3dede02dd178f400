//! What serves each theme: a heading, its programmes with indicators and money, and what
//! they add up to.

use std::collections::BTreeSet;

use super::cells::Jenis;
use super::record::{Record, borrowed, put_indikator};
use crate::diagnostic::Origin;
use crate::model::{PaguRow, Renstra, Tahun};

pub(super) fn records(renstra: &Renstra, satuan_apart: bool) -> Vec<Record<'_>> {
    let mut list = Vec::new();
    for tema in renstra.tema() {
        let nama = tema.nama;
        let mut head = Record::new(Jenis::Kelompok);
        head.own("kelompok", nama.value.clone(), nama.origin.clone());
        list.push(head);
        let begin = list.len();
        let mut years: BTreeSet<Tahun> = BTreeSet::new();
        for own in &tema.baris {
            let keterangan = own.row.sel.get("keterangan");
            if own.elemen.is_empty() {
                let mut record = Record::new(Jenis::Biasa);
                record.own("kode", own.kode.value.clone(), own.kode.origin.clone());
                if let Some(uraian) = own.row.sel.get("uraian") {
                    record.sel.insert("uraian", borrowed(uraian));
                }
                list.push(record);
            }
            for (at, row) in own.elemen.iter().enumerate() {
                years.extend(row.pagu().keys());
                let first = list.len();
                element(&mut list, row, satuan_apart);
                if let (Some(record), 0, Some(text)) = (list.get_mut(first), at, keterangan) {
                    record.sel.insert("keterangan", borrowed(text));
                }
            }
        }
        for record in &mut list[begin..] {
            record.induk = vec![nama.value.clone()];
        }
        let mut sum = Record::new(Jenis::Jumlah);
        sum.own("uraian", "Jumlah".to_owned(), Origin::file(""));
        for tahun in years {
            if let Some(amount) = tema.pagu(tahun) {
                sum.computed("pagu", Some(tahun), amount.to_string());
            }
        }
        sum.blank.insert("target");
        list.push(sum);
    }
    list
}

/// A row, and one more for each further indicator.
fn element<'a>(list: &mut Vec<Record<'a>>, row: &'a PaguRow, satuan_apart: bool) {
    for at in 0..row.indikator.len().max(1) {
        let mut record = Record::new(Jenis::Biasa);
        if let Some(own) = row.indikator.get(at) {
            put_indikator(&mut record, own, satuan_apart);
            record.sel.remove("keterangan");
        }
        if at == 0 {
            if row.kode_typed {
                let kode = &row.kode;
                record.own("kode", kode.value.to_string(), kode.origin.clone());
            }
            record.text("uraian", &row.uraian);
            record.text("unit", &row.unit);
            record.pagu(row);
        }
        list.push(record);
    }
}
