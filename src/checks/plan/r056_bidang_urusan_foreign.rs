#![doc = include_str!("r056_bidang_urusan_foreign.md")]

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostics, Ground, Severity};
use crate::model::kode::KodeOpd;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R056"),
    severity: Severity::Warning,
    text: include_str!("r056_bidang_urusan_foreign.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let identitas = &subject.renstra.identitas;
    let kode = identitas
        .kode
        .value()
        .and_then(|kode| kode.parse::<KodeOpd>().ok());
    let mut known: Vec<String> = kode
        .iter()
        .flat_map(KodeOpd::bidang)
        .map(str::to_owned)
        .collect();
    if known.is_empty() {
        return;
    }
    let named = identitas.bidang_urusan.iter();
    known.extend(named.filter_map(|text| text.value.split_whitespace().next().map(str::to_owned)));
    known.sort_unstable();
    known.dedup();
    for program in &subject.renstra.pendanaan.program {
        let kode = &program.baris.kode;
        let bidang = kode.value.segment().get(..2).unwrap_or_default().join(".");
        if kode.value.is_placeholder() || known.contains(&bidang) {
            continue;
        }
        out.emit(
            RULE.finding(kode.origin.clone(),
                format!("bidang urusan {bidang} pada program {} bukan bidang urusan Perangkat Daerah ini", kode.value),
            )
            .element(&kode.value)
            .rests_on([Ground::Parent, Ground::AgencyKode])
            .figure("Perangkat Daerah", known.join(", "), identitas.kode.origin().cloned())
            .hint("perbaiki kode program, atau lengkapi Bidang Urusan pada lembar Identitas"),
        );
    }
}
