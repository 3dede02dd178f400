//! Paragraphs next to each other: the same, or nearly.
//!
//! A paragraph is known by sixteen small hashes of its pairs of words, each the
//! least under another seed. The share of them that two paragraphs have in common
//! is about the share of their pairs of words; a name or a word replaced changes
//! few of them.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::model::text;

/// Words from which two equal paragraphs are no accident.
const SHORTEST: usize = 25;
/// Hashes of a sketch.
const HASHES: usize = 16;
/// Hashes in common from which two paragraphs are alike.
const ALIKE: usize = 9;
/// Words by which a finding names a paragraph.
const SHOWN: usize = 12;

/// What of a paragraph is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch(Vec<u32>);

impl Sketch {
    /// The sketch of a paragraph; `None` if it is too short to tell. What a
    /// placeholder computes is left out.
    pub fn of(paragraph: &str) -> Option<Self> {
        let plain = text::plain(&without_placeholders(paragraph));
        let words: Vec<&str> = plain.split(' ').collect();
        if words.len() < SHORTEST {
            return None;
        }
        let mut least = vec![u32::MAX; HASHES];
        for pair in words.windows(2) {
            let hash = blake3::hash(pair.join(" ").as_bytes());
            // The digest's parts are as good as hashes under several seeds; two
            // rounds of eight make sixteen.
            let again = blake3::hash(hash.as_bytes());
            let parts = hash.as_bytes().chunks(4).chain(again.as_bytes().chunks(4));
            for (least, part) in least.iter_mut().zip(parts) {
                let mut number = [0; 4];
                number.copy_from_slice(part);
                *least = (*least).min(u32::from_le_bytes(number));
            }
        }
        Some(Self(least))
    }

    /// Whether two paragraphs are the same but for a few words.
    pub fn is_alike(&self, other: &Self) -> bool {
        let same = self.0.iter().zip(&other.0).filter(|(a, b)| a == b);
        same.count() >= ALIKE
    }

    /// Keys of which two alike paragraphs share one nearly always: pairs of hashes
    /// with their place.
    pub fn keys(&self) -> BTreeSet<(usize, u32, u32)> {
        let pairs = self.0.chunks(2).enumerate();
        pairs
            .filter_map(|(at, pair)| Some((at, *pair.first()?, *pair.get(1)?)))
            .collect()
    }

    /// As text, hexadecimal.
    pub fn to_hex(&self) -> String {
        self.0.iter().fold(String::new(), |mut out, hash| {
            // Writing to a text cannot fail.
            let _ = write!(out, "{hash:08x}");
            out
        })
    }

    /// From [`Sketch::to_hex`]; `None` if it is none.
    pub fn from_hex(text: &str) -> Option<Self> {
        let parts = (0..HASHES).map(|at| text.get(at * 8..at * 8 + 8));
        let hashes = parts.map(|part| u32::from_str_radix(part?, 16).ok());
        hashes.collect::<Option<Vec<_>>>().map(Self)
    }
}

/// The first words of a paragraph.
pub fn begin(paragraph: &str) -> String {
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    let shown = words[..words.len().min(SHOWN)].join(" ");
    if words.len() > SHOWN {
        format!("{shown} …")
    } else {
        shown
    }
}

fn without_placeholders(text: &str) -> String {
    let mut rest = text;
    let mut out = String::new();
    while let Some((before, behind)) = rest.split_once("{{") {
        out.push_str(before);
        rest = behind.split_once("}}").map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}
