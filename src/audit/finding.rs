//! Cells without a fate, as findings.

use super::{Audit, Fate, SheetAudit};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity, some_cells};

/// What the code of this file means, for `renstra rule`.
pub const EXPLANATION: &str = include_str!("finding.md");

/// Cells that are neither printed nor reported nor left out for a reason.
const WITHOUT_FATE: Code = Code("T003");

/// How many cells are named.
const MOST: usize = 6;
/// How much of a cell is quoted, in characters.
const QUOTE: usize = 24;

/// One finding a sheet that has cells without a fate.
pub fn findings(audit: &Audit, severity: Severity) -> Diagnostics {
    let mut out = Diagnostics::new();
    for sheet in &audit.sheets {
        if let Some(finding) = finding(sheet, severity) {
            out.emit(finding);
        }
    }
    out
}

fn finding(sheet: &SheetAudit, severity: Severity) -> Option<Diagnostic> {
    let lost = sheet.cells.iter().filter_map(|cell| match &cell.fate {
        Fate::Lost(instead) => Some((cell, instead)),
        _ => None,
    });
    let lost: Vec<_> = lost.collect();
    let (first, _) = lost.first()?;
    let named = some_cells(&lost, MOST, "; ", |(cell, instead)| {
        let instead = instead
            .as_ref()
            .map(|text| format!(", tercetak {}", quote(text)));
        format!(
            "{} \"{}\"{}",
            cell.at,
            quote(&cell.text),
            instead.unwrap_or_default()
        )
    });
    let count = lost.len();
    Some(
        Diagnostic::new(
            WITHOUT_FATE,
            severity,
            sheet.origin.at(first.at.row, first.at.col),
            format!("{count} sel pada lembar ini tidak tercetak dan tidak dilaporkan"),
        )
        .note("sel", named)
        .hint("periksa tempat isian itu pada lembar; daftar lengkapnya: renstra audit"),
    )
}

fn quote(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= QUOTE {
        return line;
    }
    line.chars().take(QUOTE - 1).chain("…".chars()).collect()
}
