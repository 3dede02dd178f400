//! The worker's own side: questions in, answers out.

use std::io::{self, BufReader, Stdout};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::frame;
use super::memory_bound::bound_memory;
use super::panicked;

/// Questions as they come.
#[derive(Debug)]
pub struct Requests {
    message: Receiver<(u64, Vec<u8>)>,
    output: Arc<Mutex<Stdout>>,
}

/// A question, not yet understood.
#[derive(Debug)]
pub struct Request {
    message: Vec<u8>,
    /// Where its answer goes.
    pub reply: Reply,
}

/// Where an answer goes.
#[derive(Debug)]
pub struct Reply {
    number: u64,
    output: Arc<Mutex<Stdout>>,
}

/// Takes the setup, bounds the memory of this process, and begins to listen.
///
/// # Errors
/// If whoever started this process does not speak as a worker's master does.
pub fn open<S: DeserializeOwned>() -> io::Result<(S, Requests)> {
    let mut input = BufReader::new(io::stdin());
    let (_, first) = frame::read(&mut input)?;
    let (memory, setup): (u64, S) = frame::decode(&first)?;
    bound_memory(memory);
    panicked::remember();
    let (sender, message) = mpsc::channel();
    std::thread::Builder::new()
        .name("perintah".to_owned())
        .spawn(move || {
            while let Ok(message) = frame::read(&mut input) {
                if sender.send(message).is_err() {
                    return;
                }
            }
            // Nobody is left to work for, however far the work is.
            #[allow(clippy::exit)]
            std::process::exit(0);
        })?;
    let output = Arc::new(Mutex::new(io::stdout()));
    Ok((setup, Requests { message, output }))
}

impl Iterator for Requests {
    type Item = Request;

    fn next(&mut self) -> Option<Request> {
        let (number, message) = self.message.recv().ok()?;
        let output = Arc::clone(&self.output);
        Some(Request {
            message,
            reply: Reply { number, output },
        })
    }
}

impl Request {
    /// The question.
    ///
    /// # Errors
    /// If it is none that the caller knows.
    pub fn question<T: DeserializeOwned>(&self) -> io::Result<T> {
        frame::decode(&self.message)
    }
}

impl Reply {
    /// Answers; `Err` holds the place of a panic.
    ///
    /// # Errors
    /// If nobody listens any more.
    pub fn send<T: Serialize>(self, answer: &Result<T, String>) -> io::Result<()> {
        let message = frame::encode(answer)?;
        let mut output = self.output.lock().unwrap_or_else(PoisonError::into_inner);
        frame::write(&mut *output, self.number, &message)
    }
}
