//! Tables that are none of the regulation's stay out of its tables, and whole.

use renstra::diagnostic::Diagnostics;
use renstra::model::Worksheet;
use renstra::sheets::{self, Sheets};

use crate::support::grid::{Content, Grid, grid};
use crate::support::{self, source, to_workbook};

fn read(grid: &[Grid]) -> (Sheets, String) {
    let mut out = Diagnostics::new();
    let sheets = sheets::read(&to_workbook::workbook("dinas.xlsx", grid), &mut out);
    out.sort();
    (sheets, support::print(&out))
}

#[test]
fn a_table_of_ordinary_headings_is_none_of_the_regulation() {
    let foreign = [
        grid(
            "Rekap Pagu",
            &["REKAP PAGU", "", "Uraian|2026|2027|2028", "Belanja|1|2|3"],
        ),
        grid(
            "Target",
            &[
                "Sasaran|2026|2027|2028",
                "Mutu naik|BB|A|A",
                "Waktu|85 %|90 %|95 %",
            ],
        ),
        grid("Barang", &["No|Uraian|Jumlah", "1|Kursi|20", "2|Meja|10"]),
        grid(
            "Poktan",
            &["No|Kelompok|Jenis|Jumlah", "1|Tani Makmur|Padi|20"],
        ),
        grid(
            "Layanan",
            &[
                "Kelompok Sasaran|Jenis Layanan|Jumlah",
                "Ibu hamil|Antenatal|210",
            ],
        ),
        grid("Honorer", &["No|Nama|NIP|Jabatan", "1|Budi|19800101|Sopir"]),
        grid(
            "Jadwal",
            &[
                "No|Program|Kegiatan|Keterangan",
                "1|Kesehatan|Imunisasi|Mei",
            ],
        ),
        grid("Keluhan", &["No|Isu|Jumlah", "1|Antrean|12", "2|Parkir|4"]),
    ];
    for sheet in foreign {
        let name = sheet.name.clone();
        let (sheets, said) = read(&[sheet]);
        assert!(sheets.lembar.is_empty(), "{name}: {:?}", sheets.lembar);
        assert!(said.contains("[S001]"), "{name}: {said}");
    }
}

#[test]
fn a_table_of_the_regulation_is_known_by_its_headings_alone() {
    let own = [
        (
            Worksheet::Penahapan,
            grid(
                "Lembar1",
                &[
                    "Uraian|2026|2027",
                    "(1)|(2)|(3)",
                    "Arah satu|Penguatan data dasar|Perluasan cakupan layanan",
                ],
            ),
        ),
        (
            Worksheet::Penahapan,
            grid(
                "Lembar1",
                &["Arah Kebijakan|Tahap 2026|Tahap 2027", "Arah satu|√|√"],
            ),
        ),
        (
            Worksheet::Sarana,
            grid("Lembar1", &["No|Nama Barang|Jumlah", "1|Kursi|20"]),
        ),
        (
            Worksheet::Pegawai,
            grid(
                "Lembar1",
                &["Kelompok|Uraian|L|P|Jumlah", "Golongan|IV|1|2|3"],
            ),
        ),
    ];
    for (id, sheet) in own {
        let (sheets, said) = read(&[sheet]);
        assert_eq!(sheets.lembar, [id], "{said}");
    }
}

#[test]
fn a_foreign_table_below_another_is_said_where_it_begins() {
    let mut sheet = grid(
        "Sarana",
        &[
            "No|Jenis Sarana dan Prasarana|Jumlah|Satuan",
            "1|Kursi|20|buah",
        ],
    );
    let below = grid(
        "",
        &["REKAP PAGU", "Uraian|2026|2027|2028", "Belanja|1|2|3"],
    );
    sheet.cell.extend(
        below
            .cell
            .into_iter()
            .map(|((row, col), content)| ((row + 4, col), content)),
    );
    let (sheets, said) = read(&[sheet]);
    assert_eq!(sheets.lembar, [Worksheet::Sarana]);
    assert_eq!(sheets.sarana.len(), 1);
    // It has a title, so it is printed as it stands, and said to be.
    assert!(said.contains("peringatan[S035]"), "{said}");
    assert!(said.contains("Sarana!A6"), "{said}");
    assert_eq!(sheets.tambahan[0].judul, "REKAP PAGU");
}

#[test]
fn the_first_row_of_a_captioned_table_is_no_heading() {
    for rows in [
        ["1|Aset tetap|100", "2|Aset lancar|200"],
        ["1|Tanah|100", "2|Mobil|200"],
        ["satu|Aset tetap|5 unit", "dua|Aset lancar|6 unit"],
    ] {
        let table = [&["Tabel 2.4 Daftar Aset", "No|Jenis|Jumlah"], &rows[..]].concat();
        let (sheets, said) = read(&[grid("Daftar Aset", &table)]);
        assert!(sheets.sarana.is_empty(), "{said}");
        let own = &sheets.tambahan[0];
        assert_eq!(own.lembar, None);
        assert_eq!(own.judul, "Daftar Aset");
        assert_eq!((own.kepala.len(), own.isi.len()), (1, 2), "{rows:?}");
    }
}

#[test]
fn a_review_table_with_further_columns_of_words_is_printed_as_it_stands() {
    let heading = "Misi|Indikator Tujuan|Permasalahan|Pendukung|Penghambat";
    let caption = "Tabel 2.8 Faktor Penghambat dan Pendorong";
    let row = "Misi satu|Cakupan dokumen|Masalah|Pendukung satu|Penghambat satu";
    let (sheets, said) = read(&[grid("2.8 Faktor", &[caption, "", heading, row])]);
    assert!(sheets.telaahan.is_empty(), "{said}");
    assert_eq!(sheets.tambahan[0].lembar, None);
    assert!(said.contains("peringatan[S019]"), "{said}");
    assert!(!said.contains("S004"), "{said}");

    // A column that is hardly filled is a remark, and the regulation's shape stays.
    let bare = "Misi dua||Masalah|Pendukung|Penghambat";
    let (sheets, said) = read(&[grid("2.8 Faktor", &[caption, "", heading, row, bare])]);
    assert_eq!(sheets.telaahan.len(), 2, "{said}");
    assert!(said.contains("peringatan[S004]"), "{said}");
}

#[test]
fn an_unknown_column_is_named_where_and_as_it_was_typed() {
    let mut list = source::read(&support::path("fixtures/small-opd"), None);
    let table = list.iter_mut().find(|grid| grid.name == "T-C.27").unwrap();
    let right = table.cell.keys().map(|(_, col)| *col).max().unwrap();
    let (top, _) = table.heading;
    let typed = Content::Text("Cek NIP".to_owned());
    table.cell.insert((top + 1, right + 1), typed);
    let cell = format!("{}{}", renstra::diagnostic::column_name(right + 1), top + 2);
    let (_, said) = read(&list);
    assert!(said.contains("\"Cek NIP\" tidak dikenal"), "{said}");
    assert!(said.contains(&format!("T-C.27!{cell}")), "{said}");
}
