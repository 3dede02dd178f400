//! A city in one run: names, neighbours, isolation, what is printed again, the recap.

mod acceptance;
mod command;
mod duplicates;
mod kota;
mod name;
mod option;
mod run;
mod worker;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use renstra::batch::record::Record;
use renstra::batch::{self, Request, Shard, Summary};
use renstra::pipeline::Options;
use renstra::worker::Limits;

use crate::support::{self, city, to_xlsx};

/// Rows of T-C.27 of a test's agency: few, for what is tested is not the layout.
const ROWS: usize = 12;

/// The workbook of a synthetic agency.
fn workbook(seed: u64) -> Vec<u8> {
    to_xlsx::xlsx(&city::opd(seed, ROWS))
}

/// A city's folder with agencies of these seeds.
fn city_of(seed: &[u64]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("opd")).unwrap();
    fs::write(
        folder.path().join("renstra.toml"),
        "[daerah]\nnama = \"Kota Pasuruan\"\n[periode]\nawal = 2021\nakhir = 2026\n",
    )
    .unwrap();
    for seed in seed {
        fs::write(opd(folder.path(), *seed), workbook(*seed)).unwrap();
    }
    folder
}

fn opd(city: &Path, seed: u64) -> PathBuf {
    city.join("opd").join(format!("opd-{seed}.xlsx"))
}

fn request(city: &Path) -> Request<'static> {
    Request {
        library: support::library(),
        folder: city.to_owned(),
        output: city.join("hasil"),
        jobs: 2,
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
    }
}

fn run(request: &Request<'_>) -> Summary {
    batch::run(request, &|_| {}).unwrap()
}

fn record<'s>(summary: &'s Summary, source: &str) -> &'s Record {
    let found = summary
        .records
        .iter()
        .find(|record| record.source == source);
    found.unwrap_or_else(|| panic!("{source} has no record"))
}

/// Everything that a user finds in the folder of results.
fn results(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let bytes = fs::read(path).unwrap();
            (name, bytes)
        })
        .collect()
}
