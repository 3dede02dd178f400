//! One worksheet part.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use crate::diagnostic::CellRef;
use crate::workbook::format::{Format, Styles};
use crate::workbook::grid::Grid;
use crate::workbook::runs::{self, Run};
use crate::workbook::strings::SharedStrings;
use crate::workbook::text::unescape;
use crate::workbook::visible::{PICTURE, is_picture};
use crate::workbook::xml::{Malformed, Xml, attribute, flag, number, value};
use crate::workbook::{Area, Date, Value};

/// What all sheets of a workbook share.
#[derive(Clone, Copy)]
pub(super) struct Context<'c> {
    /// Texts that cells point into.
    pub strings: &'c SharedStrings,
    /// Of some of these texts, which letters are struck out or raised.
    pub runs: &'c HashMap<usize, Vec<Run>>,
    /// Whether the file has pictures in place of what cells hold.
    pub has_cell_pictures: bool,
    /// Number formats by style.
    pub styles: &'c Styles,
    /// Whether stored results may never have been calculated.
    pub recalculates: bool,
}

/// Reads a sheet into the grid. An error means that the part broke off; the cells
/// before that are in the grid.
pub(super) fn read(
    xml: &mut Xml<'_>,
    context: Context<'_>,
    grid: &mut Grid<'_>,
) -> Result<(), Malformed> {
    let mut reader = SheetReader {
        context,
        next: CellRef::new(0, 0),
        stored: String::new(),
        inline: Vec::new(),
    };
    let mut in_data = false;
    loop {
        match xml.inside()? {
            Event::Start(e) => match e.local_name().as_ref() {
                "sheetData" => in_data = true,
                "row" if in_data => reader.row(&e, grid),
                "c" if in_data => reader.cell(&e, xml, grid)?,
                "col" => column(&e, grid),
                "mergeCell" => {
                    if let Some(area) = attribute(&e, "ref").as_deref().and_then(area) {
                        grid.merge(area);
                    }
                }
                _ => {}
            },
            Event::End(e) => match e.local_name().as_ref() {
                "row" if in_data => {
                    reader.next = CellRef::new(reader.next.row.saturating_add(1), 0);
                }
                "sheetData" => in_data = false,
                "worksheet" => return Ok(()),
                _ => {}
            },
            _ => {}
        }
    }
}

/// Hides the columns of a `<col>` if it says so.
fn column(element: &BytesStart<'_>, grid: &mut Grid<'_>) {
    let bounds = (number::<u32>(element, "min"), number::<u32>(element, "max"));
    if let (true, (Some(min), Some(max))) = (flag(element, "hidden"), bounds) {
        grid.hide_cols(min.saturating_sub(1)..=max.saturating_sub(1));
    }
}

/// The cells of a sheet, one after the other.
struct SheetReader<'c> {
    context: Context<'c>,
    /// Where the next cell stands if it does not say so itself.
    next: CellRef,
    /// Stored value of the cell at hand; kept for its room.
    stored: String,
    /// Text in the cell at hand; kept for its room.
    inline: Vec<Run>,
}

