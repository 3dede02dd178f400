//! The whole document, read back from the bytes of its PDF.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use renstra::pipeline::{Inspection, Version};
use renstra::typeset;

use crate::pdf::{ReadBack, read_back};
use crate::support::grid::{Content, Grid};
use crate::support::{self, case, source};

fn sample() -> Vec<Grid> {
    source::read(&support::path("fixtures/small-opd"), None)
}

fn inspect(grid: &[Grid]) -> Inspection {
    case::inspect(grid)
}

fn print(inspection: &Inspection, version: Version) -> ReadBack {
    read_back(&support::document(inspection, version))
}

fn clean() -> &'static ReadBack {
    static PDF: OnceLock<ReadBack> = OnceLock::new();
    PDF.get_or_init(|| print(&inspect(&sample()), Version::Final))
}

/// A plan of the second regulation.
fn second() -> &'static (Inspection, ReadBack) {
    static PDF: OnceLock<(Inspection, ReadBack)> = OnceLock::new();
    PDF.get_or_init(|| {
        let folder = support::path("fixtures/kota-pasuruan/source/dinas-perhubungan-2025");
        let inspection = inspect(&source::read(&folder, None));
        let pdf = print(&inspection, Version::Final);
        (inspection, pdf)
    })
}

/// Text without blanks and soft hyphens: a line break inside a cell is no difference.
fn squeeze(text: &str) -> String {
    let kept = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{ad}');
    kept.collect()
}

fn whole(pdf: &ReadBack) -> String {
    pdf.page.iter().map(|page| squeeze(&page.text)).collect()
}

/// Text without blanks and dots, since leaders are dots.
fn dotless(text: &str) -> String {
    squeeze(text).replace('.', "")
}

/// Chapter and place of `Tabel 2.10 …`; annexes come last.
fn place(title: &str) -> (u32, u32) {
    let number = title.split_once(' ').map_or(title, |(_, number)| number);
    let (chapter, rest) = number.split_once('.').unwrap();
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    (chapter.parse().unwrap_or(u32::MAX), digits.parse().unwrap())
}

/// Whether a list says exactly these entries with these page numbers, in order.
fn assert_list(pdf: &ReadBack, heading: &str, entry: &[(String, String)]) {
    let heading = dotless(heading);
    let page = pdf
        .page
        .iter()
        .find(|page| list_on(&page.text, &heading).is_some())
        .unwrap();
    let expected: String = entry
        .iter()
        .map(|(title, label)| dotless(&format!("{title}{label}")))
        .collect();
    let list = list_on(&page.text, &heading).unwrap();
    assert!(
        list.starts_with(&expected),
        "is\n{list}\nand not\n{expected}"
    );
}

/// What stands behind the heading of a list: at the top of a page, or of the last list
/// on one.
fn list_on(page: &str, heading: &str) -> Option<String> {
    let text = dotless(page);
    let below = || {
        text.starts_with("DAFTARTABEL")
            .then(|| text.rsplit_once(heading))?
    };
    text.strip_prefix(heading)
        .or_else(|| below().map(|(_, list)| list))
        .map(ToOwned::to_owned)
}

#[test]
fn every_chapter_stands_where_contents_and_bookmarks_say() {
    assert_contents(clean(), 8);
    assert_contents(&second().1, 5);
}

fn assert_contents(pdf: &ReadBack, chapters: usize) {
    let chapter = pdf
        .outline
        .iter()
        .filter(|b| b.title.starts_with("BAB "))
        .count();
    assert_eq!(chapter, chapters);
    let mut entry = Vec::new();
    for bookmark in &pdf.outline {
        let page = &pdf.page[bookmark.page - 1];
        assert!(
            squeeze(&page.text).contains(&squeeze(&bookmark.title)),
            "{}",
            bookmark.title
        );
        entry.push((bookmark.title.clone(), page.label.clone()));
    }
    assert_list(pdf, "DAFTAR ISI", &entry);
}

#[test]
fn every_table_stands_where_the_list_says() {
    assert_tables(clean(), &inspect(&sample()));
    assert_tables(&second().1, &second().0);
}

fn assert_tables(pdf: &ReadBack, inspection: &Inspection) {
    let first = pdf
        .outline
        .iter()
        .find(|b| b.title.starts_with("BAB I "))
        .unwrap()
        .page
        - 1;
    let mut entry: Vec<(String, String)> = tables(inspection)
        .into_iter()
        .map(|(id, nomor, judul, short)| {
            let caption = squeeze(&format!("Tabel {nomor}{judul}"));
            let on = |page: &&crate::pdf::PageText| squeeze(&page.text).contains(&caption);
            let page = pdf.page[first..]
                .iter()
                .find(on)
                .unwrap_or_else(|| panic!("{id}"));
            (format!("Tabel {nomor}{short}"), page.label.clone())
        })
        .collect();
    assert!(entry.len() >= 15);
    entry.sort_by_key(|(title, _)| place(title));
    assert_list(pdf, "DAFTAR TABEL", &entry);
}

