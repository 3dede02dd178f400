//! Soft hyphens that no line ends at are no text: whoever searches the PDF for a word
//! types none, and a program that reads it would find the word in two.

use std::ops::Range;

use typst::layout::{Frame, FrameItem};
use typst::model::Document as _;
use typst::text::TextItem;
use typst_layout::PagedDocument;

const SOFT: char = '\u{ad}';

/// The document without them; a hyphen that a line shows stays one.
pub(super) fn without_soft_hyphens(document: PagedDocument) -> PagedDocument {
    if !document.pages().iter().any(|page| holds(&page.frame)) {
        return document;
    }
    let info = document.info().clone();
    let mut pages = document.pages().to_vec();
    // The pages are changed where they are: a second owner would have them copied.
    drop(document);
    for page in &mut pages {
        clear(&mut page.frame);
    }
    PagedDocument::new(pages.into_iter().collect(), info)
}

/// Whether a frame has any: most have none, and are not copied.
fn holds(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => holds(&group.frame),
        FrameItem::Text(text) => text.text.contains(SOFT),
        FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {
            false
        }
    })
}

fn clear(frame: &mut Frame) {
    if !holds(frame) {
        return;
    }
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => clear(&mut group.frame),
            FrameItem::Text(text) => strip(text),
            FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Link(..)
            | FrameItem::Tag(_) => {}
        }
        true
    });
}

/// Takes soft hyphens out of a text, but for those that a glyph of their own shows.
fn strip(item: &mut TextItem) {
    if !item.text.contains(SOFT) {
        return;
    }
    let old = item.text.clone();
    let only_soft = |range: &Range<usize>| old[range.clone()].chars().all(|c| c == SOFT);
    let shown: Vec<Range<usize>> = item
        .glyphs
        .iter()
        .map(typst::text::Glyph::range)
        .filter(|range| !range.is_empty() && only_soft(range))
        .collect();
    let mut text = String::with_capacity(old.len());
    // Where each byte went.
    let mut moved = Vec::with_capacity(old.len() + 1);
    for (at, c) in old.char_indices() {
        moved.resize(moved.len() + c.len_utf8(), text.len());
        if c != SOFT || shown.iter().any(|range| range.contains(&at)) {
            text.push(c);
        }
    }
    moved.push(text.len());
    for glyph in &mut item.glyphs {
        let range = glyph.range();
        let own = if only_soft(&range) {
            range.end
        } else {
            range.start + old[range.clone()].trim_end_matches(SOFT).len()
        };
        // Glyphs count in 16 bits; a shorter text fits them, too.
        let place = |at: usize| u16::try_from(moved[at]).unwrap_or(u16::MAX);
        glyph.range = place(range.start)..place(own);
    }
    item.text = text.into();
    own_glyph(item);
}

/// Shows a soft hyphen by the glyph that a font has for it. Typst takes that of the
/// hyphen, and a reader that knows one letter for each glyph would then read the hyphen
/// of `Undang-Undang` as a soft one, too.
fn own_glyph(item: &mut TextItem) {
    let Some(own) = item.font.ttf().glyph_index(SOFT) else {
        return;
    };
    let text = &item.text;
    for glyph in &mut item.glyphs {
        let range = glyph.range();
        if !range.is_empty() && text[range].chars().all(|c| c == SOFT) {
            glyph.id = own.0;
        }
    }
}
