//! The package that calamine reads the cells from.
//!
//! Completes `Xlsx::new`, which knows only the usual names of parts, refuses the whole
//! workbook for one tab without a part, and builds every font, fill and border.

use std::fmt::Write;
use std::io::Cursor;

use calamine::{Reader, Xlsx, XlsxCellReader};

use super::strings::{self, Strings};
use super::{Context, lockstep};
use crate::workbook::grid::Grid;
use crate::workbook::guard::{Repack, guarded};
use crate::workbook::package::Package;
use crate::workbook::refusal::Refusal;

/// Calamine's stream of the cells of a sheet.
pub(super) type Cells<'a> = XlsxCellReader<'a, Cursor<Vec<u8>>>;

/// Name of the part with the shared texts, the only one that calamine looks for.
const STRINGS: &str = "xl/sharedStrings.xml";
const RELS: &str = r#"<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

/// The workbook as calamine opened it, with tabs named by their places.
pub(super) struct Source {
    xlsx: Xlsx<Cursor<Vec<u8>>>,
    /// Bytes that may still be given to calamine a second time.
    left: usize,
}

/// How much is given a second time: a writer of odd parts writes all of them so.
const AGAIN: usize = 64 << 20;

impl Source {
    /// Opens the worksheets in these parts.
    pub fn open(
        package: &mut Package,
        strings: &Strings,
        parts: &[(usize, String)],
    ) -> Result<Self, Refusal> {
        let present = parts.iter().filter(|(_, part)| package.has(part));
        let places: Vec<usize> = present.map(|(place, _)| *place).collect();
        let mut repack = begin(&places)?;
        for (place, part) in parts {
            repack.copy(package, part, &name(*place))?;
        }
        if strings.is_trusted {
            repack.copy(package, &strings.part, STRINGS)?;
        } else if let Some(text) = package.text(&strings.part)? {
            repack.add(STRINGS, strings::without_claim(&text).as_bytes())?;
        }
        Ok(Self {
            xlsx: open(repack).ok_or_else(|| Refusal::damaged(&strings.part))?,
            left: AGAIN,
        })
    }

    /// Reads a worksheet with this text into the grid; whether it was read to its end.
    pub fn sheet(
        &mut self,
        package: &mut Package,
        place: usize,
        text: &str,
        context: &mut Context,
        grid: &mut Grid<'_>,
    ) -> Result<bool, Refusal> {
        let tab = place.to_string();
        if let Some(Ok(mut cells)) = guarded(|| self.xlsx.worksheet_cells_reader(&tab)) {
            return Ok(lockstep(text, &mut cells, context, grid));
        }
        // An odd `dimension`, or UTF-16: once more, decoded and without what goes before.
        let Some(data) = sheet_data(text) else {
            // A part without cells.
            return Ok(text.contains("worksheet"));
        };
        let strings = package.text(&context.strings.part)?.unwrap_or_default();
        let Some(left) = self.left.checked_sub(strings.len() + text.len()) else {
            return Ok(false);
        };
        self.left = left;
        let mut repack = begin(&[place])?;
        repack.add(&name(place), format!("<worksheet>{data}").as_bytes())?;
        if !strings.is_empty() {
            repack.add(STRINGS, strings::without_claim(&strings).as_bytes())?;
        }
        let Some(mut xlsx) = open(repack) else {
            return Ok(false);
        };
        let cells = guarded(|| xlsx.worksheet_cells_reader(&tab));
        Ok(match cells {
            Some(Ok(mut cells)) => lockstep(text, &mut cells, context, grid),
            _ => false,
        })
    }
}

/// Name of the part with the worksheet at a place.
fn name(place: usize) -> String {
    format!("s/{place}.xml")
}

/// A package with tabs for these places.
fn begin(places: &[usize]) -> Result<Repack, Refusal> {
    let mut tabs = String::new();
    let mut relations = String::new();
    for place in places {
        let _ = write!(tabs, r#"<sheet name="{place}" r:id="r{place}"/>"#);
        let _ = write!(
            relations,
            r#"<Relationship Id="r{place}" Type="/worksheet" Target="/{}"/>"#,
            name(*place)
        );
    }
    let mut repack = Repack::new();
    repack.add("_rels/.rels", RELS.as_bytes())?;
    repack.add(
        "xl/workbook.xml",
        format!("<workbook><sheets>{tabs}</sheets></workbook>").as_bytes(),
    )?;
    repack.add(
        "xl/_rels/workbook.xml.rels",
        format!("<Relationships>{relations}</Relationships>").as_bytes(),
    )?;
    Ok(repack)
}

fn open(repack: Repack) -> Option<Xlsx<Cursor<Vec<u8>>>> {
    let bytes = repack.finish().ok()?;
    guarded(|| Xlsx::new(bytes))?.ok()
}

/// The part from the tag with which the cells begin.
fn sheet_data(text: &str) -> Option<&str> {
    let at = text.find("sheetData")?;
    text.get(text.get(..at)?.rfind('<')?..)
}
