//! Tables laid out from their description in `format.toml`: which columns, under
//! which headings. The rows come from here, and the widths from what they hold; adding,
//! leaving out or reordering columns of a table takes no Rust.

mod alignment;
mod baris;
mod cascading;
mod cells;
mod column;
mod column_rules;
mod figures;
mod further_columns;
mod indikator;
mod isu;
mod kinerja;
mod measured;
mod merged;
mod own_level;
mod part_heading;
mod pegawai;
mod pendanaan;
mod permasalahan;
mod points;
mod program;
mod record;
mod row;
mod sarana;
mod stacked;
mod strategi;
mod tambahan;
mod telaahan;
mod tematik;
mod tujuan;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::config::Config;
use crate::document::identitas::{owner, periode};
use crate::document::page::Setting;
use crate::document::vocabulary;
use crate::model::{JenisTelaahan, Periode, Renstra, Tahun, Worksheet};
use crate::regulation::{Kolom, Rata, Tabel};

use cells::{Baris, Garis, Jenis, Kepala, Sel};
use column::{Physical, expand, heading};
use further_columns::Further;
use points::Points;
use record::Record;
use row::set;

pub use tambahan::build as build_tambahan;

/// A table ready to be laid out.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    /// Widths of the columns in points.
    lebar: Vec<Points>,
    /// Type size in points.
    ukuran: Points,
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
    /// The numbers, where they are not those of its columns one by one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    nomor: Vec<Nomor>,
    /// Whether it stands on turned pages.
    rebah: bool,
    /// Whether its rows stand somewhat closer, which saves a page.
    rapat: bool,
    /// Points that a page must have left for the table to begin on it: its heading with
    /// two rows, or all of a short one.
    ruang: Points,
    /// Rows at its end that no page parts.
    bersama: usize,
    /// Height of each row in points; none where only the layout can tell.
    tinggi: Vec<Option<f64>>,
    /// About how high its heading and all of its other rows are.
    #[serde(skip)]
    kira: (u32, u32),
    /// About how high its parts are, of a table on turned pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    perkiraan: Option<Perkiraan>,
}

/// Heights in points that are near, and not sure: from them the page plan guesses where a table
/// ends before any page is there.
#[derive(Debug, Serialize)]
struct Perkiraan {
    /// Of the heading, without the row of numbers.
    kepala: Points,
    /// Of each row.
    baris: Vec<Points>,
}

/// A number below the heading.
#[derive(Debug, Clone, Copy, Serialize)]
struct Nomor {
    nomor: usize,
    /// Columns that it covers.
    kolom: usize,
}

/// Units that a heading names, by their placeholders.
type Units = BTreeMap<&'static str, String>;

/// How the ids of the tables of staff begin: one for each grouping of one worksheet.
const PEGAWAI: &str = "pegawai-";

