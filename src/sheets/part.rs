//! A table of a workbook, and what it is.

use std::borrow::Cow;

use super::shape::Shape;
use crate::model::TabelTambahan;
use crate::workbook::Sheet;

/// A table with the title above it.
pub struct Part<'a> {
    /// The cells of its sheet that are its own.
    pub sheet: Cow<'a, Sheet>,
    /// The worksheet that it is.
    pub shape: Option<&'static Shape>,
    /// The table as it stands, if it has a caption.
    pub own: Option<TabelTambahan>,
}
