//! Why there is no answer of a worker.

use std::process::ExitStatus;
use std::time::Duration;

use super::stderr_tail::Tail;

/// Why there is no answer of a worker, in Indonesian.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Lost {
    /// It needed more memory than it may have.
    #[error("memerlukan memori lebih dari batas {0}")]
    Memory(String),
    /// It took longer than it may.
    #[error("belum selesai setelah {} detik", .0.as_secs())]
    Time(Duration),
    /// What it worked on is nested too deeply.
    #[error("isinya bersarang terlalu dalam")]
    Stack,
    /// Somebody ended it, perhaps the system for want of memory.
    #[error("prosesnya dihentikan dari luar atau memori komputer habis")]
    Killed,
    /// It ended by itself, and does not say why.
    #[error("prosesnya berhenti mendadak ({0})")]
    Crash(String),
    /// The program panicked over it; the place is for whoever mends it.
    #[error("kesalahan program pada {0}")]
    Panic(String),
    /// It could not be started.
    #[error("proses kerja tidak dapat dijalankan: {0}")]
    Start(String),
}

impl Lost {
    /// Why a process ended, by its status and its last words.
    pub fn of(status: Option<ExitStatus>, said: &Tail, memory: &str) -> Self {
        if said.out_of_memory() {
            return Self::Memory(memory.to_owned());
        }
        if said.out_of_stack() {
            return Self::Stack;
        }
        match status {
            Some(status) if killed(status) => Self::Killed,
            Some(status) => Self::Crash(number(status)),
            None => Self::Crash("tanpa keterangan".to_owned()),
        }
    }

    /// Whether another try in a fresh process could end otherwise, when the
    /// lost one was `fresh` itself.
    pub(super) fn is_worth_another_try(&self, fresh: bool) -> bool {
        match self {
            Self::Killed => true,
            // What it did before may have taken the memory.
            Self::Memory(_) | Self::Stack | Self::Crash(_) => !fresh,
            Self::Time(_) | Self::Panic(_) | Self::Start(_) => false,
        }
    }
}

#[cfg(unix)]
fn killed(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    // SIGKILL, SIGTERM, SIGINT, SIGHUP.
    matches!(status.signal(), Some(9 | 15 | 2 | 1))
}

#[cfg(not(unix))]
fn killed(_: ExitStatus) -> bool {
    false
}

#[cfg(unix)]
fn number(status: ExitStatus) -> String {
    use std::os::unix::process::ExitStatusExt;
    match (status.signal(), status.code()) {
        (Some(signal), _) => format!("sinyal {signal}"),
        (None, Some(code)) => format!("kode {code}"),
        (None, None) => "tanpa keterangan".to_owned(),
    }
}

#[cfg(not(unix))]
fn number(status: ExitStatus) -> String {
    status.code().map_or_else(
        || "tanpa keterangan".to_owned(),
        |code| format!("kode {code}"),
    )
}
