//! What follows on a plan holds the plan's own figures.

use std::process::{Command, Output};

use renstra::model::Tahun;
use renstra::pipeline::{self, Inspection, Jenis, Options, Pihak};
use renstra::workbook::{self, Value};

use crate::pdf::{self, squeeze};
use crate::support::{self, package};

fn sample(opd: &str) -> Inspection {
    let path = support::path(&format!("fixtures/kota-pasuruan/opd/{opd}.xlsx"));
    pipeline::inspect(support::library(), &path, &Options::default()).unwrap()
}

fn print(inspection: &Inspection, jenis: Jenis) -> String {
    pdf::printed(inspection, pipeline::Output::Turunan(jenis))
}

#[test]
fn the_renja_table_has_every_row_of_its_year_and_the_next() {
    let inspection = sample("kecamatan-gadingrejo");
    let year = |year| Tahun::new(year).unwrap();
    let printed = print(&inspection, Jenis::Renja(year(2023)));
    let table = &inspection.renstra.pendanaan;
    for program in &table.program {
        for kegiatan in &program.kegiatan {
            for sub in &kegiatan.sub_kegiatan {
                assert!(printed.contains(&sub.baris.kode.value.to_string()));
                for tahun in [2023, 2024] {
                    let pagu = sub.baris.pagu()[&year(tahun)].value().unwrap();
                    assert!(printed.contains(&pagu.to_string()), "{pagu}");
                }
            }
        }
    }
    for tahun in [2023, 2024] {
        let sum = table.pagu_year(year(tahun)).unwrap().to_string();
        assert!(printed.contains(&sum), "{sum}");
    }
    // The last year has no next one; the column stays blank.
    assert!(print(&inspection, Jenis::Renja(year(2026))).contains("TAHUN2027"));
}

#[test]
fn amounts_of_the_workbook_are_numbers() {
    let inspection = sample("kecamatan-gadingrejo");
    let tahun = Tahun::new(2023).unwrap();
    let bytes = inspection
        .turunan_workbook(Jenis::Renja(tahun), false)
        .unwrap();
    let book = workbook::from_bytes("renja.xlsx", bytes).unwrap();
    let sum = inspection.renstra.pendanaan.pagu_year(tahun).unwrap();
    let number = book.sheet[0]
        .cell
        .values()
        .any(|cell| matches!(&cell.value, Value::Number(number) if *number == sum.decimal()));
    assert!(number, "{sum} is not there as a number");
}

#[test]
fn a_workbook_that_is_written_does_not_know_the_clock() {
    let inspection = sample("kecamatan-gadingrejo");
    let tahun = Tahun::new(2023).unwrap();
    let written = [
        inspection.turunan_workbook(Jenis::Renja(tahun), false),
        inspection.verifikasi_workbook("kecamatan-gadingrejo.xlsx"),
    ];
    for bytes in written {
        let properties = package::part(&bytes.unwrap(), "docProps/core.xml");
        let made = ">2000-01-01T00:00:00Z</dcterms:created>";
        assert!(properties.contains(made), "{properties}");
    }
}

#[test]
fn the_agreement_and_the_iku_sheet_hold_the_targets() {
    let inspection = sample("dinas-kesehatan");
    let tahun = Tahun::new(2024).unwrap();
    let printed = print(&inspection, Jenis::Perjanjian(tahun, Pihak::Kepala));
    for sasaran in inspection.renstra.tujuan.iter().flat_map(|t| &t.sasaran) {
        assert!(printed.contains(&squeeze(&sasaran.uraian.value)));
        for indikator in &sasaran.indikator {
            let target = indikator.target[&tahun].value().unwrap().to_string();
            let name = squeeze(&indikator.uraian.value);
            let (_, behind) = printed.split_once(&name).unwrap();
            let near: String = behind.chars().take(60).collect();
            assert!(near.contains(&target), "{name}: {near}");
        }
    }
    assert!(printed.contains("WaliKotaPasuruan"));
    let printed = print(&inspection, Jenis::Iku);
    for iku in &inspection.renstra.iku {
        assert!(printed.contains(&squeeze(iku.indikator.formula.value().unwrap())));
    }
}

