//! A city from nothing to its printed plans, in a real browser and by the page alone.

use std::fs;

use renstra::serve::{self, End, Greeting, Settings};
use serde_json::json;

use crate::browser::{drop_file, keep};
use crate::serve::broken;
use crate::support;
use crate::support::chromium::Chromium;

#[test]
fn a_city_is_made_filled_mended_and_printed_from_the_page() {
    let Some(mut chromium) = Chromium::start() else {
        return;
    };
    let home = tempfile::tempdir().unwrap();
    let welcome = serve::welcome(Greeting {
        home: home.path().to_owned(),
        ..Greeting::default()
    })
    .unwrap();
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

    // Those go, a filled one comes: as it was sent with an error, then mended.
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
    fs::write(&workbook, broken()).unwrap();
    drop_file(&mut chromium, &workbook);
    chromium.until("document.querySelectorAll('#daftar-temuan details[open]').length > 0");
    assert_eq!(
        chromium.eval("document.getElementById('final').hasAttribute('href')"),
        false
    );
    fs::copy(support::small_workbook(), &workbook).unwrap();
    drop_file(&mut chromium, &workbook);
    chromium.until("document.getElementById('final').hasAttribute('href')");

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
