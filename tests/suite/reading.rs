//! From a file to typed rows: what is found, where, and that nothing vanishes.

use std::collections::BTreeMap;

use renstra::diagnostic::Diagnostics;
use renstra::pipeline::{self, Options};
use renstra::sheets::{self, ALL, Sheets, schema::Kind};
use renstra::{normalise, workbook};

use crate::support::grid::{Content, Grid};
use crate::support::{self, source, to_workbook, to_xlsx};

fn sample() -> Vec<Grid> {
    source::read(&support::path("fixtures/small-opd"), None)
}

fn read(grid: &[Grid]) -> (Sheets, Diagnostics) {
    let mut out = Diagnostics::new();
    let workbook = to_workbook::workbook("dinas-contoh.xlsx", grid);
    let sheets = sheets::read(&workbook, &mut out);
    out.sort();
    (sheets, out)
}

fn sheet<'a>(grid: &'a mut [Grid], name: &str) -> &'a mut Grid {
    grid.iter_mut().find(|grid| grid.name == name).unwrap()
}

/// Moves a whole sheet down and right.
fn shift(grid: &mut Grid, down: u32, right: u32) {
    grid.cell = std::mem::take(&mut grid.cell)
        .into_iter()
        .map(|((row, col), content)| ((row + down, col + right), content))
        .collect();
    for (top, left, bottom, rightmost) in &mut grid.merge {
        *top += down;
        *left += right;
        *bottom += down;
        *rightmost += right;
    }
}

#[test]
fn every_worksheet_of_the_sample_is_found() {
    let (sheets, out) = read(&sample());
    assert!(out.is_empty(), "{}", support::print(&out));
    let source = support::path("fixtures/small-opd");
    let all: Vec<&str> = ALL
        .iter()
        .map(|schema| schema.id)
        .filter(|id| *id == "narasi" || source.join(format!("{id}.csv")).is_file())
        .collect();
    assert_eq!(all.len(), 21);
    assert_eq!(sheets.lembar, all);
}

#[test]
fn rows_seen_are_rows_used_and_rows_reported() {
    let mut grid = sample();
    // A row whose indicator is missing cannot be used.
    let table = sheet(&mut grid, "T-C.23");
    let last = table.cell.keys().map(|(row, _)| *row).max().unwrap();
    table.cell.insert((last + 1, 6), Content::Number(5.0));
    let (sheets, out) = read(&grid);
    for entry in &sheets.account {
        assert_eq!(entry.seen, entry.used + entry.reported, "{}", entry.id);
        assert!(entry.used > 0, "{}", entry.id);
    }
    assert_eq!(out.iter().count(), 1, "{}", support::print(&out));
    insta::assert_snapshot!(support::print(&out));
}

#[test]
fn a_file_reads_as_the_same_sheets_in_memory() {
    let grid = sample();
    let file = workbook::from_bytes("dinas-contoh.xlsx", to_xlsx::xlsx(&grid)).unwrap();
    let mut out = Diagnostics::new();
    let from_file = sheets::read(&file, &mut out);
    assert!(out.is_empty(), "{}", support::print(&out));
    let (from_memory, _) = read(&grid);
    assert_eq!(format!("{from_file:#?}"), format!("{from_memory:#?}"));
}

#[test]
fn a_table_is_found_wherever_it_starts() {
    let (expected, _) = read(&sample());
    let mut grid = sample();
    for table in &mut grid {
        shift(table, 5, 3);
    }
    let (sheets, out) = read(&grid);
    assert!(out.is_empty(), "{}", support::print(&out));
    assert_eq!(sheets.lembar, expected.lembar);
    assert_eq!(
        sheets.program_kegiatan.len(),
        expected.program_kegiatan.len()
    );
    let origin = &sheets.program_kegiatan[2]
        .baris
        .kode
        .located()
        .unwrap()
        .origin;
    let before = &expected.program_kegiatan[2]
        .baris
        .kode
        .located()
        .unwrap()
        .origin;
    assert_eq!(origin.cell.unwrap().row, before.cell.unwrap().row + 5);
    assert_eq!(origin.cell.unwrap().col, before.cell.unwrap().col + 3);
}

