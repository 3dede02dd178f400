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
mod bound;
mod client;
mod fault;
mod finding;
mod frame;
mod limits;
mod lost;
mod panicked;
mod path;
mod server;
mod slot;
mod tail;

pub use blob::Blob;
pub use bound::{RESERVE, bound_memory, with_allocator};
pub use client::Worker;
pub use fault::fault;
pub use finding::{FAILED, TOO_MUCH_MEMORY, TOO_SLOW, of_lost};
pub use limits::Limits;
pub use lost::Lost;
pub use panicked::{guarded, place};
pub use path::{os_string, os_strings};
pub use server::{Reply, Request, Requests, open};
pub use slot::WorkerSlot;
pub use tail::{Tail, is_system};
