//! Decimals typed as text with a point, `77.2`: one style of numbers on a page.

use super::{Found, Habit, columns, texts};
use crate::diagnostic::{CellRef, Diagnostic, Scope};
use crate::model::Target;
use crate::sheets::cell;
use crate::sheets::code;
use crate::sheets::schema::Kind;
use crate::sheets::table::Table;
use crate::workbook::Value;

/// How many cells a finding quotes.
const QUOTED: usize = 6;

pub(super) fn find(table: &Table<'_>, found: &mut Found) {
    let rows: Vec<u32> = table.rows().collect();
    let targets = columns(table, |column| column.kind == Kind::Target);
    let typed: Vec<(CellRef, &str, Target)> = targets
        .flat_map(|(_, col)| texts(table, &rows, col))
        .map(|(at, text)| (at, text, Target::parse(text)))
        .collect();
    let mut unclear = Vec::new();
    for (at, text, target) in &typed {
        if target.is_ambiguous() {
            unclear.push((*at, *text));
        } else if target.nilai().is_some() && has_point(text) {
            let comma = text.trim().replacen('.', ",", 1);
            let value = Value::Text(comma.clone());
            found.read_as(Habit::DecimalPoint, *at, text, value, comma);
        }
    }
    if !has_one_style(&typed) {
        found.unclear.extend(two_ways(table, &unclear));
    }
}

/// Whether the table's decimals are all typed with a comma: then a point can only part
/// thousands, and `1.157` is as plain as `104,319`.
fn has_one_style(typed: &[(CellRef, &str, Target)]) -> bool {
    let sure = || {
        let known = typed.iter().filter(|(.., target)| target.nilai().is_some());
        known.map(|(_, text, _)| *text)
    };
    let comma = |text: &str| text.matches(',').count() == 1 && !text.contains('.');
    sure().any(comma) && !sure().any(has_point)
}

/// One finding for all numbers of a sheet that can be read two ways.
fn two_ways(table: &Table<'_>, unclear: &[(CellRef, &str)]) -> Option<Diagnostic> {
    let (first, text) = unclear.first()?;
    let message = match unclear.len() {
        1 => format!("angka \"{}\" dapat", cell::short(text)),
        count => format!("{count} angka, misalnya \"{}\", dapat", cell::short(text)),
    };
    let mut finding = Diagnostic::warning(
        code::AMBIGUOUS_MONEY,
        table.sheet.at(*first),
        format!("{message} dibaca dengan dua cara; dicetak seperti yang diketik"),
    )
    .unprinted(Scope::Cell)
    .hint("ketik sebagai angka, bukan teks");
    if unclear.len() > 1 {
        let cells: Vec<String> = unclear
            .iter()
            .take(QUOTED)
            .map(|(at, text)| format!("{at} \"{}\"", cell::short(text)))
            .collect();
        let more = if unclear.len() > QUOTED { "; …" } else { "" };
        finding = finding.note("sel", format!("{}{more}", cells.join("; ")));
    }
    Some(finding)
}

/// Whether the only separator of a number is one point, which parts decimals.
fn has_point(text: &str) -> bool {
    let decimals = text.split_once('.').map(|(_, behind)| behind);
    let digits = decimals.map(|behind| behind.bytes().take_while(u8::is_ascii_digit).count());
    text.matches('.').count() == 1 && !text.contains(',') && digits.is_some_and(|digits| digits > 0)
}
