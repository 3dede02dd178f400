//! `renstra batch` as a user runs it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::city_of;

pub(super) fn command(city: &Path, arg: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_renstra"));
    command
        .env_remove("SOURCE_DATE_EPOCH")
        .arg("batch")
        .arg(city)
        .args(arg);
    command
}

pub(super) fn batch(city: &Path, arg: &[&str]) -> Output {
    command(city, arg).output().unwrap()
}

pub(super) fn message(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn exit_codes_and_the_last_line() {
    let city = city_of(&[1]);
    fs::write(city.path().join("opd/~$opd-1.xlsx"), "x").unwrap();
    let output = batch(city.path(), &[]);
    let said = message(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(output.stdout.is_empty());
    assert!(said.contains("dilewati: ~$opd-1.xlsx"), "{said}");
    let last = said.lines().last().unwrap();
    assert!(
        last.starts_with("1 dari 1 dokumen selesai; rekap: "),
        "{last}"
    );

    fs::write(city.path().join("opd/rusak.xlsx"), "PK").unwrap();
    let output = batch(city.path(), &["-j", "2", "--diagnostic-format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let event: Vec<serde_json::Value> = message(&output)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(event[0]["event"], "begin");
    assert_eq!(event[0]["total"], 2);
    let end = |source: &str| {
        let found = event
            .iter()
            .find(|e| e["event"] == "end" && e["source"] == source);
        found.unwrap()
    };
    assert_eq!(end("opd-1.xlsx")["unchanged"], true);
    assert_eq!(end("rusak.xlsx")["status"], "unreadable");
    assert!(
        event
            .iter()
            .any(|e| e["severity"] == "error" && e["file"] == "rusak.xlsx")
    );
    let last = event.last().unwrap();
    assert_eq!(
        (&last["event"], &last["bad"]),
        (&"summary".into(), &1.into())
    );

    for (arg, code, said) in [
        (vec!["--bagian", "9/2"], 2, "misalnya 3/16"),
        (vec!["--peraturan", "x"], 2, "permendagri-86-2017"),
        (vec!["-j", "0"], 2, "tidak sah"),
        (vec!["--pdf-standard", "a-9"], 2, "tidak dikenal"),
        (vec!["-o", "Cargo.toml/x"], 3, "tidak dapat ditulis"),
        (vec!["--config", "tidak-ada.toml"], 3, "tidak ditemukan"),
        (vec!["--rpjmd", "tidak-ada.xlsx"], 3, "tidak ditemukan"),
        (vec!["--templates", "tidak-ada"], 3, "tidak ditemukan"),
        (vec!["--font-path", "tidak-ada"], 3, "tidak ditemukan"),
    ] {
        let mut command = command(city.path(), &arg);
        let output = command
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .unwrap();
        assert_eq!(
            output.status.code(),
            Some(code),
            "{arg:?}: {}",
            message(&output)
        );
        assert!(
            message(&output).contains(said),
            "{arg:?}: {}",
            message(&output)
        );
    }
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(batch(empty.path(), &[]).status.code(), Some(2));
    assert_eq!(
        batch(&empty.path().join("tidak-ada"), &[]).status.code(),
        Some(3)
    );
}

#[test]
fn what_cannot_be_written_is_said_at_once() {
    let city = city_of(&[]);
    fs::write(city.path().join("opd/rusak.xlsx"), "bukan buku kerja").unwrap();
    // Folders in their places: what a viewer's lock is on Windows.
    for name in ["rusak.temuan.txt", "rekap.pdf"] {
        fs::create_dir_all(city.path().join("hasil").join(name)).unwrap();
    }
    let output = batch(city.path(), &[]);
    let said = message(&output);
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("galat[W105]"), "{said}");
    assert!(
        said.contains("rusak.temuan.txt tidak dapat ditulis: nama itu"),
        "{said}"
    );
    assert!(said.contains("gagal: "), "{said}");
    let last = said.lines().last().unwrap();
    assert!(
        last.contains("rekap.xlsx") && !last.contains("rekap.pdf"),
        "{last}"
    );
}

#[test]
fn what_is_allowed_or_denied_is_so_between_workbooks_too() {
    let city = city_of(&[]);
    for name in ["a.xlsx", "salinan a.xlsx"] {
        fs::write(city.path().join("opd").join(name), super::run::broken()).unwrap();
    }
    let copy = |arg: &[&str]| {
        let mut arg = arg.to_vec();
        arg.extend(["--diagnostic-format", "short"]);
        let said = message(&batch(city.path(), &arg));
        let mut line = said.lines().filter(|line| line.contains("[W102]"));
        line.next().unwrap_or_default().to_owned()
    };
    assert!(copy(&[]).contains("peringatan[W102]"));
    assert!(copy(&["--deny", "warning"]).contains("galat[W102]"));
    assert_eq!(copy(&["--allow", "W102"]), "");
}

#[test]
fn two_runs_do_not_write_to_one_folder() {
    let city = city_of(&[1]);
    let records = city.path().join("hasil/.renstra");
    fs::create_dir_all(&records).unwrap();
    let lock = fs::File::create(records.join("kunci")).unwrap();
    lock.lock().unwrap();
    let output = batch(city.path(), &[]);
    assert_eq!(output.status.code(), Some(3));
    assert!(message(&output).contains("sedang dipakai"));
}
