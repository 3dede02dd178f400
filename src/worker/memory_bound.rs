//! A process bounds its own memory. What goes beyond is not given, and the
//! process ends by itself.

use std::sync::OnceLock;

/// The program's allocator reserves a gibibyte at once, which the bound would
/// count: this makes it reserve as it goes, 32 MiB each time.
pub const RESERVE: (&str, &str) = ("MIMALLOC_ARENA_RESERVE", "32768");

/// How the program's allocator is bound, where the system does not do it.
static ALLOCATOR: OnceLock<fn(usize)> = OnceLock::new();

/// Names what bounds the program's allocator; for systems other than Linux.
pub fn with_allocator(bound: fn(usize)) {
    let _ = ALLOCATOR.set(bound);
}

/// Bounds the memory of this process to so many bytes. Where the system does
/// not do it there is only the bound of the allocator.
pub fn bound_memory(bytes: u64) {
    if let Some(bound) = ALLOCATOR.get() {
        bound(usize::try_from(bytes).unwrap_or(usize::MAX));
    }
    system(bytes);
}

/// Data rather than address space: code and reserved room are no memory.
#[cfg(target_os = "linux")]
fn system(bytes: u64) {
    // A system that refuses a lower bound has one of its own.
    let _ = rlimit::Resource::DATA.set(bytes, bytes);
    // An aborted process leaves no image of its memory behind.
    let _ = rlimit::Resource::CORE.set(0, 0);
}

#[cfg(not(target_os = "linux"))]
fn system(_: u64) {}
