//! Places of text, and text that goes wrong.

use renstra::diagnostic::{Diagnostic, Origin, Severity};
use renstra::pipeline::{self, Options};
use renstra::typeset::{
    Base, Obstacle, PdfSettings, Standards, Typeset, compile, findings, overlap, pdf, text_by_page,
};

use super::{job, settings, single};
use crate::support::{self, source, to_workbook};

fn found(typeset: &Typeset<'_>) -> Vec<Diagnostic> {
    findings(typeset, &|_| Origin::file("dinas.xlsx"))
        .iter()
        .cloned()
        .collect()
}

#[test]
fn text_stands_where_it_is_put() {
    let base = single(
        r#"#place(dx: 30pt, dy: 40pt, scale(x: 200%, y: 200%, origin: top + left, reflow: true, text(top-edge: "baseline")[Ya]))"#,
    );
    let typeset = compile(&base, &job()).unwrap();
    let item = &text_by_page(&typeset)[0][0];
    assert_eq!((item.text.as_str(), item.upright), ("Ya", true));
    assert!(
        (item.x_pt - 50.0).abs() < 0.01 && (item.y_pt - 60.0).abs() < 0.01,
        "{item:?}"
    );
    assert!((item.size_pt - 22.0).abs() < 0.01, "{item:?}");
}

#[test]
fn a_missing_glyph_is_found() {
    let base =
        single("#set text(8pt)\nDinas Sosial membangun 中 rumah\n\n中 lagi\n#pagebreak()\n中");
    let typeset = compile(&base, &job()).unwrap();
    let [finding] = &found(&typeset)[..] else {
        panic!("one finding a character")
    };
    assert_eq!(
        (finding.code.0, finding.severity),
        ("T001", Severity::Error)
    );
    assert!(
        finding.message.contains("`中` (U+4E2D)"),
        "{}",
        finding.message
    );
    assert!(finding.hint.is_some());
    let note: Vec<_> = finding
        .note
        .iter()
        .map(|(label, text)| format!("{label}: {text}"))
        .collect();
    assert_eq!(
        note,
        ["teks: …as Sosial membangun 中 rumah", "halaman: 1, 2"]
    );
    // A draft is printed nevertheless, an archival document is not.
    assert!(pdf(&typeset, &settings()).is_err());
    let plain = PdfSettings {
        standards: Standards::none(),
        ..settings()
    };
    assert!(pdf(&typeset, &plain).is_ok());
}

#[test]
fn letters_that_are_not_seen_are_not_missing() {
    let base = single("Padat é – ≥ “x” Rp\u{a0}1 so\u{ad}sial \u{200b}a\u{2060}b\u{feff}");
    assert_eq!(found(&compile(&base, &job()).unwrap()), []);
}

#[test]
fn text_that_does_not_fit_is_found() {
    let long = "Pertanggungjawabanpenyelenggaraan";
    let table = |second: &str| {
        single(&format!(
            "#table(columns: (50pt, 100pt), [{long}], [{second}], [muat], [muat juga])"
        ))
    };
    let hit = |base: &Base| -> Vec<Obstacle> {
        let all = overlap(&compile(base, &job()).unwrap());
        all.into_iter()
            .filter(|found| found.text == long)
            .map(|found| found.obstacle)
            .collect()
    };
    let over_text = [Obstacle::Border, Obstacle::Text("kedua".to_owned())];
    assert_eq!(hit(&table("kedua")), over_text);
    assert_eq!(hit(&table("")), [Obstacle::Border]);
    let off_page = single(&format!("#h(120pt)#box(width: 10pt)[{long}]"));
    assert_eq!(hit(&off_page), [Obstacle::PageEdge]);

    // A draft is printed nevertheless; nobody signs what cannot be read.
    let base = table("kedua");
    for (draft, severity) in [(false, Severity::Error), (true, Severity::Warning)] {
        let all = found(&compile(&base, &job().draft(draft)).unwrap());
        let [finding] = &all[..] else {
            panic!("one finding a text: {all:?}")
        };
        assert_eq!((finding.code.0, finding.severity), ("T002", severity));
    }
}

#[test]
fn what_pages_show_is_allowed_and_denied_as_any_finding() {
    let base =
        single("#table(columns: (50pt, 100pt), [Pertanggungjawabanpenyelenggaraan], [kedua])");
    let typeset = compile(&base, &job().draft(true)).unwrap();
    let seen = |options: Options| {
        let grid = source::read(&support::path("fixtures/small-opd"), None);
        let workbook = to_workbook::workbook("dinas-contoh.xlsx", &grid);
        let inspection = pipeline::inspect_workbook(support::library(), workbook, &options);
        let seen = inspection.unwrap().page_findings(&typeset);
        // These pages show no cell of the workbook, which is another finding.
        seen.iter()
            .filter(|finding| finding.code.0 == "T002")
            .map(|finding| finding.severity)
            .collect::<Vec<_>>()
    };
    assert_eq!(seen(Options::default()), [Severity::Warning]);
    let denied = Options {
        deny_warning: true,
        ..Options::default()
    };
    assert_eq!(seen(denied), [Severity::Error]);
    let allowed = Options {
        allow: vec!["T002".to_owned()],
        ..Options::default()
    };
    assert_eq!(seen(allowed), []);
}

#[test]
fn text_that_fits_is_not_reported() {
    let base = single(
        "#set page(background: rotate(45deg, text(40pt)[RANCANGAN]))
         #set par(justify: true)
         #show heading: set text(font: \"Liberation Sans\")
         = Judul
         Kalimat *tebal*, _miring_, m#super[2], dan H#sub[2]O; #lorem(20)
         #table(columns: (1fr, 1fr), stroke: 0.4pt, table.cell(rowspan: 2)[dua baris], [satu], [dua],
           table.cell(colspan: 2)[merentang dua kolom])",
    );
    assert_eq!(overlap(&compile(&base, &job()).unwrap()), []);
}
