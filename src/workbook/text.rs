//! Cell text: escapes of the file format undone, invisible characters gone.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text as a person means it; `None` if nothing visible is left.
///
/// - line breaks of every kind become `\n`;
/// - blanks of every kind (no-break, thin, tabulator, page break) become a plain
///   one; runs of them stay, they may be meant;
/// - zero-width characters, soft hyphens, marks of writing direction and control
///   characters go;
/// - outer blanks and line breaks go;
/// - the rest is put into Unicode's normal form C.
pub(super) fn clean(raw: &str) -> Option<String> {
    if raw.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        let trimmed = raw.trim_matches(' ');
        return (!trimmed.is_empty()).then(|| trimmed.to_owned());
    }
    let mut out = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                out.push('\n');
            }
            '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' | '\u{b}' | '\u{c}' => out.push(' '),
            c if is_invisible(c) => {}
            c if c.is_whitespace() => out.push(' '),
            c => out.push(c),
        }
    }
    let trimmed = out.trim_matches([' ', '\n']);
    if trimmed.is_empty() {
        return None;
    }
    Some(match is_nfc_quick(trimmed.chars()) {
        IsNormalized::Yes => trimmed.to_owned(),
        IsNormalized::No | IsNormalized::Maybe => trimmed.nfc().collect(),
    })
}

/// Characters that take no room, and those that no text may hold.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fffe}'
                | '\u{ffff}'
        )
}

/// Undoes the escape `_xHHHH_` by which OOXML writes UTF-16 units that XML cannot
/// hold: `_x000D_` is a carriage return and `_x005F_x000D_` the literal `_x000D_`.
/// Halves of a character without their other half go.
pub(super) fn unescape(raw: &str) -> Cow<'_, str> {
    if !raw.contains("_x") {
        return Cow::Borrowed(raw);
    }
    let mut out = String::with_capacity(raw.len());
    let mut units: Vec<u16> = Vec::new();
    let mut rest = raw;
    while let Some(c) = rest.chars().next() {
        if let Some(unit) = escaped_unit(rest) {
            units.push(unit);
            rest = rest.get(7..).unwrap_or("");
            continue;
        }
        flush(&mut units, &mut out);
        out.push(c);
        rest = rest.get(c.len_utf8()..).unwrap_or("");
    }
    flush(&mut units, &mut out);
    Cow::Owned(out)
}

/// The unit of an escape at the very beginning of the text.
fn escaped_unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("_x")?.get(..5)?.strip_suffix('_')?;
    digits
        .bytes()
        .all(|byte| byte.is_ascii_hexdigit())
        .then_some(())?;
    u16::from_str_radix(digits, 16).ok()
}

/// Appends the characters of successive escapes, whose halves belong together.
fn flush(units: &mut Vec<u16>, out: &mut String) {
    out.extend(char::decode_utf16(units.drain(..)).filter_map(Result::ok));
}
