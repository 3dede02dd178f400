//! What a save costs while someone looks at the pages: `cargo bench --bench preview`, with
//! `-- 500` for as many saves.
//!
//! A plan of some 90 pages with a 150-row T-C.27, one changed cell a save. First the layout
//! alone: again after the change over the first time, and what laying out one chapter alone
//! would take. Then, as the program serves it, from the save on disk until the browser has the
//! changed pages; and the memory after so many saves.

// A benchmark's report is its output, and one that cannot go on has failed.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

#[allow(dead_code)] // the tests use what this does not
#[path = "../tests/suite/support/mod.rs"]
mod support;

use std::error::Error;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::time::{Duration, Instant};

use renstra::pipeline::{self, Inspection, Library, Options};
use renstra::serve::{self, Settings};
use renstra::typeset::{self, Job, Pages};
use serde_json::Value;
use support::grid::{Content, Grid};
use support::http;

/// As the program does it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROWS: usize = 150;
/// Paragraphs added to each text of `Narasi`, for the pages.
const PARAGRAPHS: usize = 13;
const ROUNDS: u32 = 9;
const SAVES: u32 = 50;
/// After how many saves the memory is told.
const TOLD: [u32; 7] = [1, 10, 50, 100, 250, 400, 500];

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    // Cargo passes `--bench` and filters; a number is our own.
    let saves = std::env::args().find_map(|arg| arg.parse().ok());
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("dinas.xlsx");
    let incremental = layout(&path)?;
    serving(
        folder.path(),
        &path,
        incremental,
        saves.unwrap_or(SAVES).max(ROUNDS),
    )
}

/// The agency with one text of its funding table changed.
fn version(number: u32) -> Vec<u8> {
    let mut list = support::city::opd(1, ROWS);
    let table = list.iter_mut().find(|grid| grid.name == "T-C.27").unwrap();
    let (_, row_heading) = table.heading;
    let cell = table.cell.iter_mut().find(|((row, _), content)| {
        let text = matches!(content, Content::Text(text) if text.starts_with("Jumlah "));
        *row > row_heading + 80 && text
    });
    let (_, content) = cell.unwrap();
    *content = Content::Text(format!("Jumlah data wilayah {number:04}"));
    let narasi = list.iter_mut().find(|grid| grid.name == "Narasi").unwrap();
    lengthen(narasi);
    support::to_xlsx::xlsx(&list)
}

/// Each text with more paragraphs, no two of them alike.
fn lengthen(narasi: &mut Grid) {
    let text = narasi
        .cell
        .iter_mut()
        .filter(|((row, col), _)| *row > 0 && *col == 1);
    for ((row, _), content) in text {
        let Content::Text(isi) = content else {
            continue;
        };
        for number in 0..PARAGRAPHS {
            let sentence = format!(
                "Pelayanan angkutan dan terminal pada kelurahan ke-{row} diuraikan dalam alinea \
                 ke-{number} agar panjang naskah menyerupai dokumen yang sesungguhnya. "
            );
            isi.push_str("\n\n");
            isi.push_str(&sentence.repeat(6));
        }
    }
}

fn layout(path: &Path) -> Outcome<Duration> {
    let library = Library::new(None, &[])?;
    let mut time = Vec::new();
    let mut work = Vec::new();
    let mut read = Vec::new();
    let mut changed = 0;
    let mut before: Option<Pages> = None;
    for number in 0..=ROUNDS {
        std::fs::write(path, version(number))?;
        typeset::forget(2);
        let start = Instant::now();
        let inspection = pipeline::inspect(&library, path, &Options::default())?;
        read.push(start.elapsed());
        if inspection.findings.has_error() {
            return Err(support::print(&inspection.findings).into());
        }
        let begun = cpu();
        let typeset = inspection.typeset(&library, false)?;
        work.push(cpu().saturating_sub(begun));
        time.push(typeset.compile_time());
        let pages = Pages::of(&typeset);
        if let Some(before) = &before {
            let pair = before.digest().iter().zip(pages.digest());
            changed = pair.filter(|(a, b)| a != b).count();
        }
        before = Some(pages);
    }
    let pages = before.map_or(0, |pages| pages.count());
    let (first, first_work) = (time.remove(0), work.remove(0));
    let (again, again_work) = (median(&mut time), median(&mut work));
    println!("layout: {pages} pages, {changed} change with one cell");
    println!(
        "  first {:.0} ms, after one changed cell {:.0} ms (median of {ROUNDS}), ratio {:.2}; reading and checking {:.0} ms",
        ms(first),
        ms(again),
        ms(again) / ms(first),
        ms(median(&mut read)),
    );
    println!(
        "  the same in processor time, which other programs disturb less: {:.0} ms and {:.0} ms, ratio {:.2}",
        ms(first_work),
        ms(again_work),
        ms(again_work) / ms(first_work)
    );
    let inspection = pipeline::inspect(&library, path, &Options::default())?;
    alone(&library, &inspection, first)?;
    Ok(again)
}

