//! The comparison sees figures: of many workbooks in which one cell says something
//! else, nearly all give another document or a finding.

use std::fmt::Write;

use renstra::diagnostic::CellRef;
use renstra::workbook::{Value, Workbook};
use rust_decimal::Decimal;

use super::typed::{Regulation, Typed};
use super::{Outcome, new_findings, outcome};
use crate::support::in_parallel;

/// Mutations of each sample.
const EACH: usize = 100;

/// A number one larger, a text with a letter behind it.
fn changed(value: &Value) -> Option<Value> {
    match value {
        Value::Number(number) => Some(Value::Number(number + Decimal::ONE)),
        Value::Text(text) => Some(Value::Text(format!("{text} x"))),
        _ => None,
    }
}

/// Cells that say something of the plan, spread evenly over the workbook: no titles,
/// headings, labels or running numbers, which the program counts itself.
fn cells(t: &Typed) -> Vec<(usize, CellRef)> {
    let tables = t.tables();
    let mut list = Vec::new();
    for (index, sheet) in t.workbook.sheet.iter().enumerate() {
        let name = sheet.name.to_string();
        let first = if tables.contains(&name) {
            t.first(&name)
        } else {
            1
        };
        let numbered = tables.contains(&name)
            && sheet
                .cell
                .iter()
                .any(|(at, cell)| at.col == 0 && cell.value == Value::Text("No".to_owned()));
        let from = u32::from(numbered || !tables.contains(&name));
        list.extend(
            sheet
                .cell
                .keys()
                .filter(|at| at.row >= first && at.col >= from)
                .map(|at| (index, *at)),
        );
    }
    let step = (list.len() / EACH).max(1);
    list.into_iter().step_by(step).take(EACH).collect()
}

/// A sheet of a sample, with those that say whose plan it is and what it is for.
fn with(sample: &Typed, name: &str) -> Workbook {
    let mut workbook = sample.workbook.clone();
    let needed = ["Identitas", sample.goals(), name];
    workbook
        .sheet
        .retain(|sheet| needed.contains(&&*sheet.name));
    workbook
}

#[test]
fn a_changed_cell_changes_the_document() {
    let (mut seen, mut all, mut unseen) = (0, 0, String::new());
    for (name, regulation) in [
        ("kecamatan-gadingrejo", Regulation::Permendagri86),
        ("dinas-perhubungan-2025", Regulation::Inmendagri2),
    ] {
        let sample = Typed::sample(name, regulation);
        let cells = cells(&sample);
        let plains: Vec<(Workbook, Outcome)> = (sample.workbook.sheet.iter())
            .map(|sheet| {
                let workbook = with(&sample, &sheet.name);
                (workbook.clone(), outcome(workbook))
            })
            .collect();
        let result = in_parallel(&cells, |(sheet, at)| {
            let (workbook, plain) = &plains[*sheet];
            let name = &sample.workbook.sheet[*sheet].name;
            let mut workbook = workbook.clone();
            let mut own = workbook.sheet.iter_mut();
            let own = own.find(|own| own.name == *name).unwrap();
            let cell = own.cell.get_mut(at).unwrap();
            let value = changed(&cell.value)?;
            cell.value = value;
            let typed = outcome(workbook);
            Some(typed.data != plain.data || !new_findings(plain, &typed.findings).is_empty())
        });
        for ((sheet, at), result) in cells.iter().zip(result) {
            all += usize::from(result.is_some());
            seen += usize::from(result == Some(true));
            if result == Some(false) {
                let _ = writeln!(unseen, "{name} {}!{at}", sample.workbook.sheet[*sheet].name);
            }
        }
    }
    assert!(all >= 200, "only {all} mutations");
    assert!(seen * 100 >= all * 95, "{seen} of {all}:\n{unseen}");
}
