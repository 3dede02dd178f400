//! The rows of a table, measured: widths of its columns, size of its letters, and the
//! places where its lines may end.

use std::borrow::Cow;

use super::kolom::is_number;
use super::{Baris, Jenis, Kepala, Sel};
use crate::document::halaman::Setting;
use crate::measure::{Cell, Plan, Table, plan};
use crate::model::{Entry, Located};
use crate::regulation::Rata;

/// Longest text that is kept on one line for being an amount, in characters.
const AMOUNT: usize = 24;

/// Plans the table and writes into its texts where their lines may end. `kind` says which
/// columns are alike.
pub(super) fn set(
    kepala: &mut [Vec<Kepala>],
    baris: &mut [Baris<'_>],
    rata: &[Rata],
    kind: Vec<usize>,
    bernomor: bool,
    setting: &Setting<'_>,
) -> Plan {
    for sel in baris.iter_mut().flat_map(|row| &mut row.sel) {
        join_lines(sel);
    }
    let shown: Vec<Vec<Cow<'_, str>>> = baris
        .iter()
        .map(|row| row.sel.iter().map(shown).collect())
        .collect();
    let amounts = rata.contains(&Rata::Kanan);
    let table = Table {
        kind,
        heading: kepala
            .iter()
            .map(|row| row.iter().map(heading).collect())
            .collect(),
        body: baris
            .iter()
            .zip(&shown)
            .map(|(row, text)| {
                let cells = row.sel.iter().zip(text);
                cells
                    .map(|(sel, text)| cell(sel, text, row.jenis, amounts))
                    .collect()
            })
            .collect(),
        repeated: u32::from(bernomor) + 2 * u32::from(baris.iter().any(|b| !b.induk.is_empty())),
    };
    let mut planned = plan(&table, setting.faces, &setting.sheet);
    let mut texts = std::mem::take(&mut planned.texts).into_iter();
    for (cell, text) in kepala.iter_mut().flatten().zip(texts.by_ref()) {
        if let Some(text) = text {
            cell.teks = text;
        }
    }
    let cells = baris.iter_mut().flat_map(|row| &mut row.sel);
    for (cell, text) in cells.zip(texts) {
        if let (Entry::Filled(located), Some(text)) = (&mut cell.teks, text) {
            located.value = Cow::Owned(text);
        }
    }
    planned
}

/// Lines of the band that names the parents on a further page: one where all of them fit
/// it, else two, in which the template shortens them.
pub(super) fn parent_lines(baris: &[Baris<'_>], plan: &Plan, setting: &Setting<'_>) -> u8 {
    let width: u32 = plan.columns.iter().sum();
    let room = width.saturating_sub(plan.size) * 10 / plan.size.max(1) * 100;
    let fits = |row: &Baris<'_>| {
        let text = format!("(lanjutan) {}", row.induk.join("  ›  "));
        setting.faces.regular.width(&text) <= room
    };
    if setting.owner <= room && baris.iter().all(fits) {
        1
    } else {
        2
    }
}

fn heading(kepala: &Kepala) -> Cell<'_> {
    Cell {
        text: &kepala.teks,
        bold: true,
        whole: false,
        columns: kepala.kolom,
        rows: kepala.baris,
    }
}

fn cell<'t>(sel: &Sel<'_>, text: &'t str, jenis: Jenis, amounts: bool) -> Cell<'t> {
    Cell {
        text,
        bold: jenis.is_bold() || (jenis == Jenis::Sasaran && sel.kolom > 1),
        // A sentence among amounts breaks as words do.
        whole: amounts && text.chars().count() <= AMOUNT && is_number(text),
        columns: sel.kolom,
        rows: sel.baris,
    }
}

/// A cell's text as the templates print it.
fn shown<'t>(sel: &'t Sel<'_>) -> Cow<'t, str> {
    match &sel.teks {
        Entry::Filled(located) => Cow::Borrowed(&*located.value),
        Entry::Broken(origin) => {
            let cell = origin.cell.map(|cell| cell.to_string()).unwrap_or_default();
            Cow::Owned(format!("[{cell}]"))
        }
        Entry::Missing | Entry::Empty(_) => Cow::Borrowed(if sel.strip { "-" } else { "" }),
    }
}

/// A sentence that a narrow column broke goes on in small letters (a list's `a.` does
/// not); it fills the line that it has here.
fn join_lines(sel: &mut Sel<'_>) {
    let Entry::Filled(Located { value, .. }) = &mut sel.teks else {
        return;
    };
    if !value.contains('\n') {
        return;
    }
    let mut out = String::with_capacity(value.len());
    for (at, line) in value.split('\n').enumerate() {
        let mut letters = line.chars();
        let small = letters.next().is_some_and(char::is_lowercase);
        let goes_on = small && !letters.next().is_none_or(|c| matches!(c, '.' | ')'));
        if at > 0 && goes_on && !out.is_empty() && !out.ends_with('\n') {
            let end = out.trim_end().len();
            out.truncate(end);
            out.push(' ');
        } else if at > 0 {
            out.push('\n');
        }
        out.push_str(line);
    }
    *value = Cow::Owned(out);
}
