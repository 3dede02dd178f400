#![doc = include_str!("r082_indikator_wajib_missing.md")]

use super::{Rule, Subject};
use super::{rows, wajib};
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
    let hasil = rows::hasil(renstra).into_iter().map(|(_, own)| own);
    let ikk = renstra.ikk.iter().map(|ikk| &ikk.indikator);
    let dicari = wajib::Dicari {
        code: RULE.code,
        jenis: JenisWajib::Semua,
        own: hasil.chain(ikk).collect(),
        lembar: rows::tujuan_sheet(renstra),
        sebutan: "indikator wajib",
        tempat: format!("{}, IKU, atau program", rows::names(renstra).0),
    };
    wajib::report(subject, &dicari, out);
}
