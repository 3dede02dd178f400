//! Files that want more than any plan, each kind once: every one is named at its cell, in
//! Indonesian, and the command ends by itself.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::support::grid::{Content, Grid};
use crate::support::{self, source, to_xlsx};

fn renstra(arg: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_renstra"))
        .args(arg)
        .output()
        .unwrap()
}

/// The small agency, with `change` made to the content of one cell of a sheet.
fn with(sheet: &str, cell: impl Fn(&Content) -> bool, content: Content) -> Vec<u8> {
    let mut list = source::read(&support::path("fixtures/small-opd"), None);
    let grid = list.iter_mut().find(|grid| grid.name == sheet).unwrap();
    let found = grid.cell.values_mut().find(|own| cell(own));
    *found.unwrap() = content;
    to_xlsx::xlsx(&list)
}

fn long_text(content: &Content) -> bool {
    matches!(content, Content::Text(text) if text.len() > 40)
}

fn check(path: &Path) -> (Option<i32>, String) {
    let output = renstra(&[
        "check",
        &path.display().to_string(),
        "--diagnostic-format",
        "short",
    ]);
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    for english in ["panicked", "overflow", "memory allocation", "thread '"] {
        assert!(!said.contains(english), "{said}");
    }
    (output.status.code(), said)
}

#[test]
fn text_beyond_any_text_is_named_at_its_cell() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dinas.xlsx");
    for (text, code) in [
        (format!("a{}", "\u{301}".repeat(12_000)), "galat[W061]"),
        ("a".repeat(30_000), "galat[W062]"),
    ] {
        fs::write(&path, with("Narasi", long_text, Content::Text(text))).unwrap();
        let (status, said) = check(&path);
        assert_eq!(status, Some(1), "{said}");
        let line = said.lines().find(|line| line.contains(code));
        assert!(
            line.unwrap_or_default().starts_with("dinas.xlsx:Narasi!"),
            "{said}"
        );
        let draft = folder.path().join("draf.pdf");
        let output = renstra(&[
            "render",
            "--draft",
            "--memori",
            "1024",
            &path.display().to_string(),
            "-o",
            &draft.display().to_string(),
        ]);
        assert_eq!(output.status.code(), Some(1));
        assert!(fs::read(&draft).unwrap().starts_with(b"%PDF"));
    }
}

#[test]
fn one_text_in_all_cells_is_too_much() {
    let mut list = source::read(&support::path("fixtures/small-opd"), None);
    let text = "Meningkatnya pelayanan angkutan umum\n".repeat(800);
    for content in list.iter_mut().flat_map(|grid| grid.cell.values_mut()) {
        if matches!(content, Content::Text(own) if own.len() > 12) {
            *content = Content::Text(text.clone());
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dinas.xlsx");
    fs::write(&path, to_xlsx::xlsx(&list)).unwrap();
    let (status, said) = check(&path);
    assert_eq!(status, Some(1));
    assert!(
        said.contains("galat[W063]"),
        "{}",
        &said[..2_000.min(said.len())]
    );
}

/// A draft of a name that no metadata takes and of a chart as deep as one may be, or deeper.
#[test]
fn what_is_named_too_long_or_too_deep_still_gives_a_draft() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dinas.xlsx");
    let draft = folder.path().join("draf.pdf");
    let print = |list: &[Grid]| {
        fs::write(&path, to_xlsx::xlsx(list)).unwrap();
        let (from, to) = (path.display().to_string(), draft.display().to_string());
        let output = renstra(&["render", "--draft", &from, "-o", &to]);
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(matches!(output.status.code(), Some(0 | 1)), "{said}");
        assert!(fs::read(&draft).unwrap().starts_with(b"%PDF"));
        fs::remove_file(&draft).unwrap();
        said
    };
    let plan = source::read(&support::path("fixtures/small-opd"), None);

    let mut long = plan.clone();
    let identitas = long.iter_mut().find(|grid| grid.name == "Identitas");
    for content in identitas.unwrap().cell.values_mut() {
        if *content == Content::Text("Dinas Contoh".to_owned()) {
            *content = Content::Text("Dinas Contoh dan ".repeat(1_400));
        }
    }
    print(&long);

    for (levels, refused) in [(12, false), (13, true)] {
        let mut deep = plan.clone();
        let struktur = deep.iter_mut().find(|grid| grid.name == "Struktur");
        let cells = &mut struktur.unwrap().cell;
        let (&(row, _), _) = cells.last_key_value().unwrap();
        let head = cells.get(&(row, 1)).unwrap().clone();
        let post = |level: u32| Content::Text(format!("Seksi Tingkat {level}"));
        for level in 1..=levels {
            let above = if level == 1 {
                head.clone()
            } else {
                post(level - 1)
            };
            cells.insert((row + level, 0), post(level));
            cells.insert((row + level, 1), above);
        }
        let said = print(&deep);
        assert_eq!(said.contains("galat[S060]"), refused, "{levels}: {said}");
    }
}

#[test]
fn an_amount_of_nineteen_digits_is_no_amount() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dinas.xlsx");
    let money =
        |content: &Content| matches!(content, Content::Money(amount) if *amount > 1_000_000);
    for content in [
        Content::Number(5e28),
        Content::Text("50.000.000.000.000.000.000.000.000.000".to_owned()),
    ] {
        fs::write(&path, with("T-C.27", money, content)).unwrap();
        let (status, said) = check(&path);
        assert_eq!(status, Some(1), "{said}");
        assert!(said.contains("T-C.27!"), "{said}");
        assert!(said.contains("bukan jumlah uang"), "{said}");
    }
}

