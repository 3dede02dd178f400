#![doc = include_str!("r066_indicator_is_activity.md")]

use super::{Rule, Subject};
use crate::checks::shared::{lexicon, plan};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R066"),
    severity: Severity::Warning,
    text: include_str!("r066_indicator_is_activity.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let found = plan::outcome_indicators_once(subject.renstra, |level, indikator| {
        let name = plan::one_line(&indikator.uraian.value);
        let word = lexicon::activity(&name).filter(|_| !counts_cases(&name))?;
        let text = format!("indikator {level} ini mengukur kegiatan: \"{word}\"");
        Some(
            RULE.finding(indikator.uraian.origin.clone(), text)
                .path(name.clone())
                .note("indikator", name)
                .hint("ukurlah hasilnya; ukuran kegiatan diletakkan pada sub kegiatan"),
        )
    });
    out.extend(found);
}

/// Reports of what happened to people are counted as cases, not as papers:
/// `Jumlah laporan kasus kekerasan terhadap anak`.
fn counts_cases(name: &str) -> bool {
    const CASES: [&str; 7] = [
        "kasus",
        "kejadian",
        "kekerasan",
        "pengaduan",
        "gangguan",
        "kehilangan",
        "kecelakaan",
    ];
    let plain = text::plain(name);
    let behind = plain.split_once("laporan ").map(|(_, behind)| behind);
    behind.is_some_and(|behind| CASES.iter().any(|case| behind.starts_with(case)))
}
