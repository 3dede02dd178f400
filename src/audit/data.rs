//! The document's data, as a list of what is printed and from which cell.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::Planned;
use super::prose::Flow;
use super::typed::{Shown, Typed, squash};
use crate::diagnostic::CellRef;
use crate::model::trace::{CELL, VALUE};

/// Letters from which on a text is known wherever it stands.
const LONG: usize = 8;

/// A part of the document: one table, or what lies outside of tables.
#[derive(Debug, Clone, Default)]
pub(super) struct Section {
    /// The table as the pages name it, `Tabel 6.1`.
    pub(super) table: Option<String>,
    /// Id of the worksheet of its rows.
    sheet: Option<String>,
    /// Sheets of which it has values, by place.
    sheets: HashSet<u32>,
    /// Its texts, squashed.
    texts: HashSet<String>,
    /// The numbers that its texts may be.
    numbers: HashSet<Decimal>,
}

/// A value of the data with its cell.
#[derive(Debug, Clone)]
struct Entry {
    section: usize,
    /// Place in the data.
    order: usize,
    at: Option<(usize, usize)>,
    shown: Shown,
}

/// What is printed, in the order of the data.
#[derive(Debug, Clone, Default)]
pub(super) struct Data {
    pub(super) sections: Vec<Section>,
    by_cell: HashMap<(u32, CellRef), Vec<Entry>>,
    /// Texts without a cell outside of tables.
    loose: Vec<String>,
    count: usize,
    /// Row and column of the table in which the value that is read stands.
    at: Option<(usize, usize)>,
}

/// What of a table's own object is no row.
const FRAME: [&str; 7] = [
    "nomor",
    "judul",
    "judul_daftar",
    "lembar",
    "kode",
    "kosong",
    "kepala",
];

impl Data {
    pub(super) fn read(traced: &Json) -> Self {
        let mut data = Self::default();
        data.sections.push(Section::default());
        let Json::Object(document) = traced else {
            return data;
        };
        for (key, value) in document {
            match (key.as_str(), value) {
                ("tabel", Json::Object(tables)) => {
                    for table in tables.values() {
                        data.table(table);
                    }
                }
                // Kept next to the plan and not printed in it, or said of it.
                ("konfirmasi" | "kolofon" | "matriks_perubahan", _) => {}
                _ => data.walk(value, 0),
            }
        }
        data
    }

    /// Texts without a cell that stand outside of tables.
    pub(super) fn loose(&self) -> impl Iterator<Item = &str> {
        self.loose.iter().map(String::as_str)
    }

    fn table(&mut self, table: &Json) {
        let word = |key: &str| table.get(key).and_then(Json::as_str);
        let section = self.sections.len();
        self.sections.push(Section {
            table: word("nomor").map(|number| format!("Tabel {number}")),
            sheet: word("lembar").map(str::to_owned),
            ..Section::default()
        });
        let Json::Object(parts) = table else { return };
        for (key, value) in parts {
            if key == "matriks" {
                self.grid(value, section);
            } else if key == "sumber" {
                // Set below the table, and no cell of it.
                self.walk(value, 0);
            } else if !FRAME.contains(&key.as_str()) {
                self.walk(value, section);
            }
        }
    }

