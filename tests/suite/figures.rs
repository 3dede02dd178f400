//! Figures beyond the organisation chart: the agency's own pictures, the cascade of each
//! goal, the chain of plans; and the annexes.

use std::fs;
use std::path::Path;

use renstra::pipeline::{self, Inspection, Options};
use renstra::typeset::{self, PdfSettings};

use crate::pdf::read_back;
use crate::support::grid::{Content, Grid};
use crate::support::{self, source, to_workbook, to_xlsx};

const DISHUB: &str = "fixtures/kota-pasuruan/source/dinas-perhubungan-2025";

/// A sheet of plain rows.
fn sheet(name: &str, rows: &[&[&str]]) -> Grid {
    let mut grid = source::read(&support::path(DISHUB), None).remove(0);
    name.clone_into(&mut grid.name);
    grid.cell.clear();
    grid.merge.clear();
    for (row, cells) in (0..).zip(rows) {
        for (col, cell) in (0..).zip(*cells) {
            grid.cell
                .insert((row, col), Content::Text((*cell).to_owned()));
        }
    }
    grid
}

fn inspect(folder: &Path, own: Grid) -> Inspection {
    let mut sheets = source::read(&support::path(DISHUB), None);
    sheets.push(own);
    let file = folder.join("dishub.xlsx");
    fs::write(&file, to_xlsx::xlsx(&sheets)).unwrap();
    pipeline::inspect(support::library(), &file, &Options::default()).unwrap()
}

fn text(inspection: &Inspection) -> String {
    let typeset = inspection.typeset(support::library(), true).unwrap();
    let pages = typeset::text_by_page(&typeset);
    let items = pages.iter().flatten();
    items.map(|item| item.text.replace(' ', "")).collect()
}

#[test]
fn a_picture_beside_the_workbook_stands_in_its_subchapter() {
    let folder = tempfile::tempdir().unwrap();
    let arms = support::path("fixtures/kota-pasuruan/lambang.svg");
    fs::create_dir(folder.path().join("gambar")).unwrap();
    fs::copy(&arms, folder.path().join("gambar/peta.svg")).unwrap();
    let rows: &[&[&str]] = &[
        &["No", "Subbab", "Judul Gambar", "Berkas", "Sumber"],
        &[
            "1",
            "2.1.2",
            "Peta Lokasi Terminal {opd}",
            "peta.svg",
            "Dokumen jaringan trayek",
        ],
    ];
    let inspection = inspect(folder.path(), sheet("Gambar", rows));
    let wrong = inspection.findings.iter().filter(|f| f.code.0 == "W115");
    assert_eq!(wrong.count(), 0, "{}", support::print(&inspection.findings));
    let whole = text(&inspection);
    // In the list of figures and below the picture, with the braces as typed.
    assert_eq!(whole.matches("PetaLokasiTerminal{opd}").count(), 2);
    assert!(whole.contains("Sumber:Dokumenjaringantrayek"));
    let typeset = inspection.typeset(support::library(), false).unwrap();
    let mut settings = PdfSettings::new(inspection.digest());
    settings.timestamp = Some(0);
    let pdf = typeset::pdf(&typeset, &settings).unwrap();
    assert!(read_back(&pdf).page.len() > 20);
}

#[test]
fn a_picture_that_cannot_be_used_is_named_at_its_cell() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("teks.png"), "bukan gambar").unwrap();
    fs::write(folder.path().join("besar.png"), vec![0_u8; 9 * 1024 * 1024]).unwrap();
    // It says that it has 60,000 by 60,000 points.
    let bomb = [
        &[0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13][..],
        b"IHDR",
        &60_000_u32.to_be_bytes(),
        &60_000_u32.to_be_bytes(),
        &[8, 2, 0, 0, 0],
    ];
    fs::write(folder.path().join("bom.png"), bomb.concat()).unwrap();
    fs::write(
        folder.path().join("rusak.jpg"),
        [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0],
    )
    .unwrap();
    fs::copy(
        support::path("fixtures/kota-pasuruan/lambang.svg"),
        folder.path().join("peta.svg"),
    )
    .unwrap();
    let rows: &[&[&str]] = &[
        &["No", "Subbab", "Judul Gambar", "Berkas"],
        &["1", "2.1.2", "Tidak Ada", "tidak-ada.png"],
        &["2", "2.1.2", "Teks", "teks.png"],
        &["3", "2.1.2", "Besar", "besar.png"],
        &["4", "2.1.2", "Bom", "bom.png"],
        &["5", "2.1.2", "Rusak", "rusak.jpg"],
        &["6", "9.9", "Salah Tempat", "peta.svg"],
        &["7", "2.1.2", "Di Luar", "../peta.svg"],
        &["8", "2.1.2", "", "peta.svg"],
    ];
    let inspection = inspect(folder.path(), sheet("Gambar", rows));
    let found = inspection.findings.iter().filter(|f| f.code.0 == "W115");
    let cells: Vec<String> = found
        .map(|finding| finding.origin.cell.unwrap().to_string())
        .collect();
    assert_eq!(cells, ["D2", "D3", "D4", "D5", "D6", "B7", "D8", "D9"]);
}

