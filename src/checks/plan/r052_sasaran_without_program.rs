#![doc = include_str!("r052_sasaran_without_program.md")]

use super::{Rule, Subject};
use crate::checks::shared::nearest::{nearest, remedy};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Ground, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R052"),
    severity: Severity::Error,
    text: include_str!("r052_sasaran_without_program.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let table = &subject.renstra.pendanaan;
    // A table without the column cannot say it.
    if table.sasaran.is_empty() || table.program.is_empty() {
        return;
    }
    let place = plan::perumusan_name(subject.renstra);
    // What stands there under a sasaran of its own is no other wording of this one.
    let tujuan = &subject.renstra.tujuan;
    let known: Vec<&str> = tujuan
        .iter()
        .flat_map(|tujuan| &tujuan.sasaran)
        .map(|sasaran| sasaran.uraian.value.as_str())
        .collect();
    for sasaran in subject
        .renstra
        .tujuan
        .iter()
        .flat_map(|tujuan| &tujuan.sasaran)
    {
        let name = &sasaran.uraian.value;
        let served = table.program.iter().any(|program| {
            let butir = program.sasaran.and_then(|at| table.sasaran.get(at));
            butir.is_some_and(|butir| text::same(&butir.uraian.value, name))
        });
        if !served {
            let near = nearest(
                name,
                table
                    .sasaran
                    .iter()
                    .map(|butir| butir.uraian.value.as_str()),
            );
            let near = near.filter(|near| !known.iter().any(|known| text::same(known, near)));
            let hint = format!(
                "letakkan program di bawah sasaran ini pada {place} dengan bunyi yang sama"
            );
            out.emit(
                RULE.finding(
                    sasaran.uraian.origin.clone(),
                    format!("sasaran ini belum mempunyai program pada {place}"),
                )
                .path(plan::one_line(name))
                .rests_on([Ground::Wording])
                .hint(remedy(near, &hint)),
            );
        }
    }
}
