//! A worker seen from the process that asks.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::{self, BufReader};
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, SyncSender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::frame;
use super::limits::Limits;
use super::lost::Lost;
use super::memory_bound::RESERVE;
use super::stderr_tail::Tail;

/// A process that works for this one. Several threads may ask at a time.
#[derive(Debug)]
pub struct Worker {
    limits: Limits,
    child: Mutex<Child>,
    input: Mutex<Option<ChildStdin>>,
    waiting: Arc<Mutex<Waiting>>,
    said: Mutex<Said>,
    /// Why it is gone, once it is.
    lost: Mutex<Option<Lost>>,
}

/// Who waits for an answer, by number.
#[derive(Debug, Default)]
struct Waiting {
    next: u64,
    asked: BTreeMap<u64, SyncSender<Vec<u8>>>,
    gone: bool,
}

/// What it says on stderr: being listened to, or its end.
#[derive(Debug)]
enum Said {
    Listening(Option<JoinHandle<Tail>>),
    Heard(Tail),
}

impl Worker {
    /// Starts `program` as `renstra pekerja KIND` and hands it `setup`.
    ///
    /// # Errors
    /// [`Lost::Start`].
    pub fn start(
        program: &Path,
        kind: &OsStr,
        limits: Limits,
        setup: &impl Serialize,
    ) -> Result<Self, Lost> {
        let failed = |why: io::Error| Lost::Start(cause(&why));
        let mut child = Command::new(program)
            .arg("pekerja")
            .arg(kind)
            .env(RESERVE.0, RESERVE.1)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let waiting = Arc::new(Mutex::new(Waiting::default()));
        if let Some(output) = child.stdout.take() {
            hear(output, Arc::clone(&waiting)).map_err(failed)?;
        }
        let said = child.stderr.take().map(overhear);
        let said = said.transpose().map_err(failed)?;
        let worker = Self {
            limits,
            input: Mutex::new(child.stdin.take()),
            child: Mutex::new(child),
            waiting,
            said: Mutex::new(Said::Listening(said)),
            lost: Mutex::new(None),
        };
        let first = frame::encode(&(limits.memory, setup)).map_err(failed)?;
        // One that is gone already says so at the first question.
        let _ = worker.send(0, &first);
        Ok(worker)
    }

    /// Asks, and waits for the answer as long as a document may take.
    ///
    /// # Errors
    /// [`Lost`]; the worker is of no more use then, unless it only panicked.
    pub fn ask<T: DeserializeOwned>(&self, question: &impl Serialize) -> Result<T, Lost> {
        let message = frame::encode(question).map_err(|why| Lost::Start(cause(&why)))?;
        let (sender, answer) = mpsc::sync_channel(1);
        let number = {
            let mut waiting = lock(&self.waiting);
            if waiting.gone {
                drop(waiting);
                return Err(self.end(None));
            }
            waiting.next += 1;
            let number = waiting.next;
            waiting.asked.insert(number, sender);
            number
        };
        if self.send(number, &message).is_err() {
            return Err(self.end(None));
        }
        match answer.recv_timeout(self.limits.time) {
            Ok(message) => {
                let answer: io::Result<Result<T, String>> = frame::decode(&message);
                match answer {
                    Ok(answer) => answer.map_err(Lost::Panic),
                    Err(_) => Err(self.end(Some(Lost::Crash("jawaban tidak dikenal".to_owned())))),
                }
            }
            Err(RecvTimeoutError::Timeout) => Err(self.end(Some(Lost::Time(self.limits.time)))),
            Err(RecvTimeoutError::Disconnected) => Err(self.end(None)),
        }
    }

    /// Whether it is gone.
    pub fn is_gone(&self) -> bool {
        lock(&self.waiting).gone
    }

    /// Number of its process.
    pub fn process(&self) -> u32 {
        lock(&self.child).id()
    }

    fn send(&self, number: u64, message: &[u8]) -> io::Result<()> {
        match lock(&self.input).as_mut() {
            Some(input) => frame::write(input, number, message),
            None => Err(io::Error::from(io::ErrorKind::BrokenPipe)),
        }
    }

    /// Ends it, and tells why it is gone: the first reason stands.
    fn end(&self, why: Option<Lost>) -> Lost {
        let mut lost = lock(&self.lost);
        if let Some(known) = &*lost {
            return known.clone();
        }
        *lock(&self.input) = None;
        let status = {
            let mut child = lock(&self.child);
            if why.is_some() {
                let _ = child.kill();
            } else {
                // Its pipes are closed, so it is at its end; a moment for the rest.
                patience(&mut child);
            }
            child.wait().ok()
        };
        let tail = lock(&self.said).hear();
        let why = why.unwrap_or_else(|| Lost::of(status, &tail, &self.limits.memory_text()));
        lost.insert(why).clone()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        *lock(&self.input) = None;
        let mut child = lock(&self.child);
        // It ends by itself when nobody asks any more; one at work is not waited for.
        let _ = child.kill();
        let _ = child.wait();
    }
}

impl Said {
    /// Everything that was said; waits for the end of it.
    fn hear(&mut self) -> Tail {
        let tail = match self {
            Self::Heard(tail) => tail.clone(),
            Self::Listening(thread) => {
                let thread = thread.take();
                thread
                    .and_then(|thread| thread.join().ok())
                    .unwrap_or_default()
            }
        };
        *self = Self::Heard(tail.clone());
        tail
    }
}

/// Waits a moment for a process that is ending, then ends it.
fn patience(child: &mut Child) {
    for _ in 0..200 {
        if !matches!(child.try_wait(), Ok(None)) {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    let _ = child.kill();
}

/// Hands each answer to whoever waits for it.
fn hear(output: ChildStdout, waiting: Arc<Mutex<Waiting>>) -> io::Result<()> {
    let listen = move || {
        let mut output = BufReader::new(output);
        while let Ok((number, message)) = frame::read(&mut output) {
            let sender = lock(&waiting).asked.remove(&number);
            if let Some(sender) = sender {
                // Whoever asked may have given up.
                let _ = sender.send(message);
            }
        }
        let mut waiting = lock(&waiting);
        waiting.gone = true;
        waiting.asked.clear();
    };
    std::thread::Builder::new()
        .name("jawaban".to_owned())
        .spawn(listen)
        .map(drop)
}

fn overhear(stderr: ChildStderr) -> io::Result<JoinHandle<Tail>> {
    std::thread::Builder::new()
        .name("galat-pekerja".to_owned())
        .spawn(move || Tail::read(stderr))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Why a process cannot be started, for people.
fn cause(why: &io::Error) -> String {
    match why.kind() {
        io::ErrorKind::NotFound => "berkas program tidak ditemukan".to_owned(),
        io::ErrorKind::PermissionDenied => "tidak ada izin menjalankannya".to_owned(),
        io::ErrorKind::OutOfMemory => "memori komputer habis".to_owned(),
        _ => "sistem menolak proses atau utas baru".to_owned(),
    }
}
