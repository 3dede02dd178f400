//! A city's documents in one run.
//!
//! ```text
//! folder ─► discovery ─► who is who (names, pairs) ─► worker: one ─► record ─► recap
//!                                                       │  PDF, findings beside it
//!                                                       └─ unchanged since the last run: skipped
//! ```
//!
//! A workbook's result depends on its own bytes, on what is the same for all
//! ([`surroundings`]) and on its name among the others ([`pair`], [`name`]),
//! and on nothing else: not on the order, not on the number of workers, not on
//! what became of another.

mod completeness;
pub mod discovery;
mod event;
mod finding;
pub mod name;
mod one;
pub mod pair;
pub mod recap;
pub mod record;
mod share;
mod store;
mod surroundings;
mod worker;

use std::path::{Path, PathBuf};

use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::pipeline::{self, Library, Options, PipelineError};
use crate::typeset::TypesetError;

pub use event::Event;
pub use finding::EXPLANATION;
pub use share::{Share, ShareError};

use one::Task;
use pair::{Member, Place};
use record::{Identity, Record, Status};
use store::Store;

/// File of the city's RPJMD in its folder.
pub const RPJMD: &str = "rpjmd.xlsx";

/// Pattern of names where `renstra.toml` gives none.
const PATTERN: &str = "{opd}";

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
    pub share: Share,
    /// Whether to make the recap only, from the records that are there.
    pub recap_only: bool,
    /// Settings for every workbook.
    pub options: Options,
    /// The moment that PDFs say they were made, instead of each document's own.
    pub timestamp: Option<i64>,
    /// Findings as text.
    pub describe: fn(&Diagnostics) -> String,
    /// Called with each workbook before it is worked on; a test lets it panic.
    pub before: Option<&'a (dyn Fn(&Path) + Sync)>,
}

/// How a run ended.
#[derive(Debug, Clone)]
pub struct Summary {
    /// Every workbook of the folder, from the worst.
    pub record: Vec<Record>,
    /// How many were not worked on again.
    pub unchanged: usize,
    /// Documents in the folder of results that are not this run's: of an
    /// earlier one, or somebody's own.
    pub stale: Vec<String>,
    /// Recap files that were written.
    pub recap: Vec<PathBuf>,
    /// Recap files that could not be written, and why.
    pub unwritten: Vec<String>,
}

impl Summary {
    /// How many workbooks ended so.
    pub fn count(&self, status: Status) -> usize {
        let same = |record: &&Record| record.status == status;
        self.record.iter().filter(same).count()
    }
}

