#![doc = include_str!("r054_sasaran_not_in_t_c_25.md")]

use super::{Rule, Subject};
use crate::checks::shared::nearest::{nearest, remedy};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Fact, Ground, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R054"),
    severity: Severity::Error,
    text: include_str!("r054_sasaran_not_in_t_c_25.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let known = &subject.renstra.tujuan;
    if known.is_empty() {
        return;
    }
    let table = &subject.renstra.pendanaan;
    let tujuan: Vec<&str> = known.iter().map(|t| t.uraian.value.as_str()).collect();
    let sasaran: Vec<&str> = known
        .iter()
        .flat_map(|tujuan| &tujuan.sasaran)
        .map(|sasaran| sasaran.uraian.value.as_str())
        .collect();
    for (what, list, known) in [
        ("tujuan", &table.tujuan, tujuan),
        ("sasaran", &table.sasaran, sasaran),
    ] {
        for butir in list {
            if known
                .iter()
                .any(|known| text::same(known, &butir.uraian.value))
            {
                continue;
            }
            let near = nearest(&butir.uraian.value, known.iter().copied());
            let hint = format!("samakan bunyi {what} pada kedua tabel");
            out.emit(
                RULE.finding(
                    butir.uraian.origin.clone(),
                    format!(
                        "{what} pada {} ini tidak ada pada {}",
                        plan::perumusan_name(subject.renstra),
                        plan::tujuan_sheet(subject.renstra).tab()
                    ),
                )
                .path(plan::one_line(&butir.uraian.value))
                .fact(Fact::Upsets(Ground::Wording))
                .hint(remedy(near, &hint)),
            );
        }
    }
}
