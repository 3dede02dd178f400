//! A city from nothing to its printed plans, in a real browser and by the page alone.

use std::fs;

use renstra::serve::{self, End, Settings};
use serde_json::json;

use crate::browser::{drop_file, keep};
use crate::support::chromium::Chromium;
use crate::support::grid::{Content, Grid};
use crate::support::{self, source, to_xlsx};

/// Of each error the cell that the page names, and what it says of it.
const ERRORS: &str = "[...document.querySelectorAll('#daftar-temuan li[data-tingkat=error]')].map(li => \
     [li.querySelector('.baris span').textContent, li.querySelector('details').textContent])";

/// The small agency with a sum that does not fit, and a post whose superior is misspelt.
fn two_slips() -> Vec<Grid> {
    let case = support::path("fixtures/cases/r014-pagu-akhir-mismatch");
    let mut sheets = source::read(&support::path("fixtures/small-opd"), Some(&case));
    let posts = sheets
        .iter_mut()
        .find(|grid| grid.name == "Struktur")
        .unwrap();
    let right = Content::Text("Kepala Bidang Angkutan".to_owned());
    let mut superior = posts.cell.values_mut().filter(|cell| **cell == right);
    *superior.nth(1).unwrap() = Content::Text("Kepala Bidang Angkutn".to_owned());
    sheets
}

/// Types into the cell that an error names what is said of it: the sum of the years, or the
/// name that is meant.
fn mend(sheets: &mut [Grid], address: &str, said: &str) {
    let (sheet, cell) = address.rsplit_once('!').unwrap();
    let letters = cell.trim_end_matches(|c: char| c.is_ascii_digit());
    let row: u32 = cell[letters.len()..].parse().unwrap();
    let col = (0..200).find(|col| renstra::diagnostic::column_name(*col) == letters);
    let right = if let Some((_, name)) = said.split_once("maksud Anda \"") {
        Content::Text(name.split('"').next().unwrap().to_owned())
    } else {
        let sum = said.split("jumlah tahunan").nth(1).unwrap();
        let sum = sum.split("Rp").nth(1).unwrap();
        let is_part = |c: &char| c.is_ascii_digit() || *c == '.';
        let digits: String = sum
            .chars()
            .take_while(is_part)
            .filter(char::is_ascii_digit)
            .collect();
        Content::Money(digits.parse().unwrap())
    };
    let sheet = sheet.trim_matches('\'');
    let grid = sheets.iter_mut().find(|grid| grid.name == sheet);
    grid.unwrap().cell.insert((row - 1, col.unwrap()), right);
}

