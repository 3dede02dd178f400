//! What a planner meets in a terminal: help, what goes where, and what comes next.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use renstra::output::patiently;

use crate::support;

fn renstra(folder: &Path, arg: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_renstra"))
        .current_dir(folder)
        .args(arg)
        .output()
        .unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A city with two workbooks of the small agency, and without an RPJMD.
fn city() -> tempfile::TempDir {
    let city = tempfile::tempdir().unwrap();
    fs::create_dir(city.path().join("opd")).unwrap();
    for name in ["Dinas Satu.xlsx", "dinas-dua.xlsx"] {
        fs::copy(
            support::small_workbook(),
            city.path().join("opd").join(name),
        )
        .unwrap();
    }
    city
}

#[test]
fn findings_of_check_are_its_output() {
    let city = city();
    let checked = renstra(city.path(), &["check", "."]);
    let said = stdout(&checked);
    assert_eq!(stderr(&checked), "");
    assert!(said.contains("dinas-dua.xlsx: 0 galat"), "{said}");
    let last = said.lines().last().unwrap_or_default();
    assert!(last.starts_with("jumlah: 2 buku kerja, "), "{said}");
    let long = stdout(&renstra(city.path(), &["check", ".", "-v"]));
    assert!(long.lines().count() > said.lines().count() + 20, "{long}");
    assert!(long.contains("baris = "), "{long}");
    assert!(!said.contains("baris = "), "{said}");
    assert!(!said.contains('\u{1b}'), "a file takes no colours");

    let lines = renstra(city.path(), &["check", ".", "--diagnostic-format", "json"]);
    for line in stdout(&lines).lines() {
        assert!(
            serde_json::from_str::<serde_json::Value>(line).is_ok(),
            "{line}"
        );
    }
    let quiet = renstra(city.path(), &["check", ".", "-q"]);
    assert!(!stdout(&quiet).contains("jumlah:"));
}

#[test]
fn a_pattern_names_what_no_shell_of_windows_resolves() {
    let city = city();
    let all = renstra(city.path(), &["check", "opd/*.XLSX"]);
    assert!(stdout(&all).contains("jumlah: 2 buku kerja"));
    let one = renstra(city.path(), &["check", "opd/dinas s?tu.xlsx"]);
    assert!(stdout(&one).contains("Dinas Satu.xlsx: 0 galat"));
    assert!(!stdout(&one).contains("jumlah:"));
    let none = renstra(city.path(), &["check", "opd/x*.xlsx"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(stderr(&none).contains("tidak ada buku kerja yang cocok"));
}

#[test]
fn what_was_meant_is_understood() {
    let city = city();
    let dinas = "opd/dinas-dua.xlsx";
    for (arg, code, said) in [
        (vec!["help"], 0, "Pemakaian: renstra [OPSI] <PERINTAH>"),
        (vec!["bantuan", "render"], 0, "Pemakaian: renstra render"),
        (vec!["HELP", "Cetak"], 0, "Contoh:\n  renstra render"),
        (vec!["help", "rendr"], 2, "maksud Anda"),
        (vec!["Check", dinas], 0, "0 galat"),
        (vec!["check", dinas, "--deny", "peringatan"], 0, "0 galat"),
        (vec!["check", dinas, "--deny", "warning"], 0, "0 galat"),
        (
            vec!["check", dinas, "--deny", "info"],
            2,
            "pilihannya: peringatan",
        ),
        (vec!["check", dinas, "--color", "tidak"], 0, "0 galat"),
        (
            vec!["check", dinas, "--diagnostic-format", "ringkas"],
            0,
            "0 galat",
        ),
        (
            vec!["render", dinas, "--x"],
            2,
            "Lihat: renstra render --help",
        ),
        (vec!["render", "opd"], 2, "renstra batch opd"),
        // As Windows hands over "opd\": the mark is taken for a part of the name.
        (vec!["check", "opd\""], 0, "jumlah: 2 buku kerja"),
        (vec!["check", "opd/dinas-dua.xlsx/x"], 3, "dinas-dua.xlsx"),
    ] {
        let output = renstra(city.path(), &arg);
        let all = stdout(&output) + &stderr(&output);
        assert_eq!(output.status.code(), Some(code), "{arg:?}: {all}");
        assert!(all.contains(said), "{arg:?}: {all}");
        assert!(!all.contains("os error"), "{arg:?}: {all}");
    }
}

#[test]
fn every_command_has_help_with_an_example() {
    let folder = tempfile::tempdir().unwrap();
    let list = stdout(&renstra(folder.path(), &["help"]));
    for command in [
        "init", "check", "render", "turunan", "compare", "split", "merge", "batch", "preview",
        "serve", "data", "audit", "rule",
    ] {
        assert!(list.contains(&format!("  {command} ")), "{command}: {list}");
        let help = stdout(&renstra(folder.path(), &["help", command]));
        assert!(
            help.contains(&format!("Contoh:\n  renstra {command} ")),
            "{help}"
        );
        for english in ["human", "short", "always", "warning", "Usage"] {
            assert!(!help.contains(english), "{command}: {english}");
        }
    }
}

#[test]
fn init_says_what_comes_next_and_doubts_what_is_odd() {
    let folder = tempfile::tempdir().unwrap();
    let new = renstra(folder.path(), &["init", "Kota Baru"]);
    let said = stderr(&new);
    assert!(said.contains("langkah berikutnya:\n  1. isi"), "{said}");
    assert!(said.contains("renstra init \"Kota Baru\" --opd"), "{said}");
    let again = renstra(folder.path(), &["init", "Kota Baru"]);
    assert_eq!(again.status.code(), Some(0));
    assert!(stderr(&again).contains("sudah ada dan tidak diubah"));
    let misspelt = ["init", "Kota Baru", "--opd", "Dinas Lingkungan Hdup"];
    let said = stderr(&renstra(folder.path(), &misspelt));
    assert!(
        said.contains("maksud Anda \"Dinas Lingkungan Hidup\"?"),
        "{said}"
    );
    let unknown = renstra(
        folder.path(),
        &["init", "Kota Baru", "--opd", "Dinas A=9.99"],
    );
    assert_eq!(unknown.status.code(), Some(2));
    assert!(stderr(&unknown).contains("\"9.99\" bukan kode bidang urusan"));
    let short = ["init", "lain", "--periode", "2025-2028"];
    let said = stderr(&renstra(folder.path(), &short));
    assert!(said.contains("meliputi 4 tahun"), "{said}");
}

#[test]
fn pages_stay_in_the_folder_that_was_named() {
    let city = city();
    fs::create_dir(city.path().join("keluaran.v1")).unwrap();
    let pages = [
        "render",
        "opd/dinas-dua.xlsx",
        "--format",
        "png",
        "--ppi",
        "36",
    ];
    let pages = [&pages[..], &["--pages", "1,2", "-o", "keluaran.v1/hal"]].concat();
    let output = renstra(city.path(), &pages);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    for name in ["hal-01", "hal-02"] {
        assert!(
            city.path().join("keluaran.v1").join(name).is_file(),
            "{name}"
        );
    }
}

#[test]
fn settings_are_read_as_windows_writes_them() {
    let city = city();
    let text = "[daerah]\r\nnama = \"Kota Uji\"\r\nibu kota = \"Uji\"\r\n";
    let file = city.path().join("renstra.toml");
    let check = || {
        let output = renstra(city.path(), &["check", "opd/dinas-dua.xlsx"]);
        stdout(&output) + &stderr(&output)
    };
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [
        text.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        [b"\xff\xfe", little.as_slice()].concat(),
        [b"\xfe\xff", big.as_slice()].concat(),
    ] {
        fs::write(&file, bytes).unwrap();
        let said = check();
        assert!(
            said.contains("W090") && said.contains("baris 3: "),
            "{said}"
        );
        assert!(said.contains("baris itu: ibu kota = \"Uji\""), "{said}");
    }
    fs::write(&file, b"nama = \"Kota \xe9\"").unwrap();
    assert!(check().contains("Simpan Sebagai, Pengodean UTF-8"));
    fs::write(&file, "[dokumen]\nlambang = \"gambar\\lambang.svg\"\n").unwrap();
    let said = check();
    assert!(said.contains("baris 2: garis miring terbalik"), "{said}");
    assert!(!said.contains("escape"), "{said}");
}

#[test]
fn a_file_that_is_held_for_a_moment_is_tried_again() {
    let held = || std::io::Error::from(std::io::ErrorKind::ResourceBusy);
    let passes = |why: &std::io::Error| why.kind() == std::io::ErrorKind::ResourceBusy;
    let mut left = 3;
    let done = patiently(passes, || {
        left -= 1;
        if left > 0 { Err(held()) } else { Ok(()) }
    });
    assert!(done.is_ok() && left == 0);
    let mut tries = 0;
    let refused = patiently(passes, || {
        tries += 1;
        Err(std::io::ErrorKind::StorageFull.into())
    });
    assert!(
        refused.is_err() && tries == 1,
        "what does not pass is not waited for"
    );
    tries = 0;
    let never = patiently(passes, || {
        tries += 1;
        Err(held())
    });
    assert!(never.is_err() && tries == 6);
}
