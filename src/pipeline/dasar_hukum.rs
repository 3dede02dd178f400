//! Laws that an office listed in the prose instead of in the sheet Identitas.

use crate::model::{Located, Narasi, Renstra};
use crate::regulation::{Part, Regulation, Subbab};

/// The part of a subchapter that prints the laws.
const PART: &str = "dasar-hukum";

/// Takes the list out of the subchapter that prints the laws, if Identitas names
/// none: it is printed and checked as the one of Identitas would be.
pub(super) fn lift(renstra: &mut Renstra, regulation: &Regulation) {
    if !renstra.identitas.dasar_hukum.is_empty() {
        return;
    }
    let mut subbab = regulation.bab.iter().flat_map(|bab| &bab.subbab);
    let Some(slot) = subbab.find_map(find) else {
        return;
    };
    let law = &mut renstra.identitas.dasar_hukum;
    renstra.narasi.retain_mut(|narasi| {
        // A placeholder is filled in the prose only.
        if narasi.slot.value != slot || narasi.isi.value.contains("{{") {
            return true;
        }
        let rest = split(narasi, law);
        let is_left = !rest.trim().is_empty();
        narasi.isi.value = rest;
        is_left
    });
}

/// Adds the items of a text's lists to `law` and returns what is left.
fn split(narasi: &Narasi, law: &mut Vec<Located<String>>) -> String {
    let mut rest = Vec::new();
    for line in narasi.isi.value.lines() {
        match item(line) {
            Some(text) => law.push(Located::new(text.to_owned(), narasi.isi.origin.clone())),
            None => rest.push(line),
        }
    }
    rest.join("\n")
}

/// The text behind a list's sign: `1.`, `a)`, `-`.
fn item(line: &str) -> Option<&str> {
    let line = line.trim();
    let (sign, text) = line.split_once(char::is_whitespace)?;
    let number = sign.strip_suffix(['.', ')']);
    let is_number = number.is_some_and(|number| {
        !number.is_empty() && number.len() <= 2 && number.chars().all(|c| c.is_ascii_alphanumeric())
    });
    (is_number || matches!(sign, "-" | "*" | "•" | "–")).then(|| text.trim())
}

/// Number of the subchapter that prints the laws.
fn find(subbab: &Subbab) -> Option<&str> {
    let prints = |part: &Part| matches!(part, Part::Bagian(id) if id == PART);
    if subbab.isi.iter().any(prints) {
        return Some(&subbab.nomor);
    }
    subbab.subbab.iter().find_map(find)
}
