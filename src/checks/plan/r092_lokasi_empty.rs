#![doc = include_str!("r092_lokasi_empty.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Ground, Severity};
use crate::model::Level;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R092"),
    severity: Severity::Warning,
    text: include_str!("r092_lokasi_empty.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let empty: Vec<_> = plan::coded(subject.renstra)
        .into_iter()
        .filter(|(level, _)| *level == Level::SubKegiatan)
        .filter_map(|(_, row)| match &row.lokasi {
            crate::model::Entry::Empty(origin) => Some((row, origin)),
            _ => None,
        })
        .collect();
    let Some((row, first)) = empty.first() else {
        return;
    };
    out.emit(
        RULE.finding(
            (*first).clone(),
            format!("lokasi {} sub kegiatan belum diisi", empty.len()),
        )
        .element(&row.kode.value)
        .rests_on([Ground::Parent])
        .figure(
            "sel kosong",
            empty.len().to_string(),
            empty.iter().map(|(_, o)| (*o).clone()),
        )
        .hint("isi kolom Lokasi, misalnya nama kota atau kelurahan"),
    );
}
