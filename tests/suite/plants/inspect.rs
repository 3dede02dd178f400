//! The sample city read once, and inspected anew with a plant in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use renstra::diagnostic::{Diagnostic, Diagnostics};
use renstra::pipeline::{self, Inspection, Member, Options};

use super::edit::{self, FILES};
use super::plant::Plant;
use crate::support::grid::Grid;
use crate::support::{self, source, to_workbook, to_xlsx};

const CITY: &str = "fixtures/kota-pasuruan";

/// A finding by what a list says of it.
pub struct Found {
    /// Its code.
    pub code: String,
    /// `T-C.25!D9`, with the letter of another workbook in front.
    place: String,
}

fn named(letter: char, rest: &str) -> String {
    format!("{letter}: {rest}")
}

/// All that was found.
pub struct Seen {
    found: Vec<Found>,
    text: String,
}

impl Seen {
    /// The findings at a place as a list names it.
    pub fn at(&self, place: &str) -> Vec<&Found> {
        let (letter, rest) = edit::file(place);
        let place = named(letter, rest);
        let found = self.found.iter();
        found.filter(|found| found.place == place).collect()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The findings as a person reads them.
    pub fn print(&self) -> &str {
        &self.text
    }
}

/// What is found in the city with a plant in it.
pub fn planted(plant: &Plant) -> Seen {
    let mut changed: BTreeMap<char, Vec<Grid>> = BTreeMap::new();
    for line in &plant.edit {
        let (letter, edit) = edit::file(line);
        let grid = changed
            .entry(letter)
            .or_insert_with(|| clean()[&letter].clone());
        edit::apply(grid, edit);
    }
    let rpjmd = changed
        .remove(&'R')
        .map(|grid| write_rpjmd(&plant.id, &grid));
    // Another RPJMD concerns the agency that most of it is given to.
    let looked_at: Vec<char> = if changed.is_empty() {
        vec!['K']
    } else {
        changed.keys().copied().collect()
    };
    let mut members = clean_members().clone();
    let mut all = Diagnostics::new();
    let mut of_city = None;
    for letter in looked_at {
        let inspection = match changed.get(&letter) {
            Some(grid) => inspect(letter, grid, rpjmd.as_deref()),
            None => inspect(letter, &clean()[&letter], rpjmd.as_deref()),
        };
        members.insert(letter, pipeline::member(&inspection));
        all.extend(inspection.findings.clone());
        of_city = of_city.or_else(|| inspection.rpjmd.map(|rpjmd| (rpjmd, inspection.regulation)));
    }
    if let Some((rpjmd, regulation)) = &of_city {
        let members: Vec<Member> = members.into_values().collect();
        let options = Options::default();
        all.extend(pipeline::inspect_city(
            regulation,
            Some(rpjmd),
            &members,
            &options,
        ));
    }
    // The same finding of the RPJMD with each agency is one.
    let mut told = Vec::new();
    all.retain_mut(|finding| {
        let known = told.contains(finding) || is_of_the_sample(finding);
        told.push(finding.clone());
        !known
    });
    Seen {
        found: all.iter().map(found).collect(),
        text: support::print(&all),
    }
}

/// What the clean sample says too: agencies of the RPJMD that it has no workbook of.
fn is_of_the_sample(finding: &Diagnostic) -> bool {
    finding.code.0 == "R101"
}

fn found(finding: &Diagnostic) -> Found {
    let origin = &finding.origin;
    let stem = origin.file.trim_end_matches(".xlsx");
    let letter = FILES.iter().find(|(_, name)| *name == stem);
    let sheet = origin.sheet.as_deref().unwrap_or_default();
    let cell = origin.cell.map(|cell| format!("!{cell}"));
    Found {
        code: finding.code.0.to_owned(),
        place: named(
            letter.map_or('?', |(letter, _)| *letter),
            &format!("{sheet}{}", cell.unwrap_or_default()),
        ),
    }
}

/// Sheets of every workbook of the city, by its letter.
fn clean() -> &'static BTreeMap<char, Vec<Grid>> {
    static CLEAN: OnceLock<BTreeMap<char, Vec<Grid>>> = OnceLock::new();
    CLEAN.get_or_init(|| {
        let read = |(letter, name): (char, &str)| {
            let folder = support::path(&format!("{CITY}/source/{name}"));
            let grid = if letter == 'R' {
                source::read_rpjmd(&folder, None)
            } else {
                source::read(&folder, None)
            };
            (letter, grid)
        };
        FILES.into_iter().map(read).collect()
    })
}

/// What of each agency is held against its neighbours.
fn clean_members() -> &'static BTreeMap<char, Member> {
    static MEMBERS: OnceLock<BTreeMap<char, Member>> = OnceLock::new();
    MEMBERS.get_or_init(|| {
        let agencies = clean().iter().filter(|(letter, _)| **letter != 'R');
        agencies
            .map(|(letter, grid)| (*letter, pipeline::member(&inspect(*letter, grid, None))))
            .collect()
    })
}

fn inspect(letter: char, grid: &[Grid], rpjmd: Option<&Path>) -> Inspection {
    let (_, name) = FILES.iter().find(|(known, _)| *known == letter).unwrap();
    let workbook = to_workbook::workbook(&format!("{name}.xlsx"), grid);
    let options = Options {
        config: Some(support::path(&format!("{CITY}/renstra.toml"))),
        rpjmd: rpjmd.map(Path::to_owned),
        ..Options::default()
    };
    pipeline::inspect_workbook(support::library(), workbook, &options).unwrap()
}

/// The changed RPJMD as a file, where the program looks for one.
fn write_rpjmd(id: &str, grid: &[Grid]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("plant-{id}"));
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("rpjmd.xlsx");
    fs::write(&path, to_xlsx::xlsx(grid)).unwrap();
    path
}
