//! A few pages of the small agency as pictures, so that no change to a template goes unseen.
//! `RENSTRA_UPDATE=1 cargo test` rewrites them; look at the difference before committing.

use std::fs;

use renstra::typeset;

use crate::support::{self, case, source};

/// Small enough to keep many in the repository, large enough to see a line move.
const PPI: f64 = 50.0;
/// A page with more pixels off than this, in thousandths, differs. Not zero: rasterising
/// rounds otherwise on other processors.
const TOLERANCE: usize = 2;

/// The same of a plan of the second regulation.
const SECOND: [(&str, &str); 4] = [
    ("isu-teknik", "Potensi Daerah yang Menjadi"),
    (
        "tujuan-sasaran",
        "NSPK dan Sasaran RPJMD yang RelevanTujuanSasaranIndikator",
    ),
    ("penahapan", "Digitalisasi pengujian"),
    ("pendanaan", "Target dan Pagu Indikatif Tahun"),
];

/// Pages by a text that only they show.
const PAGE: [(&str, &str); 5] = [
    ("sampul", "RENCANA STRATEGIS (RENSTRA)DINAS CONTOH"),
    ("daftar-isi", "DAFTAR ISI"),
    ("bab-2", "Struktur Organisasi Dinas Contoh"),
    ("t-c-23", "Target NSPK"),
    ("t-c-27", "Data Capaian pada"),
];

struct Picture {
    width: u32,
    height: u32,
    pixel: Vec<u8>,
}

fn decode(bytes: &[u8]) -> Picture {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
        .read_info()
        .unwrap();
    let mut pixel = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixel).unwrap();
    pixel.truncate(info.buffer_size());
    Picture {
        width: info.width,
        height: info.height,
        pixel,
    }
}

/// Pixels that are visibly different, in thousandths of all.
fn difference(a: &Picture, b: &Picture) -> usize {
    if (a.width, a.height) != (b.width, b.height) {
        return 1_000;
    }
    let off = a
        .pixel
        .chunks(4)
        .zip(b.pixel.chunks(4))
        .filter(|(a, b)| a.iter().zip(*b).any(|(a, b)| a.abs_diff(*b) > 48))
        .count();
    off * 1_000 / (a.pixel.len() / 4).max(1)
}

#[test]
fn pages_look_as_they_did() {
    compare("fixtures/small-opd", &PAGE);
    compare(
        "fixtures/kota-pasuruan/source/dinas-perhubungan-2025",
        &SECOND,
    );
}

fn compare(folder: &str, list: &[(&str, &str)]) {
    let grid = source::read(&support::path(folder), None);
    let inspection = case::inspect(&grid);
    let typeset = inspection.typeset(support::library(), false).unwrap();
    let text: Vec<String> = typeset::text_by_page(&typeset)
        .iter()
        .map(|page| page.iter().map(|item| item.text.as_str()).collect())
        .collect();
    let mut wrong = Vec::new();
    for (name, needle) in list {
        let squeezed = needle.replace(' ', "");
        let page = text
            .iter()
            .position(|text| text.replace(' ', "").contains(&squeezed))
            .unwrap_or_else(|| panic!("no page says {needle}"));
        let fresh = typeset::png(&typeset, page + 1, PPI).unwrap();
        let path = support::path(&format!("fixtures/golden/{name}.png"));
        if std::env::var_os("RENSTRA_UPDATE").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &fresh).unwrap();
        }
        let committed = fs::read(&path).unwrap_or_else(|why| panic!("{name}: {why}"));
        let off = difference(&decode(&fresh), &decode(&committed));
        if off > TOLERANCE {
            let seen =
                std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
            fs::write(&seen, &fresh).unwrap();
            wrong.push(format!("{name}: {off} ‰ differ; now {}", seen.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_moved_line_is_seen() {
    let white = Picture {
        width: 100,
        height: 100,
        pixel: vec![255; 40_000],
    };
    let mut pixel = white.pixel.clone();
    pixel[..400].fill(0);
    assert!(difference(&white, &Picture { pixel, ..white }) > TOLERANCE);
}
