//! Codes of programmes, agencies and persons.

use renstra::model::kode::{KodeOpd, split_coded};
use renstra::model::{Kode, Level, Nip};

#[test]
fn kode_as_offices_type_it() {
    for (typed, kode, level) in [
        ("1", "1", Level::Urusan),
        ("1.02", "1.02", Level::BidangUrusan),
        ("1.10.", "1.10", Level::BidangUrusan),
        (" 1.02 . 02 ", "1.02.02", Level::Program),
        ("1.02.02.2.01", "1.02.02.2.01", Level::Kegiatan),
        ("1.02.02.201", "1.02.02.2.01", Level::Kegiatan),
        ("X.XX.01.202", "X.XX.01.2.02", Level::Kegiatan),
        ("1.02.02.201.01", "1.02.02.2.01.01", Level::SubKegiatan),
        (
            "1.06.01.2.01.000 1",
            "1.06.01.2.01.0001",
            Level::SubKegiatan,
        ),
        (
            "1.06.01.2.01\n.0001",
            "1.06.01.2.01.0001",
            Level::SubKegiatan,
        ),
        ("x.xx.01.2.01.0001", "X.XX.01.2.01.0001", Level::SubKegiatan),
    ] {
        let read: Kode = typed.parse().unwrap();
        assert_eq!(
            (read.to_string().as_str(), read.level()),
            (kode, level),
            "{typed}"
        );
    }
}

#[test]
fn kode_refused_with_a_reason() {
    for (typed, why) in [
        ("", "kode kosong"),
        (
            "1.3",
            "bagian ke-2 \"3\" harus dua angka (bidang urusan); mungkin nolnya hilang",
        ),
        (
            "1.02.2",
            "bagian ke-3 \"2\" harus dua angka (program); mungkin nolnya hilang",
        ),
        (
            "01.02",
            "bagian ke-1 \"01\" harus satu angka 1 sampai 9 atau X (urusan)",
        ),
        (
            "1.02.02.3.01",
            "bagian ke-4 \"3\" harus kewenangan 1 (provinsi) atau 2 (kabupaten/kota)",
        ),
        (
            "1.02.02.2.01.001",
            "bagian ke-6 \"001\" harus dua atau empat angka (sub kegiatan)",
        ),
        ("1..02", "bagian ke-2 kosong (dua titik berurutan)"),
        (
            "X.02.01",
            "bagian ke-2 \"02\" harus XX, karena kode diawali X",
        ),
        (
            "1,02",
            "kode hanya berisi angka, titik, dan X, tetapi terdapat \",\"",
        ),
        (
            "1.02.02.2",
            "kode mempunyai 4 bagian; yang dikenal 1 (urusan), 2 (bidang urusan), 3 (program), 5 (kegiatan), atau 6 (sub kegiatan)",
        ),
        (
            "1.01.01.2.01.01.1",
            "kode mempunyai 7 bagian; yang dikenal 1 (urusan), 2 (bidang urusan), 3 (program), 5 (kegiatan), atau 6 (sub kegiatan)",
        ),
    ] {
        assert_eq!(
            typed.parse::<Kode>().unwrap_err().to_string(),
            why,
            "{typed}"
        );
    }
}

#[test]
fn kode_and_its_relatives() {
    let kode = |text: &str| text.parse::<Kode>().unwrap();
    let sub = kode("1.02.02.2.01.0001");
    assert_eq!(sub.parent(), Some(kode("1.02.02.2.01")));
    assert_eq!(sub.ancestor(Level::Program), Some(kode("1.02.02")));
    assert_eq!(kode("1").parent(), None);
    assert_eq!(kode("1.02").ancestor(Level::Program), None);
    assert!(sub.is_under(&kode("1.02.02")) && !sub.is_under(&sub) && sub.is_prefix_of(&sub));
    assert!(!kode("1.02.02").is_under(&kode("1.03")));
    assert_eq!(
        kode("X.XX.01.2.02").with_bidang("2.15"),
        kode("2.15.01.2.02")
    );
    assert_eq!(kode("1.02.01").with_bidang("2.15"), kode("1.02.01"));
    assert_eq!(kode("X.XX.01").with_bidang("?"), kode("X.XX.01"));
    assert!(kode("1.02.02") < kode("1.02.02.2.01"));
}