    /// A table whose data says where each value stands: cells come in the
    /// order of the columns, without those that a cell above covers.
    fn grid(&mut self, grid: &Json, section: usize) {
        fn list<'a>(parts: &'a Json, key: &str) -> &'a [Json] {
            let list = parts.get(key).and_then(Json::as_array);
            list.map(Vec::as_slice).unwrap_or_default()
        }
        // Per column the first row that no cell above covers.
        let mut free: Vec<usize> = Vec::new();
        for (row, line) in list(grid, "baris").iter().enumerate() {
            let mut column = 0;
            for cell in list(line, "sel") {
                let span = |key: &str| {
                    let span = cell.get(key).and_then(Json::as_u64).unwrap_or(1);
                    usize::try_from(span).unwrap_or(1)
                };
                while free.get(column).is_some_and(|free| *free > row) {
                    column += 1;
                }
                self.at = Some((row, column));
                self.walk(cell, section);
                self.at = None;
                let end = column + span("kolom");
                free.resize(free.len().max(end), 0);
                free[column..end].fill(row + span("baris"));
                column = end;
            }
        }
    }

    fn walk(&mut self, value: &Json, place: usize) {
        match value {
            Json::String(text) => self.text(text, place),
            Json::Array(list) => {
                for value in list {
                    self.walk(value, place);
                }
            }
            Json::Object(parts) => {
                if let Some((cell, value)) = located(parts) {
                    self.count += 1;
                    let shown = Shown::new(&value);
                    self.keep(&value, &shown, place);
                    if let Some(section) = self.sections.get_mut(place) {
                        section.sheets.insert(cell.0);
                    }
                    let entry = Entry {
                        section: place,
                        order: self.count,
                        at: self.at,
                        shown,
                    };
                    self.by_cell.entry(cell).or_default().push(entry);
                    return;
                }
                for (key, value) in parts {
                    // Running parents and headings repeat what rows say.
                    if !matches!(key.as_str(), "induk" | "kepala") {
                        self.walk(value, place);
                    }
                }
            }
            Json::Null | Json::Bool(_) | Json::Number(_) => {}
        }
    }

    fn text(&mut self, text: &str, section: usize) {
        if section == 0 {
            self.loose.push(text.to_owned());
        }
        self.keep(text, &Shown::new(text), section);
    }

    fn keep(&mut self, text: &str, shown: &Shown, section: usize) {
        if let Some(section) = self.sections.get_mut(section) {
            // An indicator has its unit behind it.
            let unit = shown
                .text
                .strip_suffix(')')
                .and_then(|text| text.rsplit_once('('));
            section.texts.extend(unit.map(|(_, unit)| unit.to_owned()));
            // A name has its kode before it.
            let kode = text.split_once(" - ").map(|(kode, _)| squash(kode));
            section.texts.extend(kode);
            section.texts.insert(shown.text.clone());
            section.numbers.extend(&shown.numbers);
        }
    }

    /// What the document has of a cell.
    pub(super) fn at(&self, sheet: u32, at: CellRef) -> Option<&str> {
        let first = self.by_cell.get(&(sheet, at))?.first()?;
        Some(&first.shown.text)
    }

    /// Where the document has a cell's value; what it has instead if it has
    /// another one, or `None` if it has none.
    pub(super) fn planned(
        &self,
        sheet: u32,
        at: CellRef,
        typed: &Typed,
        worksheet: Option<&str>,
        flow: &Flow,
    ) -> Result<Vec<Planned>, Option<String>> {
        let located = self.by_cell.get(&(sheet, at)).map(Vec::as_slice);
        let located = located.unwrap_or_default();
        let whole = |shown: &Shown| typed.is_same(shown) || typed.is_part(&shown.text);
        let mut planned: Vec<Planned> = located
            .iter()
            .filter(|entry| whole(&entry.shown))
            .map(|entry| entry.planned(vec![entry.shown.clone()]))
            .collect();
        if planned.is_empty()
            && let Some(first) = located.first()
            && typed.is_covered(located.iter().map(|entry| &entry.shown))
        {
            let shown = located.iter().map(|entry| entry.shown.clone());
            planned.push(first.planned(shown.collect()));
        }
        if planned.is_empty() {
            planned = self.planned_loose(sheet, typed, worksheet);
        }
        if planned.is_empty() && flow.has(&typed.raw) {
            planned.push(Planned {
                section: 0,
                order: usize::MAX,
                at: None,
                shown: Vec::new(),
            });
        }
        if planned.is_empty() {
            return Err(located.first().map(|entry| entry.shown.text.clone()));
        }
        Ok(planned)
    }

    /// The same for values that the data has without their cell, or with that of an
    /// equal one: the pages tell whether each has a place of its own.
    fn planned_loose(&self, sheet: u32, typed: &Typed, worksheet: Option<&str>) -> Vec<Planned> {
        let sections = self.sections.iter().enumerate();
        let has = |(_, section): &(usize, &Section)| {
            // A regulation may print a worksheet in the place of another.
            let own = section.table.is_some()
                && (section.sheet.as_deref() == worksheet || section.sheets.contains(&sheet));
            let outside = section.table.is_none() && typed.raw.len() >= super::typed::SHORTEST;
            let text = || typed.texts.iter().any(|text| section.texts.contains(text));
            let number = || typed.numbers.iter().any(|n| section.numbers.contains(n));
            ((own || outside || typed.len() >= LONG) && text()) || (own && number())
        };
        sections
            .filter(has)
            .map(|(section, _)| Planned {
                section,
                order: usize::MAX,
                at: None,
                shown: Vec::new(),
            })
            .collect()
    }
}

impl Entry {
    fn planned(&self, shown: Vec<Shown>) -> Planned {
        Planned {
            section: self.section,
            order: self.order,
            at: self.at,
            shown,
        }
    }
}

/// A value with its cell, if an object of the data is one.
fn located(parts: &serde_json::Map<String, Json>) -> Option<((u32, CellRef), String)> {
    let cell = parts.get(CELL)?.as_array()?;
    let value = parts.get(VALUE)?;
    let at = |index: usize| u32::try_from(cell.get(index)?.as_u64()?).ok();
    let mut text = String::new();
    flatten(value, &mut text);
    Some(((at(0)?, CellRef::new(at(1)?, at(2)?)), text))
}

/// Every text of a value, which is nearly always one.
fn flatten(value: &Json, out: &mut String) {
    match value {
        Json::String(text) => out.push_str(text),
        Json::Number(number) => out.push_str(&number.to_string()),
        Json::Array(list) => list.iter().for_each(|value| flatten(value, out)),
        Json::Object(parts) => parts.values().for_each(|value| flatten(value, out)),
        Json::Null | Json::Bool(_) => {}
    }
}
