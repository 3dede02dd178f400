//! What is wrong with a kode, in the words of the person who typed it.

use std::fmt;

use thiserror::Error;

/// Why a text is no kode. `Display` is Indonesian and goes behind a colon.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum KodeError {
    /// Nothing was typed.
    #[error("kode kosong")]
    Empty,
    /// A character that no kode has.
    #[error("kode hanya berisi angka, titik, dan X, tetapi terdapat \"{0}\"")]
    Character(char),
    /// One of its groups has not the right form.
    #[error("{}", BadGroup { at: *.at, text: group, placeholder: *.placeholder })]
    Group {
        /// Position of the group, from 0.
        at: usize,
        /// The group as typed.
        group: String,
        /// Whether the kode begins with `X`.
        placeholder: bool,
    },
    /// It ends between two levels or goes on below sub kegiatan.
    #[error(
        "kode mempunyai {0} bagian; yang dikenal 1 (urusan), 2 (bidang urusan), 3 (program), 5 (kegiatan), atau 6 (sub kegiatan)"
    )]
    Depth(usize),
}

/// The sentence about one group.
struct BadGroup<'a> {
    at: usize,
    text: &'a str,
    placeholder: bool,
}

impl fmt::Display for BadGroup<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            at,
            text,
            placeholder,
        } = self;
        if text.is_empty() {
            return write!(f, "bagian ke-{} kosong (dua titik berurutan)", at + 1);
        }
        let wanted = match at {
            0 => "satu angka 1 sampai 9 atau X (urusan)",
            1 if *placeholder => "XX, karena kode diawali X",
            1 => "dua angka (bidang urusan)",
            2 => "dua angka (program)",
            3 => "kewenangan 1 (provinsi) atau 2 (kabupaten/kota)",
            4 => "dua angka (kegiatan)",
            _ => "dua atau empat angka (sub kegiatan)",
        };
        write!(f, "bagian ke-{} \"{text}\" harus {wanted}", at + 1)?;
        // 1.3 may be 1.03 or 1.30: which one, only the author knows.
        if text.len() == 1 && matches!(at, 1 | 2 | 4 | 5) {
            f.write_str("; mungkin nolnya hilang")?;
        }
        Ok(())
    }
}
