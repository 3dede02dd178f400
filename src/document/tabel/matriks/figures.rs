//! Figures as a page shows them: one way of writing along an indicator, and decimals that
//! stand below each other.

use std::borrow::Cow;

use super::alignment::is_number;
use super::cells::{Baris, Sel, columns};
use crate::measure::{Face, Faces, GAP, Plan};
use crate::model::{Entry, Target, number};
use crate::regulation::Rata;

/// Longest text that is kept on one line for being a range, in characters.
const RANGE: usize = 24;
/// Most decimals that the figures of one indicator are filled up to.
const DECIMALS: u32 = 3;

/// Writes the figures of one indicator alike: comma before decimals, points between
/// thousands, as many decimals as the one that has most. What can be read two ways stays
/// as it was typed, and so does a whole number without a sign in it: it may be a year.
pub(super) fn alike(cells: &mut [&mut Sel<'_>]) {
    let value = |sel: &Sel<'_>| {
        let text = sel.teks.value()?;
        let number = text.strip_suffix('%').unwrap_or(text);
        number::parse(number).ok()
    };
    let figures = || cells.iter().filter(|sel| value(sel).is_some());
    let percent = |sel: &&&mut Sel<'_>| sel.teks.value().is_some_and(|text| text.ends_with('%'));
    // `0,98` next to `98%` is another scale, of which nobody knows the decimals.
    let signs = figures().filter(percent).count();
    let decimals = if signs == 0 || signs == figures().count() {
        figures()
            .filter_map(|sel| value(sel))
            .map(|value| value.scale())
            .max()
    } else {
        None
    };
    let decimals = decimals.unwrap_or(0);
    for sel in cells {
        let Some(value) = value(sel) else { continue };
        let Entry::Filled(located) = &mut sel.teks else {
            continue;
        };
        let digits = if decimals > DECIMALS || decimals < value.scale() {
            value.scale()
        } else {
            decimals
        };
        if digits == 0 && located.value.chars().all(|c| c.is_ascii_digit()) {
            continue;
        }
        let sign = if located.value.ends_with('%') {
            "%"
        } else {
            ""
        };
        let text = number::print_fixed(value, digits);
        let text = format!("{text}{sign}");
        if text != located.value {
            located.value = Cow::Owned(text);
        }
    }
}

/// Amounts that were typed with commas between thousands, `30,000,000`.
pub(super) fn points_between_thousands(sel: &mut Sel<'_>) {
    if let Entry::Filled(located) = &mut sel.teks
        && located.value.matches(',').count() > 1
        && let Ok(value) = number::parse(&located.value)
    {
        located.value = Cow::Owned(number::print(value));
    }
}

/// A range on one line, `80–85`, however it was broken; a number below zero with a true
/// minus.
pub(super) fn written(sel: &mut Sel<'_>) {
    let Entry::Filled(located) = &mut sel.teks else {
        return;
    };
    let text = &located.value;
    if text.len() > 2 * RANGE || !text.contains(['-', '–', '—']) {
        return;
    }
    if let Some(rest) = text.strip_prefix('-').filter(|rest| is_number(rest)) {
        located.value = Cow::Owned(format!("−{rest}"));
        return;
    }
    let squeezed: String = text.split_whitespace().collect();
    if is_range(&squeezed) {
        located.value = Cow::Owned(squeezed.replace(['-', '—'], "–"));
    }
}

/// `80-85`, `143,33–139,83`: two numbers and a dash.
pub(super) fn is_range(text: &str) -> bool {
    text.chars().count() <= RANGE
        && text.contains(['-', '–', '—'])
        && Target::parse(text).range().is_some()
}

/// Widths before and behind the place of the decimal comma, in thousandths of the type
/// size; `None` for what is no number on one line.
fn halves(sel: &Sel<'_>, face: &Face) -> Option<(u32, u32)> {
    let text = sel.teks.value()?;
    if sel.kolom > 1 || sel.rata.is_some() || !is_number(text) {
        return None;
    }
    let at = text.find([',', '%', ')']).unwrap_or(text.len());
    let (whole, rest) = text.split_at(at);
    Some((face.width(whole), face.width(rest)))
}

/// The widest halves of the figures in the columns of one kind.
#[derive(Debug, Clone, Copy, Default)]
struct Widest {
    whole: u32,
    rest: u32,
}

/// A figure in its place.
#[derive(Debug, Clone, Copy)]
struct Figure {
    row: usize,
    /// Its place among the cells of the row.
    cell: usize,
    column: usize,
    whole: u32,
    rest: u32,
}

/// Where the commas of each kind of column stand.
#[derive(Debug, Default)]
pub(super) struct Commas {
    /// By kind.
    widest: Vec<Widest>,
    figures: Vec<Figure>,
}

impl Commas {
    /// Looks at the figures of all rows. `kind` says which columns are alike.
    pub(super) fn of(baris: &[Baris<'_>], rata: &[Rata], kind: &[usize], faces: &Faces) -> Self {
        let kinds = kind.iter().max().map_or(0, |last| last + 1);
        let mut commas = Self {
            widest: vec![Widest::default(); kinds],
            figures: Vec::new(),
        };
        let places = columns(baris, rata.len());
        for (row, (line, places)) in baris.iter().zip(places).enumerate() {
            for (cell, (sel, column)) in line.sel.iter().zip(places).enumerate() {
                let words = rata.get(column).is_none_or(|rata| *rata == Rata::Kiri);
                let face = faces.of(line.weight(sel));
                if let Some((whole, rest)) = halves(sel, face).filter(|_| !words) {
                    let widest = &mut commas.widest[kind[column]];
                    widest.whole = widest.whole.max(whole);
                    widest.rest = widest.rest.max(rest);
                    commas.figures.push(Figure {
                        row,
                        cell,
                        column,
                        whole,
                        rest,
                    });
                }
            }
        }
        commas
    }

    /// The width at which the figures of each column stand comma below comma, in
    /// thousandths of the type size.
    pub(super) fn wish(&self, kind: &[usize]) -> Vec<u32> {
        let both = |kind: &usize| self.widest[*kind].whole + self.widest[*kind].rest;
        kind.iter().map(both).collect()
    }

    /// Moves each figure to the comma of its column, where the column is wide enough.
    pub(super) fn align(
        &self,
        baris: &mut [Baris<'_>],
        rata: &[Rata],
        kind: &[usize],
        plan: &Plan,
    ) {
        for figure in &self.figures {
            let widest = self.widest[kind[figure.column]];
            let inner = i64::from(plan.columns[figure.column]) * 1000 / i64::from(plan.size.max(1));
            let [whole, rest, most_whole, most_rest] =
                [figure.whole, figure.rest, widest.whole, widest.rest].map(i64::from);
            if most_whole + most_rest > inner - i64::from(GAP) {
                continue;
            }
            let shift = if rata[figure.column] == Rata::Kanan {
                rest - most_rest
            } else {
                (most_whole - most_rest) - (whole - rest)
            };
            // Thousandths of hundredths of a point.
            let points = shift * i64::from(plan.size) / 1000;
            let sel = baris
                .get_mut(figure.row)
                .map(|row| &mut row.sel[figure.cell]);
            if let Some(sel) = sel {
                sel.geser = i32::try_from(points).unwrap_or(0);
            }
        }
    }
}
