//! Who is who: names and neighbours of every workbook, before any is printed.

use std::path::{Path, PathBuf};

use super::duplicates::{self, Member, Verdict};
use super::job::{Job, Task};
use super::record::Identity;
use super::store::Store;
use super::worker_pool::WorkerPool;
use super::{BatchError, Request, file_name, name};
use crate::config::Config;
use crate::pipeline::{self, PipelineError};

/// Pattern of names where `renstra.toml` gives none.
const PATTERN: &str = "{opd}";

/// The tasks of this run: every workbook of the folder gets its name, then the
/// share is taken. Copies of another workbook are tasks too; they are told and
/// not printed.
pub(super) fn plan(
    request: &Request<'_>,
    workbooks: Vec<PathBuf>,
    config: &Config,
    inputs_digest: &str,
    pool: &WorkerPool,
    store: &Store,
) -> Vec<Task> {
    let identify = |path: &PathBuf| identify(request, path, inputs_digest, pool, store);
    let member = pool.each(&workbooks, identify);
    let place = duplicates::compare(&member);
    let pattern = config.dokumen.nama_berkas.as_deref().unwrap_or(PATTERN);
    let stem = stems(pattern, &member, &place);
    let task = workbooks.into_iter().zip(member).zip(place).zip(stem);
    task.enumerate()
        .filter(|(at, _)| request.shard.has(*at))
        .map(|(_, (((path, member), place), stem))| task_of(request, path, member, place, stem))
        .collect()
}

/// Names of the outputs. Copies are not printed and take no name from another.
fn stems(pattern: &str, member: &[Member], place: &[Verdict]) -> Vec<String> {
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
    mut place: Verdict,
    stem: String,
) -> Task {
    request.options.apply(&mut place.findings);
    let said = (request.describe)(&place.findings);
    let digest = blake3::hash(format!("{stem}\n{said}").as_bytes());
    Task {
        path: path.into_os_string(),
        member,
        stem,
        is_copy: place.is_copy,
        neighbours: place.findings,
        place: digest.to_hex().to_string(),
    }
}

/// Who a workbook speaks of: from its record if it is the same, else a worker
/// reads its sheets. A file that cannot be read speaks of nobody.
fn identify(
    request: &Request<'_>,
    path: &Path,
    inputs_digest: &str,
    pool: &WorkerPool,
    store: &Store,
) -> Member {
    let source = file_name(path);
    let digest = std::fs::read(path)
        .map(|bytes| blake3::hash(&bytes).to_hex().to_string())
        .unwrap_or_default();
    let known = store.record(&source).filter(|record| {
        !request.force && record.digest == digest && record.inputs_digest == inputs_digest
    });
    // What a worker is lost over is reported when the workbook is worked on.
    let ask = || pool.ask(&Job::Identify(path.as_os_str().to_owned()));
    let identity = match known {
        Some(record) => record.identity,
        None => ask().unwrap_or_default(),
    };
    Member {
        source,
        digest,
        identity,
    }
}

/// Who the workbook at a path speaks of, read by a worker.
pub(super) fn read_identity(path: &Path) -> Identity {
    let identitas = pipeline::identify(path).unwrap_or_default();
    let tahap = identitas.tahap.value().map(ToString::to_string);
    Identity {
        opd: identitas.nama.value().cloned().unwrap_or_default(),
        kode: identitas.kode.value().cloned().unwrap_or_default(),
        tahap: tahap.unwrap_or_default(),
    }
}

/// An RPJMD that is asked for and not there is one mistake, not one a workbook.
pub(super) fn readable_rpjmd(request: &Request<'_>) -> Result<(), BatchError> {
    let Some(path) = &request.options.rpjmd else {
        return Ok(());
    };
    std::fs::read(path)
        .map(drop)
        .map_err(|why| BatchError::Input {
            path: path.display().to_string(),
            why,
        })
}

/// A regulation that does not exist is one mistake, not one a workbook.
pub(super) fn known_regulation(request: &Request<'_>, config: &Config) -> Result<(), BatchError> {
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
