//! The small Markdown, and what is printed as typed.

use proptest::prelude::*;
use renstra::diagnostic::{Diagnostics, Origin};
use renstra::model::{Kode, Located, Rupiah, Tahun};
use renstra::prose::{Blok, Gap, Prose, Source};
use serde_json::json;

use super::{clean, render, short, text};

/// Lists within lists.
fn depth(blok: &[Blok]) -> usize {
    blok.iter()
        .map(|blok| match blok {
            Blok::Daftar { butir, .. } => {
                1 + butir.iter().map(|butir| depth(butir)).max().unwrap_or(0)
            }
            _ => 0,
        })
        .max()
        .unwrap_or(0)
}

#[test]
fn paragraphs_and_breaks() {
    for (isi, printed) in [
        ("satu\ndua", "P(satu⏎dua)"),
        ("satu\n\n\ndua", "P(satu) P(dua)"),
        ("    menjorok\n\tlagi", "P(menjorok⏎lagi)"),
        (
            "**tebal** dan *miring* dan ***keduanya***",
            "P(**tebal** dan _miring_ dan **_keduanya_**)",
        ),
        ("__tebal__ _miring_", "P(**tebal** _miring_)"),
        ("**dua\nbaris**", "P(**dua⏎baris**)"),
        ("*server*-nya", "P(_server_-nya)"),
        ("**Judul kecil**\n\nisi", "H(**Judul kecil**) P(isi)"),
        ("**Judul kecil**\nisi", "P(**Judul kecil**⏎isi)"),
        ("", ""),
        (" \n\t\n", ""),
    ] {
        assert_eq!(clean(isi), printed, "{isi:?}");
    }
}

#[test]
fn lists_as_people_type_them() {
    for (isi, printed) in [
        ("Tahap:\n1. satu\n2. dua", "P(Tahap:) L1.(P(satu) | P(dua))"),
        ("- a\n- b\n\nteks", "L•(P(a) | P(b)) P(teks)"),
        ("- a\nteks", "L•(P(a)) P(teks)"),
        ("- a\n  lanjut\n- b", "L•(P(a⏎lanjut) | P(b))"),
        (
            "- a\n\n  paragraf kedua\n- b",
            "L•(P(a) P(paragraf kedua) | P(b))",
        ),
        ("• a\n•b", "L•(P(a) | P(b))"),
        ("\u{F0B7}\ta\n\u{F0B7}\tb", "L•(P(a) | P(b))"),
        ("a. satu\nb. dua", "La.(P(satu) | P(dua))"),
        ("1) satu\n2) dua", "L1)(P(satu) | P(dua))"),
        ("(1) satu\n(2) dua", "L(1)(P(satu) | P(dua))"),
        ("a) satu\nb) dua", "La)(P(satu) | P(dua))"),
        (
            "1. satu\n- a\n- b\n2. dua",
            "L1.(P(satu) L•(P(a) | P(b)) | P(dua))",
        ),
        (
            "1. satu\na. x\nb. y\n2. dua\na. z",
            "L1.(P(satu) La.(P(x) | P(y)) | P(dua) La.(P(z)))",
        ),
        (
            "- a\n    - b\n        - c\n- d",
            "L•(P(a) L•(P(b) L•(P(c))) | P(d))",
        ),
        ("1. satu\n\n2. dua", "L1.(P(satu) | P(dua))"),
        (
            "1. satu\n\ntengah\n\n2. dua",
            "L1.(P(satu)) P(tengah) L1.@2(P(dua))",
        ),
        ("1. a\n1. b\n1. c", "L1.(P(a) | P(b) | P(c))"),
        ("1. a\n2. b\n1. c", "L1.(P(a) | P(b)) L1.(P(c))"),
        ("3. tiga\n4. empat", "L1.@3(P(tiga) | P(empat))"),
        // Not lists: printed as typed.
        ("1. a\n3. c", "L1.(P(a)) P(3. c)"),
        (
            "-5 derajat\n*) catatan\n**) catatan",
            "P(-5 derajat⏎*) catatan⏎**) catatan)",
        ),
        ("A. Yani dan\nb. bukan", "P(A. Yani dan⏎b. bukan)"),
        ("pada tahun\n2021. Lalu", "P(pada tahun⏎2021. Lalu)"),
        ("+62 dan + x\n+ y", "P(+62 dan + x⏎+ y)"),
        ("i. satu", "P(i. satu)"),
        ("1.", "P(1.)"),
        ("-", "P(-)"),
        ("- **tebal**", "L•(P(**tebal**))"),
    ] {
        assert_eq!(clean(isi), printed, "{isi:?}");
    }
}

