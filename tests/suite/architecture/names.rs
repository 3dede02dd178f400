//! Files that can be read in one go, and names that say what they hold.

use std::fs;

use super::{rust_files, source};
use crate::support::path;

/// Longest file. What grows beyond it holds two things.
const LONGEST: usize = 450;

#[test]
fn no_file_is_longer_than_it_can_be_read() {
    let root = path("src");
    let mut wrong = Vec::new();
    for (file, text) in source() {
        let name = file.strip_prefix(&root).unwrap().to_string_lossy();
        let lines = text.lines().count();
        if lines > LONGEST {
            wrong.push(format!("{name}: {lines} lines, at most {LONGEST}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Longest file of tests: beyond it, a folder with a file for each subject.
const LONGEST_TEST: usize = 500;

#[test]
fn no_file_of_tests_is_longer_than_it_can_be_read() {
    let mut files = Vec::new();
    rust_files(&path("tests"), &mut files);
    assert!(files.len() > 50, "the tests were not found");
    let mut wrong = Vec::new();
    for file in files {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        if lines > LONGEST_TEST {
            wrong.push(format!(
                "{}: {lines} lines, at most {LONGEST_TEST}",
                file.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Type names that say nothing outside of their file.
const MIRRORED: [&str; 4] = ["Isi", "Baris", "Record", "Place"];

/// In how many files one of them may be defined.
const DEFINED: usize = 2;

#[test]
fn names_that_say_nothing_do_not_spread() {
    let sources = source();
    for name in MIRRORED {
        let defines = |text: &str| {
            ["struct", "enum", "type"].iter().any(|word| {
                text.match_indices(&format!("{word} {name}"))
                    .any(|(at, found)| {
                        let next = text[at + found.len()..].chars().next();
                        !next.is_some_and(|c| c.is_alphanumeric() || c == '_')
                    })
            })
        };
        let count = sources.values().filter(|text| defines(text)).count();
        assert!(
            count <= DEFINED,
            "{name} is defined in {count} files, at most {DEFINED}: say what it holds"
        );
    }
}
