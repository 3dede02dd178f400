//! Strategic issues (subchapter 3.5).

use rust_decimal::Decimal;

use super::{Entry, Located};

/// A strategic issue with its USG scores, where the agency used that method.
#[derive(Debug, Clone)]
pub struct IsuStrategis {
    /// The issue.
    pub uraian: Located<String>,
    /// Urgency, a score.
    pub urgency: Entry<Decimal>,
    /// Seriousness, a score.
    pub seriousness: Entry<Decimal>,
    /// Growth, a score.
    pub growth: Entry<Decimal>,
}
