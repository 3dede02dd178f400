//! One table in many shapes: units, years, columns and rows as offices type them are
//! read for what they are, or said.

mod cells;
mod joined;
mod once;
mod own;
mod repeated;
mod stacked;
mod wrapped;

use renstra::diagnostic::Diagnostics;
use renstra::model::{Periode, Tahun};
use renstra::sheets::{self, Reading, Sheets};

use crate::support::grid::{Content, Grid, grid};
use crate::support::{self, to_workbook};

fn read_with(grid: &[Grid], reading: &Reading) -> (Sheets, String) {
    let mut out = Diagnostics::new();
    let workbook = to_workbook::workbook("dinas.xlsx", grid);
    let sheets = sheets::read_with(&workbook, reading, &mut out);
    out.sort();
    (sheets, support::print(&out))
}

fn read(grid: &[Grid]) -> (Sheets, String) {
    read_with(grid, &Reading::default())
}

/// The plan's period, as `renstra.toml` gives it.
fn periode(awal: u16, akhir: u16) -> Reading {
    Reading {
        periode: Periode::new(Tahun::new(awal).unwrap(), Tahun::new(akhir).unwrap()),
        ..Reading::default()
    }
}

/// T-C.27 with this heading row and these rows; its columns are one year's.
fn program(title: &str, rows: &[&str]) -> Grid {
    let heading = "Kode|Program dan Kegiatan|Indikator Kinerja|Satuan|Target 2022|Rp 2022";
    grid("T-C.27", &[&[title, heading], rows].concat())
}

/// Amounts of the first year of every row, rupiah.
fn amounts(sheets: &Sheets) -> Vec<String> {
    sheets
        .program_kegiatan
        .iter()
        .filter_map(|row| row.baris.pagu.values().next()?.value())
        .map(ToString::to_string)
        .collect()
}

const ROWS: [&str; 2] = [
    "7.01.02|PROGRAM SATU|Cakupan|%|80|199200.5",
    "7.01.02.2.01|Kegiatan satu|Jumlah|Dokumen|4|79500",
];

#[test]
fn a_unit_above_below_or_in_a_heading_is_applied_exactly_and_said() {
    let above = program("RENCANA PROGRAM (dalam ribuan rupiah)", &ROWS);
    let below = program(
        "RENCANA PROGRAM",
        &[&ROWS[..], &["", "*) dalam ribuan rupiah"]].concat(),
    );
    let mut heading = program("RENCANA PROGRAM", &ROWS);
    heading.text(1, 5, "2022 (Rp ribu)");
    let mut zeros = program("RENCANA PROGRAM", &ROWS);
    zeros.text(1, 5, "Rp. 000 Tahun 2022");
    for sheet in [above, below, heading, zeros] {
        let (sheets, said) = read(&[sheet]);
        assert_eq!(amounts(&sheets), ["199.200.500", "79.500.000"], "{said}");
        assert!(said.contains("info[S027]"), "{said}");
        assert!(said.contains("menjadi Rp199.200.500"), "{said}");
    }
    // Figures of a story are no unit, and full rupiah stay what they are.
    let row = "7.01.02|PROGRAM SATU|Cakupan|%|80|199200500";
    let (sheets, said) = read(&[program("RENCANA PROGRAM senilai 2 juta rupiah", &[row])]);
    assert_eq!(amounts(&sheets), ["199.200.500"], "{said}");
    assert!(!said.contains("S027"), "{said}");
}

#[test]
fn amounts_too_small_for_an_agency_are_asked_about() {
    let rows = [
        ROWS[0],
        ROWS[1],
        "7.01.02.2.01.01|Sub satu|Jumlah|Dokumen|4|40500",
        "7.01.02.2.01.02|Sub dua|Jumlah|Dokumen|4|39000",
    ];
    let (_, said) = read(&[program("RENCANA PROGRAM", &rows)]);
    assert!(said.contains("peringatan[S028]"), "{said}");
    assert!(said.contains("T-C.27!F3"), "{said}");
}

/// T-C.25 with these years.
fn goals(years: &str, values: &str) -> Grid {
    grid(
        "T-C.25",
        &[
            "TABEL T-C.25",
            "",
            &format!("No|Tujuan|Sasaran|Indikator Tujuan|Satuan|{years}"),
            &format!("1|Tujuan satu||Indeks|Angka|{values}"),
        ],
    )
}

#[test]
fn a_year_of_the_period_without_a_column_is_an_error() {
    let whole = goals("Target 2022|Target 2023|Target 2024", "1|2|3");
    let (_, said) = read_with(&[whole], &periode(2021, 2024));
    assert!(!said.contains("S031"), "{said}");

    let gap = goals("Target 2022|Target 2024", "1|3");
    for reading in [periode(2021, 2024), Reading::default()] {
        let (_, said) = read_with(&[gap_copy(&gap)], &reading);
        assert!(said.contains("galat[S031]"), "{said}");
        assert!(said.contains("tahun 2023"), "{said}");
    }
    let short = goals("Target 2022", "1");
    let (_, said) = read_with(&[short], &periode(2021, 2024));
    assert!(said.contains("tahun 2023, 2024"), "{said}");
}

