//! Decimals typed as text with a point, `77.2`: one style of numbers on a page.

use super::{Found, Habit, columns, texts};
use crate::diagnostic::Diagnostic;
use crate::model::Target;
use crate::sheets::cell;
use crate::sheets::code;
use crate::sheets::shape::Kind;
use crate::sheets::table::Table;
use crate::workbook::Value;

pub(super) fn find(table: &Table<'_>, found: &mut Found) {
    let rows: Vec<u32> = table.rows().collect();
    for (_, col) in columns(table, |column| column.kind == Kind::Target) {
        for (at, text) in texts(table, &rows, col) {
            let target = Target::parse(text);
            if target.is_ambiguous() {
                found.unclear.push(
                    Diagnostic::warning(
                        code::AMBIGUOUS_MONEY,
                        table.sheet.at(at),
                        format!(
                            "angka \"{}\" dapat dibaca dengan dua cara; dicetak seperti yang diketik",
                            cell::short(text)
                        ),
                    )
                    .hint("ketik sebagai angka, bukan teks"),
                );
            } else if target.nilai().is_some() && has_point(text) {
                let comma = text.trim().replacen('.', ",", 1);
                let value = Value::Text(comma.clone());
                found.read_as(Habit::DecimalPoint, at, text, value, comma);
            }
        }
    }
}

/// Whether the only separator of a number is one point, which parts decimals.
fn has_point(text: &str) -> bool {
    let decimals = text.split_once('.').map(|(_, behind)| behind);
    let digits = decimals.map(|behind| behind.bytes().take_while(u8::is_ascii_digit).count());
    text.matches('.').count() == 1 && !text.contains(',') && digits.is_some_and(|digits| digits > 0)
}
