//! Narasi: placeholders, the sandbox around them, and the small Markdown.

use std::sync::Arc;

use proptest::prelude::*;
use renstra::diagnostic::{Diagnostics, Origin};
use renstra::model::{Kode, Located, Rupiah, Tahun};
use renstra::prose::{Blok, Gap, Prose, Source, Span};
use rust_decimal::Decimal;
use serde_json::json;

/// A plan with a little of everything; `opd.alias` is not filled in.
struct Plan;

/// Text that is markup, code and template wherever it is not data (case C60).
const HOSTILE: &str = "*a* _b_ **c** #x [l](u) <b> `d` {{ opd.nama }} {% if %} \\ $x$ & &amp;";

impl Source for Plan {
    fn context(&self) -> serde_json::Value {
        json!({
            "opd": {"nama": "Dinas Kesehatan", "singkatan": "Dinkes", "alias": null, "kosong": " "},
            "periode": {"awal": "2021", "akhir": "2026"},
            "kepala": {"tanggal": "2021-09-20"},
            "jumlah": {"program": 7, "pegawai": 1234, "rata": 66.5},
            "jahat": {"teks": HOSTILE, "baris": "satu\ndua", "butir": "- bukan daftar", "nomor": "1. bukan"},
            "tujuan": [{"uraian": "Naik"}, {"uraian": "Turun", "catatan": null}],
        })
    }

    fn pagu_total(&self, tahun: Option<Tahun>) -> Result<Rupiah, Gap> {
        match tahun.map(Tahun::get) {
            None => Ok(Rupiah::from_decimal(Decimal::new(
                900_719_925_474_099_350,
                2,
            ))),
            Some(2021) => Err(Gap::Missing),
            Some(2022..=2026) => Ok(Rupiah::from_decimal(Decimal::from(1_250_000_000))),
            Some(_) => Err(Gap::Unknown),
        }
    }

    fn pagu_program(&self, kode: &Kode, tahun: Option<Tahun>) -> Result<Rupiah, Gap> {
        if kode.to_string() == "1.02.02" {
            self.pagu_total(tahun)
        } else {
            Err(Gap::Unknown)
        }
    }

    fn tabel(&self, kode: &str) -> Result<String, Gap> {
        match kode {
            "T-C.27" => Ok("Tabel 6.1".to_owned()),
            "T-C.23" => Err(Gap::Missing),
            _ => Err(Gap::Unknown),
        }
    }

    fn gambar(&self, id: &str) -> Result<String, Gap> {
        if id == "struktur" {
            Ok("Gambar 2.1".to_owned())
        } else {
            Err(Gap::Unknown)
        }
    }
}

fn render(isi: &str) -> (Vec<Blok>, Diagnostics) {
    let origin = Origin::sheet(Arc::from("dinas.xlsx"), 1, Arc::from("Narasi")).at(4, 1);
    let mut out = Diagnostics::new();
    let blok = Prose::new(Plan).render(&Located::new(isi.to_owned(), origin), &mut out);
    (blok, out)
}