#[test]
fn a_year_must_be_said_and_be_in_the_plan() {
    let run = |arg: &[&str]| -> Output {
        Command::new(env!("CARGO_BIN_EXE_renstra"))
            .args([
                "turunan",
                "renja",
                support::small_workbook().to_str().unwrap(),
            ])
            .args(arg)
            .output()
            .unwrap()
    };
    for arg in [
        &[][..],
        &["--tahun", "2031"],
        &["--tahun", "2023", "-o", "renja.doc"],
    ] {
        let output = run(arg);
        assert_eq!(output.status.code(), Some(2), "{arg:?}");
    }
    let output = run(&["--tahun", "2023", "-o", "-"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stdout.starts_with(b"%PDF-"));
}

#[test]
fn every_post_that_answers_for_something_gets_an_agreement_of_its_own() {
    let inspection = sample("dinas-perhubungan-2025");
    let tahun = Tahun::new(2026).unwrap();
    let whole = print(&inspection, Jenis::Perjanjian(tahun, Pihak::Semua));
    // The head, the secretary, two bidang and an UPT promise each on a page of its own.
    let statements = whole.matches("Pihakpertamaberjanjiakanmewujudkan").count();
    let posts = &inspection.renstra.struktur;
    let answering = posts
        .iter()
        .filter(|post| post.atasan.is_some() && pipeline::answers(&inspection.renstra, post))
        .count();
    assert!(answering >= 3);
    assert_eq!(statements, answering + 1);
    let at = posts
        .iter()
        .position(|post| post.heads("Bidang Lalu Lintas dan Angkutan"))
        .unwrap();
    let one = print(&inspection, Jenis::Perjanjian(tahun, Pihak::Jabatan(at)));
    assert!(one.contains("197805222005012009"), "{one}");
    assert!(one.contains("NAMAPEJABAT"), "the head is the superior");
    assert!(one.contains("Meningkatnyakualitaspelayananlalulintasdanangkutanjalan"));
    assert!(
        !one.contains("NilaiSAKIP"),
        "only what the unit answers for"
    );
}

#[test]
fn the_renja_of_sipd_has_seventeen_columns_and_the_plan_of_action_four_quarters() {
    let inspection = sample("dinas-perhubungan-2025");
    let tahun = Tahun::new(2026).unwrap();
    let sipd = print(&inspection, Jenis::RenjaSipd(tahun));
    assert!(sipd.contains("(17)") && !sipd.contains("(18)"));
    let table = &inspection.renstra.pendanaan;
    for year in [2026, 2027] {
        let sum = table.pagu_year(Tahun::new(year).unwrap()).unwrap();
        assert!(sipd.contains(&sum.to_string()), "{year}");
    }
    let plan = print(&inspection, Jenis::RencanaAksi(tahun));
    assert!(plan.contains("TargetTriwulan") && plan.contains("(12)"));
    for program in &table.program {
        let kode = program.baris.kode.value.to_string();
        assert!(plan.contains(&kode), "{kode}");
    }
}

#[test]
fn an_unknown_unit_is_named_with_the_nearest() {
    let file = support::path("fixtures/kota-pasuruan/opd/dinas-perhubungan-2025.xlsx");
    let output = Command::new(env!("CARGO_BIN_EXE_renstra"))
        .args(["turunan", "perjanjian-kinerja", file.to_str().unwrap()])
        .args(["--tahun", "2026", "--unit", "Bidang Lalu Lintas", "-o", "-"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        said.contains("Kepala Bidang Lalu Lintas dan Angkutan"),
        "{said}"
    );
}

#[test]
fn what_follows_on_a_plan_with_errors_is_a_draft_or_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("dinas.xlsx");
    let sheets = crate::support::source::read(
        &support::path("fixtures/small-opd"),
        Some(&support::path("fixtures/cases/r012-pagu-mismatch-kegiatan")),
    );
    std::fs::write(&file, crate::support::to_xlsx::xlsx(&sheets)).unwrap();
    let run = |arg: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_renstra"))
            .args([
                "turunan",
                "renja",
                file.to_str().unwrap(),
                "--tahun",
                "2023",
                "-o",
                "-",
            ])
            .args(arg)
            .output()
            .unwrap()
    };
    let refused = run(&[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(refused.stdout.is_empty());
    assert!(run(&["--draft"]).stdout.starts_with(b"%PDF-"));
}
