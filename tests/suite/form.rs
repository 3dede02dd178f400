//! Blank workbooks: the reader reads them, and what is carried into one is all there.

use renstra::diagnostic::Diagnostics;
use renstra::form::{self, Form, Migrated, RpjmdForm};
use renstra::model::Periode;
use renstra::pipeline::{self, Inspection, Options};
use renstra::sheets::{self, migrate};
use renstra::{normalise, workbook};

use crate::support::grid::{Content, Grid};
use crate::support::{self, source, to_workbook};

fn regulation(id: &str) -> &'static renstra::regulation::Regulation {
    let list = &support::library().regulation;
    list.iter().find(|regulation| regulation.id == id).unwrap()
}

fn blank(id: &str, periode: &str, migrated: Migrated) -> Vec<u8> {
    blank_of("Dinas Contoh", id, periode, migrated)
}

pub fn blank_of(opd: &str, id: &str, periode: &str, migrated: Migrated) -> Vec<u8> {
    let bidang = ["2.15".to_owned()];
    form::blank(&Form {
        regulation: regulation(id),
        opd,
        bidang: &bidang,
        periode: periode.parse::<Periode>().unwrap(),
        daerah: Some("Kota Pasuruan"),
        migrated,
    })
    .unwrap()
}

fn inspect(bytes: Vec<u8>) -> Inspection {
    let workbook = workbook::from_bytes("dinas.xlsx", bytes).unwrap();
    assert!(workbook.notice.is_empty(), "{:?}", workbook.notice);
    pipeline::inspect_workbook(support::library(), workbook, &Options::default()).unwrap()
}

#[test]
fn a_blank_workbook_only_lacks_what_was_not_filled() {
    for (id, periode) in [
        ("permendagri-86-2017", "2021-2026"),
        ("inmendagri-2-2025", "2025-2029"),
    ] {
        let inspection = inspect(blank(id, periode, Migrated::default()));
        assert_eq!(inspection.regulation.id, id);
        let unfilled = ["R001", "R002", "R003", "R004", "R006", "R133", "W113"];
        let other: Diagnostics = {
            let mut list = Diagnostics::new();
            for finding in &inspection.findings {
                if !unfilled.contains(&finding.code.0) {
                    list.emit(finding.clone());
                }
            }
            list
        };
        assert!(other.is_empty(), "{id}: {}", support::print(&other));
        // One sentence first, with what is missing under it.
        let first = inspection.findings.iter().next().unwrap();
        assert_eq!(first.code.0, "W113", "{id}: {}", first.message);
        assert!(first.message.contains("0 dari "), "{}", first.message);
        assert!(first.consequences.len() > 20, "{id}");
        assert!(inspection.findings.iter().count() <= 13, "{id}");
        // The label is there: what is asked for is the cell beside it.
        let identitas = inspection.findings.iter();
        let cell: Vec<_> = identitas
            .filter(|finding| finding.code.0 == "R003")
            .map(|finding| finding.origin.cell.map(|cell| cell.col))
            .collect();
        assert!(!cell.is_empty());
        assert!(cell.iter().all(|col| *col == Some(1)), "{id}: {cell:?}");
        let missing = support::print(&inspection.findings);
        assert!(
            !missing.contains("tidak ada pada berkas ini"),
            "{id}: {missing}"
        );
    }
}

#[test]
fn the_same_form_gives_the_same_bytes() {
    let make = || blank("permendagri-86-2017", "2021-2026", Migrated::default());
    assert!(make() == make());
}

/// The document's data, which has every value and no cell.
fn data(inspection: &Inspection) -> serde_json::Value {
    serde_json::from_slice(&inspection.document(false).to_json().unwrap()).unwrap()
}

