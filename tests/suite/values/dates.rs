//! Years, days, periods and stages.

use renstra::model::{Periode, Tahap, Tahun, Tanggal};

#[test]
fn periode_and_tahun() {
    for typed in [
        "2021-2026",
        "2021–2026",
        "2021 s.d. 2026",
        "2021 s/d 2026",
        "Tahun 2021 - 2026",
        "Periode 2021—2026",
    ] {
        let periode: Periode = typed.parse().unwrap();
        assert_eq!(periode.to_string(), "2021–2026", "{typed}");
        assert_eq!(periode.iter().count(), 6);
    }
    for typed in [
        "",
        "2021",
        "2021 2026",
        "20212026",
        "2021 dan 2026",
        "21-26",
        "2021-26",
        "1821-1826",
        "–––2026",
    ] {
        assert_eq!(
            typed.parse::<Periode>().unwrap_err().to_string(),
            "periode terdiri atas dua tahun, misalnya 2021-2026",
            "{typed}"
        );
    }
    assert_eq!(
        "2026-2021".parse::<Periode>().unwrap_err().to_string(),
        "tahun akhir 2021 mendahului tahun awal 2026"
    );
    assert_eq!(Tahun::new(1989), None);
    assert_eq!(
        serde_json::to_string(&Tahun::new(2021)).unwrap(),
        r#""2021""#
    );
}

#[test]
fn tanggal_read_and_refused() {
    for typed in [
        "20 September 2021",
        "20-09-2021",
        "20/9/2021",
        "20.09.2021",
        "2021-09-20",
        "20 sept 2021",
    ] {
        assert_eq!(
            typed.parse::<Tanggal>().unwrap().to_string(),
            "20 September 2021",
            "{typed}"
        );
    }
    assert_eq!(
        "1 Nopember 2021".parse::<Tanggal>().unwrap().to_string(),
        "1 November 2021"
    );
    assert_eq!(
        Tanggal::from_date(2024, 2, 29).unwrap().to_string(),
        "29 Februari 2024"
    );
    assert_eq!(Tanggal::from_date(2023, 2, 29), None);
    assert_eq!(Tanggal::new(29, 2, 2100), None);
    assert_eq!(Tanggal::new(29, 2, 2000).map(Tanggal::hari), Some(29));
    for typed in ["31 September 2021", "09/20/2021", "0-1-2021"] {
        assert_eq!(
            typed.parse::<Tanggal>().unwrap_err().to_string(),
            "tanggal itu tidak ada dalam kalender",
            "{typed}"
        );
    }
    for typed in [
        "September 2021",
        "20 Sembilan 2021",
        "20-09-21",
        "20 Ma 2021",
        "",
    ] {
        assert!(
            typed
                .parse::<Tanggal>()
                .unwrap_err()
                .to_string()
                .starts_with("tanggal ditulis"),
            "{typed}"
        );
    }
}

#[test]
fn tahap_as_offices_write_it() {
    for (text, stage) in [
        ("Rancangan Awal", Some((Tahap::RancanganAwal, false))),
        (
            "rancangan  akhir perubahan",
            Some((Tahap::RancanganAkhir, true)),
        ),
        (
            "Rancangan Perubahan Renstra",
            Some((Tahap::Rancangan, true)),
        ),
        ("Perubahan", Some((Tahap::Final, true))),
        ("Final", Some((Tahap::Final, false))),
        ("Renstra", None),
        ("selesai", None),
    ] {
        assert_eq!(Tahap::parse(text), stage, "{text}");
    }
}
