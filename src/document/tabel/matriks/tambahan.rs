//! A table of the agency's own, as it stands on its sheet.

use std::collections::BTreeMap;

use super::alignment::{alignment, is_number};
use super::cells::{Baris, Kepala, Sel, columns};
use super::figures::{alike, points_between_thousands};
use super::own_level;
use super::part_heading::{PartHeading, is_total};
use super::record::borrowed;
use super::{Columns, Isi};
use crate::document::page::Setting;
use crate::model::{Entry, SelTambahan, TabelTambahan};
use crate::regulation::Rata;

/// The table.
pub fn build<'a>(table: &'a TabelTambahan, setting: Option<&Setting<'_>>) -> Isi<'a> {
    let rata = alignment(table);
    let width = table.lebar.len();
    let mut above = Above::new(width);
    // A blank row below the heading parts it from what follows, and is none of it.
    let above_body = table.kepala.iter().skip(1).rev();
    let blank = above_body.take_while(|row| is_blank(row, width)).count();
    let heading_rows = table.kepala.len() - blank;
    let mut part = PartHeading::new(blank > 0);
    let rows = table.isi.iter().filter(|row| !row.is_empty());
    let mut baris: Vec<Baris<'_>> = rows
        .filter_map(|row| {
            let induk = above.pass(row);
            let (jenis, centred) = part.kind(row, width)?;
            let mut sel: Vec<Sel<'_>> = row.iter().map(cell).collect();
            if centred {
                for sel in &mut sel {
                    sel.rata = Some(Rata::Tengah);
                }
            }
            Some(Baris { jenis, induk, sel })
        })
        .collect();
    own_level::show(&mut baris, width);
    let kepala: Vec<Vec<Kepala>> = table.kepala[..heading_rows]
        .iter()
        .enumerate()
        .map(|(at, row)| {
            row.iter()
                .map(|cell| heading(cell, heading_rows - at))
                .collect()
        })
        .collect();
    let kind = kinds(table.lebar.len(), &kepala);
    write_alike(&mut baris, &kind);
    let setting = setting.filter(|own| own.is_whole);
    Isi::new(Columns { rata, kind }, kepala, baris, false, setting)
}

