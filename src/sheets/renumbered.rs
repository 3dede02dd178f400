//! Running numbers that the document counts anew: where a column `No` holds something
//! else than 1, 2, 3, the office is told that it is not printed.

use super::cell::{short, shown};
use super::code;
use super::numbering;
use super::row::Row;
use super::schema::Kind;
use super::table::Table;
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics, some_cells};
use crate::workbook::Cell;

/// Cells that the finding names.
const NAMED: usize = 6;

/// Reports what a column of running numbers holds besides them.
pub(super) fn report(table: &Table<'_>, out: &mut Diagnostics) {
    let own = table
        .schema
        .column
        .iter()
        .find(|column| column.kind == Kind::No);
    let Some(col) = own.and_then(|column| table.col(column.key)) else {
        return;
    };
    let cells = || {
        // A label across the table is no number.
        let is_label = |row: &u32| Row { table, row: *row }.lone_text().is_some();
        table
            .rows()
            .filter(move |row| !is_label(row))
            .filter_map(move |row| {
                let at = CellRef::new(row, col);
                Some((at, table.sheet.cell.get(&at)?))
            })
    };
    let says = |(at, cell): (CellRef, &Cell)| {
        let text = shown(cell);
        text.chars()
            .any(char::is_alphanumeric)
            .then_some((at, text))
    };
    let odd = numbering::uncounted(cells());
    let list: Vec<(CellRef, String)> = cells()
        .filter(|(at, _)| odd.contains(at))
        .filter_map(says)
        .collect();
    let count = cells().count();
    let Some((first, _)) = list.first().filter(|_| count > 1) else {
        return;
    };
    let named = some_cells(&list, NAMED, "; ", |(at, text)| {
        format!("{at} \"{}\"", short(text))
    });
    out.emit(
        Diagnostic::info(
            code::RENUMBERED,
            table.sheet.at(*first),
            format!("dokumen memberi nomor urut sendiri; nomor yang diketik tidak dicetak: {named}"),
        )
        .hint("tulis pada kolom lain bila nomor itu bagian isi dokumen; abaikan bila hanya nomor urut"),
    );
}
