//! What an office entered in a cell: nothing, a value, or something unreadable.

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::Located;
use crate::diagnostic::Origin;

/// A cell's content after reading. Nothing entered is not zero, and an unreadable cell
/// is neither: it was reported, and a draft marks its place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Entry<T> {
    /// The worksheet has no such column.
    #[default]
    Missing,
    /// Nothing was entered in this cell (empty, `-`, `n/a`).
    Empty(Origin),
    /// A value and its cell.
    Filled(Located<T>),
    /// Something that could not be read; the finding stands at this cell.
    Broken(Origin),
}

impl<T> Entry<T> {
    /// The value, if one was entered and could be read.
    pub fn value(&self) -> Option<&T> {
        self.located().map(|located| &located.value)
    }

    /// The value with its cell.
    pub fn located(&self) -> Option<&Located<T>> {
        match self {
            Self::Filled(located) => Some(located),
            Self::Missing | Self::Empty(_) | Self::Broken(_) => None,
        }
    }

    /// The cell, if the worksheet has one for it.
    pub fn origin(&self) -> Option<&Origin> {
        match self {
            Self::Missing => None,
            Self::Filled(located) => Some(&located.origin),
            Self::Empty(origin) | Self::Broken(origin) => Some(origin),
        }
    }

    /// Whether nothing was entered.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Missing | Self::Empty(_))
    }

    /// Whether the cell could not be read.
    pub fn is_broken(&self) -> bool {
        matches!(self, Self::Broken(_))
    }

    /// The same entry with its value turned into another.
    pub fn map<U>(self, turn: impl FnOnce(T) -> U) -> Entry<U> {
        match self {
            Self::Missing => Entry::Missing,
            Self::Empty(origin) => Entry::Empty(origin),
            Self::Filled(Located { value, origin }) => Entry::Filled(Located {
                value: turn(value),
                origin,
            }),
            Self::Broken(origin) => Entry::Broken(origin),
        }
    }
}

impl<T> From<Option<Located<T>>> for Entry<T> {
    fn from(located: Option<Located<T>>) -> Self {
        located.map_or(Self::Missing, Self::Filled)
    }
}

impl<T: Serialize> Serialize for Entry<T> {
    /// `null`, the bare value, or `{"tanda": "N41"}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Missing | Self::Empty(_) => serializer.serialize_none(),
            Self::Filled(located) => located.serialize(serializer),
            Self::Broken(origin) => {
                let cell = origin.cell.map(|cell| cell.to_string()).unwrap_or_default();
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("tanda", &cell)?;
                map.end()
            }
        }
    }
}
