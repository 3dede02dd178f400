//! A worker of a run: one document after the other, in a process of its own.

use std::io;
use std::path::{Path, PathBuf};

use super::job::{Job, Setup};
use super::plan;
use super::print::Press;
use super::recap;
use crate::pipeline::{Library, PipelineError};
use crate::typeset::{self, Pool};
use crate::worker::{self, Blob, Request};

/// Why a worker could not begin. Whoever started it has said so already.
#[derive(Debug, thiserror::Error)]
pub enum WorkerError {
    /// Nobody speaks to it as a run does.
    #[error("perintah ini dijalankan oleh renstra sendiri, bukan oleh pengguna")]
    Alone(#[from] io::Error),
    /// Templates or fonts cannot be used.
    #[error(transparent)]
    Pipeline(#[from] PipelineError),
    /// The typesetter's threads could not be started.
    #[error(transparent)]
    Typeset(#[from] typeset::TypesetError),
}

/// Works until nobody asks any more.
///
/// # Errors
/// If it cannot begin.
pub fn work() -> Result<(), WorkerError> {
    let (setup, requests) = worker::open::<Setup>()?;
    let font: Vec<PathBuf> = setup.font.into_iter().map(PathBuf::from).collect();
    let press = Press {
        library: Library::new(setup.templates.as_deref().map(Path::new), &font)?,
        options: setup.options,
        draft: setup.draft,
        standards: setup.standards.and_then(|text| text.parse().ok()),
        timestamp: setup.timestamp,
    };
    // One thread: as many processes work as there are cores.
    let pool = Pool::new(1)?;
    for request in requests {
        pool.run(|| answer(&press, request))?;
        typeset::forget(0);
    }
    Ok(())
}

fn answer(press: &Press, request: Request) -> io::Result<()> {
    let job: Job = request.question()?;
    let reply = request.reply;
    match job {
        Job::Identify(path) => {
            let path = Path::new(&path);
            reply.send(&worker::guarded(|| plan::read_identity(path)))
        }
        Job::Print(task) => reply.send(&worker::guarded(|| {
            worker::fault(&task.member.source);
            press.print(&task)
        })),
        Job::Recap(Blob(data)) => reply.send(&worker::guarded(|| {
            recap::pdf(&press.library, data)
                .map(Blob)
                .map_err(|why| why.to_string())
        })),
    }
}
