//! The account on the laid-out pages.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::columns::Columns;
use super::prose::Flow;
use super::table::{Found, TableIndex, TablePages, Wanted};
use super::typed::squash;
use super::{Audit, Fate, PlaceOnPage};
use crate::typeset::Printed;

/// Letters from which on a text is known wherever it stands.
const LONG: usize = 8;

/// Cells of one row of a sheet that a table should show, in the order of the data.
type Group = Vec<(usize, usize, usize)>;

/// The pages of a document, made ready for looking cells up.
pub struct Pages {
    /// Numbered tables, with their number.
    tables: Vec<(String, TableIndex)>,
    /// Text outside of tables, by page: without blanks, and as running text.
    texts: Vec<(String, Flow)>,
    /// The same of all pages together.
    whole: (String, Flow),
}

impl Pages {
    /// Reads what was laid out.
    pub fn new(printed: &Printed) -> Self {
        let texts: Vec<(String, Flow)> = printed
            .text
            .iter()
            .map(|text| (squash(text), Flow::new([text.as_str()])))
            .collect();
        let whole = texts.iter().map(|(text, _)| text.as_str()).collect();
        let flow = Flow::new(printed.text.iter().map(String::as_str));
        let tables = printed.tables.iter();
        Self {
            tables: tables
                .map(|table| (table.number.clone(), TableIndex::new(table)))
                .collect(),
            texts,
            whole: (whole, flow),
        }
    }
}

impl Audit {
    /// Compares the account with the pages: what the data has and no page shows is
    /// without a fate.
    pub fn confirm(&mut self, pages: &Pages) {
        let mut found: HashMap<(usize, usize), Vec<PlaceOnPage>> = HashMap::new();
        for (number, index) in &pages.tables {
            self.in_table(TablePages::new(index), number, &mut found);
        }
        self.in_text(pages, &mut found);
        self.anywhere(pages, &mut found);
        for (s, sheet) in self.sheets.iter_mut().enumerate() {
            for (c, cell) in sheet.cells.iter_mut().enumerate() {
                if let Fate::Printed(places) = &mut cell.fate {
                    match found.remove(&(s, c)) {
                        Some(list) => *places = list,
                        None => {
                            cell.fate = cell.excuse.clone().unwrap_or(Fate::Lost(None));
                        }
                    }
                }
            }
        }
    }

    /// The cells that a table should show, by row of their sheet, in the order of the
    /// data; rows of which it tells no cell come last.
    fn groups(&self, number: &str) -> Vec<Group> {
        let mut rows: BTreeMap<(usize, u32), (usize, Group)> = BTreeMap::new();
        for (s, sheet) in self.sheets.iter().enumerate() {
            for (c, cell) in sheet.cells.iter().enumerate() {
                for (p, planned) in cell.planned.iter().enumerate() {
                    let section = &self.data.sections[planned.section];
                    if section.table.as_deref() == Some(number) {
                        let (order, group) = rows
                            .entry((s, cell.at.row))
                            .or_insert((usize::MAX, Group::new()));
                        *order = (*order).min(planned.order);
                        // One place is enough, also where the data has two.
                        if group.last().is_none_or(|(_, above, _)| *above != c) {
                            group.push((s, c, p));
                        }
                    }
                }
            }
        }
        let mut groups: Vec<(usize, Group)> = rows.into_values().collect();
        groups.sort_by_key(|(order, _)| *order);
        groups.into_iter().map(|(_, group)| group).collect()
    }

    fn in_table(
        &self,
        mut pages: TablePages<'_>,
        number: &str,
        found: &mut HashMap<(usize, usize), Vec<PlaceOnPage>>,
    ) {
        let (own, mut others): (Vec<Group>, Vec<Group>) = self
            .groups(number)
            .into_iter()
            .partition(|group| self.is_located(group));
        // Of rows that name no cell, those that a row of the table says in full
        // come first: totals are alike.
        others.sort_by_key(|group| std::cmp::Reverse(pages.share(&self.wanted(group))));
        let groups: Vec<Group> = own.into_iter().chain(others).collect();
        let mut columns = Columns::default();
        let rows: Vec<Found> = (0..)
            .zip(&groups)
            .map(|(place, group)| pages.find_row(place, &self.wanted(group), &mut columns))
            .collect();
        columns.settle();
        let wanted: Vec<Vec<Wanted<'_>>> = groups.iter().map(|group| self.wanted(group)).collect();
        pages.settle(rows.iter().copied().zip(wanted.iter().map(Vec::as_slice)));
        for (group, row) in groups.iter().zip(rows) {
            let cells = pages.take_row(row, &self.wanted(group), &columns);
            for ((s, c, _), on) in group.iter().zip(cells) {
                let Some(on) = on else { continue };
                let list = found.entry((*s, *c)).or_default();
                for area in on {
                    let place = PlaceOnPage {
                        page: area.page,
                        table: Some(number.to_owned()),
                        area: Some(area),
                    };
                    if !list.contains(&place) {
                        list.push(place);
                    }
                }
            }
        }
    }

