//! Sheet Narasi: the agency's own text.

use super::Located;

/// One row of the sheet Narasi. Several rows of one slot follow each other.
#[derive(Debug, Clone)]
pub struct Narasi {
    /// Where the text belongs: `1.1`, `5`, `kata-pengantar`, or a table's id for
    /// the interpretation below that table. Normalised from the column `subbab`.
    pub slot: Located<String>,
    /// The cell of that column on one line, for findings that quote it.
    pub tertulis: String,
    /// The title behind the number in that column; `None` if there is only a number.
    pub judul: Option<String>,
    /// The text: small Markdown with `{{ … }}` placeholders.
    pub isi: Located<String>,
}
