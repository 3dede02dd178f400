//! Files that are being written by an office program: what changed, once a
//! change, and not before the file is whole.
//!
//! Excel, `LibreOffice` and WPS write a temporary file and rename it, or delete
//! and rename, or write in place; they hold `~$` lock files; network drives say
//! nothing at all. So an event of the system is only a reason to look at once.
//! What counts is the file itself, looked at again and again: its size and time
//! must have come to rest, its digest must be new, and it must be whole.

mod file;
mod os_events;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use file::{Known, Look, Pending};
use os_events::{OsEvents, Signal};

/// How long the watch waits for what.
#[derive(Debug, Clone, Copy)]
pub struct Timing {
    /// How long a file must be at rest before it is read.
    pub quiet: Duration,
    /// How often files are looked at without any event.
    pub poll: Duration,
    /// How long a file that is missing or not whole is waited for.
    pub retry: Duration,
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            quiet: Duration::from_millis(50),
            poll: Duration::from_secs(1),
            retry: Duration::from_secs(4),
        }
    }
}

/// What happened to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It is new or says something else.
    Written(PathBuf),
    /// It is no longer there.
    Gone(PathBuf),
}

impl Change {
    /// Which file.
    pub fn path(&self) -> &Path {
        match self {
            Self::Written(path) | Self::Gone(path) => path,
        }
    }
}

/// Which files are watched, asked again at every look.
pub type List = Box<dyn FnMut() -> Vec<PathBuf> + Send>;

/// Whether a file's bytes are all there.
pub type Whole = Box<dyn Fn(&Path, &[u8]) -> bool + Send>;

/// Ends a [`Watch`] from another thread.
#[derive(Debug, Clone)]
pub struct Stop(Sender<Signal>);

impl Stop {
    /// Lets [`Watch::wait`] return `None`.
    pub fn stop(&self) {
        // A watch that is gone needs no stopping.
        let _ = self.0.send(Signal::Stop);
    }
}

/// A watch over some files.
pub struct Watch {
    timing: Timing,
    list: List,
    whole: Whole,
    known: BTreeMap<PathBuf, Known>,
    pending: BTreeMap<PathBuf, Pending>,
    signal: Receiver<Signal>,
    sender: Sender<Signal>,
    /// Kept, for events end with it.
    _events: OsEvents,
}

impl Watch {
    /// Begins to watch. What the files say now is what changes are seen from.
    /// `folder` are the folders whose events are heard, where the system gives
    /// any.
    pub fn new(timing: Timing, folders: &[PathBuf], list: List, whole: Whole) -> Self {
        let (sender, signal) = std::sync::mpsc::channel();
        let events = OsEvents::new(folders, &sender);
        let mut watch = Self {
            timing,
            list,
            whole,
            known: BTreeMap::new(),
            pending: BTreeMap::new(),
            signal,
            sender,
            _events: events,
        };
        for path in (watch.list)() {
            if let Some(known) = Known::now(&path) {
                watch.known.insert(path, known);
            }
        }
        watch
    }

    /// A handle that ends the watch.
    pub fn stopper(&self) -> Stop {
        Stop(self.sender.clone())
    }

    /// Waits for the next changes; `None` once stopped.
    pub fn wait(&mut self) -> Option<Vec<Change>> {
        loop {
            match self.signal.recv_timeout(self.pause()) {
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
                Ok(Signal::Touched(path)) => self.on_event(&path),
                Err(RecvTimeoutError::Timeout) => {}
            }
            while let Ok(signal) = self.signal.try_recv() {
                match signal {
                    Signal::Stop => return None,
                    Signal::Touched(path) => self.on_event(&path),
                }
            }
            let change = self.look();
            if !change.is_empty() {
                return Some(change);
            }
        }
    }

    /// Until when nothing can be new: no longer than it takes a file to come to rest, for
    /// someone waits for it.
    fn pause(&self) -> Duration {
        let now = Instant::now();
        let rest = self.pending.values().map(|file| file.rest(now));
        let pause = rest.map(|rest| match self.timing.quiet.checked_sub(rest) {
            // A moment more, or the clock's steps let it be looked at once too early.
            Some(left) => left + Duration::from_millis(1),
            // At rest, but missing or not whole.
            None => self.timing.quiet,
        });
        pause.min().unwrap_or(self.timing.poll)
    }

    /// A file that an event names is read even if its size and time are the
    /// same: some file systems count time in steps of two seconds.
    fn on_event(&mut self, path: &[PathBuf]) {
        // By name: an event may spell the folder in another way than the list.
        let heard = |known: &&PathBuf| {
            path.iter()
                .any(|path| path.file_name() == known.file_name())
        };
        let known: Vec<PathBuf> = self.known.keys().filter(heard).cloned().collect();
        for path in known {
            self.pending.entry(path).or_insert_with(Pending::heard);
        }
    }

    fn look(&mut self) -> Vec<Change> {
        let now = Instant::now();
        let mut paths = (self.list)();
        paths.extend(self.known.keys().cloned());
        paths.extend(self.pending.keys().cloned());
        paths.sort();
        paths.dedup();
        let mut change = Vec::new();
        for path in paths {
            let known = self.known.get(&path);
            let pending = self.pending.remove(&path);
            match file::look(&path, known, pending, now, &self.timing, &self.whole) {
                Look::Same => {}
                Look::Touched(known) => {
                    self.known.insert(path, known);
                }
                Look::Wait(pending) => {
                    self.pending.insert(path, pending);
                }
                Look::Written(known) => {
                    self.known.insert(path.clone(), known);
                    change.push(Change::Written(path));
                }
                Look::Gone => {
                    self.known.remove(&path);
                    change.push(Change::Gone(path));
                }
            }
        }
        change
    }
}
