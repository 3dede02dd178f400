//! The small Markdown of the sheet Narasi: paragraphs, lists, bold, italic.
//!
//! What people type into Excel cells is not quite `CommonMark`. A line break
//! (Alt+Enter) is meant, so it stays one; a blank line begins a paragraph, and so does
//! a long line behind a sentence of another; a list may follow its sentence without a blank line and nest without
//! indentation; Word's bullets and lettered lists are lists. Everything else
//! prints as typed: `#`, `<`, backslashes, links, tables, code. So blocks are
//! read here line by line, and only emphasis is left to pulldown-cmark.

mod inline;
mod marker;
pub(super) mod unsupported;

use super::blok::{Blok, Span};
use super::sentinel::Held;
use marker::Marker;

/// Lists within lists; deeper ones lie next to the last. No page has room for
/// more, and no text may make later stages recurse without end.
const MAX_DEPTH: usize = 6;

/// Reads a text into blocks. `held` are the values that the text's private-use
/// characters stand for.
pub(super) fn parse(text: &str, held: &[Held]) -> Vec<Blok> {
    let mut builder = Builder {
        held,
        out: Vec::new(),
        list: Vec::new(),
        paragraph: None,
        blank: true,
    };
    for line in text.lines() {
        builder.take(line);
    }
    builder.finish()
}

/// A list that is still open.
struct OpenList {
    /// The first item's marker, and the number that the next item may have.
    first: Marker,
    last_number: u32,
    butir: Vec<Vec<Blok>>,
}

struct Builder<'a> {
    held: &'a [Held],
    out: Vec<Blok>,
    /// Open lists, outermost first; each stands in the last item of the one before.
    list: Vec<OpenList>,
    /// Lines of the paragraph that is still open.
    paragraph: Option<String>,
    /// Whether a blank line, or nothing, stands above.
    blank: bool,
}

impl Builder<'_> {
    fn take(&mut self, line: &str) {
        let text = line.trim();
        if text.is_empty() {
            self.end_paragraph();
            self.blank = true;
            return;
        }
        match Marker::read(line).filter(|marker| self.begins_item(marker)) {
            Some((marker, text)) => self.begin_item(marker, text),
            None => self.add_line(marker::indent(line), text),
        }
        self.blank = false;
    }

    /// Whether a line that looks like an item is one. A lone `b.` or a `7.` in
    /// the midst of a paragraph is text.
    fn begins_item(&self, (marker, _): &(Marker, &str)) -> bool {
        let goes_on = self
            .list
            .iter()
            .any(|list| list.accepts(marker) || list.accepts_unindented(marker));
        let begins = match marker.number {
            None | Some(1) => true,
            Some(_) => !marker.lettered() && self.blank,
        };
        goes_on || begins
    }

    fn begin_item(&mut self, marker: Marker, text: &str) {
        self.end_paragraph();
        let same = self.list.iter().rposition(|list| list.accepts(&marker));
        let moved = || {
            self.list
                .iter()
                .rposition(|list| list.accepts_unindented(&marker))
        };
        if let Some(at) = same.or_else(moved) {
            self.close_lists(at + 1);
            if let Some(list) = self.list.last_mut() {
                list.first.indent = marker.indent;
            }
        } else {
            self.close_lists(self.depth_of(&marker));
            self.list.push(OpenList {
                first: marker,
                last_number: 0,
                butir: Vec::new(),
            });
        }
        if let Some(list) = self.list.last_mut() {
            list.last_number = marker.number.unwrap_or(0);
            list.butir.push(Vec::new());
        }
        self.paragraph = Some(text.to_owned());
    }

    /// How many lists stay open around a new list that begins with `marker`.
    fn depth_of(&self, marker: &Marker) -> usize {
        // The numbering begins again: a list next to the old one, not in it.
        let again = self.list.iter().rposition(|list| list.is_like(marker));
        let around = |list: &OpenList| {
            marker.indent > list.first.indent + 1
                || (!self.blank && marker.indent >= list.first.indent)
        };
        let nested = || self.list.iter().rposition(around).map_or(0, |at| at + 1);
        again.unwrap_or_else(nested).min(MAX_DEPTH - 1)
    }

    /// A line of text: it goes on with the paragraph above, or begins one. A
    /// line that is not indented ends a list.
    fn add_line(&mut self, indent: usize, text: &str) {
        let inside = |list: &OpenList| indent > list.first.indent;
        let keep = self.list.iter().rposition(inside).map_or(0, |at| at + 1);
        if keep < self.list.len() {
            self.end_paragraph();
            self.close_lists(keep);
        }
        // Whoever parts paragraphs with one Alt+Enter ends the one with a sentence.
        if self
            .paragraph
            .as_deref()
            .is_some_and(|open| begins_paragraph(open, text))
        {
            self.end_paragraph();
        }
        match &mut self.paragraph {
            Some(open) => {
                open.push('\n');
                open.push_str(text);
            }
            None => self.paragraph = Some(text.to_owned()),
        }
    }

    fn end_paragraph(&mut self) {
        let Some(text) = self.paragraph.take() else {
            return;
        };
        let isi = inline::parse(&text, self.held);
        if isi.is_empty() {
            return;
        }
        let blok = if self.list.is_empty() && is_heading(&isi) {
            Blok::Judul { isi }
        } else {
            Blok::Paragraf { isi }
        };
        self.push(blok);
    }

    /// Puts a block where the next one belongs.
    fn push(&mut self, blok: Blok) {
        let place = match self.list.last_mut() {
            Some(list) => list.butir.last_mut(),
            None => Some(&mut self.out),
        };
        if let Some(place) = place {
            place.push(blok);
        }
    }

    /// Closes the innermost lists until `keep` are open.
    fn close_lists(&mut self, keep: usize) {
        while self.list.len() > keep {
            self.end_paragraph();
            if let Some(OpenList { first, butir, .. }) = self.list.pop() {
                self.push(Blok::Daftar {
                    urut: first.number.is_some(),
                    mulai: first.number.unwrap_or(1),
                    gaya: first.gaya,
                    butir,
                });
            }
        }
    }

    fn finish(mut self) -> Vec<Blok> {
        self.end_paragraph();
        self.close_lists(0);
        self.out
    }
}

