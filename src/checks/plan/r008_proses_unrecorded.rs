#![doc = include_str!("r008_proses_unrecorded.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::Tahap;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R008"),
    severity: Severity::Info,
    text: include_str!("r008_proses_unrecorded.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let identitas = &subject.renstra.identitas;
    let tahap = identitas.tahap.value().copied();
    if !matches!(tahap, Some(Tahap::RancanganAkhir | Tahap::Final)) {
        return;
    }
    let proses = [
        ("SK Tim Penyusun", &identitas.proses.sk_tim),
        ("Berita Acara Forum", &identitas.proses.forum),
        ("Berita Acara Verifikasi", &identitas.proses.verifikasi),
    ];
    // A city that keeps them elsewhere is not told.
    if proses.iter().all(|(_, entry)| entry.is_missing()) {
        return;
    }
    // What is verified is the last draft.
    let due = if tahap == Some(Tahap::Final) { 3 } else { 2 };
    let missing: Vec<&str> = proses
        .iter()
        .take(due)
        .filter(|(_, entry)| entry.is_missing())
        .map(|(label, _)| *label)
        .collect();
    if missing.is_empty() {
        return;
    }
    let list = missing.join(", ");
    let origin = identitas.origin.clone();
    out.emit(
        RULE.finding(
            origin.unwrap_or_else(|| plan::file_origin(subject)),
            format!("dokumen proses belum dicatat: {list}"),
        )
        .path(list)
        .hint("isi nomor dan tanggalnya pada lembar Identitas"),
    );
}
