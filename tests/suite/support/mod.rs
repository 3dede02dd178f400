//! What several tests need: worksheets from readable text.

pub mod case;
pub mod chromium;
pub mod city;
#[cfg(unix)]
pub mod disk;
pub mod grid;
pub mod http;
pub mod package;
pub mod save;
pub mod source;
pub mod to_workbook;
pub mod to_xlsx;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};
use std::thread;

use renstra::cli::report;
use renstra::diagnostic::Diagnostics;
use renstra::pipeline::{Inspection, Library, Output, PrintOptions, Version};

/// A path below the crate's folder.
pub fn path(below: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(below)
}

/// The small agency as the workbook an office would send, written once a run.
pub fn small_workbook() -> &'static PathBuf {
    static WORKBOOK: OnceLock<PathBuf> = OnceLock::new();
    WORKBOOK.get_or_init(|| {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("small.xlsx");
        let bytes = to_xlsx::xlsx(&source::read(&self::path("fixtures/small-opd"), None));
        fs::write(&path, bytes).unwrap();
        path
    })
}

/// Templates, fonts and regulations, loaded once for all tests.
pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Library::new(None, &[]).unwrap())
}

/// The document of a plan as every command prints it; nothing on its pages is wrong.
pub fn document(inspection: &Inspection, version: Version) -> Vec<u8> {
    let how = PrintOptions {
        version,
        ..PrintOptions::default()
    };
    let printed = inspection.print(library(), Output::Document, &how);
    let printout = printed.unwrap().unwrap();
    assert!(
        printout.findings.is_empty(),
        "{}",
        print(&printout.findings)
    );
    printout.pdf(None).unwrap()
}

/// Findings as a person reads them, without colour.
pub fn print(list: &Diagnostics) -> String {
    let mut out = Vec::new();
    for finding in list {
        report::human(&mut out, finding).unwrap();
    }
    anstream::adapter::strip_str(&String::from_utf8(out).unwrap()).to_string()
}

/// Copies a folder with everything in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Runs `work` over the list on as many threads as the machine has processors.
pub fn in_parallel<T: Sync, R: Send>(list: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let count = thread::available_parallelism().map_or(2, Into::into);
    let next = Mutex::new(0_usize);
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..count {
            scope.spawn(|| {
                loop {
                    let at = {
                        let mut next = next.lock().unwrap();
                        *next += 1;
                        *next - 1
                    };
                    let Some(item) = list.get(at) else { break };
                    let result = work(item);
                    done.lock().unwrap().push((at, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap();
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}
