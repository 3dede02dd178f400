#![doc = include_str!("r083_spm_missing.md")]

use super::{Rule, Subject};
use crate::checks::shared::{mandatory, plan};
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
    let (tujuan, pendanaan) = (plan::tujuan_sheet(renstra), plan::pendanaan_sheet(renstra));
    let every = plan::indicators(renstra).into_iter();
    let dicari = mandatory::Wanted {
        rule: &RULE,
        jenis: JenisWajib::Spm,
        own: every.map(|(_, own)| own).collect(),
        lembar: pendanaan,
        sebutan: "indikator SPM",
        tempat: format!("{}, IKU, atau {}", tujuan.tab(), pendanaan.tab()),
    };
    mandatory::report(subject, &dicari, out);
}
