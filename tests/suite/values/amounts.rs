//! Money and plain numbers.

use renstra::model::Rupiah;
use renstra::model::number::{self, NumberError};
use renstra::model::rupiah::{self, RupiahError};
use renstra::model::terbilang::terbilang;
use rust_decimal::Decimal;

use super::decimal;

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
        ("1.234.567 rupiah", "1234567"),
        ("1.234 Rp", "1234"),
        ("Rp : 1.234.567", "1234567"),
    ] {
        assert_eq!(
            Rupiah::parse(typed).map(|r| r.decimal()),
            Ok(decimal(amount).normalize()),
            "{typed}"
        );
    }
}

#[test]
fn a_dash_with_its_currency_is_no_amount() {
    for typed in ["Rp -", "Rp-", "Rp. -", "Rp. ,-", "Rp\u{a0}–", "IDR -"] {
        assert!(rupiah::is_nothing(typed), "{typed}");
    }
    for typed in ["Rp", "-", "Rp -1", "Rp0", "Rp 0,-", "-5"] {
        assert!(!rupiah::is_nothing(typed), "{typed}");
    }
}

#[test]
fn amounts_agree_but_for_the_dust_of_a_spreadsheet() {
    let amount = |text| Rupiah::from_decimal(decimal(text));
    let third = amount("333333.333333333");
    assert!((third + third + third).agrees(amount("1000000")));
    assert!(!amount("1000000.01").agrees(amount("1000000")));
    assert!(!amount("999999.99").agrees(amount("1000000")));
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
        assert_eq!(number::parse(typed), Ok(decimal(value)), "{typed}");
    }
    assert!(matches!(
        number::parse("1.234"),
        Err(NumberError::Ambiguous { .. })
    ));
    assert!(matches!(number::parse("(14)"), Err(NumberError::NotNumber)));
    assert_eq!(
        number::parse("1.821").unwrap_err().to_string(),
        "dapat dibaca 1.821 atau 1,821"
    );
}

#[test]
fn angka_printed() {
    assert_eq!(number::print(decimal("1234567.50")), "1.234.567,5");
    assert_eq!(number::print(decimal("-1234")), "-1.234");
    assert_eq!(number::print_plain(decimal("2021.0")), "2021");
    assert_eq!(number::print_fixed(decimal("2.345"), 2), "2,35");
    assert_eq!(number::print_fixed(decimal("-2.345"), 2), "-2,35");
    assert_eq!(number::print_fixed(decimal("-0.001"), 2), "0,00");
    assert_eq!(number::print_fixed(decimal("7"), 2), "7,00");
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
