//! Which worksheet a table is, wherever it is in the workbook.

use renstra::diagnostic::Diagnostics;
use renstra::model::Worksheet;
use renstra::sheets::heading;
use renstra::sheets::schema::Kind;
use renstra::sheets::{self, ALL, Sheets};
use renstra::workbook;

use super::{read, sample, sheet};
use crate::support::grid::{Content, Grid};
use crate::support::{self, to_xlsx};

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
    let all: Vec<Worksheet> = ALL
        .iter()
        .map(|schema| schema.id)
        .filter(|id| *id == Worksheet::Narasi || source.join(format!("{}.csv", id.id())).is_file())
        .collect();
    assert_eq!(all.len(), 21);
    assert_eq!(sheets.lembar, all);
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
fn shapes_are_sound() {
    for schema in ALL {
        let mut key: Vec<&str> = schema.column.iter().map(|column| column.key).collect();
        let count = key.len();
        key.sort_unstable();
        key.dedup();
        assert_eq!(key.len(), count, "{}: a key twice", schema.id.id());
        assert!(
            schema.column.iter().any(|column| column.required) || schema.id == Worksheet::Identitas
        );
        for column in schema.column {
            assert!(
                !column.heading.is_empty() && !column.pattern.is_empty(),
                "{}",
                schema.id.id()
            );
            assert!(!(column.parent && column.yearly()), "{}", schema.id.id());
            assert!(
                column.kind != Kind::No || !column.required,
                "{}",
                schema.id.id()
            );
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
fn two_years_in_one_heading_name_none() {
    let year = |heading: &str| {
        let plain = heading::plain(heading);
        let parts: Vec<String> = heading::parts(&plain).map(str::to_owned).collect();
        parts.iter().find_map(|part| heading::year(part))
    };
    assert_eq!(year("2022/2023"), None);
    assert_eq!(year("2022 (Rp)"), Some(heading::Year::Calendar(2022)));
    assert_eq!(year("Tahun III"), Some(heading::Year::Nth(3)));
    assert_eq!(year("Triwulan III"), None);
}
