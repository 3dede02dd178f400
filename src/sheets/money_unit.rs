//! The unit of a table's amounts: `Rp (juta)` in a heading, `(dalam ribuan rupiah)`
//! above or below a table. The amounts are read in rupiah, exactly, and the office is
//! told how.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::edit::Edit;
use super::heading;
use super::schema::{Kind, Schema};
use super::table::Table;
use super::{cell, code};
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics, Scope, column_name};
use crate::model::{Rupiah, target};
use crate::workbook::{Sheet, Value};

/// Words of a note below a table that may state a unit; a longer one tells a story.
const NOTE_WORDS: usize = 12;
/// An agency's largest amount is not smaller, in rupiah: its salaries alone are more.
const LEAST: Decimal = Decimal::from_parts(100_000_000, 0, 0, false, 0);
/// Nor is it larger, in rupiah: 100 trillion.
const MOST: Decimal = Decimal::from_parts(0x107A_4000, 0x5AF3, 0, false, 0);
/// Fewest amounts that say how large a table's amounts are.
const FEWEST: usize = 4;

/// A unit, and where it is stated.
#[derive(Clone, PartialEq, Eq)]
struct Unit {
    factor: Decimal,
    at: CellRef,
}

/// Makes the amounts of a table rupiah, and says so; asks where they are small or
/// large beyond belief.
pub(super) fn apply(table: &Table<'_>, edit: &mut Edit, out: &mut Diagnostics) {
    let money = money_columns(table.schema, table);
    if money.is_empty() {
        return;
    }
    let whole = of_table(table);
    let mut by_unit: BTreeMap<CellRef, (Unit, Vec<u32>)> = BTreeMap::new();
    for col in &money {
        if let Some(unit) = of_column(table, *col).or_else(|| whole.clone()) {
            let entry = by_unit.entry(unit.at);
            entry.or_insert_with(|| (unit, Vec::new())).1.push(*col);
        }
    }
    let rows: Vec<u32> = table.rows().collect();
    for (unit, columns) in by_unit.into_values() {
        scale(table, &rows, &unit, &columns, edit, out);
    }
    ask(table, &rows, &money, edit, out);
}

/// The columns that hold money.
fn money_columns(schema: &Schema, table: &Table<'_>) -> Vec<u32> {
    let mut list: Vec<u32> = schema
        .column
        .iter()
        .filter(|column| column.kind == Kind::Rupiah)
        .flat_map(|column| {
            let yearly = table.header.yearly.get(column.key);
            let yearly = yearly.into_iter().flat_map(|years| years.values().copied());
            yearly.chain(table.col(column.key))
        })
        .collect();
    list.sort_unstable();
    list
}

/// The unit in the headings above a column, the nearest first.
fn of_column(table: &Table<'_>, col: u32) -> Option<Unit> {
    (table.header.top..table.header.body).rev().find_map(|row| {
        let at = table.sheet.anchor(row, col);
        let plain = text(table.sheet, at)?;
        Some(Unit {
            factor: in_heading(&plain)?,
            at,
        })
    })
}

/// The unit in a line above or below the table, or in any heading of it.
fn of_table(table: &Table<'_>) -> Option<Unit> {
    let end = table.end();
    let cells = || table.sheet.cell.keys().copied();
    let above = cells().filter(|at| at.row < table.header.body);
    let below = cells().filter(|at| at.row >= end);
    let stated = |at: CellRef, most: usize| {
        let plain = text(table.sheet, at)?;
        let factor = in_line(&plain).filter(|_| plain.split(' ').count() <= most)?;
        Some(Unit { factor, at })
    };
    above
        .into_iter()
        .find_map(|at| stated(at, usize::MAX))
        .or_else(|| below.into_iter().find_map(|at| stated(at, NOTE_WORDS)))
}

fn text(sheet: &Sheet, at: CellRef) -> Option<String> {
    match &sheet.get(at.row, at.col)?.value {
        Value::Text(text) => Some(heading::plain(text)),
        _ => None,
    }
}

