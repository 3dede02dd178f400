//! Program, kegiatan and subkegiatan with outcome and output below each, whose
//! rows repeat its money (Inmendagri 2/2025).

use std::borrow::Cow;

use super::{Jenis, Record, borrowed, put_indikator, shown};
use crate::model::{Entry, Located, PaguRow, PerTahun, Renstra, Rupiah};

pub(super) fn records(renstra: &Renstra, satuan_apart: bool) -> Vec<Record<'_>> {
    let table = &renstra.pendanaan;
    let mut list = Vec::new();
    for urusan in &table.urusan {
        list.push(named(Jenis::BidangUrusan, urusan, &[]));
    }
    for program in &table.program {
        push(&mut list, Jenis::Program, &program.baris, &[], satuan_apart);
        let above = vec![title(&program.baris)];
        for kegiatan in &program.kegiatan {
            push(
                &mut list,
                Jenis::Kegiatan,
                &kegiatan.baris,
                &above,
                satuan_apart,
            );
            let above = vec![title(&program.baris), title(&kegiatan.baris)];
            for sub in &kegiatan.sub_kegiatan {
                push(
                    &mut list,
                    Jenis::SubKegiatan,
                    &sub.baris,
                    &above,
                    satuan_apart,
                );
            }
        }
    }
    list
}

/// Longest text of an output that still stays with the name above it.
const TOGETHER: usize = 600;

/// The element's own row, then one an outcome or output.
fn push<'a>(
    list: &mut Vec<Record<'a>>,
    jenis: Jenis,
    row: &'a PaguRow,
    above: &[String],
    satuan_apart: bool,
) {
    let mut name = named(jenis, row, above);
    // The unit stands over the name and its first output: such rows stay on one
    // page, unless a text is too long for that.
    let together = row.indikator.first().is_some_and(|first| {
        let hasil = first.hasil.value().map_or(0, String::len);
        hasil.max(first.uraian.value.len()) < TOGETHER
    });
    if together {
        name.text("unit", &row.unit);
        name.rentang.insert("unit", 2);
    }
    list.push(name);
    let own = [above, &[title(row)]].concat();
    for (at, indikator) in row.indikator.iter().enumerate() {
        let mut record = Record::new(Jenis::Hasil);
        record.induk.clone_from(&own);
        record.sel.insert("uraian", borrowed(&indikator.hasil));
        put_indikator(&mut record, indikator, satuan_apart);
        if at == 0 {
            money(&mut record, &row.pagu);
            if !together {
                record.text("unit", &row.unit);
            }
        }
        list.push(record);
    }
}

fn named<'a>(jenis: Jenis, row: &'a PaguRow, above: &[String]) -> Record<'a> {
    let mut record = Record::new(jenis);
    record.induk = above.to_vec();
    let kode = row.kode.value.to_string();
    let name = match &row.uraian {
        Entry::Filled(name) => Entry::Filled(Located::new(
            Cow::Owned(format!("{kode} - {}", name.value)),
            name.origin.clone(),
        )),
        other => borrowed(other),
    };
    record.sel.insert("uraian", name);
    record.own("kode", kode, row.kode.origin.clone());
    record.sel.insert("nama", borrowed(&row.uraian));
    record.text("lokasi", &row.lokasi);
    if row.indikator.is_empty() {
        record.text("unit", &row.unit);
    }
    money(&mut record, &row.pagu);
    record
}

fn money(record: &mut Record<'_>, pagu: &PerTahun<Rupiah>) {
    for (tahun, amount) in pagu {
        record.per_tahun.insert(("pagu", *tahun), shown(amount));
    }
}

fn title(row: &PaguRow) -> String {
    let name = row.uraian.value().map_or("", String::as_str);
    format!("{} {name}", row.kode.value).trim_end().to_owned()
}
