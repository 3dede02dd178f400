//! What a page looks like, as a number.

use std::hash::{Hash, Hasher};

use typst::layout::{Frame, FrameItem};
use typst_layout::Page;

/// A digest of what is seen on a page. Its marks of places and its links are
/// left out: they name places by all that comes before them, so that one
/// changed cell gives new ones to every page behind it.
pub(super) fn page_digest(page: &Page) -> u128 {
    typst::utils::hash128(&Seen(page))
}

struct Seen<'a>(&'a Page);

impl Hash for Seen<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.fill.hash(state);
        frame(&self.0.frame, state);
    }
}

fn frame<H: Hasher>(each: &Frame, state: &mut H) {
    each.size().hash(state);
    for (position, item) in each.items() {
        let kind = std::mem::discriminant(item);
        match item {
            FrameItem::Group(group) => {
                (kind, position, group.transform, &group.clip).hash(state);
                frame(&group.frame, state);
            }
            FrameItem::Text(text) => (kind, position, text).hash(state),
            FrameItem::Shape(shape, _) => (kind, position, shape).hash(state),
            FrameItem::Image(image, size, _) => (kind, position, image, size).hash(state),
            FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}
