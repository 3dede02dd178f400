//! What a document costs, from workbook to PDF: `cargo bench --bench render`.
//!
//! Every size runs in a process of its own, so that its peak memory is its own and nothing is
//! warm. `atas` is the whole run over what typst itself needs for the same pages (layout and
//! export); `ms/baris` shows whether the cost grows linearly.

// A benchmark's report is its output, and one that cannot go on has failed.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

#[allow(dead_code)] // the tests use what this does not
#[path = "../tests/suite/support/mod.rs"]
mod support;

use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use renstra::pipeline::{self, Library, Options, Output, PrintOptions};

/// As the program does it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROWS: [u32; 6] = [75, 150, 300, 600, 1_200, 2_000];

fn main() -> Result<(), Box<dyn Error>> {
    let arg: Vec<String> = std::env::args().collect();
    // Cargo passes `--bench` and filters; only our own word starts a child.
    if let Some(at) = arg.iter().position(|arg| arg == "--workbook") {
        return one(Path::new(&arg[at + 1]));
    }
    println!(
        "{:>6} {:>8} {:>9} {:>9} {:>6} {:>9} {:>7}",
        "baris", "halaman", "typst ms", "semua ms", "atas", "ms/baris", "MiB"
    );
    let folder = tempfile::tempdir()?;
    for rows in ROWS {
        let path = folder.path().join(format!("{rows}.xlsx"));
        std::fs::write(
            &path,
            support::to_xlsx::xlsx(&support::city::opd(1, rows as usize)),
        )?;
        let output = Command::new(std::env::current_exe()?)
            .arg("--workbook")
            .arg(&path)
            .output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into());
        }
        let line = String::from_utf8(output.stdout)?;
        let value: Vec<f64> = line
            .split_whitespace()
            .map(str::parse)
            .collect::<Result<_, _>>()?;
        let [pages, typst, whole, memory] = value[..] else {
            return Err(line.into());
        };
        println!(
            "{rows:>6} {pages:>8.0} {typst:>9.0} {whole:>9.0} {:>6.3} {:>9.2} {memory:>7.0}",
            whole / typst,
            whole / f64::from(rows),
        );
    }
    Ok(())
}

/// One document as the command line makes it.
fn one(path: &Path) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let library = Library::new(None, &[])?;
    let inspection = pipeline::inspect(&library, path, &Options::default())?;
    let printout = inspection.print(&library, Output::Document, &PrintOptions::default())??;
    if !printout.findings.is_empty() {
        return Err(support::print(&printout.findings).into());
    }
    let typeset = &printout.typeset;
    let export = Instant::now();
    let pdf = printout.pdf(None)?;
    let typst = typeset.compile_time() + export.elapsed();
    std::fs::write(path.with_extension("pdf"), pdf)?;
    println!(
        "{} {} {} {}",
        typeset.page_count(),
        milliseconds(typst),
        milliseconds(start.elapsed()),
        peak_mebibytes()
    );
    Ok(())
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// Peak resident memory so far; 0 where the system does not tell.
fn peak_mebibytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kibibytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    kibibytes.unwrap_or(0.0) / 1_024.0
}
