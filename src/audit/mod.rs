//! The account of cells: what became of every cell of a workbook.
//!
//! ```text
//! cells read = printed + reported + not for printing   (and the rest: without a fate)
//! ```
//!
//! It is made in two steps. [`Audit::plan`] compares the workbook with the data
//! of the document, in which every value names its cell ([`crate::model::trace`]).
//! [`Audit::confirm`] compares it with the laid-out pages: a value counts as
//! printed where the table that its data belongs to has, in the row that fits the
//! cell's row best, a cell with the same text or number. Each number on a page
//! serves one cell only. Headings, running parents, footers and the colophon do
//! not count.
//!
//! The pages are read from the marks that typst itself sets on table cells, and
//! not from a mark next to each value: a template cannot claim to have printed
//! what it has not, and the layout costs what it did before.

mod columns;
mod data;
mod finding;
mod omitted;
mod page;
mod prose;
mod reported;
mod table;
mod typed;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::Value as Json;

use crate::diagnostic::{CellRef, Code, Diagnostics, Origin};
use crate::model::Worksheet;
use crate::sheets::table::Account;
use crate::typeset::Area;
use crate::workbook::{Cell, Sheet, Workbook};
use data::Data;
use reported::Reported;
use typed::{Shown, Typed};

pub use finding::{EXPLANATION, findings};
pub use omitted::Reason;
pub use page::Pages;

/// What became of a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Fate {
    /// It is part of the document; where the pages were compared, it stands there.
    Printed(Vec<PlaceOnPage>),
    /// A finding says that it is not read or not printed.
    Reported(Code),
    /// It is nothing to print.
    Omitted(Reason),
    /// None of these. The text that the document has instead, where there is one.
    Lost(Option<String>),
}

/// Where on the pages a cell stands.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceOnPage {
    /// Physical page, from 1.
    pub page: usize,
    /// The table, `Tabel 6.1`; `None` for text.
    pub table: Option<String>,
    /// Its part of the page; `None` for text, which flows.
    pub area: Option<Area>,
}

/// A cell and its fate.
#[derive(Debug, Clone)]
pub struct AuditedCell {
    /// Its place in the sheet.
    pub at: CellRef,
    /// What it says.
    pub text: String,
    /// What became of it.
    pub fate: Fate,
    typed: Typed,
    planned: Vec<Planned>,
    /// Why it need not be printed, should no page show it.
    excuse: Option<Fate>,
}

/// A place in the document's data that has a cell's value.
#[derive(Debug, Clone)]
struct Planned {
    section: usize,
    /// Place in the data, to keep the order of rows.
    order: usize,
    /// Row and column of the table, where the data says them.
    at: Option<(usize, usize)>,
    /// What is printed there, in parts where a cell is parted.
    shown: Vec<Shown>,
}

/// The cells of a sheet.
#[derive(Debug, Clone)]
pub struct SheetAudit {
    /// The sheet.
    pub origin: Origin,
    /// Its cells with content, by row.
    pub cells: Vec<AuditedCell>,
}

/// Numbers of cells by fate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Cells with content.
    pub read: usize,
    /// Printed.
    pub printed: usize,
    /// Reported as not read or not printed.
    pub reported: usize,
    /// Not for printing.
    pub omitted: usize,
    /// Without a fate.
    pub lost: usize,
}

/// The account of a workbook's cells.
#[derive(Debug, Clone, Default)]
pub struct Audit {
    /// Its sheets in their order.
    pub sheets: Vec<SheetAudit>,
    data: Data,
}

impl Audit {
    /// Compares the workbook with the document's data: `traced` is the document
    /// with the cell next to each value.
    pub fn plan(
        workbook: &Workbook,
        account: &[Account],
        traced: &Json,
        findings: &Diagnostics,
    ) -> Self {
        let data = Data::read(traced);
        let sources = Sources {
            reported: Reported::new(findings, &workbook.file),
            flow: prose::Flow::new(data.loose()),
            data,
        };
        let sheets = workbook.sheet.iter().map(|sheet| {
            let of_sheet = |part: &&Account| part.origin.sheet_index == sheet.origin.sheet_index;
            let parts: Vec<&Account> = account.iter().filter(of_sheet).collect();
            let cells = sheet.cell.iter();
            let cells = cells.map(|(at, cell)| sources.audit(sheet, &parts, *at, cell));
            let mut cells: Vec<AuditedCell> = cells.collect();
            for row in cells.chunk_by_mut(|a, b| a.at.row == b.at.row) {
                keep_together(row);
            }
            SheetAudit {
                origin: sheet.origin.clone(),
                cells,
            }
        });
        Self {
            sheets: sheets.collect(),
            data: sources.data,
        }
    }

    /// All cells, with their sheet.
    pub fn cells(&self) -> impl Iterator<Item = (&SheetAudit, &AuditedCell)> {
        let sheets = self.sheets.iter();
        sheets.flat_map(|sheet| sheet.cells.iter().map(move |cell| (sheet, cell)))
    }

