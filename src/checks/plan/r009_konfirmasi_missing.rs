#![doc = include_str!("r009_konfirmasi_missing.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Tahap, Worksheet};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R009"),
    severity: Severity::Info,
    text: include_str!("r009_konfirmasi_missing.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let is_final = renstra.identitas.tahap.value() == Some(&Tahap::Final);
    if !is_final || !renstra.konfirmasi.is_empty() {
        return;
    }
    let list = renstra.tanggung_jawab();
    let count = list.iter().filter(|one| one.unit.is_some()).count();
    if count == 0 {
        return;
    }
    out.emit(
        RULE.finding(
            plan::sheet_origin(subject, Worksheet::Konfirmasi),
            format!("belum dicatat konfirmasi dari {count} unit penanggung jawab"),
        )
        .path("Konfirmasi")
        .hint("isi lembar Konfirmasi dengan unit, nama kepala unit, dan tanggal"),
    );
}
