//! The sample city's workbooks are made from readable text; the two must agree.

use std::fs;
use std::path::PathBuf;

use renstra::pipeline::{self, Options};
use renstra::workbook;

use crate::support::{self, source, to_workbook, to_xlsx};

/// Folders of `fixtures/sample-source` and the workbook each becomes.
fn agencies() -> Vec<(String, PathBuf, PathBuf)> {
    let mut list: Vec<_> = fs::read_dir(support::path("fixtures/sample-source"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .map(|folder| {
            let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
            let file = format!("fixtures/kota-pasuruan/opd/{name}.xlsx");
            (name, folder, support::path(&file))
        })
        .collect();
    list.sort();
    list
}

#[test]
fn workbooks_are_made_from_their_source() {
    let agency = agencies();
    assert_eq!(agency.len(), 3);
    for (name, folder, file) in agency {
        let grid = source::read(&folder, None);
        let bytes = to_xlsx::xlsx(&grid);
        if support::update() {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, &bytes).unwrap();
        }
        let committed = fs::read(&file).unwrap();
        let committed = workbook::from_bytes("x.xlsx", committed).unwrap();
        let fresh = workbook::from_bytes("x.xlsx", bytes).unwrap();
        for (ours, theirs) in fresh.sheet.iter().zip(&committed.sheet) {
            assert_eq!(ours.cell, theirs.cell, "{name} {}: RENSTRA_UPDATE=1 cargo test rewrites it", ours.name);
            assert_eq!(ours.merged, theirs.merged, "{name} {}", ours.name);
        }
        assert_eq!(fresh.sheet.len(), committed.sheet.len(), "{name}");
        let memory = to_workbook::workbook("x.xlsx", &grid);
        assert_eq!(memory.sheet.len(), committed.sheet.len(), "{name}");
    }
}

#[test]
fn the_sample_city_is_clean() {
    for (name, _, file) in agencies() {
        let inspection = pipeline::inspect(support::library(), &file, &Options::default()).unwrap();
        assert!(inspection.findings.is_empty(), "{name}:\n{}", support::print(&inspection.findings));
    }
}
