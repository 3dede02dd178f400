//! The account of cells: every cell of a workbook has one fate.

mod mutation;

use std::path::Path;
use std::process::Command;

use renstra::audit::{Audit, Fate, Reason};
use renstra::diagnostic::CellRef;
use renstra::model::Rupiah;
use renstra::pipeline::{self, Options};
use renstra::workbook::{self, Cell, Value};
use rust_decimal::Decimal;

use crate::support::grid::Content;
use crate::support::{library, path, small_workbook, source, to_workbook};

/// The account of a workbook on the pages of its draft.
fn audit(workbook: &Path) -> Audit {
    let inspection = pipeline::inspect(library(), workbook, &Options::default()).unwrap();
    let typeset = inspection.typeset(library(), true).unwrap();
    inspection.audit_pages(&typeset)
}

fn fate<'a>(audit: &'a Audit, sheet: &str, cell: CellRef) -> &'a Fate {
    let found = audit
        .cells()
        .find(|(own, at)| own.origin.sheet.as_deref() == Some(sheet) && at.at == cell);
    &found.unwrap().1.fate
}

fn lost(audit: &Audit) -> Vec<String> {
    let lost = audit
        .cells()
        .filter(|(_, cell)| matches!(cell.fate, Fate::Lost(_)));
    lost.map(|(sheet, cell)| {
        format!(
            "{}: {}",
            sheet.origin.at(cell.at.row, cell.at.col),
            cell.text
        )
    })
    .collect()
}

#[test]
fn every_cell_of_a_sample_has_a_fate() {
    for name in ["dinas-perhubungan-2025", "bappelitbangda"] {
        let audit = audit(&path(&format!("fixtures/kota-pasuruan/opd/{name}.xlsx")));
        let counts = audit.counts();
        assert_eq!(lost(&audit), Vec::<String>::new(), "{name}");
        assert_eq!(
            counts.read,
            counts.printed + counts.reported + counts.omitted
        );
        assert!(counts.printed * 2 > counts.read, "{counts:?}");
    }
}

#[test]
fn a_printed_cell_names_its_page_and_table() {
    let audit = audit(small_workbook());
    assert_eq!(lost(&audit), Vec::<String>::new());
    let printed = audit.cells().filter_map(|(_, cell)| match &cell.fate {
        Fate::Printed(places) => Some(places),
        _ => None,
    });
    for places in printed {
        assert!(!places.is_empty());
        assert!(places.iter().all(|place| place.page > 0));
    }
    let heading = fate(&audit, "T-C.27", CellRef::new(0, 0));
    assert_eq!(*heading, Fate::Omitted(Reason::Heading));
}

#[test]
fn an_amount_in_another_unit_is_printed_as_it_is_meant() {
    let mut sheets = source::read(&path("fixtures/small-opd"), None);
    let mut all = sheets.iter_mut();
    let funding = all.find(|sheet| sheet.name == "T-C.27").unwrap();
    for content in funding.cell.values_mut() {
        let changed = match &*content {
            Content::Text(text) if text == "Rp" => Content::Text("Rp (juta)".to_owned()),
            Content::Money(amount) => {
                let millions = i32::try_from(amount / 1_000_000).unwrap();
                Content::Number(f64::from(millions))
            }
            _ => continue,
        };
        *content = changed;
    }
    let workbook = to_workbook::workbook("dinas.xlsx", &sheets);
    let inspection = pipeline::inspect_workbook(library(), workbook, &Options::default()).unwrap();
    assert!(
        inspection
            .findings
            .iter()
            .any(|finding| finding.code.0 == "S027")
    );
    assert_eq!(lost(&inspection.audit), Vec::<String>::new());
}

#[test]
fn an_amount_has_its_fate_however_it_is_typed() {
    for typed in ["IDR {}", "Rp. {},-", "rp{}", "Rp{},--", "'{}"] {
        let mut workbook = workbook::read(small_workbook()).unwrap();
        let mut all = workbook.sheet.iter_mut();
        let funding = all.find(|sheet| &*sheet.name == "T-C.27").unwrap();
        let mut cells = funding.cell.iter_mut();
        let is_money =
            |cell: &Cell| matches!(cell.value, Value::Number(n) if n > Decimal::from(1_000_000));
        let (at, cell) = cells.find(|(_, cell)| is_money(cell)).unwrap();
        let at = *at;
        let Value::Number(amount) = cell.value else {
            unreachable!()
        };
        let amount = Rupiah::from_decimal(amount).to_string();
        cell.value = Value::Text(typed.replace("{}", &amount));
        let inspection =
            pipeline::inspect_workbook(library(), workbook, &Options::default()).unwrap();
        let found = fate(&inspection.audit, "T-C.27", at);
        assert!(matches!(found, Fate::Printed(_)), "{typed} {at} {found:?}");
    }
}

#[test]
fn a_fraction_is_printed_as_its_format_shows_it() {
    let mut workbook = workbook::read(small_workbook()).unwrap();
    let mut all = workbook.sheet.iter_mut();
    let funding = all.find(|sheet| &*sheet.name == "T-C.27").unwrap();
    let mut cells = funding.cell.iter_mut().filter(|(at, _)| at.row > 7);
    let target = cells.find(|(_, cell)| matches!(cell.value, Value::Number(n) if n < Decimal::TEN));
    let (at, cell) = target.unwrap();
    let at = *at;
    *cell = Cell {
        value: Value::Number(Decimal::new(5, 1)),
        format: Some("# ?/?".into()),
    };
    let inspection = pipeline::inspect_workbook(library(), workbook, &Options::default()).unwrap();
    let found = fate(&inspection.audit, "T-C.27", at);
    assert!(matches!(found, Fate::Printed(_)), "{at} {found:?}");
}

#[test]
fn the_account_is_told_by_sheet_by_page_and_as_json() {
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_renstra"))
            .arg("audit")
            .arg(small_workbook())
            .args(arguments)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let sheets = run(&["--lembar", "T-C.25", "--sel"]);
    assert!(sheets.starts_with("T-C.25\n"), "{sheets}");
    assert!(sheets.contains("sel dibaca ="), "{sheets}");
    assert!(sheets.contains("tercetak pada halaman"), "{sheets}");
    let pages = run(&["--halaman"]);
    assert!(pages.contains("← T-C.27: "), "{pages}");
    let lines = run(&["--diagnostic-format", "json"]);
    let first: serde_json::Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert_eq!(first["schema"], 1);
    let all = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap();
    assert!(lines.lines().map(all).any(|line| line["fate"] == "printed"));
}