#[test]
fn the_cascade_of_a_goal_is_drawn_and_annexes_follow_the_signature() {
    let sheets = source::read(&support::path(DISHUB), None);
    let workbook = to_workbook::workbook("dishub.xlsx", &sheets);
    let inspection =
        pipeline::inspect_workbook(support::library(), workbook, &Options::default()).unwrap();
    let whole = text(&inspection);
    assert!(whole.contains("CascadingKinerjaDinasPerhubungan"));
    assert!(whole.contains("KeterkaitanRenstraPerangkatDaerah"));
    let at = |needle: &str| {
        whole
            .rfind(needle)
            .unwrap_or_else(|| panic!("{needle} is nowhere"))
    };
    let annexes = [
        "MANUALINDIKATOR",
        "MATRIKSCASCADING",
        "DAFTARPENANGGUNGJAWAB",
    ];
    let place = annexes.map(at);
    assert!(at("PENUTUP") < place[0] && place.is_sorted());
    assert!(whole.contains("TabelL.1") && whole.contains("LAMPIRAN"));
    // A plan that asks for none and explains no indicator has none.
    let bare: Vec<Grid> = sheets
        .into_iter()
        .filter(|grid| grid.name != "Manual Indikator")
        .map(|mut grid| {
            if grid.name == "Identitas" {
                let annex = ["Lampiran", "Matriks Cascading", "Daftar Penanggung Jawab"];
                grid.cell.retain(|_, cell| {
                    !matches!(cell, Content::Text(text) if annex.contains(&text.as_str()))
                });
            }
            grid
        })
        .collect();
    let workbook = to_workbook::workbook("dishub.xlsx", &bare);
    let inspection =
        pipeline::inspect_workbook(support::library(), workbook, &Options::default()).unwrap();
    assert!(!text(&inspection).contains("LAMPIRAN"));
}

#[test]
fn an_annex_or_theme_that_nobody_has_is_named() {
    let mut sheets = source::read(&support::path(DISHUB), None);
    for grid in &mut sheets {
        for cell in grid.cell.values_mut() {
            if matches!(cell, Content::Text(text) if text == "Daftar Penanggung Jawab") {
                *cell = Content::Text("Daftar Penanggungjawab".to_owned());
            }
            if matches!(cell, Content::Text(text) if text == "Nilai SAKIP Dinas Perhubungan" && grid.name == "Manual Indikator")
            {
                *cell = Content::Text("Nilai LAKIP".to_owned());
            }
            if matches!(cell, Content::Text(text) if text == "2.15.02.2.02.0002" && grid.name == "Tematik")
            {
                *cell = Content::Text("2.15.02.2.02.9999".to_owned());
            }
        }
    }
    let workbook = to_workbook::workbook("dishub.xlsx", &sheets);
    let inspection =
        pipeline::inspect_workbook(support::library(), workbook, &Options::default()).unwrap();
    let said = support::print(&inspection.findings);
    assert!(
        said.contains("maksud Anda \"DAFTAR PENANGGUNG JAWAB\"?"),
        "{said}"
    );
    for code in ["N022", "N023"] {
        let found = inspection.findings.iter().filter(|f| f.code.0 == code);
        assert_eq!(found.count(), 1, "{code}: {said}");
    }
}

#[test]
fn a_theme_that_the_city_does_not_list_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("renstra.toml");
    fs::write(&settings, "[dokumen]\ntema = [\"Keselamatan Jalan\"]\n").unwrap();
    let file = folder.path().join("dishub.xlsx");
    let sheets = source::read(&support::path(DISHUB), None);
    fs::write(&file, to_xlsx::xlsx(&sheets)).unwrap();
    let inspection = pipeline::inspect(support::library(), &file, &Options::default()).unwrap();
    let found = inspection.findings.iter().filter(|f| f.code.0 == "S024");
    let said: Vec<&str> = found.map(|finding| finding.message.as_str()).collect();
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(
        said[0].contains("Program Unggulan Kepala Daerah"),
        "{said:?}"
    );
}
