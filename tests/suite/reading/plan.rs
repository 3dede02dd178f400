//! What the rows become in the plan.

use renstra::model::{JenisTelaahan, Worksheet};
use renstra::normalise;
use renstra::pipeline;
use renstra::sheets::Sheets;

use super::{read, sample, sheet};
use crate::support::case::Case;
use crate::support::grid::{Content, Grid};
use crate::support::{self, source};

#[test]
fn a_review_table_in_a_shape_of_its_own_is_printed_as_it_stands() {
    let mut grid = sample();
    let table = sheet(&mut grid, "Telaahan RTRW");
    let (top, _) = table.heading;
    table.cell.retain(|(row, _), _| *row >= top);
    table.merge.retain(|(row, ..)| *row >= top);
    for (row, col, text) in [
        (0, 0, "Tabel 3.4 Telaahan Rencana Tata Ruang Wilayah"),
        (top, 1, "Renstra Provinsi"),
    ] {
        table
            .cell
            .insert((row, col), Content::Text(text.to_owned()));
    }
    let (sheets, out) = read(&grid);
    let own: Vec<_> = sheets.tambahan.iter().map(|table| &table.judul).collect();
    assert_eq!(own, ["Telaahan Rencana Tata Ruang Wilayah"]);
    assert!(
        sheets.tambahan[0].lembar.is_none(),
        "printed as an own table"
    );
    assert!(!sheets.lembar.contains(&Worksheet::TelaahanRtrw));
    let said = support::print(&out);
    assert!(said.contains("peringatan[S019]"), "{said}");
    assert!(!out.has_error(), "{said}");
}

#[test]
fn a_review_that_names_no_subject_keeps_its_word_in_its_column() {
    let mut grid = sample();
    let table = sheet(&mut grid, "Telaahan KLHS");
    let (_, bottom) = table.heading;
    table.cell.retain(|(row, _), _| *row <= bottom);
    table.merge.retain(|(row, ..)| *row <= bottom);
    let nihil = Content::Text("NIHIL".to_owned());
    table.cell.insert((bottom + 1, 2), nihil);
    let (sheets, _) = read(&grid);
    let row = sheets
        .telaahan
        .iter()
        .find(|row| row.jenis == JenisTelaahan::Klhs);
    let row = row.expect("the row is used");
    assert!(row.uraian.is_none());
    assert_eq!(row.permasalahan.value().map(String::as_str), Some("NIHIL"));
}

#[test]
fn the_word_of_a_level_alone_is_no_name() {
    let folder = support::path("fixtures/kota-pasuruan/source/dinas-perhubungan-2025");
    let mut grid = source::read(&folder, None);
    let table = sheet(&mut grid, "Perumusan Program");
    let uraian = 6;
    let row = table.cell.keys().filter(|(_, col)| *col == uraian);
    let row = row.map(|(row, _)| *row).max().expect("a filled column");
    let bare = Content::Text("Sub Kegiatan".to_owned());
    table.cell.insert((row, uraian), bare);
    let (sheets, mut out) = read(&grid);
    normalise::normalise(sheets, &mut out);
    let said = support::print(&out);
    assert!(said.contains("peringatan[N019]"), "{said}");
}

#[test]
fn a_second_table_of_words_under_another_caption_is_a_table_of_its_own() {
    let folder = support::path("fixtures/kota-pasuruan/source/dinas-perhubungan-2025");
    let mut grid = source::read(&folder, None);
    let first = sheet(&mut grid, "Arah Kebijakan");
    let (top, _) = first.heading;
    first.cell.retain(|(row, _), _| *row >= top);
    first.merge.retain(|(row, ..)| *row >= top);
    let mut second = Grid {
        name: "Linearitas".to_owned(),
        cell: first.cell.clone(),
        merge: first.merge.clone(),
        width: first.width.clone(),
        heading: first.heading,
    };
    let caption = |text: &str| Content::Text(text.to_owned());
    first
        .cell
        .insert((0, 0), caption("Tabel 3.4 Arah Kebijakan"));
    second
        .cell
        .insert((0, 0), caption("Tabel 3.5 Linearitas Arah Kebijakan"));
    let (alone, _) = read(&grid);
    grid.push(second);
    let (both, out) = read(&grid);
    let count = |sheets: &Sheets| sheets.matriks[&Worksheet::ArahKebijakan].len();
    assert_eq!(count(&both), count(&alone), "the rows are not doubled");
    let own = both.tambahan.iter().find(|table| table.lembar.is_none());
    assert_eq!(
        own.map(|table| table.judul.as_str()),
        Some("Linearitas Arah Kebijakan")
    );
    let said = support::print(&out);
    assert!(said.contains("peringatan[S019]"), "{said}");
}

/// The plan of a folder of worksheets, after `change`.
fn plan(folder: &str, change: impl FnOnce(&mut Vec<Grid>)) -> pipeline::Inspection {
    Case::of(folder).sheets(change).inspect()
}

