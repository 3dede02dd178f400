//! One plan, many hands: offices type the same plan in many ways. A way of typing that
//! does not change what the plan says gives the same document; one that cannot be read
//! for certain is named at its cell. Neither may change a figure in silence.
//!
//! Each way is a small function over the sheets of a sample ([`typed::Typed`]); the
//! ways stand in one file a kind. [`mutation`] proves that the comparison sees figures.
//!
//! What became of each way stands in `hands-*.txt` below the target's temporary folder
//! after a run; `HANDS="part of a name"` runs one way.

#![allow(clippy::semicolon_if_nothing_returned)] // a way is one expression

mod amounts;
mod body;
mod carried;
mod columns;
mod compare;
mod figures;
mod headings;
mod identitas;
mod kode;
mod merged;
mod mutation;
mod narasi;
mod statements;
mod tables;
mod tabs;
mod totals;
mod typed;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock, Mutex};

use renstra::diagnostic::{Diagnostic, Severity};
use renstra::pipeline::{self, Options};
use renstra::workbook::Workbook;
use serde_json::Value as Json;

use crate::support;
use compare::{differences, without_places};
pub use compare::{edit_texts, take_out};
use typed::{Regulation, Typed};

/// What is expected of a way of typing.
#[derive(Clone, Copy)]
pub enum Expect {
    /// The same document and nothing but information beside it.
    Same,
    /// The same document, and findings of this code say how it was understood.
    Said(&'static str),
    /// The same document but for what prints as it was typed, which the function takes
    /// out of both.
    Printed(fn(&mut Json)),
    /// A finding of this code stands at a cell that was typed so.
    Named(&'static str),
}

/// A way of typing.
pub struct Way {
    name: &'static str,
    on: Option<Regulation>,
    expect: Expect,
    hand: fn(&mut Typed),
}

/// A way that both samples can be typed in.
pub const fn both(name: &'static str, expect: Expect, hand: fn(&mut Typed)) -> Way {
    Way {
        name,
        on: None,
        expect,
        hand,
    }
}

/// A way of one regulation's tables.
pub const fn only(on: Regulation, name: &'static str, expect: Expect, hand: fn(&mut Typed)) -> Way {
    Way {
        name,
        on: Some(on),
        expect,
        hand,
    }
}

/// What the program makes of a workbook.
pub struct Outcome {
    data: Json,
    findings: Vec<Diagnostic>,
}

/// Reads a workbook and takes the data of its document, without what tells of the file.
pub fn outcome(workbook: Workbook) -> Outcome {
    let options = Options::default();
    let inspection = pipeline::inspect_workbook(support::library(), workbook, &options).unwrap();
    let mut data: Json = serde_json::to_value(inspection.contents()).unwrap();
    merged::say_in_each_row(&mut data);
    without_places(&mut data);
    Outcome {
        data,
        findings: inspection
            .findings
            .iter()
            .flat_map(|finding| std::iter::once(finding).chain(&finding.consequences))
            .cloned()
            .collect(),
    }
}

/// What became of a way.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Fate {
    /// The same document.
    Same,
    /// Another document, and a warning or an error beside it.
    Named,
    /// Another document without a word.
    Silent,
}

/// Findings that the sample itself does not have.
fn new_findings<'a>(plain: &Outcome, typed: &'a [Diagnostic]) -> Vec<&'a Diagnostic> {
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in &plain.findings {
        *known.entry(finding.code.0).or_default() += 1;
    }
    let mut new = Vec::new();
    for finding in typed {
        match known.get_mut(finding.code.0) {
            Some(left) if *left > 0 => *left -= 1,
            _ => new.push(finding),
        }
    }
    new
}

/// A way that was run.
struct Ran {
    fate: Fate,
    /// Codes of the findings that the plain sample has not.
    codes: BTreeSet<&'static str>,
    /// Why it is not what is expected.
    why: Option<String>,
}

/// Runs one way, on the sheets that it touches.
fn run(way: &Way, plain: &Plain, at: usize) -> Ran {
    let sample = &plain.sample[at];
    let mut typed = sample.clone();
    (way.hand)(&mut typed);
    let touched = typed.touched(sample);
    let plain = plain.beside(at, &mut typed);
    let outcome = outcome(typed.workbook);
    let new = new_findings(&plain, &outcome.findings);
    let grave: Vec<&&Diagnostic> = new
        .iter()
        .filter(|finding| finding.severity != Severity::Info)
        .collect();
    let mut differ = Vec::new();
    let (mut before, mut after) = (plain.data.clone(), outcome.data);
    if let Expect::Printed(take_out) = way.expect {
        take_out(&mut before);
        take_out(&mut after);
    }
    differences(&before, &after, "", &mut differ);
    let result = match (differ.is_empty(), grave.is_empty()) {
        (true, _) => Fate::Same,
        (false, false) => Fate::Named,
        (false, true) => Fate::Silent,
    };
    let good = match way.expect {
        Expect::Said(code) => {
            let (own, other): (Vec<&Diagnostic>, Vec<&Diagnostic>) = new
                .iter()
                .copied()
                .partition(|finding| finding.code.0 == code);
            let quiet = other
                .iter()
                .all(|finding| finding.severity == Severity::Info);
            result == Fate::Same && !own.is_empty() && quiet
        }
        Expect::Named(code) => new.iter().any(|finding| {
            let sheet = finding.origin.sheet.as_deref().unwrap_or_default();
            let at = finding.origin.cell;
            let here = at.is_none_or(|at| touched.contains(&(sheet.to_owned(), at)));
            finding.code.0 == code && here
        }),
        Expect::Same | Expect::Printed(_) => result == Fate::Same && grave.is_empty(),
    };
    let why = (!good || touched.is_empty()).then(|| {
        let mut text = format!(
            "{} — {}: {result:?}, {} cells typed otherwise, {} values differ\n",
            sample.name,
            way.name,
            touched.len(),
            differ.len()
        );
        for line in differ.iter().take(6) {
            let _ = writeln!(text, "    {line}");
        }
        for finding in new.iter().take(6) {
            let _ = writeln!(
                text,
                "    {} {} {}",
                finding.code.0, finding.origin, finding.message
            );
        }
        text
    });
    Ran {
        fate: result,
        codes: new.iter().map(|finding| finding.code.0).collect(),
        why,
    }
}