/// The rows of a table from their source; `None` for a source that has none.
fn records<'a>(
    tabel: &Tabel,
    source: &str,
    renstra: &'a Renstra,
    config: &Config,
    unit: &mut Units,
) -> Option<Vec<Record<'a>>> {
    let has = |key: &str| tabel.kolom.iter().any(|kolom| kolom.isi == key);
    let satuan_apart = has("satuan");
    if let Some(kelompok) = source.strip_prefix(PEGAWAI) {
        return Some(pegawai::records(kelompok, renstra));
    }
    let Some(lembar) = Worksheet::from_id(source) else {
        return match source {
            vocabulary::MATRIKS_CASCADING => Some(cascading::records(renstra, satuan_apart)),
            vocabulary::PENANGGUNG_JAWAB => Some(cascading::by_unit(renstra, satuan_apart)),
            _ => None,
        };
    };
    Some(match lembar {
        Worksheet::Sarana => sarana::records(renstra),
        Worksheet::Tb35 => permasalahan::records(renstra),
        Worksheet::IsuStrategis => isu::records(renstra),
        Worksheet::TelaahanVisiMisi
        | Worksheet::TelaahanRenstraKl
        | Worksheet::TelaahanRenstraProvinsi
        | Worksheet::TelaahanRtrw
        | Worksheet::TelaahanKlhs => telaahan::records(JenisTelaahan::of(lembar)?, renstra),
        Worksheet::Tc26 => strategi::records(renstra),
        Worksheet::Tc23 => {
            let (record, rasio) = kinerja::pelayanan(renstra, satuan_apart);
            unit.insert("{rasio_satuan}", rasio);
            record
        }
        Worksheet::Tc24 => {
            let how = config.dokumen.pertumbuhan;
            let (record, rasio, pertumbuhan) = kinerja::anggaran(renstra, how);
            unit.insert("{rasio_satuan}", rasio);
            unit.insert("{pertumbuhan_satuan}", pertumbuhan);
            record
        }
        Worksheet::Tc25 => tujuan::merged(renstra),
        Worksheet::TujuanSasaran => tujuan::records(renstra, satuan_apart),
        Worksheet::Tc27 | Worksheet::Pendanaan if has("tujuan") => {
            program::records(renstra, satuan_apart)
        }
        Worksheet::Tc27 | Worksheet::Pendanaan => pendanaan::records(renstra, satuan_apart),
        Worksheet::Tematik => tematik::records(renstra, satuan_apart),
        Worksheet::Iku => indikator::iku(renstra, satuan_apart),
        Worksheet::Ikk => indikator::ikk(renstra, satuan_apart),
        Worksheet::Tc28 => indikator::kinerja_urusan(renstra, satuan_apart),
        Worksheet::CapaianSpm
        | Worksheet::KelompokSasaran
        | Worksheet::PermasalahanFaktor
        | Worksheet::IsuTeknik
        | Worksheet::Penahapan
        | Worksheet::ArahKebijakan
        | Worksheet::ArahKebijakanTahun
        | Worksheet::Crosscutting
        | Worksheet::Perumusan
        | Worksheet::Prioritas
        | Worksheet::ManualIndikator
        | Worksheet::Renja => {
            let rows = renstra.matriks.get(&lembar).map(Vec::as_slice)?;
            words::records(lembar == Worksheet::Perumusan, rows)
        }
        // Printed elsewhere than in a table, or kept next to the document.
        Worksheet::Identitas
        | Worksheet::Narasi
        | Worksheet::Struktur
        | Worksheet::TugasFungsi
        | Worksheet::Pegawai
        | Worksheet::Gambar
        | Worksheet::Konfirmasi
        | Worksheet::RpjmdTujuan
        | Worksheet::RpjmdStrategi
        | Worksheet::RpjmdProgram
        | Worksheet::RpjmdWajib => return None,
    })
}

