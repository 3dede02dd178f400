//! `renstra batch`: a city's documents, findings and recap in one run.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

use super::args::{Batch, DiagnosticFormat, General};
use super::progress::Progress;
use super::report::{self, Report, SCHEMA};
use super::{CommandError, Outcome, options, timestamp};
use crate::batch::record::{Record, Status};
use crate::batch::{self, Event, Request, Share, Summary};
use crate::diagnostic::Diagnostics;
use crate::pipeline::Library;

/// Folder of the results in the city's folder.
const RESULTS: &str = "hasil";

pub(super) fn run(
    args: &Batch,
    general: &General,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let share = match &args.bagian {
        Some(text) => text
            .parse()
            .map_err(|why| CommandError::Usage(format!("{why}, bukan \"{text}\"")))?,
        None => Share::WHOLE,
    };
    let timestamp = timestamp::asked(args.creation_timestamp)?;
    let library = Library::new(general.templates.as_deref(), &[])?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let output = args.output.clone();
    let request = Request {
        library: &library,
        folder: args.folder.clone(),
        output: output.unwrap_or_else(|| args.folder.join(RESULTS)),
        jobs: args.jobs.map_or(cores, usize::from),
        force: args.force,
        share,
        recap_only: args.rekap,
        options: options(general),
        timestamp,
        describe,
        before: None,
    };
    if !general.verbose {
        // A panic is a finding of its workbook; its words are in there.
        std::panic::set_hook(Box::new(|_| {}));
    }
    let shown = general.diagnostic_format == DiagnosticFormat::Human && !general.quiet;
    let teller = Mutex::new(Teller {
        report,
        progress: Progress::new(shown),
        format: general.diagnostic_format,
        quiet: general.quiet,
        output: request.output.clone(),
        broken: None,
    });
    let result = batch::run(&request, &|event| {
        let mut teller = teller.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(why) = teller.tell(&event) {
            teller.broken.get_or_insert(why);
        }
    });
    let _ = std::panic::take_hook();
    let mut teller = teller.into_inner().unwrap_or_else(PoisonError::into_inner);
    teller.progress.end();
    let summary = result?;
    teller.end(&summary)?;
    match teller.broken {
        Some(why) => Err(why.into()),
        None => Ok(outcome(&summary)),
    }
}

/// Findings as a list for people, without colour.
fn describe(list: &Diagnostics) -> String {
    let mut out = Vec::new();
    for finding in list {
        // Memory can always be written.
        let _ = report::human(&mut out, finding);
    }
    let text = String::from_utf8_lossy(&out);
    anstream::adapter::strip_str(&text).to_string()
}

fn outcome(summary: &Summary) -> Outcome {
    let failed = summary.count(Status::Failed);
    let bad = summary
        .record
        .iter()
        .any(|record| record.status.is_bad() || record.errors > 0);
    if failed > 0 && failed == summary.record.len() {
        Outcome::Failure
    } else if bad || !summary.unwritten.is_empty() {
        Outcome::Findings
    } else {
        Outcome::Clean
    }
}

/// Says what happens, in one voice for all threads.
struct Teller<'r> {
    report: &'r mut Report,
    progress: Progress,
    format: DiagnosticFormat,
    quiet: bool,
    output: PathBuf,
    /// Why nothing more can be said.
    broken: Option<io::Error>,
}

