//! Where the program panicked. Rust's own words are English and for nobody who uses the
//! program; the place is what whoever mends it needs.

use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::{Mutex, PoisonError};

/// Parts of a path that are named: the crate and the file are enough.
const PARTS: usize = 4;

/// The last place. The panic may be of another thread than the work that it ends.
static LAST: Mutex<Option<String>> = Mutex::new(None);

/// `src/worker/fault.rs:21`, by what a hook is told.
pub fn place(info: &PanicHookInfo<'_>) -> String {
    let Some(location) = info.location() else {
        return "tempat yang tidak diketahui".to_owned();
    };
    let parts: Vec<&str> = location.file().split(['/', '\\']).collect();
    let from = parts.len().saturating_sub(PARTS);
    let file = parts.get(from..).unwrap_or_default().join("/");
    format!("{file}:{}", location.line())
}

/// From now on a panic of this process is remembered, and nothing is printed of it.
pub(super) fn remember() {
    panic::set_hook(Box::new(|info| {
        *LAST.lock().unwrap_or_else(PoisonError::into_inner) = Some(place(info));
    }));
}

/// Does a piece of work and turns a panic into its place.
///
/// # Errors
/// The place.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    // What `work` could leave half-changed is its own.
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        let last = LAST.lock().unwrap_or_else(PoisonError::into_inner).take();
        last.unwrap_or_else(|| "tempat yang tidak diketahui".to_owned())
    })
}
