//! How much of each group of slips is found.

use std::fmt::Write;

use super::plant::{Group, Want};

const BEGIN: &str = "<!-- recall -->\n";
const END: &str = "<!-- /recall -->\n";

/// The table as Markdown.
pub fn table(list: &[Group]) -> String {
    let mut out = String::from("| group | slips | found | not yet |\n|---|--:|--:|--:|\n");
    let (mut all, mut all_found) = (0, 0);
    let mut silent = 0;
    for group in list {
        let (mut slips, mut found) = (0, 0);
        for plant in &group.plant {
            match plant.want() {
                Want::Silent => silent += 1,
                Want::Found { .. } => {
                    slips += 1;
                    found += 1;
                }
                Want::Missed { .. } => slips += 1,
            }
        }
        if slips > 0 {
            line(&mut out, &group.group, slips, found);
        }
        all += slips;
        all_found += found;
    }
    line(&mut out, "all", all, all_found);
    let _ = writeln!(out, "\nLegitimate variants that stay silent: {silent}.");
    out
}

fn line(out: &mut String, group: &str, slips: usize, found: usize) {
    let percent = found * 100 / slips.max(1);
    let missing = slips - found;
    let _ = writeln!(
        out,
        "| {group} | {slips} | {found} ({percent} %) | {missing} |"
    );
}

/// A text with the table in its place.
pub fn replace(text: &str, table: &str) -> String {
    let (before, rest) = text.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    format!("{before}{BEGIN}\n{table}\n{END}{after}")
}
