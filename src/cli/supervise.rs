//! A command that reads workbooks runs in a process of its own, the same
//! program with the same arguments: what takes all memory, never ends or
//! crashes ends there, and this process says so in the user's words.

use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command as Process, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use super::args::{Arguments, ColorChoice, Command, General};
use super::report::Report;
use super::{CommandError, Outcome, limits, program};
use crate::diagnostic::{Diagnostics, Origin};
use crate::watch::{Timing, Watch};
use crate::worker::{self, Limits, Lost, Tail, of_lost};

/// Variable that tells the inner process its memory, in bytes.
const INNER: &str = "RENSTRA_PROSES";
/// Variable with the workbooks of a city that were lost: their places in the list.
const LOST: &str = "RENSTRA_HILANG";
/// Variable that tells the inner process that its stderr ends on a terminal, which it
/// cannot see through the pipe.
const COLOR: &str = "RENSTRA_WARNA";
/// How lines to this process begin, which are for no reader.
const BEGUN: &str = "\u{1}mulai ";
const PANICKED: &str = "\u{1}panik ";

/// Bounds this process if it is the inner one; whether it is.
pub(super) fn enter() -> bool {
    let Some(memory) = std::env::var(INNER).ok().and_then(|text| text.parse().ok()) else {
        return false;
    };
    worker::bound_memory(memory);
    std::panic::set_hook(Box::new(|why| {
        let _ = writeln!(io::stderr(), "{PANICKED}{}", worker::place(why));
    }));
    let _ = std::thread::Builder::new().spawn(|| {
        // The outer process holds the other end: without it nobody waits for this one.
        let _ = io::stdin().read_to_end(&mut Vec::new());
        #[allow(clippy::exit)]
        std::process::exit(3);
    });
    true
}

/// Whether this process is the inner one.
pub(super) fn is_running() -> bool {
    std::env::var_os(INNER).is_some()
}

/// Whether this process colours what it says on stderr.
pub(super) fn color(asked: ColorChoice) -> ColorChoice {
    match asked {
        ColorChoice::Auto if std::env::var_os(COLOR).is_some() => ColorChoice::Always,
        other => other,
    }
}

/// Tells the outer process which workbook of the list is in work now.
pub(super) fn begun(place: usize) {
    if is_running() {
        let _ = writeln!(io::stderr(), "{BEGUN}{place}");
    }
}

/// Places of the workbooks over which earlier inner processes were lost.
pub(super) fn lost() -> Vec<usize> {
    let text = std::env::var(LOST).unwrap_or_default();
    text.split(',').filter_map(|at| at.parse().ok()).collect()
}

/// The workbooks that a command reads, if it is to run in an inner process, and
/// whether it ends by itself.
pub(super) fn wants(command: &Command) -> Option<(Vec<PathBuf>, bool)> {
    match command {
        Command::Check(args) => Some((super::check::listed(&args.path), true)),
        Command::Compare(args) => Some((args.paths.clone(), true)),
        Command::Merge(args) => Some((vec![args.folder.clone()], true)),
        Command::Preview(args) => Some((vec![args.workbook.clone()], !args.watch)),
        Command::Init(args) => Some((vec![args.from.clone()?], true)),
        Command::Render(_)
        | Command::Turunan(_)
        | Command::Split(_)
        | Command::Data(_)
        | Command::Audit(_) => Some((vec![command.workbook()?.to_owned()], true)),
        // Workers of their own read the workbooks of a city; the others read none.
        Command::Batch(_)
        | Command::Serve(_)
        | Command::Rule(_)
        | Command::Formats
        | Command::Help(_)
        | Command::Pekerja(_)
        | Command::Completions(_) => None,
    }
}

/// Runs the inner process to its end; over each workbook that is lost, another.
pub(super) fn run(
    arguments: &Arguments,
    workbooks: &[PathBuf],
    ends: bool,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let general = &arguments.general;
    let limits = limits(general);
    let mut gone: Vec<usize> = Vec::new();
    loop {
        let mut child = start(general, limits, &gone)?;
        let end = hear(&mut child, limits, ends)?;
        let Some(why) = end.lost else {
            return Ok(outcome(end.status, &gone));
        };
        // Begun before anybody is told, so that no save falls in between.
        let mut saved = match (ends, workbooks.first()) {
            (false, Some(path)) => Some(watch(path)?),
            _ => None,
        };
        let at = end.at.unwrap_or_default();
        let mut found = Diagnostics::new();
        found.emit(of_lost(&origin(workbooks.get(at)), &why));
        report.findings(&found)?;
        if let Some(saved) = &mut saved {
            report.line("menunggu penyimpanan berikutnya; akhiri dengan Ctrl+C")?;
            saved.wait();
            continue;
        }
        // In a city the others are still to be told; what is lost beyond them is all.
        let again = workbooks.len() > 1 && end.at.is_some() && !gone.contains(&at);
        if !again {
            return Ok(Outcome::Findings);
        }
        gone.push(at);
    }
}

