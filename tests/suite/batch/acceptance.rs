//! A whole city as its planner meets it: forty agencies, four of them broken, one command, and
//! a machine that is switched off in the middle.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use super::command::{batch, command, message};
use super::{ROWS, city_of, opd, results};
use crate::support::grid::{Content, Grid};
use crate::support::{city, to_xlsx};

/// Agencies that can be printed.
const GOOD: u64 = 36;
/// Documents that are there when the machine goes off.
const HALF: usize = 14;
/// Workbooks at a time.
const JOBS: usize = 2;

/// The city, with names of the four broken workbooks' lists of findings and what each must say.
fn city_with_broken() -> (tempfile::TempDir, [(&'static str, &'static str); 4]) {
    let seed: Vec<u64> = (1..=GOOD).collect();
    let city = city_of(&seed);
    let folder = city.path().join("opd");
    fs::write(folder.join("rusak.xlsx"), "ini bukan buku kerja").unwrap();
    fs::write(
        folder.join("unduhan.xlsx"),
        "<!DOCTYPE html><html><body>Silakan masuk</body></html>",
    )
    .unwrap();
    let mut sum = city::opd(GOOD + 1, ROWS);
    add_a_rupiah(&mut sum);
    write(&opd(city.path(), GOOD + 1), &sum);
    let mut missing = city::opd(GOOD + 2, ROWS);
    missing.retain(|grid| grid.name != "T-C.23");
    write(&opd(city.path(), GOOD + 2), &missing);
    let said = [
        ("rusak.temuan.txt", "tidak terbaca: 1 galat"),
        ("unduhan.temuan.txt", "HTML"),
        ("Dinas Contoh 037.temuan.txt", "galat[R01"),
        ("Dinas Contoh 038.temuan.txt", "galat[R002]"),
    ];
    (city, said)
}

fn write(path: &Path, grid: &[Grid]) {
    fs::write(path, to_xlsx::xlsx(grid)).unwrap();
}

/// A sum that is one rupiah off.
fn add_a_rupiah(list: &mut [Grid]) {
    let table = list.iter_mut().find(|grid| grid.name == "T-C.27").unwrap();
    let amount = table.cell.values_mut().find_map(|content| match content {
        Content::Money(amount) => Some(amount),
        _ => None,
    });
    *amount.unwrap() += 1;
}

/// Files of the folder of results and of its records.
fn everything(output: &Path) -> (BTreeMap<String, Vec<u8>>, BTreeMap<String, Vec<u8>>) {
    (results(output), results(&output.join(".renstra")))
}

fn with_ending<'f>(file: &'f BTreeMap<String, Vec<u8>>, ending: &str) -> Vec<&'f str> {
    let name = file.keys().map(String::as_str);
    name.filter(|name| name.ends_with(ending)).collect()
}

#[test]
fn a_city_of_forty_with_four_broken_workbooks_and_a_power_cut() {
    let (city, broken) = city_with_broken();
    let jobs = JOBS.to_string();
    let undisturbed = city.path().join("utuh");
    let output = batch(
        city.path(),
        &["-j", &jobs, "-o", undisturbed.to_str().unwrap()],
    );
    let said = message(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    let last = said.lines().last().unwrap();
    assert!(
        last.starts_with("36 dari 40 dokumen selesai, 4 perlu diperbaiki; rekap: "),
        "{last}"
    );
    let (file, records) = everything(&undisturbed);
    for seed in 1..=GOOD {
        let pdf = &file[&format!("Dinas Contoh {seed:03}.pdf")];
        assert!(pdf.starts_with(b"%PDF-"), "{seed}");
    }
    assert_eq!(with_ending(&file, ".pdf").len(), 36 + 1, "and the recap");
    let told = with_ending(&file, ".temuan.txt");
    let texts: Vec<_> = told
        .iter()
        .map(|name| String::from_utf8_lossy(&file[*name]))
        .collect();
    assert_eq!(told.len(), 4, "{told:?}: {}", texts.join("\n"));
    for (name, word) in broken {
        let text = String::from_utf8(file[name].clone()).unwrap();
        assert!(text.contains(word), "{name}: {text}");
    }
    let recap: serde_json::Value = serde_json::from_slice(&file["rekap.json"]).unwrap();
    let total = |key: &str| recap["total"][key].as_u64().unwrap();
    assert_eq!(
        [
            total("workbooks"),
            total("delivered"),
            total("refused"),
            total("unreadable")
        ],
        [40, 36, 2, 2]
    );
    let page = &crate::pdf::read_back(&file["rekap.pdf"]).page[0].text;
    let table = renstra::workbook::read(&undisturbed.join("rekap.xlsx")).unwrap();
    for name in ["rusak.xlsx", "unduhan.xlsx", "037", "038"] {
        assert!(page.contains(name), "the worst stand first: {page}");
        let told = table.sheet[0].cell.values();
        let mut text = told.map(|cell| format!("{:?}", cell.value));
        assert!(text.any(|text| text.contains(name)), "{name}");
    }

    // The machine goes off half-way. What is there is whole.
    let half = city.path().join("hasil");
    let mut child = command(city.path(), &["-j", &jobs])
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    while fs::read_dir(&half).map_or(0, pdfs) < HALF {
        assert!(child.try_wait().unwrap().is_none(), "it was too fast");
        thread::sleep(Duration::from_millis(2));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let (left, _) = everything(&half);
    assert!(!left.contains_key("rekap.json"), "it was killed half-way");
    for (name, bytes) in &left {
        assert!(
            name.starts_with(".renstra-") || file[name] == *bytes,
            "{name} is not whole"
        );
    }

    // The same command again finishes the work, and clears away what was begun.
    fs::write(half.join(".renstra-sisa"), "setengah").unwrap();
    let output = batch(city.path(), &["-j", &jobs, "--diagnostic-format", "json"]);
    assert_eq!(output.status.code(), Some(1), "{}", message(&output));
    assert!(everything(&half) == (file, records), "other bytes");
    let summary = message(&output);
    let summary: serde_json::Value = serde_json::from_str(summary.lines().last().unwrap()).unwrap();
    let unchanged = usize::try_from(summary["unchanged"].as_u64().unwrap()).unwrap();
    assert!(
        unchanged + JOBS >= HALF,
        "only what each worker had in hand is printed again: {summary}"
    );
}

fn pdfs(list: fs::ReadDir) -> usize {
    let path = list.filter_map(|entry| Some(entry.ok()?.path()));
    path.filter(|path| path.extension().is_some_and(|ending| ending == "pdf"))
        .count()
}