/// Why a run could not be made at all.
#[derive(Debug, thiserror::Error)]
pub enum BatchError {
    /// The folder or the settings cannot be read.
    #[error("{path} tidak dapat dibaca: {why}")]
    Input {
        /// Which.
        path: String,
        /// Why.
        why: std::io::Error,
    },
    /// There is nothing to print.
    #[error("folder {0} tidak berisi buku kerja")]
    Nothing(String),
    /// The output folder cannot be written.
    #[error("folder hasil {path} tidak dapat ditulis: {why}")]
    Output {
        /// Which.
        path: String,
        /// Why.
        why: String,
    },
    /// Another run writes to the output folder.
    #[error("folder hasil {0} sedang dipakai oleh pencetakan lain")]
    Busy(String),
    /// Templates cannot be used, or the system gives no threads.
    #[error(transparent)]
    Typeset(#[from] TypesetError),
    /// The library cannot be used.
    #[error(transparent)]
    Pipeline(#[from] PipelineError),
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
    let (config, surroundings) = surroundings::digest(request, &folder)?;
    known_regulation(request, &config)?;
    let store = Store::open(&request.output, request.share.is_whole())?;
    let mut unchanged = 0;
    let mut record: Vec<Record> = if request.recap_only {
        Vec::new()
    } else {
        let pattern = config.dokumen.nama_berkas.as_deref().unwrap_or(PATTERN);
        let task = plan(
            request,
            found.workbook.clone(),
            pattern,
            &surroundings,
            &store,
        )?;
        tell(Event::Begin {
            total: task.len(),
            skipped: &found.skipped,
        });
        let done = work(request, &task, &surroundings, &store, tell)?;
        unchanged = done.iter().filter(|(_, unchanged)| *unchanged).count();
        done.into_iter().map(|(record, _)| record).collect()
    };
    for path in &found.workbook {
        let source = file_name(path);
        if !record.iter().any(|record| record.source == source) {
            record.push(
                store
                    .record(&source)
                    .unwrap_or_else(|| Record::pending(&source)),
            );
        }
    }
    recap::sort(&mut record);
    let (recap, unwritten) = recap::write(request.library, &config, &record, &store)?;
    let own = |name: &String| {
        let mut pdf = record.iter().filter_map(|record| record.pdf.as_ref());
        name == recap::DOCUMENT || pdf.any(|pdf| pdf.name == *name)
    };
    let stale = store.documents().into_iter().filter(|name| !own(name));
    Ok(Summary {
        stale: stale.collect(),
        record,
        unchanged,
        recap,
        unwritten,
    })
}

/// Who is who: every workbook of the folder gets its name, then this run's
/// share is taken. Copies of another workbook are tasks too; they are told and
/// not printed.
fn plan(
    request: &Request<'_>,
    workbook: Vec<PathBuf>,
    pattern: &str,
    surroundings: &str,
    store: &Store,
) -> Result<Vec<Task>, BatchError> {
    let identify = |path: &PathBuf| identify(request, path, surroundings, store);
    let member = worker::each(request.jobs, &workbook, identify, |path, _| Member {
        // The panic is told when the workbook is worked on.
        source: file_name(path),
        digest: String::new(),
        identity: Identity::default(),
    })?;
    let place = pair::places(&member);
    let stem = stems(pattern, &member, &place);
    let task = workbook.into_iter().zip(member).zip(place).zip(stem);
    Ok(task
        .enumerate()
        .filter(|(at, _)| request.share.has(*at))
        .map(|(_, (((path, member), place), stem))| task_of(request, path, member, place, stem))
        .collect())
}

/// Names of the outputs. Copies are not printed and take no name from another.
fn stems(pattern: &str, member: &[Member], place: &[Place]) -> Vec<String> {
    let label: Vec<name::Label<'_>> = member
        .iter()
        .zip(place)
        .map(|(member, place)| {
            let pick = |text| if place.is_copy { "" } else { text };
            name::Label {
                source: &member.source,
                opd: pick(&member.identity.opd),
                kode: pick(&member.identity.kode),
                tahap: pick(&member.identity.tahap),
            }
        })
        .collect();
    name::stems(pattern, &label)
}

fn task_of(
    request: &Request<'_>,
    path: PathBuf,
    member: Member,
    place: Place,
    stem: String,
) -> Task {
    let said = (request.describe)(&place.findings);
    let digest = blake3::hash(format!("{stem}\n{said}").as_bytes());
    Task {
        path,
        member,
        stem,
        is_copy: place.is_copy,
        neighbours: place.findings,
        place: digest.to_hex().to_string(),
    }
}

/// Who a workbook speaks of: from its record if it is the same, else from its
/// sheets. A file that cannot be read speaks of nobody.
fn identify(request: &Request<'_>, path: &Path, surroundings: &str, store: &Store) -> Member {
    let source = file_name(path);
    let digest = std::fs::read(path)
        .map(|bytes| blake3::hash(&bytes).to_hex().to_string())
        .unwrap_or_default();
    let known = store.record(&source).filter(|record| {
        !request.force && record.digest == digest && record.surroundings == surroundings
    });
    let identity = known.map_or_else(|| read_identity(path), |record| record.identity);
    Member {
        source,
        digest,
        identity,
    }
}

fn read_identity(path: &Path) -> Identity {
    let it = pipeline::identify(path).unwrap_or_default();
    let tahap = it.tahap.value().map(ToString::to_string);
    Identity {
        opd: it.nama.value().cloned().unwrap_or_default(),
        kode: it.kode.value().cloned().unwrap_or_default(),
        tahap: tahap.unwrap_or_default(),
    }
}

/// Works on the tasks; each record with whether it is that of an earlier run.
fn work(
    request: &Request<'_>,
    task: &[Task],
    surroundings: &str,
    store: &Store,
    tell: &(dyn Fn(Event<'_>) + Sync),
) -> Result<Vec<(Record, bool)>, BatchError> {
    let end =
        |record: &Record, findings: Option<&Diagnostics>| tell(Event::End { record, findings });
    let make = |task: &Task| {
        if let Some(record) = one::unchanged(task, surroundings, store).filter(|_| !request.force) {
            end(&record, None);
            return (record, true);
        }
        let source = &task.member.source;
        tell(Event::Start { source });
        let (record, findings) = one::make(request, task, surroundings, store);
        end(&record, Some(&findings));
        (record, false)
    };
    worker::each(request.jobs, task, make, |task, why| {
        let (record, findings) = one::failed(request, task, why, surroundings, store);
        end(&record, Some(&findings));
        (record, false)
    })
}

/// A regulation that does not exist is one mistake, not one a workbook.
fn known_regulation(request: &Request<'_>, config: &Config) -> Result<(), BatchError> {
    let asked = request.options.peraturan.as_ref();
    let Some(id) = asked.or(config.dokumen.peraturan.as_ref()) else {
        return Ok(());
    };
    let known: Vec<&str> = request
        .library
        .regulation
        .iter()
        .map(|regulation| regulation.id.as_str())
        .collect();
    if known.contains(&id.as_str()) {
        return Ok(());
    }
    Err(BatchError::Pipeline(PipelineError::UnknownRegulation {
        id: id.clone(),
        known: known.join(", "),
    }))
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
