//! A worksheet in its printed shape, laid out from the shape's description and
//! rows of text: title, merged heading, numbering row, merged parents.

use std::collections::BTreeMap;

use renstra::form::layout::{self, Physical};
use renstra::sheets::schema::{Column, Kind, Schema};

/// One sheet, ready to become a file or a workbook in memory.
#[derive(Clone)]
pub struct Grid {
    pub name: String,
    pub cell: BTreeMap<(u32, u32), Content>,
    /// First row, first column, last row, last column.
    pub merge: Vec<(u32, u32, u32, u32)>,
    pub width: Vec<u16>,
    /// First and last row of the heading, the numbering row included.
    pub heading: (u32, u32),
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Text(String),
    /// Money, shown with `#,##0`.
    Money(i64),
    /// A number as typed in the General format.
    Number(f64),
    /// A fraction shown as per cent with so many digits.
    Percent(f64, usize),
}

/// Rows of a CSV: key of the column to text.
pub struct Rows {
    pub key: Vec<String>,
    pub row: Vec<BTreeMap<String, String>>,
}

/// Lays out a table.
pub fn table(schema: &'static Schema, title: &[String], base_year: &str, rows: &Rows) -> Grid {
    let physical = expand(schema, base_year, &rows.key);
    let mut grid = Grid {
        name: schema.tab().to_owned(),
        cell: BTreeMap::new(),
        merge: Vec::new(),
        width: physical.iter().map(|p| p.column.width).collect(),
        heading: (0, 0),
    };
    let last = u32::try_from(physical.len()).unwrap() - 1;
    let mut row = 0;
    for line in title {
        grid.text(row, 0, line);
        grid.merge(row, 0, row, last);
        row += 1;
    }
    row += u32::from(!title.is_empty());
    let top = row;
    row = grid.heading_rows(row, &physical);
    if physical.len() > 3 {
        for col in 0..=last {
            grid.text(row, col, &format!("({})", col + 1));
        }
        row += 1;
    }
    grid.heading = (top, row - 1);
    grid.body(row, &physical, rows);
    grid
}

/// Columns that the rows fill, with one column a year.
fn expand(schema: &'static Schema, base_year: &str, key: &[String]) -> Vec<Physical> {
    let years = |column: &Column| {
        let mut year: Vec<u16> = key
            .iter()
            .filter_map(|key| {
                key.strip_prefix(column.key)?
                    .strip_prefix('_')?
                    .parse::<u16>()
                    .ok()
            })
            .collect();
        year.sort_unstable();
        year
    };
    let keep = |column: &Column| column.kind == Kind::No || key.iter().any(|k| k == column.key);
    layout::columns(schema, keep, years, base_year.parse().unwrap_or_default())
}

/// Key of a column in the CSV.
fn key(physical: &Physical) -> String {
    let key = physical.column.key;
    physical
        .tahun
        .map_or_else(|| key.to_owned(), |year| format!("{key}_{year}"))
}

/// A sheet out of rows of cells separated by `|`; what can be a number is one.
pub fn grid(tab: &str, rows: &[&str]) -> Grid {
    let mut cell = BTreeMap::new();
    for (row, line) in (0..).zip(rows) {
        for (col, text) in (0..).zip(line.split('|').map(str::trim)) {
            let content = text.parse().map(Content::Number);
            let content = content.unwrap_or_else(|_| Content::Text(text.to_owned()));
            if !text.is_empty() {
                cell.insert((row, col), content);
            }
        }
    }
    Grid {
        name: tab.to_owned(),
        cell,
        merge: Vec::new(),
        width: vec![20; 6],
        heading: (0, 0),
    }
}

impl Grid {
    pub fn text(&mut self, row: u32, col: u32, text: &str) {
        if !text.is_empty() {
            self.cell.insert((row, col), Content::Text(text.to_owned()));
        }
    }

    fn merge(&mut self, top: u32, left: u32, bottom: u32, right: u32) {
        if (top, left) != (bottom, right) {
            self.merge.push((top, left, bottom, right));
        }
    }

    fn heading_rows(&mut self, top: u32, physical: &[Physical]) -> u32 {
        let (heading, height) = layout::heading(physical);
        for cell in heading {
            let (left, right) = (u32::from(cell.col.0), u32::from(cell.col.1));
            self.text(top + cell.row.0, left, &cell.text);
            self.merge(top + cell.row.0, left, top + cell.row.1, right);
        }
        top + height
    }

