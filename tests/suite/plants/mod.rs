//! Slips as planners make them, planted one at a time in the clean sample city.
//!
//! A plant is a few lines of `list/*.toml`: what is changed, and the rule and the cell at which a
//! verifier would be told. One that no rule sees yet says so (`missed`); the day a rule sees it the
//! test asks to write down which. A legitimate variant is a plant that expects silence. How much
//! of each group is found stands in `benches/README.md`, and is held true here.

pub mod edit;
pub mod inspect;
pub mod plant;
pub mod recall;

use std::fs;

use inspect::Seen;
use plant::{Group, Plant, Want};

use crate::support;

/// Findings that one slip may cause: what it is, and what it leads to.
const MOST: usize = 2;

/// What is wrong with the outcome of a plant; `None` if it is as the list says.
fn complaint(plant: &Plant, seen: &Seen) -> Option<String> {
    match plant.want() {
        Want::Silent => {
            (!seen.is_empty()).then(|| format!("harus tanpa temuan:\n{}", seen.print()))
        }
        Want::Found { code, place } => {
            if seen.at(place).iter().all(|found| found.code != code) {
                Some(format!("{code} {place} tidak ditemukan:\n{}", seen.print()))
            } else if seen.len() > plant.findings.unwrap_or(MOST) {
                Some(format!("terlalu banyak temuan:\n{}", seen.print()))
            } else {
                None
            }
        }
        Want::Missed { place, today } => {
            let new = |code: &str| !today.iter().any(|known| known == code);
            seen.at(place)
                .into_iter()
                .find(|found| new(&found.code))
                .map(|found| format!("kini ditemukan, tulis: found = \"{} {place}\"", found.code))
        }
    }
}

/// Plants the whole list and complains of all that came out otherwise; with `RENSTRA_PLANTS` set
/// it shows what came of each.
#[allow(clippy::print_stdout)]
fn hold(list: &[Group]) {
    let mut wrong = Vec::new();
    for plant in list.iter().flat_map(|group| &group.plant) {
        let seen = inspect::planted(plant);
        if std::env::var_os("RENSTRA_PLANTS").is_some() {
            println!("{} {}\n{}", plant.id, plant.slip, seen.print());
        }
        if let Some(complaint) = complaint(plant, &seen) {
            wrong.push(format!("{} ({}): {complaint}", plant.id, plant.slip));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// One test a file, so that they run beside each other.
macro_rules! held {
    ($($name:ident: $file:literal),* $(,)?) => {
        $(#[test]
        fn $name() {
            hold(&[plant::read($file)]);
        })*

        const FILES: &[&str] = &[$($file),*];
    };
}

held! {
    slips_of_completeness: "completeness",
    slips_against_the_rpjmd: "rpjmd",
    slips_of_logic: "logic",
    slips_of_indicators: "indicators",
    slips_of_targets: "targets",
    slips_of_money: "money",
    slips_of_responsibility: "responsibility",
    slips_of_text: "text",
    slips_of_names: "names",
    slips_between_agencies: "city",
    legitimate_variants_are_silent: "silence",
}

#[test]
fn every_list_is_planted_and_every_plant_has_its_own_id() {
    let mut on_disk: Vec<String> = fs::read_dir(support::path("tests/suite/plants/list"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    on_disk.sort();
    let mut named = FILES.to_vec();
    named.sort_unstable();
    assert_eq!(on_disk, named);
    let list: Vec<Group> = FILES.iter().map(|file| plant::read(file)).collect();
    let mut id: Vec<&str> = list
        .iter()
        .flat_map(|group| group.plant.iter().map(|plant| plant.id.as_str()))
        .collect();
    id.sort_unstable();
    let twice: Vec<_> = id.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn the_table_of_recall_is_what_the_lists_say() {
    let path = support::path("benches/README.md");
    let text = fs::read_to_string(&path).unwrap();
    let list: Vec<Group> = FILES.iter().map(|file| plant::read(file)).collect();
    let fresh = recall::replace(&text, &recall::table(&list));
    if std::env::var_os("RENSTRA_UPDATE").is_some() {
        fs::write(&path, &fresh).unwrap();
        return;
    }
    assert_eq!(text, fresh, "RENSTRA_UPDATE=1 cargo test plants");
}