#[test]
fn every_picture_stands_where_the_list_says() {
    let pdf = clean();
    let inspection = inspect(&sample());
    let json = inspection.document(false).to_json().unwrap();
    let data: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let list = pdf
        .page
        .iter()
        .position(|page| list_on(&page.text, "DAFTARGAMBAR").is_some());
    let list = list.expect("there is a list of pictures");
    let mut entry = Vec::new();
    for picture in data["gambar"].as_object().unwrap().values() {
        let title = format!(
            "Gambar {}{}",
            picture["nomor"].as_str().unwrap(),
            picture["judul"].as_str().unwrap()
        );
        let page = pdf.page[list + 1..]
            .iter()
            .find(|page| squeeze(&page.text).contains(&squeeze(&title)))
            .unwrap_or_else(|| panic!("{title}"));
        let short = format!(
            "Gambar {}{}",
            picture["nomor"].as_str().unwrap(),
            picture["judul_daftar"].as_str().unwrap()
        );
        entry.push((short, page.label.clone()));
    }
    // The organisation chart, three charts, and the cascade of each goal.
    assert_eq!(entry.len(), 4 + inspection.renstra.tujuan.len());
    entry.sort_by_key(|(title, _)| place(title));
    assert_list(pdf, "DAFTAR GAMBAR", &entry);
}

/// Id, number and title of every table in the document's data.
/// Id, number, title and title in the list of each table.
fn tables(inspection: &Inspection) -> Vec<(String, String, String, String)> {
    let json = inspection.document(false).to_json().unwrap();
    let data: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let table = data["tabel"].as_object().unwrap();
    table
        .iter()
        .map(|(id, t)| {
            let titles = (text(&t["judul"]), text(&t["judul_daftar"]));
            (id.clone(), text(&t["nomor"]), titles.0, titles.1)
        })
        .collect()
}

#[test]
fn every_figure_of_the_funding_table_is_printed() {
    let printed = whole(clean());
    let grid = sample();
    let table = grid.iter().find(|grid| grid.name == "T-C.27").unwrap();
    let mut count = 0;
    for content in table.cell.values() {
        if let Content::Money(amount) = content {
            let shown = renstra::model::Rupiah::from_decimal((*amount).into()).to_string();
            assert!(printed.contains(&shown), "{shown}");
            count += 1;
        }
    }
    assert_eq!(count, 8 * 6);
}

#[test]
fn cell_text_is_never_markup() {
    let hostile = r#"#panic(1) $x$ *a* _b_ @ref <lab> \ {{ 1 + 1 }} [c] `d` ~ // "e""#;
    let mut grid = sample();
    for (sheet, needle) in [
        ("T-C.27", "Pengelolaan Terminal Penumpang Tipe C"),
        ("T-B.35", "Halte kurang"),
        ("Struktur", "Sekretariat"),
    ] {
        let table = grid.iter_mut().find(|grid| grid.name == sheet).unwrap();
        let cell = table
            .cell
            .values_mut()
            .find(|c| **c == Content::Text(needle.to_owned()))
            .unwrap();
        *cell = Content::Text(hostile.to_owned());
    }
    let printed = whole(&print(&inspect(&grid), Version::Draft));
    assert_eq!(printed.matches(&squeeze(hostile)).count(), 3);
}

#[test]
fn a_draft_is_marked_on_every_page_and_shows_its_gaps() {
    let case = support::path("fixtures/cases/r001-narasi-empty");
    let grid = source::read(&support::path("fixtures/small-opd"), Some(&case));
    let pdf = print(&inspect(&grid), Version::Draft);
    for page in &pdf.page {
        assert!(
            squeeze(&page.text).contains("RANCANGAN"),
            "page {}",
            page.label
        );
    }
    assert!(whole(&pdf).contains("BELUMDIISI:2.4"));
    assert!(!whole(clean()).contains("RANCANGAN"));
}

#[test]
fn the_file_says_what_it_is() {
    let pdf = clean();
    assert_eq!(
        pdf.title.as_deref(),
        Some("Renstra Dinas Contoh Kota Pasuruan Tahun 2021–2026")
    );
    assert_eq!(pdf.author.as_deref(), Some("Dinas Contoh"));
    assert_eq!(pdf.lang.as_deref(), Some("id"));
    assert!(
        pdf.page.iter().all(|page| !page.text.trim().is_empty()),
        "an empty page"
    );
}