#[test]
fn columns_are_known_by_their_headings_not_by_their_place() {
    let (expected, _) = read(&sample());
    let mut grid = sample();
    let table = sheet(&mut grid, "T-C.28");
    // The columns in reverse order.
    let last = table.cell.keys().map(|(_, col)| *col).max().unwrap();
    let (top, bottom) = table.heading;
    table.cell = std::mem::take(&mut table.cell)
        .into_iter()
        .map(|((row, col), content)| ((row, if row < top { col } else { last - col }), content))
        .collect();
    table.merge = table
        .merge
        .iter()
        .map(|&(t, l, b, r)| {
            if t < top {
                (t, l, b, r)
            } else {
                (t, last - r, b, last - l)
            }
        })
        .collect();
    // A merged heading has its text in the leftmost cell.
    for &(t, l, _, r) in &table.merge {
        if t >= top
            && t <= bottom
            && let Some(text) = table.cell.remove(&(t, r))
        {
            table.cell.insert((t, l), text);
        }
    }
    let (sheets, out) = read(&grid);
    assert!(out.is_empty(), "{}", support::print(&out));
    let value = |sheets: &Sheets| {
        let row = &sheets.kinerja_urusan[0];
        let target: Vec<_> = row
            .target
            .iter()
            .map(|(t, e)| (*t, e.value().cloned()))
            .collect();
        (
            row.uraian.value.clone(),
            row.target_awal.value().cloned(),
            target,
        )
    };
    assert_eq!(value(&sheets), value(&expected));
}

#[test]
fn a_sheet_is_known_by_its_title_and_headings_when_its_tab_says_nothing() {
    let (expected, _) = read(&sample());
    let mut grid = sample();
    for (at, table) in grid.iter_mut().enumerate() {
        let plain = ["Identitas", "Narasi", "Struktur"].contains(&table.name.as_str());
        if !plain {
            table.name = format!("Lembar{at}");
        }
    }
    let (sheets, out) = read(&grid);
    assert!(out.is_empty(), "{}", support::print(&out));
    assert_eq!(sheets.lembar, expected.lembar);
}

#[test]
fn one_broken_sheet_hides_no_other() {
    let mut grid = sample();
    let table = sheet(&mut grid, "T-C.27");
    let (top, bottom) = table.heading;
    table.cell.retain(|(row, _), _| *row < top || *row > bottom);
    let (sheets, out) = read(&grid);
    assert!(sheets.program_kegiatan.is_empty());
    assert!(!sheets.tujuan_sasaran.is_empty() && !sheets.iku.is_empty());
    insta::assert_snapshot!(support::print(&out));
}

#[test]
fn headings_that_are_missing_unknown_or_doubled_are_named() {
    let mut grid = sample();
    let table = sheet(&mut grid, "T-C.28");
    let (top, _) = table.heading;
    table
        .cell
        .insert((top, 2), Content::Text("Ukuran".to_owned()));
    table
        .cell
        .insert((top, 12), Content::Text("Indikator".to_owned()));
    let table = sheet(&mut grid, "T-C.24");
    let year = table.heading.0 + 1;
    table
        .cell
        .insert((year, 1), Content::Text("Tahun ke-1".to_owned()));
    let (_, out) = read(&grid);
    insta::assert_snapshot!(support::print(&out));
}

#[test]
fn cells_that_hold_the_wrong_thing_are_named() {
    let mut grid = sample();
    let table = sheet(&mut grid, "T-C.27");
    let row = table.heading.1 + 3;
    for (col, text) in [(2, "2.15.XY"), (8, "dua ratus juta"), (10, "1.234")] {
        table
            .cell
            .insert((row, col), Content::Text(text.to_owned()));
    }
    table.cell.insert((row + 1, 2), Content::Number(2.15));
    let table = sheet(&mut grid, "Identitas");
    let nip = table
        .cell
        .iter()
        .find(|(_, c)| **c == Content::Text("NIP".to_owned()));
    let row = nip.unwrap().0.0;
    table.cell.insert((row, 1), Content::Text("123".to_owned()));
    table
        .cell
        .insert((row + 3, 0), Content::Text("Periodde".to_owned()));
    let (_, out) = read(&grid);
    insta::assert_snapshot!(support::print(&out));
}