#[test]
fn hostile_texts_are_bounded() {
    let deep: String = (0..60)
        .map(|at| format!("{}- x\n", "  ".repeat(at)))
        .collect();
    let (blok, _) = render(&deep);
    assert_eq!((text(&blok).len(), depth(&blok)), (60, 6));
    for isi in [
        format!("{{{{ {}1{} }}}}", "(".repeat(5000), ")".repeat(5000)),
        format!("{{{{ {}1{} }}}}", "[".repeat(5000), "]".repeat(5000)),
        format!("{{{{ {}1 }}}}", "not ".repeat(5000)),
        format!("{{{{ 1{} }}}}", " + 1".repeat(5000)),
        format!("{{{{ 1{} }}}}", " | angka".repeat(3000)),
        format!("{{{{ opd{} }}}}", ".a".repeat(5000)),
        format!(
            "{}x{}",
            "{% if 1 %}".repeat(1500),
            "{% endif %}".repeat(1500)
        ),
        "{{ typo }}".repeat(3000),
        "{{ ".repeat(5000),
        "{% if 1 %}".repeat(3000),
        format!("{}x{}", "*".repeat(8000), "*".repeat(8000)),
        "*a _b ".repeat(5000),
        format!("{}{}", "{".repeat(8000), "}".repeat(8000)),
    ] {
        let (blok, out) = render(&isi);
        assert!(!blok.is_empty() && out.iter().count() < 6000);
    }
}

#[test]
fn everything_else_prints_as_typed() {
    // The strings of case C60 that are no placeholder, list or emphasis.
    for isi in [
        "#import \"x\"",
        "#1 prioritas",
        "nilai <0.001",
        "<70%",
        "[6-7)",
        "surel@contoh.id",
        "kode `A`",
        "C:\\data\\baru",
        "C:\\x",
        "C:\\_data\\*",
        "http://contoh.id/a//b",
        "<http://contoh.id>",
        "= bukan judul",
        "/ istilah: bukan",
        "~ gelombang",
        "{kurung} }{",
        "100% */",
        "// bukan komentar",
        "/* bukan",
        "#{1+1}",
        "$ x",
        "\\u{41}",
        "kalimat \"kutip\" dan 'petik'",
        "<label>",
        "@rujukan",
        "a\\",
        "=SUM(A1)",
        "+62",
        "a_b_c",
        "5 * 3",
        "5*3*2",
        "n*100*m",
        "&amp; &#35;",
        "-- --- ...",
        "***",
        "---",
        "___",
        "====",
        "Nama: ______ dan ______",
        "[^1] [x] [a]: b",
        "[ ] tugas",
        "a~~b~~c",
        "H~2~O",
        "1\\. satu",
        "| a",
        "> 90",
        "judul\n===",
        "judul\n---",
        "{#",
        "#}",
        "%}",
        "}}",
    ] {
        let (blok, out) = render(isi);
        assert!(out.iter().all(|d| d.code.0 == "N305"), "{isi}: {out:?}");
        assert_eq!(text(&blok), isi);
        assert!(
            matches!(blok.as_slice(), [Blok::Paragraf { .. }]),
            "{isi}: {}",
            short(&blok)
        );
    }
}