/// Tells when the workbook is saved again: what was lost over it may be mended then.
fn watch(workbook: &Path) -> io::Result<Watch> {
    let workbook = std::path::absolute(workbook)?;
    let folder: Vec<PathBuf> = workbook.parent().map(Path::to_owned).into_iter().collect();
    let list = vec![workbook];
    // Whether it is whole is asked in the inner process, where it may fail.
    let whole = Box::new(|_: &Path, _: &[u8]| true);
    let list = Box::new(move || list.clone());
    Ok(Watch::new(Timing::default(), &folder, list, whole))
}

fn origin(path: Option<&PathBuf>) -> Origin {
    let name = path.and_then(|path| path.file_name());
    Origin::file(name.unwrap_or_default().to_string_lossy().into_owned())
}

fn outcome(status: Option<ExitStatus>, gone: &[usize]) -> Outcome {
    match status.and_then(|status| status.code()) {
        Some(0) if gone.is_empty() => Outcome::Clean,
        Some(0 | 1) => Outcome::Findings,
        Some(2) => Outcome::Usage,
        _ => Outcome::Failure,
    }
}

fn start(general: &General, limits: Limits, gone: &[usize]) -> Result<Child, CommandError> {
    let gone: Vec<String> = gone.iter().map(ToString::to_string).collect();
    let mut process = Process::new(program()?);
    process
        .args(std::env::args_os().skip(1))
        .env(INNER, limits.memory.to_string())
        .env(worker::RESERVE.0, worker::RESERVE.1)
        .env(LOST, gone.join(","))
        .stdin(Stdio::piped())
        .stderr(Stdio::piped());
    // Its stderr is a pipe, so it cannot see that a terminal is behind.
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if general.color == ColorChoice::Auto && io::stderr().is_terminal() && !plain {
        process.env(COLOR, "1");
    }
    Ok(process.spawn()?)
}

/// How an inner process ended.
struct End {
    status: Option<ExitStatus>,
    /// Why it is lost, if it did not end by itself.
    lost: Option<Lost>,
    /// The workbook that was in work.
    at: Option<usize>,
}

enum Said {
    Line(Vec<u8>),
    Begun(usize),
    Panicked(String),
    System(Vec<u8>),
}

/// Passes on what the inner process says, until its end.
fn hear(child: &mut Child, limits: Limits, ends: bool) -> io::Result<End> {
    let (sender, said) = mpsc::channel();
    if let Some(stderr) = child.stderr.take() {
        std::thread::Builder::new().spawn(move || {
            let mut from = BufReader::new(stderr);
            let mut line = Vec::new();
            while from
                .read_until(b'\n', &mut line)
                .is_ok_and(|count| count > 0)
            {
                if sender.send(understand(std::mem::take(&mut line))).is_err() {
                    return;
                }
            }
        })?;
    }
    let (mut at, mut panic, mut tail, mut late) = (None, None, Tail::default(), false);
    let patience = ends.then_some(limits.time);
    loop {
        match next(&said, patience) {
            Ok(Said::Line(line)) => {
                let mut out = anstream::stderr().lock();
                out.write_all(&line)?;
                out.flush()?;
            }
            Ok(Said::Begun(place)) => at = Some(place),
            Ok(Said::Panicked(words)) => panic = Some(words),
            Ok(Said::System(line)) => tail.push(&line),
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                late = true;
                let _ = child.kill();
                break;
            }
        }
    }
    let status = child.wait().ok();
    let ended = status.and_then(|status| status.code());
    let lost = match (late, panic, ended) {
        (true, ..) => Some(Lost::Time(limits.time)),
        (_, Some(words), _) => Some(Lost::Panic(words)),
        (_, None, Some(0..=3)) => None,
        _ => Some(Lost::of(status, &tail, &limits.memory_text())),
    };
    Ok(End { status, lost, at })
}

fn next(said: &Receiver<Said>, patience: Option<Duration>) -> Result<Said, RecvTimeoutError> {
    match patience {
        Some(most) => said.recv_timeout(most),
        None => said.recv().map_err(|_| RecvTimeoutError::Disconnected),
    }
}

fn understand(line: Vec<u8>) -> Said {
    let text = String::from_utf8_lossy(&line);
    let text = text.trim_end();
    if let Some(place) = text.strip_prefix(BEGUN).and_then(|at| at.parse().ok()) {
        return Said::Begun(place);
    }
    if let Some(words) = text.strip_prefix(PANICKED) {
        return Said::Panicked(words.to_owned());
    }
    if worker::is_system(text) {
        return Said::System(line);
    }
    Said::Line(line)
}