#[test]
fn a_confirmation_is_read_with_its_day_however_it_is_typed() {
    let mut grid = sample();
    let konfirmasi = sheet(&mut grid, "Konfirmasi");
    let (_, heading) = konfirmasi.heading;
    konfirmasi.text(heading + 1, 3, "Senin depan");
    konfirmasi.text(heading + 2, 3, "2021-09-13");
    konfirmasi.cell.remove(&(heading + 3, 3));
    let (sheets, out) = read(&grid);
    insta::assert_snapshot!(support::print(&out));
    let day = sheets.konfirmasi.iter().map(|row| {
        let day = row.tanggal.value().map(ToString::to_string);
        (row.tanggal.is_broken(), day)
    });
    let own = |day: &str| (false, Some(day.to_owned()));
    let expected = [
        (true, None),
        own("13 September 2021"),
        (false, None),
        own("14 September 2021"),
    ];
    assert_eq!(day.collect::<Vec<_>>(), expected);
}

#[test]
fn repeated_headings_and_numbering_rows_are_no_data() {
    let (expected, _) = read(&sample());
    let mut grid = sample();
    let table = sheet(&mut grid, "T-C.23");
    let (top, bottom) = table.heading;
    let last = table.cell.keys().map(|(row, _)| *row).max().unwrap();
    let again: Vec<_> = table
        .cell
        .iter()
        .filter(|((row, _), _)| (top..=bottom).contains(row))
        .map(|((row, col), content)| ((row - top + last + 1, *col), content.clone()))
        .collect();
    // The heading pasted again below the rows, as from a printed page.
    let headings = again
        .into_iter()
        .filter(|((row, _), _)| *row < last + 1 + (bottom - top));
    table.cell.extend(headings);
    let (sheets, _) = read(&grid);
    assert_eq!(
        sheets.kinerja_pelayanan.len(),
        expected.kinerja_pelayanan.len()
    );
}

#[test]
fn shapes_are_sound() {
    for schema in ALL {
        let mut key: Vec<&str> = schema.column.iter().map(|column| column.key).collect();
        let count = key.len();
        key.sort_unstable();
        key.dedup();
        assert_eq!(key.len(), count, "{}: a key twice", schema.id);
        assert!(schema.column.iter().any(|column| column.required) || schema.id == "identitas");
        for column in schema.column {
            assert!(
                !column.heading.is_empty() && !column.pattern.is_empty(),
                "{}",
                schema.id
            );
            assert!(!(column.parent && column.yearly()), "{}", schema.id);
            assert!(column.kind != Kind::No || !column.required, "{}", schema.id);
        }
    }
}

#[test]
fn a_table_of_another_form_is_not_taken_for_one_of_ours() {
    let mut grid = sample();
    let table = sheet(&mut grid, "T-C.27");
    table.name = "Lampiran".to_owned();
    table.cell.retain(|(row, _), _| *row > 1);
    // Without a kode it is no T-C.27, and with amounts beside targets no IKU.
    let (top, _) = table.heading;
    table
        .cell
        .insert((top, 2), Content::Text("Nomor Urut Kegiatan".to_owned()));
    let (sheets, out) = read(&grid);
    assert_eq!(sheets.iku.len(), 1, "only the sheet IKU");
    let said = support::print(&out);
    assert!(
        said.contains("peringatan[S001]") && said.contains("Lampiran"),
        "{said}"
    );
}

/// Moves one sheet's cells below another's, as offices keep several tables on one sheet.
fn below(upper: &mut Grid, lower: &Grid, gap: u32) {
    let offset = upper.cell.keys().map(|(row, _)| *row).max().unwrap() + gap;
    for ((row, col), content) in &lower.cell {
        upper.cell.insert((row + offset, *col), content.clone());
    }
    for (t, l, b, r) in &lower.merge {
        upper.merge.push((t + offset, *l, b + offset, *r));
    }
}

