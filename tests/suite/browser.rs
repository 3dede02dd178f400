//! The city's page in a real browser, as an office would use it.

use std::fs;

use renstra::serve::{self, Greeting, Welcome};
use serde_json::json;

use crate::pdf::read_back;
use crate::serve::{City, broken};
use crate::support;
use crate::support::chromium::Chromium;
use crate::support::save;

const LOADED: &str = "[...document.querySelectorAll('#halaman img')].length > 10 \
     && document.querySelector('#hal-1 img').naturalWidth > 0";

/// Where page 15 stands in the box that scrolls.
const PLACE: &str = "document.getElementById('hal-15').getBoundingClientRect().top \
         - document.getElementById('halaman').getBoundingClientRect().top";

#[test]
fn an_office_sees_its_plan_change_as_it_saves() {
    let Some(mut chromium) = Chromium::start() else {
        return;
    };
    let city = City::start();
    let downloads = tempfile::tempdir().unwrap();
    chromium.size(1366, 768, false);
    chromium.open(&city.running.url());

    // The agencies are there; one is chosen, its pages are drawn.
    chromium.until("document.querySelectorAll('#daftar button').length === 2");
    chromium.eval("document.querySelector('#daftar button').click()");
    chromium.until(LOADED);
    assert_eq!(
        chromium.eval("document.querySelector('#daftar [aria-current=true]').dataset.berkas"),
        "dinas bersih.xlsx"
    );
    assert_eq!(
        chromium.eval("document.getElementById('final').hasAttribute('href')"),
        true
    );

    // A save on disk: pages are renewed in their place, and whoever reads stays where they were.
    chromium.eval("document.getElementById('hal-15').scrollIntoView()");
    chromium.until("document.querySelector('#hal-15 img').complete");
    let place = chromium.eval(PLACE).as_f64().unwrap();
    save::by_rename(&city.path("dinas bersih.xlsx"), &broken());
    chromium.until("Number(document.getElementById('halaman').dataset.diperbarui) > 0");
    chromium.until("document.querySelectorAll('#daftar-temuan button.pesan').length === 1");
    let now = chromium.eval(PLACE).as_f64().unwrap();
    assert!(
        (now - place).abs() < 2.0,
        "the page moved from {place} to {now}"
    );
    assert_eq!(
        chromium.eval("document.getElementById('final').hasAttribute('href')"),
        false
    );
    assert_eq!(
        chromium.eval("document.getElementById('alasan').textContent"),
        "Masih ada 1 galat. Perbaiki di Excel lalu simpan; halaman ini ikut berubah."
    );

    // Larger and smaller by the steps of the scale, and as wide as the window again.
    let percent = "parseInt(document.getElementById('persen').textContent, 10)";
    let width = "document.getElementById('hal-15').clientWidth";
    let (wide, fits) = (chromium.eval(width), chromium.eval(percent));
    let (large, small) = ("besar", "kecil");
    for (button, is_larger) in [(large, true), (small, false), (small, false)] {
        let before = chromium.eval(width).as_u64().unwrap();
        chromium.eval(&format!("document.getElementById('{button}').click()"));
        let now = chromium.eval(width).as_u64().unwrap();
        assert_eq!(now > before, is_larger, "{button}: {before}, now {now}");
        assert_ne!(chromium.eval(percent), fits);
    }
    chromium.eval("document.getElementById('lebar').click()");
    assert_eq!(chromium.eval(width), wide);
    chromium.eval("document.getElementById('hal-15').scrollIntoView()");

    // A page that could not be had at once is asked for again.
    chromium.eval("document.querySelector('#hal-15 img').src = 'data:image/png;base64,AAAA'");
    chromium.until(
        "(i => i.getAttribute('src') === i.dataset.sumber && i.complete && i.naturalWidth > 0)(document.querySelector('#hal-15 img'))",
    );

    // A click on the finding leads to its page; the cell's address can be copied.
    chromium.eval("document.querySelector('#daftar-temuan button.pesan').click()");
    chromium.until("document.querySelector('figure.tuju img').complete");
    let shown = chromium.eval("document.getElementById('nomor').textContent.split(' ')[0]");
    let wanted = chromium.eval("document.querySelector('figure.tuju').id.slice(4)");
    assert_eq!(shown, wanted);
    assert!(
        chromium
            .eval("document.getElementById('bab').selectedOptions[0].textContent")
            .as_str()
            .unwrap()
            .starts_with("BAB VI ")
    );
    // Its row and cell are marked there; a click on the cell's text says which it is.
    assert_eq!(
        chromium.eval(
            "document.querySelectorAll('figure.tuju .tanda.sel, figure.tuju .tanda.baris').length"
        ),
        2
    );
    chromium.until("document.querySelector('figure.tuju text[data-sel*=\"T-C.27\"]') !== null");
    chromium.eval(
        "document.querySelector('figure.tuju text[data-sel*=\"T-C.27\"]').dispatchEvent(new MouseEvent('click', { bubbles: true }))",
    );
    chromium.until("document.getElementById('sel-halaman').textContent.includes(\"'T-C.27'!\")");
    // The document is searched as it is printed.
    chromium.eval("const field = document.getElementById('cari-teks'); field.value = 'terminal  PENUMPANG'; field.focus()");
    chromium.key("Enter");
    chromium.until("/^1 dari \\d+$/.test(document.getElementById('hasil-cari').textContent)");
    assert_eq!(
        chromium.eval("document.querySelectorAll('.tanda.cari').length"),
        1
    );
    let origin = city.running.url();
    chromium.call(
        "Browser.grantPermissions",
        &json!({ "origin": origin, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }),
    );
    chromium.eval("document.querySelector('#daftar-temuan .baris button').click()");
    chromium.until("document.getElementById('kabar').textContent.includes('disalin')");

    // A workbook dropped on the page replaces the one of the same name.
    let sent = downloads.path().join("dinas bersih.xlsx");
    fs::copy(support::small_workbook(), &sent).unwrap();
    drop_file(&mut chromium, &sent);
    chromium.until(
        "document.getElementById('kabar').textContent.includes('cadangan/dinas bersih-001.xlsx')",
    );
    chromium.until("document.getElementById('final').hasAttribute('href')");
    assert!(fs::read(city.path("dinas bersih.xlsx")).unwrap() == fs::read(&sent).unwrap());

    // The final document comes as a file and is whole.
    chromium.call(
        "Browser.setDownloadBehavior",
        &json!({ "behavior": "allow", "downloadPath": downloads.path() }),
    );
    chromium.eval("document.getElementById('final').click()");
    let pdf = downloads.path().join("dinas bersih.pdf");
    let start = std::time::Instant::now();
    while !pdf.is_file() {
        assert!(start.elapsed().as_secs() < 120, "no PDF was downloaded");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let pages = chromium.eval("document.querySelectorAll('#halaman figure').length");
    assert_eq!(
        read_back(&fs::read(pdf).unwrap()).page.len(),
        usize::try_from(pages.as_u64().unwrap()).unwrap()
    );
    city.running.stop();
}

/// As a person drops a file from a window of files.
pub fn drop_file(chromium: &mut Chromium, path: &std::path::Path) {
    for kind in ["dragEnter", "dragOver", "drop"] {
        chromium.call(
            "Input.dispatchDragEvent",
            &json!({
                "type": kind, "x": 600, "y": 400,
                "data": { "items": [], "files": [path], "dragOperationsMask": 1 },
            }),
        );
    }
}

/// Three windows: a small office laptop, a large screen, a phone. Nothing may stick out, every
/// control has a name, and the keyboard reaches it. The pictures are left for looking at.
#[test]
fn the_page_fits_its_window_and_names_its_controls() {
    let Some(mut chromium) = Chromium::start() else {
        return;
    };
    let city = City::start();
    let url = format!("{}#opd=dinas-galat.xlsx", city.running.url());
    for (width, height, mobile) in [(1366, 768, false), (1920, 1080, false), (390, 844, true)] {
        chromium.size(width, height, mobile);
        chromium.open("about:blank");
        chromium.open(&url);
        chromium.until(LOADED);
        chromium.until("document.querySelector('#daftar-temuan button.pesan') !== null");
        chromium.eval("document.querySelector('#daftar-temuan button.pesan').click()");
        chromium.until(
            "[...document.querySelectorAll('#halaman img')].filter(i => { const r = i.getBoundingClientRect(); \
             return r.bottom > 0 && r.top < innerHeight; }).every(i => i.complete && i.naturalWidth > 0)",
        );
        assert_eq!(
            chromium.eval(SMALL),
            json!([]),
            "{width}: letters too small"
        );
        for panel in ["halaman", "opd", "temuan"] {
            if mobile {
                chromium.eval(&format!(
                    "document.querySelector('.tab [data-panel={panel}]').click()"
                ));
            } else if panel != "halaman" {
                continue;
            }
            let sticks_out = chromium.eval("document.documentElement.scrollWidth > innerWidth");
            assert_eq!(
                sticks_out, false,
                "{width}: {panel} is wider than the window"
            );
            keep(&chromium.picture(), &format!("serve-{width}-{panel}.png"));
        }
        let nameless = chromium.eval(
            "[...document.querySelectorAll('button, a, select, input, img')].filter(e => \
             !(e.textContent.trim() || e.ariaLabel || e.alt || e.labels?.length)).map(e => e.outerHTML)",
        );
        assert_eq!(nameless, json!([]), "controls without a name");
    }
    city.running.stop();
}

/// The page before there is a city, with `home` as the user's folder.
pub fn welcome(home: &std::path::Path) -> Welcome {
    serve::welcome(Greeting {
        home: home.to_owned(),
        ..Greeting::default()
    })
    .unwrap()
}

/// Text that is seen in letters below 14 pixels, but for that of the document itself.
const SMALL: &str = "[...document.querySelectorAll('body *')].filter(e => e.checkVisibility({ opacityProperty: true }) \
     && e.closest('.lapis') === null && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) \
     && parseFloat(getComputedStyle(e).fontSize) < 14).map(e => e.outerHTML.slice(0, 80))";

/// Two hundred findings and a long one: what must be mended comes first, and the same
/// sentence of many cells is said once.
#[test]
fn many_findings_are_gathered_and_the_worst_comes_first() {
    let Some(mut chromium) = Chromium::start() else {
        return;
    };
    let city = City::start();
    chromium.size(1366, 768, false);
    chromium.open(&format!("{}#opd=dinas-galat.xlsx", city.running.url()));
    chromium.until("document.querySelector('#daftar-temuan button.pesan') !== null");
    let finding = |tingkat: &str, kata: &str, pesan: &str, row: u32| {
        let alamat = format!("'T-C.27'!F{row}");
        json!({
            "tingkat": tingkat, "kata": kata, "kode": "R060", "pesan": pesan, "tempat": "T-C.27", "alamat": alamat,
            "halaman": null, "baris": null, "sel": null, "rincian": [format!("indikator: {row}")], "dasar": null,
            "perbaiki": "isi satuannya",
        })
    };
    let long = "Pengelolaan_".repeat(60);
    let mut list = vec![
        finding("info", "info", "sekadar tahu", 1),
        finding("warning", "peringatan", &long, 2),
    ];
    list.extend((3..203).map(|row| finding("error", "galat", "satuan belum diisi", row)));
    let shown = json!({ "berkas": "lain.xlsx", "temuan": list, "sibuk": false });
    // Looked at in the same turn as it is drawn: the agency's own findings may come at any time.
    let seen = chromium.eval(&format!(
        "import('/findings.js').then(m => {{ m.drawFindings({shown}); \
         const list = [...document.querySelectorAll('#daftar-temuan > li')]; \
         const panel = document.getElementById('temuan'); \
         return {{ \
           levels: list.map(li => li.dataset.tingkat), \
           first: list[0].querySelector('.pesan').textContent.trim(), \
           remedy: list[0].querySelector('.perbaiki').textContent, \
           cells: list[0].querySelectorAll('details li .baris button').length, \
           count: document.getElementById('jumlah').textContent, \
           is_too_wide: panel.scrollWidth > panel.clientWidth, \
         }}; }})"
    ));
    assert_eq!(
        seen,
        json!({
            "levels": ["error", "warning", "info"],
            "first": "galat R060 satuan belum diisi (200 kali)",
            "remedy": "Perbaiki: isi satuannya",
            // Every cell can still be gone to.
            "cells": 200,
            "count": "(202)",
            "is_too_wide": false,
        })
    );
    city.running.stop();
}

pub fn keep(base64: &str, name: &str) {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(path, decode(base64)).unwrap();
}

/// Base64, for the one place that needs it.
fn decode(text: &str) -> Vec<u8> {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let mut out = Vec::new();
    for four in text.trim_end_matches('=').as_bytes().chunks(4) {
        let bits = four
            .iter()
            .fold(0_u32, |bits, byte| bits << 6 | u32::from(value(*byte)));
        let bits = bits << (6 * (4 - four.len()));
        out.extend(&bits.to_be_bytes()[1..four.len()]);
    }
    out
}
