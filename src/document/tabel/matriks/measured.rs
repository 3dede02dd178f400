//! The rows of a table, measured: widths of its columns, size of its letters, the places
//! where its lines may end, and what of it no page may part.

use std::borrow::Cow;

use super::alignment::is_number;
use super::cells::{Baris, Jenis, Kepala, Sel};
use super::figures::{Commas, is_range, written};
use crate::document::page::Setting;
use crate::measure::{Cell, Plan, Table, Weight, plan};
use crate::model::Entry;
use crate::regulation::Rata;

/// Longest text that is kept on one line for being an amount, in characters.
const AMOUNT: usize = 24;
/// What a step to the right is, in thousandths of the type size: the templates' `langkah`.
const STEP: u32 = 700;
/// Rows up to which a table stays on one page.
const SHORT: usize = 3;
/// Rows of a longer table that no page parts, at its beginning and at its end.
const TOGETHER: usize = 2;
/// Height of a caption of two lines, in hundredths of a point.
const CAPTION: u32 = 4_500;
/// Most rows over which a cell is merged and stays whole.
const MERGED: usize = 8;

/// How a table is laid out.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub(super) plan: Plan,
    /// Lines of the band of running parents.
    pub(super) band: u8,
    /// What a page must have left for the table to begin on it, hundredths of a point.
    pub(super) room: u32,
    /// Rows at its end that no page parts.
    pub(super) together: usize,
    /// Height that each row is sure to have, in hundred-thousandths of a point; `None` for
    /// one that the layout measures.
    pub(super) sure: Vec<Option<u64>>,
}

/// Plans the table and writes into its cells what follows from that. `kind` says which
/// columns are alike.
pub(super) fn set(
    kepala: &mut [Vec<Kepala>],
    baris: &mut [Baris<'_>],
    rata: &[Rata],
    kind: &[usize],
    bernomor: bool,
    setting: &Setting<'_>,
) -> Layout {
    for sel in baris.iter_mut().flat_map(|row| &mut row.sel) {
        written(sel);
    }
    let commas = Commas::of(baris, rata, kind, setting.faces);
    let mut plan = measure(kepala, baris, rata, (kind, &commas), bernomor, setting);
    write(kepala, baris, std::mem::take(&mut plan.texts));
    commas.align(baris, rata, kind, &plan);
    let body = setting.sheet.height(plan.turned);
    allow_breaks(baris, &plan.rows, body);
    let mut sure = std::mem::take(&mut plan.sure);
    leave_open(baris, &mut sure);
    let band = parent_lines(baris, &plan, setting);
    let first = first(baris);
    let rows: u32 = plan.rows.iter().take(first).sum();
    let repeated = (u32::from(band) + u32::from(bernomor)) * plan.size * 3 / 2;
    let room = (CAPTION + plan.heading + repeated + rows).min(body * 3 / 5);
    let together = together(baris, &plan.rows, body);
    Layout {
        plan,
        band,
        room,
        together,
        sure,
    }
}

fn measure(
    kepala: &[Vec<Kepala>],
    baris: &[Baris<'_>],
    rata: &[Rata],
    (kind, commas): (&[usize], &Commas),
    bernomor: bool,
    setting: &Setting<'_>,
) -> Plan {
    let shown: Vec<Vec<Cow<'_, str>>> = baris
        .iter()
        .map(|row| row.sel.iter().map(shown).collect())
        .collect();
    let amounts = rata.contains(&Rata::Kanan);
    let table = Table {
        kind: kind.to_vec(),
        wish: commas.wish(kind),
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
                    .map(|(sel, text)| cell(row, sel, text, amounts))
                    .collect()
            })
            .collect(),
        repeated: u32::from(bernomor) + u32::from(baris.len() > SHORT),
        alone: setting.alone,
    };
    plan(&table, setting.faces, &setting.sheet)
}

