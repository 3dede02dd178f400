//! A value on its way to the page: typed by the office, or computed by the program.

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::Entry;

/// What a cell of a table shows. A computed value stands only where the office left
/// the cell empty, and says so in the document's data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Printed<T> {
    /// What the cell holds.
    Typed(Entry<T>),
    /// What the program computed for an empty cell.
    Computed(T),
}

impl<T> Printed<T> {
    /// The typed entry; the computed value where the cell is empty and there is one.
    pub fn or_computed(typed: Entry<T>, computed: impl FnOnce() -> Option<T>) -> Self {
        if typed.is_missing()
            && let Some(computed) = computed()
        {
            return Self::Computed(computed);
        }
        Self::Typed(typed)
    }
}

impl<T: Serialize> Serialize for Printed<T> {
    /// The entry, or `{"hitungan": …}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Typed(entry) => entry.serialize(serializer),
            Self::Computed(value) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("hitungan", value)?;
                map.end()
            }
        }
    }
}
