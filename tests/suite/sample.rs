//! The sample city's workbooks are made from readable text; the two must agree, and the
//! plans must be as an office would sign them.

use std::fs;

use renstra::pipeline::{self, Options};
use renstra::workbook;

use crate::support::{self, source, to_xlsx};

const CITY: &str = "fixtures/kota-pasuruan";
const OPD: [&str; 3] = ["dinas-kesehatan", "kecamatan-gadingrejo", "bappelitbangda"];

#[test]
fn the_workbooks_are_made_from_their_source() {
    for opd in OPD {
        let folder = support::path(&format!("{CITY}/source/{opd}"));
        let bytes = to_xlsx::xlsx(&source::read(&folder, None));
        let path = support::path(&format!("{CITY}/opd/{opd}.xlsx"));
        if std::env::var_os("RENSTRA_UPDATE").is_some() {
            fs::write(&path, &bytes).unwrap();
        }
        let fresh = workbook::from_bytes("x.xlsx", bytes).unwrap();
        let committed = workbook::from_bytes("x.xlsx", fs::read(&path).unwrap()).unwrap();
        assert_eq!(fresh.sheet.len(), committed.sheet.len());
        for (ours, theirs) in fresh.sheet.iter().zip(&committed.sheet) {
            let hint = format!("{opd}, {}: RENSTRA_UPDATE=1 cargo test", ours.name);
            assert_eq!(ours.cell, theirs.cell, "{hint}");
            assert_eq!(ours.merged, theirs.merged, "{hint}");
        }
    }
}

#[test]
fn the_sample_city_is_clean() {
    for opd in OPD {
        let path = support::path(&format!("{CITY}/opd/{opd}.xlsx"));
        let inspection = pipeline::inspect(support::library(), &path, &Options::default()).unwrap();
        assert!(
            inspection.findings.is_empty(),
            "{opd}: {}",
            support::print(&inspection.findings)
        );
    }
}
