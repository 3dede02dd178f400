//! Styles, of which number formats and hidden tables matter here. The formats
//! are put into Excel's codes, the one language that later stages know.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use quick_xml::events::{BytesStart, Event};

use crate::workbook::format::Format;
use crate::workbook::limit;
use crate::workbook::xml::{Malformed, Xml, attribute, flag, number};

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    number: HashMap<String, NumberStyle>,
    cell: HashMap<String, CellStyle>,
    hidden_table: HashSet<String>,
}

#[derive(Debug)]
struct NumberStyle {
    format: Format,
    /// The style for the first condition, where it depends on the number. That is
    /// the one for positive numbers, the section that a code of Excel begins with.
    first_case: Option<String>,
}

#[derive(Debug)]
struct CellStyle {
    number: Option<String>,
    parent: Option<String>,
}

impl Styles {
    /// Takes the styles of a part. One that breaks off gives those up to there.
    pub fn read(&mut self, text: &str) {
        let mut xml = Xml::new(text);
        let mut table = None;
        while let Ok(event) = xml.next() {
            let e = match event {
                Event::Start(e) => e,
                Event::Eof => return,
                _ => continue,
            };
            match e.local_name().as_ref() {
                "style" => {
                    let get = |name| attribute(&e, name).map(Cow::into_owned);
                    let Some(name) = get("name") else { continue };
                    match get("family").as_deref() {
                        Some("table-cell") if self.cell.len() < limit::STYLES => {
                            let number = get("data-style-name");
                            let style = CellStyle {
                                number,
                                parent: get("parent-style-name"),
                            };
                            self.cell.insert(name, style);
                        }
                        Some("table") => table = Some(name),
                        _ => {}
                    }
                }
                "table-properties" if attribute(&e, "display").as_deref() == Some("false") => {
                    self.hidden_table.extend(table.take());
                }
                "number-style" | "percentage-style" | "currency-style" | "date-style"
                | "time-style" | "text-style" | "boolean-style" => {
                    let Some(name) = attribute(&e, "name") else {
                        continue;
                    };
                    let Ok(style) = number_style(&mut xml) else {
                        return;
                    };
                    if self.number.len() < limit::STYLES {
                        self.number.insert(name.into_owned(), style);
                    }
                }
                // The tables come after all styles.
                "body" => return,
                _ => {}
            }
        }
    }

    /// Whether tables with this style are hidden.
    pub fn is_hidden_table(&self, style: &str) -> bool {
        self.hidden_table.contains(style)
    }

    /// The number format of cells with this style, its own or that of a parent;
    /// `None` if they have none.
    pub fn format(&self, style: &str) -> Option<&Format> {
        let mut style = self.cell.get(style)?;
        // Parents may run in a circle; no document has them deeper than a few.
        for _ in 0..8 {
            if let Some(number) = style
                .number
                .as_deref()
                .and_then(|name| self.number.get(name))
            {
                let case = number
                    .first_case
                    .as_deref()
                    .and_then(|name| self.number.get(name));
                return Some(&case.unwrap_or(number).format);
            }
            style = self.cell.get(style.parent.as_deref()?)?;
        }
        None
    }
}

/// Reads a number style up to its end.
fn number_style(xml: &mut Xml<'_>) -> Result<NumberStyle, Malformed> {
    let mut code = String::new();
    let mut first_case = None;
    loop {
        match xml.inside()? {
            Event::Start(e) => {
                let name = e.local_name();
                match name.as_ref() {
                    "text" | "currency-symbol" => {
                        let mut text = String::new();
                        xml.text(&mut text)?;
                        push_literal(&text, &mut code);
                        continue;
                    }
                    "map" if first_case.is_none() => {
                        first_case = attribute(&e, "apply-style-name").map(Cow::into_owned);
                    }
                    part => push_part(part, &e, &mut code),
                }
                xml.skip()?;
            }
            Event::End(_) => break,
            _ => {}
        }
    }
    if code.is_empty() || code.len() > limit::FORMAT_BYTES {
        "General".clone_into(&mut code);
    }
    Ok(NumberStyle {
        format: Format::new(&code),
        first_case,
    })
}

/// Appends what an element of a number style shows.
fn push_part(part: &str, element: &BytesStart<'_>, code: &mut String) {
    let long = attribute(element, "style").as_deref() == Some("long");
    let textual = flag(element, "textual");
    code.push_str(match part {
        "number" => return push_digits(element, code),
        "scientific-number" => "0.00E+00",
        "fraction" => "# ?/?",
        "text-content" => "@",
        "day" => {
            if long {
                "dd"
            } else {
                "d"
            }
        }
        "month" => match (textual, long) {
            (true, true) => "mmmm",
            (true, false) => "mmm",
            (false, true) => "mm",
            (false, false) => "m",
        },
        "year" => {
            if long {
                "yyyy"
            } else {
                "yy"
            }
        }
        "day-of-week" => {
            if long {
                "dddd"
            } else {
                "ddd"
            }
        }
        "hours" => {
            if long {
                "hh"
            } else {
                "h"
            }
        }
        "minutes" => {
            if long {
                "mm"
            } else {
                "m"
            }
        }
        "seconds" => {
            if long {
                "ss"
            } else {
                "s"
            }
        }
        "am-pm" => "AM/PM",
        _ => "",
    });
}

/// Appends the digits of a number: `#,##0.00`, `000`.
fn push_digits(element: &BytesStart<'_>, code: &mut String) {
    let count = |name| number::<usize>(element, name).unwrap_or(0).min(30);
    let whole = "0".repeat(count("min-integer-digits"));
    if flag(element, "grouping") {
        // At least four places, so that the separator has a place to stand.
        let padded = format!("{whole:#>4}");
        let (head, tail) = padded.split_at(padded.len() - 3);
        code.push_str(head);
        code.push(',');
        code.push_str(tail);
    } else {
        code.push_str(if whole.is_empty() { "#" } else { &whole });
    }
    let decimals = count("decimal-places");
    if decimals > 0 {
        code.push('.');
        code.push_str(&"0".repeat(decimals));
    }
}

/// Appends text that is shown as it is: in quotes, unless it is harmless.
fn push_literal(text: &str, code: &mut String) {
    if text.chars().all(|c| " -/():,.%+".contains(c)) {
        code.push_str(text);
    } else {
        code.push('"');
        code.push_str(&text.replace('"', ""));
        code.push('"');
    }
}