#[test]
fn several_tables_on_one_sheet_are_all_read() {
    let (expected, _) = read(&sample());
    for gap in [1, 3] {
        let mut grid = sample();
        let at = |grid: &[Grid], name: &str| grid.iter().position(|g| g.name == name).unwrap();
        for (upper, lower) in [
            ("T-C.23", "T-C.24"),
            ("T-C.23", "T-B.35"),
            ("T-C.25", "T-C.28"),
        ] {
            let lower = {
                let place = at(&grid, lower);
                grid.remove(place)
            };
            let place = at(&grid, upper);
            below(&mut grid[place], &lower, gap);
        }
        let (sheets, out) = read(&grid);
        assert!(out.is_empty(), "{}", support::print(&out));
        let mut found = sheets.lembar.clone();
        let mut all = expected.lembar.clone();
        found.sort_unstable();
        all.sort_unstable();
        assert_eq!(found, all);
        assert_eq!(
            sheets.anggaran_realisasi.len(),
            expected.anggaran_realisasi.len()
        );
        assert_eq!(sheets.permasalahan.len(), expected.permasalahan.len());
        assert_eq!(sheets.kinerja_urusan.len(), expected.kinerja_urusan.len());
        assert_eq!(
            sheets.kinerja_pelayanan.len(),
            expected.kinerja_pelayanan.len()
        );
    }
}

#[test]
fn notes_and_signatures_below_a_table_are_no_rows() {
    let (expected, _) = read(&sample());
    let mut grid = sample();
    let table = sheet(&mut grid, "T-C.27");
    let last = table.cell.keys().map(|(row, _)| *row).max().unwrap();
    table.text(last + 1, 0, "*) angka sementara");
    table.text(last + 3, 17, "Pasuruan, 20 September 2021");
    table.text(last + 4, 17, "Kepala Dinas");
    table.text(last + 7, 17, "NAMA PEJABAT");
    let (sheets, out) = read(&grid);
    assert_eq!(
        sheets.program_kegiatan.len(),
        expected.program_kegiatan.len()
    );
    let entry = sheets
        .account
        .iter()
        .find(|entry| entry.id == "t-c-27")
        .unwrap();
    assert_eq!((entry.reported, entry.seen), (4, entry.used + 4));
    assert!(
        out.iter().all(|finding| finding.code.0 == "S009"),
        "{}",
        support::print(&out)
    );
}

#[test]
fn hidden_rows_and_columns_are_read_and_said() {
    let (expected, _) = read(&sample());
    let mut workbook = to_workbook::workbook("dinas-contoh.xlsx", &sample());
    let table = workbook
        .sheet
        .iter_mut()
        .find(|sheet| &*sheet.name == "T-C.27")
        .unwrap();
    table.hidden_row = vec![8, 9];
    table.hidden_col = vec![7];
    let mut out = Diagnostics::new();
    let sheets = sheets::read(&workbook, &mut out);
    assert_eq!(
        sheets.program_kegiatan.len(),
        expected.program_kegiatan.len()
    );
    let said = support::print(&out);
    assert!(
        said.contains("baris tersembunyi ikut dibaca: 9, 10"),
        "{said}"
    );
    assert!(said.contains("kolom tersembunyi ikut dibaca: H"), "{said}");
}

#[test]
fn short_forms_and_misspellings_of_headings_are_known() {
    let (expected, _) = read(&sample());
    let mut grid = sample();
    for table in &mut grid {
        let (top, bottom) = table.heading;
        for ((row, _), content) in &mut table.cell {
            let Content::Text(text) = content else {
                continue;
            };
            if (top..=bottom).contains(row) && top > 0 {
                *text = text
                    .replace("Target", "Tgt.")
                    .replace("Realisasi", "Real.")
                    .replace("Indikator", "Indakator")
                    .replace("Kegiatan", "Keg.")
                    .replace("Satuan", "Sat.\u{a0}")
                    .replace("Tahun ", "Thn\n ");
            }
        }
    }
    let (sheets, out) = read(&grid);
    assert!(out.is_empty(), "{}", support::print(&out));
    assert_eq!(sheets.lembar, expected.lembar);
    assert_eq!(
        sheets.program_kegiatan.len(),
        expected.program_kegiatan.len()
    );
}

