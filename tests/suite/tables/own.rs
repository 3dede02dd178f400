//! Sheets that are no table of the regulation.

use std::collections::BTreeMap;

use renstra::sheets::{Reading, SheetPlace};

use super::{grid, read, read_with};

#[test]
fn a_table_with_a_title_alone_is_printed_and_the_settings_say_where() {
    let rows = [
        "Jumlah pegawai menurut gender",
        "",
        "Gender|ASN|Non ASN",
        "Laki-laki|41|17",
    ];
    let (sheets, said) = read(&[grid("SDM Gender", &rows)]);
    assert_eq!(sheets.tambahan[0].judul, rows[0]);
    assert!(said.contains("peringatan[S035]"), "{said}");

    let set = |printed| Reading {
        lembar: BTreeMap::from([(
            "SDM Gender".to_owned(),
            SheetPlace {
                subbab: Some("2.2".to_owned()),
                printed,
            },
        )]),
        ..Reading::default()
    };
    let (sheets, said) = read_with(&[grid("SDM Gender", &rows)], &set(true));
    assert_eq!(sheets.tambahan[0].subbab.as_deref(), Some("2.2"), "{said}");
    assert!(said.is_empty(), "{said}");
    let (sheets, said) = read_with(&[grid("SDM Gender", &rows)], &set(false));
    assert!(sheets.tambahan.is_empty() && said.is_empty(), "{said}");
}

#[test]
fn a_caption_says_more_than_a_tab_that_has_another_word_for_a_worksheet() {
    let rows = [
        "Tabel 2.4 Daftar Aset",
        "",
        "No|Nama Aset|Jumlah|Nilai (Rp)|Keterangan",
        "1|Gedung kantor|1|1500000000|Baik",
    ];
    let (sheets, said) = read(&[grid("Aset", &rows)]);
    assert_eq!(sheets.tambahan[0].judul, "Daftar Aset", "{said}");
    assert!(sheets.sarana.is_empty() && said.is_empty(), "{said}");
    // The worksheet's own tab is the worksheet, broken as it is.
    let (_, said) = read(&[grid("Sarana", &rows)]);
    assert!(said.contains("galat[S003]"), "{said}");
}

#[test]
fn a_table_that_is_too_large_is_told_once() {
    let heading: Vec<String> = (0..50).map(|at| format!("Kolom ke {at}")).collect();
    let values: Vec<String> = (0..50).map(|at| at.to_string()).collect();
    let rows = [
        "Tabel 2.9 Realisasi Bulanan",
        &heading.join("|"),
        &values.join("|"),
    ];
    let (_, said) = read(&[grid("Data Bulanan", &rows)]);
    assert_eq!(said.matches("S001").count(), 1, "{said}");
    assert!(said.contains("50 kolom"), "{said}");
}
