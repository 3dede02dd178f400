//! What offices type apart or together: parents in every row, kode and name in one
//! cell, labels across a table, units above it.

use renstra::sheets::worksheets::strategi::StrategiRow;

use crate::support::grid::Grid;

use super::{ROWS, amounts, grid, program, read};

fn strategy(rows: &[&str]) -> Grid {
    let heading = "Tujuan|Sasaran|Strategi|Arah Kebijakan";
    grid("T-C.26", &[&["TABEL T-C.26", heading], rows].concat())
}

#[test]
fn parents_in_every_row_are_those_of_a_merged_cell() {
    let table = |rows: &[&str]| {
        let heading = "No|Operasionalisasi NSPK|Arah Kebijakan RPJMD|Arah Kebijakan Renstra PD";
        grid(
            "Arah Kebijakan",
            &[&["ARAH KEBIJAKAN", heading], rows].concat(),
        )
    };
    let repeated = table(&[
        "1|NSPK satu|Arah RPJMD satu|Arah satu",
        "1|NSPK satu|Arah RPJMD satu|Arah dua",
        "1|NSPK satu|Arah RPJMD dua|Arah tiga",
        "2|NSPK dua|Arah RPJMD dua|Arah empat",
    ]);
    let mut merged = table(&[
        "1|NSPK satu|Arah RPJMD satu|Arah satu",
        "1|||Arah dua",
        "1||Arah RPJMD dua|Arah tiga",
        "2|NSPK dua|Arah RPJMD dua|Arah empat",
    ]);
    merged.merge.extend([(2, 1, 4, 1), (2, 2, 3, 2)]);
    let (repeated, said) = read(&[repeated]);
    // The last row stands under another NSPK, so its cell is one of its own.
    assert!(said.contains("kolom B, C (3 sel)"), "{said}");
    assert!(said.contains("info[S038]"), "{said}");
    assert_eq!(said.matches("S038").count(), 1, "{said}");
    let (merged, said) = read(&[merged]);
    assert!(said.is_empty(), "{said}");
    assert_eq!(
        format!("{:?}", repeated.matriks),
        format!("{:?}", merged.matriks)
    );
}

#[test]
fn a_row_that_only_repeats_is_no_part_of_a_merged_cell() {
    let heading = "No|Program/Jenis Layanan|Kelompok Sasaran";
    let rows = [
        "KELOMPOK SASARAN",
        heading,
        "1|Izin|Warga",
        "2|Izin|Warga",
        "3|Izin|Usaha",
    ];
    let (sheets, said) = read(&[grid("Kelompok Sasaran", &rows)]);
    assert_eq!(
        sheets.matriks.values().next().map(Vec::len),
        Some(3),
        "{said}"
    );
}

#[test]
fn visi_and_misi_in_every_cell_of_their_row_are_bands() {
    let visi = ["VISI : Kota maju"; 4].join("|");
    let misi = ["MISI 1 : Melayani warga"; 4].join("|");
    let row = "Tujuan satu|Sasaran satu|Strategi satu|Arah satu";
    let (sheets, said) = read(&[strategy(&[&visi, &misi, row])]);
    assert_eq!(sheets.strategi.len(), 3, "{said}");
    assert!(matches!(&sheets.strategi[0], StrategiRow::Visi(own) if own.value == "Kota maju"));
    assert!(matches!(
        &sheets.strategi[1],
        StrategiRow::Misi(Some(number), own) if number == "1" && own.value == "Melayani warga"
    ));
    assert!(said.contains("info[S038]"), "{said}");
}

