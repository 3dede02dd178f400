//! The page without a mouse and without eyes: the keyboard reaches every control, each has a
//! name, and Enter does what a click does.

use serde_json::{Value, json};

use crate::serve::{City, has_pages};
use crate::support::chromium::Chromium;

/// Roles that are nothing without a name.
const ROLES: [&str; 11] = [
    "button",
    "link",
    "textbox",
    "searchbox",
    "combobox",
    "checkbox",
    "spinbutton",
    "ColorWell",
    "progressbar",
    "dialog",
    "image",
];

/// Everything that a keyboard must reach, by a number that is set for it.
const MARK: &str = "(() => { let next = 0; \
     const open = document.querySelector('dialog[open]'); \
     for (const element of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')) { \
       delete element.dataset.uji; \
       const reached = element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }) \
         && !element.closest('[inert]') && (open === null || open.contains(element)); \
       if (reached) element.dataset.uji = String(next++); \
     } return next; })()";

fn assert_reached(chromium: &mut Chromium, view: &str) {
    let all = chromium.eval(MARK).as_u64().unwrap();
    assert!(all > 1, "{view}: {all}");
    let mut reached = std::collections::BTreeSet::new();
    // Once around, with what the browser itself puts in between.
    for _ in 0..all + 10 {
        chromium.key("Tab");
        let focused = chromium.eval("document.activeElement?.dataset?.uji ?? null");
        reached.extend(focused.as_str().map(str::to_owned));
    }
    let missed: Vec<String> = (0..all)
        .map(|at| at.to_string())
        .filter(|at| !reached.contains(at))
        .collect();
    let show = format!(
        "{}.map(at => document.querySelector(`[data-uji=\"${{at}}\"]`).outerHTML.slice(0, 120))",
        json!(missed)
    );
    let shown = chromium.eval(&show);
    assert!(
        missed.is_empty(),
        "{view}: the keyboard does not reach {shown}"
    );
}

fn assert_named(chromium: &mut Chromium, view: &str) {
    let tree = chromium.call("Accessibility.getFullAXTree", &json!({}));
    let nodes = tree["nodes"].as_array().unwrap().iter();
    let nameless: Vec<&Value> = nodes
        .filter(|node| node["ignored"] == false)
        .filter(|node| ROLES.iter().any(|role| node["role"]["value"] == *role))
        .filter(|node| {
            node["name"]["value"]
                .as_str()
                .is_none_or(|name| name.trim().is_empty())
        })
        .collect();
    assert!(nameless.is_empty(), "{view}: without a name: {nameless:#?}");
}

/// Goes on with the keyboard until something has the focus, and presses Enter.
fn enter(chromium: &mut Chromium, wanted: &str) {
    for _ in 0..80 {
        chromium.key("Tab");
        if chromium.eval(&format!(
            "Boolean(document.activeElement?.matches({}))",
            json!(wanted)
        )) == true
        {
            chromium.key("Enter");
            return;
        }
    }
    panic!("the keyboard does not come to {wanted}");
}

