//! How much a document may take.

use std::time::Duration;

const MEBIBYTE: u64 = 1 << 20;

/// How much a document may take before it is given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Memory of a worker, in bytes.
    pub memory: u64,
    /// How long a document may take.
    pub time: Duration,
}

impl Limits {
    /// Of `mebibytes` and `seconds`; the usual ones where nothing is said.
    pub fn new(mebibytes: Option<u64>, seconds: Option<u64>) -> Self {
        let usual = Self::default();
        Self {
            memory: mebibytes.map_or(usual.memory, |most| most.saturating_mul(MEBIBYTE)),
            time: seconds.map_or(usual.time, Duration::from_secs),
        }
    }

    /// The memory for people: `2.048 MiB`.
    pub fn memory_text(self) -> String {
        let mebibytes = self.memory / MEBIBYTE;
        match mebibytes {
            0..1_000 => format!("{mebibytes} MiB"),
            _ => format!("{}.{:03} MiB", mebibytes / 1_000, mebibytes % 1_000),
        }
    }
}

impl Default for Limits {
    /// Enough for a T-C.27 of 5,000 rows on a slow office computer, which is
    /// several times the largest plan of any agency.
    fn default() -> Self {
        Self {
            memory: 2_048 * MEBIBYTE,
            time: Duration::from_mins(10),
        }
    }
}
