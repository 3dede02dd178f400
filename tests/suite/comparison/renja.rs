//! The table of a Renja next to the plan it follows from: of its two years, in both forms,
//! as this program writes it and as another one exports it.

use std::path::{Path, PathBuf};
use std::process::Command;

use renstra::comparison::Fate;
use renstra::workbook::{self, Value};
use rust_xlsxwriter::Workbook;

use super::{city, column, compare, differences, row, save, sheet};
use crate::support;
use crate::support::grid::Content;

fn renja(plan: &Path, tahun: &str, form: &[&str], path: &Path) {
    let output = Command::new(env!("CARGO_BIN_EXE_renstra"))
        .args(["turunan", "renja", plan.to_str().unwrap(), "--tahun", tahun])
        .args(form)
        .args(["-o", path.to_str().unwrap()])
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// The same cells as another program saves them: without a word of who made them.
fn resave(from: &Path, to: &Path) {
    let read = workbook::read(from).unwrap();
    let mut book = Workbook::new();
    for own in &read.sheet {
        let sheet = book.add_worksheet();
        sheet.set_name(&*own.name).unwrap();
        for area in own.merged.areas() {
            let [first, last] =
                [area.start.col, area.end.col].map(|col| u16::try_from(col).unwrap());
            let blank = rust_xlsxwriter::Format::new();
            sheet
                .merge_range(area.start.row, first, area.end.row, last, "", &blank)
                .unwrap();
        }
        for (at, cell) in &own.cell {
            let col = u16::try_from(at.col).unwrap();
            match &cell.value {
                Value::Number(number) => {
                    let number: f64 = number.to_string().parse().unwrap();
                    sheet.write(at.row, col, number).unwrap();
                }
                _ => {
                    sheet
                        .write(at.row, col, renstra::sheets::shown(cell))
                        .unwrap();
                }
            }
        }
    }
    book.save(to).unwrap();
}

const FORMS: [&[&str]; 2] = [
    &["--format", "xlsx"],
    &["--format", "xlsx", "--bentuk", "sipd"],
];

#[test]
fn a_renja_of_each_sample_says_what_its_plan_says() {
    let folder = tempfile::tempdir().unwrap();
    for (opd, tahun, next) in [
        ("dinas-kesehatan", "2023", "2024"),
        ("kecamatan-gadingrejo", "2023", "2024"),
        ("bappelitbangda", "2024", "2025"),
        ("dinas-perhubungan-2025", "2026", "2027"),
    ] {
        let plan = support::path(&format!("fixtures/kota-pasuruan/opd/{opd}.xlsx"));
        for (nth, form) in FORMS.iter().enumerate() {
            let own = folder.path().join(format!("{opd}-{nth}.xlsx"));
            renja(&plan, tahun, form, &own);
            let exported = folder.path().join(format!("{opd}-{nth}-sipd.xlsx"));
            resave(&own, &exported);
            for path in [&own, &exported] {
                let comparison = compare(&plan, path);
                assert_eq!(
                    comparison.perubahan,
                    0,
                    "{opd} {form:?}: {:#?}",
                    differences(&comparison)
                );
                assert_eq!(comparison.tahun, [tahun, next]);
                assert_eq!(comparison.menjadi.sebutan, "Renja");
                let money = comparison.baris.iter().filter(|line| line.pagu.is_some());
                assert!(money.count() > 20, "{opd}");
            }
        }
    }
}

#[test]
fn what_the_renja_says_otherwise_is_said_cell_by_cell() {
    let folder = tempfile::tempdir().unwrap();
    let grids = city("dinas-kesehatan");
    let plan = save(folder.path(), "dinas.xlsx", &grids);
    let exported = folder.path().join("renja.xlsx");
    renja(&plan, "2023", FORMS[1], &exported);
    let mut after = grids;
    let table = sheet(&mut after, "T-C.27");
    let money: Vec<u32> = {
        let at = row(table, "1.02.02.2.01.05");
        let own = table.cell.iter();
        own.filter(|((row, _), cell)| *row == at && matches!(cell, Content::Money(_)))
            .map(|((_, col), _)| *col)
            .collect()
    };
    // Years 2022 to 2026: the first and the last are none of the Renja's.
    let mut pay = |kode: &str, year: usize, amount: i64| {
        let at = row(table, kode);
        table.cell.insert((at, money[year]), Content::Money(amount));
    };
    pay("1.02.02.2.01.05", 0, 111_000_000);
    pay("1.02.02.2.01.05", 1, 222_000_000);
    pay("1.02.02.2.01.06", 2, 333_000_000);
    pay("1.02.02.2.01.07", 4, 444_000_000);
    let satuan = column(table, "Satuan");
    table.text(row(table, "1.02.02.2.01.08"), satuan, "Gedung");
    let gone = row(table, "1.02.02.2.02.28");
    let kode = column(table, "Kode");
    table.text(gone, kode, "1.02.02.2.02.99");
    table.text(gone, kode + 1, "Rekonstruksi Balai Pelayanan");
    let changed = save(folder.path(), "dinas-berubah.xlsx", &after);
    let comparison = compare(&changed, &exported);
    let found = differences(&comparison);
    assert_eq!(
        found,
        [
            "baru 1.02.02.2.02.28",
            "dihapus 1.02.02.2.02.99",
            "pagu 1.02.02.2.01.05",
            "pagu 1.02.02.2.01.06",
            "satuan 1.02.02.2.01.08",
        ]
    );
    // The other way round, and with the RPJMD.
    let turned = compare(&exported, &changed);
    assert_eq!(turned.perubahan, comparison.perubahan);
    let rpjmd = support::path("fixtures/kota-pasuruan/rpjmd.xlsx");
    let given = compare(&rpjmd, &exported);
    assert_eq!(
        [given.semula.sebutan, given.menjadi.sebutan],
        ["RPJMD", "Renja"]
    );
    for line in given.baris.iter().filter(|line| !line.is_same()) {
        assert_eq!(
            line.keterangan,
            Fate::Baru,
            "{:?} {:?}",
            line.kode,
            line.perubahan
        );
    }
    assert!(given.baris.iter().any(renstra::comparison::Line::is_same));
}

#[test]
fn the_renja_of_another_agency_and_of_two_years_is_said_first() {
    let folder = tempfile::tempdir().unwrap();
    let opd = |name: &str| -> PathBuf {
        support::path(&format!("fixtures/kota-pasuruan/opd/{name}.xlsx"))
    };
    let (a, b) = (folder.path().join("a.xlsx"), folder.path().join("b.xlsx"));
    renja(&opd("dinas-kesehatan"), "2023", FORMS[1], &a);
    renja(&opd("dinas-kesehatan"), "2024", FORMS[1], &b);
    let other = compare(&opd("bappelitbangda"), &a).catatan.join("\n");
    assert!(other.contains("Perangkat Daerah berbeda"), "{other}");
    let years = compare(&a, &b);
    assert_eq!(years.tahun, ["2024"]);
    assert_eq!(years.semula.sebutan, "Semula");
    let said = years.catatan.join("\n");
    assert!(
        said.contains("target dan pagu tahun 2023 hanya ada pada a.xlsx"),
        "{said}"
    );
    assert!(
        said.contains("target dan pagu tahun 2025 hanya ada pada b.xlsx"),
        "{said}"
    );
}