fn carried_over(grid: &[Grid], id: &str, periode: &str) {
    let messy = to_workbook::workbook("lama.xlsx", grid);
    let mut out = Diagnostics::new();
    let migrated = pipeline::migrate(&messy, &mut out);
    assert!(out.is_empty(), "{}", support::print(&out));
    let before =
        pipeline::inspect_workbook(support::library(), messy, &Options::default()).unwrap();
    let opd = before.renstra.identitas.nama.value().unwrap();
    let after = inspect(blank_of(opd, id, periode, migrated));
    assert!(
        after.findings.is_empty(),
        "{}",
        support::print(&after.findings)
    );
    pretty_assert(&data(&before), &data(&after), "");
}

/// Says where two values differ rather than printing both whole.
fn pretty_assert(a: &serde_json::Value, b: &serde_json::Value, path: &str) {
    match (a, b) {
        (serde_json::Value::Object(a), serde_json::Value::Object(b)) => {
            assert_eq!(
                a.keys().collect::<Vec<_>>(),
                b.keys().collect::<Vec<_>>(),
                "{path}"
            );
            for (key, value) in a {
                pretty_assert(value, &b[key], &format!("{path}/{key}"));
            }
        }
        (serde_json::Value::Array(a), serde_json::Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{path}");
            for (at, (a, b)) in a.iter().zip(b).enumerate() {
                pretty_assert(a, b, &format!("{path}/{at}"));
            }
        }
        _ => assert_eq!(a, b, "{path}"),
    }
}

#[test]
fn what_is_carried_over_is_the_same_plan() {
    let small = source::read(&support::path("fixtures/small-opd"), None);
    carried_over(&small, "permendagri-86-2017", "2021-2026");
    let city = support::path("fixtures/kota-pasuruan/source");
    for opd in ["dinas-kesehatan", "kecamatan-gadingrejo", "bappelitbangda"] {
        let grid = source::read(&city.join(opd), None);
        carried_over(&grid, "permendagri-86-2017", "2021-2026");
    }
    let second = source::read(&city.join("dinas-perhubungan-2025"), None);
    carried_over(&second, "inmendagri-2-2025", "2025-2029");
}

#[test]
fn a_heading_says_how_its_column_is_filled() {
    for schema in renstra::sheets::ALL {
        for column in schema.column {
            assert!(
                form::note(column).len() > 20,
                "{} {}",
                schema.tab(),
                column.key
            );
        }
    }
}

#[test]
fn an_agencys_name_speaks_of_its_bidang_urusan() {
    for (name, bidang) in [
        ("Dinas Kesehatan", vec!["1.02"]),
        ("Dinas Perhubungan", vec!["2.15"]),
        ("Kecamatan Gadingrejo", vec!["7.01"]),
        (
            "Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah",
            vec!["5.01", "5.05"],
        ),
        ("Perangkat Contoh", vec![]),
    ] {
        assert_eq!(form::bidang_of(name), bidang, "{name}");
    }
}

fn rpjmd(id: &str, periode: &str, migrated: Migrated) -> renstra::model::Rpjmd {
    let bytes = form::blank_rpjmd(&RpjmdForm {
        regulation: regulation(id),
        opd: &["Dinas Kesehatan", "Kecamatan Gadingrejo"],
        periode: periode.parse::<Periode>().unwrap(),
        daerah: Some("Kota Pasuruan"),
        migrated,
    });
    let workbook = workbook::from_bytes("rpjmd.xlsx", bytes.unwrap()).unwrap();
    assert!(workbook.notice.is_empty(), "{:?}", workbook.notice);
    let mut out = Diagnostics::new();
    let sheets = sheets::rpjmd::read(&workbook, &mut out);
    let found: Vec<_> = sheets.account.iter().map(|account| account.id).collect();
    assert_eq!(found.len(), sheets::rpjmd::ALL.len(), "{found:?}");
    let berkas = renstra::diagnostic::Origin::file("rpjmd.xlsx");
    let rpjmd = normalise::rpjmd(sheets, berkas, &mut out);
    assert!(out.is_empty(), "{}", support::print(&out));
    rpjmd
}

