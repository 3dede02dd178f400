//! Values held out of the text while Markdown is read, so that a value such as
//! `*a*` or `1. b` prints as it is and can never become markup.

/// Stands before a value in the rendered text. Noncharacters: no text may hold
/// them, and [`clean`] takes them out of every text and value.
pub(super) const OPEN: char = '\u{FDD0}';
/// Stands behind a value.
pub(super) const CLOSE: char = '\u{FDD1}';

/// What an object, a list or a function is printed as, so that it is found
/// wherever a filter or `~` turned it into text.
pub(super) const UNPRINTABLE: char = '\u{FDD4}';

/// First of the private-use characters that stand for a placeholder cut out.
const MARK: u32 = 0x10_0000;
/// First of the private-use characters that stand for a held piece.
const HELD: u32 = 0xF_0000;
/// Length of each of the two planes.
const PLANE: u32 = 0xFFFE;

/// A piece that Markdown must not see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Held {
    /// A value to be printed verbatim.
    Value(String),
    /// A placeholder that failed, as typed.
    Mark(String),
}

/// A text without the characters that this stage uses for itself:
/// noncharacters, and the private planes beyond the basic one, for which no
/// font has a glyph. (The private use of the basic plane stays: Word's bullets
/// live there.)
pub(super) fn clean(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{FDD0}'..='\u{FDEF}'))
        .map(|c| {
            if u32::from(c) >= HELD {
                char::REPLACEMENT_CHARACTER
            } else {
                c
            }
        })
        .collect()
}

/// The character that stands for the n-th placeholder cut out; `None` if there
/// are more than any text has.
pub(super) fn mark(nth: usize) -> Option<char> {
    numbered(MARK, nth)
}

/// Takes values and marks out of a rendered text. What is left holds one
/// private-use character for each.
pub(super) fn lift(rendered: &str, cut: &[String]) -> (String, Vec<Held>) {
    let mut text = String::with_capacity(rendered.len());
    let mut held = Vec::new();
    let mut char = rendered.chars();
    while let Some(c) = char.next() {
        let piece = if c == OPEN {
            Held::Value(char.by_ref().take_while(|c| *c != CLOSE).collect())
        } else if let Some(typed) = number_of(MARK, c).and_then(|nth| cut.get(nth)) {
            Held::Mark(typed.clone())
        } else {
            text.push(c);
            continue;
        };
        if let Some(stand_in) = numbered(HELD, held.len()) {
            text.push(stand_in);
            held.push(piece);
        }
    }
    (text, held)
}

/// The held piece that a character stands for.
pub(super) fn held(c: char, list: &[Held]) -> Option<&Held> {
    number_of(HELD, c).and_then(|nth| list.get(nth))
}

fn numbered(plane: u32, nth: usize) -> Option<char> {
    let nth = u32::try_from(nth).ok().filter(|nth| *nth < PLANE)?;
    char::from_u32(plane + nth)
}

fn number_of(plane: u32, c: char) -> Option<usize> {
    let nth = u32::from(c).checked_sub(plane).filter(|nth| *nth < PLANE)?;
    usize::try_from(nth).ok()
}
