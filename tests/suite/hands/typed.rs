//! A sample's workbook, and how a hand changes it: cells, rows, columns, merges.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use renstra::diagnostic::{CellRef, Origin};
use renstra::workbook::{Area, Cell, Date, Merged, Sheet, Value, Workbook};

use crate::support::{self, source, to_workbook};

/// Whose tables a sample fills.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Regulation {
    Permendagri86,
    Inmendagri2,
}

/// A workbook that is being typed.
#[derive(Clone)]
pub struct Typed {
    pub name: &'static str,
    pub regulation: Regulation,
    pub workbook: Workbook,
    /// First and last row of each table's heading, the numbering row included.
    heading: BTreeMap<String, (u32, u32)>,
}

/// A part of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Title,
    Heading,
    Numbers,
    Body,
}

impl Typed {
    /// A sample of the city.
    pub fn sample(name: &'static str, regulation: Regulation) -> Self {
        let folder = support::path(&format!("fixtures/kota-pasuruan/source/{name}"));
        let grid = source::read(&folder, None);
        let heading = grid
            .iter()
            .filter(|grid| grid.heading.1 > 0)
            .map(|grid| (grid.name.clone(), grid.heading))
            .collect();
        Self {
            name,
            regulation,
            workbook: to_workbook::workbook("dinas.xlsx", &grid),
            heading,
        }
    }