    fn is_located(&self, group: &Group) -> bool {
        let mut group = group.iter();
        group.any(|(s, c, p)| !self.sheets[*s].cells[*c].planned[*p].is_loose())
    }

    fn wanted(&self, group: &Group) -> Vec<Wanted<'_>> {
        let cells = group.iter().map(|(s, c, p)| {
            let cell = &self.sheets[*s].cells[*c];
            let planned = &cell.planned[*p];
            Wanted {
                typed: &cell.typed,
                shown: planned.shown.as_slice(),
                at: planned.at,
                from: (*s, cell.at.col),
            }
        });
        cells.collect()
    }

    /// Long texts that the data has in one place and the pages in another, such as
    /// a vision in the band of a table.
    fn anywhere(&self, pages: &Pages, found: &mut HashMap<(usize, usize), Vec<PlaceOnPage>>) {
        let tables = pages.tables.iter();
        let numbers: HashSet<&str> = tables.map(|(number, _)| number.as_str()).collect();
        for (s, sheet) in self.sheets.iter().enumerate() {
            for (c, cell) in sheet.cells.iter().enumerate() {
                // The tables that should have it were looked at, column by column.
                let of_table = cell.planned.iter().any(|planned| {
                    let table = self.data.sections[planned.section].table.as_ref();
                    table.is_some_and(|table| numbers.contains(table.as_str()))
                });
                let wanted = matches!(cell.fate, Fate::Printed(_))
                    && !of_table
                    && cell.typed.numbers.is_empty()
                    && cell.typed.len() >= LONG
                    && !found.contains_key(&(s, c));
                if !wanted {
                    continue;
                }
                let mut texts = pages.tables.iter().flat_map(|(number, index)| {
                    let texts = index.texts();
                    texts.map(move |(text, areas)| (number, text, areas))
                });
                let here = texts.find(|(_, text, _)| cell.typed.is_part(text));
                if let Some((number, _, on)) = here {
                    let places = on.iter().map(|area| PlaceOnPage {
                        page: area.page,
                        table: Some(number.clone()),
                        area: Some(*area),
                    });
                    found.insert((s, c), places.collect());
                }
            }
        }
    }

    /// What should stand outside of tables.
    fn in_text(&self, pages: &Pages, found: &mut HashMap<(usize, usize), Vec<PlaceOnPage>>) {
        let Pages {
            texts,
            whole: (whole, flow),
            ..
        } = pages;
        for (s, sheet) in self.sheets.iter().enumerate() {
            for (c, cell) in sheet.cells.iter().enumerate() {
                let outside =
                    |planned: &super::Planned| self.data.sections[planned.section].table.is_none();
                if !cell.planned.iter().any(outside) {
                    continue;
                }
                let forms: Vec<&str> = cell
                    .typed
                    .texts
                    .iter()
                    .map(String::as_str)
                    .chain(
                        cell.planned
                            .iter()
                            .flat_map(|p| p.shown.iter().map(|s| s.text.as_str())),
                    )
                    .filter(|text| !text.is_empty())
                    .collect();
                let in_whole = |text: &str| forms.iter().any(|form| text.contains(form));
                let at = texts
                    .iter()
                    .position(|(page, _)| in_whole(page))
                    .or_else(|| texts.iter().position(|(_, flow)| flow.has(&cell.typed.raw)));
                let page = match at {
                    Some(at) => at + 1,
                    // Over the end of a page: it begins on the one of its first words.
                    None if in_whole(whole) || flow.has(&cell.typed.raw) => {
                        texts
                            .iter()
                            .position(|(_, flow)| flow.begins(&cell.typed.raw))
                            .unwrap_or(0)
                            + 1
                    }
                    None => continue,
                };
                found.entry((s, c)).or_default().push(PlaceOnPage {
                    page,
                    table: None,
                    area: None,
                });
            }
        }
    }
}
