//! T-C.27, row by row as the office typed it: tujuan and sasaran above the programs that
//! serve them, each element with its indicators.

use std::collections::BTreeSet;

use super::baris::{put, title};
use super::cells::Jenis;
use super::further_columns::Further;
use super::record::{Record, shown};
use super::words::{labelled, numbered};
use crate::diagnostic::Origin;
use crate::model::{
    Baris, Elemen, Entry, Pendanaan, Peran, PernyataanKinerja, Renstra, Rupiah, Tahun,
};

/// The column before which a statement or a total's label ends.
const LABEL_ENDS: &str = "indikator";
/// Where a total has neither indicator nor baseline, its label ends before the targets.
const TOTAL_ENDS: &str = "target";

pub(super) fn records(renstra: &Renstra, satuan_apart: bool) -> Vec<Record<'_>> {
    let table = &renstra.pendanaan;
    let further = Further::of(table);
    let mut place = None;
    let mut list: Vec<Record<'_>> = table
        .baris
        .iter()
        .map(|row| {
            place = row.elemen.or(place);
            let mut record = record(table, row, satuan_apart);
            further.put(&mut record, row);
            // A total may sum more than the kegiatan above it.
            if row.peran != Peran::Jumlah
                && let Some(elemen) = place
            {
                record.induk = parents(table, elemen, level(row));
            }
            record
        })
        .collect();
    let typed = table.jumlah.iter().any(|total| total.elemen.is_none());
    if !typed && !table.program.is_empty() {
        list.push(total(table));
    }
    list
}

/// The level that the row is set as: the one that it names or belongs to.
fn level(row: &Baris) -> Jenis {
    match (row.peran, row.elemen) {
        (Peran::Jumlah, _) => Jenis::Jumlah,
        (_, None) => Jenis::TidakDikenal,
        (_, Some(Elemen::Tujuan(_))) => Jenis::Tujuan,
        (_, Some(Elemen::Sasaran(_))) => Jenis::Sasaran,
        (_, Some(Elemen::Urusan(_))) => Jenis::BidangUrusan,
        (_, Some(Elemen::Program(_))) => Jenis::Program,
        (_, Some(Elemen::Kegiatan(..))) => Jenis::Kegiatan,
        (_, Some(Elemen::SubKegiatan(..))) => Jenis::SubKegiatan,
    }
}

fn record<'a>(table: &Pendanaan, row: &'a Baris, satuan_apart: bool) -> Record<'a> {
    let jenis = level(row);
    let mut record = Record::new(jenis);
    let named = !matches!(row.peran, Peran::Hasil | Peran::Indikator);
    // A statement runs over the columns that it leaves empty.
    let statement = match row.elemen {
        Some(Elemen::Tujuan(at)) if named => Some(("tujuan", (at + 1).to_string())),
        Some(Elemen::Sasaran(at)) if named => Some(("sasaran", number(table, at))),
        _ => None,
    };
    put(&mut record, row, satuan_apart);
    if jenis == Jenis::Jumlah {
        record.text("tujuan", &row.uraian);
        let alone = row.indikator.is_missing() && row.target_awal.is_missing();
        let end = if alone { TOTAL_ENDS } else { LABEL_ENDS };
        record.until.insert("tujuan", end);
    } else if let (Some((key, number)), Entry::Filled(name)) = (&statement, &row.uraian) {
        record.own(
            key,
            numbered(&format!("{number}."), &name.value),
            name.origin.clone(),
        );
        record.until.insert(key, LABEL_ENDS);
    } else {
        record.text("nama", &row.uraian);
    }
    record.sel.insert("pagu_akhir", shown(&row.pagu_akhir));
    if row.pagu_akhir.is_missing()
        && let Some(sum) = sum(row)
    {
        record.computed("pagu_akhir", None, sum.to_string());
    }
    // A dash says that something lacks, and only a row that names its element lacks money.
    if jenis == Jenis::Jumlah {
        record
            .blank
            .extend(["target", "target_awal", "target_akhir"]);
    } else {
        record.dash.insert("target_akhir");
        if named {
            record.dash.insert("indikator");
        }
    }
    if named && !matches!(jenis, Jenis::Tujuan | Jenis::Sasaran) {
        record.dash.insert("pagu_akhir");
    } else {
        record.blank.insert("pagu");
    }
    record
}

/// The money of a row's years; `None` where it has none.
fn sum(row: &Baris) -> Option<Rupiah> {
    let mut amount = row.pagu.values().filter_map(|entry| entry.value().copied());
    let first = amount.next()?;
    Some(amount.fold(first, |sum, amount| sum + amount))
}

/// The total of the table, computed where the office typed none.
fn total(table: &Pendanaan) -> Record<'static> {
    let mut record = Record::new(Jenis::Jumlah);
    record.own("tujuan", "JUMLAH".to_owned(), Origin::file(""));
    record.until.insert("tujuan", TOTAL_ENDS);
    let rows = table.baris.iter();
    let years: BTreeSet<Tahun> = rows
        .flat_map(|row| row.pagu.keys().chain(row.target.keys()).copied())
        .collect();
    for tahun in years {
        if let Some(sum) = table.pagu_year(tahun) {
            record.computed("pagu", Some(tahun), sum.to_string());
        }
    }
    if let Some(sum) = table.pagu_total() {
        record.computed("pagu_akhir", None, sum.to_string());
    }
    record
}

/// `2.1`, the first objective of the second goal.
fn number(table: &Pendanaan, at: usize) -> String {
    let induk = table.sasaran.get(at).and_then(|own| own.induk);
    let before = table.sasaran.iter().take(at);
    let nth = before.filter(|other| other.induk == induk).count() + 1;
    let above = induk.map(|induk| format!("{}.", induk + 1));
    format!("{}{nth}", above.unwrap_or_default())
}

/// What a further page names above the row, outermost first, but for its own level.
fn parents(table: &Pendanaan, elemen: Elemen, jenis: Jenis) -> Vec<String> {
    let program = elemen.program();
    let (tujuan, sasaran) = match elemen {
        Elemen::Tujuan(at) => (Some(at), None),
        Elemen::Sasaran(at) => (table.sasaran.get(at).and_then(|own| own.induk), Some(at)),
        Elemen::Urusan(_) => (None, None),
        Elemen::Program(p) | Elemen::Kegiatan(p, _) | Elemen::SubKegiatan(p, ..) => {
            let program = table.program.get(p);
            (
                program.and_then(|program| program.tujuan),
                program.and_then(|program| program.sasaran),
            )
        }
    };
    let statement = |list: &[PernyataanKinerja], at: usize, word: &str, number: String| {
        let name = &list.get(at)?.uraian.value;
        Some(labelled(word, &number, name))
    };
    let tujuan = tujuan.filter(|_| jenis != Jenis::Tujuan);
    let sasaran = sasaran.filter(|_| jenis != Jenis::Sasaran);
    let program = program.filter(|_| jenis != Jenis::Program);
    let kegiatan = elemen.program().zip(elemen.kegiatan());
    let kegiatan = kegiatan.filter(|_| jenis != Jenis::Kegiatan);
    let coded = |place: Elemen| table.element(place).map(title);
    [
        tujuan.and_then(|at| statement(&table.tujuan, at, "Tujuan", (at + 1).to_string())),
        sasaran.and_then(|at| statement(&table.sasaran, at, "Sasaran", number(table, at))),
        program.and_then(|p| coded(Elemen::Program(p))),
        kegiatan.and_then(|(p, k)| coded(Elemen::Kegiatan(p, k))),
    ]
    .into_iter()
    .flatten()
    .collect()
}
