//! What a city costs: `cargo bench --bench batch`, with `-- 300` for a larger one as well.
//!
//! Forty synthetic agencies of 150 rows each: one process a document as `render` makes it, then
//! all of them in one process with one worker and with two, three times in turn, of which the best
//! of each is told; then again with nothing changed.
//! Every line is a process of its own, so that its memory is its own; the memory of a batch is that of
//! all its processes together. `CPU` is the processor time of all threads and workers, which other programs on the machine disturb less than the clock.

// A benchmark's report is its output, and one that cannot go on has failed.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

#[allow(dead_code)] // the tests use what this does not
#[path = "../tests/suite/support/mod.rs"]
mod support;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use renstra::batch::record::Status;
use renstra::batch::{self, Request, Shard};
use renstra::pipeline::{self, Library, Options, Output, PrintOptions};
use renstra::typeset::Pool;
use renstra::worker::Limits;

/// As the program does it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const OPD: u64 = 40;
const ROWS: usize = 150;
/// Runs with one worker and with two.
const ROUNDS: usize = 3;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// What a process used.
#[derive(Default)]
struct Cost {
    seconds: f64,
    cpu: f64,
    mebibytes: f64,
}

fn main() -> Outcome<()> {
    let arg: Vec<String> = std::env::args().collect();
    // Cargo passes `--bench` and filters; only our own words start a child.
    if let Some(at) = arg.iter().position(|arg| arg == "--workbook") {
        return alone(Path::new(&arg[at + 1]));
    }
    if let Some(at) = arg.iter().position(|arg| arg == "--city") {
        return city(
            Path::new(&arg[at + 1]),
            arg[at + 2].parse()?,
            Path::new(&arg[at + 3]),
        );
    }
    let folder = tempfile::tempdir()?;
    let small = folder.path().join("kota");
    generate(&small, OPD)?;
    println!(
        "{:<34} {:>8} {:>8} {:>9} {:>6}",
        "", "detik", "CPU", "CPU/PDF", "MiB"
    );
    let mut sum = Cost::default();
    for seed in 1..=OPD {
        let cost = child(&["--workbook".as_ref(), workbook(&small, seed).as_ref()])?;
        sum.seconds += cost.seconds;
        sum.cpu += cost.cpu;
        sum.mebibytes = sum.mebibytes.max(cost.mebibytes);
    }
    print("render, satu proses per dokumen", &sum, OPD);
    alternate(&small, folder.path())?;
    if let Some(count) = arg.iter().skip(1).find_map(|arg| arg.parse::<u64>().ok()) {
        let large = folder.path().join("provinsi");
        generate(&large, count)?;
        let cost = run(&large, 2, &folder.path().join("banyak"))?;
        print(&format!("batch -j2, {count} dokumen"), &cost, count);
    }
    Ok(())
}

/// One worker and two in turn, so that what else the machine does falls on both. The best of
/// each counts: other programs only ever add to a run.
fn alternate(city: &Path, folder: &Path) -> Outcome<()> {
    let (one, two) = (folder.join("satu"), folder.join("dua"));
    let (mut single, mut double) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        for (jobs, output, cost) in [(1, &one, &mut single), (2, &two, &mut double)] {
            if output.exists() {
                fs::remove_dir_all(output)?;
            }
            cost.push(run(city, jobs, output)?);
        }
    }
    let (single, double) = (best(single), best(double));
    print(&format!("batch -j1, terbaik dari {ROUNDS}"), &single, OPD);
    print(&format!("batch -j2, terbaik dari {ROUNDS}"), &double, OPD);
    let again = run(city, 2, &two)?;
    print("batch -j2, tidak ada yang berubah", &again, OPD);
    println!(
        "\n-j2 terhadap -j1: {:.2} kali; jalan kedua: {:.1} % dari yang pertama",
        single.seconds / double.seconds,
        100.0 * again.seconds / double.seconds
    );
    same(&one, &two)
}

/// The least of each time; the memory is the most that any took.
fn best(cost: Vec<Cost>) -> Cost {
    cost.into_iter()
        .reduce(|a, b| Cost {
            seconds: a.seconds.min(b.seconds),
            cpu: a.cpu.min(b.cpu),
            mebibytes: a.mebibytes.max(b.mebibytes),
        })
        .unwrap_or_default()
}

fn workbook(city: &Path, seed: u64) -> PathBuf {
    city.join("opd").join(format!("opd-{seed:04}.xlsx"))
}

fn generate(city: &Path, count: u64) -> Outcome<()> {
    fs::create_dir_all(city.join("opd"))?;
    for seed in 1..=count {
        let grid = support::city::opd(seed, ROWS);
        fs::write(workbook(city, seed), support::to_xlsx::xlsx(&grid))?;
    }
    Ok(())
}

