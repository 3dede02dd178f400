//! What is to be done next.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

use super::download::Download;
use super::message::{DownloadFile, Known};

/// A piece of work.
#[derive(Debug)]
pub(super) enum Job {
    /// Read a workbook again, and lay it out if someone looks at it.
    Refresh(String),
    /// Hold the agencies against each other.
    City,
    /// Make a blank workbook for an agency that has none.
    New {
        /// The agency.
        known: Known,
        /// Whom to give it to; or why there is none.
        reply: oneshot::Sender<Result<DownloadFile, String>>,
    },
    /// Make a file to take away.
    Make {
        /// Of which workbook; a blank one needs none.
        name: Option<String>,
        /// What it is.
        product: Download,
        /// Whom to give it to; or why there is none.
        reply: oneshot::Sender<Result<DownloadFile, String>>,
    },
}

/// The work, in two lanes: what someone waits for, and the rest.
#[derive(Debug, Default)]
pub(super) struct Queue {
    lane: Mutex<Lane>,
    ready: Condvar,
}

#[derive(Debug, Default)]
struct Lane {
    now: VecDeque<Job>,
    later: VecDeque<Job>,
    stop: bool,
}

impl Queue {
    /// Someone waits for it.
    pub(super) fn now(&self, job: Job) {
        let mut lane = self.lane();
        // Once in the queue is enough: it reads what the file says by then.
        if let Job::Refresh(name) = &job {
            let same = |other: &Job| matches!(other, Job::Refresh(other) if other == name);
            lane.later.retain(|other| !same(other));
            if lane.now.iter().any(same) {
                return;
            }
        }
        lane.now.push_back(job);
        self.ready.notify_one();
    }

    /// When there is nothing else to do.
    pub(super) fn later(&self, job: Job) {
        let mut lane = self.lane();
        if let Job::Refresh(name) = &job {
            let same = |other: &Job| matches!(other, Job::Refresh(other) if other == name);
            if lane.now.iter().chain(&lane.later).any(same) {
                return;
            }
        } else if matches!(job, Job::City) {
            // Behind all that is still to be read.
            lane.later.retain(|other| !matches!(other, Job::City));
        }
        lane.later.push_back(job);
        self.ready.notify_one();
    }

    /// The next piece of work; `None` at the end.
    pub(super) fn next(&self) -> Option<Job> {
        let mut lane = self.lane();
        loop {
            if lane.stop {
                return None;
            }
            let job = lane.now.pop_front().or_else(|| lane.later.pop_front());
            if job.is_some() {
                return job;
            }
            lane = self
                .ready
                .wait(lane)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// No more work. What waits for a reply gets none.
    pub(super) fn stop(&self) {
        let mut lane = self.lane();
        lane.stop = true;
        lane.now.clear();
        lane.later.clear();
        self.ready.notify_all();
    }

    fn lane(&self) -> MutexGuard<'_, Lane> {
        self.lane.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