/// Blocks in short: `P(a **b** _c_ [mark])`, `L1.(P(a) | P(b))`, `H(…)`.
fn short(blok: &[Blok]) -> String {
    let spans = |isi: &[Span]| {
        let span = |span: &Span| {
            let mut teks = span.teks.replace('\n', "⏎");
            if span.miring {
                teks = format!("_{teks}_");
            }
            if span.tebal {
                teks = format!("**{teks}**");
            }
            if span.tanda {
                format!("[{teks}]")
            } else {
                teks
            }
        };
        isi.iter().map(span).collect::<String>()
    };
    let one = |blok: &Blok| match blok {
        Blok::Paragraf { isi } => format!("P({})", spans(isi)),
        Blok::Judul { isi } => format!("H({})", spans(isi)),
        Blok::Daftar {
            urut,
            mulai,
            gaya,
            butir,
        } => {
            let gaya = serde_json::to_value(gaya).unwrap();
            let start = if *mulai == 1 {
                String::new()
            } else {
                format!("@{mulai}")
            };
            let kind = if *urut {
                gaya.as_str().unwrap().to_owned()
            } else {
                "•".to_owned()
            };
            let butir: Vec<String> = butir.iter().map(|butir| short(butir)).collect();
            format!("L{kind}{start}({})", butir.join(" | "))
        }
    };
    blok.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// The blocks of a text in which nothing is wrong.
fn clean(isi: &str) -> String {
    let (blok, out) = render(isi);
    assert!(out.is_empty(), "{isi:?}: {out:?}");
    short(&blok)
}

/// Code, message and hint of each finding.
fn finding(isi: &str) -> Vec<String> {
    let (_, out) = render(isi);
    out.iter()
        .map(|d| match &d.hint {
            Some(hint) => format!("{}: {} ({hint})", d.code, d.message),
            None => format!("{}: {}", d.code, d.message),
        })
        .collect()
}

/// All text of the blocks in order.
fn text(blok: &[Blok]) -> String {
    let spans = |isi: &[Span]| {
        isi.iter()
            .map(|span| span.teks.as_str())
            .collect::<String>()
    };
    blok.iter()
        .map(|blok| match blok {
            Blok::Paragraf { isi } | Blok::Judul { isi } => spans(isi),
            Blok::Daftar { butir, .. } => butir.iter().map(|butir| text(butir)).collect(),
        })
        .collect()
}

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
fn placeholders_filled() {
    for (isi, printed) in [
        (
            "{{ opd.nama }} tahun {{ periode.awal }}–{{periode.akhir}}",
            "P(Dinas Kesehatan tahun 2021–2026)",
        ),
        (
            "{{ jumlah.program }} ({{ jumlah.program | terbilang }}) program",
            "P(7 (tujuh) program)",
        ),
        ("{{ jumlah.pegawai }} orang", "P(1.234 orang)"),
        (
            "{{ pagu_total() | rupiah }}",
            "P(Rp9.007.199.254.740.993,50)",
        ),
        ("{{ pagu_total(2023) | rupiah }}", "P(Rp1.250.000.000)"),
        (
            "{{ pagu_total(periode.akhir) | rupiah }}",
            "P(Rp1.250.000.000)",
        ),
        ("{{ pagu_total(2023) }}", "P(1.250.000.000)"),
        (
            "{{ pagu_program(\"1.02.02\", 2023) | terbilang }} rupiah",
            "P(satu miliar dua ratus lima puluh juta rupiah)",
        ),
        (
            "{{ jumlah.rata | angka }} {{ jumlah.rata | angka(2) }} {{ jumlah.rata | persen }} {{ jumlah.rata | persen(0) }}",
            "P(66,5 66,50 66,5% 67%)",
        ),
        ("{{ 2 / 3 }}", "P(0,666667)"),
        ("{{ kepala.tanggal | tanggal }}", "P(20 September 2021)"),
        (
            "{{ opd.nama | upper }} {{ opd.nama | length }}",
            "P(DINAS KESEHATAN 15)",
        ),
        (
            "lihat {{ tabel(\"T-C.27\") }} dan {{ gambar('struktur') }}",
            "P(lihat Tabel 6.1 dan Gambar 2.1)",
        ),
        (
            "{% if jumlah.program > 5 %}banyak{% else %}sedikit{% endif %}",
            "P(banyak)",
        ),
        (
            "{% for t in tujuan %}\n{{ loop.index }}. {{ t.uraian }}\n{% endfor %}",
            "P(1. Naik) P(2. Turun)",
        ),
        (
            "{% for t in tujuan %}\n- {{ t.uraian }}\n{% endfor %}",
            "L•(P(Naik) | P(Turun))",
        ),
        (
            "{% set n = opd.nama %}**{{ n }}**.",
            "P(**Dinas Kesehatan**.)",
        ),
        ("{{ \"}}\" }} {{ '{{' }}", "P(}} {{)"),
        ("{# bukan komentar #} a", "P({# bukan komentar #} a)"),
    ] {
        assert_eq!(clean(isi), printed, "{isi}");
    }
}

#[test]
fn values_are_data() {
    for isi in [
        "{{ jahat.teks }}",
        "a {{ jahat.teks }} b",
        "- {{ jahat.teks }}",
        "{{ jahat.teks ~ '' }}",
        "**{{ jahat.teks }}**",
    ] {
        let (blok, out) = render(isi);
        assert!(out.is_empty(), "{out:?}");
        assert!(text(&blok).contains(HOSTILE), "{isi}: {}", text(&blok));
    }
    assert_eq!(clean("{{ jahat.butir }}"), "P(- bukan daftar)");
    assert_eq!(
        clean("{{ jahat.nomor }}\n{{ jahat.baris }}"),
        "P(1. bukan⏎satu⏎dua)"
    );
}

#[test]
fn undefined_names_always_fail() {
    // Case C69, and the ways around it that minijinja's own strictness leaves.
    for isi in [
        "{{ typo }}",
        "{{ typo | upper }}",
        "{% if typo %}a{% endif %}",
        "{% if typo == 1 %}a{% endif %}",
        "{% if not typo %}a{% endif %}",
        "{{ typo or 'x' }}",
        "{{ typo ~ 'x' }}",
        "{{ [typo] | length }}",
        "{{ 1 in typo }}",
        "{{ typo | rupiah }}",
        "{% for t in typo %}a{% endfor %}",
        "{% set a = typo %}",
        "{{ typo[0] }}",
        "{{ 'a' if typo else 'b' }}",
        "{{ pagu_total(typo) }}",
    ] {
        let found = finding(isi);
        assert_eq!(found.len(), 1, "{isi}: {found:?}");
        assert!(
            found[0].starts_with("N301: nama `typo` tidak dikenal"),
            "{isi}: {found:?}"
        );
    }
    for isi in [
        "{{ opd.typo }}",
        "{{ opd.typo | upper }}",
        "{% if opd.typo %}a{% endif %}",
        "{{ opd['typo'] }}",
    ] {
        let found = finding(isi);
        assert!(
            found.len() == 1 && found[0].starts_with("N301: nama `opd.typo` tidak dikenal"),
            "{isi}: {found:?}"
        );
    }
    for isi in [
        "{{ typo | default('x') }}",
        "{% if typo is defined %}a{% endif %}",
        "{{ typo() }}",
        "{{ opd.typo() }}",
        "{{ tujuan[9].uraian }}",
        "{{ tujuan[9] }}",
    ] {
        let found = finding(isi);
        assert!(
            found.len() == 1 && found[0].starts_with("N301"),
            "{isi}: {found:?}"
        );
    }
}

#[test]
fn suggestions() {
    for (isi, wanted) in [
        (
            "{{ opd.nmaa }}",
            "N301: nama `opd.nmaa` tidak dikenal (maksud Anda `opd.nama`?)",
        ),
        (
            "{{ opd.Nama }}",
            "N301: nama `opd.Nama` tidak dikenal (maksud Anda `opd.nama`?)",
        ),
        (
            "{{ odp.nama }}",
            "N301: nama `odp.nama` tidak dikenal (maksud Anda `opd.nama`?)",
        ),
        (
            "{{ odp.nama | upper }}",
            "N301: nama `odp.nama` tidak dikenal (maksud Anda `opd.nama`?)",
        ),
        (
            "{{ odp['nama'] }}",
            "N301: nama `odp` tidak dikenal (maksud Anda `opd`?)",
        ),
        (
            "{{ singkatan }}",
            "N301: nama `singkatan` tidak dikenal (maksud Anda `opd.singkatan`?)",
        ),
        (
            "{{ zzzzzz }}",
            "N301: nama `zzzzzz` tidak dikenal (periksa penulisan nama itu)",
        ),
        (
            "{{ loop.index }}",
            "N301: nama `loop.index` tidak dikenal (periksa penulisan nama itu)",
        ),
        (
            "{{ opd.typo() }}",
            "N301: fungsi `typo` tidak dikenal (periksa penulisan fungsi itu)",
        ),
        (
            "{{ range(5) }}",
            "N301: fungsi `range` tidak dikenal (periksa penulisan fungsi itu)",
        ),
        (
            "{{ pagu_totl() }}",
            "N301: fungsi `pagu_totl` tidak dikenal (maksud Anda `pagu_total`?)",
        ),
        (
            "{{ pagu_total() | rupia }}",
            "N301: filter `rupia` tidak dikenal (maksud Anda `rupiah`?)",
        ),
        (
            "{% for t in tujuan %}{{ t.urain }}{% endfor %}",
            "N301: nama `t.urain` tidak dikenal (maksud Anda `t.uraian`?)",
        ),
    ] {
        assert_eq!(finding(isi), [wanted], "{isi}");
    }
}

#[test]
fn other_failures() {
    for (isi, wanted) in [
        ("{{ opd.alias }}", "N306: nilai `opd.alias` belum diisi"),
        (
            "{{ opd.kosong | upper }}",
            "N306: nilai `opd.kosong` belum diisi",
        ),
        (
            "{% if opd.alias %}a{% endif %}",
            "N306: nilai `opd.alias` belum diisi",
        ),
        (
            "{{ tujuan[1].catatan }}",
            "N306: nilai `tujuan[1].catatan` belum diisi",
        ),
        (
            "{{ pagu_total(2021) | rupiah }}",
            "N306: nilai `pagu_total(2021)` belum diisi",
        ),
        (
            "{{ tabel('T-C.23') }}",
            "N306: nilai `tabel(\"T-C.23\")` belum diisi",
        ),
        (
            "{{ pagu_total(2031) }}",
            "N307: tahun 2031 tidak termasuk periode Renstra",
        ),
        (
            "{{ pagu_program('1.02.02', 2031) }}",
            "N307: tahun 2031 tidak termasuk periode Renstra",
        ),
        (
            "{{ pagu_program('1.02.99', 2023) }}",
            "N307: program \"1.02.99\" tidak ada",
        ),
        (
            "{{ pagu_program('1.2.2') }}",
            "N304: kode program \"1.2.2\" tidak sah: bagian ke-2",
        ),
        (
            "{{ pagu_program(1.02) }}",
            "N304: pagu_program(1,02) memerlukan kode di antara tanda petik",
        ),
        ("{{ pagu_total('dua') }}", "N304: \"dua\" bukan tahun"),
        ("{{ tabel('T-C.99') }}", "N307: tabel \"T-C.99\" tidak ada"),
        (
            "{{ opd.nama | rupiah }}",
            "N304: filter rupiah memerlukan angka, sedangkan \"Dinas Kesehatan\" bukan angka",
        ),
        (
            "{{ opd.nama | tanggal }}",
            "N304: filter tanggal memerlukan tanggal",
        ),
        (
            "{{ jumlah.rata | angka(99) }}",
            "N304: filter angka paling banyak 10",
        ),
        (
            "{{ jumlah.rata | rupiah(2) }}",
            "N304: filter rupiah tidak memakai nilai",
        ),
        (
            "{{ pagu_total(2023, 1) }}",
            "N304: nilai di dalam placeholder ini tidak dapat dipakai",
        ),
        (
            "{{ tabel() }}",
            "N304: nilai di dalam placeholder ini tidak dapat dipakai",
        ),
        (
            "{{ opd.nama - 1 }}",
            "N304: nilai di dalam placeholder ini tidak dapat dipakai",
        ),
        (
            "{{ opd }}",
            "N304: nilai di dalam placeholder ini tidak dapat dicetak begitu saja",
        ),
        (
            "{{ tujuan }}",
            "N304: nilai di dalam placeholder ini tidak dapat dicetak begitu saja",
        ),
        ("{{ opd.nama", "N302: placeholder tidak ditutup dengan }}"),
        ("{{ 'a }}", "N302: placeholder tidak ditutup dengan }}"),
        ("{{ }}", "N302: penulisan placeholder tidak benar"),
        ("{{ a b }}", "N302: penulisan placeholder tidak benar"),
        ("{% if opd.nama %}a", "N302: if atau for tidak ditutup"),
        (
            "a{% endif %}",
            "N302: bagian ini tidak didahului if atau for",
        ),
        (
            "{% if %}a{% endif %}",
            "N302: penulisan placeholder tidak benar",
        ),
        (
            "{% include 'a' %}",
            "N302: perintah ini tidak dikenal dalam narasi",
        ),
        (
            "{% macro m() %}a{% endmacro %}",
            "N302: perintah ini tidak dikenal dalam narasi",
        ),
        (
            "{% raw %}{% endraw %}",
            "N302: perintah ini tidak dikenal dalam narasi",
        ),
        (
            "{% for a in 'abcdefghij' * 9 %}{% for b in 'abcdefghij' * 99 %}{% for c in 'abcdefghij' %}x{% endfor %}{% endfor %}{% endfor %}",
            "N303: narasi ini terlalu panjang",
        ),
    ] {
        let found = finding(isi);
        assert!(
            found.first().is_some_and(|first| first.starts_with(wanted)),
            "{isi}: {found:?}"
        );
    }
}

#[test]
fn every_failure_of_a_cell_is_reported_and_marked() {
    let isi = "Satu {{ opd.nmaa }} dua.\n\n{{ opd.alias }} tiga {{ opd.nama }}\n{{ typo | upper }} {{ 5 5 }}\n{% if tipo %}x {{ opd.zzzz }}{% endif %} akhir";
    let (blok, out) = render(isi);
    let found: Vec<String> = out
        .iter()
        .map(|d| {
            format!(
                "{} {} | {}",
                d.origin,
                d.message,
                d.note
                    .iter()
                    .map(|(l, t)| format!("{l}: {t}"))
                    .collect::<Vec<_>>()
                    .join("; ")
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            "dinas.xlsx › Narasi!B5 penulisan placeholder tidak benar | baris: 4 di dalam sel; tertulis: {{ 5 5 }}",
            "dinas.xlsx › Narasi!B5 nama `opd.nmaa` tidak dikenal | baris: 1 di dalam sel; tertulis: {{ opd.nmaa }}",
            "dinas.xlsx › Narasi!B5 nilai `opd.alias` belum diisi pada buku kerja | baris: 3 di dalam sel; tertulis: {{ opd.alias }}",
            "dinas.xlsx › Narasi!B5 nama `typo` tidak dikenal | baris: 4 di dalam sel; tertulis: {{ typo | upper }}",
            "dinas.xlsx › Narasi!B5 nama `tipo` tidak dikenal | baris: 5 di dalam sel; tertulis: {% if tipo %}",
        ]
    );
    assert_eq!(
        short(&blok),
        "P(Satu [{{ opd.nmaa }}] dua.) P([{{ opd.alias }}] tiga Dinas Kesehatan⏎[{{ typo | upper }}] [{{ 5 5 }}]⏎[{% if tipo %} …] akhir)"
    );
    // A mark inside a loop stands in the loop; the text around an open brace is kept.
    assert_eq!(
        short(&render("{% for t in tujuan %}{{ t.typo }},{% endfor %} a {{ b\nc").0),
        "P([{{ t.typo }}],[{{ t.typo }}], a [{{ b]⏎c)"
    );
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
