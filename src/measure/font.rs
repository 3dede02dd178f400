//! Advance widths of the letters that tables are set in.
//!
//! Widths are those without kerning: it draws letters together, but for a few signs, so a
//! text is never wider than it is taken for.

use std::collections::HashMap;

use super::kerning;

/// A font file that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("huruf tabel tidak dapat dibaca: {0}")]
pub struct FontError(#[from] ttf_parser::FaceParsingError);

/// Widths of a face's letters.
#[derive(Debug, Clone)]
pub struct Face {
    /// By character, in thousandths of the type size.
    advance: HashMap<char, u16>,
    /// Height of a capital, in thousandths of the type size.
    capital: u16,
    /// By how much two signs of ASCII stand nearer than they are wide, in thousandths of
    /// the type size; the first times [`SIGNS`] and the second.
    kerning: Vec<u8>,
}

/// How strong the letters of a cell are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Weight {
    /// Most cells.
    #[default]
    Regular,
    /// A level between the two.
    Medium,
    /// Headings, totals and the upper levels.
    Bold,
}

/// The faces of tables, one for each weight.
#[derive(Debug, Clone)]
pub struct Faces {
    /// For most cells.
    pub regular: Face,
    /// For a level between the two.
    pub medium: Face,
    /// For headings, totals and the upper levels. Its italics are as wide.
    pub bold: Face,
}

impl Faces {
    /// The face of a weight.
    pub fn of(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Medium => &self.medium,
            Weight::Bold => &self.bold,
        }
    }
}

/// Taken for a character that the face has not.
const UNKNOWN: u16 = 600;
/// Height of a capital where the face does not say it.
const CAPITAL: u16 = 700;
/// Signs of ASCII.
const SIGNS: usize = 128;

impl Face {
    /// Reads the widths out of a font file.
    ///
    /// # Errors
    /// If it is none.
    pub fn parse(data: &[u8]) -> Result<Self, FontError> {
        let face = ttf_parser::Face::parse(data, 0)?;
        let em = u32::from(face.units_per_em());
        let mut advance = HashMap::new();
        let tables = face.tables().cmap.into_iter();
        for table in tables.flat_map(|cmap| cmap.subtables) {
            if !table.is_unicode() {
                continue;
            }
            table.codepoints(|code| {
                let known = char::from_u32(code)
                    .and_then(|c| Some((c, face.glyph_hor_advance(face.glyph_index(c)?)?)));
                if let Some((c, units)) = known {
                    let milli = (u32::from(units) * 1000).div_ceil(em);
                    advance.insert(c, u16::try_from(milli).unwrap_or(UNKNOWN));
                }
            });
        }
        let milli = |units: i16| {
            let milli = u32::from(units.unsigned_abs()) * 1000 / em;
            u16::try_from(milli).unwrap_or(u16::MAX)
        };
        let capital = face.capital_height().filter(|height| *height > 0);
        Ok(Self {
            advance,
            capital: capital.map_or(CAPITAL, milli),
            kerning: kerning::nearer(&face, SIGNS, milli),
        })
    }

    /// A face whose letters are all equally wide, for tests.
    #[must_use]
    pub fn even(milli: u16) -> Self {
        let advance = (' '..='~').map(|c| (c, milli)).collect();
        Self {
            advance,
            capital: CAPITAL,
            kerning: Vec::new(),
        }
    }

    /// Height of a capital, in thousandths of the type size.
    pub(super) fn capital(&self) -> u16 {
        self.capital
    }

    /// Width of a sign, in thousandths of the type size; `None` if the face has not got it.
    /// What only allows a break has none.
    pub(super) fn known(&self, c: char) -> Option<u32> {
        if is_invisible(c) {
            return Some(0);
        }
        self.advance.get(&c).copied().map(u32::from)
    }

    /// By how much two signs stand nearer than they are wide, in thousandths of the type
    /// size.
    pub(super) fn kerning(&self, first: char, second: char) -> u32 {
        let at = |c: char| usize::try_from(u32::from(c)).ok().filter(|at| *at < SIGNS);
        let pair = at(first).zip(at(second));
        let own = pair.and_then(|(first, second)| self.kerning.get(first * SIGNS + second));
        own.copied().map_or(0, u32::from)
    }

    /// Width of a text on one line, in thousandths of the type size. What only allows a
    /// break has none.
    pub fn width(&self, text: &str) -> u32 {
        text.chars().map(|c| self.letter(c)).sum()
    }

    fn letter(&self, c: char) -> u32 {
        self.known(c).unwrap_or(u32::from(UNKNOWN))
    }
}

/// Whether it only says where a line may end.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}