#[test]
fn a_kode_in_one_cell_with_the_name_is_read_and_said() {
    let kode = |sheets: &renstra::sheets::Sheets| -> Vec<(String, String)> {
        let rows = sheets.program_kegiatan.iter();
        rows.map(|row| {
            let kode = row.baris.kode.value().map(ToString::to_string);
            let name = row.baris.uraian.value().cloned();
            (kode.unwrap_or_default(), name.unwrap_or_default())
        })
        .collect()
    };
    let expected = [
        ("7.01.02".to_owned(), "PROGRAM SATU".to_owned()),
        ("7.01.02.2.01".to_owned(), "Kegiatan satu".to_owned()),
    ];
    // Beside a column of kode that is blank, and without one.
    let beside = program(
        "RENCANA PROGRAM",
        &[
            "|7.01.02 PROGRAM SATU|Cakupan|%|80|199200500",
            "|7.01.02.2.01 - Kegiatan satu|Jumlah|Dokumen|4|79500000",
        ],
    );
    let without = grid(
        "T-C.27",
        &[
            "RENCANA PROGRAM",
            "Tujuan|Sasaran|Program dan Kegiatan|Indikator Kinerja|Satuan|Target 2022|Rp 2022",
            "||7.01.02 PROGRAM SATU|Cakupan|%|80|199200500",
            "||7.01.02.2.01 - Kegiatan satu|Jumlah|Dokumen|4|79500000",
        ],
    );
    for sheet in [beside, without] {
        let (sheets, said) = read(&[sheet]);
        assert_eq!(kode(&sheets), expected, "{said}");
        assert!(said.contains("info[S039]"), "{said}");
        assert!(said.contains("2 baris), misalnya 7.01.02"), "{said}");
    }
}

#[test]
fn a_label_across_a_table_of_programmes_is_no_goal() {
    let mut sheet = grid(
        "T-C.27",
        &[
            "RENCANA PROGRAM",
            "Tujuan|Sasaran|Kode|Program dan Kegiatan|Indikator Kinerja|Satuan|Target 2022|Rp 2022",
            "URUSAN PENUNJANG",
            "Tujuan satu|Sasaran satu|7.01.02|PROGRAM SATU|Cakupan|%|80|199200500",
        ],
    );
    sheet.merge.push((2, 0, 2, 7));
    let (sheets, said) = read(&[sheet]);
    assert_eq!(sheets.program_kegiatan.len(), 1, "{said}");
    assert!(said.contains("peringatan[S033]"), "{said}");
    assert!(said.contains("T-C.27!A3"), "{said}");
}

#[test]
fn a_line_that_states_the_unit_is_said_once() {
    let mut sheet = program("T-C.27", &ROWS);
    sheet.text(0, 5, "(dalam ribuan rupiah)");
    let (sheets, said) = read(&[sheet]);
    assert_eq!(amounts(&sheets), ["199.200.500", "79.500.000"], "{said}");
    assert!(
        said.contains("info[S027]") && !said.contains("S026"),
        "{said}"
    );
}

#[test]
fn a_heading_that_begins_above_its_columns_is_inside_the_table() {
    let mut sheet = grid(
        "T-C.27",
        &[
            "TABEL T-C.27",
            "Kode|Program dan Kegiatan|Indikator Kinerja|Satuan|Target dan Pagu",
            "||||2022",
            "||||Target|Rp (juta)",
            "7.01.02|PROGRAM SATU|Cakupan|%|80|199.2005",
        ],
    );
    sheet
        .merge
        .extend([(1, 0, 3, 0), (1, 1, 3, 1), (1, 2, 3, 2), (1, 3, 3, 3)]);
    sheet.merge.extend([(1, 4, 1, 5), (2, 4, 2, 5)]);
    let (sheets, said) = read(&[sheet]);
    assert_eq!(amounts(&sheets), ["199.200.500"], "{said}");
    assert!(!said.contains("S026"), "{said}");
}

#[test]
fn levels_of_a_kode_may_have_names_below_their_heading() {
    let mut sheet = grid(
        "T-C.27",
        &[
            "RENCANA PROGRAM",
            "Kode||||Program dan Kegiatan|Indikator Kinerja|Satuan|Target 2022|Rp 2022",
            "Urusan|Bidang Urusan|Program|Kegiatan",
            "7|1|2||PROGRAM SATU|Cakupan|%|80|199200500",
            "7|1|2|2.01|Kegiatan satu|Jumlah|%|80|199200500",
        ],
    );
    sheet.merge.push((1, 0, 1, 3));
    sheet.merge.extend((4..9).map(|col| (1, col, 2, col)));
    let (sheets, said) = read(&[sheet]);
    let kode: Vec<String> = sheets
        .program_kegiatan
        .iter()
        .filter_map(|row| Some(row.baris.kode.value()?.to_string()))
        .collect();
    assert_eq!(kode, ["7.01.02", "7.01.02.2.01"], "{said}");
    assert!(!said.contains("S005"), "{said}");
}
