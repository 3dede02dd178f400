//! The funding table of Inmendagri 2/2025, row by row as the office typed it: a name,
//! its outcomes and outputs, each with the money that stands next to it.

use std::borrow::Cow;

use super::baris::{put, title};
use super::cells::Jenis;
use super::further_columns::Further;
use super::record::{Record, borrowed};
use crate::model::{Baris, Elemen, Entry, Located, Pendanaan, Peran, Renstra};

pub(super) fn records(renstra: &Renstra, satuan_apart: bool) -> Vec<Record<'_>> {
    let table = &renstra.pendanaan;
    let further = Further::of(table);
    let mut above = Vec::new();
    table
        .baris
        .iter()
        .filter(|row| !matches!(row.peran, Peran::Tujuan | Peran::Sasaran))
        .map(|row| {
            if let Some(elemen) = row.elemen {
                above = parents(table, elemen, row.peran);
            }
            let mut record = record(row, satuan_apart);
            further.put(&mut record, row);
            if row.peran != Peran::Jumlah {
                record.induk.clone_from(&above);
            }
            record
        })
        .collect()
}

fn record(row: &Baris, satuan_apart: bool) -> Record<'_> {
    let mut record = Record::new(match row.peran {
        Peran::Tujuan => Jenis::Tujuan,
        Peran::Sasaran => Jenis::Sasaran,
        Peran::Urusan => Jenis::BidangUrusan,
        Peran::Program => Jenis::Program,
        Peran::Kegiatan => Jenis::Kegiatan,
        Peran::SubKegiatan => Jenis::SubKegiatan,
        Peran::Hasil | Peran::Indikator => Jenis::Hasil,
        Peran::Jumlah => Jenis::Jumlah,
        Peran::TidakDikenal => Jenis::TidakDikenal,
    });
    record.jorok = steps(row);
    record.sel.insert("uraian", uraian(row));
    record.text("nama", &row.uraian);
    put(&mut record, row, satuan_apart);
    record.text("perangkat_daerah", &row.perangkat_daerah);
    // A unit that stands in the column of the agency is printed there.
    if row.unit.origin() == row.perangkat_daerah.origin() {
        record.sel.remove("unit");
    }
    record
}

/// How far the name stands in: sub kegiatan below kegiatan, results below what they are
/// results of.
fn steps(row: &Baris) -> u8 {
    let below = u8::from(matches!(row.elemen, Some(Elemen::SubKegiatan(..))));
    match row.peran {
        Peran::SubKegiatan => 1,
        Peran::Hasil | Peran::Indikator => below + 1,
        _ => 0,
    }
}

/// Kode and name in one cell.
fn uraian(row: &Baris) -> Entry<Cow<'_, str>> {
    match (&row.kode_uraian, &row.kode, &row.uraian) {
        (Entry::Missing, Entry::Filled(kode), Entry::Filled(name)) => Entry::Filled(Located::new(
            Cow::Owned(format!("{} - {}", kode.value, name.value)),
            name.origin.clone(),
        )),
        (Entry::Missing, _, name) => borrowed(name),
        (typed, _, _) => borrowed(typed),
    }
}

/// What a further page names above the row, outermost first.
fn parents(table: &Pendanaan, elemen: Elemen, peran: Peran) -> Vec<String> {
    let program = elemen.program().map(Elemen::Program);
    let kegiatan = elemen.program().zip(elemen.kegiatan());
    let kegiatan = kegiatan.map(|(p, k)| Elemen::Kegiatan(p, k));
    let mut list: Vec<Elemen> = program.into_iter().chain(kegiatan).collect();
    // The element itself stands above its outcomes and outputs only.
    list.retain(|place| *place != elemen);
    if matches!(peran, Peran::Hasil | Peran::Indikator) {
        list.push(elemen);
    }
    list.into_iter()
        .filter_map(|place| table.element(place))
        .filter(|element| !element.is_implied())
        .map(title)
        .collect()
}
