//! What stands before the text of a list item.

use crate::prose::blok::Gaya;

/// Bullets of Markdown, of typists, and of Word (whose own lie in the private
/// use area). `+` is none: it is a sign.
const BULLET: [char; 14] = [
    '-', '*', '•', '·', '–', '▪', '■', '◦', '●', '○', '‣', '➢', '\u{F0B7}', '\u{F0A7}',
];

/// Columns that a tab is worth.
const TAB: usize = 4;

/// The beginning of a list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marker {
    /// Columns before it.
    pub(super) indent: usize,
    /// Its number (`a` is 1); `None` for a bullet.
    pub(super) number: Option<u32>,
    /// How the number is typed.
    pub(super) gaya: Gaya,
    /// The bullet.
    bullet: Option<char>,
}

impl Marker {
    /// The marker of a line and the text behind it; `None` if the line has none.
    pub(super) fn read(line: &str) -> Option<(Self, &str)> {
        let indent = indent(line);
        let line = line.trim();
        let first = line.chars().next()?;
        if BULLET.contains(&first) {
            let text = &line[first.len_utf8()..];
            // An ASCII bullet or dash needs a blank behind it: -5, *miring*.
            let spaced = text.starts_with(char::is_whitespace);
            let text = text.trim_start();
            let good = spaced || !matches!(first, '-' | '*' | '–' | '·');
            let marker = Self {
                indent,
                number: None,
                gaya: Gaya::Angka,
                bullet: Some(first),
            };
            return (good && !text.is_empty()).then_some((marker, text));
        }
        let end = line.find(char::is_whitespace)?;
        let (number, gaya) = numbered(&line[..end])?;
        let marker = Self {
            indent,
            number: Some(number),
            gaya,
            bullet: None,
        };
        Some((marker, line[end..].trim_start()))
    }

    /// Whether both can stand in one list.
    pub(super) fn same_kind(&self, other: &Self) -> bool {
        self.gaya == other.gaya && self.bullet == other.bullet
    }

    /// Whether it is a letter.
    pub(super) fn lettered(&self) -> bool {
        matches!(
            self.gaya,
            Gaya::Huruf | Gaya::HurufKurung | Gaya::HurufDuaKurung
        )
    }
}

/// Columns before the first character.
pub(super) fn indent(line: &str) -> usize {
    line.chars()
        .take_while(|c| c.is_whitespace())
        .map(|c| if c == '\t' { TAB } else { 1 })
        .sum()
}

/// `1.`, `12)`, `(3)`, `a.`, `b)`, `(c)`. Capital letters are initials (`A. Yani`).
fn numbered(word: &str) -> Option<(u32, Gaya)> {
    let (inner, digit, letter) = if let Some(inner) = word.strip_prefix('(') {
        (
            inner.strip_suffix(')')?,
            Gaya::AngkaDuaKurung,
            Gaya::HurufDuaKurung,
        )
    } else if let Some(inner) = word.strip_suffix('.') {
        (inner, Gaya::Angka, Gaya::Huruf)
    } else {
        (
            word.strip_suffix(')')?,
            Gaya::AngkaKurung,
            Gaya::HurufKurung,
        )
    };
    match inner.as_bytes() {
        [b @ b'a'..=b'z'] => Some((u32::from(b - b'a') + 1, letter)),
        // Four digits are a year; a leading zero would not print as typed.
        [b'1'..=b'9', rest @ ..] if rest.len() <= 2 && rest.iter().all(u8::is_ascii_digit) => {
            Some((inner.parse().ok()?, digit))
        }
        _ => None,
    }
}
