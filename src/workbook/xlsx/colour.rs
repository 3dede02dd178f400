//! Colours of letters and fills, as far as two of them can be told to be the same.

use quick_xml::events::BytesStart;

use crate::workbook::xml::{attribute, number};

/// A colour. What the workbook's theme makes of its own colours is not looked up: but
/// for white and black they are only the same as themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Colour {
    /// Red, green and blue, in hexadecimal digits.
    Rgb(Box<str>),
    /// One of the theme's, with its tint.
    Theme(u32, Box<str>),
    /// One of the palette's.
    Palette(u32),
}

impl Default for Colour {
    /// That of letters without one.
    fn default() -> Self {
        Self::Rgb("000000".into())
    }
}

impl Colour {
    /// White.
    pub(super) fn paper() -> Self {
        Self::Rgb("FFFFFF".into())
    }

    /// The colour that an element names.
    pub(super) fn read(element: &BytesStart<'_>) -> Self {
        if let Some(rgb) = attribute(element, "rgb") {
            // The first two digits say how much shines through, which Excel ignores.
            let digits = rgb.get(rgb.len().saturating_sub(6)..).unwrap_or_default();
            return Self::Rgb(digits.to_uppercase().into());
        }
        let tint = attribute(element, "tint").unwrap_or_default();
        match (number(element, "theme"), number(element, "indexed")) {
            (Some(0), _) if tint.is_empty() => Self::paper(),
            (Some(1), _) if tint.is_empty() => Self::default(),
            (Some(theme), _) => Self::Theme(theme, tint.into()),
            // 65 is the system's background.
            (None, Some(1 | 9 | 65)) => Self::paper(),
            (None, Some(0 | 8 | 64) | None) => Self::default(),
            (None, Some(place)) => Self::Palette(place),
        }
    }
}
