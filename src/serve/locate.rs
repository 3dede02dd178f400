//! Where a finding's cell stands on the pages.

use std::collections::BTreeMap;

use super::page_mark::Mark;
use crate::diagnostic::{Diagnostic, Fact};
use crate::model::Worksheet;
use crate::pipeline::{Inspection, PlacedCell};
use crate::preview::{self, Part};
use crate::regulation::Regulation;
use crate::typeset::{Area, Typeset};

/// The printed cells of every row of the workbook, and the tables by worksheet.
pub(super) struct PageLocator<'a> {
    rows: BTreeMap<(&'a str, u32), Vec<&'a PlacedCell>>,
    /// Worksheet and pages of each table.
    tables: Vec<(Worksheet, Part)>,
    inspection: &'a Inspection,
}

impl<'a> PageLocator<'a> {
    pub(super) fn new(
        typeset: &Typeset<'_>,
        regulation: &Regulation,
        inspection: &'a Inspection,
        cells: &'a [PlacedCell],
    ) -> Self {
        let mut rows: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for cell in cells {
            if let (Some(sheet), Some(at)) = (&cell.origin.sheet, cell.origin.cell) {
                rows.entry((&**sheet, at.row)).or_default().push(cell);
            }
        }
        let tables = preview::tables(typeset, regulation, inspection);
        let tables = tables.into_iter().filter_map(|part| {
            let id = part.tabel.clone()?;
            Some((regulation.tabel.get(&id)?.worksheet(&id)?, part))
        });
        Self {
            rows,
            tables: tables.collect(),
            inspection,
        }
    }

    /// The page that shows the finding's cell, else its row, else its table.
    pub(super) fn find(&self, finding: &Diagnostic) -> Option<Mark> {
        let pages = finding.facts.iter().find_map(|fact| match fact {
            Fact::Pages(pages) => pages.first(),
            _ => None,
        });
        if let Some(page) = pages {
            return Some(Mark::page(*page));
        }
        // The RPJMD has sheets of the same names.
        if finding.origin.file != self.inspection.origin().file {
            return None;
        }
        let sheet = finding.origin.sheet.as_deref()?;
        let worksheet = self.inspection.worksheet(sheet);
        let own: Vec<&Part> = self
            .tables
            .iter()
            .filter(|(own, _)| Some(*own) == worksheet)
            .map(|(_, part)| part)
            .collect();
        let in_table = |page: usize| {
            own.iter()
                .any(|part| (part.first..=part.last).contains(&page))
        };
        let row = finding
            .origin
            .cell
            .and_then(|at| self.rows.get(&(sheet, at.row)));
        let row = row.map(Vec::as_slice).unwrap_or_default();
        let is_it = |cell: &&&PlacedCell| cell.origin.cell == finding.origin.cell;
        let found = row
            .iter()
            .find(|cell| is_it(cell) && in_table(cell.page))
            .or_else(|| row.iter().find(is_it))
            .or_else(|| row.iter().find(|cell| in_table(cell.page)))
            .or_else(|| row.first());
        let Some(found) = found else {
            return own.first().map(|part| Mark::page(part.first));
        };
        let here = row.iter().filter(|cell| cell.page == found.page);
        Some(Mark {
            page: found.page,
            row: here.filter_map(|cell| cell.area).reduce(Area::with),
            cell: found.area.filter(|_| is_it(&found)),
        })
    }
}