#[test]
fn every_table_and_figure_is_tagged_with_its_caption() {
    let (inspection, pdf) = second();
    let count = |name: &str| pdf.tags.iter().filter(|tag| *tag == name).count();
    let json = inspection.document(false).to_json().unwrap();
    let data: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let [tables, figures] = ["tabel", "gambar"].map(|key| data[key].as_object().unwrap().len());
    assert_eq!(count("Table"), tables);
    assert_eq!(count("Caption"), tables + figures);
}

#[test]
fn a_draft_of_an_almost_empty_workbook_shows_every_chapter_and_gap() {
    let grid: Vec<Grid> = sample()
        .into_iter()
        .filter(|g| g.name == "Identitas")
        .collect();
    let pdf = print(&inspect(&grid), Version::Draft);
    let chapter = pdf.outline.iter().filter(|b| b.title.starts_with("BAB "));
    assert_eq!(chapter.count(), 8);
    let text = whole(&pdf);
    assert!(text.matches("BELUMDIISI").count() > 15 && text.contains("Tidakadadata"));
}

#[test]
fn years_that_are_only_counted_are_findings_and_print_as_a_gap() {
    let mut grid = sample();
    for table in &mut grid {
        let (top, bottom) = table.heading;
        for ((row, _), content) in &mut table.cell {
            if (top..bottom).contains(row)
                && let Content::Text(text) = content
                && text.len() == 4
                && let Ok(year) = text.parse::<u16>()
            {
                *text = format!("Tahun ke-{}", year % 5 + 1);
            }
        }
    }
    let inspection = inspect(&grid);
    assert!(
        inspection
            .findings
            .iter()
            .any(|finding| finding.code.0 == "S006")
    );
    print(&inspection, Version::Draft);
}

#[test]
fn every_figure_of_the_second_regulations_funding_is_printed_and_adds_up() {
    let (inspection, pdf) = second();
    let printed = whole(pdf);
    let table = &inspection.renstra.pendanaan;
    let mut count = 0;
    for program in &table.program {
        for (tahun, amount) in program.baris.pagu() {
            let own = *amount.value().unwrap();
            let part: renstra::model::Rupiah = program
                .kegiatan
                .iter()
                .filter_map(|kegiatan| kegiatan.baris.pagu().get(tahun)?.value().copied())
                .sum();
            assert_eq!(own, part, "{} {tahun}", program.baris.kode.value);
        }
        for kegiatan in &program.kegiatan {
            let sub = kegiatan.sub_kegiatan.iter().map(|sub| &sub.baris);
            for row in std::iter::once(&kegiatan.baris).chain(sub) {
                for amount in row.pagu().values() {
                    let shown = amount.value().unwrap().to_string();
                    assert!(printed.contains(&shown), "{} {shown}", row.kode.value);
                    count += 1;
                }
                assert!(printed.contains(&squeeze(&row.kode.value.to_string())));
            }
        }
    }
    assert!(count > 150, "{count}");
}

#[test]
fn a_changed_plan_says_so_and_says_why() {
    let mut grid = sample();
    let identitas = grid
        .iter_mut()
        .find(|grid| grid.name == "Identitas")
        .unwrap();
    let stage = identitas
        .cell
        .values_mut()
        .find(|cell| **cell == Content::Text("Final".to_owned()));
    *stage.unwrap() = Content::Text("Perubahan Renstra".to_owned());
    let unsaid = inspect(&grid);
    let said = support::print(&unsaid.findings);
    assert!(
        said.contains("galat[R001]: uraian \"Alasan perubahan\" belum diisi"),
        "{said}"
    );
    assert_eq!(unsaid.findings.iter().count(), 1, "{said}");

    let narasi = grid.iter_mut().find(|grid| grid.name == "Narasi").unwrap();
    let below = narasi.cell.keys().map(|(row, _)| *row).max().unwrap() + 1;
    for (col, text) in [
        (0, "Alasan Perubahan"),
        (1, "{{ sebutan }} disusun karena RPJMD berubah."),
    ] {
        narasi
            .cell
            .insert((below, col), Content::Text(text.to_owned()));
    }
    let pdf = print(&inspect(&grid), Version::Final);
    assert_eq!(
        pdf.title.as_deref(),
        Some("Perubahan Renstra Dinas Contoh Kota Pasuruan Tahun 2021–2026")
    );
    let text = whole(&pdf);
    for sentence in [
        "PERUBAHANRENCANASTRATEGIS(RENSTRA)",
        "PerubahanRenstradisusunkarenaRPJMDberubah.",
        "PerubahanRenstrainidisusundengansistematika",
    ] {
        assert!(text.contains(sentence), "{sentence}");
    }
}

