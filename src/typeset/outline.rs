//! The headings of a laid out document: what becomes its bookmarks.

use typst::foundations::{NativeElement, StyleChain};
use typst::introspection::Introspector;
use typst::model::HeadingElem;

use super::compile::Typeset;

/// A heading with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Depth, from 1.
    pub level: usize,
    /// Number and title.
    pub title: String,
    /// Physical page, from 1.
    pub page: usize,
}

/// The headings that become bookmarks, in the order of the document.
pub fn outline(typeset: &Typeset<'_>) -> Vec<Heading> {
    let introspector = typeset.document.introspector();
    let element = introspector.query(&HeadingElem::ELEM.select());
    let heading = element.iter().filter_map(|element| {
        let heading = element.to_packed::<HeadingElem>()?;
        let style = StyleChain::default();
        let bookmarked = heading
            .bookmarked
            .get(style)
            .unwrap_or_else(|| heading.outlined.get(style));
        if !bookmarked {
            return None;
        }
        let text = heading.body.plain_text();
        Some(Heading {
            level: heading.resolve_level(style).get(),
            title: match &heading.numbers {
                Some(number) => format!("{number} {text}"),
                None => text.to_string(),
            },
            page: introspector.page(element.location()?)?.get(),
        })
    });
    heading.collect()
}
