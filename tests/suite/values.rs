//! The model's value types: what is read, what is refused, what is printed.

use proptest::prelude::*;
use renstra::model::angka::{self, AngkaError};
use renstra::model::kode::{KodeOpd, split_coded};
use renstra::model::rupiah::RupiahError;
use renstra::model::terbilang::terbilang;
use renstra::model::{Kode, Level, Nip, Periode, Rupiah, Tahap, Tahun, Tanggal, Target, target};
use rust_decimal::Decimal;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn rupiah_as_offices_type_it() {
    // The spellings of case C30 and of real workbooks.
    for (typed, amount) in [
        ("1.234.567,89", "1234567.89"),
        ("Rp. 1.000,-", "1000"),
        ("Rp1.234.567", "1234567"),
        ("Rp 1.234.567,00", "1234567"),
        ("IDR 2.500.000", "2500000"),
        ("12,5", "12.5"),
        ("87.538.258,97", "87538258.97"),
        ("334.327,57", "334327.57"),
        ("77.764,122", "77764.122"),
        ("(1.000)", "-1000"),
        ("(Rp1.234)", "-1234"),
        ("-Rp1.234", "-1234"),
        ("Rp-1.234", "-1234"),
        ("-1.000", "-1000"),
        ("−1.000", "-1000"),
        ("1 234 567", "1234567"),
        ("1\u{a0}234\u{a0}567", "1234567"),
        (" 1.000 ", "1000"),
        ("1.000.-", "1000"),
        ("'1000", "1000"),
        ("Rp104.571.400,00", "104571400"),
        ("Rp.100.529.292.406,23", "100529292406.23"),
        ("Rp0,00", "0"),
        ("0", "0"),
        ("1234.56", "1234.56"),
        ("1,234,567.00", "1234567"),
        ("1,234.50", "1234.50"),
        ("0,818", "0.818"),
    ] {
        assert_eq!(
            Rupiah::parse(typed).map(|r| r.decimal()),
            Ok(decimal(amount).normalize()),
            "{typed}"
        );
    }
}

#[test]
fn rupiah_that_can_be_read_two_ways_is_not_guessed() {
    for (typed, ribuan, desimal) in [
        ("1.234", "1234", "1.234"),
        ("1.500", "1500", "1.5"),
        ("-1.234", "-1234", "-1.234"),
        ("1,500", "1500", "1.5"),
        ("1,000", "1000", "1"),
        // 1.500 after a spreadsheet took it for a decimal.
        ("1.50", "1500", "1.5"),
        ("52.01", "52010", "52.01"),
        ("Rp1.5", "1500", "1.5"),
    ] {
        let wanted = RupiahError::Ambiguous {
            ribuan: Rupiah::from_decimal(decimal(ribuan)),
            desimal: Rupiah::from_decimal(decimal(desimal)),
        };
        assert_eq!(Rupiah::parse(typed), Err(wanted), "{typed}");
    }
    assert_eq!(
        Rupiah::parse("1.234").unwrap_err().to_string(),
        "dapat dibaca Rp1.234 atau Rp1,23"
    );
}

#[test]
fn not_money() {
    for typed in [
        "",
        "Rp",
        "Rp.",
        "1.5 M",
        "1,5 Milyar",
        "1.23.456",
        "1,23,456",
        "12,5%",
        "１００",
        "WTP",
        "--5",
        "(5",
        "5)",
        "1.234.",
        ",5",
        "1..000",
        "1.234,5.6",
        "89,3405,300",
        "11.097.630.1562",
        "1 23",
        "RpRp1",
        "99999999999999999999999999999999",
    ] {
        assert_eq!(Rupiah::parse(typed), Err(RupiahError::NotMoney), "{typed}");
    }
}