/// A workbook over which `check` itself is lost costs only itself.
#[test]
fn check_names_the_workbook_that_it_is_lost_over() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.xlsx", "b.xlsx", "c.xlsx"] {
        fs::copy(support::small_workbook(), folder.path().join(name)).unwrap();
    }
    for fault in ["panic", "abort"] {
        let output = Command::new(env!("CARGO_BIN_EXE_renstra"))
            .args(["check", &folder.path().display().to_string()])
            .env("RENSTRA_FAULT", format!("{fault}:b.xlsx"))
            .output()
            .unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("galat[W104]"), "{said}");
        assert!(!said.contains("thread '"), "{said}");
        for (name, count) in [
            ("a.xlsx: 0 galat", 1),
            ("b.xlsx: 0 galat", 0),
            ("c.xlsx: 0 galat", 1),
        ] {
            assert_eq!(said.matches(name).count(), count, "{name}: {said}");
        }
    }
}

/// Arms that name other files, unfold without end or are broken are left out and named.
#[test]
fn arms_that_are_no_arms_are_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let opd = folder.path().join("opd");
    fs::create_dir(&opd).unwrap();
    let path = opd.join("dinas.xlsx");
    fs::copy(support::small_workbook(), &path).unwrap();
    fs::write(
        folder.path().join("renstra.toml"),
        "[dokumen]\nlambang = \"lambang.svg\"\n",
    )
    .unwrap();
    let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">";
    let mut bomb = format!("{head}<g id=\"a0\"><rect width=\"1\" height=\"1\"/></g>");
    for level in 1..9 {
        let part = format!("<use href=\"#a{}\"/>", level - 1).repeat(10);
        bomb = format!("{bomb}<g id=\"a{level}\">{part}</g>");
    }
    bomb += "<use href=\"#a8\"/></svg>";
    for arms in [
        "<!DOCTYPE svg [<!ENTITY a \"aa\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&a;</text></svg>".to_owned(),
        format!("{head}<image href=\"/etc/gambar.png\" width=\"9\" height=\"9\"/></svg>"),
        format!("{head}<g id=\"x\"><use href=\"#x\"/></g></svg>"),
        bomb,
        "<svg".to_owned(),
    ] {
        fs::write(folder.path().join("lambang.svg"), &arms).unwrap();
        let (status, said) = check(&path);
        assert_eq!(status, Some(0), "{said}");
        assert_eq!(said.matches("[W091]").count(), 1, "{said}");
    }
    let plain = format!("{head}<rect id=\"r\" width=\"9\" height=\"9\"/><use href=\"#r\"/></svg>");
    fs::write(folder.path().join("lambang.svg"), plain).unwrap();
    assert!(!check(&path).1.contains("[W091]"));
}
