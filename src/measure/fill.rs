//! Lines that a text takes at a width, filled one after the other as typst fills ragged
//! lines.

use super::pieces::{After, Pieces};

/// How a text was filled into lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Lines {
    /// Their number; one for an empty text.
    pub(super) count: u32,
    /// How many end in a hyphen.
    pub(super) hyphens: u32,
}

impl Pieces {
    /// Fills lines of a width: with `divide` at every syllable, else only in words that no
    /// line holds. `ends` gets the index of the last piece of each line.
    pub(super) fn fill(&self, width: u32, divide: bool, mut ends: impl FnMut(usize)) -> Lines {
        let list = &self.list;
        let mut lines = Lines::default();
        let mut start = 0;
        while start < list.len() {
            let end = self.line_end(start, width, divide);
            lines.count += 1;
            lines.hyphens += u32::from(list[end].after == After::Hyphen);
            ends(end);
            start = end + 1;
        }
        lines.count = lines.count.max(1);
        lines
    }

    /// The last piece of the line that begins with piece `start`.
    fn line_end(&self, start: usize, width: u32, divide: bool) -> usize {
        let list = &self.list;
        let mut x = 0;
        let mut fits = None;
        // Ends within a word, for a word that no line holds.
        let mut within = None;
        for (at, piece) in list.iter().enumerate().skip(start) {
            x += piece.width;
            if x > width {
                break;
            }
            if x - piece.width + self.alone(piece) <= width {
                if piece.after != After::Hyphen || divide {
                    fits = Some(at);
                    within = None;
                } else {
                    within = Some(at);
                }
            }
            match piece.after {
                After::Line => return at,
                After::Space => x += self.space,
                After::Hyphen | After::Bare => {}
            }
        }
        // Whole words first: a word is divided where it begins the line, or where the
        // next line could not hold it either.
        match (fits, within) {
            (Some(at), Some(deeper)) if self.is_wider(at + 1, width) => deeper,
            (Some(at), _) | (None, Some(at)) => at,
            (None, None) => start,
        }
    }

    /// Whether the word that begins with this piece is wider than a line.
    fn is_wider(&self, start: usize, width: u32) -> bool {
        let mut x = 0;
        for piece in &self.list[start..] {
            x += piece.width;
            if x > width {
                return true;
            }
            if piece.after != After::Hyphen {
                return false;
            }
        }
        false
    }

    /// The fewest lines at a width, and with how many hyphens.
    pub(super) fn fewest(&self, width: u32) -> Lines {
        let whole = self.fill(width, false, |_| {});
        if whole.count == 1 {
            return whole;
        }
        let divided = self.fill(width, true, |_| {});
        if divided.count < whole.count {
            divided
        } else {
            whole
        }
    }
}
