//! PDF and images: the bytes, and what a reader finds in them.

use renstra::typeset::{
    Heading, PdfSettings, Pool, Standards, TypesetError, compile, forget, outline, pdf, png, svg,
    text_by_page,
};

use super::{BOOK, MOMENT, base, job, settings};
use crate::pdf::{Bookmark, ReadBack, read_back};

#[test]
fn same_input_gives_same_bytes() {
    let write = |threads: usize| {
        // Its own base, pool and memory: nothing of the run before may help.
        forget(0);
        let base = base(&[("main.typ", BOOK)]);
        Pool::new(threads).unwrap().run(|| {
            let typeset = compile(&base, &job()).unwrap();
            (
                pdf(&typeset, &settings()).unwrap(),
                png(&typeset, 1, 72.0).unwrap(),
                svg(&typeset, 1).unwrap(),
            )
        })
    };
    assert!(write(1) == write(2));
}

#[test]
fn ident_and_timestamp_are_in_the_bytes() {
    let base = base(&[("main.typ", BOOK)]);
    let typeset = compile(&base, &job()).unwrap();
    let first = pdf(&typeset, &settings()).unwrap();
    let other = PdfSettings {
        ident: "lain".to_owned(),
        ..settings()
    };
    assert!(first != pdf(&typeset, &other).unwrap());
    let later = PdfSettings {
        timestamp: Some(MOMENT + 1),
        ..settings()
    };
    assert!(first != pdf(&typeset, &later).unwrap());
    assert!(String::from_utf8_lossy(&first).contains("D:20261125032500"));
}

#[test]
fn read_back_agrees_with_the_frames() {
    let base = base(&[("main.typ", BOOK)]);
    let typeset = compile(&base, &job()).unwrap();
    let ReadBack {
        page,
        outline: bookmark,
        title,
        author,
        creator,
        lang,
        tags,
    } = read_back(&pdf(&typeset, &settings()).unwrap());

    assert_eq!(title.as_deref(), Some("Renstra Uji"));
    assert_eq!(author.as_deref(), Some("Dinas Uji"));
    assert_eq!(
        creator,
        Some(format!("renstra {}", env!("CARGO_PKG_VERSION")))
    );
    assert_eq!(lang.as_deref(), Some("id"));
    assert!(!tags.is_empty());

    let label: Vec<_> = page.iter().map(|page| &*page.label).collect();
    assert_eq!(label, ["i", "1", "2", "3"]);
    let size: Vec<_> = page
        .iter()
        .map(|page| (f64::from(page.width), f64::from(page.height)))
        .collect();
    assert_eq!(size, typeset.page_size());
    assert_eq!(size[3], (300.0, 200.0));

    let heading = outline(&typeset);
    let as_bookmark = |Heading { level, title, page }: Heading| Bookmark { level, title, page };
    assert_eq!(
        bookmark,
        heading.into_iter().map(as_bookmark).collect::<Vec<_>>()
    );
    assert_eq!(bookmark[0].title, "1 Pendahuluan #panic(1)");
    assert_eq!((bookmark[1].level, bookmark[1].page), (2, 2));

    // The two order and space their runs differently, and a PDF has no word
    // joiners; the letters are the same.
    let letters = |text: &str| {
        let mut letter: Vec<char> = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '\u{2060}')
            .collect();
        letter.sort_unstable();
        letter
    };
    for (page, frame) in page.iter().zip(text_by_page(&typeset)) {
        let frame: String = frame.into_iter().map(|item| item.text).collect();
        assert_eq!(
            letters(&page.text),
            letters(&frame),
            "halaman {}",
            page.label
        );
    }
    assert!(
        page[1].text.contains("Pagu 9.007.199.254.740.993"),
        "{}",
        page[1].text
    );
}

#[test]
fn chosen_pages_only() {
    let base = base(&[("main.typ", BOOK)]);
    let typeset = compile(&base, &job()).unwrap();
    let whole = |pages: &str| PdfSettings {
        pages: Some(pages.parse().unwrap()),
        ..settings()
    };
    let choose = |pages: &str| PdfSettings {
        standards: Standards::default().untagged(),
        ..whole(pages)
    };
    let ReadBack { page, tags, .. } = read_back(&pdf(&typeset, &choose("2,4-")).unwrap());
    assert!(tags.is_empty());
    let label: Vec<_> = page.iter().map(|page| &*page.label).collect();
    assert_eq!(label, ["1", "3"]);
    assert!(page[1].text.contains("Tabel lebar"));

    let error = pdf(&typeset, &whole("2")).unwrap_err().to_string();
    assert!(
        error.ends_with("untuk sebagian halaman pakai standar a-2u"),
        "{error}"
    );
    let error = pdf(&typeset, &choose("9-")).unwrap_err().to_string();
    assert_eq!(
        error,
        "pilihan halaman 9- tidak memuat satu halaman pun: dokumen ini terdiri atas 4 halaman"
    );
}

#[test]
fn an_untagged_file_is_plain() {
    let base = base(&[("main.typ", BOOK)]);
    let typeset = compile(&base, &job()).unwrap();
    let untagged = PdfSettings {
        tagged: false,
        ..settings()
    };
    let error = pdf(&typeset, &untagged).unwrap_err().to_string();
    assert!(
        error.contains("a-2a,ua-1") && error.contains("tag"),
        "{error}"
    );
    let plain = PdfSettings {
        standards: Standards::none(),
        ..untagged
    };
    assert!(read_back(&pdf(&typeset, &plain).unwrap()).tags.is_empty());
}

#[test]
fn images_of_pages() {
    let base = base(&[("main.typ", BOOK)]);
    let typeset = compile(&base, &job()).unwrap();
    assert!(png(&typeset, 4, 72.0).unwrap().starts_with(b"\x89PNG"));
    assert!(svg(&typeset, 4).unwrap().starts_with("<svg"));
    for page in [0, 5] {
        let error = svg(&typeset, page).unwrap_err().to_string();
        assert_eq!(
            error,
            format!("halaman {page} tidak ada: dokumen ini terdiri atas 4 halaman")
        );
    }
    for ppi in [0.0, -1.0, 1e9, f64::NAN, f64::INFINITY] {
        assert!(matches!(
            png(&typeset, 1, ppi),
            Err(TypesetError::Resolution { .. })
        ));
    }
}

#[test]
fn what_a_standard_forbids_is_refused() {
    let base = base(&[(
        "main.typ",
        "#set text(font: \"Liberation Serif\")\nTanpa judul",
    )]);
    let typeset = compile(&base, &job()).unwrap();
    let error = pdf(&typeset, &settings()).unwrap_err().to_string();
    assert!(
        error.starts_with("PDF tidak dapat ditulis dengan standar a-2a,ua-1"),
        "{error}"
    );
    assert!(error.contains("missing document title"), "{error}");
}
