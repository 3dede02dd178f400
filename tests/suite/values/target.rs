//! Targets, kept as typed.

use renstra::model::{Target, target};

use super::decimal;

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
        ("90", Some("\"≥ \"0"), "≥ 90"),
        ("90", Some("\\≥0"), "≥90"),
        ("50", Some("\"1:\"0"), "1:50"),
        ("85", Some("0\"%\""), "85%"),
        ("65.5", Some("\"B (\"0.0\")\""), "B (65,5)"),
        ("65.5", Some("0.0\" (B)\""), "65,5 (B)"),
        ("3", Some("\"Level \"0"), "Level 3"),
        ("1500", Some("\"Rp\"#,##0"), "1.500"),
        ("4", Some("0\\ \"dok\""), "4"),
        ("0", Some("0;-0;\"-\""), "0"),
        (
            "-5",
            Some("_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"??_)"),
            "-5",
        ),
        ("-5", Some("0.0\" (B)\""), "-5,0 (B)"),
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