    /// The cells of all sheets, counted.
    pub fn counts(&self) -> Counts {
        self.sheets.iter().fold(Counts::default(), |sum, sheet| {
            let own = sheet.counts();
            Counts {
                read: sum.read + own.read,
                printed: sum.printed + own.printed,
                reported: sum.reported + own.reported,
                omitted: sum.omitted + own.omitted,
                lost: sum.lost + own.lost,
            }
        })
    }
}

/// What the fate of a cell is read from.
struct Sources {
    data: Data,
    reported: Reported,
    flow: prose::Flow,
}

impl Sources {
    /// A cell of a sheet, of which `parts` were read.
    fn audit(&self, sheet: &Sheet, parts: &[&Account], at: CellRef, cell: &Cell) -> AuditedCell {
        let index = sheet.origin.sheet_index.unwrap_or_default();
        let part = omitted::part_of(parts, at.row);
        let mut typed = Typed::new(cell);
        if let Some(read) = part.and_then(|part| part.layout.read_as.get(&at)) {
            typed = typed.read_as(read, cell);
        }
        let mut source = at;
        // A kode in several columns is the first one's in the document.
        let kode = part.map_or(&[][..], |part| &part.layout.kode_parts);
        if let Some(first) = kode.first()
            && kode.contains(&at.col)
        {
            let joined = CellRef::new(at.row, *first);
            if let Some(shown) = self.data.at(index, joined) {
                typed = typed.in_kode(shown);
                source = joined;
            }
        }
        // A table of the agency's own is no worksheet.
        let worksheet = part.map(|part| part.id.map_or("", Worksheet::id));
        let excuse = omitted::reason(sheet, part, at, cell)
            .map(Fate::Omitted)
            .or_else(|| self.reported.find(sheet, at).map(Fate::Reported));
        let planned = self
            .data
            .planned(index, source, &typed, worksheet, &self.flow);
        let (fate, planned) = match planned {
            Ok(planned) => match unprinted(sheet, part, at, excuse.as_ref(), &planned) {
                Some(reason) => (Fate::Omitted(reason), Vec::new()),
                None => (Fate::Printed(Vec::new()), planned),
            },
            Err(instead) => (excuse.clone().unwrap_or(Fate::Lost(instead)), Vec::new()),
        };
        AuditedCell {
            at,
            text: crate::sheets::shown(cell),
            fate,
            typed,
            planned,
            excuse,
        }
    }
}

/// Why a cell is not for printing, although the document has its value somewhere.
fn unprinted(
    sheet: &Sheet,
    part: Option<&Account>,
    at: CellRef,
    excuse: Option<&Fate>,
    planned: &[Planned],
) -> Option<Reason> {
    if part.is_some_and(|part| omitted::is_above(part, at.row)) {
        return Some(Reason::Heading);
    }
    // A word such as Daerah stands in the document anyhow.
    if part.is_some_and(|part| omitted::is_label(sheet, part, at)) {
        return Some(Reason::Identitas);
    }
    // A number that counts rows is found by chance.
    let is_number = excuse == Some(&Fate::Omitted(Reason::Number));
    (is_number && planned.iter().all(Planned::is_loose)).then_some(Reason::Number)
}

impl Planned {
    /// Whether the data does not name the cell.
    fn is_loose(&self) -> bool {
        self.order == usize::MAX
    }
}

/// Looks for numbers of which the data names no cell only where the other cells of
/// their row are: several tables of one sheet have the same small numbers.
fn keep_together(row: &mut [AuditedCell]) {
    let tells = |cell: &&AuditedCell| cell.typed.numbers.is_empty();
    let of_row: BTreeSet<usize> = row
        .iter()
        .filter(tells)
        .flat_map(|cell| cell.planned.iter().map(|planned| planned.section))
        .collect();
    for cell in row.iter_mut().filter(|cell| !cell.typed.numbers.is_empty()) {
        let own = |planned: &Planned| !planned.is_loose() || of_row.contains(&planned.section);
        if cell.planned.iter().any(own) {
            cell.planned.retain(own);
        }
    }
}

impl fmt::Display for Counts {
    /// `120 sel dibaca = 90 tercetak + 10 dilaporkan + 20 tidak untuk dicetak`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} sel dibaca = {} tercetak + {} dilaporkan + {} tidak untuk dicetak",
            self.read, self.printed, self.reported, self.omitted
        )?;
        if self.lost > 0 {
            write!(f, " + {} TANPA NASIB", self.lost)?;
        }
        Ok(())
    }
}

impl SheetAudit {
    /// Its cells, counted.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for cell in &self.cells {
            counts.read += 1;
            match cell.fate {
                Fate::Printed(_) => counts.printed += 1,
                Fate::Reported(_) => counts.reported += 1,
                Fate::Omitted(_) => counts.omitted += 1,
                Fate::Lost(_) => counts.lost += 1,
            }
        }
        counts
    }

    /// Why cells are not for printing, with their number.
    pub fn reasons(&self) -> BTreeMap<Reason, usize> {
        let mut reasons = BTreeMap::new();
        for cell in &self.cells {
            if let Fate::Omitted(reason) = cell.fate {
                *reasons.entry(reason).or_default() += 1;
            }
        }
        reasons
    }
}
