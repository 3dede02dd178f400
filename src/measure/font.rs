//! Advance widths of the letters that tables are set in.
//!
//! Kerning is left out: it nearly always draws letters together, so a text is never
//! wider than it is taken for.

use std::collections::HashMap;

/// A font file that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("huruf tabel tidak dapat dibaca: {0}")]
pub struct FontError(#[from] ttf_parser::FaceParsingError);

/// Widths of a face's letters.
#[derive(Debug, Clone)]
pub struct Face {
    /// By character, in thousandths of the type size.
    advance: HashMap<char, u16>,
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
        Ok(Self { advance })
    }

    /// A face whose letters are all equally wide, for tests.
    #[must_use]
    pub fn even(milli: u16) -> Self {
        let advance = (' '..='~').map(|c| (c, milli)).collect();
        Self { advance }
    }

    /// Width of a text on one line, in thousandths of the type size. What only allows a
    /// break has none.
    pub fn width(&self, text: &str) -> u32 {
        text.chars().map(|c| self.letter(c)).sum()
    }

    fn letter(&self, c: char) -> u32 {
        if matches!(
            c,
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
        ) {
            return 0;
        }
        u32::from(self.advance.get(&c).copied().unwrap_or(UNKNOWN))
    }
}