#[test]
fn numbers_with_a_padding_format_are_kode_with_their_zeros() {
    use renstra::workbook::{Cell, Value};
    let workbook = |number: &str, format: &str| {
        let mut workbook = to_workbook::workbook("dinas-contoh.xlsx", &sample());
        let table = workbook
            .sheet
            .iter_mut()
            .find(|sheet| &*sheet.name == "T-C.27")
            .unwrap();
        let (at, _) = table
            .cell
            .iter()
            .find(|(_, cell)| cell.value == Value::Text("2.15.02".to_owned()))
            .unwrap();
        let (at, number) = (*at, number.parse().unwrap());
        table.cell.insert(
            at,
            Cell {
                value: Value::Number(number),
                format: Some(format.into()),
            },
        );
        workbook
    };
    for (number, format, expected) in [
        ("1.1", "0.00", Some("1.10")),
        ("102", "0\\.00", Some("1.02")),
        ("10203", "0\".\"00\".\"00", Some("1.02.03")),
        ("1.1", "General", None),
        ("1.1", "0.0", None),
        ("21502", "#,##0", None),
    ] {
        let mut out = Diagnostics::new();
        let sheets = sheets::read(&workbook(number, format), &mut out);
        let kode = sheets.program_kegiatan[2]
            .baris
            .kode
            .value()
            .map(ToString::to_string);
        assert_eq!(kode.as_deref(), expected, "{number} as {format}");
        assert_eq!(out.is_empty(), expected.is_some(), "{number} as {format}");
    }
}

#[test]
fn a_review_table_in_a_shape_of_its_own_is_printed_as_it_stands() {
    let mut grid = sample();
    let table = sheet(&mut grid, "Telaahan RTRW");
    let (top, _) = table.heading;
    table.cell.retain(|(row, _), _| *row >= top);
    table.merge.retain(|(row, ..)| *row >= top);
    for (row, col, text) in [
        (0, 0, "Tabel 3.4 Telaahan Rencana Tata Ruang Wilayah"),
        (top, 1, "Renstra Provinsi"),
    ] {
        table
            .cell
            .insert((row, col), Content::Text(text.to_owned()));
    }
    let (sheets, out) = read(&grid);
    let own: Vec<_> = sheets.tambahan.iter().map(|table| &table.judul).collect();
    assert_eq!(own, ["Telaahan Rencana Tata Ruang Wilayah"]);
    assert!(
        sheets.tambahan[0].lembar.is_none(),
        "printed as an own table"
    );
    assert!(!sheets.lembar.contains(&"telaahan-rtrw"));
    let said = support::print(&out);
    assert!(said.contains("peringatan[S019]"), "{said}");
    assert!(!out.has_error(), "{said}");
}

#[test]
fn a_review_that_names_no_subject_keeps_its_word_in_its_column() {
    let mut grid = sample();
    let table = sheet(&mut grid, "Telaahan KLHS");
    let (_, bottom) = table.heading;
    table.cell.retain(|(row, _), _| *row <= bottom);
    table.merge.retain(|(row, ..)| *row <= bottom);
    let nihil = Content::Text("NIHIL".to_owned());
    table.cell.insert((bottom + 1, 2), nihil);
    let (sheets, _) = read(&grid);
    let row = sheets
        .telaahan
        .iter()
        .find(|row| row.jenis.id() == "telaahan-klhs");
    let row = row.expect("the row is used");
    assert!(row.uraian.is_none());
    assert_eq!(row.permasalahan.value().map(String::as_str), Some("NIHIL"));
}

#[test]
fn the_word_of_a_level_alone_is_no_name() {
    let folder = support::path("fixtures/kota-pasuruan/source/dinas-perhubungan-2025");
    let mut grid = source::read(&folder, None);
    let table = sheet(&mut grid, "Perumusan Program");
    let uraian = 6;
    let row = table.cell.keys().filter(|(_, col)| *col == uraian);
    let row = row.map(|(row, _)| *row).max().expect("a filled column");
    let bare = Content::Text("Sub Kegiatan".to_owned());
    table.cell.insert((row, uraian), bare);
    let (sheets, mut out) = read(&grid);
    normalise::normalise(sheets, &mut out);
    let said = support::print(&out);
    assert!(said.contains("peringatan[N019]"), "{said}");
}

