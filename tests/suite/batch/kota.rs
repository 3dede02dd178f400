//! What agencies show beside each other, in a run.

use std::fs;
use std::path::Path;

use renstra::batch::Shard;
use renstra::diagnostic::Diagnostics;
use renstra::workbook::{self, Value};

use super::{ROWS, city_of, opd, request, results, run};
use crate::kota::{rpjmd, workbooks};
use crate::support::grid::{Content, Grid};
use crate::support::{self, to_xlsx};

const LIST: &str = "rekap.temuan.txt";

/// Two agencies whose shared programme has `pagu` in the RPJMD.
fn city(pagu: i64) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("opd")).unwrap();
    fs::write(
        folder.path().join("renstra.toml"),
        "[daerah]\nnama = \"Kota Contoh\"\n[periode]\nawal = 2021\nakhir = 2026\n",
    )
    .unwrap();
    for (file, mut grid) in workbooks() {
        copy_paragraph(&mut grid);
        fs::write(folder.path().join("opd").join(file), to_xlsx::xlsx(&grid)).unwrap();
    }
    set_pagu(folder.path(), pagu);
    folder
}

/// Gives the agency a paragraph that is not its own.
fn copy_paragraph(grid: &mut [Grid]) {
    let narasi = grid.iter_mut().find(|grid| grid.name == "Narasi").unwrap();
    let mut slot = narasi.cell.iter();
    let own = slot.find(|(_, content)| **content == Content::Text("2.4".to_owned()));
    let (row, col) = *own.unwrap().0;
    let isi = "Pelayanan masih menghadapi kekurangan tenaga, sarana yang menua, dan sistem data \
        yang belum terhubung, sehingga waktu layanan lebih lama daripada standar dan keluhan \
        masyarakat pada dua tahun terakhir bertambah.";
    narasi.text(row, col + 1, isi);
}

fn set_pagu(city: &Path, pagu: i64) {
    let grid = rpjmd("Dinas Contoh; Dinas Kembar", pagu);
    fs::write(city.join("rpjmd.xlsx"), to_xlsx::xlsx(&grid)).unwrap();
}

fn codes(found: &Diagnostics) -> Vec<&str> {
    let mut code: Vec<&str> = found.iter().map(|finding| finding.code.0).collect();
    code.dedup();
    code
}

#[test]
fn a_run_tells_what_agencies_show_beside_each_other() {
    let folder = city(900_000_000);
    let request = request(folder.path());
    let first = run(&request);
    assert_eq!(codes(&first.city), ["R102", "R100"]);
    assert!(first.city.has_error());
    let made = results(&request.output);
    let list = String::from_utf8(made[LIST].clone()).unwrap();
    assert!(list.contains("galat[R100]"), "{list}");
    let recap: serde_json::Value = serde_json::from_slice(&made["rekap.json"]).unwrap();
    assert_eq!(recap["city"][1]["code"], "R100");
    let printed = crate::pdf::read_back(&made["rekap.pdf"]);
    let text: String = printed.page.iter().map(|page| page.text.as_str()).collect();
    let squeezed: String = text.split_whitespace().collect();
    assert!(squeezed.contains("Temuanantar-PerangkatDaerah"), "{text}");
    // Records tell the same without reading a workbook again.
    let again = run(&request);
    assert_eq!(again.unchanged, 2);
    assert_eq!(results(&request.output), made);
}

#[test]
fn a_list_that_no_longer_holds_is_taken_away() {
    let folder = city(900_000_000);
    let mut request = request(folder.path());
    request.options.allow = vec!["R102".to_owned()];
    run(&request);
    assert!(request.output.join(LIST).exists());
    set_pagu(folder.path(), 1_000_000_000);
    let mended = run(&request);
    assert!(mended.city.is_empty());
    assert!(!request.output.join(LIST).exists());
}

#[test]
fn half_a_city_is_not_judged_and_shares_laid_together_are() {
    let folder = city(900_000_000);
    let mut request = request(folder.path());
    for part in ["1/2", "2/2"] {
        request.shard = part.parse::<Shard>().unwrap();
        let half = run(&request);
        assert_eq!(half.city.is_empty(), part == "1/2");
    }
    request.shard = Shard::WHOLE;
    request.recap_only = true;
    assert_eq!(codes(&run(&request).city), ["R102", "R100"]);
}

#[test]
fn the_recap_says_who_rests_on_whom_and_who_says_so_too() {
    let folder = city_of(&[]);
    let plans: [(u64, &[&str]); 3] = [
        (1, &["Dinas Contoh 002", "Dinas Lain"]),
        (2, &["Dinas Contoh 003"]),
        (3, &["Dinas Contoh 002"]),
    ];
    for (seed, others) in plans {
        let mut sheets = support::city::opd(seed, ROWS);
        let mut own = sheets[0].clone();
        "Crosscutting".clone_into(&mut own.name);
        own.cell.clear();
        own.merge.clear();
        let head = [
            "Sasaran/Program/Kegiatan",
            "Perangkat Daerah Terkait",
            "Bentuk Dukungan",
        ];
        for (col, text) in (0..).zip(head) {
            own.text(0, col, text);
        }
        for (row, other) in (1..).zip(others) {
            own.text(row, 0, "Meningkatnya pelayanan");
            own.text(row, 1, other);
            own.text(row, 2, "Data");
        }
        sheets.push(own);
        fs::write(opd(folder.path(), seed), to_xlsx::xlsx(&sheets)).unwrap();
    }
    let request = request(folder.path());
    run(&request);
    let book = workbook::read(&request.output.join("rekap.xlsx")).unwrap();
    let mut sheets = book.sheet.iter();
    let sheet = sheets.find(|sheet| &*sheet.name == "Crosscutting").unwrap();
    let said = |wanted: &str| {
        let cells = sheet.cell.values();
        cells
            .filter(|cell| matches!(&cell.value, Value::Text(text) if text == wanted))
            .count()
    };
    let mutual = ["ya", "belum", "tidak ada buku kerjanya"].map(said);
    assert_eq!(mutual, [2, 1, 1]);
}
