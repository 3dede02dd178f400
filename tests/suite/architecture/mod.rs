//! The one-way flow, held: each module may use only what is in its row.

mod circles;
mod licences;
mod names;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::path;

/// Module and the modules it may use. `diagnostic` is open to all.
const MAY_USE: &[(&str, &[&str])] = &[
    ("diagnostic", &[]),
    ("workbook", &[]),
    ("model", &[]),
    ("nomenklatur", &["model"]),
    ("sheets", &["workbook", "model"]),
    ("normalise", &["sheets", "model", "nomenklatur"]),
    ("regulation", &["model"]),
    ("config", &["model"]),
    ("checks", &["model", "nomenklatur", "regulation", "config"]),
    ("prose", &["model", "regulation"]),
    ("measure", &[]),
    (
        "document",
        &["model", "regulation", "config", "prose", "measure"],
    ),
    ("spreadsheet", &["model"]),
    ("turunan", &["model", "config", "measure", "spreadsheet"]),
    (
        "verifikasi",
        &["model", "regulation", "config", "workbook", "spreadsheet"],
    ),
    ("comparison", &["model", "config", "spreadsheet"]),
    ("units", &["model", "sheets", "workbook"]),
    ("templates", &[]),
    ("typeset", &[]),
    ("worker", &[]),
    (
        "form",
        &["workbook", "sheets", "model", "nomenklatur", "regulation"],
    ),
    // The account of cells compares both ends of the flow: what the sheets hold with
    // what stands on the pages.
    (
        "audit",
        &["workbook", "sheets", "normalise", "model", "typeset"],
    ),
    (
        "pipeline",
        &[
            "audit",
            "workbook",
            "sheets",
            "normalise",
            "model",
            "regulation",
            "config",
            "checks",
            "prose",
            "document",
            "measure",
            "turunan",
            "verifikasi",
            "comparison",
            "units",
            "templates",
            "typeset",
        ],
    ),
    ("output", &[]),
    (
        "batch",
        &[
            "pipeline",
            "regulation",
            "config",
            "model",
            "typeset",
            "output",
            "spreadsheet",
            "worker",
        ],
    ),
    (
        "cli",
        // `init` carries a workbook over without checking it.
        &[
            "audit",
            "comparison",
            "units",
            "pipeline",
            "regulation",
            "checks",
            "typeset",
            "model",
            "form",
            "workbook",
            "sheets",
            "config",
            "batch",
            "output",
            "watch",
            "preview",
            "serve",
            "worker",
        ],
    ),
    ("watch", &[]),
    ("preview", &["pipeline", "regulation", "typeset"]),
    (
        "serve",
        &[
            "pipeline",
            "regulation",
            "typeset",
            "form",
            "model",
            "batch",
            "watch",
            "preview",
            "worker",
            "output",
        ],
    ),
    ("main", &["cli"]),
    // Cargo runs it before the program is built.
    ("build", &[]),
];

/// Crates that only one module may name.
const ONLY_IN: &[(&str, &str)] = &[
    ("calamine", "workbook"),
    ("cfb", "workbook"),
    ("quick_xml", "workbook"),
    ("zip", "workbook"),
    ("ttf_parser", "measure"),
    ("typst", "typeset"),
    ("typst_kit", "typeset"),
    ("comemo", "typeset"),
    ("minijinja", "prose"),
    ("pulldown_cmark", "prose"),
    ("clap", "cli"),
    ("mimalloc", "main"),
    ("cap", "main"),
    ("postcard", "worker"),
    ("rlimit", "worker"),
    ("roxmltree", "pipeline"),
    ("similar", "comparison"),
    ("indicatif", "cli"),
    ("glob", "cli"),
    ("notify", "watch"),
    ("axum", "serve"),
    ("tokio", "serve"),
    ("toml_edit", "serve"),
];

fn rust_files(folder: &Path, list: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, list);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            list.push(path);
        }
    }
}

/// Module of a file: the first folder below `src`, or the file's own name.
fn module(file: &Path) -> String {
    let below = file.strip_prefix(path("src")).unwrap();
    let first = below
        .components()
        .next()
        .unwrap()
        .as_os_str()
        .to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

pub fn source() -> BTreeMap<PathBuf, String> {
    let mut list = Vec::new();
    rust_files(&path("src"), &mut list);
    assert!(list.len() > 50, "the sources were not found");
    list.into_iter()
        .map(|file| (file.clone(), fs::read_to_string(file).unwrap()))
        .collect()
}

/// Names that stand behind `crate::`, in code and not in comments.
fn used(text: &str) -> Vec<&str> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split("crate::").skip(1))
        .map(|rest| {
            rest.split(|c: char| !c.is_alphanumeric() && c != '_')
                .next()
                .unwrap_or("")
        })
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn modules_use_only_what_stands_before_them() {
    let table: BTreeMap<&str, &[&str]> = MAY_USE.iter().copied().collect();
    let mut wrong = Vec::new();
    for (file, text) in source() {
        let own = module(&file);
        if own == "lib" {
            continue;
        }
        let allowed = table
            .get(own.as_str())
            .unwrap_or_else(|| panic!("{own} is not in the table"));
        if text.contains("crate::{") {
            wrong.push(format!("{}: a group hides its edges", file.display()));
        }
        for name in used(&text) {
            if name != own && name != "diagnostic" && !allowed.contains(&name) {
                wrong.push(format!("{}: crate::{name}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "forbidden edges:\n{}", wrong.join("\n"));
}

/// Whether a line names a crate, and not another word that ends so.
fn names(line: &str, name: &str) -> bool {
    line.match_indices(&format!("{name}::")).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

#[test]
fn outside_crates_stay_behind_their_module() {
    let mut wrong = Vec::new();
    for (file, text) in source() {
        for (name, home) in ONLY_IN {
            let named = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .any(|line| names(line, name));
            if named && module(&file) != *home {
                wrong.push(format!("{} names {name}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What only laying out and the one way to print may name: an order that is written
/// down twice is kept once.
const ONLY_PRINTING: &[&str] = &[
    "PdfSettings",
    "Standards::choose",
    "typeset::pdf(",
    "Job::new(",
];

#[test]
fn there_is_one_way_to_print() {
    let root = path("src");
    let home =
        ["print.rs", "inspection.rs", "reports.rs"].map(|file| root.join("pipeline").join(file));
    let mut wrong = Vec::new();
    for (file, text) in source() {
        if module(&file) == "typeset" || home.contains(&file) {
            continue;
        }
        let code = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            for name in ONLY_PRINTING.iter().filter(|name| line.contains(**name)) {
                wrong.push(format!("{} names {name}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_edge_reader_sees_edges() {
    assert_eq!(
        used("use crate::model::Kode;\n// crate::sheets\nlet x = crate::cli::run();"),
        ["model", "cli"]
    );
}