#[test]
fn kode_before_a_name() {
    for (cell, kode, name) in [
        (
            "1.02.01 - PROGRAM PENUNJANG",
            "1.02.01",
            "PROGRAM PENUNJANG",
        ),
        (
            "1.02.01 PROGRAM PENUNJANG - A",
            "1.02.01",
            "PROGRAM PENUNJANG - A",
        ),
        ("1.02.01. PROGRAM", "1.02.01", "PROGRAM"),
        (
            "1.06.01.2.01.000 1 - Penyusunan",
            "1.06.01.2.01.0001",
            "Penyusunan",
        ),
        ("1.02.02.2.01.01", "1.02.02.2.01.01", ""),
        (
            "1 URUSAN PEMERINTAHAN WAJIB",
            "1",
            "URUSAN PEMERINTAHAN WAJIB",
        ),
        ("X NON URUSAN", "X", "NON URUSAN"),
    ] {
        let (read, rest) = split_coded(cell).unwrap();
        assert_eq!((read.to_string().as_str(), rest), (kode, name), "{cell}");
    }
    for cell in [
        "2 Dokumen",
        "1. Meningkatnya mutu",
        "PROGRAM 1.02",
        "1 - satu",
        "",
    ] {
        assert_eq!(split_coded(cell), None, "{cell}");
    }
}

#[test]
fn kode_opd() {
    let kode: KodeOpd = "1.06.2.08.0.00.01.00 00".parse().unwrap();
    assert_eq!(kode.to_string(), "1.06.2.08.0.00.01.0000");
    assert_eq!(kode.bidang().collect::<Vec<_>>(), ["1.06", "2.08"]);
    assert!(kode.is_induk());
    for (typed, why) in [
        (
            "1.02.01",
            "kode perangkat daerah terdiri atas 8 bagian, misalnya 1.02.0.00.0.00.01.0000, bukan 3",
        ),
        (
            "1.2.0.00.0.00.01.0000",
            "bagian ke-2 \"2\" kode perangkat daerah harus 2 angka",
        ),
        (
            "0.00.0.00.0.00.01.0000",
            "bidang urusan pertama pada kode perangkat daerah tidak boleh 0.00",
        ),
    ] {
        assert_eq!(typed.parse::<KodeOpd>().unwrap_err().to_string(), why);
    }
}

#[test]
fn nip_checked() {
    for typed in [
        "197001011995031001",
        "19700101 199503 1 001",
        "NIP. 19700101 199503 1 001",
    ] {
        assert_eq!(
            typed.parse::<Nip>().unwrap().to_string(),
            "19700101 199503 1 001"
        );
    }
    for (typed, why) in [
        ("", "NIP hanya berisi angka"),
        ("19700101199503100A", "NIP hanya berisi angka"),
        (
            "19700101 199503 1 01",
            "NIP terdiri atas 18 angka, bukan 17",
        ),
        (
            "197013011995031001",
            "delapan angka pertama NIP bukan tanggal lahir (tahun, bulan, hari)",
        ),
        (
            "197001011995131001",
            "angka ke-9 sampai ke-14 NIP bukan tahun dan bulan pengangkatan",
        ),
        (
            "197001011960031001",
            "angka ke-9 sampai ke-14 NIP bukan tahun dan bulan pengangkatan",
        ),
        (
            "197001011995033001",
            "angka ke-15 NIP harus 1 (pria) atau 2 (wanita)",
        ),
    ] {
        assert_eq!(
            typed.parse::<Nip>().unwrap_err().to_string(),
            why,
            "{typed}"
        );
    }
}
