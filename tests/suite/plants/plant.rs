//! What a plant is, and the files that list them.

use serde::Deserialize;

use crate::support;

/// A file of plants.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// What its slips have in common, as the table of recall says it.
    pub group: String,
    /// Its plants.
    #[serde(default)]
    pub plant: Vec<Plant>,
}

/// One slip, or one legitimate variant.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plant {
    /// Never reused.
    pub id: String,
    /// What the planner did, in a few words.
    pub slip: String,
    /// The edits, as `edit.rs` reads them.
    pub edit: Vec<String>,
    /// Where no rule sees it: the cell at which a verifier would be told.
    missed: Option<String>,
    /// Codes that are reported there today although they say something else.
    #[serde(default)]
    today: Vec<String>,
    /// The rule and the cell: `R070 T-C.25!F10`.
    found: Option<String>,
    /// More findings than usual, where they are causes of their own.
    pub findings: Option<usize>,
}

/// What is expected of a plant.
pub enum Want<'a> {
    /// Nothing at all.
    Silent,
    /// This rule at this place.
    Found {
        /// The rule.
        code: &'a str,
        /// The place.
        place: &'a str,
    },
    /// Nothing yet, except the codes that mean something else.
    Missed {
        /// Where it ought to be reported.
        place: &'a str,
        /// What is reported there today.
        today: &'a [String],
    },
}

impl Plant {
    /// What is expected.
    pub fn want(&self) -> Want<'_> {
        match (&self.found, &self.missed) {
            (Some(found), None) => {
                let (code, place) = found.split_once(' ').unwrap();
                Want::Found { code, place }
            }
            (None, Some(place)) => Want::Missed {
                place,
                today: &self.today,
            },
            (None, None) => Want::Silent,
            _ => panic!("{}: found or missed, not both", self.id),
        }
    }
}

/// Reads a list.
pub fn read(file: &str) -> Group {
    let path = support::path(&format!("tests/suite/plants/list/{file}.toml"));
    let text = std::fs::read_to_string(path).unwrap();
    toml::from_str(&text).unwrap_or_else(|why| panic!("{file}.toml: {why}"))
}