#[test]
fn rupiah_prints_and_adds() {
    let rupiah = |text: &str| Rupiah::from_decimal(decimal(text));
    for (amount, printed) in [
        ("0", "0"),
        ("999", "999"),
        ("1000", "1.000"),
        ("-1234", "-1.234"),
        ("1234567.8", "1.234.567,80"),
        ("59911114.129999995", "59.911.114,13"),
        ("0.004", "0"),
        ("-0.004", "0"),
        ("9007199254740993", "9.007.199.254.740.993"),
    ] {
        assert_eq!(rupiah(amount).to_string(), printed, "{amount}");
    }
    assert_eq!(
        serde_json::to_string(&rupiah("1234")).unwrap(),
        r#""1.234""#
    );
    assert_eq!(
        [rupiah("0.1"), rupiah("0.2")].iter().sum::<Rupiah>(),
        rupiah("0.3")
    );
    let most = Rupiah::from_decimal(Decimal::MAX);
    assert_eq!(most.checked_add(rupiah("1")), None);
    assert_eq!(most + rupiah("1"), most);
}

#[test]
fn angka_in_both_styles() {
    for (typed, value) in [
        ("97,5", "97.5"),
        ("98.5", "98.5"),
        ("1.234.567", "1234567"),
        ("1.234,5", "1234.5"),
        ("-3,25", "-3.25"),
        ("0.123", "0.123"),
    ] {
        assert_eq!(angka::parse(typed), Ok(decimal(value)), "{typed}");
    }
    assert!(matches!(
        angka::parse("1.234"),
        Err(AngkaError::Ambiguous { .. })
    ));
    assert!(matches!(angka::parse("(14)"), Err(AngkaError::NotNumber)));
    assert_eq!(
        angka::parse("1.821").unwrap_err().to_string(),
        "dapat dibaca 1.821 atau 1,821"
    );
}

#[test]
fn angka_printed() {
    assert_eq!(angka::print(decimal("1234567.50")), "1.234.567,5");
    assert_eq!(angka::print(decimal("-1234")), "-1.234");
    assert_eq!(angka::print_plain(decimal("2021.0")), "2021");
    assert_eq!(angka::print_fixed(decimal("2.345"), 2), "2,35");
    assert_eq!(angka::print_fixed(decimal("-2.345"), 2), "-2,35");
    assert_eq!(angka::print_fixed(decimal("-0.001"), 2), "0,00");
    assert_eq!(angka::print_fixed(decimal("7"), 2), "7,00");
}

#[test]
fn target_text_is_kept_verbatim() {
    // Case C32.
    for typed in [
        "WTP",
        "Opini WTP",
        "B (65,5)",
        "A",
        "AA",
        "80-85",
        "80 – 85",
        "≥ 90",
        ">90",
        "<5",
        "3,5 (skala 4)",
        "100%",
        "Baik",
        "2,5/1.000 KH",
        "12 dok; 3 lap",
        "1:50",
        "Level 3",
        "70,01",
        "TW IV",
        "5 Dokumen",
    ] {
        let target = Target::parse(typed);
        assert_eq!(target.to_string(), typed);
        let is_number = matches!(typed, "100%" | "70,01");
        assert_eq!(target.nilai().is_some(), is_number, "{typed}");
    }
    assert_eq!(Target::parse("85 %").nilai(), Some(decimal("85")));
    assert!(Target::parse("50 Persen").persen());
    assert!(!Target::parse("50").persen());
    assert!(Target::parse("1.821").is_ambiguous());
    assert_eq!(Target::parse("1.821").nilai(), None);
}

#[test]
fn target_range() {
    for (typed, lower, upper) in [
        ("80-85", "80", "85"),
        ("80 – 85", "80", "85"),
        ("143,33 - 139,83", "139.83", "143.33"),
        ("0.0209%-0.0271%", "0.0209", "0.0271"),
        ("4.43-4.47", "4.43", "4.47"),
        ("80 s.d. 85", "80", "85"),
    ] {
        let range = Target::parse(typed).range().unwrap();
        assert_eq!(
            (range.lower, range.upper),
            (decimal(lower), decimal(upper)),
            "{typed}"
        );
    }
    for typed in ["-5", "13.02-", "1-2-3", "TW I - TW II", "85"] {
        assert_eq!(Target::parse(typed).range(), None, "{typed}");
    }
}

