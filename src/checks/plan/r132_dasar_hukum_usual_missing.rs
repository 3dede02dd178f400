#![doc = include_str!("r132_dasar_hukum_usual_missing.md")]

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R132"),
    severity: Severity::Info,
    text: include_str!("r132_dasar_hukum_usual_missing.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let list = &subject.renstra.identitas.dasar_hukum;
    // An empty list is the identity sheet's finding.
    let Some(first) = list.first() else { return };
    let known: Vec<String> = list.iter().map(|law| text::plain(&law.value)).collect();
    let usual = subject.regulation.dasar_hukum_lazim.iter();
    let missing: Vec<_> = usual
        .filter(|law| !known.iter().any(|text| law.is_in(text)))
        .collect();
    if missing.is_empty() {
        return;
    }
    let mut finding = RULE.finding(
        first.origin.clone(),
        format!(
            "dasar hukum yang lazim diminta verifikator belum disebut: {} peraturan",
            missing.len()
        ),
    );
    for law in missing {
        let asked = law.sumber.as_deref();
        let asked = asked.map_or_else(String::new, |who| format!(" ({who})"));
        finding = finding.note("belum disebut", format!("{}{asked}", law.nama));
    }
    out.emit(
        finding.hint("tambahkan pada Dasar Hukum di lembar Identitas bila memang menjadi dasar"),
    );
}