    fn body(&mut self, top: u32, physical: &[Physical], rows: &Rows) {
        let last = u32::try_from(physical.len()).unwrap() - 1;
        let mut number = 0;
        let mut row = top;
        // Row at which each parent's cell began.
        let mut begun: Vec<Option<u32>> = vec![None; physical.len()];
        for record in &rows.row {
            for band in bands(record) {
                self.close(&mut begun, 0, row, physical);
                self.text(row, 0, &band);
                self.merge(row, 0, row, last);
                row += 1;
            }
            if is_band(record) {
                self.close(&mut begun, 0, row, physical);
                self.text(row, 0, &record["uraian"]);
                self.merge(row, 0, row, last);
                row += 1;
                continue;
            }
            let parent = physical.iter().find(|p| p.column.parent).map(key);
            let counts = parent.is_none_or(|key| !get(record, &key).is_empty());
            for (at, p) in physical.iter().enumerate() {
                let col = u32::try_from(at).unwrap();
                if p.column.kind == Kind::No {
                    if p.column.key == "no" && counts {
                        number += 1;
                        self.cell
                            .insert((row, col), Content::Number(f64::from(number)));
                    }
                    continue;
                }
                let text = get(record, &key(p));
                if text.is_empty() {
                    continue;
                }
                if p.column.parent {
                    self.close(&mut begun, at, row, physical);
                    begun[at] = Some(row);
                }
                self.cell.insert((row, col), content(p.column.kind, text));
            }
            row += 1;
        }
        self.close(&mut begun, 0, row, physical);
    }

    /// Ends the parents' cells from column `from` on above `row`: a new parent
    /// ends its own predecessor and everything that stood under that.
    fn close(&mut self, begun: &mut [Option<u32>], from: usize, row: u32, physical: &[Physical]) {
        for (at, start) in begun.iter_mut().enumerate().skip(from) {
            if !physical[at].column.parent {
                continue;
            }
            if let Some(start) = start.take() {
                let col = u32::try_from(at).unwrap();
                self.merge(start, col, row - 1, col);
            }
        }
    }
}

fn get<'a>(record: &'a BTreeMap<String, String>, key: &str) -> &'a str {
    record.get(key).map_or("", String::as_str)
}

/// `VISI : …` and `MISI n : …` of T-C.26, which have columns of their own in the CSV; there
/// a number stands before the text, `3: …`.
fn bands(record: &BTreeMap<String, String>) -> Vec<String> {
    ["visi", "misi"]
        .into_iter()
        .filter(|key| !get(record, key).is_empty())
        .map(|key| {
            let (label, text) = (key.to_uppercase(), get(record, key));
            match text.split_once(": ") {
                Some((number, text)) if number.bytes().all(|b| b.is_ascii_digit()) => {
                    format!("{label} {number} : {text}")
                }
                _ => format!("{label} : {text}"),
            }
        })
        .collect()
}

/// A row of a review table that quotes the vision over the whole width.
fn is_band(record: &BTreeMap<String, String>) -> bool {
    get(record, "uraian").starts_with("Visi")
        && record.values().filter(|v| !v.is_empty()).count() == 1
}

/// A cell as an office would type it.
fn content(kind: Kind, text: &str) -> Content {
    let plain = |text: &str| -> Option<f64> {
        let dotted = text.replace(',', ".");
        let simple = text.bytes().all(|b| b.is_ascii_digit() || b == b',');
        simple.then(|| dotted.parse().ok()).flatten()
    };
    match kind {
        Kind::Text | Kind::Kode | Kind::No => Content::Text(text.to_owned()),
        Kind::Rupiah => text
            .parse()
            .map_or_else(|_| Content::Text(text.to_owned()), Content::Money),
        Kind::Angka | Kind::Target => {
            if let Some(number) = plain(text) {
                return Content::Number(number);
            }
            let percent = text
                .strip_suffix('%')
                .and_then(|n| plain(n).map(|value| (n, value)));
            match percent {
                Some((typed, value)) => {
                    let digits = typed
                        .split_once(',')
                        .map_or(0, |(_, fraction)| fraction.len());
                    Content::Percent(value / 100.0, digits)
                }
                None => Content::Text(text.to_owned()),
            }
        }
    }
}
