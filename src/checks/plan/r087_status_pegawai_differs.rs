#![doc = include_str!("r087_status_pegawai_differs.md")]

use super::{Rule, Subject};
use crate::checks::shared::staff::{self, Headcount};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::number;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R087"),
    severity: Severity::Warning,
    text: include_str!("r087_status_pegawai_differs.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let list = staff::headcounts(subject.renstra);
    for (at, table) in list.iter().enumerate() {
        for (status, (number, origin)) in &table.status {
            let first = list[..at]
                .iter()
                .filter(|other| is_comparable(other, table))
                .find_map(|other| Some((other, other.status.get(status)?)));
            let Some((other, (theirs, cells))) = first else {
                continue;
            };
            let Some(here) = origin.first().filter(|_| number != theirs) else {
                continue;
            };
            out.emit(
                RULE.finding(
                    here.clone(),
                    format!("jumlah {status} pada dua tabel pegawai berbeda"),
                )
                .path(*status)
                .figure(&table.nama, number::print(*number), origin.clone())
                .figure(&other.nama, number::print(*theirs), cells.clone())
                .hint("hitung ulang dari daftar pegawai, lalu samakan kedua tabel"),
            );
        }
    }
}

/// Whether two tables count the same people: as many in all, of the same year
/// and unit as far as their captions say so.
fn is_comparable(a: &Headcount, b: &Headcount) -> bool {
    let year = a.tahun.is_empty() || b.tahun.is_empty() || a.tahun == b.tahun;
    a.jumlah == b.jumlah && a.unit == b.unit && year
}
