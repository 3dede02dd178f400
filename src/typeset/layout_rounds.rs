//! How often a document was laid out.
//!
//! typst lays a document out again until what its pages say of each other, such as the
//! numbers in the contents, is true of the pages it just laid out. Each round costs time,
//! so their number is counted, and a test holds it.

use std::cell::Cell;

use typst::diag::SourceResult;
use typst::engine::Engine;
use typst::foundations::{Content, Output, StyleChain, Target};
use typst::introspection::Introspector;
use typst_layout::PagedDocument;

thread_local! {
    /// Rounds of the layout that this thread is at.
    static ROUNDS: Cell<usize> = const { Cell::new(0) };
}

/// Begins to count.
pub(super) fn begin() {
    ROUNDS.set(0);
}

/// A document, and in which round it was laid out, from 1.
pub(super) struct Round {
    pub(super) document: PagedDocument,
    pub(super) number: usize,
}

impl Output for Round {
    fn target() -> Target {
        PagedDocument::target()
    }

    fn create(engine: &mut Engine, content: &Content, styles: StyleChain) -> SourceResult<Self> {
        let number = ROUNDS.get() + 1;
        ROUNDS.set(number);
        let document = PagedDocument::create(engine, content, styles)?;
        Ok(Self { document, number })
    }

    fn introspector(&self) -> &dyn Introspector {
        Output::introspector(&self.document)
    }
}
