//! The wording nearest to one that is not found: a suggestion for a person, which never
//! moves anything.

use super::wording::words;

/// How alike two wordings must be, of 1.
const ALIKE: f64 = 0.75;
/// The likeness of a wording all of whose words the other one has.
const CONTAINED: f64 = 0.9;

/// The nearest of the known wordings; `None` if none is near.
pub fn nearest<'a>(wording: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let own = words(wording);
    let mut best: Option<(f64, &str)> = None;
    for other in known {
        let likeness = likeness(&own, &words(other));
        if likeness >= ALIKE && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, other));
        }
    }
    best.map(|(_, other)| other)
}

/// A remedy, behind the question whether the nearest wording was meant.
pub fn remedy(near: Option<&str>, hint: &str) -> String {
    match near {
        Some(near) => format!("maksud Anda \"{}\"? {hint}", super::plan::one_line(near)),
        None => hint.to_owned(),
    }
}

/// How alike two wordings are, word by word or letter by letter.
fn likeness(a: &[String], b: &[String]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let found = a
        .iter()
        .filter(|own| b.iter().any(|word| is_same(own, word)));
    let found = found.count();
    if found == a.len() && a.len() < b.len() {
        return CONTAINED;
    }
    let ratio = |part: usize, whole: usize| {
        let part = u32::try_from(part).unwrap_or(u32::MAX);
        let whole = u32::try_from(whole).unwrap_or(u32::MAX);
        f64::from(part) / f64::from(whole)
    };
    let by_word = ratio(found, a.len().max(b.len()));
    let by_letter = strsim::normalized_damerau_levenshtein(&a.join(" "), &b.join(" "));
    by_word.max(by_letter)
}

/// Whether two words are the same, or one is short for the other: `thd` for `terhadap`,
/// `masy` for `masyarakat`.
fn is_same(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if short == long {
        return true;
    }
    let begins = short.chars().next() == long.chars().next();
    let mut rest = long.chars();
    short.len() > 1
        && begins
        && short
            .chars()
            .all(|letter| rest.any(|other| other == letter))
}