#[test]
fn target_as_its_author_saw_it() {
    for (value, format, printed) in [
        ("0.85", Some("0%"), "85%"),
        ("0.875", Some("0.0%"), "87,5%"),
        ("0.875", Some("0.00%"), "87,50%"),
        ("0.875", Some("0.##%"), "87,5%"),
        ("0.875", Some("0%"), "88%"),
        ("1", Some("0%"), "100%"),
        ("85", None, "85"),
        ("97.5", Some("General"), "97,5"),
        ("1234", Some("General"), "1.234"),
        ("1234", Some("#,##0"), "1.234"),
        ("1234.5", Some("#,##0.00"), "1.234,50"),
        ("12", Some("#,###\" bln\""), "12"),
        ("3.5", Some("#,###.##\" m\""), "3,5"),
        ("0.8299999999999998", Some("General"), "0,83"),
        ("92.8190107647059", Some("General"), "92,819"),
        ("0.00001234", Some("General"), "0,00001234"),
        ("0", Some("_(* #,##0_);_(* (#,##0);_(* \"-\"_)"), "0"),
        ("-3", Some("#,##0;[Red]-#,##0"), "-3"),
        ("5", Some("@"), "5"),
        ("5", Some(";;;"), "5"),
        ("12000", Some("#,##0,"), "12.000"),
        ("0.5", Some("# ?/?"), "1/2"),
        ("5", Some("\"unterminated"), "5"),
    ] {
        assert_eq!(
            Target::from_decimal(decimal(value), format).teks(),
            printed,
            "{value} {format:?}"
        );
    }
    let percent = Target::from_decimal(decimal("0.85"), Some("0%"));
    assert_eq!(
        (percent.nilai(), percent.persen()),
        (Some(decimal("85")), true)
    );
}

