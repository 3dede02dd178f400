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
        (vec!["-o", "Cargo.toml/x"], 3, "tidak dapat ditulis"),
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
