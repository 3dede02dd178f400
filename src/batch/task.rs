//! One workbook of a run: worked on by a worker, written, recorded.

use super::Request;
use super::finding;
use super::job::{Job, Printed, Task};
use super::record::{Output, Record, Status};
use super::store::Store;
use super::worker_pool::WorkerPool;
use crate::diagnostic::Diagnostics;
use crate::worker::{Blob, Lost};

/// The record of an earlier run, if it would come out the same again and its
/// files are as they were written.
pub(super) fn unchanged(task: &Task, inputs_digest: &str, store: &Store) -> Option<Record> {
    let record = store.record(&task.member.source)?;
    let same = record.status.is_settled()
        && !task.member.digest.is_empty()
        && record.digest == task.member.digest
        && record.inputs_digest == inputs_digest
        && record.place == task.place;
    let mut output = record.pdf.iter().chain(&record.findings);
    (same && output.all(|output| store.holds(output))).then_some(record)
}

/// Works on a workbook. Whatever goes wrong is in the record and the findings.
pub(super) fn make(
    request: &Request<'_>,
    task: &Task,
    inputs_digest: &str,
    pool: &WorkerPool,
    store: &Store,
) -> (Record, Diagnostics) {
    if task.is_copy {
        let mut record = task.record(inputs_digest);
        // An error where warnings are denied.
        record.status = if task.neighbours.has_error() {
            Status::Refused
        } else {
            Status::Copy
        };
        return finish(request, task, record, task.neighbours.clone(), store);
    }
    let printed = pool.ask::<Printed>(&Job::Print(task.clone()));
    let Printed {
        mut record,
        mut findings,
        pdf,
    } = printed.unwrap_or_else(|why| failed(task, &why));
    inputs_digest.clone_into(&mut record.inputs_digest);
    if let Some(Blob(pdf)) = pdf {
        match store.write(&task.pdf(), &pdf) {
            Ok(output) => record.pdf = Some(output),
            Err(why) => {
                record.status = Status::Failed;
                findings.emit(finding::unwritten(&task.member.source, &why.to_string()));
            }
        }
    }
    finish(request, task, record, findings, store)
}

/// A workbook that cost its worker.
fn failed(task: &Task, why: &Lost) -> Printed {
    let mut record = task.record("");
    record.status = Status::Failed;
    let mut findings = task.neighbours.clone();
    findings.emit(finding::lost(&task.member.source, why));
    Printed {
        record,
        findings,
        pdf: None,
    }
}

/// Writes the findings and the record.
fn finish(
    request: &Request<'_>,
    task: &Task,
    mut record: Record,
    mut findings: Diagnostics,
    store: &Store,
) -> (Record, Diagnostics) {
    record.count(&findings);
    match write_findings(request, task, &record, &findings, store) {
        Ok(output) => record.findings = output,
        Err(why) => {
            record.status = Status::Failed;
            findings.emit(finding::unwritten(&task.member.source, &why));
            record.count(&findings);
        }
    }
    if let Err(why) = store.keep(&record) {
        record.status = Status::Failed;
        findings.emit(finding::unwritten(&task.member.source, &why.to_string()));
        record.count(&findings);
    }
    (record, findings)
}

fn write_findings(
    request: &Request<'_>,
    task: &Task,
    record: &Record,
    findings: &Diagnostics,
    store: &Store,
) -> Result<Option<Output>, String> {
    let name = task.findings();
    if findings.is_empty() {
        store.remove(&name);
        return Ok(None);
    }
    let mut text = format!(
        "{}\n{}: {} galat, {} peringatan, {} info\n",
        record.name(),
        record.status.word(),
        record.errors,
        record.warnings,
        record.infos
    );
    if record.pdf.is_none() && store.path(&task.pdf()).exists() {
        text.push_str(
            "PDF dengan nama ini berasal dari pencetakan terdahulu dan tidak diperbarui.\n",
        );
    }
    text.push('\n');
    text.push_str(&(request.describe)(findings));
    store
        .write(&name, text.as_bytes())
        .map(Some)
        .map_err(|why| why.to_string())
}