#[test]
fn unsupported_markdown_is_told_and_kept() {
    for (isi, what) in [
        ("## Judul", "judul dengan tanda #"),
        ("lihat [ini](http://a)", "tautan"),
        ("![x](y.png)", "gambar"),
        ("| a | b |\n|---|---|", "tabel"),
        ("> kutipan", "kutipan dengan tanda >"),
        ("```\nx\n```", "blok kode"),
        ("a <b>c</b>", "HTML"),
    ] {
        let (blok, out) = render(isi);
        assert_eq!(text(&blok), isi);
        let found: Vec<String> = out
            .iter()
            .map(|d| format!("{} {} {}", d.severity.word(), d.code, d.message))
            .collect();
        assert_eq!(
            found,
            [format!(
                "peringatan N305 {what} tidak didukung dan dicetak apa adanya"
            )]
        );
    }
}

#[test]
fn blocks_as_json() {
    let (blok, _) = render("**Judul**\n\nteks *x* {{ typo }}\n- a\n\na. b");
    assert_eq!(
        serde_json::to_value(&blok).unwrap(),
        json!([
            {"jenis": "judul", "isi": [{"teks": "Judul", "tebal": true, "miring": false}]},
            {"jenis": "paragraf", "isi": [
                {"teks": "teks ", "tebal": false, "miring": false},
                {"teks": "x", "tebal": false, "miring": true},
                {"teks": " ", "tebal": false, "miring": false},
                {"teks": "{{ typo }}", "tebal": false, "miring": false, "tanda": true},
            ]},
            {"jenis": "daftar", "urut": false, "mulai": 1, "butir": [
                [{"jenis": "paragraf", "isi": [{"teks": "a", "tebal": false, "miring": false}]}],
            ]},
            {"jenis": "daftar", "urut": true, "mulai": 1, "gaya": "a.", "butir": [
                [{"jenis": "paragraf", "isi": [{"teks": "b", "tebal": false, "miring": false}]}],
            ]},
        ])
    );
}

#[test]
fn own_characters_in_a_text_do_no_harm() {
    let (blok, _) =
        render("a\u{FDD0}b\u{FDD1} \u{F0000}\u{100000} {{ opd.nama }}\u{FDD2} c \u{FDD3}");
    assert_eq!(text(&blok), "ab \u{FFFD}\u{FFFD} Dinas Kesehatan c");
}

proptest! {
    #[test]
    fn nothing_typed_stops_the_program(isi in "([{}%\"'|*_ \n.#-]|opd|nama|typo|if|endif|for|in|1|a|é){0,40}") {
        let _ = render(&isi);
    }

    #[test]
    fn no_text_is_lost(isi in "[a-c1-3.)(*_#<>\\[\\]`~|&!+=\\\\ \n\t•-]{0,60}") {
        // Whatever is read as a marker or as emphasis, letters stay and stay in order.
        let letters = |text: &str| text.chars().filter(|c| "bc<>[]`~|&!#\\+=".contains(*c)).collect::<String>();
        // "b." and "c)" may become the number of a list item.
        prop_assume!(!isi.contains("b.") && !isi.contains("b)") && !isi.contains("c.") && !isi.contains("c)"));
        let (blok, _) = render(&isi);
        prop_assert_eq!(letters(&text(&blok)), letters(&isi));
    }

    #[test]
    fn values_never_become_markup(value in "\\PC{0,30}", before in "[*_#>\\[ -]{0,4}") {
        struct One(String);
        impl Source for One {
            fn context(&self) -> serde_json::Value {
                json!({"x": self.0})
            }
            fn pagu_total(&self, _: Option<Tahun>) -> Result<Rupiah, Gap> {
                Err(Gap::Missing)
            }
            fn pagu_program(&self, _: &Kode, _: Option<Tahun>) -> Result<Rupiah, Gap> {
                Err(Gap::Missing)
            }
            fn tabel(&self, _: &str) -> Result<String, Gap> {
                Err(Gap::Unknown)
            }
            fn gambar(&self, _: &str) -> Result<String, Gap> {
                Err(Gap::Unknown)
            }
        }
        prop_assume!(!value.trim().is_empty() && value.chars().all(|c| (c as u32) < 0xF_0000));
        let isi = Located::new(format!("a {before}{{{{ x }}}} b"), Origin::file("a.xlsx"));
        let blok = Prose::new(One(value.clone())).render(&isi, &mut Diagnostics::new());
        prop_assert!(text(&blok).contains(&value), "{}", text(&blok));
    }
}
