//! One table.

use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};

use super::cell::OdsCell;
use super::styles::Styles;
use crate::diagnostic::CellRef;
use crate::workbook::format::Format;
use crate::workbook::grid::Grid;
use crate::workbook::xml::{Malformed, Xml, attribute, number};
use crate::workbook::{Area, Value, limit};

/// Reads a table whose start was read, up to its end. An error means that the
/// part broke off; the rows before that are in the grid.
pub(super) fn read(
    xml: &mut Xml<'_>,
    styles: &Styles,
    grid: &mut Grid<'_>,
) -> Result<(), Malformed> {
    let mut reader = TableReader {
        styles,
        general: Format::general(),
        column_style: Vec::new(),
        row: 0,
    };
    let mut column = 0_u32;
    loop {
        match xml.inside()? {
            Event::Start(e) => match e.local_name().as_ref() {
                "table-column" => {
                    column = reader.columns(&e, column, grid);
                    xml.skip()?;
                }
                "table-row" => reader.row(&e, xml, grid)?,
                "table-header-rows"
                | "table-rows"
                | "table-row-group"
                | "table-header-columns"
                | "table-columns"
                | "table-column-group" => {}
                // Shapes, forms, links: they may hold tables and rows of their own.
                _ => xml.skip()?,
            },
            Event::End(e) if e.local_name().as_ref() == "table" => return Ok(()),
            _ => {}
        }
    }
}

struct TableReader<'s> {
    styles: &'s Styles,
    general: Format,
    /// Style of the cells of each column that have none of their own.
    column_style: Vec<Option<Arc<str>>>,
    /// Where the next row stands.
    row: u32,
}

/// A cell of the row at hand, with content or merged.
struct Pending {
    col: u32,
    repeated: u32,
    spanned: (u32, u32),
    content: Option<(Value, Format)>,
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "visibility").is_some_and(|value| value != "visible")
}

fn repeated(element: &BytesStart<'_>, name: &str) -> u32 {
    number(element, name).unwrap_or(1).max(1)
}

impl TableReader<'_> {
    /// Takes a column, perhaps a repeated one, and gives the place of the next.
    fn columns(&mut self, element: &BytesStart<'_>, first: u32, grid: &mut Grid<'_>) -> u32 {
        let next = first.saturating_add(repeated(element, "number-columns-repeated"));
        if is_hidden(element) {
            grid.hide_cols(first..=next - 1);
        }
        let style = attribute(element, "default-cell-style-name").map(Arc::from);
        self.column_style
            .resize(next.min(limit::COLUMNS) as usize, style);
        next
    }

    /// Reads a row, perhaps a repeated one, up to its end.
    fn row(
        &mut self,
        element: &BytesStart<'_>,
        xml: &mut Xml<'_>,
        grid: &mut Grid<'_>,
    ) -> Result<(), Malformed> {
        let first = self.row;
        let rows = repeated(element, "number-rows-repeated");
        self.row = first.saturating_add(rows);
        if is_hidden(element) {
            grid.hide_rows(first..=self.row - 1);
        }
        let row_style = attribute(element, "default-cell-style-name");
        let mut pending = Vec::new();
        let mut col = 0_u32;
        loop {
            match xml.inside()? {
                Event::Start(e) => match e.local_name().as_ref() {
                    "table-cell" | "covered-table-cell" => {
                        let cell = OdsCell::read(&e, xml)?;
                        let next = col.saturating_add(cell.repeated);
                        pending.extend(self.pending(&cell, col, row_style.as_deref()));
                        col = next;
                    }
                    _ => xml.skip()?,
                },
                Event::End(_) => break,
                _ => {}
            }
            // Whatever lies far to the right is only counted, so the list stays short.
            if let Some(far) = pending.pop_if(|cell: &mut Pending| cell.col >= limit::COLUMNS)
                && far.content.is_some()
            {
                let count = u64::from(far.repeated) * u64::from(rows);
                grid.leave_out(CellRef::new(first, far.col), count);
            }
        }
        put_rows(&pending, first, rows, grid);
        Ok(())
    }

    /// The cell at its place; `None` for one that is empty and not merged.
    fn pending(&self, cell: &OdsCell, col: u32, row_style: Option<&str>) -> Option<Pending> {
        let column_style = || {
            self.column_style
                .get(col as usize)
                .and_then(Option::as_deref)
        };
        let style = cell.style.as_deref().or(row_style).or_else(column_style);
        let format = style
            .and_then(|style| self.styles.format(style).cloned())
            .or_else(|| cell.percentage())
            .unwrap_or_else(|| self.general.clone());
        let content = cell.value(&format).map(|value| (value, format));
        let OdsCell {
            repeated, spanned, ..
        } = *cell;
        (content.is_some() || spanned != (1, 1)).then_some(Pending {
            col,
            repeated,
            spanned,
            content,
        })
    }
}

/// Puts the cells of a row that occurs `rows` times into the grid.
fn put_rows(pending: &[Pending], first: u32, rows: u32, grid: &mut Grid<'_>) {
    if pending.is_empty() {
        return;
    }
    let end = first.saturating_add(rows);
    for row in first..end {
        if row >= limit::ROWS || grid.is_full() {
            for cell in pending.iter().filter(|cell| cell.content.is_some()) {
                let count = u64::from(end - row) * u64::from(cell.repeated);
                grid.leave_out(CellRef::new(row, cell.col), count);
            }
            return;
        }
        for cell in pending {
            put_cell(cell, row, grid);
        }
    }
}

fn put_cell(cell: &Pending, row: u32, grid: &mut Grid<'_>) {
    let at = CellRef::new(row, cell.col);
    if cell.spanned != (1, 1) {
        let (columns, rows) = cell.spanned;
        let end = CellRef::new(
            row.saturating_add(rows - 1),
            cell.col.saturating_add(columns - 1),
        );
        grid.merge(Area { start: at, end });
    }
    let Some((value, format)) = &cell.content else {
        return;
    };
    let end = cell.col.saturating_add(cell.repeated);
    for col in cell.col..end.min(limit::COLUMNS) {
        grid.put(CellRef::new(row, col), value.clone(), format);
    }
    if end > limit::COLUMNS {
        grid.leave_out(
            CellRef::new(row, limit::COLUMNS),
            u64::from(end - limit::COLUMNS),
        );
    }
}