fn gap_copy(grid: &Grid) -> Grid {
    Grid {
        name: grid.name.clone(),
        cell: grid.cell.clone(),
        merge: grid.merge.clone(),
        width: grid.width.clone(),
        heading: grid.heading,
    }
}

#[test]
fn counted_years_are_those_of_the_period_or_refused() {
    let counted = goals(
        "Target Tahun ke-1|Target Tahun ke-2|Target Tahun ke-3",
        "1|2|3",
    );
    let years = |sheets: &Sheets| -> Vec<u16> {
        let indikator = sheets.tujuan_sasaran[0].indikator.as_ref().unwrap();
        indikator.target.keys().map(|tahun| tahun.get()).collect()
    };
    let (sheets, said) = read_with(&[gap_copy(&counted)], &periode(2022, 2024));
    assert_eq!(years(&sheets), [2022, 2023, 2024], "{said}");
    assert!(said.contains("info[S030]"), "{said}");
    // A plan of four calendar years has three of its own.
    let (sheets, _) = read_with(&[gap_copy(&counted)], &periode(2021, 2024));
    assert_eq!(years(&sheets), [2022, 2023, 2024]);
    for reading in [periode(2021, 2026), Reading::default()] {
        let (sheets, said) = read_with(&[gap_copy(&counted)], &reading);
        assert!(sheets.tujuan_sasaran.is_empty());
        // One cause, one finding.
        assert_eq!(said.matches("galat[S006]").count(), 1, "{said}");
        assert!(said.contains("kolom F, G, H tidak dicetak"), "{said}");
        assert!(said.contains("T-C.25!F3"), "{said}");
    }
}

#[test]
fn a_heading_with_one_wrong_letter_is_read_and_said() {
    let mut sheet = goals("Target 2022|Target 2023", "1|2");
    for (col, text) in [
        (1, "Tujaun"),
        (2, "Sasarann"),
        (3, "Indikatr Tujuan"),
        (5, "Targe 2022"),
    ] {
        sheet.text(2, col, text);
    }
    let (sheets, said) = read(&[sheet]);
    let row = &sheets.tujuan_sasaran[0];
    assert_eq!(row.indikator.as_ref().unwrap().target.len(), 2, "{said}");
    assert!(said.contains("info[S029]"), "{said}");
    assert!(said.contains("\"Targe 2022\" (F3)"), "{said}");

    // A word of another meaning is not put right.
    let mut sheet = program(
        "RENCANA PROGRAM",
        &["7.01.02|PROGRAM SATU|Cakupan|%|80|199200500|5"],
    );
    sheet.text(1, 6, "Alokasi");
    let (_, said) = read(&[sheet]);
    assert!(
        said.contains("kolom \"Alokasi\" tidak ada pada formulir"),
        "{said}"
    );
}

#[test]
fn of_headings_that_fit_alike_the_printed_one_and_the_nearest_to_the_years_is_meant() {
    let heading =
        "Tujuan|Indikator Tujuan|Program|Indikator Outcome/Output|Satuan|Target 2026|Pagu 2026";
    let row = "Tujuan satu|Indeks|1.02.02 - PROGRAM SATU|Cakupan|%|80|701000001";
    let (sheets, said) = read(&[grid("Pendanaan", &["Rencana Program", heading, row])]);
    let indikator = &sheets.program_kegiatan[0].baris.indikator;
    assert_eq!(
        indikator.value().map(String::as_str),
        Some("Cakupan"),
        "{said}"
    );
    assert!(said.contains("kolom B \"Indikator Tujuan\""), "{said}");
    assert!(said.contains("1 sel terisi"), "{said}");
    assert!(!said.contains("berjudul sama"), "{said}");
}

#[test]
fn a_kode_in_five_columns_is_joined() {
    let mut sheet = grid(
        "T-C.27",
        &[
            "RENCANA PROGRAM",
            "Kode|||||Program dan Kegiatan|Indikator Kinerja|Satuan|Target 2022|Rp 2022|Unit Kerja|Lokasi",
            "7|x01|x02|||PROGRAM SATU|Cakupan|%|80|199200500",
            "7|x01|x02|x2.01|x01|Sub kegiatan|Jumlah|%|80|199200500",
        ],
    );
    sheet.merge.push((1, 0, 1, 4));
    for content in sheet.cell.values_mut() {
        if let Content::Text(text) = content
            && let Some(rest) = text.strip_prefix('x')
        {
            *text = rest.to_owned();
        }
    }
    let (sheets, said) = read(&[sheet]);
    let kode: Vec<String> = sheets
        .program_kegiatan
        .iter()
        .filter_map(|row| Some(row.baris.kode.value()?.to_string()))
        .collect();
    assert_eq!(kode, ["7.01.02", "7.01.02.2.01.01"], "{said}");
    assert!(said.contains("info[S032]"), "{said}");
    assert!(!said.contains("S005"), "{said}");
}

