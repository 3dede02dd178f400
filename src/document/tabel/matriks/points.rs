//! Lengths as the templates get them.

use serde::{Serialize, Serializer};

/// Hundredths of a point, written as points.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Points(pub(super) u32);

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (f64::from(self.0) / 100.0).serialize(serializer)
    }
}
