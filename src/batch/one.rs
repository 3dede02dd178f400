//! One workbook of a run: read, checked, laid out, written, recorded.

use std::path::PathBuf;

use super::Request;
use super::completeness;
use super::face::Face;
use super::finding;
use super::pair::Member;
use super::record::{Money, Output, Pagu, Record, Status};
use super::store::Store;
use super::worker;
use crate::diagnostic::Diagnostics;
use crate::model::{NamaOpd, Renstra};
use crate::pipeline::{self, Inspection};
use crate::typeset::{self, PdfSettings, Standards};

/// A workbook to be worked on.
#[derive(Debug)]
pub(super) struct Task {
    /// Where it is.
    pub path: PathBuf,
    /// What is known of it.
    pub member: Member,
    /// Name of its outputs, without ending.
    pub stem: String,
    /// Whether another workbook with the same content is printed in its place.
    pub is_copy: bool,
    /// What its neighbours make of it.
    pub neighbours: Diagnostics,
    /// Digest of `stem` and `neighbours`.
    pub place: String,
}

impl Task {
    /// Name of the document.
    pub fn pdf(&self) -> String {
        format!("{}.pdf", self.stem)
    }

    /// Name of the list of findings.
    pub fn findings(&self) -> String {
        format!("{}.temuan.txt", self.stem)
    }

    fn record(&self, surroundings: &str) -> Record {
        Record {
            digest: self.member.digest.clone(),
            surroundings: surroundings.to_owned(),
            place: self.place.clone(),
            identity: self.member.identity.clone(),
            ..Record::pending(&self.member.source)
        }
    }
}

/// The record of an earlier run, if it would come out the same again and its
/// files are as they were written.
pub(super) fn unchanged(task: &Task, surroundings: &str, store: &Store) -> Option<Record> {
    let record = store.record(&task.member.source)?;
    let same = record.status.is_settled()
        && !task.member.digest.is_empty()
        && record.digest == task.member.digest
        && record.surroundings == surroundings
        && record.place == task.place;
    let mut output = record.pdf.iter().chain(&record.findings);
    (same && output.all(|output| store.holds(output))).then_some(record)
}

/// Works on a workbook. Whatever goes wrong is in the record and the findings.
pub(super) fn make(
    request: &Request<'_>,
    task: &Task,
    surroundings: &str,
    store: &Store,
) -> (Record, Diagnostics) {
    let mut record = task.record(surroundings);
    if task.is_copy {
        // An error where warnings are denied.
        record.status = if task.neighbours.has_error() {
            Status::Refused
        } else {
            Status::Copy
        };
        return finish(request, task, record, task.neighbours.clone(), store);
    }
    let (mut findings, pdf) = print(request, task, &mut record);
    if let Some(pdf) = pdf {
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

/// A workbook on which the program failed.
pub(super) fn failed(
    request: &Request<'_>,
    task: &Task,
    why: &str,
    surroundings: &str,
    store: &Store,
) -> (Record, Diagnostics) {
    let mut record = task.record(surroundings);
    record.status = Status::Failed;
    let mut findings = task.neighbours.clone();
    findings.emit(finding::failed(&task.member.source, why));
    finish(request, task, record, findings, store)
}

/// The document, if the workbook earns one, and what was found.
fn print(
    request: &Request<'_>,
    task: &Task,
    record: &mut Record,
) -> (Diagnostics, Option<Vec<u8>>) {
    if let Some(before) = request.before {
        before(&task.path);
    }
    let mut findings = task.neighbours.clone();
    record.status = Status::Failed;
    let inspection = match pipeline::inspect(request.library, &task.path, &request.options) {
        Ok(inspection) => inspection,
        Err(why) => {
            findings.emit(finding::failed(&task.member.source, &why.to_string()));
            return (findings, None);
        }
    };
    findings.extend(inspection.findings.clone());
    let regulation = &inspection.regulation;
    (record.chapters, record.missing) = completeness::measure(
        regulation,
        &inspection.config,
        &inspection.findings,
        inspection.readable,
    );
    record.pagu = pagu(&inspection.renstra);
    record.pagu_rpjmd = pagu_rpjmd(&inspection);
    if !inspection.readable {
        record.status = Status::Unreadable;
        return (findings, None);
    }
    record.face = Some(Face::new(&regulation.id, &pipeline::member(&inspection)));
    if findings.has_error() && !request.draft {
        record.status = Status::Refused;
        return (findings, None);
    }
    match lay_out(request, &inspection, record, &mut findings) {
        Ok(pdf) => (findings, pdf),
        Err(why) => {
            findings.emit(finding::failed(&task.member.source, &why));
            (findings, None)
        }
    }
}

fn lay_out(
    request: &Request<'_>,
    inspection: &Inspection,
    record: &mut Record,
    findings: &mut Diagnostics,
) -> Result<Option<Vec<u8>>, String> {
    let typeset = inspection
        .typeset(request.library, request.draft)
        .map_err(|why| why.to_string())?;
    // What the layout computed on its way is of no use to the PDF.
    drop(worker::eviction(request.jobs));
    let shown = inspection.page_findings(&typeset);
    findings.extend(shown.clone());
    if shown.has_error() && !request.draft {
        record.status = Status::Refused;
        return Ok(None);
    }
    // As `render` does it: the same bytes.
    let mut settings = PdfSettings::new(inspection.digest());
    settings.standards = Standards::choose(request.standards.clone(), false, shown.has_error());
    settings.timestamp = Some(request.timestamp.unwrap_or(inspection.document_time()));
    let pdf = typeset::pdf(&typeset, &settings).map_err(|why| why.to_string())?;
    record.pages = Some(typeset.page_count());
    // A draft with errors is there, and somebody still has to be called.
    record.status = if findings.has_error() {
        Status::Refused
    } else {
        Status::Delivered
    };
    Ok(Some(pdf))
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

/// What the RPJMD gives the agency's programs per year; `None` without an RPJMD, or
/// where it gives none. A program shared with others counts whole.
fn pagu_rpjmd(inspection: &Inspection) -> Option<Pagu> {
    let rpjmd = inspection.rpjmd.as_ref()?;
    let opd = NamaOpd::of(&inspection.renstra.identitas);
    let mut sum = Pagu::new();
    for program in rpjmd.program_of(&opd) {
        for (tahun, entry) in &program.pagu {
            if let Some(amount) = entry.value() {
                let own = sum
                    .entry(tahun.get())
                    .or_insert(Money(rust_decimal::Decimal::ZERO));
                own.0 += amount.decimal();
            }
        }
    }
    (!sum.is_empty()).then_some(sum)
}

fn pagu(renstra: &Renstra) -> Pagu {
    let table = &renstra.pendanaan;
    let year = table
        .program
        .iter()
        .flat_map(|program| program.baris.pagu.keys().copied());
    year.filter_map(|year| Some((year.get(), Money(table.pagu_year(year)?.decimal()))))
        .collect()
}
