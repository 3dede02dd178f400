#![doc = include_str!("r068_too_many_indikator.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Indikator, Located};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R068"),
    severity: Severity::Info,
    text: include_str!("r068_too_many_indikator.md"),
    check,
};

/// The threshold is ours.
const MOST: usize = 4;

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut look = |what: &str, uraian: &Located<String>, indikator: &[Indikator]| {
        if indikator.len() > MOST {
            out.emit(
                RULE.finding(
                    uraian.origin.clone(),
                    format!("{what} ini mempunyai {} indikator", indikator.len()),
                )
                .path(plan::one_line(&uraian.value))
                .hint("pilih yang paling mewakili; selebihnya letakkan pada program"),
            );
        }
    };
    for tujuan in &subject.renstra.tujuan {
        look("tujuan", &tujuan.uraian, &tujuan.indikator);
        for sasaran in &tujuan.sasaran {
            look("sasaran", &sasaran.uraian, &sasaran.indikator);
        }
    }
}
