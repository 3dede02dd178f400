#![doc = include_str!("r040_tujuan_without_sasaran_rpjmd.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R040"),
    severity: Severity::Warning,
    text: include_str!("r040_tujuan_without_sasaran_rpjmd.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let filled = subject.rpjmd.filter(|rpjmd| !rpjmd.misi.is_empty());
    let Some(rpjmd) = filled else { return };
    for tujuan in &subject.renstra.tujuan {
        if !tujuan.sasaran_rpjmd.is_empty() || rpjmd::names_sasaran(rpjmd, &tujuan.uraian.value) {
            continue;
        }
        let own = tujuan
            .indikator
            .iter()
            .chain(tujuan.sasaran.iter().flat_map(|sasaran| &sasaran.indikator));
        let shared = own.into_iter().any(|own| {
            rpjmd
                .indikator()
                .any(|theirs| text::same(&theirs.indikator.uraian.value, &own.uraian.value))
        });
        if !shared {
            out.emit(
                RULE.finding(
                    tujuan.uraian.origin.clone(),
                    "tujuan ini belum dikaitkan dengan sasaran RPJMD",
                )
                .path(plan::one_line(&tujuan.uraian.value))
                .hint(format!(
                    "isi kolom Sasaran RPJMD pada {} dengan bunyi sasaran dari RPJMD",
                    plan::tujuan_sheet(subject.renstra).tab()
                )),
            );
        }
    }
}