/// Writes into the texts where their lines may end.
fn write(kepala: &mut [Vec<Kepala>], baris: &mut [Baris<'_>], texts: Vec<Option<String>>) {
    let mut texts = texts.into_iter();
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
}

/// A row stays whole unless it is higher than half a page; what is merged over a few
/// short rows does, too.
fn allow_breaks(baris: &mut [Baris<'_>], rows: &[u32], body: u32) {
    let count = rows.len();
    for (at, row) in baris.iter_mut().enumerate() {
        let tall = rows.get(at).is_some_and(|height| *height > body / 2);
        for sel in &mut row.sel {
            let covered = &rows[at.min(count)..(at + sel.baris).min(count)];
            let height: u32 = covered.iter().sum();
            sel.putus = tall || sel.baris > 1 && (sel.baris > MERGED || height > body * 3 / 10);
        }
    }
}

/// Leaves to the layout how high a row is that a page may part, or with which a cell ends
/// that a page may: what a page takes from it is given back there. So is a mark of a
/// draft left, which is set in letters of its own.
fn leave_open(baris: &[Baris<'_>], sure: &mut [Option<u64>]) {
    for (at, row) in baris.iter().enumerate() {
        for sel in &row.sel {
            if sel.putus || matches!(sel.teks, Entry::Broken(_)) {
                let last = at + sel.baris.max(1) - 1;
                if let Some(own) = sure.get_mut(last) {
                    *own = None;
                }
            }
        }
    }
}

/// Rows with which a table begins on a page: all of a short one, else two, with those
/// that a cell merged over them covers as well.
fn first(baris: &[Baris<'_>]) -> usize {
    if baris.len() <= SHORT {
        return baris.len();
    }
    let mut end = TOGETHER;
    let mut at = 0;
    while at < end.min(baris.len()) {
        let whole = baris[at].sel.iter().filter(|sel| !sel.putus);
        let covered = whole.map(|sel| at + sel.baris).max().unwrap_or(0);
        end = end.max(covered);
        at += 1;
    }
    end
}

/// Rows at the end of a table that go to the next page together. None where a merged cell
/// begins above them, or where they are so high that the page before would be half blank.
fn together(baris: &[Baris<'_>], rows: &[u32], body: u32) -> usize {
    let Some(from) = baris.len().checked_sub(TOGETHER) else {
        return 0;
    };
    let high = rows.iter().skip(from).sum::<u32>() > body / 4;
    let merged = |(at, row): (usize, &Baris<'_>)| {
        row.sel
            .iter()
            .any(|sel| sel.putus || (at < from && at + sel.baris > from))
    };
    if baris.len() <= SHORT || high || baris.iter().enumerate().any(merged) {
        0
    } else {
        TOGETHER
    }
}

/// Lines of the band that says on a further page what goes on there: one where it fits
/// with all parents, else two, in which the template shortens them.
fn parent_lines(baris: &[Baris<'_>], plan: &Plan, setting: &Setting<'_>) -> u8 {
    // A table that no page parts is never continued.
    if baris.len() <= SHORT {
        return 0;
    }
    let width: u32 = plan.columns.iter().sum();
    let room = width.saturating_sub(plan.size) * 10 / plan.size.max(1) * 100;
    let fits = |row: &Baris<'_>| {
        let text = format!("Tabel 0.00 (lanjutan)  {}", row.induk.join("  ›  "));
        setting.faces.regular.width(&text) <= room
    };
    if baris.iter().all(fits) { 1 } else { 2 }
}

fn heading(kepala: &Kepala) -> Cell<'_> {
    Cell {
        text: &kepala.teks,
        weight: Weight::Bold,
        whole: false,
        indent: 0,
        columns: kepala.kolom,
        rows: kepala.baris,
    }
}

fn cell<'t>(row: &Baris<'_>, sel: &Sel<'_>, text: &'t str, amounts: bool) -> Cell<'t> {
    // A sentence among amounts breaks as words do.
    let amount = amounts && text.chars().count() <= AMOUNT && is_number(text);
    Cell {
        text,
        weight: row.weight(sel),
        whole: amount || (row.jenis != Jenis::Pita && is_range(text)),
        indent: u32::from(sel.jorok) * STEP,
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
