//! What a save costs while someone looks at the pages: `cargo bench --bench preview`.
//!
//! A 150-row T-C.27, one changed cell a save. First the layout alone: again after the change over
//! the first time. Then the page in the browser: from the save on disk until the changed pages
//! have been fetched. Then memory over many saves (`RENSTRA_SAVES`, 500 unless told).

// A benchmark's report is its output, and one that cannot go on has failed.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

#[allow(dead_code)] // the tests use what this does not
#[path = "../tests/suite/support/mod.rs"]
mod support;

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use renstra::pipeline::{self, Library, Options};
use renstra::serve::{self, Settings};
use renstra::typeset::{Eviction, Pages};
use serde_json::Value;
use support::grid::Content;
use support::http;

const ROWS: usize = 150;
const ROUNDS: u32 = 9;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("dinas.xlsx");
    let incremental = layout(&path)?;
    visible(folder.path(), &path, incremental)?;
    memory(&path)
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
    support::to_xlsx::xlsx(&list)
}

fn layout(path: &Path) -> Result<Duration, Box<dyn Error>> {
    let library = Library::new(None, &[])?;
    let mut time = Vec::new();
    let mut changed = 0;
    let mut before: Option<Pages> = None;
    for number in 0..=ROUNDS {
        std::fs::write(path, version(number))?;
        let _eviction = Eviction::keep(2);
        let inspection = pipeline::inspect(&library, path, &Options::default())?;
        if inspection.findings.has_error() {
            return Err(support::print(&inspection.findings).into());
        }
        let typeset = inspection.typeset(&library, false)?;
        time.push(typeset.compile_time());
        let pages = Pages::of(&typeset);
        if let Some(before) = &before {
            let pair = before.digest().iter().zip(pages.digest());
            changed = pair.filter(|(a, b)| a != b).count();
        }
        before = Some(pages);
    }
    let pages = before.map_or(0, |pages| pages.count());
    let first = time.remove(0);
    time.sort();
    let again = time[time.len() / 2];
    println!("layout: {pages} pages, {changed} change with one cell");
    println!(
        "  first {:.0} ms, after one changed cell {:.0} ms (median of {ROUNDS}), ratio {:.2}",
        ms(first),
        ms(again),
        ms(again) / ms(first)
    );
    Ok(again)
}

fn visible(folder: &Path, path: &Path, incremental: Duration) -> Result<(), Box<dyn Error>> {
    let settings = Settings {
        folder: folder.to_owned(),
        port: 0,
        options: Options::default(),
    };
    let running = serve::start(Library::new(None, &[])?, settings)?;
    let address = running.address;
    let state = |wanted: &dyn Fn(&[String]) -> bool| loop {
        let state: Value = http::get(address, "/api/opd/dinas.xlsx").json();
        let page = state["halaman"].as_array().unwrap().iter();
        let page: Vec<String> = page
            .map(|page| page["sidik"].as_str().unwrap().to_owned())
            .collect();
        if wanted(&page) {
            return page;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let mut old = state(&|page| !page.is_empty());
    let mut time = Vec::new();
    for number in 0..ROUNDS {
        let bytes = version(1_000 + number);
        let start = Instant::now();
        support::save::by_rename(path, &bytes);
        let new = state(&|page| page != old);
        for (number, (old, new)) in (1..).zip(old.iter().zip(&new)) {
            if old != new {
                let url = format!("/api/opd/dinas.xlsx/halaman/{number}?s={new}");
                assert_eq!(http::get(address, &url).status, 200);
            }
        }
        time.push(start.elapsed());
        old = new;
    }
    running.stop();
    time.sort();
    let median = time[time.len() / 2];
    println!(
        "page in the browser: {:.0} ms from the save to the changed pages (median of {ROUNDS}), {:.2} x layout + {:.0} ms",
        ms(median),
        1.2,
        ms(median) - 1.2 * ms(incremental)
    );
    Ok(())
}

fn memory(path: &Path) -> Result<(), Box<dyn Error>> {
    let saves: u32 = std::env::var("RENSTRA_SAVES").map_or(Ok(500), |text| text.parse())?;
    let library = Library::new(None, &[])?;
    for number in 1..=saves {
        std::fs::write(path, version(10_000 + number))?;
        let _eviction = Eviction::keep(2);
        let inspection = pipeline::inspect(&library, path, &Options::default())?;
        let typeset = inspection.typeset(&library, false)?;
        drop(Pages::of(&typeset));
        if [10, 20, 50, 100, 200, 300, 400, 500].contains(&number) {
            println!("memory after {number:>3} saves: {:.0} MiB", resident());
        }
    }
    Ok(())
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// Resident memory in mebibytes; 0 where the system does not tell.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let kibibytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    kibibytes.unwrap_or(0.0) / 1_024.0
}
