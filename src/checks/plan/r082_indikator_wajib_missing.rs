#![doc = include_str!("r082_indikator_wajib_missing.md")]

use super::{Rule, Subject};
use crate::checks::shared::{mandatory, plan};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::JenisWajib;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R082"),
    severity: Severity::Warning,
    text: include_str!("r082_indikator_wajib_missing.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let hasil = plan::outcome_indicators(renstra)
        .into_iter()
        .map(|(_, own)| own);
    let ikk = renstra.ikk.iter().map(|ikk| &ikk.indikator);
    let dicari = mandatory::Wanted {
        rule: &RULE,
        jenis: JenisWajib::Semua,
        own: hasil.chain(ikk).collect(),
        lembar: plan::tujuan_sheet(renstra),
        sebutan: "indikator wajib",
        tempat: format!("{}, IKU, atau program", plan::tujuan_sheet(renstra).tab()),
    };
    mandatory::report(subject, &dicari, out);
}
