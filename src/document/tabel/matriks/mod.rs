//! Tables laid out from their description in `format.toml`: which columns, under
//! which headings. The rows come from here, and the widths from what they hold; adding,
//! leaving out or reordering columns of a table takes no Rust.

mod alignment;
mod baris;
mod cascading;
mod cells;
mod column;
mod figures;
mod further;
mod garis;
mod indikator;
mod isu;
mod kinerja;
mod measured;
mod pegawai;
mod pendanaan;
mod permasalahan;
mod program;
mod record;
mod row;
mod sarana;
mod strategi;
mod tambahan;
mod telaahan;
mod tematik;
mod tujuan;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::config::Config;
use crate::document::halaman::Setting;
use crate::document::identitas::{owner, periode};
use crate::model::{JenisTelaahan, Periode, Renstra, Tahun};
use crate::regulation::{Kolom, Rata, Tabel};

use cells::{Baris, Garis, Jenis, Kepala, Sel};
use column::{expand, heading};
use further::Further;
use record::Record;
use row::set;

pub use tambahan::build as build_tambahan;

/// A table ready to be laid out.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    /// Widths of the columns in points.
    lebar: Vec<f64>,
    /// Type size in points.
    ukuran: f64,
    /// How the cells of each column are set.
    rata: Vec<Rata>,
    /// How strong the rule left of each column is.
    garis: Vec<Garis>,
    /// Rows of the heading.
    kepala: Vec<Vec<Kepala>>,
    /// Rows.
    baris: Vec<Baris<'a>>,
    /// Lines of the band that says on a further page what goes on there; 0 for a table
    /// that no page parts.
    baris_induk: u8,
    /// Whether the row of numbers stands below the heading.
    bernomor: bool,
    /// Whether it stands on turned pages.
    rebah: bool,
    /// Points that a page must have left for the table to begin on it: its heading with
    /// two rows, or all of a short one.
    ruang: f64,
    /// Rows at its end that no page parts.
    bersama: usize,
}

/// Units that a heading names, by their placeholders.
type Units = BTreeMap<&'static str, String>;

/// The rows of a worksheet's table; `None` for a worksheet that has none.
fn records<'a>(
    tabel: &Tabel,
    lembar: &str,
    renstra: &'a Renstra,
    config: &Config,
    unit: &mut Units,
) -> Option<Vec<Record<'a>>> {
    let has = |key: &str| tabel.kolom.iter().any(|kolom| kolom.isi == key);
    let satuan_apart = has("satuan");
    if let Some(kelompok) = lembar.strip_prefix("pegawai-") {
        return Some(pegawai::records(kelompok, renstra));
    }
    let mut telaahan = JenisTelaahan::ALL.into_iter();
    if let Some(jenis) = telaahan.find(|jenis| jenis.id() == lembar) {
        return Some(telaahan::records(jenis, renstra));
    }
    Some(match lembar {
        "sarana" => sarana::records(renstra),
        "t-b-35" => permasalahan::records(renstra),
        "isu-strategis" => isu::records(renstra),
        "t-c-26" => strategi::records(renstra),
        "t-c-23" => {
            let (record, rasio) = kinerja::pelayanan(renstra, satuan_apart);
            unit.insert("{rasio_satuan}", rasio);
            record
        }
        "t-c-24" => {
            let how = config.dokumen.pertumbuhan;
            let (record, rasio, pertumbuhan) = kinerja::anggaran(renstra, how);
            unit.insert("{rasio_satuan}", rasio);
            unit.insert("{pertumbuhan_satuan}", pertumbuhan);
            record
        }
        "t-c-25" => tujuan::merged(renstra),
        "tujuan-sasaran" => tujuan::records(renstra, satuan_apart),
        "pendanaan" | "t-c-27" if has("tujuan") => program::records(renstra, satuan_apart),
        "pendanaan" | "t-c-27" => pendanaan::records(renstra, satuan_apart),
        "matriks-cascading" => cascading::records(renstra, satuan_apart),
        "penanggung-jawab" => cascading::by_unit(renstra, satuan_apart),
        "tematik" => tematik::records(renstra, satuan_apart),
        "iku" => indikator::iku(renstra, satuan_apart),
        "ikk" => indikator::ikk(renstra, satuan_apart),
        "t-c-28" => indikator::kinerja_urusan(renstra, satuan_apart),
        id => words::records(id, renstra.matriks.get(id).map(Vec::as_slice)?),
    })
}

