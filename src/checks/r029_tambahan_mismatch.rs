#![doc = include_str!("r029_tambahan_mismatch.md")]

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Origin, Severity};
use crate::model::{SelTambahan, TabelTambahan, angka, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R029"),
    severity: Severity::Warning,
    text: include_str!("r029_tambahan_mismatch.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for table in &subject.renstra.tambahan {
        // A worksheet has rules of its own, and a table with merged rows has
        // parents whose parts would be counted twice.
        let nested = table.isi.iter().flatten().any(|cell| cell.baris > 1);
        if table.lembar.is_none() && !nested {
            compare_columns(table, out);
            compare_people(table, out);
        }
    }
}

/// The total row against what stands above it, column by column.
fn compare_columns(table: &TabelTambahan, out: &mut Diagnostics) {
    let Some(at) = table.isi.iter().position(|row| is_total(row)) else {
        return;
    };
    let (part, total) = (&table.isi[..at], &table.isi[at]);
    for (col, cell) in columns(total) {
        let Some(typed) = number(cell) else { continue };
        let above: Option<Vec<Decimal>> = part
            .iter()
            .filter_map(|row| columns(row).find(|(other, _)| *other == col))
            .filter(|(_, cell)| cell.teks.value().is_some())
            .map(|(_, cell)| number(cell))
            .collect();
        let Some(above) = above.filter(|list| list.len() > 1) else {
            continue;
        };
        // Shares are rounded, and part and whole may both be listed.
        let sum: Decimal = above.iter().sum();
        let share = typed == Decimal::ONE_HUNDRED;
        if sum == typed || sum == typed + typed || (share && (sum - typed).abs() <= Decimal::ONE) {
            continue;
        }
        report(cell, "jumlah", typed, sum, out);
    }
}

/// Men and women against their sum, row by row.
fn compare_people(table: &TabelTambahan, out: &mut Diagnostics) {
    let Some(heading) = table.kepala.last() else {
        return;
    };
    let place = |word: &str| {
        columns(heading)
            .find(|(_, cell)| {
                cell.teks
                    .value()
                    .is_some_and(|name| text::plain(name).starts_with(word))
            })
            .map(|(col, _)| col)
    };
    let (Some(men), Some(women), Some(sum)) = (place("laki"), place("perempuan"), place("jumlah"))
    else {
        return;
    };
    for row in &table.isi {
        let cell = |wanted: usize| {
            columns(row)
                .find(|(col, _)| *col == wanted)
                .map(|(_, cell)| cell)
        };
        if let (Some(men), Some(women), Some(cell)) = (cell(men), cell(women), cell(sum))
            && let (Some(men), Some(women), Some(typed)) =
                (number(men), number(women), number(cell))
            && men + women != typed
        {
            report(
                cell,
                "jumlah laki-laki dan perempuan",
                typed,
                men + women,
                out,
            );
        }
    }
}

fn report(cell: &SelTambahan, what: &str, typed: Decimal, sum: Decimal, out: &mut Diagnostics) {
    let Some(located) = cell.teks.located() else {
        return;
    };
    out.emit(
        Diagnostic::warning(
            RULE.code,
            located.origin.clone(),
            format!("{what} pada tabel tambahan tidak sama dengan rinciannya"),
        )
        .figure(
            "tertulis",
            angka::print(typed),
            std::iter::empty::<Origin>(),
        )
        .figure("dihitung", angka::print(sum), std::iter::empty::<Origin>())
        .hint("betulkan jumlah atau rinciannya; tabel ini dicetak seperti yang diketik"),
    );
}

/// Cells with the column in which each begins.
fn columns(row: &[SelTambahan]) -> impl Iterator<Item = (usize, &SelTambahan)> {
    row.iter().scan(0, |col, cell| {
        let at = *col;
        *col += usize::from(cell.kolom);
        Some((at, cell))
    })
}

fn is_total(row: &[SelTambahan]) -> bool {
    row.iter().any(|cell| {
        cell.teks
            .value()
            .is_some_and(|text| matches!(text::plain(text).as_str(), "jumlah" | "total"))
    })
}

/// The number that a cell begins with: `35 orang` is 35.
fn number(cell: &SelTambahan) -> Option<Decimal> {
    let text = cell.teks.value()?;
    angka::parse(text.split_whitespace().next()?).ok()
}