/// Some sheets of one of the samples.
type Part = (usize, Vec<String>);

/// The samples, and the plain documents of some of their sheets, each made once a run.
struct Plain {
    sample: [Typed; 2],
    part: Mutex<BTreeMap<Part, Arc<Outcome>>>,
}

impl Plain {
    /// The plain document of the sheets that a way touched; the others are taken out of
    /// the typed workbook too, as they say the same in both.
    fn beside(&self, at: usize, typed: &mut Typed) -> Arc<Outcome> {
        let sample = &self.sample[at];
        let kept = typed.kept(sample);
        let known: Vec<String> = sample.names().collect();
        let own = |name: &str| kept.iter().any(|kept| kept == name);
        typed
            .workbook
            .sheet
            .retain(|sheet| own(&sheet.name) || !known.iter().any(|known| **known == *sheet.name));
        self.of(at, kept)
    }

    /// The plain document of some sheets.
    fn of(&self, at: usize, kept: Vec<String>) -> Arc<Outcome> {
        let key = (at, kept);
        if let Some(known) = self.part.lock().unwrap().get(&key) {
            return Arc::clone(known);
        }
        let mut workbook = self.sample[at].workbook.clone();
        workbook
            .sheet
            .retain(|sheet| key.1.iter().any(|kept| **kept == *sheet.name));
        let plain = Arc::new(outcome(workbook));
        self.part.lock().unwrap().insert(key, Arc::clone(&plain));
        plain
    }
}

fn samples() -> [Typed; 2] {
    [
        Typed::sample("kecamatan-gadingrejo", Regulation::Permendagri86),
        Typed::sample("dinas-perhubungan-2025", Regulation::Inmendagri2),
    ]
}

/// Both samples.
static PLAIN: LazyLock<Plain> = LazyLock::new(|| Plain {
    sample: samples(),
    part: Mutex::default(),
});

/// Holds ways of typing against the samples, and writes down what became of each.
fn hold(kind: &str, ways: &[Way]) {
    let plain = &*PLAIN;
    let wanted = std::env::var("HANDS").unwrap_or_default();
    let job: Vec<(&Way, usize)> = ways
        .iter()
        .filter(|way| way.name.contains(&wanted))
        .flat_map(|way| [(way, 0), (way, 1)])
        .filter(|(way, at)| way.on.is_none_or(|on| on == plain.sample[*at].regulation))
        .collect();
    let (mut account, mut failed) = (String::new(), String::new());
    for (way, at) in job {
        let Ran { fate, codes, why } = run(way, plain, at);
        let _ = writeln!(
            account,
            "{fate:?} {codes:?} {} — {}",
            plain.sample[at].name, way.name
        );
        failed.extend(why);
    }
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("hands-{kind}.txt"));
    fs::write(path, account).unwrap();
    assert!(failed.is_empty(), "{failed}");
}

#[test]
fn amounts_are_the_same_in_many_hands() {
    hold("amounts", &amounts::ways());
}

#[test]
fn rows_are_the_same_in_many_hands() {
    hold("rows", &body::ways());
}

#[test]
fn statements_are_the_same_in_many_hands() {
    hold("statements", &statements::ways());
}

#[test]
fn totals_are_the_same_in_many_hands() {
    hold("totals", &totals::ways());
}

#[test]
fn columns_are_the_same_in_many_hands() {
    hold("columns", &columns::ways());
}

#[test]
fn figures_are_the_same_in_many_hands() {
    hold("figures", &figures::ways());
}

#[test]
fn headings_are_the_same_in_many_hands() {
    hold("headings", &headings::ways());
}

#[test]
fn labels_are_the_same_in_many_hands() {
    hold("identitas", &identitas::ways());
}

#[test]
fn kode_are_the_same_in_many_hands() {
    hold("kode", &kode::ways());
}

#[test]
fn merged_cells_are_the_same_in_many_hands() {
    hold("merged", &merged::ways());
}

#[test]
fn texts_are_the_same_in_many_hands() {
    hold("narasi", &narasi::ways());
}

#[test]
fn tables_are_the_same_in_many_hands() {
    hold("tables", &tables::ways());
}

#[test]
fn tabs_are_the_same_in_many_hands() {
    hold("tabs", &tabs::ways());
}

/// All ways, kind by kind.
fn all() -> [Vec<Way>; 13] {
    [
        amounts::ways(),
        body::ways(),
        columns::ways(),
        figures::ways(),
        headings::ways(),
        identitas::ways(),
        kode::ways(),
        merged::ways(),
        narasi::ways(),
        statements::ways(),
        tables::ways(),
        tabs::ways(),
        totals::ways(),
    ]
}

#[test]
fn eighty_ways_are_typed_in_both_samples() {
    let on_both = all()
        .iter()
        .flatten()
        .filter(|way| way.on.is_none())
        .count();
    assert!(on_both >= 80, "only {on_both} ways on both samples");
}
