#![doc = include_str!("r122_misi_of_other_sasaran.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R122"),
    severity: Severity::Warning,
    text: include_str!("r122_misi_of_other_sasaran.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let Some(rpjmd) = subject.rpjmd else { return };
    for misi in &subject.renstra.misi {
        let Some(named) = &misi.uraian else { continue };
        let known = |misi: &str| {
            let mut list = rpjmd.misi.iter().filter_map(|own| own.uraian.as_ref());
            list.any(|own| text::same(&own.value, misi))
        };
        // The first tujuan below a misi is the one for which it stands there.
        let Some(first) = misi.tujuan.first() else {
            continue;
        };
        let own = subject
            .renstra
            .tujuan
            .iter()
            .find(|own| text::same(&own.uraian.value, &first.uraian.value));
        let Some(link) = own.and_then(|own| own.sasaran_rpjmd.first()) else {
            continue;
        };
        let of_link = rpjmd.misi.iter().find(|own| {
            let mut sasaran = own.tujuan.iter().flat_map(|tujuan| &tujuan.sasaran);
            sasaran.any(|own| text::same(&own.uraian.value, &link.value))
        });
        let Some(theirs) = of_link.and_then(|own| own.uraian.as_ref()) else {
            continue;
        };
        if !known(&named.value) || text::same(&theirs.value, &named.value) {
            continue;
        }
        out.emit(
            RULE.finding(
                named.origin.clone(),
                "tujuan di bawah misi ini mendukung misi lain menurut RPJMD",
            )
            .path(plan::one_line(&first.uraian.value))
            .quote("misi pada T-C.26", named)
            .quote("misi menurut RPJMD", theirs)
            .note("sasaran RPJMD", plan::one_line(&link.value))
            .hint("pindahkan tujuan ke bawah misi yang benar, atau betulkan kaitannya pada T-C.25"),
        );
    }
}
