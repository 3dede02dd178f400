#![doc = include_str!("r029_tambahan_mismatch.md")]

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostics, Origin, Severity};
use crate::model::{SelTambahan, TabelTambahan, number, text};

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
    let numbered: Vec<&Row> = part.iter().filter(|row| is_numbered(row)).collect();
    for (col, cell) in columns(total) {
        let Some(typed) = number(cell) else { continue };
        let Some(sum) = sum(part.iter(), col) else {
            continue;
        };
        // Shares are rounded, and part and whole may both be listed: then either
        // all count twice, or the rows with a number of their own are the whole.
        let share = typed == Decimal::ONE_HUNDRED;
        let whole = if numbered.len() < part.len() {
            self::sum(numbered.iter().copied(), col)
        } else {
            None
        };
        if sum == typed
            || sum == typed + typed
            || whole == Some(typed)
            || (share && (sum - typed).abs() <= Decimal::ONE)
        {
            continue;
        }
        report(cell, "jumlah", typed, sum, out);
    }
}

type Row = Vec<SelTambahan>;

/// What a column's filled cells add up to; `None` if there are fewer than two or
/// one is no number.
fn sum<'a>(row: impl Iterator<Item = &'a Row>, col: usize) -> Option<Decimal> {
    let number: Option<Vec<Decimal>> = row
        .filter_map(|row| columns(row).find(|(other, _)| *other == col))
        .filter(|(_, cell)| cell.teks.value().is_some())
        .map(|(_, cell)| number(cell))
        .collect();
    let number = number.filter(|list| list.len() > 1)?;
    Some(number.iter().sum())
}

/// Whether the first column numbers the row.
fn is_numbered(row: &Row) -> bool {
    let first = row.first().and_then(|cell| cell.teks.value());
    first.is_some_and(|text| text.trim_end_matches(['.', ')']).parse::<u16>().is_ok())
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
        RULE.finding(
            located.origin.clone(),
            format!("{what} pada tabel tambahan tidak sama dengan rinciannya"),
        )
        .figure(
            "tertulis",
            number::print(typed),
            std::iter::empty::<Origin>(),
        )
        .figure("dihitung", number::print(sum), std::iter::empty::<Origin>())
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
    number::parse(text.split_whitespace().next()?).ok()
}