/// The years and rows of a table that is described by columns; `None` if its rows
/// have no such form.
pub fn build<'a>(
    tabel: &Tabel,
    lembar: &str,
    renstra: &'a Renstra,
    config: &Config,
    setting: Option<&Setting<'_>>,
) -> Option<(Vec<Tahun>, bool, Isi<'a>)> {
    let mut unit = Units::new();
    let record = records(tabel, lembar, renstra, config, &mut unit)?;
    let year: BTreeSet<Tahun> = record
        .iter()
        .flat_map(|record| record.per_tahun.keys().map(|(_, tahun)| *tahun))
        .collect();
    let year: Vec<Tahun> = year.into_iter().collect();
    let tahun_awal = renstra.tahun_awal.get(lembar).copied();
    let filled = |key: &str| {
        let value = |record: &Record<'_>| record.sel.get(key).is_some_and(|v| !v.is_missing());
        record.iter().any(value)
    };
    let wanted = &tabel.bila_terisi;
    let kosong = record.is_empty() || !(wanted.is_empty() || wanted.iter().any(|key| filled(key)));
    // The number of rows that nothing names counts nothing.
    let names = |kolom: &Kolom| kolom.bila_terisi && kolom.isi != "no" && filled(&kolom.isi);
    let shown = |kolom: &&Kolom| match kolom.isi.as_str() {
        "no" => !kolom.bila_terisi || tabel.kolom.iter().any(names),
        key => !kolom.bila_terisi || filled(key),
    };
    let further = match lembar {
        "pendanaan" | "t-c-27" => Further::of(&renstra.pendanaan).columns(),
        _ => Vec::new(),
    };
    let form = tabel.kolom.iter().filter(shown);
    let columns: Vec<&Kolom> = form.chain(&further).collect();
    // A table without rows has the years of the plan.
    let plan: Vec<Tahun> = periode(&renstra.identitas, config)
        .into_iter()
        .flat_map(Periode::iter)
        .collect();
    let physical = expand(&columns, if year.is_empty() { &plan } else { &year });
    let columns = Columns {
        rata: physical.iter().map(|p| p.kolom.rata).collect(),
        kind: physical.iter().map(|p| p.at).collect(),
    };
    let mut baris = set(record, &physical);
    if let Some(owner) = owner(&renstra.identitas).filter(|_| tabel.pemilik && !kosong) {
        let band = Sel::band(record::computed(owner), physical.len());
        let row = Baris {
            jenis: Jenis::Pita,
            induk: Vec::new(),
            sel: vec![band],
        };
        baris.insert(0, row);
    }
    let kepala = heading(&physical, tahun_awal, &unit);
    let isi = Isi::new(columns, kepala, baris, tabel.bernomor, setting);
    Some((year, kosong, isi))
}

/// The columns of a table, as printed.
struct Columns {
    /// How each is set.
    rata: Vec<Rata>,
    /// What kind each is: columns of one kind are equally wide.
    kind: Vec<usize>,
}

impl<'a> Isi<'a> {
    /// Measures a table.
    fn new(
        columns: Columns,
        mut kepala: Vec<Vec<Kepala>>,
        mut baris: Vec<Baris<'a>>,
        bernomor: bool,
        setting: Option<&Setting<'_>>,
    ) -> Self {
        let Columns { rata, kind } = columns;
        let layout = setting
            .map(|setting| measured::set(&mut kepala, &mut baris, &rata, &kind, bernomor, setting));
        let layout = layout.unwrap_or_default();
        let points = |hundredths: u32| f64::from(hundredths) / 100.0;
        Self {
            lebar: layout.plan.columns.iter().copied().map(points).collect(),
            ukuran: points(layout.plan.size),
            garis: garis::between(&kepala, rata.len()),
            rata,
            kepala,
            baris,
            baris_induk: layout.band,
            bernomor,
            rebah: layout.plan.turned,
            ruang: points(layout.room),
            bersama: layout.together,
        }
    }
}
