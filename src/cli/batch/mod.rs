//! `renstra batch`: a city's documents, findings and recap in one run.

mod args;
mod event;
mod reporter;

use std::sync::{Mutex, PoisonError};

use crate::batch::record::Status;
use crate::batch::{self, Request, Shard, Summary};
use crate::cli::args::{DiagnosticFormat, General};
use crate::cli::progress::Progress;
use crate::cli::report::{self, Report};
use crate::cli::{CommandError, Outcome, limits, options, program, render, timestamp};
use crate::diagnostic::Diagnostics;
use crate::pipeline::Library;
pub use args::Batch;
use reporter::BatchReporter;

/// Folder of the results in the city's folder.
const RESULTS: &str = "hasil";
/// The one of drafts, so that none takes the place of a final document.
const DRAFTS: &str = "rancangan";

pub(super) fn run(
    args: &Batch,
    general: &General,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let shard = match &args.bagian {
        Some(text) => text
            .parse()
            .map_err(|why| CommandError::Usage(format!("{why}, bukan \"{text}\"")))?,
        None => Shard::WHOLE,
    };
    let timestamp = timestamp::asked(args.print.creation_timestamp)?;
    let standards = render::parse_standard(args.print.pdf_standard.as_deref())?;
    let library = Library::new(general.templates.as_deref(), &args.print.font_path)?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let results = if args.draft { DRAFTS } else { RESULTS };
    let output = args.output.clone();
    let request = Request {
        library: &library,
        folder: args.folder.clone(),
        output: output.unwrap_or_else(|| args.folder.join(results)),
        jobs: args.jobs.map_or(cores, usize::from),
        force: args.force,
        shard,
        recap_only: args.rekap,
        draft: args.draft,
        standards,
        options: options(general),
        timestamp,
        describe,
        program: program()?,
        limits: limits(general),
    };
    let shown = general.diagnostic_format == DiagnosticFormat::Human && !general.quiet;
    let reporter = Mutex::new(BatchReporter {
        report,
        progress: Progress::new(shown),
        format: general.diagnostic_format,
        quiet: general.quiet,
        draft: args.draft,
        output: request.output.clone(),
        broken: None,
    });
    let result = batch::run(&request, &|event| {
        let mut reporter = reporter.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(why) = reporter.tell(&event) {
            reporter.broken.get_or_insert(why);
        }
    });
    let mut reporter = reporter
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    reporter.progress.end();
    let summary = result?;
    reporter.end(&summary)?;
    match reporter.broken {
        Some(why) => Err(why.into()),
        None => Ok(outcome(&summary)),
    }
}

/// Findings as a list for people, without colour.
pub(super) fn describe(list: &Diagnostics) -> String {
    let mut out = Vec::new();
    for finding in list {
        // Memory can always be written.
        let _ = report::human(&mut out, finding);
    }
    let text = String::from_utf8_lossy(&out);
    anstream::adapter::strip_str(&text).to_string()
}

/// By this run's own share: what another machine failed on is its own to say.
fn outcome(summary: &Summary) -> Outcome {
    let share = &summary.share;
    if !share.is_empty() && share.iter().all(|status| *status == Status::Failed) {
        Outcome::Failure
    } else if share.iter().any(|status| status.is_bad())
        || !summary.unwritten.is_empty()
        || summary.city.has_error()
    {
        Outcome::Findings
    } else {
        Outcome::Clean
    }
}