#[test]
fn a_city_is_made_filled_mended_and_printed_from_the_page() {
    let Some(mut chromium) = Chromium::start() else {
        return;
    };
    let home = tempfile::tempdir().unwrap();
    let welcome = crate::browser::welcome(home.path());
    chromium.size(1366, 768, false);
    chromium.open(&welcome.url());
    chromium.until("document.querySelectorAll('#peraturan option').length > 1");
    keep(&chromium.picture(), "mulai-1366.png");
    chromium.eval("document.getElementById('buat').click()");
    chromium.eval(
        "for (const [id, text] of [['peraturan', 'permendagri-86-2017'], ['daerah', 'Kota Pasuruan'], ['periode', '2021-2026'], ['opd', 'Dinas Lingkungan Hdup\\nDinas Kesehatan']]) { \
         const field = document.getElementById(id); field.value = text; field.dispatchEvent(new Event('input')); }",
    );
    // A slip in a name is shown with what is meant, and taken over by a click.
    chromium.until("document.querySelector('#dikenali td button') !== null");
    keep(&chromium.picture(), "mulai-baru-1366.png");
    chromium.eval("document.querySelector('#dikenali td button').click()");
    chromium.until("document.getElementById('dikenali').textContent.includes('2.11')");
    chromium.eval("document.getElementById('baru').requestSubmit()");
    let End::City(folder) = welcome.wait().unwrap() else {
        panic!("no city was made");
    };
    let port = welcome.address.port();
    welcome.stop();
    let running = serve::start(Settings {
        folder: folder.clone(),
        port,
        program: Some(env!("CARGO_BIN_EXE_renstra").into()),
        ..Settings::default()
    })
    .unwrap();

    // The page goes on by itself: two blank forms.
    chromium.until("document.querySelectorAll('#isi-tabel tr').length === 2");
    chromium.until("[...document.querySelectorAll('#isi-tabel tr')].every(r => r.cells[1].textContent === 'belum diisi')");
    assert_eq!(
        chromium.eval("document.getElementById('kota').textContent"),
        "Kota Pasuruan"
    );
    keep(&chromium.picture(), "kota-1366.png");

    // Those go, a filled one comes: as it was sent with two errors, then mended one after the
    // other as the page says of each.
    for left in [1, 0] {
        chromium.eval("document.querySelector('#isi-tabel button').click()");
        chromium.until("document.body.dataset.tampil === 'opd'");
        chromium.eval("document.getElementById('keluarkan').click()");
        chromium.until("document.getElementById('tanya').open");
        chromium.eval("document.querySelector('#tanya-pilihan button').click()");
        chromium.until(&format!(
            "document.querySelectorAll('#isi-tabel tr').length === {left}"
        ));
    }
    chromium.until("!document.getElementById('belum').hidden");
    let sent = tempfile::tempdir().unwrap();
    let workbook = sent.path().join("dinas.xlsx");
    let mut sheets = two_slips();
    for left in [2, 1] {
        fs::write(&workbook, to_xlsx::xlsx(&sheets)).unwrap();
        drop_file(&mut chromium, &workbook);
        chromium.until(&format!("{ERRORS}.length === {left}"));
        assert_eq!(
            chromium.eval("document.getElementById('final').hasAttribute('href')"),
            false
        );
        let said = chromium.eval(&format!("{ERRORS}[0]"));
        mend(
            &mut sheets,
            said[0].as_str().unwrap(),
            said[1].as_str().unwrap(),
        );
    }
    fs::write(&workbook, to_xlsx::xlsx(&sheets)).unwrap();
    drop_file(&mut chromium, &workbook);
    chromium.until("document.getElementById('final').hasAttribute('href')");
    assert_eq!(chromium.eval(&format!("{ERRORS}.length")), 0);

    // A drop that is no plan asks, and by `Batal` leaves all as it is.
    let rpjmd = sent.path().join("RPJMD.xlsx");
    fs::copy(support::path("fixtures/kota-pasuruan/rpjmd.xlsx"), &rpjmd).unwrap();
    drop_file(&mut chromium, &rpjmd);
    chromium.until("document.getElementById('tanya').open");
    assert!(
        chromium
            .eval("document.getElementById('tanya-pesan').textContent")
            .as_str()
            .unwrap()
            .contains("adalah RPJMD")
    );
    keep(&chromium.picture(), "tanya-1366.png");
    chromium.eval("[...document.querySelectorAll('#tanya-pilihan button')].at(-1).click()");
    chromium.until("document.getElementById('kabar').textContent.includes('tidak ditambahkan')");

    chromium.eval("document.getElementById('ke-kota').click()");
    chromium.until("document.body.dataset.tampil === 'kota'");
    chromium.eval("document.querySelector('[data-jenis=final]').click()");
    chromium.until("document.getElementById('cetak-kata').textContent.includes('dokumen final')");
    assert_eq!(
        chromium.eval("document.getElementById('cetak-kata').textContent"),
        "1 dari 1 dokumen final ada di folder hasil"
    );
    chromium.until("document.querySelector('#cetak-berkas a[href$=\"rekap.pdf\"]') !== null");
    assert!(folder.join("hasil/rekap.pdf").is_file());
    for (width, height, mobile) in [(1366, 768, false), (1920, 1080, false), (390, 844, true)] {
        chromium.size(width, height, mobile);
        let wide = chromium.eval("document.documentElement.scrollWidth > innerWidth");
        assert_eq!(wide, false, "{width}: the city is wider than the window");
        keep(&chromium.picture(), &format!("kota-cetak-{width}.png"));
    }
    let nameless = chromium.eval(
        "[...document.querySelectorAll('button, a, select, input, img, progress')].filter(e => e.checkVisibility() && \
         !(e.textContent.trim() || e.ariaLabel || e.alt || e.labels?.length)).map(e => e.outerHTML)",
    );
    assert_eq!(nameless, json!([]), "controls without a name");

    // The program ends: it is said, nothing can be pressed, and what was chosen stays.
    chromium.size(1366, 768, false);
    running.stop();
    chromium.until("!document.getElementById('putus').hidden");
    assert_eq!(chromium.eval("document.querySelector('nav').inert"), true);
    keep(&chromium.picture(), "putus-1366.png");
}
