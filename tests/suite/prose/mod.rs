//! Narasi: placeholders, the sandbox around them, and the small Markdown.

mod markdown;
mod placeholders;

use std::sync::Arc;

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
