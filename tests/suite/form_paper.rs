//! Blank and carried-over workbooks on paper: planners take them to meetings.

use renstra::diagnostic::Diagnostics;
use renstra::form::Migrated;
use renstra::pipeline;

use crate::form::blank_of;
use crate::support::{self, package, source, to_workbook};

const REGULATION: &str = "permendagri-86-2017";

/// The part of a worksheet.
fn sheet(workbook: &[u8], tab: &str) -> String {
    let list = package::part(workbook, "xl/workbook.xml");
    let names = list.split("<sheet name=\"").skip(1);
    let mut names = names.map(|rest| rest.split('"').next().unwrap());
    let place = names.position(|name| name == tab).unwrap() + 1;
    package::part(workbook, &format!("xl/worksheets/sheet{place}.xml"))
}

#[test]
fn a_wide_table_is_printed_readably_on_pages_that_each_name_its_rows() {
    let bytes = blank_of("Dinas Contoh", REGULATION, "2021-2026", Migrated::default());
    let wide = sheet(&bytes, "T-C.27");
    assert!(wide.contains("fitToWidth=\"2\""), "{wide:.3000}");
    let names = package::part(&bytes, "xl/workbook.xml");
    assert!(names.contains("'T-C.27'!$C:$D,'T-C.27'!$1:$7"), "{names}");
    // What fits is on one, and its agency is named once over it.
    let narrow = sheet(&bytes, "T-C.28");
    assert!(!narrow.contains("fitToWidth"));
    assert!(narrow.contains("<c r=\"A1\"") && !narrow.contains("<c r=\"A2\""));
    assert!(sheet(&bytes, "Struktur").contains("<c r=\"A2\""));
    // Lines where something stands; the grid of the screen is not printed.
    assert!(wide.contains("<conditionalFormatting sqref=\"A8:U308\">"));
}

#[test]
fn a_row_that_is_carried_over_is_as_high_as_its_text_and_can_grow() {
    let small = source::read(&support::path("fixtures/small-opd"), None);
    let messy = to_workbook::workbook("lama.xlsx", &small);
    let mut out = Diagnostics::new();
    let migrated = pipeline::migrate(&messy, &mut out);
    let bytes = blank_of("Dinas Contoh", REGULATION, "2021-2026", migrated);
    let table = sheet(&bytes, "T-C.27");
    let rows = table.split("<row r=\"").skip(1);
    let heights: Vec<f64> = rows
        .filter_map(|row| {
            let (number, rest) = row.split_once('"')?;
            let head = rest.split('>').next()?;
            let high = head.split("ht=\"").nth(1)?.split('"').next()?;
            (number.parse::<u32>().ok()? > 7).then(|| high.parse().unwrap())
        })
        .collect();
    assert!(heights.iter().any(|high| *high > 25.0), "{heights:?}");
    assert!(!table.contains("customHeight=\"1\"/>") && !table.contains("customHeight=\"1\">"));
}