#[test]
fn a_second_table_of_words_under_another_caption_is_a_table_of_its_own() {
    let folder = support::path("fixtures/kota-pasuruan/source/dinas-perhubungan-2025");
    let mut grid = source::read(&folder, None);
    let first = sheet(&mut grid, "Arah Kebijakan");
    let (top, _) = first.heading;
    first.cell.retain(|(row, _), _| *row >= top);
    first.merge.retain(|(row, ..)| *row >= top);
    let mut second = Grid {
        name: "Linearitas".to_owned(),
        cell: first.cell.clone(),
        merge: first.merge.clone(),
        width: first.width.clone(),
        heading: first.heading,
    };
    let caption = |text: &str| Content::Text(text.to_owned());
    first
        .cell
        .insert((0, 0), caption("Tabel 3.4 Arah Kebijakan"));
    second
        .cell
        .insert((0, 0), caption("Tabel 3.5 Linearitas Arah Kebijakan"));
    let (alone, _) = read(&grid);
    grid.push(second);
    let (both, out) = read(&grid);
    let count = |sheets: &Sheets| sheets.matriks["arah-kebijakan"].len();
    assert_eq!(count(&both), count(&alone), "the rows are not doubled");
    let own = both.tambahan.iter().find(|table| table.lembar.is_none());
    assert_eq!(
        own.map(|table| table.judul.as_str()),
        Some("Linearitas Arah Kebijakan")
    );
    let said = support::print(&out);
    assert!(said.contains("peringatan[S019]"), "{said}");
}

#[test]
fn a_heading_merged_down_into_the_table_moves_no_cell() {
    let mut grid = vec![Grid {
        name: "3.9 Analisis".to_owned(),
        cell: BTreeMap::new(),
        merge: vec![(2, 0, 8, 1)],
        width: vec![20; 4],
        heading: (2, 2),
    }];
    for ((row, col), text) in [
        ((0, 0), "Tabel 3.9 Analisis"),
        ((2, 0), "Faktor"),
        ((2, 2), "Kekuatan"),
        ((2, 3), "Kelemahan"),
        ((3, 2), "k1"),
        ((3, 3), "l1"),
        ((4, 2), "k2"),
        ((9, 0), "Peluang"),
        ((9, 1), "p1"),
        ((9, 2), "s1"),
    ] {
        grid[0]
            .cell
            .insert((row, col), Content::Text(text.to_owned()));
    }
    let (sheets, _) = read(&grid);
    let table = &sheets.tambahan[0];
    // Every row covers four columns, counting what reaches down from above.
    let mut below = 0;
    for (at, row) in table.isi.iter().enumerate() {
        let wide: u16 = row.iter().map(|cell| cell.kolom).sum();
        let reach = if at < below { 2 } else { 0 };
        assert_eq!(wide + reach, 4, "row {at}");
        if let Some(cell) = row.iter().find(|cell| cell.baris > 1) {
            below = at + usize::from(cell.baris);
        }
    }
    let text = table.isi[0].iter().filter_map(|cell| cell.teks.value());
    assert_eq!(text.collect::<Vec<_>>(), ["k1", "l1"]);
}

/// The plan of a folder of worksheets, after `change`.
fn plan(folder: &str, change: impl FnOnce(&mut Vec<Grid>)) -> pipeline::Inspection {
    let mut grid = source::read(&support::path(folder), None);
    change(&mut grid);
    let workbook = to_workbook::workbook("dinas.xlsx", &grid);
    pipeline::inspect_workbook(support::library(), workbook, &Options::default()).unwrap()
}

#[test]
fn the_unit_of_an_output_stands_before_its_programs() {
    let folder = "fixtures/kota-pasuruan/source/dinas-perhubungan-2025";
    let plan = plan(folder, |_| {});
    let table = &plan.renstra.pendanaan;
    let unit = |kode: &str| {
        let kegiatan = || table.program.iter().flat_map(|program| &program.kegiatan);
        let sub = kegiatan().flat_map(|kegiatan| &kegiatan.sub_kegiatan);
        let mut row = table
            .program
            .iter()
            .map(|program| &program.baris)
            .chain(sub.map(|sub| &sub.baris));
        let row = row.find(|row| row.kode.value.to_string() == kode).unwrap();
        row.unit.value().cloned().unwrap_or_default()
    };
    assert_eq!(unit("2.15.02"), "Bidang Lalu Lintas dan Angkutan");
    assert_eq!(
        unit("2.15.02.2.06.0007"),
        "Bidang Keselamatan dan Prasarana"
    );
    assert_eq!(unit("2.15.01"), "Sekretariat");
}

