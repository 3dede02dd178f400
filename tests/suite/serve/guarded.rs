//! Who is answered, and how the command begins and ends.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::{City, broken};
use crate::support::http::{ask, get};

#[test]
fn nobody_is_answered_who_came_by_another_name_or_wants_out() {
    let city = City::start();
    let address = city.address();
    let port = address.port();
    let local = format!("localhost:{port}");
    let own = format!("http://{local}");
    let with = |header: &[(&str, &str)]| ask(address, "GET", "/api/kota", header, b"").status;
    assert_eq!(with(&[("Host", &local)]), 200);
    assert_eq!(with(&[("Host", &local), ("Origin", &own)]), 200);
    for header in [
        vec![("Host", "renstra.example")],
        vec![("Host", "127.0.0.1")],
        vec![("Host", &local), ("Origin", "http://renstra.example")],
        vec![("Host", &local), ("Origin", "null")],
        vec![("Host", &local), ("Origin", "http://localhost:1")],
        vec![("Host", &local), ("Sec-Fetch-Site", "cross-site")],
    ] {
        assert_eq!(with(&header), 403, "{header:?}");
    }
    let answer = city.get("/");
    assert_eq!(answer.header("access-control-allow-origin"), None);
    assert!(
        answer
            .header("content-security-policy")
            .unwrap()
            .contains("default-src 'none'")
    );
    for path in [
        "/opd/catatan.txt",
        "/../Cargo.toml",
        "/api/opd/catatan.txt",
        "/api/opd/..%2Frahasia.xlsx",
        "/api/opd/rahasia.xlsx",
        "/api/opd/%2Fetc%2Fpasswd",
        "/api/opd/~$dinas-galat.xlsx",
        "/api/opd/dinas-galat.xlsx/unduh/lain",
        "/api/opd/..%2Frahasia.xlsx/unduh/rancangan",
    ] {
        assert_eq!(city.get(path).status, 404, "{path}");
    }
    #[cfg(unix)]
    {
        let outside = tempfile::tempdir().unwrap();
        let secret = outside.path().join("luar.xlsx");
        fs::write(&secret, broken()).unwrap();
        std::os::unix::fs::symlink(&secret, city.path("luar.xlsx")).unwrap();
        std::thread::sleep(Duration::from_secs(2));
        assert_eq!(city.get("/api/opd/luar.xlsx").status, 404);
    }
    city.running.stop();
}

/// As the command: it says where it is, takes no port that is taken, and ends with Ctrl+C.
#[cfg(unix)]
#[test]
fn the_command_says_where_it_is_and_ends_cleanly() {
    let city = City::start();
    let folder = city.folder.path().to_str().unwrap();
    let command = |port: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_renstra"));
        command.args(["serve", folder, "--port", port]);
        command
    };
    let taken = command(&city.address().port().to_string())
        .output()
        .unwrap();
    assert_eq!(taken.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&taken.stderr).contains("sedang dipakai"));

    let mut child = command("0").stderr(Stdio::piped()).spawn().unwrap();
    let mut line = BufReader::new(child.stderr.take().unwrap()).lines();
    let said = line.next().unwrap().unwrap();
    let address = said
        .split("http://")
        .nth(1)
        .unwrap()
        .split('/')
        .next()
        .unwrap();
    assert!(address.starts_with("127.0.0.1:"), "{said}");
    assert_eq!(get(address.parse().unwrap(), "/api/kota").status, 200);
    let pid = child.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &pid])
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(child.wait().unwrap().code(), Some(0));
    city.running.stop();
}
