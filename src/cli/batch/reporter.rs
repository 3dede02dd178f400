//! What a run says while it goes on, in one voice for all threads.

use std::io;
use std::path::{Path, PathBuf};

use super::event::{Begin, End, Last, Skipped, Start};
use crate::batch::record::{Record, Status};
use crate::batch::{Event, Summary};
use crate::cli::args::DiagnosticFormat;
use crate::cli::progress::Progress;
use crate::cli::report::{Report, SCHEMA};
use crate::diagnostic::{Fact, Severity};

/// Says what happens, in one voice for all threads.
pub(super) struct BatchReporter<'r> {
    pub(super) report: &'r mut Report,
    pub(super) progress: Progress,
    pub(super) format: DiagnosticFormat,
    pub(super) quiet: bool,
    pub(super) output: PathBuf,
    /// Whether drafts are printed.
    pub(super) draft: bool,
    /// Why nothing more can be said.
    pub(super) broken: Option<io::Error>,
}

impl BatchReporter<'_> {
    pub(super) fn tell(&mut self, event: &Event<'_>) -> io::Result<()> {
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
                if let Some(findings) = findings {
                    let mut findings = (*findings).clone();
                    // People get the findings as a file for each agency, but what
                    // could not be written may be that very file.
                    if self.format == DiagnosticFormat::Human {
                        findings.retain_mut(|finding| finding.facts.contains(&Fact::Unwritten));
                    }
                    self.say(|report| report.findings(&findings))?;
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

    /// What agencies show next to each other: a line for people, the findings for programs.
    fn between(&mut self, summary: &Summary) -> io::Result<()> {
        if summary.city.is_empty() {
            return Ok(());
        }
        if self.format != DiagnosticFormat::Human {
            self.report.findings(&summary.city)?;
        }
        let count = [Severity::Error, Severity::Warning, Severity::Info]
            .map(|severity| (summary.city.count(severity), severity.word()));
        let count = count.into_iter().filter(|(count, _)| *count > 0);
        let count: Vec<String> = count
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        let mut line = format!("antar-Perangkat Daerah: {}", count.join(", "));
        if let Some(name) = &summary.city_list {
            line = format!("{line}; lihat {}", self.output.join(name).display());
        }
        let hidden = self.quiet && self.format == DiagnosticFormat::Human;
        if hidden && summary.city.has_error() {
            self.report.failure(&line)
        } else {
            self.report.line(&line)
        }
    }

    fn say(&mut self, f: impl FnOnce(&mut Report) -> io::Result<()>) -> io::Result<()> {
        self.progress.aside(|| f(self.report))
    }

    /// The last line.
    pub(super) fn end(&mut self, summary: &Summary) -> io::Result<()> {
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
        self.between(summary)?;
        let bad = summary.records.iter().filter(|r| r.status.is_bad()).count();
        self.report.event(&Last {
            schema: SCHEMA,
            event: "summary",
            workbooks: summary.records.len(),
            delivered: summary.count(Status::Delivered),
            unchanged: summary.unchanged,
            bad,
            pending: summary.count(Status::Pending),
            city_errors: summary.city.count(Severity::Error),
            city_warnings: summary.city.count(Severity::Warning),
            city_findings: summary.city_list.as_deref(),
            stale: &summary.stale,
            recap: &summary.recap,
        })?;
        self.report.line(&last_line(summary, bad, self.draft))
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
    // Two workbooks of one agency are told apart by their files.
    if record.status.is_bad() && line != record.source {
        line = format!("{line} ({})", record.source);
    }
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

fn last_line(summary: &Summary, bad: usize, draft: bool) -> String {
    let (count, word) = if draft {
        let printed = summary.records.iter().filter(|r| r.pdf.is_some());
        (printed.count(), "rancangan tercetak")
    } else {
        (summary.count(Status::Delivered), "dokumen selesai")
    };
    let mut part = vec![format!("{count} dari {} {word}", summary.records.len())];
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
    let mut line = part.join(", ");
    if !recap.is_empty() {
        line = format!("{line}; rekap: {}", recap.join(", "));
    }
    line
}