    /// The table of programmes.
    pub fn main(&self) -> &'static str {
        match self.regulation {
            Regulation::Permendagri86 => "T-C.27",
            Regulation::Inmendagri2 => "Pendanaan",
        }
    }

    /// The table of goals.
    pub fn goals(&self) -> &'static str {
        match self.regulation {
            Regulation::Permendagri86 => "T-C.25",
            Regulation::Inmendagri2 => "Tujuan Sasaran",
        }
    }

    /// Names of the sheets with a merged heading, in their order.
    pub fn tables(&self) -> Vec<String> {
        let sheet = self.workbook.sheet.iter();
        sheet
            .map(|sheet| sheet.name.to_string())
            .filter(|name| self.heading.contains_key(name))
            .collect()
    }

    pub fn sheet(&mut self, name: &str) -> &mut Sheet {
        let sheet = &mut self.workbook.sheet;
        sheet.iter_mut().find(|sheet| &*sheet.name == name).unwrap()
    }

    pub fn get(&self, name: &str) -> &Sheet {
        let sheet = &self.workbook.sheet;
        sheet.iter().find(|sheet| &*sheet.name == name).unwrap()
    }

    /// First and last row of a table's heading.
    pub fn heading(&self, name: &str) -> (u32, u32) {
        self.heading[name]
    }

    /// The row of `(1) (2) …`, if the table has one.
    pub fn numbers(&self, name: &str) -> Option<u32> {
        let row = self.heading(name).1;
        let first = self.get(name).get(row, 0).map(|cell| &cell.value);
        (first == Some(&Value::Text("(1)".to_owned()))).then_some(row)
    }

    /// The first row of the body.
    pub fn first(&self, name: &str) -> u32 {
        self.heading(name).1 + 1
    }

    pub fn last(&self, name: &str) -> u32 {
        self.get(name).extent().unwrap().row
    }

    pub fn width(&self, name: &str) -> u32 {
        self.get(name).extent().unwrap().col + 1
    }

    fn part(&self, name: &str, row: u32) -> Part {
        let (top, bottom) = self.heading(name);
        match row {
            row if row < top => Part::Title,
            row if Some(row) == self.numbers(name) => Part::Numbers,
            row if row <= bottom => Part::Heading,
            _ => Part::Body,
        }
    }

    /// Changes cells of a part of a table: `None` leaves one as it is.
    pub fn edit(
        &mut self,
        name: &str,
        part: Part,
        mut f: impl FnMut(CellRef, &Cell) -> Option<Value>,
    ) {
        let at: Vec<CellRef> = self
            .get(name)
            .cell
            .keys()
            .copied()
            .filter(|at| self.part(name, at.row) == part)
            .collect();
        let sheet = self.sheet(name);
        for at in at {
            let cell = sheet.cell.get_mut(&at).unwrap();
            if let Some(value) = f(at, cell) {
                cell.value = value;
                cell.format = None;
            }
        }
    }

    /// Changes the texts of a part of a table.
    pub fn edit_text(
        &mut self,
        name: &str,
        part: Part,
        mut f: impl FnMut(CellRef, &str) -> Option<String>,
    ) {
        self.edit(name, part, |at, cell| match &cell.value {
            Value::Text(text) => f(at, text).map(Value::Text),
            _ => None,
        });
    }

    /// Changes the texts of all headings.
    pub fn edit_headings(&mut self, mut f: impl FnMut(&str) -> Option<String>) {
        for name in self.tables() {
            self.edit_text(&name, Part::Heading, |_, text| f(text));
        }
    }

    /// Changes every amount of money of every table.
    pub fn edit_money(&mut self, mut f: impl FnMut(i64) -> Value) {
        for name in self.tables() {
            self.edit(&name, Part::Body, |_, cell| money(cell).map(&mut f));
        }
    }

    pub fn put(&mut self, name: &str, row: u32, col: u32, value: Value) {
        let cell = Cell {
            value,
            format: None,
        };
        self.sheet(name).cell.insert(CellRef::new(row, col), cell);
    }

    pub fn put_text(&mut self, name: &str, row: u32, col: u32, text: &str) {
        self.put(name, row, col, Value::Text(text.to_owned()));
    }

    /// The column over which a heading begins with the words.
    pub fn column(&self, name: &str, begin: &str) -> u32 {
        let found = self.get(name).cell.iter().find(|(at, cell)| {
            let text = text(cell).unwrap_or_default();
            self.part(name, at.row) == Part::Heading && text.starts_with(begin)
        });
        found.unwrap_or_else(|| panic!("{name}: no {begin}")).0.col
    }

    /// Moves all cells: a place to its new place. Merged areas go along by their corners.
    pub fn remap(&mut self, name: &str, place: impl Fn(CellRef) -> CellRef) {
        let sheet = self.sheet(name);
        let cell = std::mem::take(&mut sheet.cell);
        sheet.cell = cell
            .into_iter()
            .map(|(at, cell)| (place(at), cell))
            .collect();
        let merged = sheet.merged.areas().iter().map(|area| {
            let (a, b) = (place(area.start), place(area.end));
            Area {
                start: CellRef::new(a.row.min(b.row), a.col.min(b.col)),
                end: CellRef::new(a.row.max(b.row), a.col.max(b.col)),
            }
        });
        sheet.merged = merged.collect();
        if let Some((top, bottom)) = self.heading.get(name).copied() {
            let row = |row| place(CellRef::new(row, 0)).row;
            self.heading
                .insert(name.to_owned(), (row(top), row(bottom)));
        }
    }

    pub fn insert_rows(&mut self, name: &str, before: u32, count: u32) {
        self.remap(name, |at| {
            CellRef::new(at.row + if at.row >= before { count } else { 0 }, at.col)
        });
    }

    pub fn insert_columns(&mut self, name: &str, before: u32, count: u32) {
        self.remap(name, |at| {
            CellRef::new(at.row, at.col + if at.col >= before { count } else { 0 })
        });
    }

    /// Takes a part's merged areas apart; each cell gets what `fill` makes of the text.
    pub fn unmerge(&mut self, name: &str, part: Part, fill: impl Fn(&Value) -> Option<Value>) {
        let area = self.get(name).merged.areas().to_vec();
        for area in area {
            if self.part(name, area.start.row) != part {
                continue;
            }
            let sheet = self.sheet(name);
            sheet.merged.retain(|other| *other != area);
            let Some(cell) = sheet.cell.get(&area.start).cloned() else {
                continue;
            };
            for row in area.start.row..=area.end.row {
                for col in area.start.col..=area.end.col {
                    let at = CellRef::new(row, col);
                    if at == area.start {
                        continue;
                    }
                    if let Some(value) = fill(&cell.value) {
                        let format = cell.format.clone();
                        self.sheet(name).cell.insert(at, Cell { value, format });
                    }
                }
            }
        }
    }

    /// Renames a tab.
    pub fn rename(&mut self, name: &str, new: &str) {
        let sheet = self.sheet(name);
        sheet.name = new.into();
        sheet.origin.sheet = Some(new.into());
        if let Some(heading) = self.heading.remove(name) {
            self.heading.insert(new.to_owned(), heading);
        }
    }

    /// A further, empty sheet at the end.
    pub fn add_sheet(&mut self, name: &str) {
        let index = u32::try_from(self.workbook.sheet.len()).unwrap();
        let tab: Arc<str> = name.into();
        let file = self.workbook.file.clone();
        let sheet = Sheet {
            name: tab.clone(),
            origin: Origin::sheet(file, index, tab),
            cell: BTreeMap::new(),
            merged: Merged::default(),
            ..self.workbook.sheet[0].clone()
        };
        self.workbook.sheet.push(sheet);
    }

    /// Puts all of a sheet onto another one, its first cell at the place; the sheet goes.
    pub fn put_onto(&mut self, from: &str, to: &str, row: u32, col: u32) {
        let moved = self.get(from).clone();
        let place = |at: CellRef| CellRef::new(at.row + row, at.col + col);
        let target = self.sheet(to);
        target
            .cell
            .extend(moved.cell.into_iter().map(|(at, cell)| (place(at), cell)));
        for area in moved.merged.areas() {
            target.merged.push(Area {
                start: place(area.start),
                end: place(area.end),
            });
        }
        self.workbook.sheet.retain(|sheet| &*sheet.name != from);
        self.heading.remove(from);
    }

    /// Names of all sheets, in their order.
    pub fn names(&self) -> impl Iterator<Item = String> + '_ {
        self.workbook
            .sheet
            .iter()
            .map(|sheet| sheet.name.to_string())
    }

    /// The sheets of a sample without which what was typed cannot be compared with it:
    /// those that were changed, who the agency is, and its goals. All of them where sheets
    /// came, went or have other places.
    pub fn kept(&self, sample: &Self) -> Vec<String> {
        let is_moved = self.names().ne(sample.names());
        let is_same = |name: &str| {
            let other = sample.get(name);
            let sheet = self
                .workbook
                .sheet
                .iter()
                .find(|sheet| &*sheet.name == name);
            sheet.is_some_and(|sheet| {
                sheet.cell == other.cell
                    && sheet.merged.areas() == other.merged.areas()
                    && sheet.hidden == other.hidden
                    && sheet.hidden_row == other.hidden_row
                    && sheet.hidden_col == other.hidden_col
            })
        };
        let mut all: Vec<String> = sample.names().collect();
        all.retain(|name| {
            is_moved || name == "Identitas" || name == self.goals() || !is_same(name)
        });
        all
    }

    /// The cells that another workbook has not, or has otherwise, by sheet; also those
    /// that only the other one has. Where only merged areas or tabs differ, the sheet's first cell stands for them.
    pub fn touched(&self, sample: &Self) -> BTreeSet<(String, CellRef)> {
        let mut touched = BTreeSet::new();
        for (at, sheet) in self.workbook.sheet.iter().enumerate() {
            let other = sample.workbook.sheet.get(at);
            let other = other.filter(|other| other.name == sheet.name);
            let before = touched.len();
            for (at, cell) in &sheet.cell {
                if other.and_then(|other| other.cell.get(at)) != Some(cell) {
                    touched.insert((sheet.name.to_string(), *at));
                }
            }
            for at in other.into_iter().flat_map(|other| other.cell.keys()) {
                if !sheet.cell.contains_key(at) {
                    touched.insert((sheet.name.to_string(), *at));
                }
            }
            let same = other.is_some_and(|other| {
                other.merged.areas() == sheet.merged.areas()
                    && other.cell.len() == sheet.cell.len()
                    && other.hidden_row == sheet.hidden_row
                    && other.hidden_col == sheet.hidden_col
                    && other.hidden == sheet.hidden
            });
            if !same && touched.len() == before {
                touched.insert((sheet.name.to_string(), CellRef::new(0, 0)));
            }
        }
        touched
    }
}

/// The amount of a cell of money.
pub fn money(cell: &Cell) -> Option<i64> {
    match &cell.value {
        Value::Number(number) if cell.format.as_deref() == Some("#,##0") => {
            i64::try_from(*number).ok()
        }
        _ => None,
    }
}

pub fn text(cell: &Cell) -> Option<&str> {
    match &cell.value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// A text as a value.
pub fn typed(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

/// `1.234.567` with any separator.
pub fn grouped(amount: i64, separator: &str) -> String {
    let digits = amount.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(separator);
        }
        out.push(digit);
    }
    out
}

/// A day as a date cell.
pub fn date(year: i32, month: u8, day: u8) -> Value {
    Value::Date(Date {
        year,
        month,
        day,
        second: 0,
    })
}
