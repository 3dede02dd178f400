//! Text on its way to a terminal: a file name may hold what moves the cursor or
//! turns the line around.

use std::borrow::Cow;

/// The text with a visible sign in place of what a terminal would obey.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_obeyed) {
        return Cow::Borrowed(text);
    }
    let shown = text
        .chars()
        .map(|c| if is_obeyed(c) { '\u{fffd}' } else { c });
    Cow::Owned(shown.collect())
}

/// Control characters but the line break, and marks of writing direction.
fn is_obeyed(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(
            c,
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}'
        )
}
