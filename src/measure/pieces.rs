//! A cell's text in pieces that no line end parts.

use super::font::Face;
use super::hyphen::{is_code, points};

/// What may follow a piece at the end of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// A blank, which the line end takes the place of.
    Space,
    /// A hyphen, which only a line end shows.
    Hyphen,
    /// Nothing: after a slash or a dash, or within what is too long for any column.
    Bare,
    /// The line ends here whatever its width.
    Line,
}

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its width, in thousandths of the type size.
    pub(super) width: u32,
    /// What follows it.
    pub(super) after: After,
    /// Where it ends in the text, in bytes; a blank behind it does not count.
    pub(super) end: usize,
}

/// A text in pieces, with the widths of what stands between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Pieces {
    pub(super) list: Vec<Piece>,
    pub(super) space: u32,
    pub(super) hyphen: u32,
}

/// Letters up to which a number, a code or a word without syllables stays whole.
const WHOLE: usize = 26;
/// Letters of a short form before a slash, with the slash.
const SHORT: usize = 3;
/// Letters of its parts where it is longer.
const PART: usize = 8;

/// Letters and digits with which a text begins.
fn run(text: &str) -> usize {
    text.chars().take_while(|c| c.is_alphanumeric()).count()
}

impl Pieces {
    /// Cuts a text. With `whole` its lines are parted nowhere, as an amount is not.
    pub(super) fn cut(text: &str, face: &Face, whole: bool) -> Self {
        let mut pieces = Self {
            list: Vec::new(),
            space: face.width(" "),
            hyphen: face.width("-"),
        };
        for line in text.split_inclusive('\n') {
            let base = line.as_ptr() as usize - text.as_ptr() as usize;
            let line = line.trim_end_matches(['\n', '\r']);
            if whole {
                let after = After::Line;
                pieces.push(face.width(line), after, base + line.len());
            } else {
                pieces.line(line, base, face);
            }
        }
        pieces
    }

    fn push(&mut self, width: u32, after: After, end: usize) {
        self.list.push(Piece { width, after, end });
    }

    fn line(&mut self, line: &str, base: usize, face: &Face) {
        let mut at = 0;
        for token in line.split(' ') {
            if !token.is_empty() {
                self.token(token, base + at, face);
            }
            at += token.len() + 1;
        }
        match self.list.last_mut() {
            Some(last) if last.end > base => last.after = After::Line,
            _ => self.push(0, After::Line, base + line.len()),
        }
    }

    /// Pieces of what stands between two blanks.
    fn token(&mut self, token: &str, base: usize, face: &Face) {
        let mut from = 0;
        let mut sign = false;
        for (at, c) in token.char_indices() {
            // A line may end behind a slash or a dash, but for one before a number or within
            // what is as short as K/L.
            let is_place = sign && c.is_alphabetic() && at > from;
            if is_place && !(at - from <= SHORT && run(&token[at..]) < SHORT) {
                self.word(&token[from..at], base + from, After::Bare, face);
                from = at;
            }
            sign = at > 0 && matches!(c, '/' | '-' | '–' | '—');
        }
        self.word(&token[from..], base + from, After::Space, face);
    }

    /// Pieces of a word between its signs.
    fn word(&mut self, word: &str, base: usize, after: After, face: &Face) {
        let letters = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lead = word.find(letters).unwrap_or(0);
        let syllables = if is_code(word) {
            Vec::new()
        } else {
            points(letters)
        };
        let mut from = 0;
        for at in syllables {
            let end = lead + at;
            self.push(face.width(&word[from..end]), After::Hyphen, base + end);
            from = end;
        }
        let rest = &word[from..];
        let count = rest.chars().count();
        if count <= WHOLE {
            self.push(face.width(rest), after, base + word.len());
            return;
        }
        let starts: Vec<usize> = rest
            .char_indices()
            .map(|(at, _)| at)
            .step_by(PART)
            .chain([rest.len()])
            .collect();
        for pair in starts.windows(2) {
            let last = pair[1] == rest.len();
            let after = if last { after } else { After::Bare };
            self.push(
                face.width(&rest[pair[0]..pair[1]]),
                after,
                base + from + pair[1],
            );
        }
    }

    /// The widest piece, with its hyphen: no column is narrower.
    pub(super) fn widest(&self) -> u32 {
        self.list
            .iter()
            .map(|piece| self.alone(piece))
            .max()
            .unwrap_or(0)
    }

    /// The widest word, its syllables together.
    pub(super) fn widest_word(&self) -> u32 {
        let mut widest = 0;
        let mut width = 0;
        for piece in &self.list {
            width += piece.width;
            widest = widest.max(width);
            if piece.after != After::Hyphen {
                width = 0;
            }
        }
        widest
    }

    /// The width at which each of its lines stays whole.
    pub(super) fn natural(&self) -> u32 {
        let mut widest = 0;
        let mut width = 0;
        for piece in &self.list {
            width += piece.width;
            widest = widest.max(width);
            match piece.after {
                After::Space => width += self.space,
                After::Line => width = 0,
                After::Hyphen | After::Bare => {}
            }
        }
        widest
    }

    pub(super) fn alone(&self, piece: &Piece) -> u32 {
        piece.width
            + if piece.after == After::Hyphen {
                self.hyphen
            } else {
                0
            }
    }
}
