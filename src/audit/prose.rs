//! Whether a long text stands in the flow of the document, compared by its
//! sentences: Markdown is gone there, and placeholders are filled.

use super::typed::squash;

/// Letters from which on a piece of a sentence says something.
const LEAST: usize = 3;

/// Letters from which on a sentence is known wherever it stands.
const SHORT: usize = 12;

/// Letters that tell where a text begins.
const BEGINNING: usize = 24;

/// Running text, without blanks and signs of Markdown.
#[derive(Debug, Clone, Default)]
pub(super) struct Flow {
    text: String,
}

impl Flow {
    pub(super) fn new<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut text = String::new();
        for piece in texts {
            text.push_str(&plain(piece));
        }
        Self { text }
    }

    /// Whether every sentence of `typed` is there, in whatever order.
    pub(super) fn has(&self, typed: &str) -> bool {
        let mut pieces = pieces(typed).peekable();
        pieces.peek().is_some() && pieces.all(|piece| self.text.contains(&piece))
    }
}

impl Flow {
    /// Whether the first words of `typed` are there.
    pub(super) fn begins(&self, typed: &str) -> bool {
        let first: String = plain(typed).chars().take(BEGINNING).collect();
        !first.is_empty() && self.text.contains(&first)
    }
}

/// The sentences of a text outside of its placeholders.
fn pieces(typed: &str) -> impl Iterator<Item = String> {
    let outside = typed.split("{{").enumerate().map(|(at, part)| {
        let end = part.find("}}").map_or(0, |end| end + 2);
        if at == 0 { part } else { &part[end..] }
    });
    outside
        .flat_map(|part| part.split(['\n', '|']))
        .flat_map(sentences)
}

/// The sentences of a line. A short one says something only behind the one before it.
fn sentences(line: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for piece in line.split(['.', ';']).map(unnumbered).map(plain) {
        match out.last_mut() {
            // The number of a list is set again.
            Some(before) if before.len() < LEAST => *before = piece,
            Some(before) if piece.len() < SHORT => before.push_str(&piece),
            _ => out.push(piece),
        }
    }
    out.retain(|piece| piece.len() >= LEAST);
    out
}

/// A line without the number or letter of a list.
fn unnumbered(line: &str) -> &str {
    let line = line.trim();
    match line.split_once([')', ' ']) {
        Some((mark, rest)) if mark.trim_start_matches('(').chars().count() <= 1 => rest,
        _ => line,
    }
}

fn plain(text: &str) -> String {
    let mut text = squash(text);
    text.retain(|c| c.is_alphanumeric() || matches!(c, ',' | '%'));
    text
}
