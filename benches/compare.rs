//! Comparing two plans of 800 rows against reading them, and giving a plan out to thirty
//! units and joining it again: `cargo bench --bench compare`.

#![allow(clippy::print_stdout, clippy::unwrap_used)]

#[allow(dead_code)]
#[path = "../tests/suite/support/mod.rs"]
mod support;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use renstra::diagnostic::Diagnostics;
use renstra::form::{self, Form, ShareForm};
use renstra::pipeline::{self, Options};
use renstra::sheets::migrate::Migrated;
use renstra::{normalise, sheets, units, workbook};
use support::grid::{Content, Grid};
use support::{city, to_xlsx};

const ROWS: usize = 800;
const UNITS: u32 = 30;
const RUNS: usize = 5;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let before = save(folder.path(), "lama.xlsx", &city::opd(1, ROWS));
    let mut grid = city::opd(1, ROWS);
    change(&mut grid);
    let after = save(folder.path(), "baru.xlsx", &grid);
    let read = median(|| [&before, &after].map(|path| rows(path)).iter().sum());
    let compare = median(|| {
        let mut out = Diagnostics::new();
        let options = Options::default();
        let paths = [before.as_path(), after.as_path()];
        let compared = pipeline::compare(support::library(), paths, &options, &mut out);
        compared.unwrap().unwrap().perubahan
    });
    println!("baca dua buku kerja ms   {:>8.0}", ms(read));
    println!("bandingkan ms            {:>8.0}", ms(compare));
    println!("bandingkan ÷ baca        {:>8.2}", ms(compare) / ms(read));

    spread(&mut grid);
    let whole = save(folder.path(), "induk.xlsx", &grid);
    let split = median(|| give_out(&whole, folder.path()).len());
    let files = give_out(&whole, folder.path());
    let merge = median(|| join(&whole, &files));
    println!("unit                     {:>8}", files.len());
    println!("pecah ms                 {:>8.0}", ms(split));
    println!("gabung ms                {:>8.0}", ms(merge));
}

fn save(folder: &Path, name: &str, grid: &[Grid]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, to_xlsx::xlsx(grid)).unwrap();
    path
}

fn funding(grid: &mut [Grid]) -> &mut Grid {
    grid.iter_mut().find(|grid| grid.name == "T-C.27").unwrap()
}

/// Every tenth amount is another.
fn change(grid: &mut [Grid]) {
    let cells = funding(grid).cell.values_mut();
    for (at, content) in cells.enumerate() {
        if let (0, Content::Money(amount)) = (at % 10, content) {
            *amount += 1_000_000;
        }
    }
}

/// Rows of thirty units.
fn spread(grid: &mut [Grid]) {
    let table = funding(grid);
    let first = table.heading.1 + 1;
    let unit = table
        .cell
        .iter()
        .find_map(|((_, col), content)| match content {
            Content::Text(text) if text.starts_with("Unit Kerja") => Some(*col),
            _ => None,
        });
    for ((row, col), content) in &mut table.cell {
        if Some(*col) == unit && *row >= first {
            *content = Content::Text(format!("Bidang {}", row % UNITS + 1));
        }
    }
}

fn rows(path: &Path) -> usize {
    let mut out = Diagnostics::new();
    let workbook = workbook::read(path).unwrap();
    let plan = normalise::normalise(sheets::read(&workbook, &mut out), &mut out);
    plan.pendanaan.baris.len()
}

fn form<'a>(base: &'a pipeline::Base<'_>, bidang: &'a [String], migrated: Migrated) -> Form<'a> {
    Form {
        regulation: base.regulation,
        opd: base.contents.renstra.identitas.nama.value().unwrap(),
        bidang,
        periode: base.periode.unwrap(),
        daerah: None,
        migrated,
    }
}

fn give_out(path: &Path, folder: &Path) -> Vec<PathBuf> {
    let mut out = Diagnostics::new();
    let read = pipeline::base(support::library(), path, &Options::default(), &mut out);
    let base = read.unwrap().unwrap();
    let (shares, _) = units::split(&base.contents);
    let bidang = ["2.15".to_owned()];
    let file = |(at, share): (usize, &units::Share)| {
        let migrated = Migrated {
            whole: true,
            ..base.contents.migrated.clone()
        };
        let bytes = form::share(&ShareForm {
            form: form(&base, &bidang, migrated),
            unit: &share.unit,
            rows: &share.rows,
        });
        let path = folder.join(format!("unit-{at}.xlsx"));
        std::fs::write(&path, bytes.unwrap()).unwrap();
        path
    };
    shares.iter().enumerate().map(file).collect()
}

fn join(path: &Path, files: &[PathBuf]) -> usize {
    let mut out = Diagnostics::new();
    let options = Options::default();
    let read = pipeline::base(support::library(), path, &options, &mut out);
    let base = read.unwrap().unwrap();
    let back: Vec<_> = files
        .iter()
        .filter_map(|path| pipeline::returned(path, &options, &mut out).unwrap())
        .collect();
    let merged = units::merge(&base.contents, &back);
    let bidang = ["2.15".to_owned()];
    form::blank(&form(&base, &bidang, merged.migrated))
        .unwrap()
        .len()
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn median(mut run: impl FnMut() -> usize) -> Duration {
    let mut time: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            assert!(run() > 0);
            start.elapsed()
        })
        .collect();
    time.sort_unstable();
    time[RUNS / 2]
}
