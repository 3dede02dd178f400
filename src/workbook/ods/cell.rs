//! One cell: its value by its attributes, its text by its paragraphs.

use quick_xml::events::{BytesStart, Event};

use crate::workbook::format::Format;
use crate::workbook::text::clean;
use crate::workbook::xml::{Malformed, Xml, number, push_text, value};
use crate::workbook::{Date, Value, limit};

/// Errors of the spreadsheet program. `LibreOffice` has others too, which it marks as errors.
const ERROR: &[&str] = &[
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!",
];

/// A cell as it stands in the file.
#[derive(Debug, Default)]
pub(super) struct OdsCell {
    /// Style of the cell itself.
    pub style: Option<String>,
    /// How often it repeats to the right, at least 1.
    pub repeated: u32,
    /// Columns and rows that it covers as a merged area, at least 1.
    pub spanned: (u32, u32),
    /// Type that the file gives the value: `float`, `percentage`, `string`.
    kind: String,
    /// Value of that type; for text what is not shown.
    value: Option<String>,
    has_formula: bool,
    is_error: bool,
    /// Text that is shown.
    text: String,
}

impl OdsCell {
    /// Reads a cell whose start was read, up to its end.
    pub fn read(element: &BytesStart<'_>, xml: &mut Xml<'_>) -> Result<Self, Malformed> {
        let count = |name| number::<u32>(element, name).unwrap_or(1).max(1);
        let mut cell = Self {
            repeated: count("number-columns-repeated"),
            spanned: (
                count("number-columns-spanned"),
                count("number-rows-spanned"),
            ),
            ..Self::default()
        };
        for attribute in element
            .attributes()
            .with_checks(false)
            .filter_map(Result::ok)
        {
            let get = || value(&attribute).into_owned();
            match (attribute.key.as_ref(), attribute.key.local_name().as_ref()) {
                // LibreOffice's own attribute tells errors, which the standard does not know.
                ("calcext:value-type", _) => cell.is_error = attribute.value == "error",
                (_, "value-type") => cell.kind = get(),
                (_, "value" | "date-value" | "time-value" | "boolean-value" | "string-value") => {
                    cell.value = Some(get());
                }
                (_, "formula") => cell.has_formula = true,
                (_, "style-name") => cell.style = Some(get()),
                _ => {}
            }
        }
        cell.read_text(xml)?;
        Ok(cell)
    }

    /// Reads the paragraphs; notes, pictures and the like are passed over.
    fn read_text(&mut self, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        let mut first = true;
        loop {
            match xml.inside()? {
                Event::Start(e) if e.local_name().as_ref() == "p" => {
                    if !first {
                        self.text.push('\n');
                    }
                    first = false;
                    paragraph(xml, &mut self.text)?;
                }
                Event::Start(_) => xml.skip()?,
                Event::End(_) => return Ok(()),
                _ => {}
            }
        }
    }

    /// The value, under the format that the cell's style has; `None` for an empty cell.
    pub fn value(&self, format: &Format) -> Option<Value> {
        let text = clean(&self.text);
        let shows_error = self.has_formula
            && text
                .as_deref()
                .is_some_and(|text| ERROR.contains(&text) || text.starts_with("Err:"));
        if self.is_error || shows_error {
            return Some(Value::Error(text.unwrap_or_else(|| "#UNKNOWN!".to_owned())));
        }
        let stored = self
            .value
            .as_deref()
            .map(str::trim)
            .filter(|value| !value.is_empty());
        let typed = match self.kind.as_str() {
            "float" | "currency" | "percentage" => stored
                .and_then(|value| value.parse().ok())
                .map(|number| Value::from_number(number, format, false)),
            "date" => stored.and_then(Date::from_iso).map(Value::Date),
            "time" => stored.and_then(Date::from_duration).map(Value::Date),
            "boolean" => stored.map(|value| Value::Bool(value == "true")),
            "string" => {
                return text
                    .or_else(|| clean(stored.unwrap_or_default()))
                    .map(Value::Text);
            }
            _ => None,
        };
        // Without a value that is understood, what the cell shows is the best that is known.
        let no_result = self.has_formula.then_some(Value::NoResult);
        typed.or_else(|| text.map(Value::Text)).or(no_result)
    }

    /// The format of a percentage without a style, by the decimals that the cell
    /// shows; `None` for other cells.
    pub fn percentage(&self) -> Option<Format> {
        let shown = self
            .text
            .trim()
            .strip_suffix('%')
            .filter(|_| self.kind == "percentage")?;
        let decimals = shown
            .rsplit_once([',', '.'])
            .map_or(0, |(_, decimals)| decimals.trim().len());
        let point = if decimals > 0 { "." } else { "" };
        Some(Format::new(&format!(
            "0{point}{}%",
            "0".repeat(decimals.min(10))
        )))
    }
}

/// Appends a paragraph whose start was read.
fn paragraph(xml: &mut Xml<'_>, out: &mut String) -> Result<(), Malformed> {
    let mut depth = 1;
    let mut raw = String::new();
    while depth > 0 {
        if out.len() > limit::CELL_BYTES {
            return Err(Malformed);
        }
        match xml.inside()? {
            Event::Start(e) => match e.local_name().as_ref() {
                "s" => {
                    let blanks = number::<usize>(&e, "c").unwrap_or(1).min(100);
                    out.push_str(&" ".repeat(blanks));
                    xml.skip()?;
                }
                "tab" => {
                    out.push('\t');
                    xml.skip()?;
                }
                "line-break" => {
                    out.push('\n');
                    xml.skip()?;
                }
                "annotation" | "note" | "ruby-text" => xml.skip()?,
                _ => depth += 1,
            },
            Event::End(_) => depth -= 1,
            event => {
                raw.clear();
                push_text(&event, &mut raw)?;
                push_collapsed(&raw, out);
            }
        }
    }
    Ok(())
}

/// Appends text whose runs of blanks and line breaks stand for one blank, as
/// the format has it: those that are meant have elements of their own.
fn push_collapsed(raw: &str, out: &mut String) {
    let mut after_blank = false;
    for c in raw.chars() {
        let is_blank = matches!(c, ' ' | '\t' | '\r' | '\n');
        if !is_blank {
            out.push(c);
        } else if !after_blank {
            out.push(' ');
        }
        after_blank = is_blank;
    }
}
