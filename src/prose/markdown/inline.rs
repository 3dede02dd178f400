//! Bold and italic inside a paragraph.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::prose::blok::Span;
use crate::prose::sentinel::{self, Held};

/// Reads the lines of one paragraph. Line breaks stay.
pub(super) fn parse(text: &str, held: &[Held]) -> Vec<Span> {
    let escaped: Vec<String> = text.lines().map(escape).collect();
    let escaped = escaped.join("\n");
    let mut out = Spans {
        held,
        list: Vec::new(),
    };
    let (mut bold, mut italic) = (0_usize, 0_usize);
    for event in Parser::new_ext(&escaped, Options::empty()) {
        match event {
            Event::Start(Tag::Strong) => bold += 1,
            Event::End(TagEnd::Strong) => bold = bold.saturating_sub(1),
            Event::Start(Tag::Emphasis) => italic += 1,
            Event::End(TagEnd::Emphasis) => italic = italic.saturating_sub(1),
            Event::SoftBreak | Event::HardBreak => out.push("\n", bold > 0, italic > 0),
            // Everything but emphasis is escaped, so that no other event comes.
            // Should one come after all, its text is still not lost.
            Event::Text(text)
            | Event::Code(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text)
            | Event::FootnoteReference(text) => out.push(&text, bold > 0, italic > 0),
            Event::Start(_) | Event::End(_) | Event::Rule | Event::TaskListMarker(_) => {}
        }
    }
    out.list
}

/// Spans under construction.
struct Spans<'a> {
    held: &'a [Held],
    list: Vec<Span>,
}

impl Spans<'_> {
    fn push(&mut self, text: &str, tebal: bool, miring: bool) {
        for c in text.chars() {
            match sentinel::held(c, self.held) {
                Some(Held::Value(value)) => self.append(value, tebal, miring, false),
                Some(Held::Mark(typed)) => self.append(typed, tebal, miring, true),
                None => self.append(c.encode_utf8(&mut [0; 4]), tebal, miring, false),
            }
        }
    }

    fn append(&mut self, text: &str, tebal: bool, miring: bool, tanda: bool) {
        match self.list.last_mut() {
            // Marks stay apart: each names its own placeholder.
            Some(last) if (last.tebal, last.miring) == (tebal, miring) && !last.tanda && !tanda => {
                last.teks.push_str(text);
            }
            _ if text.is_empty() => {}
            _ => self.list.push(Span {
                teks: text.to_owned(),
                tebal,
                miring,
                tanda,
            }),
        }
    }
}

/// A line in which nothing but emphasis is left to Markdown.
fn escape(line: &str) -> String {
    let char: Vec<char> = line.trim().chars().collect();
    // A rule (`***`, `_ _ _`) or a place to fill in is no emphasis.
    let bare = char
        .iter()
        .all(|c| matches!(c, '*' | '_') || c.is_whitespace());
    let mut out = String::with_capacity(line.len() * 2);
    for (at, &c) in char.iter().enumerate() {
        let emphasis = match c {
            '*' => !bare && !between_digits(&char, at),
            '_' => !bare && run(&char, at) < 3,
            _ => false,
        };
        if c.is_ascii_punctuation() && !emphasis {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Whether a star multiplies: `5*3`, `n*100`.
fn between_digits(char: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| char.get(at));
    let (Some(before), Some(after)) = (before, char.get(at + 1)) else {
        return false;
    };
    before.is_alphanumeric()
        && after.is_alphanumeric()
        && (before.is_ascii_digit() || after.is_ascii_digit())
}

/// Length of the run of the same character around `at`.
fn run(char: &[char], at: usize) -> usize {
    let same = |c: &&char| Some(*c) == char.get(at);
    let before = char.iter().take(at).rev().take_while(same).count();
    before + char.iter().skip(at).take_while(same).count()
}
