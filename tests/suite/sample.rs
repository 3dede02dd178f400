//! The sample city's workbooks are made from readable text; the two must agree, and the
//! plans must be as an office would sign them.

use std::fs;

use renstra::model::Worksheet;
use renstra::pipeline::{self, Options, Version};
use renstra::typeset;
use renstra::workbook;

use crate::pdf::read_back;
use crate::support::{self, source, to_xlsx};

const CITY: &str = "fixtures/kota-pasuruan";
const OPD: [&str; 4] = [
    "dinas-kesehatan",
    "kecamatan-gadingrejo",
    "bappelitbangda",
    "dinas-perhubungan-2025",
];

#[test]
fn the_workbooks_are_made_from_their_source() {
    let agency = |opd: &str| {
        let folder = support::path(&format!("{CITY}/source/{opd}"));
        (
            source::read_whole(&folder),
            format!("{CITY}/opd/{opd}.xlsx"),
        )
    };
    let rpjmd = support::path(&format!("{CITY}/source/rpjmd"));
    let rpjmd = (
        source::read_rpjmd(&rpjmd, None),
        format!("{CITY}/rpjmd.xlsx"),
    );
    for (grid, target) in OPD.into_iter().map(agency).chain([rpjmd]) {
        let bytes = to_xlsx::xlsx(&grid);
        let path = support::path(&target);
        if std::env::var_os("RENSTRA_UPDATE").is_some() {
            fs::write(&path, &bytes).unwrap();
        }
        let fresh = workbook::from_bytes("x.xlsx", bytes).unwrap();
        let committed = workbook::from_bytes("x.xlsx", fs::read(&path).unwrap()).unwrap();
        assert_eq!(fresh.sheet.len(), committed.sheet.len());
        for (ours, theirs) in fresh.sheet.iter().zip(&committed.sheet) {
            let hint = format!("{target}, {}: RENSTRA_UPDATE=1 cargo test", ours.name);
            assert_eq!(ours.cell, theirs.cell, "{hint}");
            assert_eq!(ours.merged.areas(), theirs.merged.areas(), "{hint}");
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
        // The city's RPJMD is of 2021–2026.
        let Some(rpjmd) = &inspection.rpjmd else {
            assert!(opd.ends_with("2025"), "{opd} has no RPJMD");
            continue;
        };
        assert_eq!(rpjmd.sasaran().count(), 5);
        assert!(rpjmd.program.len() > 14);
        let typeset = inspection.typeset(support::library(), false).unwrap();
        let shown = typeset::findings(&typeset, &|text| inspection.locate(text));
        assert!(shown.is_empty(), "{opd}: {}", support::print(&shown));
    }
}

/// The large agency as a reader gets it: eight chapters, and every amount of its workbook, whose
/// totals the CSV's own text adds up to.
#[test]
fn the_large_agency_is_printed_whole() {
    let path = support::path(&format!("{CITY}/opd/dinas-kesehatan.xlsx"));
    let library = support::library();
    let inspection = pipeline::inspect(library, &path, &Options::default()).unwrap();
    let pdf = read_back(&support::document(&inspection, Version::Final));
    let printed = pdf.squeezed();

    let rows = source::rows(&support::path(&format!(
        "{CITY}/source/dinas-kesehatan/t-c-27.csv"
    )));
    let coded: Vec<_> = rows
        .row
        .iter()
        .filter(|row| !row["kode"].is_empty())
        .collect();
    assert!(coded.len() >= 150, "only {} rows", coded.len());
    let amount = |text: &str| text.parse::<i64>().unwrap();
    let grouped = |amount: i64| renstra::model::Rupiah::from_decimal(amount.into()).to_string();
    for year in ["2022", "2023", "2024", "2025", "2026", "akhir"] {
        let key = format!("pagu_{year}");
        let mut sum = [0, 0, 0];
        for row in &coded {
            let shown = grouped(amount(&row[&key]));
            assert!(printed.contains(&shown), "{} {shown}", row["kode"]);
            match row["kode"].matches('.').count() {
                2 => sum[0] += amount(&row[&key]),
                4 => sum[1] += amount(&row[&key]),
                _ => sum[2] += amount(&row[&key]),
            }
        }
        assert!(sum[0] == sum[1] && sum[1] == sum[2], "{year}: {sum:?}");
        assert!(printed.contains(&grouped(sum[0])), "total of {year}");
    }
    for row in &coded {
        assert!(printed.contains(&row["kode"]), "{}", row["kode"]);
    }
    let chapter = pdf
        .outline
        .iter()
        .filter(|mark| mark.title.starts_with("BAB "));
    assert_eq!(chapter.count(), 8);
}

#[test]
fn synthetic_agencies_are_clean_and_the_same_for_a_seed() {
    let grid = support::city::opd(7, 60);
    assert_eq!(
        to_xlsx::xlsx(&grid),
        to_xlsx::xlsx(&support::city::opd(7, 60))
    );
    let workbook = support::to_workbook::workbook("dinas.xlsx", &grid);
    let inspection = {
        // Rows are taken from every bidang urusan, whatever the agency's is.
        let options = Options {
            allow: vec!["R056".to_owned()],
            ..Options::default()
        };
        pipeline::inspect_workbook(support::library(), workbook, &options).unwrap()
    };
    assert!(
        inspection.findings.is_empty(),
        "{}",
        support::print(&inspection.findings)
    );
    let table = inspection
        .account
        .iter()
        .find(|entry| entry.id == Some(Worksheet::Tc27))
        .unwrap();
    assert!((58..=70).contains(&table.used), "{} rows", table.used);
}

#[test]
fn a_character_without_a_font_is_named_with_its_cell() {
    let mut grid = source::read(&support::path("fixtures/small-opd"), None);
    let table = grid.iter_mut().find(|grid| grid.name == "T-B.35").unwrap();
    let at = *table
        .cell
        .iter()
        .find(|(_, content)| **content == support::grid::Content::Text("Halte kurang".to_owned()))
        .unwrap()
        .0;
    table.text(at.0, at.1, "Halte \u{1193} kurang");
    let workbook = support::to_workbook::workbook("dinas.xlsx", &grid);
    let library = support::library();
    let inspection = pipeline::inspect_workbook(library, workbook, &Options::default()).unwrap();
    let typeset = inspection.typeset(library, false).unwrap();
    let shown = typeset::findings(&typeset, &|text| inspection.locate(text));
    let finding = shown.iter().next().unwrap();
    assert_eq!(finding.code.0, "T001");
    let cell = renstra::diagnostic::CellRef::new(at.0, at.1);
    assert_eq!(
        finding.origin.to_string(),
        format!("dinas.xlsx › T-B.35!{cell}")
    );
}
