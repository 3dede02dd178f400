//! `renstra preview`: some chapters or tables, as they stand in the whole document.

mod args;
mod build;
mod watching;

use std::path::{Path, PathBuf};

use super::args::General;
use super::render::{self, Target};
use super::report::Report;
use super::{CommandError, Outcome, options};
use crate::diagnostic::Severity;
use crate::pipeline::{Library, Options};
use crate::preview::Choice;
pub use args::Preview;
use build::Build;

/// What stays the same from one save to the next.
struct Session<'a> {
    args: &'a Preview,
    library: &'a Library,
    options: Options,
    choice: Choice,
    target: Target,
    format: super::args::Format,
}

pub(super) fn run(
    args: &Preview,
    general: &General,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let choice = Choice::parse(&args.bab, &args.tabel)?;
    let target = target(args, &choice);
    if args.watch && matches!(target, Target::Stdout) {
        return Err(CommandError::Usage(
            "--watch memerlukan berkas hasil; jangan pakai \"-o -\"".to_owned(),
        ));
    }
    let format = render::format(args.format, &target)?;
    let library = Library::new(general.templates.as_deref(), &args.font_path)?;
    let session = Session {
        args,
        library: &library,
        options: options(general),
        choice,
        target,
        format,
    };
    if args.watch {
        return watching::run(&session, report);
    }
    let build = session.print()?;
    report.findings(&build.inspection.findings)?;
    report.findings(&build.shown)?;
    let Some(result) = &build.result else {
        return Ok(Outcome::Findings);
    };
    for path in &result.written {
        report.line(&format!("tertulis: {}", path.display()))?;
    }
    report.line(&result.summary())?;
    if args.open {
        open(&result.written, report)?;
    }
    Ok(build.outcome())
}

fn target(args: &Preview, choice: &Choice) -> Target {
    match &args.output {
        Some(name) if name == "-" => Target::Stdout,
        Some(name) => Target::File(name.clone()),
        None => {
            let stem = args.workbook.file_stem().unwrap_or_default();
            let ending = args.format.map_or("pdf", super::args::Format::extension);
            let name = format!("{}-{}.{ending}", stem.to_string_lossy(), choice.slug());
            Target::File(args.workbook.with_file_name(name).display().to_string())
        }
    }
}

/// Opens the first file; without a program for it the preview is still there.
fn open(written: &[PathBuf], report: &mut Report) -> Result<(), CommandError> {
    let Some(path) = written.first() else {
        return Ok(());
    };
    if let Err(why) = open::that_detached(path) {
        let path = path.display();
        report.line(&format!("{path} tidak dapat dibuka otomatis: {why}"))?;
    }
    Ok(())
}

impl Session<'_> {
    /// Reads, lays out and writes once.
    fn print(&self) -> Result<Build, CommandError> {
        build::print(self)
    }

    fn workbook(&self) -> &Path {
        &self.args.workbook
    }
}

impl Build {
    fn outcome(&self) -> Outcome {
        if self.inspection.findings.has_error() || self.shown.has_error() {
            Outcome::Findings
        } else {
            Outcome::Clean
        }
    }

    /// `1 galat, 3 peringatan, 0 info`.
    fn count(&self) -> String {
        let count =
            |severity| self.inspection.findings.count(severity) + self.shown.count(severity);
        format!(
            "{} galat, {} peringatan, {} info",
            count(Severity::Error),
            count(Severity::Warning),
            count(Severity::Info)
        )
    }
}
