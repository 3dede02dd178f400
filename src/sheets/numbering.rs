//! The row of column numbers below a heading: `(1) (2) (3)`, `1 2 3`, `a b c`.

use rust_decimal::Decimal;

use crate::workbook::{Cell, Value};

/// Fewest cells that make such a row.
const FEWEST: usize = 3;
/// Columns that a table may have between two numbered ones.
const GAP: usize = 6;

/// Whether the filled cells of a row number the columns and say nothing else.
/// A name with a number behind it (`Sasaran 2`) is a name.
pub fn is_numbering(cells: &[&Cell]) -> bool {
    let (mut number, mut letter) = (Vec::new(), Vec::new());
    for cell in cells {
        match mark(cell) {
            Some(Mark::Number(at)) => number.push(at),
            Some(Mark::Letter(at)) => letter.push(at),
            None => return false,
        }
    }
    let filled = cells.len();
    filled >= FEWEST
        && [number, letter]
            .iter_mut()
            .all(|number| is_dense(number, filled))
}

/// Whether a cell holds nothing but a number or a letter that counts.
pub fn is_mark(cell: &Cell) -> bool {
    mark(cell).is_some()
}

/// The cells that do not count on from the one above, where the others do: `1`, `2.`,
/// `(3)`, begun anew at 1 below each parent, from any number on.
pub fn uncounted<'c, K>(cells: impl Iterator<Item = (K, &'c Cell)>) -> Vec<K> {
    let mut last: Option<i64> = None;
    let mut out = Vec::new();
    for (key, cell) in cells {
        match mark(cell) {
            // A parent's number may stand in each of its rows.
            Some(Mark::Number(number))
                if number == 1 || last.is_none_or(|last| [last, last + 1].contains(&number)) =>
            {
                last = Some(number);
            }
            _ => out.push(key),
        }
    }
    out
}

/// Whether cells count from 1 and do nothing else; the same figure in every row counts
/// nothing.
pub fn counts<'c>(cells: impl Iterator<Item = &'c Cell> + Clone) -> bool {
    let number = |cell: &Cell| match mark(cell) {
        Some(Mark::Number(number)) => Some(number),
        _ => None,
    };
    let begins = cells.clone().next().and_then(number) == Some(1);
    let is_one = cells.clone().nth(1).is_none();
    let goes_on = cells.clone().any(|cell| number(cell) == Some(2));
    begins && (is_one || goes_on) && uncounted(cells.map(|cell| ((), cell))).is_empty()
}

/// A number or a letter of a column.
enum Mark {
    Number(i64),
    Letter(i64),
}

/// What numbers a column: `1`, `(1)`, `[01]`, `a`, also with how it is computed
/// (`7=5+6`); `-1` where the spreadsheet took brackets for a minus.
fn mark(cell: &Cell) -> Option<Mark> {
    let text = match &cell.value {
        Value::Number(number) => {
            let whole = Some(*number).filter(Decimal::is_integer)?;
            return i64::try_from(whole).ok().map(|n| Mark::Number(n.abs()));
        }
        Value::Text(text) => text.trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '"' | '\'' | '.' | '-')
        }),
        _ => return None,
    };
    let mut letter = text.chars();
    if let (Some(only @ ('a'..='z' | 'A'..='Z')), None) = (letter.next(), letter.next()) {
        return Some(Mark::Letter(i64::from(u32::from(
            only.to_ascii_lowercase(),
        ))));
    }
    let (own, computed) = text.split_once('=').unwrap_or((text, ""));
    let is_sum = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+-*/:()[]x%=".contains(c);
    let own = own.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']'));
    let digits = !own.is_empty() && own.bytes().all(|b| b.is_ascii_digit());
    (digits && computed.chars().all(is_sum)).then_some(())?;
    own.parse().ok().map(Mark::Number)
}

/// Whether the numbers are counted on from a first one, each once.
fn is_dense(number: &mut Vec<i64>, filled: usize) -> bool {
    let all = number.len();
    number.sort_unstable();
    number.dedup();
    let Some((low, high)) = number.first().zip(number.last()) else {
        return true;
    };
    let near = usize::try_from(high - low).is_ok_and(|gap| gap < filled + GAP);
    number.len() == all && *low >= 1 && near
}
