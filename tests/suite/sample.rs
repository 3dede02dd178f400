//! The sample city's workbook is made from readable text; the two must agree.

use std::fs;

use renstra::pipeline::{self, Options};
use renstra::workbook;

use crate::support::{self, source, to_xlsx};

const WORKBOOK: &str = "fixtures/kota-contoh/opd/dinas-contoh.xlsx";

#[test]
fn the_workbook_is_made_from_its_source() {
    let bytes = to_xlsx::xlsx(&source::read(&support::path("fixtures/sample-opd"), None));
    let path = support::path(WORKBOOK);
    if std::env::var_os("RENSTRA_UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &bytes).unwrap();
    }
    let fresh = workbook::from_bytes("x.xlsx", bytes).unwrap();
    let committed = workbook::from_bytes("x.xlsx", fs::read(&path).unwrap()).unwrap();
    assert_eq!(fresh.sheet.len(), committed.sheet.len());
    for (ours, theirs) in fresh.sheet.iter().zip(&committed.sheet) {
        let hint = format!("{}: RENSTRA_UPDATE=1 cargo test rewrites it", ours.name);
        assert_eq!(ours.cell, theirs.cell, "{hint}");
        assert_eq!(ours.merged, theirs.merged, "{hint}");
    }
}

#[test]
fn the_sample_city_is_clean() {
    let path = support::path(WORKBOOK);
    let inspection = pipeline::inspect(support::library(), &path, &Options::default()).unwrap();
    assert!(
        inspection.findings.is_empty(),
        "{}",
        support::print(&inspection.findings)
    );
}