impl SheetReader<'_> {
    fn row(&mut self, element: &BytesStart<'_>, grid: &mut Grid<'_>) {
        if let Some(row) = number::<u32>(element, "r").and_then(|row| row.checked_sub(1)) {
            self.next = CellRef::new(row, 0);
        }
        if flag(element, "hidden") {
            grid.hide_rows(self.next.row..=self.next.row);
        }
    }

    fn cell(
        &mut self,
        element: &BytesStart<'_>,
        xml: &mut Xml<'_>,
        grid: &mut Grid<'_>,
    ) -> Result<(), Malformed> {
        let mut at = self.next;
        let mut style = 0;
        let mut kind = Kind::Number;
        let mut has_metadata = false;
        for attribute in element
            .attributes()
            .with_checks(false)
            .filter_map(Result::ok)
        {
            let text = value(&attribute);
            match attribute.key.as_ref() {
                "r" => at = position(&text).unwrap_or(at),
                "s" => style = text.parse().unwrap_or(0),
                "t" => kind = Kind::of(&text),
                "vm" => has_metadata = true,
                _ => {}
            }
        }
        self.next = CellRef::new(at.row, at.col.saturating_add(1));

        self.stored.clear();
        self.inline.clear();
        let mut has_formula = false;
        let mut has_stored = false;
        let mut is_a_picture = false;
        loop {
            match xml.inside()? {
                Event::Start(e) => match e.local_name().as_ref() {
                    "v" => {
                        has_stored = true;
                        xml.text(&mut self.stored)?;
                    }
                    "f" => {
                        has_formula = true;
                        is_a_picture = is_picture(&xml.beginning()?);
                    }
                    "is" => self.inline = runs::read(xml)?,
                    _ => xml.skip()?,
                },
                Event::End(_) => break,
                _ => {}
            }
        }
        let format = self.context.styles.get(style);
        // The result of a text formula may be empty; any other result has characters.
        let no_result = if kind == Kind::FormulaText {
            !has_stored
        } else {
            self.stored.trim().is_empty()
        };
        // Programs that do not know such a picture see an error.
        is_a_picture |= kind == Kind::Error && has_metadata && self.context.has_cell_pictures;
        if is_a_picture {
            grid.put(at, Value::Error(PICTURE.to_owned()), format);
        } else if has_formula && no_result {
            grid.put(at, Value::NoResult, format);
        } else {
            self.put(at, kind, has_formula, format, grid);
        }
        Ok(())
    }

    /// Puts what was collected of the cell into the grid.
    fn put(
        &self,
        at: CellRef,
        kind: Kind,
        has_formula: bool,
        format: &Format,
        grid: &mut Grid<'_>,
    ) {
        let stored = self.stored.trim();
        match kind {
            // A stored value beside a text in the cell is left over from elsewhere.
            Kind::Inline => grid.seen(at, &runs::seen(&self.inline, format.struck), format),
            Kind::FormulaText => grid.text(at, &unescape(&self.stored), format),
            _ if stored.is_empty() => {}
            Kind::Shared => {
                let place = stored.parse().ok();
                match place.and_then(|place| self.context.runs.get(&place)) {
                    Some(text) => grid.seen(at, &runs::seen(text, format.struck), format),
                    None => grid.shared(at, self.context.strings, place, format),
                }
            }
            Kind::Bool => {
                let truth = stored == "1" || stored.eq_ignore_ascii_case("true");
                grid.put(at, Value::Bool(truth), format);
            }
            Kind::Error => grid.put(at, Value::Error(stored.to_owned()), format),
            Kind::Date => match Date::from_iso(stored) {
                Some(date) => grid.put(at, Value::Date(date), format),
                None => grid.text(at, stored, format),
            },
            Kind::Number => match stored.parse::<f64>() {
                Ok(number) => {
                    if has_formula && self.context.recalculates && number == 0.0 {
                        grid.stale(at);
                    }
                    grid.number(at, number, format);
                }
                Err(_) => grid.text(at, stored, format),
            },
        }
    }
}

/// What a cell's stored value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    Inline,
    FormulaText,
    Bool,
    Error,
    Date,
}

impl Kind {
    fn of(attribute: &str) -> Self {
        match attribute {
            "s" => Self::Shared,
            "inlineStr" | "is" => Self::Inline,
            "str" => Self::FormulaText,
            "b" => Self::Bool,
            "e" => Self::Error,
            "d" => Self::Date,
            _ => Self::Number,
        }
    }
}

/// The position of `B12`, `$` allowed; `None` for anything else.
fn position(text: &str) -> Option<CellRef> {
    let mut col: u32 = 0;
    let mut row: u32 = 0;
    for byte in text.bytes().filter(|byte| *byte != b'$') {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                let letter = u32::from(byte.to_ascii_uppercase() - b'A') + 1;
                col = col.checked_mul(26)?.checked_add(letter)?;
            }
            b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?,
            _ => return None,
        }
    }
    Some(CellRef::new(row.checked_sub(1)?, col.checked_sub(1)?))
}

/// The area of `A1:J1`.
fn area(text: &str) -> Option<Area> {
    let (start, end) = text.split_once(':').unwrap_or((text, text));
    Some(Area {
        start: position(start)?,
        end: position(end)?,
    })
}
