//! What each unit answers for, and who confirmed it.

use serde::Serialize;

use crate::model::text::one_line;
use crate::model::{Indikator, Konfirmasi, Level, PaguRow, Renstra, TanggungJawab};

/// A unit with what it answers for.
#[derive(Debug, Serialize)]
pub struct Unit {
    /// The unit as the tables name it.
    pub unit: String,
    /// The post that heads it, where the sheet Struktur has one.
    pub jabatan: Option<String>,
    /// Who confirmed, and when; nobody where it is empty, `None` where no unit is named.
    pub konfirmasi: Option<Vec<String>>,
    /// What the confirmations add, such as the file that the unit's rows came from.
    pub asal: Vec<String>,
    /// What it answers for.
    pub butir: Vec<Duty>,
}

/// Something that a unit answers for.
#[derive(Debug, Serialize)]
pub struct Duty {
    /// `IKU`, `Program`, `Kegiatan`, `Sub kegiatan`.
    pub jenis: &'static str,
    /// Code.
    pub kode: Option<String>,
    /// Name.
    pub uraian: String,
    /// Indicators with units.
    pub indikator: Vec<String>,
}

/// Units by their place in Struktur; those that are not in it come last.
pub(super) fn units(renstra: &Renstra) -> Vec<Unit> {
    let list = renstra.tanggung_jawab().into_iter();
    list.map(|one| unit(renstra, &one)).collect()
}

fn unit(renstra: &Renstra, one: &TanggungJawab<'_>) -> Unit {
    let iku = one.iku.iter().map(|iku| Duty {
        jenis: "IKU",
        kode: None,
        uraian: iku
            .sasaran
            .as_ref()
            .map(|s| one_line(&s.value))
            .unwrap_or_default(),
        indikator: vec![named(&iku.indikator)],
    });
    let program = one.program.iter().map(|(level, row)| coded(*level, row));
    Unit {
        unit: one
            .unit
            .map_or_else(|| "(belum disebut)".to_owned(), |unit| unit.value.clone()),
        jabatan: one.jabatan.map(|post| post.jabatan.value.clone()),
        konfirmasi: one.unit.map(|unit| {
            let row = renstra.konfirmasi_of(&unit.value).into_iter();
            row.filter(|row| row.is_given()).map(confirmed).collect()
        }),
        asal: one.unit.map_or_else(Vec::new, |unit| {
            let row = renstra.konfirmasi_of(&unit.value).into_iter();
            row.filter_map(|row| row.keterangan.value().map(|text| one_line(text)))
                .collect()
        }),
        butir: iku.chain(program).collect(),
    }
}

/// `NAMA, 20 September 2021`, with what the row does not say named.
fn confirmed(row: &Konfirmasi) -> String {
    let nama = row
        .nama
        .value()
        .map_or_else(|| "(nama belum diisi)".to_owned(), |nama| one_line(nama));
    let tanggal = row
        .tanggal
        .value()
        .map_or_else(|| "(tanggal belum diisi)".to_owned(), ToString::to_string);
    format!("{nama}, {tanggal}")
}

fn named(indikator: &Indikator) -> String {
    match indikator.satuan.value() {
        Some(satuan) => format!("{} ({satuan})", one_line(&indikator.uraian.value)),
        None => one_line(&indikator.uraian.value),
    }
}

fn coded(level: Level, row: &PaguRow) -> Duty {
    Duty {
        jenis: level.title(),
        kode: Some(row.kode.value.to_string()),
        uraian: row.name(),
        indikator: row.indikator.iter().map(named).collect(),
    }
}
