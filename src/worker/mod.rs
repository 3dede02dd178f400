//! Processes that work for this one: a document that takes all memory, never
//! ends or crashes the program costs its own process and nothing else.
//!
//! ```text
//! Worker (here) ─ frames on stdin ─► the same program, as `renstra pekerja …` ─► Requests (there)
//!               ◄─ frames on stdout ─
//! ```
//!
//! What is asked and answered is the caller's own; here it is only bytes. A
//! worker does several documents, so that fonts and templates load once.

mod blob;
mod client;
mod finding;
mod frame;
mod injected_fault;
mod limits;
mod lost;
mod memory_bound;
mod panicked;
mod path;
mod server;
mod slot;
mod stderr_tail;

pub use blob::Blob;
pub use client::Worker;
pub use finding::{FAILED, TOO_MUCH_MEMORY, TOO_SLOW, of_lost};
pub use injected_fault::fault;
pub use limits::Limits;
pub use lost::Lost;
pub use memory_bound::{RESERVE, bound_memory, with_allocator};
pub use panicked::{guarded, place};
pub use path::{os_string, os_strings};
pub use server::{Reply, Request, Requests, open};
pub use slot::WorkerSlot;
pub use stderr_tail::{Tail, is_system};