#[test]
fn a_blank_rpjmd_is_read_as_one_that_nobody_filled() {
    for (id, periode) in [
        ("permendagri-86-2017", "2021-2026"),
        ("inmendagri-2-2025", "2025-2029"),
    ] {
        let blank = rpjmd(id, periode, Migrated::default());
        assert!(blank.is_blank());
        assert_eq!(
            blank.daerah.value().map(String::as_str),
            Some("Kota Pasuruan")
        );
        assert_eq!(blank.periode.value(), Some(&periode.parse().unwrap()));
    }
}

#[test]
fn an_rpjmd_that_is_carried_over_is_the_same() {
    let grid = source::read_rpjmd(&support::path("fixtures/kota-pasuruan/source/rpjmd"), None);
    let workbook = to_workbook::workbook("rpjmd.xlsx", &grid);
    let mut out = Diagnostics::new();
    let before = normalise::rpjmd(
        sheets::rpjmd::read(&workbook, &mut out),
        renstra::diagnostic::Origin::file("rpjmd.xlsx"),
        &mut out,
    );
    let migrated = migrate::migrate_rpjmd(&workbook, &mut out);
    assert!(out.is_empty(), "{}", support::print(&out));
    let after = rpjmd("permendagri-86-2017", "2021-2026", migrated);
    assert!(before.program.len() > 5);
    assert!(before.wajib.len() > 2);
    similar(&values(&before), &values(&after));
}

/// Everything but the cells it came from.
fn values(rpjmd: &renstra::model::Rpjmd) -> String {
    let text = format!(
        "{:?}",
        (&rpjmd.visi, &rpjmd.misi, &rpjmd.program, &rpjmd.wajib)
    );
    let mut part = text.split("Origin {");
    let mut plain = part.next().unwrap_or_default().to_owned();
    for part in part {
        let mut open = 1;
        let end = part.find(|c| {
            open += i32::from(c == '{') - i32::from(c == '}');
            open == 0
        });
        plain.push_str(&part[end.unwrap()..]);
    }
    plain.replace("Located", "\nLocated")
}

/// Says the first line in which two texts differ rather than printing both.
fn similar(a: &str, b: &str) {
    for (at, (a, b)) in a.lines().zip(b.lines()).enumerate() {
        assert_eq!(a, b, "line {at}");
    }
    assert_eq!(a.lines().count(), b.lines().count());
}

/// The plan of the city's second regulation with its table of money twice, amounts as
/// text, and a table of the agency's own.
fn twice() -> Vec<Grid> {
    let folder = support::path("fixtures/kota-pasuruan/source/dinas-perhubungan-2025");
    let mut grid = source::read(&folder, None);
    let at = grid.iter().position(|grid| grid.name == "Pendanaan");
    let money = &mut grid[at.unwrap()];
    for content in money.cell.values_mut() {
        if let Content::Money(amount) = content {
            *content = Content::Text(format!("Rp. {},-", grouped(*amount)));
        }
    }
    let again = Grid {
        name: "Lampiran".to_owned(),
        cell: money.cell.clone(),
        merge: money.merge.clone(),
        width: money.width.clone(),
        heading: money.heading,
    };
    grid.push(again);
    let cell = [
        ((0, 0), "Tabel 2.4 Daftar Terminal"),
        ((2, 0), "Nama"),
        ((2, 1), "Alamat"),
        ((3, 0), "Terminal Utara"),
        ((3, 1), "Jalan Veteran"),
    ];
    grid.push(Grid {
        name: "2.4 Terminal".to_owned(),
        cell: cell
            .into_iter()
            .map(|(at, text)| (at, Content::Text(text.to_owned())))
            .collect(),
        merge: vec![(0, 0, 0, 1)],
        width: vec![20; 2],
        heading: (2, 2),
    });
    grid
}

