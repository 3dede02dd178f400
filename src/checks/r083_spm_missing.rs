#![doc = include_str!("r083_spm_missing.md")]

use super::{Rule, Subject};
use super::{rows, wajib};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::JenisWajib;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R083"),
    severity: Severity::Error,
    text: include_str!("r083_spm_missing.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let (tujuan, pendanaan) = rows::names(renstra);
    let every = rows::indikator(renstra).into_iter();
    let dicari = wajib::Dicari {
        code: RULE.code,
        jenis: JenisWajib::Spm,
        own: every.map(|(_, own)| own).collect(),
        lembar: rows::pendanaan_sheet(renstra),
        sebutan: "indikator SPM",
        tempat: format!("{tujuan}, IKU, atau {pendanaan}"),
    };
    wajib::report(subject, &dicari, out);
}
