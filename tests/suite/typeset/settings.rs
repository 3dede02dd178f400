//! Settings that a user types: PDF standards and choices of pages.

use std::fmt::Write as _;

use proptest::prelude::*;
use renstra::typeset::{PageRanges, Standards};

#[test]
fn default_standards() {
    assert_eq!(Standards::default().to_string(), "a-2a,ua-1");
    assert!(Standards::default().needs_tags());
    assert_eq!(
        " A-2A , ua-1,ua-1"
            .parse::<Standards>()
            .unwrap()
            .to_string(),
        "a-2a,ua-1"
    );
}

#[test]
fn standards_without_tags() {
    let untagged = |text: &str| text.parse::<Standards>().unwrap().untagged().to_string();
    assert_eq!(untagged("1.7,a-2a,ua-1"), "1.7,a-2u");
    assert_eq!(untagged("a-3a"), "a-3u");
    assert_eq!(untagged("ua-1"), "1.7");
    for name in Standards::names().split(", ") {
        assert!(
            !name.parse::<Standards>().unwrap().untagged().needs_tags(),
            "{name}"
        );
    }
}

#[test]
fn standards_that_cannot_be() {
    let mut all = String::new();
    for text in [
        "",
        "a-9z",
        "a-2a,a-2b",
        "1.7,2.0",
        "1.4,a-1b,a-4",
        "1.4,a-4",
        "a-4,ua-1",
    ] {
        writeln!(all, "`{text}` → {}", text.parse::<Standards>().unwrap_err()).unwrap();
    }
    insta::assert_snapshot!(all, @r"
    `` → standar PDF `` tidak dikenal; pilihan: 1.4, 1.5, 1.6, 1.7, 2.0, a-1b, a-1a, a-2b, a-2u, a-2a, a-3b, a-3u, a-3a, a-4, a-4f, a-4e, ua-1
    `a-9z` → standar PDF `a-9z` tidak dikenal; pilihan: 1.4, 1.5, 1.6, 1.7, 2.0, a-1b, a-1a, a-2b, a-2u, a-2a, a-3b, a-3u, a-3a, a-4, a-4f, a-4e, ua-1
    `a-2a,a-2b` → a-2a dan a-2b tidak dapat dipakai bersama; pilih salah satu
    `1.7,2.0` → 1.7 dan 2.0 tidak dapat dipakai bersama; pilih salah satu
    `1.4,a-1b,a-4` → a-1b dan a-4 tidak dapat dipakai bersama; pilih salah satu
    `1.4,a-4` → standar 1.4,a-4 menuntut versi PDF yang berlainan, sehingga tidak dapat dipakai bersama
    `a-4,ua-1` → standar a-4,ua-1 menuntut versi PDF yang berlainan, sehingga tidak dapat dipakai bersama
    ");
}

#[test]
fn page_ranges_that_cannot_be() {
    let mut all = String::new();
    for text in [
        "",
        "1,,3",
        "-",
        "0",
        "0-3",
        "5-3",
        "a",
        "1-x",
        "+1",
        "1–3",
        "99999999999999999999",
    ] {
        writeln!(
            all,
            "`{text}` → {}",
            text.parse::<PageRanges>().unwrap_err()
        )
        .unwrap();
    }
    insta::assert_snapshot!(all, @r"
    `` → ada bagian kosong; contoh pilihan halaman: 1,3-5,8-
    `1,,3` → ada bagian kosong; contoh pilihan halaman: 1,3-5,8-
    `-` → `-` tidak menyebut halaman mana pun; contoh: 3-5, 8-, atau -4
    `0` → halaman dihitung mulai dari 1, jadi halaman 0 tidak ada
    `0-3` → halaman dihitung mulai dari 1, jadi halaman 0 tidak ada
    `5-3` → rentang 5-3 terbalik; tulis 3-5
    `a` → `a` bukan nomor halaman; contoh pilihan halaman: 1,3-5,8-
    `1-x` → `x` bukan nomor halaman; contoh pilihan halaman: 1,3-5,8-
    `+1` → `+1` bukan nomor halaman; contoh pilihan halaman: 1,3-5,8-
    `1–3` → `1–3` bukan nomor halaman; contoh pilihan halaman: 1,3-5,8-
    `99999999999999999999` → `99999999999999999999` bukan nomor halaman; contoh pilihan halaman: 1,3-5,8-
    ");
}

#[test]
fn page_ranges_choose() {
    let select = |text: &str| text.parse::<PageRanges>().unwrap().select(9);
    assert_eq!(select("1,3-5,8-"), [1, 3, 4, 5, 8, 9]);
    assert_eq!(select(" 8 - , -2 "), [1, 2, 8, 9]);
    assert_eq!(select("7,2,2"), [2, 7]);
    assert_eq!(select("12"), [0; 0]);
}

proptest! {
    #[test]
    fn page_ranges_read_what_they_write(
        part in prop::collection::vec((1_usize..60, 0_usize..20, 0_u8..4), 1..6),
        total in 0_usize..80,
    ) {
        let text: Vec<String> = part.iter().map(|(from, more, schema)| match schema {
            0 => from.to_string(),
            1 => format!("{from}-{}", from + more),
            2 => format!("{from}-"),
            _ => format!("-{from}"),
        }).collect();
        let text = text.join(",");
        let ranges: PageRanges = text.parse().unwrap();
        prop_assert_eq!(ranges.to_string().parse::<PageRanges>().unwrap(), ranges.clone());

        let wanted = (1..=total).filter(|page| part.iter().any(|(from, more, schema)| match schema {
            0 => page == from,
            1 => (*from..=from + more).contains(page),
            2 => page >= from,
            _ => page <= from,
        }));
        prop_assert_eq!(ranges.select(total), wanted.collect::<Vec<_>>());
    }

    #[test]
    fn page_ranges_survive_anything(text in "[0-9,\\- a]{0,12}") {
        if let Ok(ranges) = text.parse::<PageRanges>() {
            prop_assert!(ranges.select(50).iter().all(|page| (1..=50).contains(page)));
        }
    }
}
