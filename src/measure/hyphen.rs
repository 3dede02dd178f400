//! Where an Indonesian word may be divided at the end of a line.
//!
//! The spelling is regular, so a rule does what other languages need a dictionary for
//! (EYD V, pemenggalan kata): a syllable begins at the last consonant before a vowel, the
//! pairs `ng`, `ny`, `sy`, `kh` count as one consonant, and the suffix `-an` takes no
//! consonant from its stem. In doubt a word stays whole.

/// Fewest letters of a word that is divided.
const SHORTEST: usize = 7;
/// Fewest letters before and behind a hyphen.
const FEWEST: usize = 3;

/// Byte offsets at which a word may be divided. None in short words, abbreviations, and
/// what has digits, signs or capitals inside.
pub fn points(word: &str) -> Vec<usize> {
    if word.len() < SHORTEST || !word.bytes().all(|c| c.is_ascii_alphabetic()) {
        return Vec::new();
    }
    let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
    let is_name = capitals > 1 && capitals < word.len() || capitals == 1 && !begins_upper(word);
    let plain = word.to_ascii_lowercase().into_bytes();
    let vowels = plain.iter().filter(|c| is_vowel(**c)).count();
    // `DPMPTSP`: letters that stand for words.
    if is_name || vowels * 4 < word.len() {
        return Vec::new();
    }
    (FEWEST..=word.len() - FEWEST)
        .filter(|at| begins_syllable(&plain, *at) && !takes_from_stem(&plain, *at))
        .collect()
}

fn begins_upper(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether a consonant before a vowel stands here, with a vowel somewhere before it.
fn begins_syllable(word: &[u8], at: usize) -> bool {
    let vowel = |at: usize| word.get(at).is_some_and(|c| is_vowel(*c));
    if vowel(at) || !word[..at].iter().any(|c| is_vowel(*c)) {
        return false;
    }
    if word.get(at - 1..=at).is_some_and(is_pair) {
        return false;
    }
    vowel(at + 1) || word.get(at..at + 2).is_some_and(is_pair) && vowel(at + 2)
}

/// `keseha-tan`, `pendidi-kan`: the stem's last consonant would go to its suffix. The
/// suffix `-kan` is known by the consonant before it, or by a verb's prefix.
fn takes_from_stem(word: &[u8], at: usize) -> bool {
    let tail = &word[at..];
    let verb = word.starts_with(b"me") || word.starts_with(b"di") || word.starts_with(b"mem");
    match tail {
        b"kan" => is_vowel(word[at - 1]) && !verb,
        _ => tail.len() <= 4 && tail.ends_with(b"an") && !is_vowel(tail[tail.len() - 3]),
    }
}

fn is_pair(two: &[u8]) -> bool {
    matches!(two, b"ng" | b"ny" | b"sy" | b"kh")
}

fn is_vowel(c: u8) -> bool {
    matches!(c, b'a' | b'i' | b'u' | b'e' | b'o')
}

/// A text with soft hyphens in its long words. Codes, addresses and what has digits stay
/// whole, and so do the words that `keep` knows, such as names of persons.
pub fn hyphenate(text: &str, keep: &dyn Fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 6);
    for token in text.split_inclusive(char::is_whitespace) {
        if is_code(token) {
            out.push_str(token);
            continue;
        }
        for word in token.split_inclusive(|c: char| !c.is_alphanumeric()) {
            let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            let mut from = 0;
            if !keep(bare) {
                for at in points(bare) {
                    out.push_str(&word[from..at]);
                    out.push('\u{ad}');
                    from = at;
                }
            }
            out.push_str(&word[from..]);
        }
    }
    out
}

/// Whether a token stands for itself and is no word.
pub(super) fn is_code(token: &str) -> bool {
    token.contains(|c: char| c.is_ascii_digit() || matches!(c, '@' | '_' | '\\'))
        || token.contains("://")
        || token.starts_with("www.")
}
