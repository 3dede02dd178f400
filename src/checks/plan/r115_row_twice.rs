#![doc = include_str!("r115_row_twice.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Fact, Ground, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R115"),
    severity: Severity::Warning,
    text: include_str!("r115_row_twice.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (level, row) in plan::coded(subject.renstra) {
        // A row that stands twice is read as a further indicator of the same one.
        let list = &row.indikator;
        let twin = list.iter().enumerate().find_map(|(at, own)| {
            let mut before = list[..at].iter();
            let first = before.find(|other| text::same(&own.uraian.value, &other.uraian.value))?;
            Some((first, own))
        });
        let Some((first, second)) = twin else {
            continue;
        };
        let kode = &row.kode.value;
        out.emit(
            RULE.finding(
                second.uraian.origin.clone(),
                format!("baris {level} {kode} tercatat dua kali"),
            )
            .element(kode)
            .fact(Fact::Upsets(Ground::Total))
            .fact(Fact::Upsets(Ground::SingleRow))
            .quote("baris ini", &second.uraian)
            .quote("baris pertama", &first.uraian)
            .hint("hapus salah satu baris; bila unitnya memang lain, isi unit masing-masing"),
        );
    }
}
