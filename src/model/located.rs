//! A value and the cell it was read from.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{text, trace};
use crate::diagnostic::Origin;

/// A value that remembers its cell, so that a check at the far end of the
/// program can still point at it. Serialises as the bare value: templates print
/// values, not cells; within [`super::traced`] with its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it was read.
    pub origin: Origin,
}

impl<T> Located<T> {
    /// A value read at `origin`.
    pub fn new(value: T, origin: Origin) -> Self {
        Self { value, origin }
    }

    /// The same cell with another value made from this one.
    pub fn map<U>(self, turn: impl FnOnce(T) -> U) -> Located<U> {
        Located {
            value: turn(self.value),
            origin: self.origin,
        }
    }

    /// A view that borrows the value; the origin is cheap to clone.
    pub fn as_ref(&self) -> Located<&T> {
        Located {
            value: &self.value,
            origin: self.origin.clone(),
        }
    }
}

impl Located<String> {
    /// Whether this names the same parent as the one above: offices merge a
    /// parent over its children, leave blanks below it, or repeat its text.
    pub fn continues(&self, above: &Self) -> bool {
        self.origin == above.origin || text::same(&self.value, &above.value)
    }
}

impl<T: Serialize> Serialize for Located<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        trace::serialize(&self.value, &self.origin, serializer)
    }
}

/// The form in which a value is kept with its whole place, to be read again.
pub mod kept {
    use super::{Deserialize, Deserializer, Located, Origin, Serialize, Serializer};

    /// Writes value and place.
    ///
    /// # Errors
    /// If the serializer does not take them.
    // The form is serde's.
    #[allow(clippy::ref_option)]
    pub fn serialize<T: Serialize, S: Serializer>(
        own: &Option<Located<T>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let own = own.as_ref().map(|own| (&own.value, &own.origin));
        own.serialize(serializer)
    }

    /// Reads them again.
    ///
    /// # Errors
    /// If they have another form.
    pub fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Located<T>>, D::Error> {
        let own = Option::<(T, Origin)>::deserialize(deserializer)?;
        Ok(own.map(|(value, origin)| Located::new(value, origin)))
    }
}
