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

/// A sample with its annexes asked for anew.
fn with_annexes(opd: &str, annexes: &[&str]) -> Inspection {
    let folder = support::path(&format!("fixtures/kota-pasuruan/source/{opd}"));
    let mut sheets = source::read(&folder, None);
    let identitas = sheets.iter_mut().find(|grid| grid.name == "Identitas");
    let identitas = identitas.unwrap();
    let is = |cell: &Content| matches!(cell, Content::Text(text) if text == "Lampiran");
    let asked = identitas.cell.iter().find(|(_, cell)| is(cell));
    let first = asked.map(|((row, _), _)| *row);
    if let Some(first) = first {
        identitas.cell.retain(|(row, _), _| *row < first);
    }
    let below = identitas.cell.keys().map(|(row, _)| *row).max().unwrap() + 1;
    identitas.text(below, 0, "Lampiran");
    for (row, annex) in (below..).zip(annexes) {
        identitas.text(row, 1, annex);
    }
    let workbook = to_workbook::workbook("dinas.xlsx", &sheets);
    pipeline::inspect_workbook(support::library(), workbook, &Options::default()).unwrap()
}

#[test]
fn the_tree_of_performance_is_readable_and_within_its_pages() {
    for opd in ["dinas-perhubungan-2025", "dinas-kesehatan"] {
        let inspection = with_annexes(opd, &["Pohon Kinerja"]);
        let typeset = inspection.typeset(support::library(), false).unwrap();
        let heading = typeset::outline(&typeset);
        let annex = heading
            .iter()
            .find(|own| own.title.ends_with("POHON KINERJA"));
        let first = annex.expect("a bookmark").page - 1;
        let pages = typeset::text_by_page(&typeset);
        let size = typeset.page_size();
        let mut whole = String::new();
        for (page, (width, height)) in pages.iter().zip(size).skip(first) {
            assert!(width > height, "{opd}: a turned page");
            for item in page {
                assert!(
                    item.size_pt >= 6.99,
                    "{opd}: {} at {}",
                    item.text,
                    item.size_pt
                );
                assert!(item.x_pt >= 30.0 && item.x_pt + item.width_pt <= width - 30.0);
                assert!(item.y_pt <= height - 20.0, "{opd}: {}", item.text);
                whole.push_str(&item.text.replace([' ', '\u{ad}', '-'], ""));
            }
        }
        let squeeze = |text: &str| text.replace([' ', '\n', '-'], "");
        let table = &inspection.renstra.pendanaan;
        for program in &table.program {
            assert!(whole.contains(&squeeze(&program.baris.kode.value.to_string())));
            for sub in program.kegiatan.iter().flat_map(|own| &own.sub_kegiatan) {
                let name = squeeze(sub.baris.uraian.value().unwrap());
                assert!(whole.contains(&name), "{opd}: {name}");
            }
        }
        assert!(whole.contains("GambarL.1") && whole.contains("GambarL.2"));
    }
}

#[test]
fn the_funding_matrix_stands_in_an_annex_where_it_is_asked_for_there() {
    let inspection = with_annexes("dinas-perhubungan-2025", &["Matriks Pendanaan"]);
    let typeset = inspection.typeset(support::library(), false).unwrap();
    let pages = typeset::text_by_page(&typeset);
    let page: Vec<String> = pages
        .iter()
        .map(|page| {
            page.iter()
                .map(|item| item.text.replace([' ', '\u{a0}'], ""))
                .collect()
        })
        .collect();
    let own = |needle: &str| -> Vec<usize> {
        let found = page.iter().enumerate();
        found
            .filter(|(_, text)| text.contains(needle))
            .map(|(at, _)| at)
            .collect()
    };
    // The chapter says where it is; Manual Indikator is the first annex.
    let said = own("disajikandalamTabelL.2padaLampiranII.");
    assert_eq!(said.len(), 1, "{page:?}");
    let heading = typeset::outline(&typeset);
    let at = |title: &str| {
        let found = heading.iter().find(|own| own.title.contains(title));
        found.unwrap_or_else(|| panic!("{title}")).page - 1
    };
    assert!(said[0] < at("BAB V"));
    let sum = inspection.renstra.pendanaan.program[0]
        .baris
        .kode
        .value
        .to_string();
    assert!(
        own(&format!("{sum}-PROGRAM"))
            .iter()
            .any(|own| *own >= at("LAMPIRAN II"))
    );
    assert_eq!(inspection.table_number("pendanaan"), Some("L.2"));
    // What the annex shows is accounted for as printed there.
    assert!(
        inspection.findings.is_empty(),
        "{}",
        support::print(&inspection.findings)
    );
    // Without it the table stands in its chapter, and nothing refers to an annex.
    let plain = with_annexes("dinas-perhubungan-2025", &["Matriks Cascading"]);
    assert!(plain.table_number("pendanaan").unwrap().starts_with("4."));
    assert!(!text(&plain).contains("disajikandalam"));
}

#[test]
fn targets_are_drawn_for_a_text_that_speaks_of_them() {
    let sheets = source::read(&support::path(DISHUB), None);
    let plan = |sheets: &[Grid]| {
        let workbook = to_workbook::workbook("dishub.xlsx", sheets);
        pipeline::inspect_workbook(support::library(), workbook, &Options::default()).unwrap()
    };
    let title = "TargetIndikatorTujuandanSasaranDinasPerhubunganTahun2025–2030";
    assert!(text(&plan(&sheets)).contains(title));
    let mut silent = sheets;
    for cell in silent.iter_mut().flat_map(|grid| grid.cell.values_mut()) {
        if let Content::Text(text) = cell {
            *text = text.replace("{{ gambar(\"grafik-target\") }}", "tabel itu");
        }
    }
    assert!(!text(&plan(&silent)).contains(title));
}
