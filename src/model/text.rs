//! Statements compared as people read them: without case, blanks, punctuation
//! and numbering.

use unicode_normalization::UnicodeNormalization;

/// Lower case, without punctuation, single blanks: `Target Kinerja/Tahun  ke-`
/// becomes `target kinerja tahun ke`.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut push = |c: char| {
        if c.is_ascii_alphanumeric() || c == '%' {
            out.push(c.to_ascii_lowercase());
        } else if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    };
    // Nearly all texts, a hundred pages of them at each save, have no other form.
    if text.is_ascii() {
        text.chars().for_each(&mut push);
    } else {
        text.nfkc().for_each(&mut push);
    }
    out.trim().to_owned()
}

/// A text without line breaks and double blanks, as names are compared and printed.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The beginning of a long text on one line, for messages: at most 60 letters.
pub fn short(text: &str) -> String {
    let line = one_line(text);
    if line.chars().count() <= 60 {
        return line;
    }
    line.chars().take(57).chain("…".chars()).collect()
}

/// A statement in [`plain`] form without a leading number, `T1`, `S2` and `Sasaran 1`
/// included, by which offices refer to a tujuan or sasaran.
pub fn same_form(text: &str) -> String {
    let form = plain(text);
    let level = ["tujuan ", "sasaran "].iter().find_map(|word| {
        let rest = form.strip_prefix(word)?;
        rest.starts_with(|c: char| c.is_ascii_digit())
            .then_some(rest)
    });
    let bare = level.unwrap_or(&form);
    let bare = bare.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let label = bare.split(' ').next().unwrap_or_default();
    let numbered = label.len() <= 4
        && label
            .strip_prefix(['t', 's'])
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()));
    let bare = if numbered { &bare[label.len()..] } else { bare };
    bare.trim_start().to_owned()
}

/// Whether two statements are the same.
pub fn same(a: &str, b: &str) -> bool {
    same_form(a) == same_form(b)
}
