#![doc = include_str!("r129_years_swapped.md")]

use super::{Rule, Subject};
use crate::checks::shared::{rpjmd, swapped};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Fact, Ground, Severity};
use crate::model::{Entry, Located, PaguRow, PerTahun, Program, ProgramRpjmd, Rupiah, Tahun};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R129"),
    severity: Severity::Error,
    text: include_str!("r129_years_swapped.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let found = swapped::find(&subject.renstra.pendanaan);
    for one in &found {
        let (level, parent) = one.parent;
        let itself = parent.origin == one.row.origin;
        let what = if itself {
            "jumlah rinciannya cocok pada kedua tahun".to_owned()
        } else {
            format!(
                "jumlah {level} {} cocok pada kedua tahun",
                parent.kode.value
            )
        };
        let of = format!("{} {}", one.level, one.row.kode.value);
        if let Some(finding) = finding(one.row, &of, one.years, &what) {
            out.emit(finding);
        }
    }
    for (program, own) in rpjmd::program_pairs(subject) {
        let [own] = own.as_slice() else { continue };
        let known = |one: &swapped::Swapped<'_>| one.row.origin == own.baris.origin;
        if program.is_shared() || found.iter().any(known) {
            continue;
        }
        let Some(years) = against_rpjmd(program, own) else {
            continue;
        };
        let of = format!("program {}", own.baris.kode.value);
        if let Some(mut finding) =
            finding(&own.baris, &of, years, "sama dengan RPJMD pada kedua tahun")
        {
            for tahun in years {
                if let Some(amount) = program.pagu.get(&tahun).and_then(Entry::located) {
                    finding = finding.rupiah(format!("RPJMD tahun {tahun}"), amount);
                }
            }
            out.emit(finding);
        }
    }
}

/// The two years in which a program has the RPJMD's amount of the other one, where
/// no other year differs.
fn against_rpjmd(program: &ProgramRpjmd, own: &Program) -> Option<[Tahun; 2]> {
    let own = own.baris.pagu();
    let value = |list: &PerTahun<Rupiah>, tahun| list.get(&tahun)?.value().copied();
    let mut differing = Vec::new();
    for tahun in program.pagu.keys().copied() {
        let (theirs, ours) = (value(&program.pagu, tahun)?, value(own, tahun)?);
        if theirs != ours {
            differing.push((tahun, theirs, ours));
        }
    }
    match differing.as_slice() {
        [(first, a, b), (second, c, d)] if a == d && b == c => Some([*first, *second]),
        _ => None,
    }
}

fn finding(row: &PaguRow, of: &str, [first, second]: [Tahun; 2], what: &str) -> Option<Diagnostic> {
    let located = |tahun| -> Option<&Located<Rupiah>> { row.pagu().get(&tahun)?.located() };
    let (a, b) = (located(first)?, located(second)?);
    Some(
        RULE.finding(
            a.origin.clone(),
            format!("pagu {of} tahun {first} dan {second} tampaknya tertukar"),
        )
        .element(&row.kode.value)
        .fact(Fact::Year(first.get()))
        .fact(Fact::Year(second.get()))
        .fact(Fact::Upsets(Ground::YearOfAmount))
        .rupiah(format!("tahun {first}"), a)
        .rupiah(format!("tahun {second}"), b)
        .note("bila ditukar", what)
        .hint("periksa kedua sel itu, lalu tukar isinya bila memang tertukar"),
    )
}