#[test]
fn a_subchapter_of_choice_without_a_text_has_no_heading() {
    let folder = support::path("fixtures/kota-pasuruan/source/dinas-perhubungan-2025");
    let case = support::path("fixtures/cases/r006-subbab-pilihan-empty");
    let inspection = inspect(&source::read(&folder, Some(&case)));
    let document = serde_json::to_string(&inspection.document(false)).unwrap();
    assert!(document.contains("\"nomor\":\"2.1.5\""));
    assert!(!document.contains("\"nomor\":\"2.1.6\""));
    assert!(document.contains("\"nomor\":\"2.1.7\""));
}

#[test]
fn where_figures_come_from_is_printed_below_their_table() {
    let mut grid = sample();
    let table = grid.iter_mut().find(|grid| grid.name == "T-C.23").unwrap();
    let last = table.cell.keys().map(|(row, _)| *row).max().unwrap();
    table.text(last + 1, 0, "Sumber: Laporan Kinerja 2020 #_data_");
    let inspection = inspect(&grid);
    assert!(
        inspection.findings.is_empty(),
        "{}",
        support::print(&inspection.findings)
    );
    let pdf = print(&inspection, Version::Final);
    assert!(whole(&pdf).contains(&squeeze("Sumber: Laporan Kinerja 2020 #_data_")));
}

#[test]
fn a_chart_of_no_posts_is_a_gap_in_a_draft_and_never_a_caption_alone() {
    let mut grid = sample();
    let struktur = grid
        .iter_mut()
        .find(|grid| grid.name == "Struktur")
        .unwrap();
    let heading = struktur
        .cell
        .iter()
        .find_map(|((row, _), content)| {
            matches!(content, Content::Text(text) if text == "Jabatan").then_some(*row)
        })
        .unwrap();
    struktur.cell.retain(|(row, _), _| *row <= heading);
    let inspection = inspect(&grid);
    // A final with errors is not printed; its pages are looked at all the same.
    let pages = |draft| -> String {
        let typeset = inspection.typeset(support::library(), draft).unwrap();
        let pages = typeset::text_by_page(&typeset);
        let text = pages.iter().flatten().map(|item| squeeze(&item.text));
        text.collect()
    };
    let (draft, last) = (pages(true), pages(false));
    let caption = "StrukturOrganisasiDinas";
    assert!(whole(clean()).contains(caption));
    assert!(draft.contains("BELUMDIISI:lembarStruktur"));
    for printed in [draft, last] {
        assert!(!printed.contains(caption));
    }
}

/// Sizes of the letters of a page's text, in tenths of a point.
fn sizes(page: &[typeset::TextItem]) -> BTreeSet<u32> {
    let tenth = |item: &typeset::TextItem| format!("{:.0}", item.size_pt * 10.0);
    page.iter()
        .map(|item| tenth(item).parse().unwrap())
        .collect()
}

#[test]
fn the_widest_tables_are_set_in_letters_that_can_be_read() {
    for (folder, heading) in [
        ("fixtures/small-opd", "Kondisi Kinerja pada"),
        (
            "fixtures/kota-pasuruan/source/dinas-perhubungan-2025",
            "Target dan Pagu Indikatif Tahun",
        ),
    ] {
        let inspection = inspect(&source::read(&support::path(folder), None));
        let typeset = inspection.typeset(support::library(), false).unwrap();
        let pages = typeset::text_by_page(&typeset);
        let own = pages.iter().filter(|page| {
            let text: String = page.iter().map(|item| item.text.as_str()).collect();
            squeeze(&text).contains(&squeeze(heading))
        });
        let sizes: BTreeSet<u32> = own.flat_map(|page| sizes(page)).collect();
        assert!(sizes.iter().all(|size| *size >= 65), "{folder}: {sizes:?}");
    }
}

#[test]
fn a_word_is_one_word_for_who_searches_the_pdf() {
    let text: String = clean().page.iter().map(|page| page.text.as_str()).collect();
    let words = text.split_whitespace();
    let inside = |word: &&str| word.trim_end_matches('\u{ad}').contains('\u{ad}');
    let parted: Vec<&str> = words.filter(inside).collect();
    assert_eq!(parted, Vec::<&str>::new());
}