/// What a word multiplies by.
fn word(word: &str) -> Option<Decimal> {
    let power = match word {
        "ribu" | "ribuan" | "rb" => 3,
        "juta" | "jutaan" | "jt" => 6,
        "miliar" | "miliaran" | "milyar" | "milyaran" | "milyard" => 9,
        "triliun" | "triliunan" | "trilyun" => 12,
        _ => return None,
    };
    Some(Decimal::from(10_i64.pow(power)))
}

/// Whether a heading of counts says that they are multiples: `Jumlah (ribu)`.
pub(super) fn multiplies(plain: &str) -> bool {
    let small = ["puluh", "puluhan", "ratus", "ratusan"];
    plain
        .split(' ')
        .any(|own| word(own).is_some() || small.contains(&own))
}

/// Whether a unit is stated for the amounts of a column.
pub(super) fn is_stated(table: &Table<'_>, col: u32) -> bool {
    of_column(table, col).or_else(|| of_table(table)).is_some()
}

/// Groups of three zeros that stand for a unit: `Rp 000`, `x 1.000.000`.
fn zeros(words: &[&str]) -> Option<Decimal> {
    let groups = words
        .iter()
        .filter(|word| matches!(**word, "000" | "rp000"))
        .count();
    let spelt = words.windows(2).find_map(|pair| match pair {
        ["x" | "dalam" | "rp", "1000"] => Some(1),
        ["x" | "dalam" | "rp", "1000000"] => Some(2),
        _ => None,
    });
    let groups = if groups > 0 { groups } else { spelt? };
    let power = u32::try_from(groups).ok().filter(|groups| *groups <= 4)? * 3;
    Some(Decimal::from(10_i64.pow(power)))
}

/// The unit in the heading of a column of money.
fn in_heading(plain: &str) -> Option<Decimal> {
    let words: Vec<&str> = plain.split(' ').collect();
    words
        .iter()
        .find_map(|own| word(own))
        .or_else(|| zeros(&words))
}

/// The unit in a line that is no heading: it must speak of rupiah.
fn in_line(plain: &str) -> Option<Decimal> {
    let words: Vec<&str> = plain.split(' ').collect();
    let is_number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let stated = words.iter().enumerate().find_map(|(at, own)| {
        let factor = word(own)?;
        let before = at.checked_sub(1).and_then(|at| words.get(at)).copied();
        let behind = words.get(at + 1).copied();
        let says = matches!(before, Some("dalam" | "satuan" | "rp"))
            || (behind == Some("rp") && !before.is_some_and(is_number));
        says.then_some(factor)
    });
    let of_money = words.iter().any(|word| matches!(*word, "rp" | "rp000"));
    stated.or_else(|| zeros(&words).filter(|_| of_money && words.len() <= 6))
}

/// Whether a line says nothing but a unit: `(dalam ribuan rupiah)`.
fn is_unit_alone(plain: &str) -> bool {
    plain.split(' ').all(|own| {
        word(own).is_some()
            || matches!(
                own,
                "dalam" | "satuan" | "rp" | "angka" | "x" | "000" | "rp000"
            )
    })
}

