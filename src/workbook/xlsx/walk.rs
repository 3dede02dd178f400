//! A walk over a worksheet part for what calamine's stream of cells does not tell:
//! hidden rows, columns and zeros, merged areas, formulas without a result, struck-out and
//! raised letters, pictures in cells. Completes `XlsxCellReader::next_cell`.

use quick_xml::events::{BytesStart, Event};

use crate::diagnostic::CellRef;
use crate::workbook::Area;
use crate::workbook::grid::Grid;
use crate::workbook::runs::{self, Run};
use crate::workbook::visible::is_picture;
use crate::workbook::xml::{Malformed, Xml, attribute, flag, number, value};

/// A cell element.
pub(super) struct Found {
    /// Where it stands.
    pub at: CellRef,
    /// Whether it says so itself.
    pub is_addressed: bool,
    /// Number of its style.
    pub style: usize,
    /// What its stored value is.
    pub kind: Kind,
    /// Whether it is a formula, and of what.
    pub formula: Formula,
    /// Whether a value is stored, perhaps an empty one.
    pub has_stored: bool,
    /// Whether there is more to its value than is stored, such as a picture.
    pub has_metadata: bool,
}

/// What a cell calculates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Formula {
    /// Nothing.
    None,
    /// A value.
    Value,
    /// A picture that is shown in place of a value.
    Picture,
}

/// What a cell's stored value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number.
    Number,
    /// The place of a shared text.
    Shared,
    /// A text in the cell.
    Inline,
    /// The text that a formula gave.
    FormulaText,
    /// A truth value.
    Bool,
    /// An error.
    Error,
    /// A date in ISO form.
    Date,
}

/// The walk.
pub(super) struct Walk<'t> {
    xml: Xml<'t>,
    in_data: bool,
    /// Where the next cell stands if it does not say so itself.
    next: CellRef,
    /// The stored word of the cell at hand; kept for its room.
    pub stored: String,
    /// The text in the cell at hand.
    pub inline: Vec<Run>,
}

impl<'t> Walk<'t> {
    /// At the beginning of a part.
    pub fn new(text: &'t str) -> Self {
        Self {
            xml: Xml::new(text),
            in_data: false,
            next: CellRef::new(0, 0),
            stored: String::new(),
            inline: Vec::new(),
        }
    }

    /// The next cell; `None` at the end of the sheet. What lies between goes into the
    /// grid. An error means that the part broke off.
    pub fn next_cell(&mut self, grid: &mut Grid<'_>) -> Result<Option<Found>, Malformed> {
        loop {
            match self.xml.inside()? {
                Event::Start(e) => match e.local_name().as_ref() {
                    "sheetData" => self.in_data = true,
                    "row" if self.in_data => self.row(&e, grid)?,
                    "c" if self.in_data => return self.cell(&e).map(Some),
                    "sheetView"
                        if attribute(&e, "showZeros").is_some() && !flag(&e, "showZeros") =>
                    {
                        grid.hide_zeros();
                    }
                    "col" => column(&e, grid),
                    "mergeCell" => {
                        if let Some(area) = attribute(&e, "ref").as_deref().and_then(area) {
                            grid.merge(area);
                        }
                    }
                    _ => {}
                },
                Event::End(e) => match e.local_name().as_ref() {
                    "row" if self.in_data => {
                        self.next = CellRef::new(self.next.row.saturating_add(1), 0);
                    }
                    "sheetData" => self.in_data = false,
                    "worksheet" => return Ok(None),
                    _ => {}
                },
                _ => {}
            }
        }
    }

    fn row(&mut self, element: &BytesStart<'_>, grid: &mut Grid<'_>) -> Result<(), Malformed> {
        if let Some(row) = attribute(element, "r") {
            // Calamine would count the cells of such a row again.
            let row: u32 = row.parse().map_err(|_| Malformed)?;
            self.next = CellRef::new(row.checked_sub(1).ok_or(Malformed)?, 0);
        }
        if flag(element, "hidden") {
            grid.hide_rows(self.next.row..=self.next.row);
        }
        Ok(())
    }

    fn cell(&mut self, element: &BytesStart<'_>) -> Result<Found, Malformed> {
        let mut found = Found {
            at: self.next,
            is_addressed: false,
            style: 0,
            kind: Kind::Number,
            formula: Formula::None,
            has_stored: false,
            has_metadata: false,
        };
        for attribute in element
            .attributes()
            .with_checks(false)
            .filter_map(Result::ok)
        {
            let text = value(&attribute);
            match attribute.key.as_ref() {
                "r" => {
                    found.is_addressed = true;
                    found.at = position(&text).unwrap_or(found.at);
                }
                "s" => found.style = text.parse().unwrap_or(0),
                "t" => found.kind = Kind::of(&text),
                "vm" => found.has_metadata = true,
                _ => {}
            }
        }
        self.next = CellRef::new(found.at.row, found.at.col.saturating_add(1));
        self.stored.clear();
        self.inline.clear();
        loop {
            match self.xml.inside()? {
                Event::Start(e) => match e.local_name().as_ref() {
                    "v" => {
                        found.has_stored = true;
                        self.xml.text(&mut self.stored)?;
                    }
                    "f" => {
                        found.formula = if is_picture(&self.xml.beginning()?) {
                            Formula::Picture
                        } else {
                            Formula::Value
                        };
                    }
                    "is" => self.inline = runs::read(&mut self.xml)?,
                    _ => self.xml.skip()?,
                },
                Event::End(_) => break,
                _ => {}
            }
        }
        Ok(found)
    }
}

impl Found {
    /// Whether it is a formula whose result was never stored. The result of a text
    /// formula may be empty; any other result has characters.
    pub fn has_no_result(&self, stored: &str) -> bool {
        let is_missing = if self.kind == Kind::FormulaText {
            !self.has_stored
        } else {
            stored.is_empty()
        };
        self.formula != Formula::None && is_missing
    }
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

/// Hides the columns of a `<col>` if it says so.
fn column(element: &BytesStart<'_>, grid: &mut Grid<'_>) {
    let bounds = (number::<u32>(element, "min"), number::<u32>(element, "max"));
    if let (true, (Some(min), Some(max))) = (flag(element, "hidden"), bounds) {
        grid.hide_cols(min.saturating_sub(1)..=max.saturating_sub(1));
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
