//! Line breaks within a cell: those that a page or a hand put into a sentence are joined,
//! those between entries stay.

use renstra::sheets::Sheets;
use renstra::sheets::worksheets::strategi::StrategiRow;

use super::{grid, read};

/// Strategi and arah kebijakan of every row of T-C.26, as they are read.
fn cells(sheets: &Sheets) -> Vec<[String; 2]> {
    let rows = sheets.strategi.iter().map(|row| match row {
        StrategiRow::Isi(cells) => [&cells.strategi, &cells.arah_kebijakan]
            .map(|entry| entry.value().cloned().unwrap_or_default()),
        other => panic!("{other:?}"),
    });
    rows.collect()
}

fn strategy(rows: &[[&str; 2]]) -> (Vec<[String; 2]>, String) {
    let rows: Vec<String> = rows
        .iter()
        .map(|[strategi, arah]| format!("Tujuan|Sasaran|{strategi}|{arah}"))
        .collect();
    let mut all = vec!["TABEL T-C.26", "Tujuan|Sasaran|Strategi|Arah Kebijakan"];
    all.extend(rows.iter().map(String::as_str));
    let (sheets, said) = read(&[grid("T-C.26", &all)]);
    (cells(&sheets), said)
}

#[test]
fn lines_that_a_page_ended_are_joined_each_column_at_its_own_width() {
    let (cells, said) = strategy(&[
        [
            "Cakupan\nKepemilikan\nIdentitas\nKependudukan",
            "Koordinasi dengan Lembaga Non-\nPemerintah di Kabupaten/\nKota",
        ],
        [
            "Persentase\nPengelolaan Data\nKependudukan\nyang sesuai data\nkonsolidasi\nKemendagri",
            "Menyusun perjanjian kerja sama\nyang sesuai dengan Peraturan\nDaerah",
        ],
    ]);
    assert_eq!(cells[0][0], "Cakupan Kepemilikan Identitas Kependudukan");
    assert_eq!(
        cells[0][1],
        "Koordinasi dengan Lembaga Non-Pemerintah di Kabupaten/Kota"
    );
    assert_eq!(
        cells[1][0],
        "Persentase Pengelolaan Data Kependudukan yang sesuai data konsolidasi Kemendagri"
    );
    assert_eq!(
        cells[1][1],
        "Menyusun perjanjian kerja sama yang sesuai dengan Peraturan Daerah"
    );
    assert_eq!(said.matches("info[S050]").count(), 1, "{said}");
    assert!(said.contains("C3 \"Cakupan"), "{said}");
}

#[test]
fn breaks_between_entries_stay_also_where_other_lines_were_wrapped() {
    let list = [
        "Sekretariat Dinas Kesehatan\nBidang Pelayanan",
        "1. Menyusun data\n2. Membina kader",
        "- Menyusun data\n- Membina kader",
        "Data disusun.\nKader dibina",
        "Bidang Kesehatan Masyarakat\nBidang Sumber Daya",
        "Menyusun data\n\nMembina kader",
        "2.12.02 PROGRAM SATU\n2.12.03 PROGRAM DUA",
        "Sekretariat Dinas Kesehatan",
    ];
    let wrapped = [
        "Meningkatkan kualitas data\nyang dikelola oleh\nperangkat daerah",
        "Membina kader kesehatan\ndi seluruh kelurahan",
    ];
    let mut rows: Vec<[&str; 2]> = list.iter().map(|text| ["Strategi", *text]).collect();
    rows.extend(wrapped.iter().map(|text| ["Strategi", *text]));
    let (cells, said) = strategy(&rows);
    for (cell, typed) in cells.iter().zip(list) {
        assert_eq!(cell[1], typed, "{said}");
    }
    assert_eq!(
        cells[list.len()][1],
        "Meningkatkan kualitas data yang dikelola oleh perangkat daerah"
    );
}

#[test]
fn a_kode_with_its_name_is_one_text() {
    let (cells, said) = strategy(&[[
        "2.12.04 PROGRAM\nPENGELOLAAN\nINFORMASI",
        "Satu baris\nBaris lain",
    ]]);
    assert_eq!(
        cells[0][0], "2.12.04 PROGRAM PENGELOLAAN INFORMASI",
        "{said}"
    );
    assert_eq!(cells[0][1], "Satu baris\nBaris lain", "{said}");
}

#[test]
fn a_table_of_the_agency_is_joined_and_says_so() {
    let rows = [
        "Tabel 2.4 Daftar Aset",
        "",
        "No|Nama Aset|Kondisi",
        "1|Gedung kantor\ndan halaman|Baik\nRusak ringan",
    ];
    let (sheets, said) = read(&[grid("Aset", &rows)]);
    let row = &sheets.tambahan[0].isi[0];
    let text = |at: usize| row[at].teks.value().map(String::as_str);
    assert_eq!(text(1), Some("Gedung kantor dan halaman"), "{said}");
    assert_eq!(text(2), Some("Baik\nRusak ringan"), "{said}");
    assert_eq!(said.matches("info[S050]").count(), 1, "{said}");
}
