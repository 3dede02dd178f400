//! Cells of which the office sees something else than what they hold, and what is
//! printed: a number format with words in place of the number, letters in the colour of
//! the paper.

use rust_decimal::Decimal;

use super::cell::{short, shown};
use super::code;
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics, some_cells};
use crate::model::target;
use crate::workbook::{Cell, Sheet, Value};

/// Cells that one finding names.
const NAMED: usize = 8;

/// Reports what is printed of a sheet and looks otherwise in it.
pub(super) fn report(sheet: &Sheet, out: &mut Diagnostics) {
    formats(sheet, out);
    colours(sheet, out);
}

/// A number that its format does not show.
struct Masked {
    at: CellRef,
    value: Decimal,
    /// What is seen instead; empty for nothing.
    seen: String,
}

fn formats(sheet: &Sheet, out: &mut Diagnostics) {
    let masked = sheet.cell.iter().filter_map(|(at, cell)| {
        let Value::Number(value) = cell.value else {
            return None;
        };
        let seen = if sheet.hides_zeros && value.is_zero() {
            String::new()
        } else {
            target::shown_in_place(value, cell.format.as_deref())?
        };
        Some(Masked {
            at: *at,
            value,
            seen,
        })
    });
    let (zero, other): (Vec<Masked>, Vec<Masked>) =
        masked.partition(|masked| masked.value.is_zero());
    if let Some(first) = other.first() {
        let message = format!(
            "{} angka tampak lain di lembar kerja karena format angkanya; yang dicetak isi selnya",
            other.len()
        );
        out.emit(
            Diagnostic::warning(code::SHOWN_OTHERWISE, sheet.at(first.at), message)
                .note("sel", quoted(&other))
                .hint("ketik yang dimaksud sebagai isi sel, atau ubah format angkanya menjadi Umum (General)"),
        );
    }
    if let Some(first) = zero.first() {
        let message = format!(
            "{} sel berisi 0 yang tidak tampak di lembar kerja; nolnya dicetak",
            zero.len()
        );
        out.emit(
            Diagnostic::info(code::SHOWN_OTHERWISE, sheet.at(first.at), message)
                .note("sel", quoted(&zero))
                .hint("kosongkan selnya bila memang belum ada angkanya"),
        );
    }
}

fn quoted(list: &[Masked]) -> String {
    some_cells(list, NAMED, "; ", |masked| {
        let held = masked.value.normalize().to_string().replace('.', ",");
        if masked.seen.is_empty() {
            format!("{} tidak tampak, isinya {held}", masked.at)
        } else {
            format!(
                "{} tampak \"{}\", isinya {held}",
                masked.at,
                short(&masked.seen)
            )
        }
    })
}

fn colours(sheet: &Sheet, out: &mut Diagnostics) {
    let cells: Vec<(CellRef, &Cell)> = sheet
        .unseen
        .iter()
        .filter_map(|at| Some((*at, sheet.cell.get(at)?)))
        .collect();
    let Some((first, _)) = cells.first() else {
        return;
    };
    let message = format!(
        "{} sel berisi tulisan yang warnanya sama dengan latarnya; isinya tetap dibaca",
        cells.len()
    );
    let list = some_cells(&cells, NAMED, "; ", |(at, cell)| {
        format!("{at} \"{}\"", short(&shown(cell)))
    });
    out.emit(
        Diagnostic::info(code::UNSEEN, sheet.at(*first), message)
            .note("sel", list)
            .hint("hapus isinya bila tidak dipakai; ubah warna hurufnya bila dipakai"),
    );
}
