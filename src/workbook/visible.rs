//! What the eye sees on a sheet and the values of its cells do not hold: letters
//! struck out, marks raised above the line, shapes and pictures over the cells.

use crate::diagnostic::CellRef;

/// What was taken out of a cell because a reader of the sheet does not take it
/// for its content. The cell's own text is in [`Sheet::cell`](super::Sheet::cell),
/// without these; a cell that is struck out as a whole has no entry there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Text or number that is struck out; `None` where nothing is.
    pub struck: Option<Box<str>>,
    /// Marks raised above a figure, which are notes and not digits. Raised
    /// letters in a text stay in it, as superscript characters (`m²`).
    pub raised: Option<Box<str>>,
}

/// An object drawn over the cells of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// The cell under its top-left corner.
    pub at: CellRef,
    /// What it is.
    pub kind: DrawingKind,
    /// The text that it shows; empty for none.
    pub text: String,
}

/// What a drawn object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DrawingKind {
    /// A shape, a text box, or a diagram made of them.
    Shape,
    /// A picture.
    Picture,
    /// A chart.
    Chart,
}

/// Stands in [`Value::Error`](super::Value::Error) for a picture that is put in
/// place of a cell's content, as WPS (`DISPIMG`) and Excel ("Place in Cell") do.
pub const PICTURE: &str = "GAMBAR";

/// Whether a text is what an online suite shows while it still fetches a value.
pub(super) fn is_placeholder(text: &str) -> bool {
    let word = text
        .trim_end_matches(['.', '…', '!'])
        .trim_start_matches('#');
    word.len() < text.len()
        && ["loading", "memuat", "fetching", "busy"]
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether a text is an error of a spreadsheet that was pasted as a value.
pub(super) fn is_error(text: &str) -> bool {
    matches!(
        text.trim(),
        "#NULL!"
            | "#DIV/0!"
            | "#VALUE!"
            | "#REF!"
            | "#NAME?"
            | "#NUM!"
            | "#N/A"
            | "#SPILL!"
            | "#CALC!"
    )
}

/// Whether a formula or its stored text is that of a picture in the cell.
pub(super) fn is_picture(text: &str) -> bool {
    let call = text.trim_start_matches('=');
    let call = call.strip_prefix("_xlfn.").unwrap_or(call);
    call.starts_with("DISPIMG(") || call.starts_with("IMAGE(")
}