#[test]
fn the_unit_of_an_output_stands_before_its_programs() {
    let folder = "fixtures/kota-pasuruan/source/dinas-perhubungan-2025";
    let plan = plan(folder, |_| {});
    let table = &plan.renstra.pendanaan;
    let unit = |kode: &str| {
        let kegiatan = || table.program.iter().flat_map(|program| &program.kegiatan);
        let sub = kegiatan().flat_map(|kegiatan| &kegiatan.sub_kegiatan);
        let mut row = table
            .program
            .iter()
            .map(|program| &program.baris)
            .chain(sub.map(|sub| &sub.baris));
        let row = row.find(|row| row.kode.value.to_string() == kode).unwrap();
        row.unit.value().cloned().unwrap_or_default()
    };
    assert_eq!(unit("2.15.02"), "Bidang Lalu Lintas dan Angkutan");
    assert_eq!(
        unit("2.15.02.2.06.0007"),
        "Bidang Keselamatan dan Prasarana"
    );
    assert_eq!(unit("2.15.01"), "Sekretariat");
}

#[test]
fn laws_that_the_prose_lists_are_the_legal_basis() {
    let plan = plan("fixtures/small-opd", |grid| {
        let identitas = sheet(grid, "Identitas");
        let row = identitas
            .cell
            .iter()
            .find(|(_, content)| **content == Content::Text("Dasar Hukum".to_owned()));
        let from = row.map(|((row, _), _)| *row).unwrap();
        identitas.cell.retain(|(row, _), _| *row < from);
        let narasi = sheet(grid, "Narasi");
        let text = narasi.cell.values_mut().find(
            |content| matches!(content, Content::Text(text) if text.starts_with("Landasan hukum")),
        );
        *text.unwrap() = Content::Text(
            "Landasan hukum:\n1. Undang-Undang Nomor 25 Tahun 2004\n2) Undang-Undang Nomor 23 Tahun 2014".to_owned(),
        );
    });
    let law = &plan.renstra.identitas.dasar_hukum;
    let law: Vec<_> = law.iter().map(|law| law.value.as_str()).collect();
    assert_eq!(
        law,
        [
            "Undang-Undang Nomor 25 Tahun 2004",
            "Undang-Undang Nomor 23 Tahun 2014"
        ]
    );
    let said = support::print(&plan.findings);
    assert!(!said.contains("R003"), "{said}");
    let left = plan
        .renstra
        .narasi
        .iter()
        .find(|narasi| narasi.slot.value == "1.2");
    assert_eq!(
        left.map(|narasi| narasi.isi.value.as_str()),
        Some("Landasan hukum:")
    );
}

#[test]
fn prose_without_a_place_or_below_another_heading_is_said() {
    let plan = plan("fixtures/small-opd", |grid| {
        let narasi = sheet(grid, "Narasi");
        for content in narasi.cell.values_mut() {
            if *content == Content::Text("2.4".to_owned()) {
                *content = Content::Text("2.4 Struktur Organisasi".to_owned());
            }
        }
        let below = narasi.cell.keys().map(|(row, _)| *row).max().unwrap() + 1;
        for (col, text) in [(0, "9.9 Lain-lain"), (1, "Teks yang tidak bertempat.")] {
            narasi
                .cell
                .insert((below, col), Content::Text(text.to_owned()));
        }
    });
    let said = support::print(&plan.findings);
    for part in [
        "peringatan[S022]: subbab \"9.9 Lain-lain\"",
        "peringatan[S023]: judul \"Struktur Organisasi\"",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(plan.findings.iter().count(), 2, "{said}");
}

#[test]
fn growth_that_the_office_states_is_printed_as_it_stands() {
    let data = |change: fn(&mut Grid)| {
        let plan = plan("fixtures/small-opd", |grid| change(sheet(grid, "T-C.24")));
        let data: serde_json::Value =
            serde_json::from_slice(&plan.document(false).to_json().unwrap()).unwrap();
        data["tabel"]["t-c-24"]["matriks"].clone()
    };
    // The last heading of the first row is that of the two columns of growth.
    let heading = |table: &serde_json::Value| {
        let headings = table["kepala"][0].as_array().unwrap();
        headings.last().unwrap()["teks"].clone()
    };
    let growth = |table: &serde_json::Value, row: usize| {
        let cells = table["baris"][row]["sel"].as_array().unwrap();
        let text = cells[cells.len() - 2]["teks"].as_str();
        text.unwrap_or_default().to_owned()
    };
    let computed = data(|_| {});
    assert_eq!(heading(&computed), "Rata-rata Pertumbuhan (Rp)");
    assert_ne!(growth(&computed, 1), "");
    let typed = data(|table| {
        let (top, bottom) = table.heading;
        let col = table.cell.keys().map(|(_, col)| *col).max().unwrap() + 1;
        for (row, text) in [
            (top, "Rata-rata Pertumbuhan"),
            (top + 1, "Anggaran"),
            (bottom + 1, "8,78"),
        ] {
            table
                .cell
                .insert((row, col), Content::Text(text.to_owned()));
        }
    });
    assert_eq!(heading(&typed), "Rata-rata Pertumbuhan");
    assert_eq!(growth(&typed, 0), "8,78");
    assert_eq!(growth(&typed, 1), "");
}
