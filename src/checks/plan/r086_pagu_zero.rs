#![doc = include_str!("r086_pagu_zero.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd};
use crate::diagnostic::{Code, Diagnostics, Ground, Severity};
use crate::model::{Level, PaguRow};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R086"),
    severity: Severity::Warning,
    text: include_str!("r086_pagu_zero.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (level, row) in plan::coded(subject.renstra) {
        if level == Level::SubKegiatan || is_leaf(subject, row) || is_prioritas(subject, row) {
            continue;
        }
        let zero: Vec<_> = row
            .pagu()
            .iter()
            .filter_map(|(tahun, entry)| Some((tahun, entry.located()?)))
            .filter(|(_, pagu)| pagu.value.is_zero())
            .collect();
        let Some((_, first)) = zero.first() else {
            continue;
        };
        let year: Vec<String> = zero.iter().map(|(tahun, _)| tahun.to_string()).collect();
        let kode = &row.kode.value;
        out.emit(
            RULE.finding(
                first.origin.clone(),
                format!("pagu {level} {kode} nol pada tahun {}", year.join(", ")),
            )
            .element(kode)
            .rests_on([Ground::Parent, Ground::Children])
            .hint("isi pagunya, atau jelaskan dalam naskah mengapa tidak dianggarkan"),
        );
    }
}

/// A kegiatan without sub kegiatan is another rule's finding.
fn is_leaf(subject: &Subject<'_>, row: &PaguRow) -> bool {
    let kegiatan = subject
        .renstra
        .pendanaan
        .program
        .iter()
        .flat_map(|program| &program.kegiatan);
    let mut own = kegiatan.filter(|kegiatan| kegiatan.baris.kode.origin == row.kode.origin);
    own.next()
        .is_some_and(|kegiatan| kegiatan.sub_kegiatan.is_empty())
}

/// A priority of the RPJMD without money is another rule's finding.
fn is_prioritas(subject: &Subject<'_>, row: &PaguRow) -> bool {
    let program = row.kode.value.ancestor(Level::Program);
    program.is_some_and(|kode| rpjmd::is_prioritas(subject, &kode))
}