impl Teller<'_> {
    fn tell(&mut self, event: &Event<'_>) -> io::Result<()> {
        match event {
            Event::Begin { total, skipped } => {
                self.progress.begin(*total);
                for skipped in *skipped {
                    let line = format!("dilewati: {} ({})", skipped.name, skipped.reason);
                    self.say(|report| report.line(&line))?;
                }
                let skipped = skipped.iter().map(|skipped| Skipped {
                    name: &skipped.name,
                    reason: skipped.reason,
                });
                self.report.event(&Begin {
                    schema: SCHEMA,
                    event: "begin",
                    total: *total,
                    skipped: skipped.collect(),
                })
            }
            Event::Start { source } => {
                self.progress.take(source);
                self.report.event(&Start {
                    schema: SCHEMA,
                    event: "start",
                    source,
                })
            }
            Event::End { record, findings } => {
                self.progress.done(&record.source);
                // People get the findings as a file for each agency.
                if let Some(findings) = findings.filter(|_| self.format != DiagnosticFormat::Human)
                {
                    self.say(|report| report.findings(findings))?;
                }
                self.report.event(&End::new(record, findings.is_none()))?;
                let line = line(record, findings.is_none(), &self.output);
                if self.quiet && record.status.is_bad() && self.format != DiagnosticFormat::Json {
                    self.say(|report| report.failure(&line))
                } else {
                    let line = format!("{:<13}  {line}", record.status.word());
                    self.say(|report| report.line(&line))
                }
            }
        }
    }

    fn say(&mut self, f: impl FnOnce(&mut Report) -> io::Result<()>) -> io::Result<()> {
        self.progress.aside(|| f(self.report))
    }

    /// The last line.
    fn end(&mut self, summary: &Summary) -> io::Result<()> {
        for why in &summary.unwritten {
            self.report.failure(why)?;
        }
        for name in &summary.stale {
            let line = format!(
                "PDF lama, tidak diperbarui: {}",
                self.output.join(name).display()
            );
            self.report.line(&line)?;
        }
        let bad = summary.record.iter().filter(|r| r.status.is_bad()).count();
        self.report.event(&Last {
            schema: SCHEMA,
            event: "summary",
            workbooks: summary.record.len(),
            delivered: summary.count(Status::Delivered),
            unchanged: summary.unchanged,
            bad,
            pending: summary.count(Status::Pending),
            stale: &summary.stale,
            recap: &summary.recap,
        })?;
        self.report.line(&last_line(summary, bad))
    }
}

fn line(record: &Record, unchanged: bool, output: &Path) -> String {
    let mut part = Vec::new();
    if let Some(pages) = record.pages {
        part.push(format!("{pages} halaman"));
    }
    for (count, word) in [(record.errors, "galat"), (record.warnings, "peringatan")] {
        if count > 0 {
            part.push(format!("{count} {word}"));
        }
    }
    if unchanged {
        part.push("tidak berubah".to_owned());
    }
    let mut line = record.name().to_owned();
    if !part.is_empty() {
        line = format!("{line}: {}", part.join(", "));
    }
    match &record.findings {
        Some(findings) if record.status.is_bad() => {
            format!("{line}; lihat {}", output.join(&findings.name).display())
        }
        _ => line,
    }
}

fn last_line(summary: &Summary, bad: usize) -> String {
    let mut part = vec![format!(
        "{} dari {} dokumen selesai",
        summary.count(Status::Delivered),
        summary.record.len()
    )];
    for (count, word) in [
        (summary.unchanged, "tidak berubah"),
        (bad, "perlu diperbaiki"),
        (summary.count(Status::Copy), "salinan dilewati"),
        (summary.count(Status::Pending), "belum diolah"),
    ] {
        if count > 0 {
            part.push(format!("{count} {word}"));
        }
    }
    let recap: Vec<String> = summary
        .recap
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    format!("{}; rekap: {}", part.join(", "), recap.join(", "))
}

#[derive(Serialize)]
struct Begin<'a> {
    schema: u8,
    event: &'static str,
    total: usize,
    skipped: Vec<Skipped<'a>>,
}

#[derive(Serialize)]
struct Skipped<'a> {
    name: &'a str,
    reason: &'a str,
}

#[derive(Serialize)]
struct Start<'a> {
    schema: u8,
    event: &'static str,
    source: &'a str,
}

#[derive(Serialize)]
struct End<'a> {
    schema: u8,
    event: &'static str,
    source: &'a str,
    opd: &'a str,
    status: Status,
    unchanged: bool,
    pages: Option<usize>,
    errors: usize,
    warnings: usize,
    pdf: Option<&'a str>,
    findings: Option<&'a str>,
}

impl<'a> End<'a> {
    fn new(record: &'a Record, unchanged: bool) -> Self {
        Self {
            schema: SCHEMA,
            event: "end",
            source: &record.source,
            opd: record.name(),
            status: record.status,
            unchanged,
            pages: record.pages,
            errors: record.errors,
            warnings: record.warnings,
            pdf: record.pdf.as_ref().map(|output| output.name.as_str()),
            findings: record.findings.as_ref().map(|output| output.name.as_str()),
        }
    }
}

#[derive(Serialize)]
struct Last<'a> {
    schema: u8,
    event: &'static str,
    workbooks: usize,
    delivered: usize,
    unchanged: usize,
    bad: usize,
    pending: usize,
    stale: &'a [String],
    recap: &'a [PathBuf],
}
