//! The document's data, as a list of what is printed and from which cell.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::Planned;
use super::prose::Flow;
use super::typed::{Shown, Typed};
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

/// Section, place in the data, and text of a value.
type Entry = (usize, usize, Shown);

/// What is printed, in the order of the data.
#[derive(Debug, Clone, Default)]
pub(super) struct Data {
    pub(super) sections: Vec<Section>,
    by_cell: HashMap<(u32, CellRef), Vec<Entry>>,
    /// Texts without a cell outside of tables.
    loose: Vec<String>,
    count: usize,
}

/// What of a table's own object is no row.
const FRAME: [&str; 6] = ["nomor", "judul", "lembar", "kode", "kosong", "kepala"];

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
                // Kept beside the plan, and not printed in it.
                ("konfirmasi" | "kolofon", _) => {}
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
            if !FRAME.contains(&key.as_str()) {
                self.walk(value, section);
            }
        }
    }

    fn walk(&mut self, value: &Json, section: usize) {
        match value {
            Json::String(text) => self.text(text, section),
            Json::Array(list) => {
                for value in list {
                    self.walk(value, section);
                }
            }
            Json::Object(parts) => {
                if let Some((cell, value)) = located(parts) {
                    self.count += 1;
                    let shown = Shown::new(&value);
                    self.keep(&shown, section);
                    if let Some(section) = self.sections.get_mut(section) {
                        section.sheets.insert(cell.0);
                    }
                    let entry = (section, self.count, shown);
                    self.by_cell.entry(cell).or_default().push(entry);
                    return;
                }
                for (key, value) in parts {
                    // Running parents and headings repeat what rows say.
                    if !matches!(key.as_str(), "induk" | "kepala") {
                        self.walk(value, section);
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
        self.keep(&Shown::new(text), section);
    }

    fn keep(&mut self, shown: &Shown, section: usize) {
        if let Some(section) = self.sections.get_mut(section) {
            // An indicator has its unit behind it.
            let unit = shown
                .text
                .strip_suffix(')')
                .and_then(|text| text.rsplit_once('('));
            section.texts.extend(unit.map(|(_, unit)| unit.to_owned()));
            section.texts.insert(shown.text.clone());
            section.numbers.extend(&shown.numbers);
        }
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
            .filter(|(_, _, shown)| whole(shown))
            .map(|(section, order, shown)| Planned {
                section: *section,
                order: *order,
                shown: vec![shown.clone()],
            })
            .collect();
        if planned.is_empty()
            && let Some((section, order, _)) = located.first()
            && typed.is_covered(located.iter().map(|(_, _, shown)| shown))
        {
            planned.push(Planned {
                section: *section,
                order: *order,
                shown: located.iter().map(|(_, _, shown)| shown.clone()).collect(),
            });
        }
        if planned.is_empty() {
            planned = self.planned_loose(sheet, typed, worksheet);
        }
        if planned.is_empty() && flow.has(&typed.raw) {
            planned.push(Planned {
                section: 0,
                order: usize::MAX,
                shown: Vec::new(),
            });
        }
        if planned.is_empty() {
            return Err(located.first().map(|(_, _, shown)| shown.text.clone()));
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
                shown: Vec::new(),
            })
            .collect()
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
