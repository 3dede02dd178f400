//! Headings as people type them, brought to one form for comparison.

pub use crate::model::text::plain;

/// A year that a heading names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Year {
    /// `2023`, `Tahun 2023`.
    Calendar(u16),
    /// `Tahun-1`, `Tahun ke-1`: which calendar year it is, the heading does not say.
    Nth(u16),
}

/// The year in a plain heading, if it names exactly one.
pub fn year(plain: &str) -> Option<Year> {
    let word: Vec<&str> = plain.split(' ').collect();
    let calendar: Vec<u16> = word
        .iter()
        .filter(|w| w.len() == 4)
        .filter_map(|w| w.parse().ok())
        .filter(|y| (1990..=2100).contains(y))
        .collect();
    if let [only] = calendar.as_slice() {
        return Some(Year::Calendar(*only));
    }
    if !calendar.is_empty() {
        return None;
    }
    // "tahun ke 3", "tahun 3", "thn 3"
    word.iter().enumerate().find_map(|(i, w)| {
        let nth: u16 = w.parse().ok().filter(|n| (1..=10).contains(n))?;
        let before = i.checked_sub(1).and_then(|at| word.get(at)).copied();
        matches!(before, Some("tahun" | "ke" | "thn" | "th")).then_some(Year::Nth(nth))
    })
}

/// How well a pattern fits the path of headings above a column; 0 if it does
/// not. Each part of the pattern must begin a heading, in the order of the path;
/// a heading that is the part and nothing else counts for more.
pub fn fit(pattern: &str, path: &[String]) -> usize {
    let mut score = 0;
    let mut rest = path;
    for part in pattern.split('/') {
        let exact = rest.iter().position(|heading| heading == part);
        let Some(at) = exact.or_else(|| rest.iter().position(|h| begins(h, part))) else {
            return 0;
        };
        score += part.len() + if exact.is_some() { 50 } else { 0 };
        rest = rest.get(at + 1..).unwrap_or_default();
    }
    score
}

/// Whether `heading` begins with the whole words of `part`.
fn begins(heading: &str, part: &str) -> bool {
    heading
        .strip_prefix(part)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}
