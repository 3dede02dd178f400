#![doc = include_str!("r084_ikk_missing.md")]

use super::{Rule, Subject};
use crate::checks::shared::mandatory;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{JenisWajib, Worksheet};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R084"),
    severity: Severity::Error,
    text: include_str!("r084_ikk_missing.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let (lembar, tempat) = if subject
        .regulation
        .tables_of(Worksheet::Ikk)
        .next()
        .is_some()
    {
        (Worksheet::Ikk, "tabel IKK")
    } else {
        (Worksheet::Tc28, Worksheet::Tc28.tab())
    };
    let ikk = renstra.ikk.iter().map(|ikk| &ikk.indikator);
    let dicari = mandatory::Wanted {
        rule: &RULE,
        jenis: JenisWajib::Ikk,
        own: ikk.chain(&renstra.kinerja_urusan).collect(),
        lembar,
        sebutan: "indikator kinerja kunci",
        tempat: tempat.to_owned(),
    };
    mandatory::report(subject, &dicari, out);
}
