//! Texts that many cells share, cleaned once: a hostile file puts one long text of
//! blanks into every cell.

use std::collections::HashMap;

use super::text::clean;

/// Which of the shared texts were cleaned, by their places.
#[derive(Debug, Default)]
pub(super) struct Cleaned {
    list: HashMap<usize, Box<str>>,
}

/// Texts up to this length are cleaned faster than they are looked up.
const SHORT: usize = 256;

impl Cleaned {
    /// The clean form of a shared text, perhaps empty, handed to `take`.
    pub fn with<T>(&mut self, place: usize, raw: &str, take: impl FnOnce(&str) -> T) -> T {
        if raw.len() < SHORT {
            return take(&clean(raw).unwrap_or_default());
        }
        let clean = || clean(raw).unwrap_or_default().into_boxed_str();
        take(self.list.entry(place).or_insert_with(clean))
    }
}