/// `1.234.567`
fn grouped(amount: i64) -> String {
    let digits = amount.to_string();
    let first = digits.len() % 3;
    let (head, rest) = digits.split_at(first);
    let mut part: Vec<&str> = rest
        .as_bytes()
        .chunks(3)
        .filter_map(|part| std::str::from_utf8(part).ok())
        .collect();
    if !head.is_empty() {
        part.insert(0, head);
    }
    part.join(".")
}

#[test]
fn a_table_that_stands_twice_is_carried_over_once_and_own_tables_as_they_stand() {
    let messy = to_workbook::workbook("lama.xlsx", &twice());
    let mut out = Diagnostics::new();
    let migrated = pipeline::migrate(&messy, &mut out);
    let said = support::print(&out);
    assert!(said.contains("peringatan[S036]"), "{said}");
    let before =
        pipeline::inspect_workbook(support::library(), messy, &Options::default()).unwrap();
    let bytes = blank("inmendagri-2-2025", "2025-2029", migrated);
    let new = workbook::from_bytes("dinas.xlsx", bytes.clone()).unwrap();
    let money = new.sheet.iter().find(|sheet| &*sheet.name == "Pendanaan");
    let as_text =
        money.unwrap().cell.values().any(
            |cell| matches!(&cell.value, workbook::Value::Text(text) if text.starts_with("Rp. ")),
        );
    assert!(!as_text, "amounts are numbers");
    let after = inspect(bytes);
    let figures = |inspection: &Inspection| {
        let money = &inspection.renstra.pendanaan;
        let year = (2026..=2030).filter_map(renstra::model::Tahun::new);
        let sum = year.map(|year| money.pagu_year(year).map(|sum| sum.to_string()));
        sum.collect::<Vec<_>>()
    };
    assert!(figures(&before).iter().all(Option::is_some));
    assert_eq!(figures(&before), figures(&after));
    let own: Vec<_> = after.renstra.tambahan.iter().collect();
    assert!(own.iter().any(|table| table.judul == "Daftar Terminal"));
    let program = |inspection: &Inspection| inspection.renstra.pendanaan.program.len();
    assert_eq!(program(&before), program(&after));
}

/// Programs that take a stated height as it is show every line of a label, and a row still
/// grows with what is typed.
#[test]
fn rows_of_a_blank_workbook_are_as_high_as_their_labels_and_still_grow() {
    for (id, periode) in [
        ("permendagri-86-2017", "2021-2026"),
        ("inmendagri-2-2025", "2025-2029"),
    ] {
        let bytes = blank(id, periode, Migrated::default());
        let book = workbook::from_bytes("dinas.xlsx", bytes.clone()).unwrap();
        let at = book
            .sheet
            .iter()
            .position(|sheet| &*sheet.name == "Narasi")
            .unwrap();
        let xml = support::package::part(&bytes, &format!("xl/worksheets/sheet{}.xml", at + 1));
        assert!(!xml.contains("customHeight"), "{id}: rows do not grow");
        let mut long = 0;
        for (cell, content) in book.sheet[at].cell.iter().filter(|(cell, _)| cell.col == 0) {
            let label = sheets::shown(content);
            // As many lines as whole words make in a column of fifty letters.
            let mut lines = vec![0_usize];
            for word in label.split_whitespace() {
                let length = word.chars().count();
                match lines.last_mut() {
                    Some(last) if *last == 0 => *last = length,
                    Some(last) if *last + 1 + length <= 50 => *last += 1 + length,
                    _ => lines.push(length),
                }
            }
            let row = format!("<row r=\"{}\"", cell.row + 1);
            let row = xml.split(&row).nth(1).unwrap().split('>').next().unwrap();
            let height = row.split("ht=\"").nth(1).map_or(15.0, |rest| {
                rest.split('"').next().unwrap().parse::<f64>().unwrap()
            });
            let needed = 12.75 * f64::from(u32::try_from(lines.len()).unwrap());
            assert!(height >= needed, "{id}: {label}: {height} of {needed}");
            long += usize::from(lines.len() > 1);
        }
        assert!(long > 3, "{id}: no long label");
    }
}