/// The years and rows of a table that is described by columns; `None` if its rows
/// have no such form.
pub fn build<'a>(
    tabel: &Tabel,
    id: &str,
    renstra: &'a Renstra,
    config: &Config,
    setting: Option<&Setting<'_>>,
) -> Option<(Vec<Tahun>, bool, Isi<'a>)> {
    let mut unit = Units::new();
    // Staff has one worksheet and a table for each grouping.
    let source = Some(id).filter(|id| id.starts_with(PEGAWAI));
    let source = source.unwrap_or_else(|| tabel.source(id));
    let lembar = Worksheet::from_id(source);
    let rows = |unit: &mut Units| {
        let mut record = records(tabel, source, renstra, config, unit)?;
        merged::once(&mut record);
        Some(record)
    };
    let record = rows(&mut unit)?;
    let year: BTreeSet<Tahun> = record
        .iter()
        .flat_map(|record| record.per_tahun.keys().map(|(_, tahun)| *tahun))
        .collect();
    let year: Vec<Tahun> = year.into_iter().collect();
    let tahun_awal = lembar.and_then(|lembar| renstra.tahun_awal.get(&lembar).copied());
    let filled_in = |key: &str, tahun: Tahun| {
        let value = |record: &Record<'_>| !record.value(key, Some(tahun)).0.is_missing();
        record.iter().any(value)
    };
    let filled = |key: &str| {
        let value = |record: &Record<'_>| record.sel.get(key).is_some_and(|v| !v.is_missing());
        record.iter().any(value) || year.iter().any(|tahun| filled_in(key, *tahun))
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
        Some(Worksheet::Tc27 | Worksheet::Pendanaan) => Further::of(&renstra.pendanaan).columns(),
        _ => Vec::new(),
    };
    let form = tabel.kolom.iter().filter(shown);
    let columns: Vec<&Kolom> = form.chain(&further).collect();
    // A table without rows has the years of the plan.
    let plan: Vec<Tahun> = periode(&renstra.identitas, config)
        .into_iter()
        .flat_map(Periode::iter)
        .collect();
    let years = if year.is_empty() { &plan } else { &year };
    let physical = expand(&columns, years, filled_in);
    let cuts = stacked::cuts(&physical);
    let measured = setting.filter(|own| own.is_whole || !cuts.is_empty());
    let lay = |record: Vec<Record<'a>>, physical: &[Physical<'_>]| {
        let columns = Columns {
            rata: physical.iter().map(|p| p.kolom.rata).collect(),
            kind: physical.iter().map(|p| p.at).collect(),
        };
        let mut baris = set(record, physical);
        if let Some(owner) = owner(&renstra.identitas).filter(|_| tabel.pemilik && !kosong) {
            let band = Sel::band(record::computed(owner), physical.len());
            let row = Baris {
                jenis: Jenis::Pita,
                induk: Vec::new(),
                sel: vec![band],
            };
            baris.insert(0, row);
        }
        let kepala = heading(physical, tahun_awal, &unit);
        Isi::new(columns, kepala, baris, tabel.bernomor, measured)
    };
    let isi = lay(record, &physical);
    let fits = |isi: &Isi<'_>| measured.is_none_or(|own| isi.ukuran.0 >= own.sheet.smallest);
    if fits(&isi) {
        return Some((year, kosong, isi));
    }
    let stack = cuts.into_iter().find_map(|cut| {
        let part = |columns| Some(lay(rows(&mut Units::new())?, columns));
        let above = part(&cut.above).filter(fits)?;
        let below = part(&cut.below)?;
        let page = measured?.sheet.height(above.rebah);
        stacked::stack(&cut, above, below, page)
    });
    let isi = stack.unwrap_or(isi);
    Some((year, kosong, isi))
}

/// The columns of a table, as printed.
struct Columns {
    /// How each is set.
    rata: Vec<Rata>,
    /// What kind each is: columns of one kind are equally wide.
    kind: Vec<usize>,
}

/// Points of hundred-thousandths of one. A table is shorter than what a float counts.
#[expect(
    clippy::cast_precision_loss,
    reason = "a page has less than 2^52 of them"
)]
fn exact(height: u64) -> f64 {
    height as f64 / 1e5
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
        let perkiraan = layout.plan.turned.then(|| Perkiraan {
            kepala: Points(layout.plan.heading),
            baris: layout.plan.rows.iter().copied().map(Points).collect(),
        });
        Self {
            lebar: layout.plan.columns.iter().copied().map(Points).collect(),
            ukuran: Points(layout.plan.size),
            garis: column_rules::between(&kepala, rata.len()),
            rata,
            kepala,
            baris,
            baris_induk: layout.band,
            bernomor,
            nomor: Vec::new(),
            rebah: layout.plan.turned,
            rapat: layout.plan.tight,
            ruang: Points(layout.room),
            bersama: layout.together,
            kira: (layout.plan.heading, layout.plan.rows.iter().sum()),
            tinggi: layout.sure.into_iter().map(|own| own.map(exact)).collect(),
            perkiraan,
        }
    }
}
