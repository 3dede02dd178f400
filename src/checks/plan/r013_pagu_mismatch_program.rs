#![doc = include_str!("r013_pagu_mismatch_program.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::PaguRow;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R013"),
    severity: Severity::Error,
    text: include_str!("r013_pagu_mismatch_program.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let table = &subject.renstra.pendanaan;
    for (p, program) in table.program.iter().enumerate() {
        if table.program_is_open(p) {
            continue;
        }
        let child: Vec<&PaguRow> = program
            .kegiatan
            .iter()
            .map(|kegiatan| &kegiatan.baris)
            .collect();
        plan::compare_sum(
            &RULE,
            ("program", &program.baris),
            ("kegiatan", &child),
            out,
        );
    }
}
