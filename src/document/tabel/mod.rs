//! Tables as the templates get them: one file a table, every value ready to print.

mod isu;
mod matriks;
mod pegawai;
mod permasalahan;
mod sarana;
mod strategi;
mod telaahan;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::config::Config;
use crate::model::{JenisTelaahan, Located, PerTahun, Renstra, Tahun};
use crate::regulation;

use super::halaman::Setting;
use super::tambahan;

/// A table: number, title, and the rows of its own shape.
#[derive(Debug, Serialize)]
pub struct Tabel<'a> {
    /// `6.1`, counted by chapter.
    pub nomor: String,
    /// Number in the regulation's annex.
    pub kode: Option<&'a str>,
    /// Worksheet of its rows.
    pub lembar: &'a str,
    /// Title, placeholders filled.
    pub judul: String,
    /// The calendar years of its columns, in order.
    pub tahun: Vec<Tahun>,
    /// Whether it has no rows.
    pub kosong: bool,
    /// The line below it that says where its figures come from.
    pub sumber: Option<&'a Located<String>>,
    /// Rows.
    #[serde(flatten)]
    pub isi: Isi<'a>,
}

/// Rows of a table.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Isi<'a> {
    /// Staff of one grouping.
    Pegawai(pegawai::Isi<'a>),
    /// Assets.
    Sarana(sarana::Isi<'a>),
    /// T-B.35.
    Permasalahan(permasalahan::Isi<'a>),
    /// A review.
    Telaahan(telaahan::Isi<'a>),
    /// Strategic issues.
    Isu(isu::Isi<'a>),
    /// T-C.26.
    Strategi(strategi::Isi<'a>),
    /// A table laid out from its description.
    Matriks { matriks: matriks::Isi<'a> },
}

/// The years and rows of a table id; `None` for an id without rows of its own. Without a
/// setting columns are not measured: for who only asks whether there are rows.
pub fn build<'a>(
    id: &str,
    tabel: &regulation::Tabel,
    renstra: &'a Renstra,
    config: &Config,
    setting: Option<&Setting<'_>>,
) -> Option<(Vec<Tahun>, bool, Isi<'a>)> {
    if let Some((_, table)) = tambahan::list(renstra).find(|(own, _)| own == id) {
        let matriks = matriks::build_tambahan(table, setting);
        return Some((Vec::new(), false, Isi::Matriks { matriks }));
    }
    let id = tabel
        .lembar
        .as_deref()
        .filter(|_| !id.starts_with("pegawai-"))
        .unwrap_or(id);
    if !tabel.kolom.is_empty() {
        let (tahun, kosong, matriks) = matriks::build(tabel, id, renstra, config, setting)?;
        return Some((tahun, kosong, Isi::Matriks { matriks }));
    }
    if let Some(kelompok) = id.strip_prefix("pegawai-") {
        let isi = pegawai::build(kelompok, renstra);
        return Some((Vec::new(), isi.is_empty(), Isi::Pegawai(isi)));
    }
    if let Some(jenis) = JenisTelaahan::ALL
        .into_iter()
        .find(|jenis| jenis.id() == id)
    {
        let isi = telaahan::build(jenis, renstra);
        return Some((Vec::new(), isi.is_empty(), Isi::Telaahan(isi)));
    }
    let built = match id {
        "sarana" => (
            Vec::new(),
            renstra.sarana.is_empty(),
            Isi::Sarana(sarana::build(renstra)),
        ),
        "t-b-35" => {
            let isi = permasalahan::build(renstra);
            (
                Vec::new(),
                renstra.permasalahan.is_empty(),
                Isi::Permasalahan(isi),
            )
        }
        "isu-strategis" => (
            Vec::new(),
            renstra.isu_strategis.is_empty(),
            Isi::Isu(isu::build(renstra)),
        ),
        "t-c-26" => (
            Vec::new(),
            renstra.misi.is_empty(),
            Isi::Strategi(strategi::build(renstra)),
        ),
        _ => return None,
    };
    Some(built)
}

/// All years that any of the rows has a column for, in order.
fn years<'a, T: 'a>(row: impl Iterator<Item = &'a PerTahun<T>>) -> Vec<Tahun> {
    row.flat_map(|row| row.keys().copied())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// Placeholders of a table's title that speak of its own years.
pub fn title_years(year: &[Tahun]) -> BTreeMap<&'static str, String> {
    let first = year.first().map(ToString::to_string).unwrap_or_default();
    let last = year.last().map(ToString::to_string).unwrap_or_default();
    BTreeMap::from([("tahun_awal", first), ("tahun_akhir", last)])
}
