#![doc = include_str!("r110_definisi_repeats_name.md")]

use super::{Rule, Subject};
use crate::checks::shared::{iku, wording};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R110"),
    severity: Severity::Warning,
    text: include_str!("r110_definisi_repeats_name.md"),
    check,
};

/// Words that add nothing to a name.
const EMPTY: [&str; 10] = [
    "adalah",
    "yaitu",
    "merupakan",
    "yang",
    "dan",
    "di",
    "pada",
    "dari",
    "ialah",
    "indikator",
];

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for own in &subject.renstra.iku {
        let Some(definisi) = own.indikator.definisi.located() else {
            continue;
        };
        let name = wording::words(&own.indikator.uraian.value);
        let more = wording::words(&definisi.value)
            .into_iter()
            .any(|word| !name.contains(&word) && !EMPTY.contains(&word.as_str()));
        if more {
            continue;
        }
        let message = "definisi operasional hanya mengulang nama indikator";
        out.emit(
            iku::doubtful(&RULE, own, ("definisi", definisi), message)
                .hint("jelaskan apa yang dihitung, siapa atau apa yang termasuk, dan kapan diukur"),
        );
    }
}
