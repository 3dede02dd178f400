#![doc = include_str!("r025_penanggung_jawab_missing.md")]

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Origin, Severity};
use crate::model::Entry;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R025"),
    severity: Severity::Error,
    text: include_str!("r025_penanggung_jawab_missing.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let list = super::rows::coded(subject.renstra);
    if let Some((_, first)) = list.first()
        && list
            .iter()
            .all(|(_, row)| matches!(row.unit, Entry::Missing))
    {
        out.emit(
            Diagnostic::error(
                RULE.code,
                Origin { cell: None, ..first.origin.clone() },
                "tabel pendanaan tidak mempunyai kolom unit penanggung jawab",
            )
            .hint("tambahkan kolom Unit Kerja Penanggung Jawab dan isi untuk setiap program, kegiatan, dan sub kegiatan"),
        );
        return;
    }
    for (level, row) in list {
        if row.unit.is_missing() && !row.uraian.is_broken() {
            out.emit(
                Diagnostic::error(
                    RULE.code,
                    row.unit.origin().unwrap_or(&row.kode.origin).clone(),
                    format!("{level} {} belum mempunyai unit penanggung jawab", row.kode.value),
                )
                .path(row.kode.value.to_string())
                .hint("isi kolom Unit Kerja Penanggung Jawab dengan bidang, bagian, atau UPT yang melaksanakannya"),
            );
        }
    }
}
