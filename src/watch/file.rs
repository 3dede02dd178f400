//! One look at one file.

use std::io;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use super::{Timing, Whole};

/// What a file said when it was last read.
#[derive(Debug, Clone)]
pub(super) struct Known {
    stamp: Stamp,
    digest: blake3::Hash,
}

/// Size and time: cheap to ask, and enough to see that it was written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    size: u64,
    modified: Option<SystemTime>,
}

/// A file that may have changed and has not come to rest.
#[derive(Debug, Clone)]
pub(super) struct Pending {
    /// What it looked like last; `None` for a file that is not there.
    stamp: Option<Stamp>,
    /// Since when it looks like that; `None` before the first look.
    since: Option<Instant>,
}

/// What a look says.
pub(super) enum Look {
    /// Nothing happened.
    Same,
    /// It was written without a change.
    Touched(Known),
    /// To be looked at again soon.
    Wait(Pending),
    /// It says something new.
    Written(Known),
    /// It is gone for good.
    Gone,
}

impl Known {
    /// The file as it is; `None` if it cannot be read.
    pub(super) fn now(path: &Path) -> Option<Self> {
        let stamp = Stamp::of(path)?;
        let digest = blake3::hash(&std::fs::read(path).ok()?);
        Some(Self { stamp, digest })
    }
}

impl Stamp {
    fn of(path: &Path) -> Option<Self> {
        let meta = std::fs::metadata(path).ok()?;
        meta.is_file().then(|| Self {
            size: meta.len(),
            modified: meta.modified().ok(),
        })
    }
}

impl Pending {
    /// Named by an event, not yet looked at.
    pub(super) fn heard() -> Self {
        Self {
            stamp: None,
            since: None,
        }
    }

    /// How long it has looked like that.
    pub(super) fn rest(&self, now: Instant) -> Duration {
        self.since
            .map_or(Duration::ZERO, |since| now.duration_since(since))
    }
}

pub(super) fn look(
    path: &Path,
    known: Option<&Known>,
    pending: Option<Pending>,
    now: Instant,
    timing: &Timing,
    whole: &Whole,
) -> Look {
    let stamp = Stamp::of(path);
    if pending.is_none() && stamp == known.map(|known| known.stamp) {
        return Look::Same;
    }
    // Not at rest: the rest begins now.
    let pending = match pending {
        Some(pending) if pending.since.is_some() && pending.stamp == stamp => pending,
        _ => {
            return Look::Wait(Pending {
                stamp,
                since: Some(now),
            });
        }
    };
    let rest = pending.rest(now);
    let Some(stamp) = stamp else {
        // Deleted, or for the moment between two renames.
        return match (known, rest < timing.retry) {
            (None, _) => Look::Same,
            (Some(_), true) => Look::Wait(pending),
            (Some(_), false) => Look::Gone,
        };
    };
    if rest < timing.quiet {
        return Look::Wait(pending);
    }
    let tired = rest >= timing.retry;
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        // Held by the program that writes it.
        Err(error) if !tired || error.kind() == io::ErrorKind::NotFound => {
            return Look::Wait(pending);
        }
        Err(_) => Vec::new(),
    };
    if Stamp::of(path) != Some(stamp) {
        return Look::Wait(pending);
    }
    let read = Known {
        stamp,
        digest: blake3::hash(&bytes),
    };
    if known.is_some_and(|known| known.digest == read.digest) {
        return Look::Touched(read);
    }
    if !tired && !whole(path, &bytes) {
        return Look::Wait(pending);
    }
    Look::Written(read)
}
