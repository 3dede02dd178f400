//! Tables as the templates get them, every value ready to print.

mod matriks;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::config::Config;
use crate::model::{Located, PerTahun, Renstra, Tahun};
use crate::regulation;

use super::page::Setting;
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
    /// Title in the list of tables: without the agency that the document is about.
    pub judul_daftar: String,
    /// The calendar years of its columns, in order.
    pub tahun: Vec<Tahun>,
    /// Whether it has no rows.
    pub kosong: bool,
    /// The line below it that says where its figures come from.
    pub sumber: Option<&'a Located<String>>,
    /// Columns and rows.
    pub matriks: matriks::Isi<'a>,
}

/// The years and rows of a table id; `None` for an id without rows of its own. Without a
/// setting columns are not measured: for who only asks whether there are rows.
pub fn build<'a>(
    id: &str,
    tabel: &regulation::Tabel,
    renstra: &'a Renstra,
    config: &Config,
    setting: Option<&Setting<'_>>,
) -> Option<(Vec<Tahun>, bool, matriks::Isi<'a>)> {
    if let Some((_, table)) = tambahan::list(renstra).find(|(own, _)| own == id) {
        let matriks = matriks::build_tambahan(table, setting);
        return Some((Vec::new(), false, matriks));
    }
    matriks::build(tabel, id, renstra, config, setting)
}

/// All years that any of the rows has a column for, in order.
fn years<'a, T: 'a>(row: impl Iterator<Item = &'a PerTahun<T>>) -> Vec<Tahun> {
    row.flat_map(|row| row.keys().copied())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// A title as it is filled: of a table without rows no years are known, and it names none.
pub fn title(judul: &str, years: &[Tahun]) -> String {
    if years.is_empty() {
        judul.replace(" Tahun {tahun_awal}–{tahun_akhir}", "")
    } else {
        judul.to_owned()
    }
}

/// Placeholders of a table's title that speak of its own years.
pub fn title_years(years: &[Tahun]) -> BTreeMap<&'static str, String> {
    let first = years.first().map(ToString::to_string).unwrap_or_default();
    let last = years.last().map(ToString::to_string).unwrap_or_default();
    BTreeMap::from([("tahun_awal", first), ("tahun_akhir", last)])
}
