//! A plan that was typed in many forms is printed in one: laws are numbered once, numbers
//! have one style, names wrapped by hand go on, paragraphs and lists are such.

use renstra::pipeline::{self, Options, Version};

use crate::pdf::read_back;
use crate::support::grid::{Content, Grid};
use crate::support::{self, source, to_workbook};

const FIRST: &str =
    "Maksud penyusunan Renstra adalah menyediakan pedoman kerja lima tahunan bagi seluruh unit.";
const SECOND: &str =
    "Tujuannya adalah menjamin keterkaitan perencanaan, penganggaran, pelaksanaan, dan pengawasan:";

fn of<'g>(sheets: &'g mut [Grid], name: &str) -> &'g mut Grid {
    sheets.iter_mut().find(|grid| grid.name == name).unwrap()
}

/// The text of a subchapter.
fn narrate(sheets: &mut [Grid], subbab: &str, isi: &str) {
    let grid = of(sheets, "Narasi");
    let own = |cell: &Content| *cell == Content::Text(subbab.to_owned());
    let row = grid.cell.iter().find(|(_, cell)| own(cell)).unwrap().0.0;
    grid.text(row, 1, isi);
}

/// The cells of the laws.
fn laws(sheets: &mut [Grid]) -> Vec<&mut String> {
    let grid = of(sheets, "Identitas");
    let label = Content::Text("Dasar Hukum".to_owned());
    let first = grid.cell.iter().find(|(_, cell)| **cell == label);
    let first = first.unwrap().0.0;
    let cells = grid.cell.range_mut((first, 0)..);
    cells
        .filter(|((_, col), _)| *col == 1)
        .filter_map(|(_, cell)| match cell {
            Content::Text(text) => Some(text),
            _ => None,
        })
        .collect()
}

/// Changes the texts below the heading of a table.
fn edit(sheets: &mut [Grid], name: &str, f: impl Fn(&Content) -> Option<Content>) {
    let grid = of(sheets, name);
    let body = grid.heading.1 + 1;
    for (_, cell) in grid.cell.range_mut((body, 0)..) {
        if let Some(new) = f(cell) {
            *cell = new;
        }
    }
}

/// The pages of the document, line by line.
fn pages(sheets: &[Grid]) -> Vec<String> {
    let workbook = to_workbook::workbook("dinas.xlsx", sheets);
    let inspection =
        pipeline::inspect_workbook(support::library(), workbook, &Options::default()).unwrap();
    let pdf = read_back(&support::document(&inspection, Version::Final));
    pdf.page.into_iter().map(|page| page.text).collect()
}

#[test]
fn a_plan_that_was_typed_in_many_forms_is_printed_in_one() {
    let list = "1. tujuan pertama;\n2. tujuan kedua.";
    let mut sheets = source::read(&support::path("fixtures/small-opd"), None);
    narrate(
        &mut sheets,
        "1.3",
        &format!("{FIRST}\n\n{SECOND}\n\n{list}"),
    );
    let plain = pages(&sheets);
    let count = laws(&mut sheets).len();
    assert!(count >= 5);

    // Each law with its number, paragraphs parted by one line break, the list indented.
    let mut numbered = sheets.clone();
    for (number, law) in (1..).zip(laws(&mut numbered)) {
        *law = format!("{number}. {law}");
    }
    narrate(
        &mut numbered,
        "1.3",
        &format!("{FIRST}\n{SECOND}\n      {list}"),
    );
    assert_eq!(pages(&numbered), plain);

    // All laws in one cell, decimals with a point, names wrapped by hand.
    let mut other = sheets.clone();
    let mut cells = laws(&mut other);
    let lines: Vec<String> = (1..)
        .zip(&cells)
        .map(|(number, law)| format!("{number}. {law}"))
        .collect();
    for cell in &mut cells {
        cell.clear();
    }
    *cells[0] = lines.join("\n");
    edit(&mut other, "T-C.23", |cell| match cell {
        Content::Number(number) if number.fract() != 0.0 => Some(Content::Text(number.to_string())),
        _ => None,
    });
    edit(&mut other, "T-C.27", |cell| match cell {
        Content::Text(text) if text.len() > 60 => Some(Content::Text(wrapped(text, 40))),
        _ => None,
    });
    for grid in &mut other {
        grid.cell
            .retain(|_, cell| *cell != Content::Text(String::new()));
    }
    assert_ne!(other[0].cell, sheets[0].cell);
    assert_eq!(pages(&other), plain);
}

/// A line break before the word that would pass the width.
fn wrapped(text: &str, width: usize) -> String {
    let (mut out, mut line) = (String::new(), 0);
    for word in text.split(' ') {
        let over = line > 0 && line + word.len() > width;
        out.push_str(if over {
            "\n"
        } else if line > 0 {
            " "
        } else {
            ""
        });
        out.push_str(word);
        line = if over {
            word.len()
        } else {
            line + 1 + word.len()
        };
    }
    out
}
