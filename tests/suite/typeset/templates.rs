//! Templates, fonts and files: what is read, and what cannot be.

use std::fs;
use std::path::Path;

use renstra::typeset::{Base, TemplateTree, compile, text_by_page};

use super::{FONT, MOMENT, SETUP, failure, job, single};

#[test]
fn a_document_brings_its_own_files() {
    let base = single(r#"#image("/lambang.svg", alt: "Lambang") #read("/data.json").len()"#);
    let svg = br#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>"#;
    assert!(compile(&base, &job()).is_err());
    assert!(compile(&base, &job().file("/lambang.svg", svg.to_vec())).is_ok());
    // Data is never run as code.
    let code = single(r#"#include "/isi.typ""#);
    assert!(compile(&code, &job().file("/isi.typ", b"ya".to_vec())).is_err());
}

#[test]
fn the_clock_is_not_asked() {
    let base = single("#datetime.today().display()");
    assert!(compile(&base, &job()).is_err());
    let typeset = compile(&base, &job().today(MOMENT)).unwrap();
    assert_eq!(text_by_page(&typeset)[0][0].text, "2026-11-25");
}

#[test]
fn days_are_counted_as_the_calendar_does() {
    let base = single("#datetime.today().display()");
    for (moment, day) in [
        (0, "1970-01-01"),
        (-1, "1969-12-31"),
        (951_782_399, "2000-02-28"),
        (951_868_799, "2000-02-29"),
        (4_107_542_400, "2100-03-01"),
        (253_402_300_799, "9999-12-31"),
    ] {
        let typeset = compile(&base, &job().today(moment)).unwrap();
        assert_eq!(text_by_page(&typeset)[0][0].text, day);
    }
    for moment in [i64::MIN, 253_402_300_800, i64::MAX] {
        assert!(compile(&base, &job().today(moment)).is_err());
    }
}

#[test]
fn nothing_outside_the_templates_is_read() {
    for path in ["../x", "/../x", "shared/../../x", "C:/x", "\\x"] {
        let message = failure(&format!("#read({path:?})"));
        assert!(
            message.starts_with("templat dokumen mengandung kesalahan"),
            "{path}: {message}"
        );
    }
    let message = failure(r#"#import "@preview/cetz:0.3.0""#);
    assert!(
        message.contains("paket typst tidak dapat dipakai"),
        "{message}"
    );
}

#[test]
fn a_folder_does_not_leak_through_links() {
    let outer = tempfile::tempdir().unwrap();
    let root = outer.path().join("templat");
    fs::create_dir_all(root.join("fonts")).unwrap();
    fs::write(outer.path().join("rahasia.txt"), "rahasia").unwrap();
    fs::write(root.join("dalam.txt"), "dalam").unwrap();
    for (path, data) in FONT.iter() {
        fs::write(root.join(path), data).unwrap();
    }
    let run = |path: &str| {
        fs::write(root.join("main.typ"), format!("{SETUP}\n#read({path:?})")).unwrap();
        let base = Base::new(TemplateTree::folder(&root).unwrap(), &[]).unwrap();
        compile(&base, &job()).map(|typeset| text_by_page(&typeset)[0][0].text.clone())
    };
    assert_eq!(run("dalam.txt").unwrap(), "dalam");
    assert!(run("../rahasia.txt").is_err());
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("../rahasia.txt", root.join("keluar.txt")).unwrap();
        std::os::unix::fs::symlink("dalam.txt", root.join("tetap.txt")).unwrap();
        assert!(run("keluar.txt").is_err());
        assert_eq!(run("tetap.txt").unwrap(), "dalam");
    }
    let missing = TemplateTree::folder(&outer.path().join("tiada")).unwrap_err();
    assert!(
        missing.to_string().ends_with("tidak ditemukan"),
        "{missing}"
    );
}

#[test]
fn changed_templates_are_read_again() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("fonts")).unwrap();
    for (path, data) in FONT.iter() {
        fs::write(root.path().join(path), data).unwrap();
    }
    let write = |text: &str| fs::write(root.path().join("main.typ"), format!("{SETUP}\n{text}"));
    write("satu").unwrap();
    let mut base = Base::new(TemplateTree::folder(root.path()).unwrap(), &[]).unwrap();
    let text = |base: &Base| {
        text_by_page(&compile(base, &job()).unwrap())[0][0]
            .text
            .clone()
    };
    assert_eq!(text(&base), "satu");
    write("dua").unwrap();
    assert_eq!(text(&base), "satu");
    base.reload();
    assert_eq!(text(&base), "dua");
}

#[test]
fn fonts_of_the_user_are_added() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("dalam")).unwrap();
    for (path, data) in FONT.iter() {
        fs::write(
            folder
                .path()
                .join("dalam")
                .join(Path::new(path).file_name().unwrap()),
            data,
        )
        .unwrap();
    }
    let tree = || TemplateTree::memory([("main.typ", SETUP)]);
    assert_eq!(Base::new(tree(), &[]).unwrap().families().count(), 0);
    let base = Base::new(tree(), &[folder.path().to_owned()]).unwrap();
    assert!(base.families().any(|name| name == "Liberation Serif"));
    assert!(compile(&base, &job()).is_ok());
    assert!(Base::new(tree(), &[folder.path().join("tiada")]).is_err());
}

#[test]
fn errors_show_the_template() {
    let message = failure("Satu\n\n#tidak-ada");
    assert!(
        message.starts_with("templat dokumen mengandung kesalahan\n\nerror: "),
        "{message}"
    );
    assert!(
        message.contains("main.typ:8:1") && message.contains("#tidak-ada"),
        "{message}"
    );
}

#[test]
fn warnings_are_errors() {
    let message = failure(r#"#text(font: "Tiada")[a]"#);
    assert!(
        message.contains("peringatan dianggap kesalahan"),
        "{message}"
    );
    assert!(message.contains("unknown font family: tiada"), "{message}");
}
