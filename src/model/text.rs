//! Statements compared as people read them: without case, blanks, punctuation
//! and numbering.

use unicode_normalization::UnicodeNormalization;

/// Lower case, without punctuation, single blanks: `Target Kinerja/Tahun  ke-`
/// becomes `target kinerja tahun ke`.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfkc() {
        if c.is_alphanumeric() || c == '%' {
            out.extend(c.to_lowercase());
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.trim().to_owned()
}

/// A statement in [`plain`] form without a leading number.
pub fn same_form(text: &str) -> String {
    plain(text)
        .trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ')
        .to_owned()
}

/// Whether two statements are the same.
pub fn same(a: &str, b: &str) -> bool {
    same_form(a) == same_form(b)
}
