#![doc = include_str!("r053_program_without_sasaran.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R053"),
    severity: Severity::Error,
    text: include_str!("r053_program_without_sasaran.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let table = &subject.renstra.pendanaan;
    if table.sasaran.is_empty() {
        return;
    }
    for program in table
        .program
        .iter()
        .filter(|program| program.sasaran.is_none())
    {
        let kode = &program.baris.kode;
        out.emit(
            RULE.finding(
                kode.origin.clone(),
                format!(
                    "program {} tidak berada di bawah sasaran mana pun",
                    kode.value
                ),
            )
            .path(kode.value.to_string())
            .hint(format!(
                "isi kolom Sasaran pada {} di atas program ini",
                plan::perumusan_name(subject.renstra)
            )),
        );
    }
}