#[test]
fn laws_that_the_prose_lists_are_the_legal_basis() {
    let plan = plan("fixtures/small-opd", |grid| {
        let identitas = sheet(grid, "Identitas");
        let row = identitas
            .cell
            .iter()
            .find(|(_, content)| **content == Content::Text("Dasar Hukum".to_owned()));
        let from = row.map(|((row, _), _)| *row).unwrap();
        identitas.cell.retain(|(row, _), _| *row < from);
        let narasi = sheet(grid, "Narasi");
        let text = narasi.cell.values_mut().find(
            |content| matches!(content, Content::Text(text) if text.starts_with("Landasan hukum")),
        );
        *text.unwrap() = Content::Text(
            "Landasan hukum:\n1. Undang-Undang Nomor 25 Tahun 2004\n2) Undang-Undang Nomor 23 Tahun 2014".to_owned(),
        );
    });
    let law = &plan.renstra.identitas.dasar_hukum;
    let law: Vec<_> = law.iter().map(|law| law.value.as_str()).collect();
    assert_eq!(
        law,
        [
            "Undang-Undang Nomor 25 Tahun 2004",
            "Undang-Undang Nomor 23 Tahun 2014"
        ]
    );
    let said = support::print(&plan.findings);
    assert!(!said.contains("R003"), "{said}");
    let left = plan
        .renstra
        .narasi
        .iter()
        .find(|narasi| narasi.slot.value == "1.2");
    assert_eq!(
        left.map(|narasi| narasi.isi.value.as_str()),
        Some("Landasan hukum:")
    );
}

#[test]
fn prose_without_a_place_or_below_another_heading_is_said() {
    let plan = plan("fixtures/small-opd", |grid| {
        let narasi = sheet(grid, "Narasi");
        for content in narasi.cell.values_mut() {
            if *content == Content::Text("2.4".to_owned()) {
                *content = Content::Text("2.4 Struktur Organisasi".to_owned());
            }
        }
        let below = narasi.cell.keys().map(|(row, _)| *row).max().unwrap() + 1;
        for (col, text) in [(0, "9.9 Lain-lain"), (1, "Teks yang tidak bertempat.")] {
            narasi
                .cell
                .insert((below, col), Content::Text(text.to_owned()));
        }
    });
    let said = support::print(&plan.findings);
    for part in [
        "peringatan[S022]: subbab \"9.9 Lain-lain\"",
        "peringatan[S023]: judul \"Struktur Organisasi\"",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(plan.findings.iter().count(), 2, "{said}");
}

#[test]
fn growth_that_the_office_states_is_printed_as_it_stands() {
    let data = |change: fn(&mut Grid)| {
        let plan = plan("fixtures/small-opd", |grid| change(sheet(grid, "T-C.24")));
        let data: serde_json::Value =
            serde_json::from_slice(&plan.document(false).to_json().unwrap()).unwrap();
        data["tabel"]["t-c-24"]["matriks"].clone()
    };
    // The last heading of the first row is that of the two columns of growth.
    let heading = |table: &serde_json::Value| {
        let headings = table["kepala"][0].as_array().unwrap();
        headings.last().unwrap()["teks"].clone()
    };
    let growth = |table: &serde_json::Value, row: usize| {
        let cells = table["baris"][row]["sel"].as_array().unwrap();
        let text = cells[cells.len() - 2]["teks"].as_str();
        text.unwrap_or_default().to_owned()
    };
    let computed = data(|_| {});
    assert_eq!(heading(&computed), "Rata-rata Pertumbuhan (Rp)");
    assert_ne!(growth(&computed, 1), "");
    let typed = data(|table| {
        let (top, bottom) = table.heading;
        let col = table.cell.keys().map(|(_, col)| *col).max().unwrap() + 1;
        for (row, text) in [
            (top, "Rata-rata Pertumbuhan"),
            (top + 1, "Anggaran"),
            (bottom + 1, "8,78"),
        ] {
            table
                .cell
                .insert((row, col), Content::Text(text.to_owned()));
        }
    });
    assert_eq!(heading(&typed), "Rata-rata Pertumbuhan");
    assert_eq!(growth(&typed, 0), "8,78");
    assert_eq!(growth(&typed, 1), "");
}
