#![doc = include_str!("r156_amounts_in_thousands.md")]

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::checks::shared::rpjmd;
use crate::diagnostic::{Code, Diagnostics, Fact, Ground, Severity};
use crate::model::{Located, Rupiah};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R156"),
    severity: Severity::Error,
    text: include_str!("r156_amounts_in_thousands.md"),
    check,
};

/// Amounts that are enough to judge a table.
const LEAST: usize = 4;

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let pairs = pairs(subject);
    for (factor, word) in [(1_000, "ribuan"), (1_000_000, "jutaan")] {
        let factor = Decimal::from(factor);
        let near: Vec<_> = pairs
            .iter()
            .filter(|(own, theirs)| is_near(own, theirs, factor))
            .collect();
        // Nearly all of them: one row may be wrong by itself.
        if near.len() < LEAST || near.len() * 10 < pairs.len() * 9 {
            continue;
        }
        let Some((own, theirs)) = near.first() else {
            continue;
        };
        out.emit(
            RULE.finding(
                own.origin.clone(),
                format!("pagu pada tabel ini tampaknya dalam {word} rupiah"),
            )
            .fact(Fact::Upsets(Ground::WholeRupiah))
            .rupiah("Renstra", own)
            .rupiah("RPJMD", theirs)
            .note(
                "jumlah sel",
                format!("{} dari {} pagu program", near.len(), pairs.len()),
            )
            .hint(format!(
                "ketik rupiah penuh, atau tulis \"Rp ({})\" pada kepala tabel",
                word.trim_end_matches("an")
            )),
        );
        return;
    }
}

/// The plan's amounts with the RPJMD's, programme by programme and year by year.
fn pairs(subject: &Subject<'_>) -> Vec<(Located<Rupiah>, Located<Rupiah>)> {
    let mut list = Vec::new();
    for (program, rows) in rpjmd::program_pairs(subject) {
        for (tahun, entry) in &program.pagu {
            let own = rpjmd::pagu(&rows, *tahun);
            let Some((theirs, (sum, cells))) = entry.located().zip(own) else {
                continue;
            };
            let Some(cell) = cells.first() else { continue };
            if !sum.is_zero() && !theirs.value.is_zero() {
                list.push((Located::new(sum, cell.origin.clone()), theirs.clone()));
            }
        }
    }
    list
}

/// Whether the amount is this part of the other, within rounding.
fn is_near(own: &Located<Rupiah>, theirs: &Located<Rupiah>, factor: Decimal) -> bool {
    let Some(scaled) = own.value.decimal().checked_mul(factor) else {
        return false;
    };
    let gap = (scaled - theirs.value.decimal()).abs();
    gap.checked_mul(Decimal::from(20))
        .is_some_and(|gap| gap <= theirs.value.decimal())
}
