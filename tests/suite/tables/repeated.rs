//! Two sheets of one table: the same is read once, and a difference is an error that
//! names both, whichever sheet is larger.

use crate::support::grid::Grid;

use super::{grid, read};

/// IKU with these rows.
fn iku(tab: &str, rows: &[&str]) -> Grid {
    let heading = "No|Indikator Kinerja Utama|Satuan|Target 2026|Target 2027";
    grid(tab, &[&["INDIKATOR KINERJA UTAMA", heading], rows].concat())
}

const ROWS: [&str; 3] = [
    "1|Indeks kepuasan|Indeks|80|81",
    "2|Nilai SAKIP|Nilai|70|71",
    "3|Persentase layanan|%|90|91",
];

#[test]
fn the_same_twice_is_read_once_and_said() {
    let (sheets, said) = read(&[iku("IKU", &ROWS), iku("IKU (2)", &ROWS)]);
    assert_eq!(sheets.iku.len(), 3, "{said}");
    assert!(said.contains("peringatan[S036]"), "{said}");
    assert!(said.contains("IKU (2)"), "{said}");
    // Part of a table says nothing of its own, in whatever order.
    let (sheets, said) = read(&[iku("IKU", &ROWS[..2]), iku("IKU (2)", &ROWS)]);
    assert_eq!(sheets.iku.len(), 3, "{said}");
    assert!(said.contains("peringatan[S036]"), "{said}");
}

#[test]
fn a_difference_is_an_error_with_both_figures() {
    let other = [
        ROWS[0],
        "2|Nilai SAKIP|Nilai|70|75",
        "3|Persentase layanan|%|90|91",
        "4|Indikator lain|%|1|2",
    ];
    let short = [ROWS[0], ROWS[1], "3|Indikator ketiga|%|5|6"];
    // Of two with rows of their own the first one counts, though it is smaller.
    let (sheets, said) = read(&[iku("IKU", &short), iku("IKU lama", &other)]);
    assert_eq!(sheets.iku.len(), 3, "{said}");
    assert!(said.contains("galat[S036]"), "{said}");
    for part in ["\"IKU\"", "71", "75", "E4", "indikator lain"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(
        said.contains("[lembar.\"IKU lama\"] cetak = false"),
        "{said}"
    );
    // One whose rows the other has too loses none of them by giving way.
    let (sheets, said) = read(&[iku("IKU", &ROWS), iku("IKU lama", &other)]);
    assert_eq!(sheets.iku.len(), 4, "{said}");
    assert!(said.contains("galat[S036]"), "{said}");
    assert!(said.contains("[lembar.\"IKU\"] cetak = false"), "{said}");
}

#[test]
fn a_year_that_only_one_of_them_has_is_no_repeat() {
    let heading = "No|Indikator Kinerja Utama|Satuan|Target 2028|Target 2029";
    let rows = [&["INDIKATOR KINERJA UTAMA", heading], &ROWS[..]].concat();
    let (_, said) = read(&[iku("IKU", &ROWS), grid("IKU (2)", &rows)]);
    assert!(said.contains("galat[S036]"), "{said}");
    assert!(said.contains("6 isian hanya ada di sini"), "{said}");
}

#[test]
fn sheets_with_rows_of_their_own_are_one_table() {
    let rest = ["4|Indikator empat|%|1|2", "5|Indikator lima|%|1|2"];
    let (sheets, said) = read(&[iku("IKU", &ROWS), iku("IKU (2)", &rest)]);
    assert_eq!(sheets.iku.len(), 5, "{said}");
    assert!(said.is_empty(), "{said}");
}

#[test]
fn of_two_sheets_of_identity_the_other_is_named() {
    let own = |tab: &str, name: &str| {
        let name = format!("Nama Perangkat Daerah|{name}");
        grid(
            tab,
            &[
                "IDENTITAS",
                "",
                &name,
                "Daerah|Kota Contoh",
                "Periode|2025-2029",
            ],
        )
    };
    let (_, said) = read(&[
        own("Identitas", "Dinas Satu"),
        own("Identitas (2)", "Dinas Dua"),
    ]);
    assert!(said.contains("galat[S036]"), "{said}");
    assert!(
        said.contains("Dinas Satu") && said.contains("Dinas Dua"),
        "{said}"
    );
}

#[test]
fn a_repeat_is_printed_with_the_lines_that_are_said_to_be_joined() {
    let title = [
        "Tabel 4.5 Indikator Kinerja Utama",
        "Tabel 4.6 Indikator Kinerja Utama",
    ];
    let rows = ["1|Persentase layanan\ndan pengaduan|%|80|81"];
    let sheet = |at: usize, rows: &[&str]| {
        let heading = "No|Indikator Kinerja Utama|Satuan|Target 2026|Target 2027";
        grid(
            ["IKU", "IKU (2)"][at],
            &[&[title[at], heading], rows].concat(),
        )
    };
    let (sheets, said) = read(&[sheet(0, &ROWS), sheet(1, &rows)]);
    let own = sheets
        .tambahan
        .iter()
        .flat_map(|table| table.isi.iter().flatten());
    let texts: Vec<&str> = own
        .filter_map(|cell| Some(cell.teks.value()?.as_str()))
        .collect();
    assert!(
        texts.contains(&"Persentase layanan dan pengaduan"),
        "{texts:?} {said}"
    );
}
