#![doc = include_str!("r037_pagu_above_rpjmd.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::Rupiah;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R037"),
    severity: Severity::Error,
    text: include_str!("r037_pagu_above_rpjmd.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (program, own) in rpjmd::program_pairs(subject) {
        for (tahun, entry) in &program.pagu {
            let (Some(theirs), Some((sum, cell))) = (entry.located(), rpjmd::pagu(&own, *tahun))
            else {
                continue;
            };
            if sum <= theirs.value {
                continue;
            }
            let kode = &program.kode.value;
            let origin = cell.first().map_or(&theirs.origin, |cell| &cell.origin);
            let gap = Rupiah::from_decimal((sum - theirs.value).decimal().abs());
            out.emit(
                RULE.finding(
                    origin.clone(),
                    format!("pagu program {kode} tahun {tahun} melebihi pagu RPJMD"),
                )
                .path(kode.to_string())
                .figure(
                    "Renstra",
                    format!("Rp{sum}"),
                    cell.iter().map(|c| c.origin.clone()),
                )
                .figure(
                    "RPJMD",
                    format!("Rp{}", theirs.value),
                    [theirs.origin.clone()],
                )
                .note("selisih", format!("Rp{gap}"))
                .hint(format!(
                    "kurangi pagu program pada {}, atau usulkan perubahan RPJMD",
                    plan::table_names(subject.renstra).pendanaan
                )),
            );
        }
    }
}
