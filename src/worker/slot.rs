//! A place where a worker sits: started when it is needed, and again when the
//! last one is gone or has done enough.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::client::Worker;
use super::limits::Limits;
use super::lost::Lost;

/// Documents that one worker does. Fonts and templates load once in so many,
/// and what typst never forgets goes with it.
const LIFE: usize = 64;

/// A place where a worker sits.
#[derive(Debug)]
pub struct WorkerSlot<S> {
    program: PathBuf,
    kind: OsString,
    limits: Limits,
    /// Documents that one worker does.
    life: usize,
    setup: Mutex<Arc<S>>,
    seat: Mutex<Option<Seat>>,
}

#[derive(Debug, Clone)]
struct Seat {
    worker: Arc<Worker>,
    done: usize,
}

impl<S: Serialize> WorkerSlot<S> {
    /// A place for `renstra pekerja KIND`; nobody sits there yet.
    pub fn new(program: PathBuf, kind: &OsStr, limits: Limits, setup: S) -> Self {
        Self {
            program,
            kind: kind.to_owned(),
            limits,
            life: LIFE,
            setup: Mutex::new(Arc::new(setup)),
            seat: Mutex::new(None),
        }
    }

    /// Lets one worker do so many documents.
    #[must_use]
    pub fn with_life(self, life: usize) -> Self {
        Self { life, ..self }
    }

    /// Asks the worker for a document. One that is lost over it is asked again
    /// in a fresh process where the fault may not be the document's.
    ///
    /// # Errors
    /// Why there is no answer.
    pub fn ask<T: DeserializeOwned>(&self, question: &impl Serialize) -> Result<T, Lost> {
        let mut tries = 0;
        loop {
            let (worker, fresh) = self.sit()?;
            let lost = match worker.ask(question) {
                Ok(answer) => return Ok(answer),
                Err(lost) => lost,
            };
            if !matches!(lost, Lost::Panic(_)) {
                self.dismiss(&worker);
            }
            tries += 1;
            if tries > 1 || !lost.is_worth_another_try(fresh) {
                return Err(lost);
            }
        }
    }

    /// Asks the worker that is there for what only it has.
    ///
    /// # Errors
    /// Why there is no answer; also when nobody is there.
    pub fn ask_present<T: DeserializeOwned>(&self, question: &impl Serialize) -> Result<T, Lost> {
        let seat = self
            .seat
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        match seat {
            Some(seat) => seat.worker.ask(question),
            None => Err(Lost::Killed),
        }
    }

    /// The next worker begins with another setup; the one at work goes.
    pub fn change(&self, setup: S) {
        *self.setup.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(setup);
        self.seat
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
    }

    /// Sends the worker away.
    pub fn close(&self) {
        self.seat
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
    }

    /// The worker for the next document, and whether it is its first.
    fn sit(&self) -> Result<(Arc<Worker>, bool), Lost> {
        let mut seat = self.seat.lock().unwrap_or_else(PoisonError::into_inner);
        let usable = |seat: &&mut Seat| seat.done < self.life && !seat.worker.is_gone();
        if let Some(seat) = seat.as_mut().filter(usable) {
            seat.done += 1;
            return Ok((Arc::clone(&seat.worker), false));
        }
        let setup = Arc::clone(&self.setup.lock().unwrap_or_else(PoisonError::into_inner));
        let worker = Worker::start(&self.program, &self.kind, self.limits, &*setup)?;
        let worker = Arc::new(worker);
        *seat = Some(Seat {
            worker: Arc::clone(&worker),
            done: 1,
        });
        Ok((worker, true))
    }

    fn dismiss(&self, lost: &Arc<Worker>) {
        let mut seat = self.seat.lock().unwrap_or_else(PoisonError::into_inner);
        if seat
            .as_ref()
            .is_some_and(|seat| Arc::ptr_eq(&seat.worker, lost))
        {
            *seat = None;
        }
    }
}