/// What a mode of its own for one chapter would lay out, from nothing remembered.
fn alone(library: &Library, inspection: &Inspection, whole: Duration) -> Outcome<()> {
    let data: Value = serde_json::from_slice(&inspection.document(false).to_json()?)?;
    for bab in &inspection.regulation.bab {
        typeset::forget(0);
        let mut only = data.clone();
        let list = only["bab"].as_array_mut().unwrap();
        list.retain(|value| value["nomor"] == bab.nomor);
        let main = format!("/{}/main.typ", inspection.regulation.id);
        let job = Job::new(main, serde_json::to_vec(&only)?).today(inspection.document_time());
        match typeset::compile(&library.base, &job) {
            Ok(typeset) => println!(
                "  chapter {} alone: {} pages with the front matter, {:.0} ms, {:.2} of the whole",
                bab.nomor,
                typeset.page_count(),
                ms(typeset.compile_time()),
                ms(typeset.compile_time()) / ms(whole),
            ),
            Err(why) => println!("  chapter {} alone: {why}", bab.nomor),
        }
    }
    typeset::forget(0);
    Ok(())
}

/// A browser that listens and fetches what changed.
struct Browser {
    address: SocketAddr,
    line: std::io::Lines<BufReader<TcpStream>>,
    page: Vec<String>,
}

impl Browser {
    fn open(address: SocketAddr) -> Outcome<Self> {
        let mut stream = TcpStream::connect(address)?;
        write!(
            stream,
            "GET /api/peristiwa HTTP/1.1\r\nHost: {address}\r\n\r\n"
        )?;
        let mut browser = Self {
            address,
            line: BufReader::new(stream).lines(),
            page: Vec::new(),
        };
        while !browser.look() {
            browser.hear()?;
        }
        Ok(browser)
    }

    /// Waits for the next event.
    fn hear(&mut self) -> Outcome<()> {
        loop {
            let line = self.line.next().ok_or("the events ended")??;
            if line.starts_with("data:") {
                return Ok(());
            }
        }
    }

    /// Asks for the agency; fetches the pages that are new, if there are any.
    fn look(&mut self) -> bool {
        let state: Value = http::get(self.address, "/api/opd/dinas.xlsx").json();
        let page = state["halaman"].as_array().unwrap().iter();
        let new: Vec<String> = page
            .map(|page| page["sidik"].as_str().unwrap().to_owned())
            .collect();
        if new == self.page {
            return false;
        }
        for (number, new) in (1..).zip(&new) {
            if self.page.get(number - 1).is_some_and(|old| old != new) {
                let url = format!("/api/opd/dinas.xlsx/halaman/{number}?s={new}");
                assert_eq!(http::get(self.address, &url).status, 200);
            }
        }
        self.page = new;
        true
    }
}

fn serving(folder: &Path, path: &Path, incremental: Duration, saves: u32) -> Outcome<()> {
    let running = serve::start(Settings {
        folder: folder.to_owned(),
        program: Some(env!("CARGO_BIN_EXE_renstra").into()),
        ..Settings::default()
    })?;
    let mut browser = Browser::open(running.address)?;
    let mut time = Vec::new();
    let mut memory = Vec::new();
    for number in 1..=saves {
        let bytes = version(1_000 + number);
        let start = Instant::now();
        support::save::by_rename(path, &bytes);
        while !browser.look() {
            browser.hear()?;
        }
        time.push(start.elapsed());
        if TOLD.contains(&number) || number == saves {
            memory.push(format!("{number}: {:.0}", resident()));
        }
    }
    let median = median(&mut time);
    println!(
        "page in the browser: {:.0} ms from the save to the changed pages (median of {saves}), 1.2 x layout + {:.0} ms",
        ms(median),
        ms(median) - 1.2 * ms(incremental)
    );
    println!("memory after so many saves, in MiB: {}", memory.join(", "));
    running.stop();
    Ok(())
}

fn median(time: &mut [Duration]) -> Duration {
    time.sort();
    time[time.len() / 2]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// Processor time of all threads so far, in steps of ten milliseconds; zero where the system
/// does not tell.
fn cpu() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let field: Vec<&str> = stat
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    let ticks = |at: usize| -> u64 {
        let text = field.get(at).copied().unwrap_or_default();
        text.parse().unwrap_or_default()
    };
    // User and system time are the 14th and 15th field, two before the closing bracket.
    Duration::from_millis(10 * (ticks(11) + ticks(12)))
}

/// Resident memory in mebibytes; 0 where the system does not tell.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let kibibytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    kibibytes.unwrap_or(0.0) / 1_024.0
}