impl OpenList {
    /// Whether the item is the next of this list: the same marker at the same
    /// indentation, and a number that follows. `1. 1. 1.` also counts up, as
    /// Markdown has it; any other number begins a list of its own, so that it
    /// prints as typed.
    fn accepts(&self, marker: &Marker) -> bool {
        let follows = match (marker.number, self.first.number) {
            (None, None) => true,
            (Some(number), Some(first)) => {
                number == self.last_number + 1
                    || (number == 1 && first == 1 && self.last_number == 1)
            }
            _ => false,
        };
        follows && self.is_like(marker)
    }

    /// Whether the item is the second of a list of which only the first was indented,
    /// as happens where the cell's text begins with blanks.
    fn accepts_unindented(&self, marker: &Marker) -> bool {
        let second = self.butir.len() == 1 && self.last_number == 1 && marker.number == Some(2);
        second && self.first.same_kind(marker) && marker.indent < self.first.indent
    }

    /// Whether the marker looks like this list's own, whatever its number.
    fn is_like(&self, marker: &Marker) -> bool {
        self.first.same_kind(marker) && self.first.indent.abs_diff(marker.indent) <= 1
    }
}

/// Length of a line from which on it is a paragraph and no line of an address, in
/// characters.
const LONG: usize = 80;

/// Whether a line begins a paragraph below another that one line break parts from it:
/// both are long, and the one above ends a sentence.
fn begins_paragraph(open: &str, line: &str) -> bool {
    let above = open.rsplit('\n').next().unwrap_or(open);
    let long = |line: &str| line.chars().count() >= LONG;
    long(above)
        && above.ends_with(['.', '?', '!'])
        && line.starts_with(|c: char| !c.is_lowercase())
        && line.chars().count() >= LONG / 2
}

/// A line of its own that is bold throughout.
fn is_heading(isi: &[Span]) -> bool {
    isi.iter()
        .all(|span| span.tebal && !span.tanda && !span.teks.contains('\n'))
}
