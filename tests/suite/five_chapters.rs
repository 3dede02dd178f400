//! What plans of 2025–2029 print beyond the tables that the instruction names, and whose
//! column is whose in the table of funding.

use renstra::pipeline::Inspection;
use renstra::typeset;

use crate::support::grid::{Content, Grid};
use crate::support::{self, case, source};

fn sheets() -> Vec<Grid> {
    let folder = support::path("fixtures/kota-pasuruan/source/dinas-perhubungan-2025");
    source::read(&folder, None)
}

fn inspect(sheets: &[Grid]) -> Inspection {
    case::inspect(sheets)
}

fn text(inspection: &Inspection) -> String {
    let typeset = inspection.typeset(support::library(), false).unwrap();
    let pages = typeset::text_by_page(&typeset);
    let items = pages.iter().flatten();
    items
        .flat_map(|item| item.text.split_whitespace())
        .collect::<String>()
}

fn codes(inspection: &Inspection, code: &str) -> usize {
    let found = inspection.findings.iter();
    found.filter(|finding| finding.code.0 == code).count()
}

#[test]
fn optional_tables_are_printed_where_they_are_filled_and_silent_elsewhere() {
    let sheets = sheets();
    let whole = text(&inspect(&sheets));
    let titles = [
        "DefinisiOperasionaldanFormulaIndikatorKinerjaUtama",
        "DefinisiOperasionaldanFormulaIndikatorTujuandanSasaran",
        "MatriksArahKebijakanRenstra",
        "BerdasarkanSasaranRenstraK/L",
        "KeterkaitanKinerjaDinasPerhubungandenganPerangkatDaerahLain",
    ];
    for title in titles {
        assert!(whole.contains(title), "{title}");
    }
    assert!(whole.contains("TahapI(2026)") && whole.contains("TahapV(2030)"));
    let kept = ["Matriks Arah Kebijakan", "Telaahan Renstra", "Crosscutting"];
    let mut bare: Vec<Grid> = sheets
        .into_iter()
        .filter(|grid| !kept.iter().any(|name| grid.name.contains(name)))
        .collect();
    for grid in &mut bare {
        if ["IKU", "Tujuan Sasaran"].contains(&grid.name.as_str()) {
            for heading in [
                "Definisi Operasional",
                "Formula",
                "Sumber Data",
                "Penanggung Jawab",
            ] {
                drop_column(grid, heading);
            }
        }
    }
    let bare = text(&inspect(&bare));
    for title in titles {
        assert!(!bare.contains(title), "{title}");
    }
}

/// Empties the column below a heading, and the heading itself.
fn drop_column(grid: &mut Grid, heading: &str) {
    let is = |cell: &Content| matches!(cell, Content::Text(text) if text == heading);
    let found = grid.cell.iter().find(|(_, cell)| is(cell));
    let Some(col) = found.map(|((_, col), _)| *col) else {
        return;
    };
    grid.cell.retain(|(_, own), _| *own != col);
    grid.merge
        .retain(|(_, left, _, right)| *left != col || *right != col);
}

#[test]
fn a_column_of_agencies_names_no_unit() {
    // As SIPD exports it: agencies alone, and no column for who answers.
    let mut sheets = sheets();
    let pendanaan = |grid: &&mut Grid| grid.name == "Pendanaan";
    drop_column(
        sheets.iter_mut().find(pendanaan).unwrap(),
        "Unit Kerja Penanggung Jawab",
    );
    let inspection = inspect(&sheets);
    assert_eq!(codes(&inspection, "R025"), 1, "one cause, one finding");
    for code in ["R018", "R080"] {
        assert_eq!(codes(&inspection, code), 0, "{code}");
    }
    assert!(text(&inspection).contains("2.15.0.00.0.00.01.0000-DinasPerhubungan"));
    // Where offices write their own units there, these are meant.
    for grid in sheets.iter_mut().filter(|grid| grid.name == "Pendanaan") {
        for cell in grid.cell.values_mut() {
            if matches!(cell, Content::Text(text) if text.ends_with("- Dinas Perhubungan")) {
                *cell = Content::Text("Bidang Lalu Lintas dan Angkutan".to_owned());
            }
        }
    }
    let inspection = inspect(&sheets);
    assert_eq!(codes(&inspection, "R025"), 0);
    let units = inspection.renstra.tanggung_jawab();
    let named = |name: &str| {
        units
            .iter()
            .any(|one| one.unit.is_some_and(|u| u.value == name))
    };
    assert!(named("Bidang Lalu Lintas dan Angkutan"));
}
