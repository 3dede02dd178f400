#![doc = include_str!("r153_pagu_and_target_disagree.md")]

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Located, PaguRow, Rupiah, Tahun, Target};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R153"),
    severity: Severity::Warning,
    text: include_str!("r153_pagu_and_target_disagree.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for program in &subject.renstra.pendanaan.program {
        let list = program.kegiatan.iter();
        for sub in list.flat_map(|kegiatan| &kegiatan.sub_kegiatan) {
            for tahun in sub.baris.pagu().keys() {
                report(&program.baris, &sub.baris, *tahun, out);
            }
        }
    }
}

fn report(program: &PaguRow, row: &PaguRow, tahun: Tahun, out: &mut Diagnostics) {
    let Some(pagu) = row.pagu().get(&tahun).and_then(|entry| entry.located()) else {
        return;
    };
    let targets = targets(row, tahun);
    let Some(first) = targets.first() else { return };
    let idle = targets
        .iter()
        .all(|target| target.value.nilai() == Some(Decimal::ZERO));
    // Letters and ranges are targets too.
    let message = match (pagu.value.is_zero(), idle) {
        (false, true) => "mempunyai pagu tetapi targetnya nol",
        (true, false) if is_paid(program, tahun) && is_paid_otherwise(row, tahun) => {
            "mempunyai target tetapi pagunya nol"
        }
        _ => return,
    };
    let kode = &row.kode.value;
    let origin = if pagu.value.is_zero() {
        &pagu.origin
    } else {
        &first.origin
    };
    out.emit(
        RULE.finding(
            origin.clone(),
            format!("sub kegiatan {kode} tahun {tahun} {message}"),
        )
        .path(kode.to_string())
        .rupiah("pagu", pagu)
        .figure("target", first.value.teks(), [first.origin.clone()])
        .hint("isi yang kurang, atau kosongkan pagu dan target tahun itu"),
    );
}

/// Targets of the row's indicators in a year.
fn targets(row: &PaguRow, tahun: Tahun) -> Vec<&Located<Target>> {
    let list = row.indikator.iter();
    list.filter_map(|indikator| indikator.target.get(&tahun)?.located())
        .collect()
}

/// Whether a row has money in a year. A whole programme without it is another rule's.
fn is_paid(row: &PaguRow, tahun: Tahun) -> bool {
    let pagu = row.pagu().get(&tahun).and_then(|entry| entry.value());
    pagu.is_some_and(|pagu| !pagu.is_zero())
}

/// Whether most other years have money: only then is the nought a slip.
fn is_paid_otherwise(row: &PaguRow, tahun: Tahun) -> bool {
    let others = row.pagu().iter().filter(|(other, _)| **other != tahun);
    let (paid, free): (Vec<Rupiah>, Vec<Rupiah>) = others
        .filter_map(|(_, entry)| entry.value().copied())
        .partition(|pagu| !pagu.is_zero());
    paid.len() > 1 && free.is_empty()
}
