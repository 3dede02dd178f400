//! Texts word by word, by subchapter.

use serde::Serialize;
use similar::{ChangeTag, DiffOp, TextDiff};

use super::change::Fate;
use super::document::Passage;
use crate::model::text::{one_line, plain};

/// Words that are shown of what stays the same around a change.
const AROUND: usize = 8;

/// A text that is different.
#[derive(Debug, Serialize)]
pub struct PassageChange {
    /// Its place, `1.1`.
    pub subbab: String,
    /// Title of the place.
    pub judul: String,
    /// What became of it.
    pub keterangan: Fate,
    /// Paragraphs that are different, new or gone.
    pub alinea: Vec<Vec<Piece>>,
}

/// Words of a paragraph.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// What became of them.
    pub jenis: PieceFate,
    /// The words.
    pub teks: String,
}

/// What became of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PieceFate {
    /// They stay.
    Tetap,
    /// They are gone.
    Hapus,
    /// They are new.
    Tambah,
}

/// The texts that are different. Under two regulations one number is not one place:
/// places are then known by their titles.
pub(super) fn changes(a: &[Passage], b: &[Passage], by_title: bool) -> Vec<PassageChange> {
    let key = |passage: &Passage| {
        if by_title {
            let title = passage
                .judul
                .trim_start_matches(|c: char| !c.is_alphabetic());
            plain(title)
        } else {
            passage.slot.clone()
        }
    };
    let find = |list: &'_ [Passage], wanted: &str| {
        let found = list.iter().find(|passage| key(passage) == wanted);
        found.map(|passage| passage.isi.clone())
    };
    let mut list = Vec::new();
    let gone = a.iter().filter(|passage| find(b, &key(passage)).is_none());
    for passage in b.iter().chain(gone) {
        let (before, now) = (find(a, &key(passage)), find(b, &key(passage)));
        let keterangan = match (&before, &now) {
            (None, _) => Fate::Baru,
            (_, None) => Fate::Dihapus,
            _ => Fate::Berubah,
        };
        let alinea = paragraphs(&before.unwrap_or_default(), &now.unwrap_or_default());
        if !alinea.is_empty() {
            list.push(PassageChange {
                subbab: passage.slot.clone(),
                judul: passage.judul.clone(),
                keterangan,
                alinea,
            });
        }
    }
    list
}

fn lines(text: &str) -> Vec<String> {
    let line = text.lines().map(one_line);
    line.filter(|line| !line.is_empty()).collect()
}

/// The paragraphs that are different.
fn paragraphs(a: &str, b: &str) -> Vec<Vec<Piece>> {
    let (a, b) = (lines(a), lines(b));
    let diff = TextDiff::from_slices(
        &a.iter().map(String::as_str).collect::<Vec<_>>(),
        &b.iter().map(String::as_str).collect::<Vec<_>>(),
    )
    .ops()
    .to_vec();
    let mut list = Vec::new();
    for op in diff {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (mut gone, mut new) = (
            a[op.old_range()].iter().map(String::as_str),
            b[op.new_range()].iter().map(String::as_str),
        );
        loop {
            let pieces = match (gone.next(), new.next()) {
                (None, None) => break,
                (Some(a), Some(b)) => words(a, b),
                (Some(a), None) => vec![piece(PieceFate::Hapus, a.to_owned())],
                (None, Some(b)) => vec![piece(PieceFate::Tambah, b.to_owned())],
            };
            list.push(pieces);
        }
    }
    list
}

fn piece(jenis: PieceFate, teks: String) -> Piece {
    Piece { jenis, teks }
}

/// Two paragraphs word by word; what stays the same is cut to the words around a change.
fn words(a: &str, b: &str) -> Vec<Piece> {
    let diff = TextDiff::from_words(a, b);
    let mut pieces: Vec<Piece> = Vec::new();
    for change in diff.iter_all_changes() {
        let jenis = match change.tag() {
            ChangeTag::Equal => PieceFate::Tetap,
            ChangeTag::Delete => PieceFate::Hapus,
            ChangeTag::Insert => PieceFate::Tambah,
        };
        match pieces.last_mut().filter(|above| above.jenis == jenis) {
            Some(above) => above.teks.push_str(change.value()),
            None => pieces.push(piece(jenis, change.value().to_owned())),
        }
    }
    let end = pieces.len().saturating_sub(1);
    for (at, piece) in pieces.iter_mut().enumerate() {
        if piece.jenis == PieceFate::Tetap {
            piece.teks = shortened(&piece.teks, at > 0, at < end);
        }
    }
    pieces
}

fn shortened(text: &str, has_before: bool, has_after: bool) -> String {
    let word: Vec<&str> = text.split_whitespace().collect();
    let most = AROUND * (usize::from(has_before) + usize::from(has_after));
    if word.len() <= most + 2 {
        return text.to_owned();
    }
    let head = if has_before {
        word[..AROUND].join(" ") + " "
    } else {
        String::new()
    };
    let tail = if has_after {
        format!(" {} ", word[word.len() - AROUND..].join(" "))
    } else {
        String::new()
    };
    let begin = if has_before { " " } else { "" };
    format!("{begin}{head}…{tail}")
}
