//! What a text consists of once it is read: blocks of spans, no markup.

use serde::Serialize;

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "jenis", rename_all = "lowercase")]
pub enum Blok {
    /// A paragraph.
    Paragraf {
        /// Its text.
        isi: Vec<Span>,
    },
    /// A list.
    Daftar {
        /// Whether its items are numbered.
        urut: bool,
        /// Number of the first item (`a` is 1); 1 for a bulleted list.
        mulai: u32,
        /// How the numbers were typed; left out of the JSON where it is `1.`.
        #[serde(skip_serializing_if = "Gaya::is_plain")]
        gaya: Gaya,
        /// Its items, each of blocks.
        butir: Vec<Vec<Blok>>,
    },
    /// A small bold line above a paragraph, not in the table of contents.
    Judul {
        /// Its text.
        isi: Vec<Span>,
    },
}

/// How the items of a numbered list are numbered. Serialised as a numbering
/// pattern of typst: `a.`, `1)`, `(a)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub enum Gaya {
    /// `1.`; also of a bulleted list, which has no numbers.
    #[default]
    #[serde(rename = "1.")]
    Angka,
    /// `1)`
    #[serde(rename = "1)")]
    AngkaKurung,
    /// `(1)`
    #[serde(rename = "(1)")]
    AngkaDuaKurung,
    /// `a.`
    #[serde(rename = "a.")]
    Huruf,
    /// `a)`
    #[serde(rename = "a)")]
    HurufKurung,
    /// `(a)`
    #[serde(rename = "(a)")]
    HurufDuaKurung,
}

impl Gaya {
    /// Whether it is the numbering that a template uses by itself.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
    fn is_plain(&self) -> bool {
        *self == Self::Angka
    }
}

/// A piece of text in one style. A `\n` in it is a line break.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Span {
    /// The text, verbatim.
    pub teks: String,
    /// Bold.
    pub tebal: bool,
    /// Italic.
    pub miring: bool,
    /// A placeholder that failed, shown as a visible mark in a draft.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub tanda: bool,
}
