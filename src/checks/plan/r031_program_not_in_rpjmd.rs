#![doc = include_str!("r031_program_not_in_rpjmd.md")]

use super::{Rule, Subject};
use crate::checks::shared::rpjmd;
use crate::diagnostic::{Code, Diagnostics, Ground, Severity};
use crate::model::Kode;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R031"),
    severity: Severity::Warning,
    text: include_str!("r031_program_not_in_rpjmd.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let given = rpjmd::programs(subject);
    // An agency that the RPJMD does not know at all is another rule's finding.
    if given.is_empty() {
        return;
    }
    let support = |kode: &Kode| kode.segment().get(2).is_some_and(|part| part == "01");
    let has_support = given.iter().any(|program| support(&program.kode.value));
    for own in &subject.renstra.pendanaan.program {
        let kode = &own.baris.kode.value;
        let known = given.iter().any(|program| program.has_kode(kode));
        if known || (support(kode) && !has_support) {
            continue;
        }
        out.emit(
            RULE.finding(
                own.baris.kode.origin.clone(),
                format!("program {kode} tidak ada pada RPJMD untuk Perangkat Daerah ini"),
            )
            .element(kode)
            .rests_on([Ground::Parent])
            .hint("hapus program ini, perbaiki kodenya, atau lengkapi RPJMD"),
        );
    }
}
