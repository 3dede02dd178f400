//! The table of texts that cells point into, the same in three of the formats.

use super::limit;
use super::refusal::Refusal;
use super::text::clean;

/// The table of texts that cells point into. Texts are clean already, so that
/// one used by many cells is cleaned once.
#[derive(Debug, Default)]
pub(super) struct SharedStrings {
    list: Vec<Box<str>>,
    bytes: usize,
}

impl SharedStrings {
    /// Appends a text as it stands in the file.
    pub fn push(&mut self, raw: &str) -> Result<(), Refusal> {
        let text = clean(raw).unwrap_or_default();
        self.bytes += text.len();
        if self.list.len() >= limit::STRINGS || self.bytes > limit::STRING_BYTES {
            return Err(Refusal::UnpacksTooLarge);
        }
        self.list.push(text.into_boxed_str());
        Ok(())
    }

    /// The text at a place, perhaps an empty one; `None` if there is no such place.
    pub fn get(&self, place: usize) -> Option<&str> {
        self.list.get(place).map(AsRef::as_ref)
    }
}
