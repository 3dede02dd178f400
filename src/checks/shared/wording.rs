//! Two wordings next to each other, word by word.
//!
//! What reads nearly alike is a candidate for a person, never the same thing.

use crate::model::text;

/// Words from which one word more or less may be a slip.
const SHORT: usize = 4;
/// Words from which two may.
const LONG: usize = 9;

/// Words from which a statement can be recognised in a text.
const QUOTED: usize = 6;

/// The words of a statement in the form in which statements are compared.
pub fn words(statement: &str) -> Vec<String> {
    let form = text::same_form(statement);
    form.split(' ')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether two different statements differ by a word or two: dropped, added or
/// exchanged.
pub fn is_alike(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    let longest = a.len().max(b.len());
    let apart = strsim::generic_levenshtein(&a, &b);
    apart > 0 && longest >= SHORT && apart <= if longest >= LONG { 2 } else { 1 }
}

/// Whether one of two statements of some length is the begin of the other.
pub fn is_begin(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    a.len().min(b.len()) > SHORT && (a.starts_with(&b) || b.starts_with(&a))
}

/// Whether a text has a statement of some length in it, word by word.
pub fn holds(whole: &str, statement: &str) -> bool {
    let (whole, sought) = (words(whole), words(statement));
    sought.len() >= SHORT && whole.windows(sought.len()).any(|own| own == sought)
}

/// The word that one of two statements has more than the other, where that is
/// all in which they differ.
pub fn one_word_more(a: &str, b: &str) -> Option<String> {
    let (a, b) = (words(a), words(b));
    let (short, long) = if a.len() < b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    if short.len() < SHORT - 1 || long.len() != short.len() + 1 {
        return None;
    }
    let at = short
        .iter()
        .zip(long)
        .position(|(a, b)| a != b)
        .unwrap_or(short.len());
    (short[at..] == long[at + 1..]).then(|| long[at].clone())
}

/// The words of a text that quote a statement with some of its words changed;
/// `None` if it quotes it rightly or not at all. Statements of few words are too
/// common to be recognised.
pub fn misquoted(whole: &str, statement: &str) -> Option<String> {
    let sought = words(statement);
    let form = text::plain(whole);
    let own: Vec<&str> = form.split(' ').collect();
    let length = sought.len();
    if length < QUOTED || own.len() < length {
        return None;
    }
    let most = length / 4;
    let mut best: Option<(usize, usize)> = None;
    for (at, window) in own.windows(length).enumerate() {
        let known = window
            .iter()
            .filter(|word| sought.iter().any(|own| own == *word));
        if known.count() + most < length {
            continue;
        }
        let window: Vec<String> = window.iter().map(|word| (*word).to_owned()).collect();
        let apart = strsim::generic_levenshtein(&sought, &window);
        if apart == 0 {
            return None;
        }
        if apart <= most && best.is_none_or(|(least, _)| apart < least) {
            best = Some((apart, at));
        }
    }
    let (_, at) = best?;
    Some(own[at..at + length].join(" "))
}
