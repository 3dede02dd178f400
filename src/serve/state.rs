//! What is known of every agency: its findings, and its pages while someone
//! looks at them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Semaphore, broadcast};

use super::city::City;
use super::inputs::Inputs;
use super::message::{Read, Setup, View};
use super::print_state::{Press, Printing};
use super::queue::{Job, Queue};
use crate::diagnostic::{Diagnostics, Origin};
use crate::pipeline::Options;
use crate::worker;

/// Agencies whose pages are kept; a page is some hundred kilobytes.
const KEPT: usize = 3;
/// Mebibytes of all uploads on their way together.
const TOGETHER: usize = 192;
/// Events that a slow browser may be behind; then it asks for everything.
const BEHIND: usize = 64;

/// What the browsers are told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Told {
    /// An agency, by its workbook.
    Opd(String),
    /// The city.
    City,
    /// The run that prints all.
    Printing,
}

/// Everything that the page shows.
pub(super) struct AppState {
    pub(super) inputs: Inputs,
    pub(super) options: Options,
    pub(super) city: City,
    pub(super) queue: Queue,
    pub(super) event: broadcast::Sender<Told>,
    /// What prints all.
    pub(super) press: Press,
    /// Where workbooks are opened, checked and laid out.
    pub(super) worker: worker::WorkerSlot<Setup>,
    /// Room for uploads on their way, in mebibytes.
    pub(super) uploads: Arc<Semaphore>,
    /// Held while a workbook is replaced.
    pub(super) storing: Mutex<()>,
    /// What agencies show next to each other.
    pub(super) neighbours: Mutex<Diagnostics>,
    /// The run that prints all.
    pub(super) printing: Mutex<Printing>,
    opd: Mutex<BTreeMap<String, Opd>>,
}

/// One agency.
#[derive(Clone, Default)]
pub(super) struct Opd {
    /// What was read last, if it could be read.
    pub(super) read: Option<Arc<Read>>,
    /// Findings of a file that could not be read.
    pub(super) refused: Diagnostics,
    /// The last good pages.
    pub(super) view: Option<Arc<View>>,
    /// Why there are no newer ones.
    pub(super) trouble: Option<String>,
    /// Whether it is waiting for its turn or in work.
    pub(super) busy: bool,
    /// Whether its pages were asked for and are not there yet.
    pub(super) asked: bool,
    /// Order in which it was last looked at; 0 if nobody does.
    pub(super) seen: u64,
    /// Cells that the last save changed.
    pub(super) changed: Vec<Origin>,
}

impl AppState {
    pub(super) fn new(
        inputs: Inputs,
        options: Options,
        city: City,
        worker: worker::WorkerSlot<Setup>,
        press: Press,
    ) -> Self {
        Self {
            worker,
            press,
            uploads: Arc::new(Semaphore::new(TOGETHER)),
            storing: Mutex::new(()),
            inputs,
            options,
            city,
            queue: Queue::default(),
            event: broadcast::channel(BEHIND).0,
            neighbours: Mutex::default(),
            printing: Mutex::default(),
            opd: Mutex::default(),
        }
    }

    /// A workbook is there.
    pub(super) fn upsert(&self, name: &str) {
        self.opd().entry(name.to_owned()).or_default().busy = true;
        self.tell(name);
    }

    /// A workbook is gone.
    pub(super) fn remove(&self, name: &str) {
        self.opd().remove(name);
        self.queue.later(Job::City);
        self.tell(name);
    }

    /// Everything is read again: first what someone looks at.
    pub(super) fn refresh_all(&self) {
        for (name, opd) in self.all() {
            self.upsert(&name);
            if opd.seen > 0 {
                self.queue.now(Job::Refresh(name));
            } else {
                self.queue.later(Job::Refresh(name));
            }
        }
    }

    /// All agencies as they stand.
    pub(super) fn all(&self) -> Vec<(String, Opd)> {
        let opd = self.opd();
        let each = opd.iter().map(|(name, opd)| (name.clone(), opd.clone()));
        each.collect()
    }

    /// One agency as it stands.
    pub(super) fn get(&self, name: &str) -> Option<Opd> {
        self.opd().get(name).cloned()
    }

    /// Someone looks at it: its pages are wanted.
    pub(super) fn open(&self, name: &str) -> Option<Opd> {
        let mut list = self.opd();
        let latest = list.values().map(|opd| opd.seen).max().unwrap_or(0);
        let opd = list.get_mut(name)?;
        opd.seen = latest + 1;
        let missing = opd.view.is_none() && opd.trouble.is_none() && !opd.asked;
        if missing {
            opd.asked = true;
            opd.busy = true;
        }
        let found = opd.clone();
        // The pages of those not looked at for longest are given up.
        let mut seen: Vec<u64> = list.values().map(|opd| opd.seen).collect();
        seen.sort_unstable_by(|a, b| b.cmp(a));
        if let Some(limit) = seen.get(KEPT) {
            for opd in list.values_mut().filter(|opd| opd.seen <= *limit) {
                opd.view = None;
                opd.seen = 0;
            }
        }
        drop(list);
        if missing {
            self.queue.now(Job::Refresh(name.to_owned()));
        }
        Some(found)
    }

    /// Changes what is known of an agency and tells the browsers.
    pub(super) fn update(&self, name: &str, change: impl FnOnce(&mut Opd)) {
        if let Some(opd) = self.opd().get_mut(name) {
            change(opd);
        }
        self.tell(name);
    }

    fn tell(&self, name: &str) {
        self.say(Told::Opd(name.to_owned()));
    }

    /// Tells the browsers.
    pub(super) fn say(&self, what: Told) {
        // Nobody listening is no failure.
        let _ = self.event.send(what);
    }

    fn opd(&self) -> MutexGuard<'_, BTreeMap<String, Opd>> {
        self.opd.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