/// Figures of one kind of column in a row measure one thing in several years. A figure
/// alone may be a number of a chapter or a kode, and stays as it was typed.
fn write_alike(baris: &mut [Baris<'_>], kind: &[usize]) {
    let places = columns(baris, kind.len());
    for (row, places) in baris.iter_mut().zip(places) {
        row.sel.iter_mut().for_each(points_between_thousands);
        let mut series: BTreeMap<usize, Vec<&mut Sel<'_>>> = BTreeMap::new();
        for (sel, column) in row.sel.iter_mut().zip(places) {
            if let Some(kind) = kind.get(column).filter(|_| sel.kolom == 1) {
                series.entry(*kind).or_default().push(sel);
            }
        }
        for mut cells in series.into_values().filter(|cells| cells.len() > 1) {
            alike(&mut cells);
        }
    }
}

/// Columns are alike whose headings differ by their years alone.
fn kinds(width: usize, kepala: &[Vec<Kepala>]) -> Vec<usize> {
    let mut path = vec![String::new(); width];
    let mut free = vec![0_usize; width];
    for (row, list) in kepala.iter().enumerate() {
        let mut at = 0;
        for cell in list {
            while at < width && free[at] > row {
                at += 1;
            }
            let end = (at + cell.kolom.max(1)).min(width);
            let name = without_years(&cell.teks);
            for column in at..end {
                free[column] = row + cell.baris.max(1);
                path[column].push_str(&name);
                path[column].push('\n');
            }
            at = end;
        }
    }
    let first = |at: usize| {
        let known = path[at].contains(YEAR);
        let alike = path.iter().position(|other| *other == path[at]);
        alike.filter(|_| known).unwrap_or(at)
    };
    (0..width).map(first).collect()
}

/// Stands for a year.
const YEAR: char = '\u{1}';

fn without_years(text: &str) -> String {
    let words = text.split_whitespace().map(|word| {
        let digits = word.trim_matches(|c: char| !c.is_ascii_digit());
        let is_year = digits.len() == 4 && digits.starts_with("20");
        if is_year {
            YEAR.to_string()
        } else {
            word.to_lowercase()
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// What stands over the rows that follow: the cells that cover them, or whose
/// columns were left blank below them.
struct Above {
    /// Rows that the last cell of each column still covers.
    covered: Vec<u16>,
    /// The last text of each column.
    text: Vec<Option<String>>,
    /// The last row that is one cell over the whole width.
    band: Option<String>,
    /// The last rows that begin with a kode, each below the one before.
    kode: Vec<(String, String)>,
}

impl Above {
    fn new(width: usize) -> Self {
        Self {
            covered: vec![0; width],
            text: vec![None; width],
            band: None,
            kode: Vec::new(),
        }
    }

    /// The parents of a row: those of the columns left of its first own cell.
    fn pass(&mut self, row: &[SelTambahan]) -> Vec<String> {
        let width = self.covered.len();
        let mut own: Vec<Option<&SelTambahan>> = vec![None; width];
        let mut cell = row.iter();
        let mut at = 0;
        while at < width {
            if self.covered[at] > 0 {
                self.covered[at] -= 1;
                at += 1;
                continue;
            }
            let Some(next) = cell.next() else { break };
            let end = (at + usize::from(next.kolom.max(1))).min(width);
            self.covered[at..end].fill(next.baris.saturating_sub(1));
            own[at] = Some(next);
            at = end;
        }
        if let [only] = row
            && usize::from(only.kolom) >= width
        {
            self.band = only.teks.value().cloned();
            self.text.fill(None);
            return Vec::new();
        }
        let first = own
            .iter()
            .position(|cell| filled(*cell).is_some())
            .unwrap_or(0);
        let named = |text: &&String| text.chars().any(char::is_alphabetic);
        if is_total(row) {
            self.kode.clear();
        }
        let coded = filled(own.first().copied().flatten())
            .and_then(|text| Some((kode(text)?, text.clone())));
        if let Some((kode, _)) = &coded {
            let below = |above: &str| {
                let rest = kode.strip_prefix(above);
                rest.is_some_and(|rest| rest.starts_with('.'))
            };
            while self.kode.last().is_some_and(|(above, _)| !below(above)) {
                self.kode.pop();
            }
        }
        let induk = self
            .band
            .iter()
            .chain(self.kode.iter().map(|(_, text)| text))
            .chain(self.text.iter().take(first).flatten().filter(|text| {
                // A coded row is named once.
                self.kode.iter().all(|(_, named)| named != *text)
            }))
            .filter(named)
            .cloned()
            .collect();
        self.kode.extend(coded);
        // A new parent ends those right of it.
        if first < width {
            self.text[first..].fill(None);
        }
        for (at, cell) in own.iter().enumerate().skip(first) {
            self.text[at] = filled(*cell).cloned();
        }
        induk
    }
}

/// `7.01.03` of `7.01.03 PROGRAM …`.
fn kode(text: &str) -> Option<String> {
    let text = text.trim();
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | 'X')))
        .unwrap_or(text.len());
    let (kode, name) = text.split_at(end);
    let kode = kode.trim_end_matches('.');
    (kode.len() >= 4 && kode.contains('.') && name.chars().any(char::is_alphabetic))
        .then(|| kode.to_owned())
}

/// What a cell says, unless it is blank.
fn filled(cell: Option<&SelTambahan>) -> Option<&String> {
    let text = cell?.teks.value()?;
    (!text.trim().is_empty()).then_some(text)
}

/// Whether a row of a heading says nothing, and nothing above reaches into it.
fn is_blank(row: &[SelTambahan], width: usize) -> bool {
    let columns: usize = row.iter().map(|cell| usize::from(cell.kolom)).sum();
    columns == width && row.iter().all(|cell| filled(Some(cell)).is_none())
}

/// A cell of the heading with so many rows left below its upper edge. Its lines were ended
/// for the width that its column has on the sheet; a blank one parts two names.
fn heading(cell: &SelTambahan, rows: usize) -> Kepala {
    let text = cell.teks.value().map_or("", |text| text.trim());
    let names = text.split("\n\n").map(|name| {
        let words: Vec<&str> = name.split_whitespace().collect();
        words.join(" ")
    });
    Kepala {
        teks: names.collect::<Vec<_>>().join("\n"),
        kolom: usize::from(cell.kolom),
        baris: usize::from(cell.baris).min(rows),
    }
}

/// A cell is set as its column is; one over several columns by what it holds.
fn cell(cell: &SelTambahan) -> Sel<'_> {
    let teks: Entry<_> = borrowed(&cell.teks);
    let number = cell.angka || cell.teks.value().is_some_and(|text| is_number(text));
    Sel {
        kolom: usize::from(cell.kolom),
        baris: usize::from(cell.baris),
        rata: (cell.kolom > 1).then_some(if number { Rata::Kanan } else { Rata::Kiri }),
        ..Sel::new(teks)
    }
}
