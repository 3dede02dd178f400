//! `renstra split` and `renstra merge`: one workbook a unit, and back into one.

mod args;
mod merge;
mod split;

use crate::form::{self, Form, Migrated};
use crate::model::Periode;
use crate::pipeline::Base;

pub use args::{Merge, Split};
pub(super) use merge::run as merge;
pub(super) use split::run as split;

/// The form of the agency's workbook with what it is to hold. `bidang` is the caller's,
/// since the form only borrows it.
fn form_of<'a>(base: &'a Base<'_>, bidang: &'a [String], migrated: Migrated) -> Option<Form<'a>> {
    let periode: Periode = base.periode.or_else(|| form::usual(base.regulation))?;
    let nama = base.contents.renstra.identitas.nama.value();
    Some(Form {
        regulation: base.regulation,
        opd: nama.map(String::as_str).unwrap_or_default(),
        bidang,
        periode,
        daerah: base.daerah.as_deref(),
        migrated,
    })
}

/// The bidang urusan that Identitas names, else those of the agency's name.
fn bidang_of(base: &Base<'_>) -> Vec<String> {
    let identitas = &base.contents.renstra.identitas;
    let kode = |text: &str| {
        let word = text.split_whitespace().next()?;
        let is_kode = word.contains('.') && word.starts_with(|c: char| c.is_ascii_digit());
        is_kode.then(|| word.trim_end_matches('.').to_owned())
    };
    let named = identitas.bidang_urusan.iter();
    let named: Vec<String> = named.filter_map(|bidang| kode(&bidang.value)).collect();
    if !named.is_empty() {
        return named;
    }
    let nama = identitas.nama.value();
    nama.map(|nama| form::bidang_of(nama)).unwrap_or_default()
}
