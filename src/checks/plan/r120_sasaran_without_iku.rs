#![doc = include_str!("r120_sasaran_without_iku.md")]

use super::{Rule, Subject};
use crate::checks::shared::{lexicon, plan, rpjmd, wording};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Indikator, Sasaran, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R120"),
    severity: Severity::Warning,
    text: include_str!("r120_sasaran_without_iku.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let sasaran: Vec<&Sasaran> = renstra.tujuan.iter().flat_map(|t| &t.sasaran).collect();
    let has_iku = |sasaran: &Sasaran| {
        renstra.iku.iter().any(|iku| {
            let named = iku.sasaran.as_ref();
            let named = named.is_some_and(|own| text::same(&own.value, &sasaran.uraian.value));
            named || measures(sasaran, &iku.indikator)
        })
    };
    // A sasaran without a program is wanting before its IKU is.
    let money = &renstra.pendanaan.sasaran;
    let is_funded = |own: &Sasaran| {
        let mut rows = money.iter();
        money.is_empty() || rows.any(|row| text::same(&row.uraian.value, &own.uraian.value))
    };
    // What the agency owes itself is often measured by SAKIP alone.
    let without: Vec<_> = sasaran
        .iter()
        .filter(|own| is_funded(own))
        .filter(|own| !has_iku(own) && !lexicon::is_internal(&own.uraian.value))
        .collect();
    // Where hardly any has one the IKU are worded otherwise, which other rules say.
    if renstra.iku.is_empty() || without.len() * 2 > sasaran.len() {
        return;
    }
    for own in without {
        let name = plan::one_line(&own.uraian.value);
        out.emit(
            RULE.finding(own.uraian.origin.clone(), "sasaran ini tidak mempunyai IKU")
                .path(name.clone())
                .figure("sasaran", name, [own.uraian.origin.clone()])
                .figure(
                    "IKU",
                    format!("{} indikator, untuk sasaran lain", renstra.iku.len()),
                    [],
                )
                .hint("tambahkan indikator utamanya pada lembar IKU"),
        );
    }
}

/// Whether an IKU is one of the sasaran's indicators. One that is worded a little
/// otherwise is; that it is, another rule says.
fn measures(sasaran: &Sasaran, iku: &Indikator) -> bool {
    let name = &iku.uraian.value;
    let same = |own: &Indikator| {
        let own = &own.uraian.value;
        text::same(own, name)
            || wording::is_alike(own, name)
            || wording::is_begin(own, name)
            || wording::holds(name, own)
    };
    sasaran.indikator.iter().any(same) || rpjmd::nearest(name, &sasaran.indikator).is_some()
}
