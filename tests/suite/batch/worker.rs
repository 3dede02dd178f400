//! What a document may take, and what it costs the others when it takes more.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use super::command::{command, message};
use super::{city_of, results};

/// Runs a city with faults and tells what was said; every other document must be there.
fn with_fault(fault: &str, arg: &[&str]) -> String {
    let city = city_of(&[1, 2]);
    let output = command(city.path(), arg)
        .env("RENSTRA_FAULT", fault)
        .output()
        .unwrap();
    let said = message(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    let file = results(&city.path().join("hasil"));
    assert!(file.contains_key("Dinas Contoh 002.pdf"), "{said}");
    assert!(!file.contains_key("Dinas Contoh 001.pdf"), "{said}");
    assert!(file.contains_key("rekap.pdf"), "{said}");
    let list = file["Dinas Contoh 001.temuan.txt"].clone();
    let text = format!("{said}{}", String::from_utf8(list).unwrap());
    for english in ["memory allocation", "fatal", "thread '"] {
        assert!(!text.contains(english), "{text}");
    }
    text
}

#[cfg(target_os = "linux")]
#[test]
fn who_takes_too_much_memory_is_named_and_harms_nobody() {
    let text = with_fault("memory:opd-1.xlsx", &["-j1", "--memori", "700"]);
    assert!(text.contains("galat[W106]"), "{text}");
    assert!(text.contains("batas 700 MiB"), "{text}");
    assert!(text.contains("--memori"), "{text}");
}

#[test]
fn who_takes_too_long_is_named_and_harms_nobody() {
    let text = with_fault("hang:opd-1.xlsx", &["-j2", "--waktu", "60"]);
    assert!(text.contains("galat[W107]"), "{text}");
    assert!(text.contains("60 detik"), "{text}");
}

/// The workers of a process, by the system's own list.
#[cfg(target_os = "linux")]
fn workers(of: u32) -> Vec<u32> {
    let list = fs::read_to_string(format!("/proc/{of}/task/{of}/children")).unwrap_or_default();
    let mut found: Vec<u32> = list
        .split_whitespace()
        .filter_map(|id| id.parse().ok())
        .collect();
    // Threads start workers too.
    for entry in fs::read_dir(format!("/proc/{of}/task"))
        .into_iter()
        .flatten()
        .flatten()
    {
        let list = fs::read_to_string(entry.path().join("children")).unwrap_or_default();
        found.extend(
            list.split_whitespace()
                .filter_map(|id| id.parse::<u32>().ok()),
        );
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(target_os = "linux")]
fn kill(process: u32) {
    let killed = std::process::Command::new("kill")
        .args(["-9", &process.to_string()])
        .stderr(Stdio::null())
        .status();
    killed.unwrap();
}

/// Workers that are killed in the middle of their work are started again, and the run delivers
/// what it would have delivered.
#[cfg(target_os = "linux")]
#[test]
fn workers_killed_at_any_moment_cost_nothing() {
    let city = city_of(&[1, 2, 3]);
    let undisturbed = city.path().join("tenang");
    let output = command(city.path(), &["-o", &undisturbed.display().to_string()]).output();
    assert!(output.unwrap().status.success());
    let mut child = command(city.path(), &["-j2", "--diagnostic-format", "json"])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut killed = 0;
    let mut line = BufReader::new(child.stderr.take().unwrap()).lines();
    while let Some(Ok(text)) = line.next() {
        // Each document loses its first worker, at a moment of its own.
        if text.contains("\"event\":\"start\"") && killed < 2 {
            std::thread::sleep(Duration::from_millis(20 + 90 * killed));
            if let Some(worker) = workers(child.id()).first() {
                kill(*worker);
                killed += 1;
            }
        }
    }
    let status = child.wait().unwrap();
    assert!(killed > 0, "there was no worker to kill");
    assert!(status.success(), "a killed worker cost a document");
    assert!(results(&city.path().join("hasil")) == results(&undisturbed));
}

/// A run that is killed leaves no worker behind, however far it is.
#[cfg(target_os = "linux")]
#[test]
fn workers_end_with_the_run() {
    let city = city_of(&[1]);
    let mut child = command(city.path(), &["-j1", "--diagnostic-format", "json"])
        .env("RENSTRA_FAULT", "hang:opd-1.xlsx")
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = BufReader::new(child.stderr.take().unwrap()).lines();
    while let Some(Ok(text)) = line.next() {
        if text.contains("\"event\":\"start\"") {
            break;
        }
    }
    let left = workers(child.id());
    assert!(!left.is_empty());
    child.kill().unwrap();
    child.wait().unwrap();
    let start = Instant::now();
    let is_there = |id: &u32| {
        let state = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        Path::new(&format!("/proc/{id}")).exists() && !state.contains(") Z ")
    };
    while left.iter().any(is_there) {
        assert!(
            start.elapsed() < Duration::from_mins(1),
            "{left:?} still work"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}