#[test]
fn fillers_of_a_formatted_table_are_blank() {
    let mut sheet = goals("Target|Kolom1|Kolom2", "1|2|3");
    let below = sheet
        .cell
        .range((3, 0)..)
        .map(|(at, own)| (*at, own.clone()));
    let below: Vec<_> = below.collect();
    for ((row, col), content) in below {
        sheet.cell.remove(&(row, col));
        sheet.cell.insert((row + 1, col), content);
    }
    for (col, year) in (5..).zip([2022.0, 2023.0, 2024.0]) {
        sheet.cell.insert((3, col), Content::Number(year));
    }
    let (sheets, said) = read(&[sheet]);
    let indikator = sheets.tujuan_sasaran[0].indikator.as_ref().unwrap();
    assert_eq!(indikator.target.len(), 3, "{said}");
    assert!(said.is_empty(), "{said}");
}

#[test]
fn a_currency_in_a_column_of_its_own_is_no_amount() {
    let mut sheet = grid(
        "T-C.27",
        &[
            "RENCANA PROGRAM",
            "Kode|Program|Indikator|Target 2022|Rp 2022|",
            "7.01.02|PROGRAM SATU|Cakupan|80|Rp|199200500",
        ],
    );
    sheet.merge.push((1, 4, 1, 5));
    let (sheets, said) = read(&[sheet]);
    assert_eq!(amounts(&sheets), ["199.200.500"], "{said}");
    assert!(said.is_empty(), "{said}");
}

#[test]
fn pages_pasted_one_below_another_repeat_no_rows() {
    let page = [
        "TABEL T-C.27 (lanjutan)",
        "Kode|Program dan Kegiatan|Indikator Kinerja|Satuan|Target 2022|Rp 2022",
        "(1)|(2)|(3)|(4)|(5)|(6)",
        "7.01.03|PROGRAM DUA|Cakupan|%|80|199200500",
        "(1)|(2)|(3)|(4)|(5)|(6)",
        "7.01.04|PROGRAM TIGA|Cakupan|%|80|199200500",
    ];
    let first = "7.01.02|PROGRAM SATU|Cakupan|%|80|199200500";
    let (sheets, said) = read(&[program("TABEL T-C.27", &[&[first], &page[..]].concat())]);
    assert_eq!(sheets.program_kegiatan.len(), 3, "{said}");
    assert!(said.contains("info[S034]"), "{said}");
    assert!(said.contains("4–6, 8"), "{said}");
}

#[test]
fn a_label_across_a_table_of_goals_is_no_goal() {
    let mut sheet = goals("Target 2022|Target 2023", "1|2");
    sheet.text(4, 0, "A. URUSAN WAJIB");
    sheet.merge.push((4, 0, 4, 6));
    for (col, text) in [(1, "Tujuan dua"), (3, "Nilai"), (4, "Angka")] {
        sheet.text(5, col, text);
    }
    let (sheets, said) = read(&[sheet]);
    assert_eq!(sheets.tujuan_sasaran.len(), 2, "{said}");
    assert!(said.contains("peringatan[S033]"), "{said}");
    assert!(said.contains("T-C.25!A5"), "{said}");
}

#[test]
fn tables_below_and_beside_each_other_keep_their_rows() {
    let strategy = [
        "Tujuan|Sasaran|Strategi|Arah Kebijakan",
        "Tujuan satu|Sasaran satu|Strategi satu|Arah satu",
        "|||Arah dua",
    ];
    let own = [
        "Tabel 2.9 Daftar Kendaraan",
        "No|Jenis|Jumlah",
        "1|Roda 4|3",
    ];
    for gap in 0..3 {
        let blank = vec![""; gap];
        let goal = [
            "TABEL T-C.25",
            "No|Tujuan|Sasaran|Indikator Tujuan|Target 2022|Target 2023",
            "1|Tujuan satu||Indeks|1|2",
        ];
        let rows = [&strategy[..], &blank, &goal[..], &blank, &own[..]].concat();
        let (sheets, said) = read(&[grid("Tabel", &rows)]);
        assert_eq!(sheets.strategi.len(), 2, "{gap}: {said}");
        assert_eq!(sheets.tujuan_sasaran.len(), 1, "{gap}: {said}");
        assert_eq!(
            sheets.tambahan[0].judul, "Daftar Kendaraan",
            "{gap}: {said}"
        );
        assert_eq!(sheets.tambahan[0].isi.len(), 1);
    }
    let beside = [
        "Tujuan|Sasaran|Strategi|Arah Kebijakan||No|Tujuan|Sasaran|Indikator Tujuan|Target 2022|Target 2023",
        "Tujuan satu|Sasaran satu|Strategi satu|Arah satu||1|Tujuan satu||Indeks|1|2",
        "|||Arah dua",
    ];
    let (sheets, said) = read(&[grid("Tabel", &beside)]);
    assert_eq!(sheets.strategi.len(), 2, "{said}");
    assert_eq!(sheets.tujuan_sasaran.len(), 1, "{said}");
}
