//! What is dropped on the page and does not belong there: asked about or refused, in words
//! that say what it is, and nothing is written.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browser::drop_file;
use crate::drop::foreign;
use crate::serve::City;
use crate::support;
use crate::support::chromium::Chromium;

const ASKED: &str = "document.getElementById('tanya').open";
const QUESTION: &str = "document.getElementById('tanya').textContent";
const CHOICES: &str =
    "[...document.querySelectorAll('#tanya-pilihan button')].map(b => b.textContent).join('; ')";
const SAID: &str = "document.getElementById('kabar').textContent";

fn renstra(argument: &[&str]) {
    let output = Command::new(env!("CARGO_BIN_EXE_renstra"))
        .args(argument)
        .output()
        .unwrap();
    assert!(output.status.code() < Some(2), "{output:?}");
}

/// The files of a folder with what is in them.
fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entry = fs::read_dir(folder).unwrap();
    let mut list: Vec<_> = entry
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    list.sort();
    list
}

#[test]
fn each_drop_that_does_not_belong_is_asked_about_or_refused() {
    let Some(mut chromium) = Chromium::start() else {
        return;
    };
    let city = City::start();
    let sent = tempfile::tempdir().unwrap();
    let at = |name: &str| sent.path().join(name);
    let text = |path: &Path| path.to_str().unwrap().to_owned();
    let small = support::small_workbook();
    let rpjmd = support::path("fixtures/kota-pasuruan/rpjmd.xlsx");
    foreign(&at("satuan.xlsx"));
    fs::copy(&rpjmd, at("RPJMD final.xlsx")).unwrap();
    fs::copy(small, at("Dinas REVISI (1).xlsx")).unwrap();
    fs::copy(small, at("CON.xlsx")).unwrap();
    fs::copy(small, at("rpjmd.xlsx")).unwrap();
    fs::write(at("catatan rapat.docx"), "bukan buku kerja").unwrap();
    fs::write(at("rusak.xlsx"), &fs::read(small).unwrap()[..2_000]).unwrap();
    let (note, units) = (at("catatan.xlsx"), at("unit"));
    renstra(&[
        "check",
        &text(small),
        "--report",
        "xlsx",
        "-o",
        &text(&note),
    ]);
    renstra(&["pecah", &text(small), "-o", &text(&units)]);

    chromium.size(1366, 768, false);
    chromium.open(&city.running.url());
    chromium.until("document.querySelectorAll('#isi-tabel tr').length === 2");
    chromium.until("[...document.querySelectorAll('#isi-tabel tr')].every(r => r.cells[1].textContent !== 'membaca')");
    let before = contents(&city.folder.path().join("opd"));

    // Asked: what it is, what can be done with it, and the way out.
    for (name, what, choices) in [
        (
            "satuan.xlsx",
            "bukan buku kerja Renstra",
            "Tetap tambahkan; Batal",
        ),
        (
            "RPJMD final.xlsx",
            "adalah RPJMD",
            "Jadikan RPJMD kota; Batal",
        ),
        (
            "Dinas REVISI (1).xlsx",
            "sudah ada sebagai",
            "Ganti dinas bersih.xlsx; Tambahkan sebagai berkas tersendiri; Batal",
        ),
    ] {
        drop_file(&mut chromium, &at(name));
        chromium.until(ASKED);
        let question = chromium.eval(QUESTION).as_str().unwrap().to_owned();
        assert!(question.contains(what), "{name}: {question}");
        assert_eq!(chromium.eval(CHOICES), choices, "{name}");
        // Whoever answers with the keyboard alone is at the way out first.
        chromium.key("Enter");
        chromium.until(&format!("!{ASKED}"));
        chromium.until(&format!("{SAID}.includes('{name} tidak ditambahkan')"));
    }

    // Refused: nothing can be done with it here.
    let unit = at("unit/bidang-angkutan.xlsx");
    for (path, what) in [
        (note, "hasil program ini"),
        (unit, "berkas satu unit"),
        (at("CON.xlsx"), "nama berkas tidak dapat dipakai"),
        (at("catatan rapat.docx"), "bukan buku kerja Excel"),
        (at("rusak.xlsx"), "tidak dapat dibaca"),
    ] {
        drop_file(&mut chromium, &path);
        chromium.until(&format!("{SAID}.includes({what:?})"));
        assert_eq!(chromium.eval(ASKED), false, "{what}");
        let name = path.file_name().unwrap().to_str().unwrap();
        let said = chromium.eval(SAID).as_str().unwrap().to_owned();
        assert!(said.contains(name), "{said}");
    }

    assert!(
        contents(&city.folder.path().join("opd")) == before,
        "something was written"
    );
    assert!(!city.folder.path().join("cadangan").exists());
    assert!(!city.folder.path().join("rpjmd.xlsx").exists());
    assert_eq!(
        chromium.eval("document.querySelectorAll('#isi-tabel tr').length"),
        2
    );
    city.running.stop();
}
