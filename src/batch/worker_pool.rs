//! The workers of a run, and who asks them.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::de::DeserializeOwned;

use super::Request;
use super::job::{Job, KIND, Setup};
use crate::worker::{self, Lost, WorkerSlot};

/// Workers that take one piece of work after the other, each when one is free.
pub(super) struct WorkerPool {
    /// As many as may work at a time; a place is empty until it is needed.
    slots: Vec<WorkerSlot<Setup>>,
    free: Mutex<Vec<usize>>,
}

impl WorkerPool {
    /// A pool of which nobody has begun.
    pub fn new(request: &Request<'_>) -> Self {
        let count = request.jobs.max(1);
        let setup = || Setup {
            templates: request
                .library
                .templates
                .clone()
                .map(PathBuf::into_os_string),
            font: worker::os_strings(&request.library.font),
            options: request.options.clone(),
            draft: request.draft,
            standards: request.standards.as_ref().map(ToString::to_string),
            timestamp: request.timestamp,
        };
        let slot = || {
            let program = request.program.clone();
            WorkerSlot::new(program, OsStr::new(KIND), request.limits, setup())
        };
        Self {
            slots: (0..count).map(|_| slot()).collect(),
            free: Mutex::new((0..count).rev().collect()),
        }
    }

    /// Asks a worker that is free. Never more threads ask than there are workers.
    pub fn ask<T: DeserializeOwned>(&self, job: &Job) -> Result<T, Lost> {
        let at = self.free().pop().unwrap_or_default();
        let answer = self.slots[at].ask(job);
        self.free().push(at);
        answer
    }

    /// Runs `f` on every item, as many at a time as there are workers; the
    /// results are in the order of the items.
    pub fn each<I: Sync, T: Send>(&self, item: &[I], f: impl Fn(&I) -> T + Sync) -> Vec<T> {
        let next = AtomicUsize::new(0);
        let done = Mutex::new(Vec::with_capacity(item.len()));
        let take = || {
            let at = next.fetch_add(1, Ordering::Relaxed);
            Some((at, item.get(at)?))
        };
        let work = || {
            while let Some((at, item)) = take() {
                let result = f(item);
                lock(&done).push((at, result));
            }
        };
        std::thread::scope(|scope| {
            for _ in 1..self.slots.len().min(item.len()) {
                scope.spawn(work);
            }
            work();
        });
        let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
        done.sort_by_key(|(at, _)| *at);
        done.into_iter().map(|(_, result)| result).collect()
    }

    fn free(&self) -> MutexGuard<'_, Vec<usize>> {
        lock(&self.free)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
