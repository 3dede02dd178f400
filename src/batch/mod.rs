//! A city's documents in one run.
//!
//! ```text
//! folder ─► discovery ─► who is who (names, pairs) ─► worker: print ─► record ─► kota ─► recap
//!                                                       │  PDF, findings next to it
//!                                                       └─ unchanged since the last run: skipped
//! ```
//!
//! A workbook's result depends on its own bytes, on what is the same for all
//! (`fingerprint`) and on its name among the others ([`duplicates`], [`name`]),
//! and on nothing else: not on the order, not on the number of workers, not on
//! what became of another. For every workbook is opened, checked and laid out in
//! a worker, a process with bounds ([`crate::worker`]); this process only plans and writes.

mod agency_summary;
pub mod completeness;
mod crosscutting;
pub mod discovery;
pub mod duplicates;
mod error;
mod event;
mod finding;
mod fingerprint;
mod job;
mod kota;
pub mod money;
pub mod name;
mod plan;
mod print;
pub mod recap;
pub mod record;
mod shard;
mod store;
mod task;
mod tema;
mod worker;
mod worker_pool;

use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostics;
use crate::pipeline::{Library, Options};
use crate::typeset::Standards;
use crate::worker::Limits;

pub use agency_summary::AgencySummary;
pub use error::BatchError;
pub use event::Event;
pub use finding::EXPLANATION;
pub use job::KIND as WORKER;
pub use kota::compare;
pub use shard::{Shard, ShardError};
pub use worker::{WorkerError, work};

use job::Task;
use record::{Record, Status};
use store::Store;
use worker_pool::WorkerPool;

/// What a run is to do.
pub struct Request<'a> {
    /// Templates, fonts, regulations.
    pub library: &'a Library,
    /// The city's folder.
    pub folder: PathBuf,
    /// Where results go.
    pub output: PathBuf,
    /// Workbooks at a time.
    pub jobs: usize,
    /// Whether to print again what did not change.
    pub force: bool,
    /// Which of the workbooks are this run's.
    pub shard: Shard,
    /// Whether to make the recap only, from the records that are there.
    pub recap_only: bool,
    /// Whether to print drafts, also of workbooks with errors.
    pub draft: bool,
    /// What the PDFs conform to, instead of what their pages allow.
    pub standards: Option<Standards>,
    /// Settings for every workbook.
    pub options: Options,
    /// The moment that PDFs say they were made, instead of each document's own.
    pub timestamp: Option<i64>,
    /// Findings as text.
    pub describe: fn(&Diagnostics) -> String,
    /// The program, of which workers are started.
    pub program: PathBuf,
    /// How much a document may take.
    pub limits: Limits,
}

/// How a run ended.
#[derive(Debug, Clone)]
pub struct Summary {
    /// Every workbook of the folder, from the worst.
    pub records: Vec<Record>,
    /// What became of this run's share of them.
    pub share: Vec<Status>,
    /// How many were not worked on again.
    pub unchanged: usize,
    /// Documents in the folder of results that are not this run's: of an
    /// earlier one, or somebody's own.
    pub stale: Vec<String>,
    /// What agencies show next to each other.
    pub city: Diagnostics,
    /// The list of it, where there is anything to list.
    pub city_list: Option<String>,
    /// Recap files that were written.
    pub recap: Vec<PathBuf>,
    /// Recap files that could not be written, and why.
    pub unwritten: Vec<String>,
}

impl Summary {
    /// How many workbooks ended so.
    pub fn count(&self, status: Status) -> usize {
        let same = |record: &&Record| record.status == status;
        self.records.iter().filter(same).count()
    }
}

/// Prints a city's documents and the recap. `tell` hears what happens, from
/// several threads.
///
/// # Errors
/// If nothing could be done at all. What goes wrong with one workbook is in its
/// record.
pub fn run(
    request: &Request<'_>,
    tell: &(dyn Fn(Event<'_>) + Sync),
) -> Result<Summary, BatchError> {
    let folder = discovery::folder(&request.folder);
    let mut found = discovery::discover(&folder).map_err(|why| BatchError::Input {
        path: folder.display().to_string(),
        why,
    })?;
    // The results may lie among the workbooks.
    found
        .skipped
        .retain(|skipped| folder.join(&skipped.name) != request.output);
    if found.workbook.is_empty() {
        return Err(BatchError::Nothing(folder.display().to_string()));
    }
    let (config, inputs_digest) = fingerprint::digest(request, &folder)?;
    plan::known_regulation(request, &config)?;
    plan::readable_rpjmd(request)?;
    let store = Store::open(&request.output, request.shard.is_whole())?;
    let pool = WorkerPool::new(request);
    let mut unchanged = 0;
    let mut records: Vec<Record> = if request.recap_only {
        Vec::new()
    } else {
        let tasks = plan::plan(
            request,
            found.workbook.clone(),
            &config,
            &inputs_digest,
            &pool,
            &store,
        );
        tell(Event::Begin {
            total: tasks.len(),
            skipped: &found.skipped,
        });
        let done = work_on(request, &tasks, &inputs_digest, &pool, &store, tell);
        unchanged = done.iter().filter(|(_, unchanged)| *unchanged).count();
        done.into_iter().map(|(record, _)| record).collect()
    };
    let mut share: Vec<Status> = records.iter().map(|record| record.status).collect();
    for path in &found.workbook {
        let source = file_name(path);
        if !records.iter().any(|record| record.source == source) {
            records.push(
                store
                    .record(&source)
                    .unwrap_or_else(|| Record::pending(&source)),
            );
        }
    }
    if request.recap_only {
        share = records.iter().map(|record| record.status).collect();
    }
    recap::sort(&mut records);
    let city = kota::inspect(request, &config, &records)?;
    let city_list = kota::write(request, &city, &store);
    let (recap, mut unwritten) = recap::write(&pool, &config, &records, &city, &store);
    let city_list = city_list.unwrap_or_else(|why| {
        unwritten.push(why);
        None
    });
    let own = |name: &String| {
        let mut pdf = records.iter().filter_map(|record| record.pdf.as_ref());
        name == recap::DOCUMENT || pdf.any(|pdf| pdf.name == *name)
    };
    let stale = store.documents().into_iter().filter(|name| !own(name));
    Ok(Summary {
        stale: stale.collect(),
        records,
        share,
        unchanged,
        city,
        city_list: city_list.map(|output| output.name),
        recap,
        unwritten,
    })
}

/// Works on the tasks; each record with whether it is that of an earlier run.
fn work_on(
    request: &Request<'_>,
    tasks: &[Task],
    inputs_digest: &str,
    pool: &WorkerPool,
    store: &Store,
    tell: &(dyn Fn(Event<'_>) + Sync),
) -> Vec<(Record, bool)> {
    let end =
        |record: &Record, findings: Option<&Diagnostics>| tell(Event::End { record, findings });
    pool.each(tasks, |task| {
        if let Some(record) = task::unchanged(task, inputs_digest, store).filter(|_| !request.force)
        {
            end(&record, None);
            return (record, true);
        }
        let source = &task.member.source;
        tell(Event::Start { source });
        let (record, findings) = task::make(request, task, inputs_digest, pool, store);
        end(&record, Some(&findings));
        (record, false)
    })
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
