//! What holds of any value.

use proptest::prelude::*;
use renstra::model::kode::{KodeOpd, split_coded};
use renstra::model::number::{self, NumberError};
use renstra::model::rupiah::RupiahError;
use renstra::model::terbilang::terbilang;
use renstra::model::{Kode, Nip, Periode, Rupiah, Tahun, Tanggal, Target};
use rust_decimal::Decimal;

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
        match number::parse(&number::print(value)) {
            Ok(read) => prop_assert_eq!(read, value),
            Err(NumberError::Ambiguous { ribuan, desimal }) => {
                prop_assert!(ribuan == value || desimal == value);
            }
            Err(NumberError::NotNumber) => prop_assert!(false, "{}", value),
        }
        prop_assert_eq!(number::parse(&number::print_fixed(value, 6)), Ok(value));
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
        let _ = (Rupiah::parse(&text), number::parse(&text), Target::parse(&text), text.parse::<Kode>());
    }

    #[test]
    fn terbilang_is_made_of_words(value in 0..10_i64.pow(18)) {
        let spoken = terbilang(Decimal::from(value));
        prop_assert!(spoken.chars().all(|c| c.is_ascii_lowercase() || c == ' '), "{}", spoken);
        prop_assert!(!spoken.contains("  ") && spoken.trim() == spoken);
    }
}
