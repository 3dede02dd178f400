//! Number formats: the codes behind Excel's numbers, and whether one means a date.

use std::collections::HashMap;
use std::sync::Arc;

use super::limit;

/// A cell's number format.
#[derive(Debug, Clone)]
pub(super) struct Format {
    /// The code as Excel writes it in its files, in English tokens.
    pub code: Arc<str>,
    /// Whether it shows a number as a date or time.
    pub date: bool,
    /// How the cell looks under it.
    pub look: Look,
}

/// What of a style's font and fill decides whether the cell is read at all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// The font strikes out what the cell holds.
    pub struck: bool,
    /// The letters have the colour of the paper or the fill behind them.
    pub unseen: bool,
}

impl Format {
    /// The format with this code.
    pub fn new(code: &str) -> Self {
        Self {
            code: Arc::from(code),
            date: is_date(code),
            look: Look::default(),
        }
    }

    /// The format of a cell without one.
    pub fn general() -> Self {
        Self::new("General")
    }

    /// The format that Excel knows under this number without writing it into the
    /// file (ECMA-376 part 1, 18.8.30); `General` for others.
    pub fn built_in(id: u32) -> Self {
        Self::new(match id {
            1 => "0",
            2 => "0.00",
            3 => "#,##0",
            4 => "#,##0.00",
            // 5 to 8 hold the currency of the region; their shape is all that is certain.
            5 | 37 => "#,##0 ;(#,##0)",
            6 | 38 => "#,##0 ;[Red](#,##0)",
            7 | 39 => "#,##0.00;(#,##0.00)",
            8 | 40 => "#,##0.00;[Red](#,##0.00)",
            9 => "0%",
            10 => "0.00%",
            11 => "0.00E+00",
            12 => "# ?/?",
            13 => "# ??/??",
            14 => "mm-dd-yy",
            15 => "d-mmm-yy",
            16 => "d-mmm",
            17 => "mmm-yy",
            18 => "h:mm AM/PM",
            19 => "h:mm:ss AM/PM",
            20 => "h:mm",
            21 => "h:mm:ss",
            22 => "m/d/yy h:mm",
            // Dates of East Asian regions.
            27..=36 | 50..=58 => "yyyy/m/d",
            41 | 42 => "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)",
            43 | 44 => "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)",
            45 => "mm:ss",
            46 => "[h]:mm:ss",
            47 => "mmss.0",
            48 => "##0.0E+0",
            49 => "@",
            _ => "General",
        })
    }
}

/// The number formats of a workbook, by the style number of a cell.
#[derive(Debug)]
pub(super) struct Styles {
    /// Formats by their number: those of the workbook, and built-in ones once used.
    known: HashMap<u32, Format>,
    style: Vec<Format>,
    general: Format,
    strikes: bool,
}

impl Default for Styles {
    fn default() -> Self {
        Self {
            known: HashMap::new(),
            style: Vec::new(),
            general: Format::general(),
            strikes: false,
        }
    }
}

impl Styles {
    /// Takes a format of the workbook. Absurdly long codes are taken for `General`.
    pub fn define(&mut self, id: u32, code: &str) {
        let code = if code.len() > limit::FORMAT_BYTES {
            "General"
        } else {
            code
        };
        if self.known.len() < limit::STYLES {
            self.known.insert(id, Format::new(code));
        }
    }

    /// Takes the next style, which has the format with this number and looks so.
    pub fn push(&mut self, id: u32, look: Look) {
        if self.style.len() < limit::STYLES {
            let format = self.known.entry(id).or_insert_with(|| Format::built_in(id));
            self.strikes |= look.struck;
            self.style.push(Format {
                look,
                ..format.clone()
            });
        }
    }

    /// Whether one of the styles strikes out.
    pub fn strikes(&self) -> bool {
        self.strikes
    }

    /// The format of a style; `General` for one that does not exist.
    pub fn get(&self, style: usize) -> &Format {
        self.style.get(style).unwrap_or(&self.general)
    }
}

/// Whether a format code shows a date or time.
///
/// Looked at is the first section, the one for positive numbers, without what is
/// shown literally: quoted text, characters after `\`, `_` and `*`, and brackets
/// such as `[Red]` or `[$-421]`. So units like `0" hari"` and the width of an `M`
/// in `#,##0_M` are not dates; elapsed time such as `[h]:mm` is.
fn is_date(code: &str) -> bool {
    // Names of the general format, which contain letters of dates.
    if ["general", "standard", "standar"]
        .iter()
        .any(|name| code.eq_ignore_ascii_case(name))
    {
        return false;
    }
    let mut found = false;
    let mut rest = code.chars();
    while let Some(c) = rest.next() {
        match c {
            '"' => {
                rest.by_ref().find(|c| *c == '"');
            }
            '\\' | '_' | '*' => {
                rest.next();
            }
            '[' => {
                let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                found |= is_elapsed(&inside);
            }
            ';' => break,
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => found = true,
            // Digits that may be left out never stand next to a date.
            '#' | '?' | '%' => return false,
            _ => {}
        }
    }
    found
}

/// Whether a bracket holds elapsed hours, minutes or seconds: `h`, `mm`, `ss`.
fn is_elapsed(inside: &str) -> bool {
    let mut letters = inside.chars().map(|c| c.to_ascii_lowercase());
    letters
        .next()
        .is_some_and(|first| "hms".contains(first) && letters.all(|c| c == first))
}