#[test]
fn missing_words() {
    for text in ["", " ", "-", " - ", "–", "—", "n/a", "N/A"] {
        assert!(target::is_missing(text), "{text:?}");
    }
    for text in ["0", "0%", "NA", "Tidak Ada", "-5", "na"] {
        assert!(!target::is_missing(text), "{text:?}");
    }
}

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
fn terbilang_words() {
    for (value, word) in [
        ("0", "nol"),
        ("10", "sepuluh"),
        ("11", "sebelas"),
        ("12", "dua belas"),
        ("21", "dua puluh satu"),
        ("100", "seratus"),
        ("111", "seratus sebelas"),
        ("1000", "seribu"),
        ("1001", "seribu satu"),
        ("2000", "dua ribu"),
        ("11000", "sebelas ribu"),
        ("100000", "seratus ribu"),
        ("1000000", "satu juta"),
        ("1001000", "satu juta seribu"),
        ("1250000000", "satu miliar dua ratus lima puluh juta"),
        ("1000000000000", "satu triliun"),
        ("-5", "minus lima"),
        ("97.50", "sembilan puluh tujuh koma lima"),
        ("0.05", "nol koma nol lima"),
        ("1000000000000000", "satu kuadriliun"),
        ("1000000000000000000", "1.000.000.000.000.000.000"),
    ] {
        assert_eq!(terbilang(decimal(value)), word, "{value}");
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

prop_compose! {
    fn any_decimal()(size in -10_i64.pow(15)..10_i64.pow(15), scale in 0_u32..6) -> Decimal {
        Decimal::new(size, scale)
    }
}

prop_compose! {
    fn any_kode()(
        urusan in 1..=9_u8, bidang in 0..100_u8, program in 0..100_u8, kewenangan in 1..=2_u8,
        kegiatan in 0..100_u8, sub in 0..10_000_u16, long: bool, depth in prop::sample::select(vec![1, 2, 3, 5, 6]),
    ) -> String {
        let sub = if long { format!("{sub:04}") } else { format!("{:02}", sub % 100) };
        let group = [
            urusan.to_string(), format!("{bidang:02}"), format!("{program:02}"),
            kewenangan.to_string(), format!("{kegiatan:02}"), sub,
        ];
        group[..depth].join(".")
    }
}

proptest! {
    #[test]
    fn rupiah_survives_printing(sen in -10_i64.pow(17)..10_i64.pow(17)) {
        let rupiah = Rupiah::from_decimal(Decimal::new(sen, 2));
        // With Rp, because the bare print of 1234 is one of the two-way readings.
        prop_assert_eq!(Rupiah::parse(&format!("Rp{rupiah}")), Ok(rupiah));
        if let Err(why) = Rupiah::parse(&rupiah.to_string()) {
            let right = matches!(why, RupiahError::Ambiguous { ribuan, .. } if ribuan == rupiah);
            prop_assert!(right, "{:?}", why);
        }
    }

    #[test]
    fn angka_survives_printing(value in any_decimal()) {
        match angka::parse(&angka::print(value)) {
            Ok(read) => prop_assert_eq!(read, value),
            Err(AngkaError::Ambiguous { ribuan, desimal }) => {
                prop_assert!(ribuan == value || desimal == value);
            }
            Err(AngkaError::NotNumber) => prop_assert!(false, "{}", value),
        }
        prop_assert_eq!(angka::parse(&angka::print_fixed(value, 6)), Ok(value));
    }

    #[test]
    fn target_survives_printing(value in any_decimal()) {
        let target = Target::from_decimal(value, Some("0.00####"));
        let read = Target::parse(target.teks());
        prop_assert_eq!(read.teks(), target.teks());
        // 1.234,00 has one reading only; a bare 12,345 has two and is no number.
        prop_assert!(read.nilai() == Some(value) || read.is_ambiguous());
        prop_assert_eq!(target.nilai(), Some(value));
    }

    #[test]
    fn kode_survives_printing(text in any_kode()) {
        let kode: Kode = text.parse().unwrap();
        prop_assert_eq!(kode.to_string(), text);
        if let Some(parent) = kode.parent() {
            prop_assert!(kode.is_under(&parent) && parent < kode);
        }
    }

    #[test]
    fn tanggal_survives_printing(hari in 1..=31_u8, bulan in 1..=12_u8, tahun in 1900..2200_u16) {
        if let Some(tanggal) = Tanggal::new(hari, bulan, tahun) {
            prop_assert_eq!(tanggal.to_string().parse(), Ok(tanggal));
            prop_assert_eq!(format!("{tahun}-{bulan:02}-{hari:02}").parse(), Ok(tanggal));
        } else {
            prop_assert!(hari > 28);
        }
    }

    #[test]
    fn periode_survives_printing(awal in 1990..=2090_u16, years in 0..=10_u16) {
        let periode = Periode::new(Tahun::new(awal).unwrap(), Tahun::new(awal + years).unwrap()).unwrap();
        prop_assert_eq!(periode.to_string().parse(), Ok(periode));
        prop_assert_eq!(periode.awal.to_string().parse(), Ok(periode.awal));
    }

    #[test]
    fn nip_survives_printing(
        year in 1950..1990_u16, month in 1..=12_u8, day in 1..=28_u8, grown in 18..35_u16,
        appointed in 1..=12_u8, sex in 1..=2_u8, sequence in 0..1000_u16,
    ) {
        let digits = format!("{year}{month:02}{day:02}{}{appointed:02}{sex}{sequence:03}", year + grown);
        let nip: Nip = digits.parse().unwrap();
        prop_assert_eq!(nip.digits(), digits);
        prop_assert_eq!(nip.to_string().parse(), Ok(nip));
    }

    #[test]
    fn nothing_typed_stops_the_program(text in "\\PC{0,40}") {
        let _ = (Rupiah::parse(&text), Target::parse(&text), text.parse::<Kode>(), split_coded(&text));
        let _ = (text.parse::<Periode>(), text.parse::<Tanggal>(), text.parse::<Nip>(), text.parse::<KodeOpd>());
        let _ = Target::from_decimal(Decimal::ONE, Some(&text));
    }

    #[test]
    fn number_like_text_is_read_or_refused(text in "[-(]?(Rp)?[0-9., ]{0,12}(,-|\\)|%)?") {
        let _ = (Rupiah::parse(&text), angka::parse(&text), Target::parse(&text), text.parse::<Kode>());
    }

    #[test]
    fn terbilang_is_made_of_words(value in 0..10_i64.pow(18)) {
        let spoken = terbilang(Decimal::from(value));
        prop_assert!(spoken.chars().all(|c| c.is_ascii_lowercase() || c == ' '), "{}", spoken);
        prop_assert!(!spoken.contains("  ") && spoken.trim() == spoken);
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
