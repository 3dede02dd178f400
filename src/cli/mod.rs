//! The command line: arguments to a run, and the run's outcome to an exit code.

mod args;
mod audit;
mod batch;
mod check;
mod compare;
mod data;
mod formats;
mod init;
mod launch;
mod output;
mod preview;
mod print_args;
mod progress;
mod render;
pub mod report;
mod rule;
mod serve;
mod supervise;
mod timestamp;
mod turunan;
mod units;
mod usage;
mod values;
mod verifikasi;

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

use crate::batch::BatchError;
use crate::diagnostic::system_cause;
use crate::pipeline::{Library, Options, PipelineError};
use crate::typeset::Pool;
use crate::worker::Limits;
use args::{Arguments, ColorChoice, Command, DiagnosticFormat, General, Help};
use launch::Launch;
use report::Report;

/// How a run ended; the number is the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// No error was found, and what was asked for was done.
    Clean = 0,
    /// There are findings of severity error.
    Findings = 1,
    /// The command line could not be understood.
    Usage = 2,
    /// The program could not run: unreadable input, no space.
    Failure = 3,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(outcome as u8)
    }
}

/// Why a command could not run.
#[derive(Debug, thiserror::Error)]
enum CommandError {
    #[error(transparent)]
    Pipeline(#[from] PipelineError),
    #[error(transparent)]
    Refused(#[from] crate::pipeline::Refusal),
    #[error(transparent)]
    Typeset(#[from] crate::typeset::TypesetError),
    #[error(transparent)]
    Batch(#[from] BatchError),
    #[error(transparent)]
    Worker(#[from] crate::batch::WorkerError),
    #[error(transparent)]
    PageWorker(#[from] crate::serve::WorkerError),
    #[error("berkas program sendiri tidak ditemukan")]
    Program,
    #[error(transparent)]
    Output(#[from] output::OutputError),
    #[error("keluaran tidak dapat ditulis: {}", system_cause(.0))]
    Io(#[from] io::Error),
    #[error("folder {} tidak dapat dibaca: {why}", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system says, in the user's words.
        why: String,
    },
    #[error("buku kerja kosong tidak dapat dibuat: {0}")]
    Form(String),
    #[error(transparent)]
    Serve(#[from] crate::serve::ServeError),
    #[error(transparent)]
    Choice(#[from] crate::preview::ChoiceError),
    /// A wrong value that only the command itself can judge.
    #[error("{0}")]
    Usage(String),
}

/// Runs the program on the process' arguments.
pub fn run() -> ExitCode {
    let launch = Launch::of(std::env::args_os());
    let outcome = match Arguments::try_parse_from(&launch.arguments) {
        Ok(arguments) => on_threads(&arguments),
        Err(error) => misunderstood(&error, &launch.arguments),
    };
    launch.end(outcome);
    outcome.into()
}

/// Layout recurses, and takes its threads from the caller's pool: these have the
/// stack for it.
fn on_threads(arguments: &Arguments) -> Outcome {
    if !supervise::enter() {
        return dispatch(arguments);
    }
    match Pool::new(0) {
        Ok(pool) => pool.run(|| dispatch(arguments)),
        Err(_) => dispatch(arguments),
    }
}

/// Help and version go to stdout; anything else is explained on stderr.
fn misunderstood(error: &clap::Error, arguments: &[OsString]) -> Outcome {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        return match error.print() {
            Ok(()) => Outcome::Clean,
            Err(_) => Outcome::Failure,
        };
    }
    let mut report = Report::new(DiagnosticFormat::Human, ColorChoice::Auto, false);
    // Nothing is left to do if stderr itself is gone.
    let _ = report.failure(&usage::explain(error, arguments));
    Outcome::Usage
}

fn dispatch(arguments: &Arguments) -> Outcome {
    let general = &arguments.general;
    let color = supervise::color(general.color);
    let mut report = Report::new(general.diagnostic_format, color, general.quiet);
    if matches!(arguments.command, Command::Check(_)) {
        report.answer_with_findings(general.color);
    }
    match execute(arguments, &mut report) {
        Ok(outcome) => outcome,
        Err(error) => {
            let outcome = match &error {
                CommandError::Usage(_)
                | CommandError::Batch(
                    BatchError::Nothing(_)
                    | BatchError::Pipeline(PipelineError::UnknownRegulation { .. }),
                )
                | CommandError::Choice(_)
                | CommandError::Pipeline(PipelineError::UnknownRegulation { .. }) => Outcome::Usage,
                // A reader that closed the pipe has seen enough.
                CommandError::Io(why) if why.kind() == io::ErrorKind::BrokenPipe => {
                    return Outcome::Clean;
                }
                _ => Outcome::Failure,
            };
            let _ = report.failure(&error.to_string());
            outcome
        }
    }
}

fn execute(arguments: &Arguments, report: &mut Report) -> Result<Outcome, CommandError> {
    let general = &arguments.general;
    let workbook = arguments.command.workbook();
    if let Some(folder) = workbook.filter(|path| path.is_dir()) {
        let folder = folder.display();
        return Err(CommandError::Usage(format!(
            "{folder} adalah folder, padahal perintah ini memerlukan satu buku kerja\nUntuk seluruh kota: renstra batch {folder}"
        )));
    }
    if !supervise::is_running()
        && let Some((workbook, ends)) = supervise::wants(&arguments.command)
    {
        return supervise::run(arguments, &workbook, ends, report);
    }
    match &arguments.command {
        Command::Completions(completions) => {
            let mut script = Vec::new();
            let mut command = Arguments::command();
            clap_complete::generate(completions.shell, &mut command, "renstra", &mut script);
            report::data(&script)?;
            Ok(Outcome::Clean)
        }
        Command::Formats => {
            let library = Library::new(general.templates.as_deref(), &[])?;
            report::data(formats::list(&library.regulation).as_bytes())?;
            Ok(Outcome::Clean)
        }
        Command::Rule(rule) => {
            let library = Library::new(general.templates.as_deref(), &[])?;
            rule::run(rule, &library.regulation)
        }
        Command::Init(init) => init::run(init, general, report),
        Command::Check(check) => check::run(check, general, report),
        Command::Render(render) => render::run(render, general, report),
        Command::Turunan(turunan) => turunan::run(turunan, general, report),
        Command::Compare(compare) => compare::run(compare, general, report),
        Command::Split(split) => units::split(split, general, report),
        Command::Merge(merge) => units::merge(merge, general, report),
        Command::Batch(batch) => batch::run(batch, general, report),
        Command::Preview(preview) => preview::run(preview, general, report),
        Command::Serve(serve) => serve::run(serve, general, report),
        Command::Audit(args) => audit::run(args, general, report),
        Command::Data(data) => data::run(data, general, report),
        Command::Help(help) => Ok(self::help(help)),
        Command::Pekerja(pekerja) => {
            match pekerja.kind.as_str() {
                crate::batch::WORKER => crate::batch::work()?,
                crate::serve::WORKER => crate::serve::work()?,
                _ => return Err(CommandError::Usage("pekerja itu tidak dikenal".to_owned())),
            }
            Ok(Outcome::Clean)
        }
    }
}

/// What `--help` would say, of the program or of one command.
fn help(args: &Help) -> Outcome {
    let mut line: Vec<OsString> = vec!["renstra".into()];
    let command = args.command.as_deref();
    line.extend(command.map(|name| launch::as_command(name.as_ref())));
    line.push("--help".into());
    match Arguments::try_parse_from(&line) {
        Ok(_) => Outcome::Clean,
        Err(error) => misunderstood(&error, &line),
    }
}

/// The run's options out of the general flags.
fn options(general: &General) -> Options {
    Options {
        config: general.config.clone(),
        peraturan: general.peraturan.clone(),
        rpjmd: general.rpjmd.clone(),
        allow: general
            .allow
            .iter()
            .map(|code| code.to_uppercase())
            .collect(),
        deny_warning: !general.deny.is_empty(),
    }
}

/// How much a document may take, out of the general flags.
fn limits(general: &General) -> Limits {
    Limits::new(general.memori, general.waktu)
}

/// The program itself, of which workers are started.
fn program() -> Result<PathBuf, CommandError> {
    std::env::current_exe().map_err(|_| CommandError::Program)
}