fn print(name: &str, cost: &Cost, count: u64) {
    #[allow(clippy::cast_precision_loss)]
    let each = cost.cpu / count as f64;
    println!(
        "{name:<34} {:>8.2} {:>8.2} {each:>9.3} {:>6.0}",
        cost.seconds, cost.cpu, cost.mebibytes
    );
}

fn run(city: &Path, jobs: usize, output: &Path) -> Outcome<Cost> {
    let jobs = jobs.to_string();
    child(&[
        "--city".as_ref(),
        city.as_ref(),
        jobs.as_ref(),
        output.as_ref(),
    ])
}

/// Runs a child and reads its costs; the clock also counts its start.
fn child(arg: &[&std::ffi::OsStr]) -> Outcome<Cost> {
    let start = Instant::now();
    let output = Command::new(std::env::current_exe()?).args(arg).output()?;
    let seconds = start.elapsed().as_secs_f64();
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let line = String::from_utf8(output.stdout)?;
    let value: Vec<f64> = line
        .split_whitespace()
        .map(str::parse)
        .collect::<Result<_, _>>()?;
    let [cpu, mebibytes] = value[..] else {
        return Err(line.into());
    };
    Ok(Cost {
        seconds,
        cpu,
        mebibytes,
    })
}

/// Two folders of results hold the same documents.
fn same(one: &Path, two: &Path) -> Outcome<()> {
    for entry in fs::read_dir(one)? {
        let path = entry?.path();
        if path.is_file() && fs::read(&path)? != fs::read(two.join(path.file_name().unwrap()))? {
            return Err(format!("{} differs", path.display()).into());
        }
    }
    Ok(())
}

/// One document as `render` makes it.
fn alone(path: &Path) -> Outcome<()> {
    let library = Library::new(None, &[])?;
    let inspection = pipeline::inspect(&library, path, &Options::default())?;
    let pdf = Pool::new(1)?.run(|| -> Result<Vec<u8>, String> {
        let printed = inspection.print(&library, Output::Document, &PrintOptions::default());
        let printout = printed
            .map_err(|why| why.to_string())?
            .map_err(|refusal| refusal.to_string())?;
        printout.pdf(None).map_err(|why| why.to_string())
    })?;
    fs::write(path.with_extension("pdf"), pdf)?;
    fs::remove_file(path.with_extension("pdf"))?;
    tell();
    Ok(())
}

/// A whole city.
fn city(folder: &Path, jobs: usize, output: &Path) -> Outcome<()> {
    let library = Library::new(None, &[])?;
    let request = Request {
        library: &library,
        folder: folder.to_owned(),
        output: output.to_owned(),
        jobs,
        force: false,
        shard: Shard::WHOLE,
        recap_only: false,
        draft: false,
        standards: None,
        options: Options::default(),
        timestamp: None,
        describe: support::print,
        program: env!("CARGO_BIN_EXE_renstra").into(),
        limits: Limits::default(),
    };
    let over = AtomicBool::new(false);
    let (summary, peak) = std::thread::scope(|scope| {
        let memory = scope.spawn(|| peak_of_all(&over));
        let summary = batch::run(&request, &|_| {});
        over.store(true, Ordering::Relaxed);
        (summary, memory.join().unwrap_or(0.0))
    });
    let summary = summary?;
    assert_eq!(summary.count(Status::Delivered), summary.records.len());
    println!("{} {peak}", cpu());
    Ok(())
}

/// The most memory of this process and its workers together, in mebibytes, looked at ten times a
/// second. What they share, such as the program itself, counts once.
fn peak_of_all(over: &AtomicBool) -> f64 {
    let own = std::process::id();
    let mut most = 0.0_f64;
    while !over.load(Ordering::Relaxed) {
        let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
        let sum: f64 = entries
            .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok())
            .filter(|process| *process == own || parent(*process) == Some(own))
            .map(|process| kibibytes(&format!("/proc/{process}/smaps_rollup"), "Pss:"))
            .sum();
        most = most.max(sum / 1_024.0);
        std::thread::sleep(Duration::from_millis(100));
    }
    most
}

fn parent(process: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    stat.rsplit_once(')')?
        .1
        .split_whitespace()
        .nth(1)?
        .parse()
        .ok()
}

fn kibibytes(path: &str, field: &str) -> f64 {
    let text = fs::read_to_string(path).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(field));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok())
        .unwrap_or(0.0)
}

/// Processor seconds and peak memory so far; 0 where the system does not tell.
fn tell() {
    let peak = kibibytes("/proc/self/status", "VmHWM:");
    println!("{} {}", cpu(), peak / 1_024.0);
}

/// Processor seconds of this process and of the workers that have ended.
fn cpu() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    // User and system time, own and of ended children, in hundredths of a second.
    let ticks = fields.split_whitespace().skip(11).take(4);
    ticks
        .filter_map(|tick| tick.parse::<f64>().ok())
        .sum::<f64>()
        / 100.0
}
