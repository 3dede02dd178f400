//! The long run, by hand: `RENSTRA_FUZZ=100000 RENSTRA_SEED=1 cargo test fuzz::long -- --ignored`.
//! The same count and seed give the same inputs. Most are cheap (settings and containers), so
//! that a hundred thousand fit into hours.

use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use renstra::diagnostic::Diagnostics;
use renstra::pipeline::{self, CityConfig, Options};
use renstra::workbook;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{change, survives};
use crate::support;

/// Shares of a hundred.
const SETTINGS: u32 = 40;
const CONTAINER: u32 = 40;
const PROSE: u32 = 10;
const VALUES: u32 = 10;

fn number(variable: &str, usual: u64) -> u64 {
    let asked = std::env::var(variable).ok();
    asked.and_then(|text| text.parse().ok()).unwrap_or(usual)
}

fn run<T: std::fmt::Debug>(
    share: u32,
    kind: u8,
    strategy: impl Strategy<Value = T>,
    test: impl Fn(T),
) {
    let count = number("RENSTRA_FUZZ", 100_000);
    let cases = u32::try_from(count * u64::from(share) / 100).unwrap();
    let mut seed = [kind; 32];
    seed[..8].copy_from_slice(&number("RENSTRA_SEED", 1).to_le_bytes());
    let config = ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
    let done = runner.run(&strategy, |input| {
        test(input);
        Ok(())
    });
    done.unwrap();
}

/// Parts of the small workbook, unpacked.
static PARTS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let bytes = std::fs::read(support::small_workbook()).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let part = |at: usize| {
        let mut file = archive.by_index(at).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        (file.name().unwrap().into_owned(), content)
    };
    (0..count).map(part).collect()
});

/// What is done to the bytes of a part, or of the whole package: put in the place of some.
#[derive(Debug, Clone)]
struct Damage {
    part: prop::sample::Index,
    whole: bool,
    at: prop::sample::Index,
    gone: usize,
    put: Vec<u8>,
}

fn damage() -> impl Strategy<Value = Damage> {
    let odd = prop::sample::select(vec![
        "<c r=\"ZZ99999999\">",
        "</row>",
        "<v>1e999</v>",
        "<v>NaN</v>",
        "&#0;",
        "&lt;",
        "]]>",
        "r=\"A0\"",
        "r=\"\"",
        "<mergeCell ref=\"A1:XFD1048576\"/>",
        "count=\"4294967295\"",
        "s=\"99999\"",
        "t=\"s\"",
        "\u{feff}",
        "-1",
        "",
    ]);
    let put = prop_oneof![
        odd.prop_map(|text| text.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 0..8),
    ];
    (
        any::<prop::sample::Index>(),
        prop::bool::weighted(0.2),
        any::<prop::sample::Index>(),
        0_usize..24,
        put,
    )
        .prop_map(|(part, whole, at, gone, put)| Damage {
            part,
            whole,
            at,
            gone,
            put,
        })
}

fn splice(bytes: &mut Vec<u8>, damage: &Damage) {
    let at = damage.at.index(bytes.len() + 1);
    let end = (at + damage.gone).min(bytes.len());
    bytes.splice(at..end, damage.put.iter().copied());
}

fn package(list: &[Damage]) -> Vec<u8> {
    let mut parts = PARTS.clone();
    for damage in list.iter().filter(|damage| !damage.whole) {
        let at = damage.part.index(parts.len());
        splice(&mut parts[at].1, damage);
    }
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts {
        out.start_file(name, stored).unwrap();
        out.write_all(&content).unwrap();
    }
    let mut bytes = out.finish().unwrap().into_inner();
    for damage in list.iter().filter(|damage| damage.whole) {
        splice(&mut bytes, damage);
    }
    bytes
}

#[test]
#[ignore = "takes hours"]
fn damaged_containers() {
    run(
        CONTAINER,
        1,
        prop::collection::vec(damage(), 1..6),
        |list| {
            let Ok(workbook) = workbook::from_bytes("dinas.xlsx", package(&list)) else {
                return;
            };
            let options = Options::default();
            let inspection =
                pipeline::inspect_workbook(support::library(), workbook, &options).unwrap();
            support::print(&inspection.findings);
        },
    );
}

#[test]
#[ignore = "takes hours"]
fn any_settings() {
    let word = prop::sample::select(vec![
        "[daerah]",
        "[dokumen]",
        "[jadwal]",
        "[lembar.\"SDM 1\"]",
        "nama",
        "kertas",
        "warna",
        "=",
        "\"a4\"",
        "\"#12345\"",
        "\"\u{202e}\"",
        "true",
        "2021-08-20",
        "-1",
        "99999999999999999999",
        "\\",
        "'''",
        "\n",
        "[",
        "]",
        "#",
        "\u{0}",
    ]);
    let text = prop_oneof![
        prop::collection::vec(word, 0..24).prop_map(|words| words.join(" ")),
        ".{0,80}",
    ];
    run(SETTINGS, 2, text, |text| {
        let mut found = Diagnostics::new();
        CityConfig::parse(&text, &mut found);
        support::print(&found);
    });
}

#[test]
#[ignore = "takes hours"]
fn any_prose() {
    let word = prop::sample::select(vec![
        "{{",
        "}}",
        "{%",
        "%}",
        "pagu_total(",
        "2023",
        ")",
        "|",
        "rupiah",
        "tabel(\"T-C.27\")",
        "**",
        "*",
        "_",
        "#",
        "- ",
        "1. ",
        "\n",
        "\n\n",
        "> ",
        "`",
        "<b>",
        "&amp;",
        "[a](b)",
        "![x](y)",
        "\u{301}",
        "\u{200d}",
        "Persentase",
        "80%",
        "Rp1.000",
        "for x in range(99999999)",
        "endfor",
        "opd.nama",
        "a\u{ad}b",
        "|a|b|\n|-|-|\n",
    ]);
    let text = prop::collection::vec(word, 1..40).prop_map(|words| words.concat());
    run(PROSE, 3, (text, 1_u32..30), |(text, row)| {
        survives("fixtures/small-opd", vec![super::Change::narasi(row, text)]);
    });
}

#[test]
#[ignore = "takes hours"]
fn any_values() {
    run(
        VALUES,
        4,
        (any::<bool>(), prop::collection::vec(change(), 1..12)),
        |(second, list)| {
            let folder = if second {
                "fixtures/kota-pasuruan/source/dinas-perhubungan-2025"
            } else {
                "fixtures/small-opd"
            };
            assert!(Path::new(&support::path(folder)).is_dir());
            survives(folder, list);
        },
    );
}
