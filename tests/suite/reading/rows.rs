//! Rows and cells of a table: none vanishes.

use std::collections::BTreeMap;

use renstra::diagnostic::Diagnostics;
use renstra::model::Worksheet;
use renstra::sheets;

use super::{read, sample, sheet};
use crate::support::grid::{Content, Grid};
use crate::support::{self, to_workbook};

#[test]
fn rows_seen_are_rows_used_and_rows_reported() {
    let mut grid = sample();
    // A row whose indicator is missing cannot be used.
    let table = sheet(&mut grid, "T-C.23");
    let last = table.cell.keys().map(|(row, _)| *row).max().unwrap();
    table.cell.insert((last + 1, 6), Content::Number(5.0));
    let (sheets, out) = read(&grid);
    for entry in &sheets.account {
        assert_eq!(entry.seen, entry.used + entry.reported, "{:?}", entry.id);
        assert!(entry.used > 0, "{:?}", entry.id);
    }
    assert_eq!(out.iter().count(), 1, "{}", support::print(&out));
    insta::assert_snapshot!(support::print(&out));
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
        .find(|entry| entry.id == Some(Worksheet::Tc27))
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

#[test]
fn a_per_cent_in_a_column_of_words_stands_as_its_author_saw_it() {
    let mut grid = sample();
    let sarana = sheet(&mut grid, "Sarana");
    let heading = sarana
        .cell
        .iter()
        .find(|(_, content)| matches!(content, Content::Text(text) if text == "Keterangan"));
    let (_, col) = *heading.unwrap().0;
    let row = sarana.heading.1 + 1;
    sarana.cell.insert((row, col), Content::Percent(0.85, 0));
    let (sheets, _) = read(&grid);
    let shown = sheets.sarana[0].keterangan.value();
    assert_eq!(shown.map(String::as_str), Some("85%"));
}
