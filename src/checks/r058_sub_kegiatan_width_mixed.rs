#![doc = include_str!("r058_sub_kegiatan_width_mixed.md")]

use std::collections::BTreeMap;

use super::rows;
use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::PaguRow;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R058"),
    severity: Severity::Error,
    text: include_str!("r058_sub_kegiatan_width_mixed.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut by_width: BTreeMap<usize, Vec<&PaguRow>> = BTreeMap::new();
    for (_, row) in rows::coded(subject.renstra) {
        if let Some(last) = row.kode.value.segment().get(5) {
            by_width.entry(last.len()).or_default().push(row);
        }
    }
    let (Some(short), Some(long)) = (by_width.get(&2), by_width.get(&4)) else {
        return;
    };
    let fewer = if short.len() <= long.len() {
        short
    } else {
        long
    };
    out.emit(
        Diagnostic::error(
            RULE.code,
            fewer[0].kode.origin.clone(),
            "kode sub kegiatan dua angka dan empat angka bercampur",
        )
        .path(fewer[0].kode.value.to_string())
        .figure(
            "dua angka",
            format!("{} baris", short.len()),
            short.iter().map(|r| r.kode.origin.clone()),
        )
        .figure(
            "empat angka",
            format!("{} baris", long.len()),
            long.iter().map(|r| r.kode.origin.clone()),
        )
        .hint("perbarui semua kode menurut satu nomenklatur"),
    );
}
