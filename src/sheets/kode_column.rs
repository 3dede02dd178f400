//! A kode that stands in several narrow columns below one heading, as official lists
//! have it, joined into one.

use std::fmt::Write;

use rust_decimal::Decimal;

use super::code;
use super::edit::Edit;
use super::table::Table;
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics, Scope, column_name};
use crate::workbook::{Cell, Value};

/// Joins the parts of every row's kode into its first column, and says so.
pub(super) fn join(table: &Table<'_>, edit: &mut Edit, out: &mut Diagnostics) {
    let parts = &table.header.kode_parts;
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
        return;
    };
    let mut example: Option<(u32, String)> = None;
    let mut unsure: Option<CellRef> = None;
    for row in table.rows() {
        let cell = |col: u32| table.sheet.get(row, col);
        let filled: Vec<(usize, u32, &Cell)> = parts
            .iter()
            .enumerate()
            .filter_map(|(at, col)| Some((at, *col, cell(*col)?)))
            .collect();
        // A whole kode in the first column is one already.
        let [.., (deepest, _, _)] = filled.as_slice() else {
            continue;
        };
        let whole = filled.len() == 1
            && matches!(&filled[0].2.value, Value::Text(text) if text.contains('.'));
        if whole && filled[0].1 == *first {
            continue;
        }
        let mut kode = String::new();
        for (at, col) in parts.iter().enumerate().take(deepest + 1) {
            let part = cell(*col).map(|cell| shown(cell, at));
            if at > 0 {
                kode.push('.');
            }
            match part {
                Some(Level::Sure(part)) => kode.push_str(&part),
                Some(Level::Zeros(part)) => {
                    kode.push_str(&part);
                    unsure.get_or_insert(CellRef::new(row, *col));
                }
                None => {}
            }
            edit.taken.insert(CellRef::new(row, *col));
        }
        example.get_or_insert_with(|| (row, kode.clone()));
        let at = CellRef::new(row, *first);
        edit.taken.remove(&at);
        edit.set.insert(at, Value::Text(kode));
    }
    let Some((row, kode)) = example else { return };
    let (from, to) = (column_name(*first), column_name(*last));
    out.emit(
        Diagnostic::info(
            code::JOINED_KODE,
            table.sheet.origin.at(row, *first),
            format!("kode pada kolom {from}–{to} dibaca sebagai satu kode, misalnya {kode}"),
        )
        .hint("periksa contoh itu; kode dapat juga ditulis utuh pada satu kolom"),
    );
    if let Some(at) = unsure {
        out.emit(
            Diagnostic::error(
                code::NUMERIC_KODE,
                table.sheet.at(at),
                format!(
                    "kode sub kegiatan pada kolom {from}–{to} diketik sebagai angka; banyaknya nol di depan tidak dapat dipastikan"
                ),
            ).unprinted(Scope::Row)
            .hint("ubah format kolom itu menjadi Teks, lalu ketik ulang, misalnya 01 atau 0001"),
        );
    }
}

/// A part of a kode.
enum Level {
    /// As it must be.
    Sure(String),
    /// With zeros in front that may be too few.
    Zeros(String),
}

/// A part as its author saw it: the levels below the urusan have two digits, and a
/// kegiatan a number before the dot.
fn shown(cell: &Cell, level: usize) -> Level {
    let number = match &cell.value {
        Value::Number(number) => *number,
        Value::Text(text) => return Level::Sure(text.trim().trim_matches('.').to_owned()),
        _ => return Level::Sure(super::cell::shown(cell)),
    };
    let format = cell.format.as_deref().unwrap_or_default();
    let zeros = format.len() > 1 && format.bytes().all(|b| b == b'0');
    if zeros {
        return Level::Sure(padded(number, format.len()));
    }
    if number.scale() > 0 {
        // 2.1 can only be what is left of 2.10: a kegiatan has two digits.
        return Level::Sure(format!("{number:.2}"));
    }
    match level {
        0 | 3 => Level::Sure(number.normalize().to_string()),
        1 | 2 => Level::Sure(padded(number, 2)),
        _ => Level::Zeros(padded(number, 2)),
    }
}

fn padded(number: Decimal, width: usize) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write!(out, "{:0>width$}", number.normalize().to_string());
    out
}