/// Reads the amounts of some columns in rupiah.
fn scale(
    table: &Table<'_>,
    rows: &[u32],
    unit: &Unit,
    columns: &[u32],
    edit: &mut Edit,
    out: &mut Diagnostics,
) {
    let mut example: Option<(CellRef, String, Decimal)> = None;
    for row in rows {
        for col in columns {
            let Some(found) = table.sheet.get(*row, *col) else {
                continue;
            };
            let typed = match &found.value {
                Value::Number(number) => *number,
                // What cannot be read with certainty is told where it is read.
                Value::Text(text) if !target::is_missing(text) => match Rupiah::parse(text) {
                    Ok(amount) => amount.decimal(),
                    Err(_) => continue,
                },
                _ => continue,
            };
            let Some(rupiah) = typed.checked_mul(unit.factor) else {
                continue;
            };
            let at = CellRef::new(*row, *col);
            if example.is_none() && !typed.is_zero() {
                example = Some((at, cell::shown(found), rupiah));
            }
            edit.set.insert(at, Value::Number(rupiah.normalize()));
        }
    }
    let Some((at, typed, rupiah)) = example else {
        return;
    };
    // A line that only states the unit has said all that it says.
    let is_heading = (table.header.top..table.header.body).contains(&unit.at.row);
    if !is_heading && text(table.sheet, unit.at).is_some_and(|line| is_unit_alone(&line)) {
        edit.taken.insert(unit.at);
    }
    let said = table
        .sheet
        .get(unit.at.row, unit.at.col)
        .map(cell::shown)
        .unwrap_or_default();
    let columns: Vec<String> = columns.iter().copied().map(column_name).collect();
    out.emit(
        Diagnostic::info(
            code::UNIT,
            table.sheet.at(unit.at),
            format!(
                "jumlah pada kolom {} dibaca dengan satuan \"{}\": dikalikan {}",
                columns.join(", "),
                cell::short(&said),
                Rupiah::from_decimal(unit.factor)
            ),
        )
        .unprinted(Scope::Cell)
        .note(
            "contoh",
            format!("{at} {typed} menjadi Rp{}", Rupiah::from_decimal(rupiah)),
        )
        .hint("periksa contoh itu; hapus satuannya bila jumlah sudah dalam rupiah penuh"),
    );
    growth(table, rows, unit, out);
}

/// Growth that was typed next to amounts in a unit may be in that unit too, or in per
/// cent: it is printed as typed, and asked about.
fn growth(table: &Table<'_>, rows: &[u32], unit: &Unit, out: &mut Diagnostics) {
    let keys = ["pertumbuhan_anggaran", "pertumbuhan_realisasi"];
    let filled = keys
        .iter()
        .filter_map(|key| table.col(key))
        .find_map(|col| {
            let mut rows = rows.iter();
            rows.find(|row| {
                table.sheet.get(**row, col).is_some_and(|cell| {
                matches!(cell.value, Value::Number(number) if number.abs() >= Decimal::ONE_HUNDRED)
            })
            })
            .map(|row| CellRef::new(*row, col))
        });
    if let Some(at) = filled {
        out.emit(
            Diagnostic::warning(
                code::UNIT_UNCLEAR,
                table.sheet.at(at),
                format!(
                    "rata-rata pertumbuhan dicetak seperti yang diketik, sedangkan jumlah uang pada tabel ini dikalikan {}",
                    Rupiah::from_decimal(unit.factor)
                ),
            )
            .hint("ketik pertumbuhan dalam rupiah penuh atau persen, atau kosongkan agar dihitung"),
        );
    }
}

/// Asks about a table whose amounts are all too small or too large for an agency.
fn ask(table: &Table<'_>, rows: &[u32], money: &[u32], edit: &Edit, out: &mut Diagnostics) {
    let amount = |at: CellRef| match edit
        .set
        .get(&at)
        .or_else(|| table.sheet.get(at.row, at.col).map(|cell| &cell.value))
    {
        Some(Value::Number(number)) if !number.is_zero() => Some((at, *number)),
        _ => None,
    };
    let all: Vec<(CellRef, Decimal)> = rows
        .iter()
        .flat_map(|row| money.iter().map(|col| CellRef::new(*row, *col)))
        .filter_map(amount)
        .collect();
    let Some((at, largest)) = all.iter().copied().max_by_key(|(_, amount)| *amount) else {
        return;
    };
    let scaled = edit.set.contains_key(&at);
    let message = if largest < LEAST && all.len() >= FEWEST && !scaled {
        "jumlah terbesar pada tabel ini hanya"
    } else if largest > MOST {
        "jumlah terbesar pada tabel ini"
    } else {
        return;
    };
    out.emit(
        Diagnostic::warning(
            code::UNIT_UNCLEAR,
            table.sheet.at(at),
            format!(
                "{message} Rp{}; mungkin satuannya bukan rupiah penuh",
                Rupiah::from_decimal(largest)
            ),
        )
        .hint("bila jumlah ditulis dalam ribuan atau jutaan, tulis satuannya pada judul kolom, misalnya \"Rp (juta)\"; bila memang rupiah penuh, abaikan"),
    );
}
