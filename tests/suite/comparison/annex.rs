//! The matrix of changes as an annex of the changed plan.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use renstra::pipeline::{self, Inspection, Options, Output, PrintOptions};
use serde_json::Value;

use super::{compare, small};
use crate::pdf::read_back;
use crate::plants::edit;
use crate::support::grid::{Content, Grid};
use crate::support::{self, to_xlsx};

/// A city that keeps its earlier plans, with the small agency as it was and as it is.
struct Changed {
    folder: tempfile::TempDir,
}

impl Changed {
    fn new(settings: &str, identitas: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["opd", "opd-lama"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let city = Self { folder };
        fs::write(
            city.at("renstra.toml"),
            format!("[dokumen]\nsebelumnya = \"opd-lama\"\n{settings}"),
        )
        .unwrap();
        fs::write(city.at("opd-lama/dinas.xlsx"), to_xlsx::xlsx(&small())).unwrap();
        fs::write(city.workbook(), to_xlsx::xlsx(&after(identitas))).unwrap();
        city
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn workbook(&self) -> PathBuf {
        self.at("opd/dinas.xlsx")
    }

    fn inspect(&self) -> Inspection {
        pipeline::inspect(support::library(), &self.workbook(), &Options::default()).unwrap()
    }
}

/// The small agency after a change of a text, with these cells more in Identitas.
fn after(identitas: &[(&str, &str)]) -> Vec<Grid> {
    let mut after = small();
    edit::apply(&mut after, "Narasi!B4 + Alinea tambahan tentang perubahan.");
    let sheet = after
        .iter_mut()
        .find(|grid| grid.name == "Identitas")
        .unwrap();
    for (label, value) in identitas {
        let found = sheet
            .cell
            .iter()
            .find(|(_, cell)| **cell == Content::Text((*label).to_owned()));
        let row = match found {
            Some(((row, _), _)) => *row,
            None => sheet.cell.keys().map(|(row, _)| *row).max().unwrap() + 1,
        };
        sheet.text(row, 0, label);
        sheet.text(row, 1, value);
    }
    // Kept next to the plan, and printed neither in it nor in its annex.
    let konfirmasi = after.iter_mut().find(|grid| grid.name == "Konfirmasi");
    let konfirmasi = konfirmasi.unwrap();
    let row = konfirmasi.cell.keys().map(|(row, _)| *row).max().unwrap();
    konfirmasi.text(row, 1, "PEJABAT LAIN");
    let narasi = after.iter_mut().find(|grid| grid.name == "Narasi").unwrap();
    let row = narasi.cell.keys().map(|(row, _)| *row).max().unwrap() + 1;
    narasi.text(row, 0, "Alasan Perubahan");
    narasi.text(row, 1, "Renstra diubah karena perubahan RPJMD, yang memengaruhi uraian pada Bab II dan pelayanan dinas dalam tahun-tahun berikutnya.");
    after
}

const ASKED: [(&str, &str); 2] = [
    ("Tahap", "Rancangan Akhir Perubahan"),
    ("Lampiran", "Matriks Perubahan"),
];

fn codes(inspection: &Inspection) -> Vec<&'static str> {
    inspection
        .findings
        .iter()
        .map(|finding| finding.code.0)
        .collect()
}

fn annexes(inspection: &Inspection) -> Vec<String> {
    let data: Value =
        serde_json::from_slice(&inspection.document(false).to_json().unwrap()).unwrap();
    let annex = data["lampiran"].as_array().unwrap().iter();
    annex
        .map(|annex| annex["judul"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_changed_plan_that_asks_for_it_is_printed_next_to_the_one_before() {
    for (settings, identitas) in [
        ("", &ASKED[..]),
        ("lampiran = [\"Matriks Perubahan\"]\n", &ASKED[..1]),
        (
            "lampiran = [\"Matriks Perubahan\"]\nperubahan = true\n",
            &[],
        ),
    ] {
        let city = Changed::new(settings, identitas);
        let inspection = city.inspect();
        assert!(
            !inspection.findings.has_error(),
            "{}",
            support::print(&inspection.findings)
        );
        assert!(!codes(&inspection).contains(&"W093"));
        assert_eq!(annexes(&inspection), ["MATRIKS PERUBAHAN"], "{settings}");
        // The same as the command says of the two.
        let data: Value =
            serde_json::from_slice(&inspection.document(false).to_json().unwrap()).unwrap();
        assert!(
            !data["matriks_perubahan"]["tabel"]
                .to_string()
                .contains("Konfirmasi")
        );
        let mut said = compare(&city.at("opd-lama/dinas.xlsx"), &city.workbook());
        said.keep_changes();
        said.leave_out_table("Konfirmasi");
        let said: Value = serde_json::from_slice(&said.to_json().unwrap()).unwrap();
        for part in [
            "baris",
            "narasi",
            "identitas",
            "tabel",
            "rekap",
            "perubahan",
        ] {
            assert_eq!(data["matriks_perubahan"][part], said[part], "{part}");
        }
        let printed = inspection.print(
            support::library(),
            Output::Document,
            &PrintOptions::default(),
        );
        let printout = printed
            .unwrap()
            .unwrap_or_else(|refusal| panic!("{}", support::print(&refusal.findings)));
        assert!(
            printout.findings.is_empty(),
            "{}",
            support::print(&printout.findings)
        );
        let pdf = read_back(&printout.pdf(None).unwrap());
        let last = pdf
            .page
            .last()
            .unwrap()
            .text
            .split_whitespace()
            .collect::<String>();
        assert!(last.contains("MATRIKSPERUBAHAN"), "{last}");
        assert!(last.contains("Alineatambahantentangperubahan."), "{last}");
    }
}

/// What happens to the earlier workbook.
type Spoil = dyn Fn(&Changed);

#[test]
fn no_earlier_workbook_is_a_finding_and_no_annex() {
    let wrong: [(&str, &Spoil); 4] = [
        ("tidak ada atau tidak dapat dibaca", &|city| {
            fs::remove_file(city.at("opd-lama/dinas.xlsx")).unwrap();
        }),
        ("tidak ada atau tidak dapat dibaca", &|city| {
            fs::write(city.at("opd-lama/dinas.xlsx"), "bukan buku kerja").unwrap();
        }),
        ("bukan buku kerja Renstra", &|city| {
            fs::copy(
                support::path("fixtures/kota-pasuruan/rpjmd.xlsx"),
                city.at("opd-lama/dinas.xlsx"),
            )
            .unwrap();
        }),
        ("tidak menyebut folder", &|city| {
            fs::write(city.at("renstra.toml"), "").unwrap();
        }),
    ];
    for (why, spoil) in wrong {
        let city = Changed::new("", &ASKED);
        spoil(&city);
        let inspection = city.inspect();
        let found = inspection
            .findings
            .iter()
            .find(|finding| finding.code.0 == "W093");
        let found =
            found.unwrap_or_else(|| panic!("{why}: {}", support::print(&inspection.findings)));
        assert!(found.message.contains(why), "{}", found.message);
        assert_eq!(found.origin.sheet.as_deref(), Some("Identitas"));
        assert!(annexes(&inspection).is_empty());
        assert!(!inspection.findings.has_error());
    }
}

#[test]
fn a_plan_that_is_no_changed_one_has_no_annex() {
    // A city asks for all its plans, of which few are changed ones.
    let city = Changed::new("lampiran = [\"Matriks Perubahan\"]\n", &[]);
    let inspection = city.inspect();
    assert!(annexes(&inspection).is_empty());
    assert!(!codes(&inspection).contains(&"W093"));
    let city = Changed::new("", &ASKED[1..]);
    let inspection = city.inspect();
    assert!(annexes(&inspection).is_empty());
    assert!(codes(&inspection).contains(&"W093"));
    // And a changed one that does not ask has none either.
    let city = Changed::new("", &ASKED[..1]);
    let inspection = city.inspect();
    assert!(annexes(&inspection).is_empty());
    assert!(!codes(&inspection).contains(&"W093"));
}

/// What the annex repeats is no proof that a cell is printed.
#[test]
fn a_cell_that_only_the_annex_shows_has_no_fate_by_it() {
    let with = Changed::new("", &ASKED).inspect();
    let without = Changed::new("", &ASKED[..1]).inspect();
    let fates = |inspection: &Inspection| {
        let typeset = inspection.typeset(support::library(), false).unwrap();
        let audit = inspection.audit_pages(&typeset);
        let pages = Inspection::placed_cells(&audit);
        let last = with_matrix_page(inspection);
        assert!(
            pages
                .iter()
                .all(|cell| last.is_none_or(|last| cell.page < last))
        );
        audit.counts().printed
    };
    assert!(fates(&with) >= fates(&without));
}

/// The first page of the annex.
fn with_matrix_page(inspection: &Inspection) -> Option<usize> {
    let typeset = inspection.typeset(support::library(), false).unwrap();
    let pages = renstra::typeset::text_by_page(&typeset);
    let is_annex = |page: &Vec<renstra::typeset::TextItem>| {
        let text: String = page.iter().map(|item| item.text.replace(' ', "")).collect();
        text.contains("MATRIKSPERUBAHAN") && text.contains("Dokumen")
    };
    Some(pages.iter().rposition(is_annex)? + 1)
}

fn run(argument: &[&str]) {
    let output = Command::new(env!("CARGO_BIN_EXE_renstra"))
        .args(argument)
        .output()
        .unwrap();
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn the_commands_print_the_annex_alike() {
    let city = Changed::new("", &ASKED);
    let text = |path: &Path| path.to_str().unwrap().to_owned();
    let rendered = city.at("hasil.pdf");
    run(&["render", &text(&city.workbook()), "-o", &text(&rendered)]);
    run(&["batch", &text(city.folder.path()), "-q"]);
    let made = fs::read_dir(city.at("hasil")).unwrap();
    let mut pdf = made.map(|entry| entry.unwrap().path()).filter(|path| {
        path.extension().is_some_and(|ending| ending == "pdf")
            && path.file_stem().unwrap() != "rekap"
    });
    let printed = fs::read(pdf.next().unwrap()).unwrap();
    assert!(
        printed == fs::read(&rendered).unwrap(),
        "batch prints another document"
    );
    let last = read_back(&printed).page.last().unwrap().text.clone();
    assert!(last.contains("tambahan"), "{last}");
    // What changes in the earlier workbook is printed again.
    let mut earlier = small();
    edit::apply(&mut earlier, "Narasi!B4 + Alinea lama yang kelak hilang.");
    fs::write(city.at("opd-lama/dinas.xlsx"), to_xlsx::xlsx(&earlier)).unwrap();
    run(&["batch", &text(city.folder.path()), "-q"]);
    let made = fs::read_dir(city.at("hasil")).unwrap();
    let mut pdf = made.map(|entry| entry.unwrap().path()).filter(|path| {
        path.extension().is_some_and(|ending| ending == "pdf")
            && path.file_stem().unwrap() != "rekap"
    });
    let printed = read_back(&fs::read(pdf.next().unwrap()).unwrap());
    assert!(printed.page.last().unwrap().text.contains("kelak"));
}
