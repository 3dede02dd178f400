//! The legal bases as a list: numbers that the program prints itself are taken off,
//! and several laws in one cell are several.

use crate::model::Located;
use crate::sheets::restore::{Habit, Said};

/// How a law begins.
const LAW: [&str; 11] = [
    "undang",
    "uu ",
    "peraturan",
    "perda",
    "perpres",
    "permen",
    "keputusan",
    "kepmen",
    "instruksi",
    "inmen",
    "surat edaran",
];

/// The items of the list, in their order.
pub(super) fn items(list: Vec<Located<String>>, said: &mut Said) -> Vec<Located<String>> {
    let list: Vec<Located<String>> = list.into_iter().flat_map(|law| apart(law, said)).collect();
    let number = |law: &Located<String>| marker(&law.value).map(|(number, _)| number);
    // Numbers that count the items, and not those that are part of a name.
    let counts = |(at, law): (usize, &Located<String>)| number(law) == Some(at + 1);
    let numbered = list.iter().filter(|law| number(law).is_some()).count();
    let counted = list
        .iter()
        .enumerate()
        .filter(|entry| counts((entry.0, entry.1)))
        .count();
    if counted < 2 || counted < numbered {
        return list;
    }
    list.into_iter()
        .map(|law| match marker(&law.value) {
            Some((_, bare)) => {
                if let Some(at) = law.origin.cell {
                    said.say(Habit::Law, at, &law.value, bare.to_owned());
                }
                Located::new(bare.to_owned(), law.origin.clone())
            }
            None => law,
        })
        .collect()
}

/// The laws of one cell, a line each. A line that begins none goes on with the one above.
fn apart(law: Located<String>, said: &mut Said) -> Vec<Located<String>> {
    let lines: Vec<&str> = law
        .value
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let begins = |line: &str| {
        let bare = marker(line).map_or(line, |(_, bare)| bare).to_lowercase();
        LAW.iter().any(|word| bare.starts_with(word))
    };
    let count = lines.iter().filter(|line| begins(line)).count();
    if count < 2 || !lines.first().is_some_and(|line| begins(line)) {
        return vec![law];
    }
    let mut list: Vec<String> = Vec::new();
    for line in lines {
        match list.last_mut() {
            Some(above) if !begins(line) => {
                above.push(' ');
                above.push_str(line);
            }
            _ => list.push(line.to_owned()),
        }
    }
    if let Some(at) = law.origin.cell {
        said.say(
            Habit::Law,
            at,
            &law.value,
            format!("{} dasar hukum", list.len()),
        );
    }
    list.into_iter()
        .map(|line| Located::new(line, law.origin.clone()))
        .collect()
}

/// `3. …`, `3) …`, `(3) …`, `c. …` to number and text.
fn marker(text: &str) -> Option<(usize, &str)> {
    let text = text.trim();
    let inner = text.strip_prefix('(').unwrap_or(text);
    let end = inner.find(['.', ')'])?;
    let (sign, rest) = inner.split_at(end);
    let number = match sign.as_bytes() {
        [letter @ b'a'..=b'z'] => usize::from(letter - b'a') + 1,
        [b'1'..=b'9', ..] if sign.len() <= 2 => sign.parse().ok()?,
        _ => return None,
    };
    let bare = rest.get(1..)?.trim_start();
    bare.starts_with(char::is_alphabetic)
        .then_some((number, bare))
}
