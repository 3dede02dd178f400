//! Events of the system, where it gives any.

use std::path::PathBuf;
use std::sync::mpsc::Sender;

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

/// What wakes a watch.
#[derive(Debug)]
pub(super) enum Signal {
    /// Something happened to these files.
    Touched(Vec<PathBuf>),
    /// The watch is to end.
    Stop,
}

/// Sends a signal an event for as long as it lives.
pub(super) struct OsEvents(
    #[expect(dead_code, reason = "events end when it is dropped")] Option<RecommendedWatcher>,
);

impl OsEvents {
    /// Listens to folders. Where the system cannot (a network drive, no more
    /// handles), nothing is lost but time: the files are looked at anyway.
    pub(super) fn new(folders: &[PathBuf], sender: &Sender<Signal>) -> Self {
        let sender = sender.clone();
        let heard = move |event: notify::Result<Event>| {
            // Reading a file is an event too, and our own.
            if let Ok(event) = event
                && !event.kind.is_access()
            {
                let _ = sender.send(Signal::Touched(event.paths));
            }
        };
        let Ok(mut watcher) = notify::recommended_watcher(heard) else {
            return Self(None);
        };
        for folder in folders {
            let _ = watcher.watch(folder, RecursiveMode::NonRecursive);
        }
        Self(Some(watcher))
    }
}
