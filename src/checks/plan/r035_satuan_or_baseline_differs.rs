#![doc = include_str!("r035_satuan_or_baseline_differs.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd};
use crate::diagnostic::{Code, Diagnostics, Ground, Origin, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R035"),
    severity: Severity::Error,
    text: include_str!("r035_satuan_or_baseline_differs.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (program, theirs, own) in rpjmd::indicator_pairs(subject) {
        let mut report = |what: &str, a: (&str, Origin), b: (&str, Origin)| {
            out.emit(
                RULE.finding(
                    a.1.clone(),
                    format!(
                        "{what} indikator program {} berbeda dengan RPJMD",
                        program.kode.value
                    ),
                )
                .element(&program.kode.value)
                .rests_on([Ground::TableYears, Ground::KodeAndName])
                .figure("Renstra", a.0, [a.1])
                .figure("RPJMD", b.0, [b.1])
                .note("indikator", plan::one_line(&own.uraian.value))
                .hint(format!("samakan {what} dengan RPJMD")),
            );
        };
        if let (Some(a), Some(b)) = (own.satuan.located(), theirs.satuan.located())
            && !same_unit(&a.value, &b.value)
        {
            report(
                "satuan",
                (&a.value, a.origin.clone()),
                (&b.value, b.origin.clone()),
            );
        }
        if let (Some(a), Some(b)) = (own.target_awal.located(), theirs.target_awal.located())
            && !rpjmd::same_target(&a.value, &b.value)
        {
            report(
                "kondisi awal",
                (a.value.teks(), a.origin.clone()),
                (b.value.teks(), b.origin.clone()),
            );
        }
    }
}

/// `%`, `persen` and `persentase` are one unit.
fn same_unit(a: &str, b: &str) -> bool {
    let unit = |unit: &str| match text::plain(unit).as_str() {
        "persen" | "persentase" | "persen %" | "persentase %" => "%".to_owned(),
        other => other.to_owned(),
    };
    unit(a) == unit(b)
}