#[test]
fn the_keyboard_suffices_and_every_control_has_a_name() {
    let Some(mut chromium) = Chromium::start() else {
        return;
    };
    let city = City::start();
    // Something to be compared with.
    let kept = city.folder.path().join("cadangan");
    std::fs::create_dir(&kept).unwrap();
    std::fs::copy(
        city.path("dinas-galat.xlsx"),
        kept.join("dinas-galat-001.xlsx"),
    )
    .unwrap();
    chromium.size(1366, 768, false);
    chromium.open(&city.running.url());
    chromium.until("document.querySelectorAll('#isi-tabel button').length === 2");
    chromium.until("[...document.querySelectorAll('#isi-tabel tr')].every(r => r.cells[1].textContent !== 'membaca')");
    assert_named(&mut chromium, "city");
    assert_reached(&mut chromium, "city");

    enter(&mut chromium, "#pengaturan-kota");
    chromium.until("document.getElementById('pengaturan').open");
    assert_named(&mut chromium, "settings");
    assert_reached(&mut chromium, "settings");
    chromium.key("Escape");
    chromium.until("!document.getElementById('pengaturan').open");

    // From the table to an agency, to its finding, to the page that is marked.
    enter(&mut chromium, "#isi-tabel tr:first-child button");
    chromium.until("document.querySelector('#daftar-temuan button.pesan') !== null");
    chromium.until("document.querySelector('#hal-1 img')?.naturalWidth > 0");
    assert_named(&mut chromium, "agency");
    assert_reached(&mut chromium, "agency");
    enter(&mut chromium, "#daftar-temuan button.pesan");
    chromium.until("document.querySelector('figure.tuju') !== null");
    for (dialog, what) in [("turunan", "what follows"), ("banding", "comparison")] {
        enter(&mut chromium, "#lainnya summary");
        chromium.until("document.getElementById('lainnya').open");
        assert_reached(&mut chromium, "menu");
        enter(&mut chromium, &format!("#{dialog}-buka"));
        chromium.until(&format!("document.getElementById('{dialog}').open"));
        assert_named(&mut chromium, what);
        assert_reached(&mut chromium, what);
        chromium.key("Escape");
        // Whoever leaves it goes on from where it was asked for.
        chromium.until("document.activeElement.matches('#lainnya summary')");
    }
    city.running.stop();
}

/// Before there is a city, and the sheets of who answers for what.
#[test]
fn the_start_page_and_the_duties_are_reached_and_named_as_well() {
    let Some(mut chromium) = Chromium::start() else {
        return;
    };
    let home = tempfile::tempdir().unwrap();
    let welcome = crate::browser::welcome(home.path());
    for (width, height, mobile) in [(1366, 768, false), (1920, 1080, false), (390, 844, true)] {
        chromium.size(width, height, mobile);
        chromium.open("about:blank");
        chromium.open(&welcome.url());
        chromium.until("document.querySelectorAll('#peraturan option').length > 1");
        assert_named(&mut chromium, "start");
        assert_reached(&mut chromium, "start");
        assert_fits(&mut chromium, &format!("mulai-{width}.png"));
        enter(&mut chromium, "#buat");
        chromium.until("!document.getElementById('baru').hidden");
        assert_named(&mut chromium, "new city");
        assert_reached(&mut chromium, "new city");
        assert_fits(&mut chromium, &format!("mulai-baru-{width}.png"));
        enter(&mut chromium, "#baru .kembali");
        enter(&mut chromium, "#buka");
        chromium.until("!document.getElementById('folder').hidden");
        assert_named(&mut chromium, "folder");
        assert_reached(&mut chromium, "folder");
        assert_fits(&mut chromium, &format!("mulai-folder-{width}.png"));
    }
    welcome.stop();

    let city = City::start();
    city.until("dinas%20bersih.xlsx", has_pages);
    for (width, height, mobile) in [(1366, 768, false), (1920, 1080, false), (390, 844, true)] {
        chromium.size(width, height, mobile);
        chromium.open("about:blank");
        chromium.open(&format!(
            "{}tanggung-jawab?opd=dinas%20bersih.xlsx",
            city.running.url()
        ));
        chromium.until("document.querySelectorAll('table').length > 1");
        assert_named(&mut chromium, "duties");
        assert_reached(&mut chromium, "duties");
        assert_fits(&mut chromium, &format!("tanggung-jawab-{width}.png"));
    }
    city.running.stop();
}

/// Nothing is wider than the window. The picture is left for looking at.
fn assert_fits(chromium: &mut Chromium, name: &str) {
    let wide = chromium.eval("document.documentElement.scrollWidth > innerWidth");
    assert_eq!(wide, false, "{name}: wider than the window");
    crate::browser::keep(&chromium.picture(), name);
}
