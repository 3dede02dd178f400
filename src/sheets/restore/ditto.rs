//! `sda`, `idem` and ditto marks: the same as in the cell above.

use super::{Found, Habit, columns, texts};
use crate::diagnostic::{CellRef, Diagnostic};
use crate::model::text;
use crate::sheets::cell;
use crate::sheets::code;
use crate::sheets::schema::Kind;
use crate::sheets::table::Table;
use crate::workbook::Value;

/// Words that say so, without blanks and punctuation.
const WORDS: [&str; 9] = [
    "sda",
    "idem",
    "dito",
    "ditto",
    "sdadiatas",
    "samadengandiatas",
    "samadengandiatasnya",
    "samadgndiatas",
    "samadgdiatas",
];

/// Marks that say so; a dash may stand on either side.
const MARKS: [char; 7] = ['"', '\'', '”', '“', '〃', '″', '„'];

/// Whether a text says that it is the same as the one above.
fn is_ditto(typed: &str) -> bool {
    let bare = typed.trim().trim_matches(['-', '–', ' ']);
    let marks = bare.chars().filter(|c| !c.is_whitespace());
    if (1..=4).contains(&bare.chars().count()) && marks.clone().all(|c| MARKS.contains(&c)) {
        return true;
    }
    typed.len() < 40 && WORDS.contains(&text::plain(typed).replace(' ', "").as_str())
}

/// In columns of words the mark is the text above. A figure is never repeated by a
/// mark: whether a target or an amount stays the same is the office's to say.
pub(super) fn find(table: &Table<'_>, found: &mut Found) {
    let rows: Vec<u32> = table.rows().collect();
    for (column, col) in columns(table, |_| true) {
        for (at, typed) in texts(table, &rows, col) {
            if !is_ditto(typed) {
                continue;
            }
            let above = match column.kind {
                Kind::Text => above(table, &rows, at, column.parent),
                // Their readers name a text that is no kode, amount or number.
                Kind::No | Kind::Kode | Kind::Rupiah | Kind::Angka => continue,
                Kind::Target => None,
            };
            match above {
                // A blank cell below a parent goes on with it.
                Some(Value::Text(above)) if column.parent => {
                    found.value.insert(at, None);
                    found.say(Habit::Ditto, at, typed, above);
                }
                Some(Value::Text(above)) => {
                    let value = Value::Text(above.clone());
                    found.read_as(Habit::Ditto, at, typed, value, above);
                }
                _ => found.unclear.push(unclear(table, at, typed, column.kind)),
            }
        }
    }
}

/// The text that a mark repeats: of a parent the last one above, of another column
/// the one in the row above.
fn above(table: &Table<'_>, rows: &[u32], at: CellRef, parent: bool) -> Option<Value> {
    let before = rows.iter().rev().filter(|row| **row < at.row);
    for row in before {
        let anchor = table.sheet.anchor(*row, at.col);
        let shown = table
            .sheet
            .get(anchor.row, anchor.col)
            .map(|cell| &cell.value);
        match shown {
            Some(Value::Text(text)) if is_ditto(text) => {}
            Some(value) => return Some(value.clone()),
            None if parent => {}
            None => return None,
        }
    }
    None
}

fn unclear(table: &Table<'_>, at: CellRef, typed: &str, kind: Kind) -> Diagnostic {
    let why = if kind == Kind::Target {
        "angka tidak diulang dengan tanda"
    } else {
        "sel di atasnya kosong"
    };
    Diagnostic::warning(
        code::NOT_CERTAIN,
        table.sheet.at(at),
        format!(
            "\"{}\" dicetak seperti yang diketik: {why}",
            cell::short(typed)
        ),
    )
    .hint("ketik isinya secara lengkap")
}
