//! Rows whose height is told before the layout stand where they would stand if the layout
//! had measured them, and no document is laid out more often than it must be.

use std::fs;
use std::path::Path;

use renstra::pipeline::{self, Inspection, Library, Options};
use renstra::typeset::{TextItem, Typeset, text_by_page};

use crate::support::{self, case::Case};

/// What is rounding, in points.
const NEAR: f64 = 0.01;
/// Rounds of layout: the pages, and the pages with their numbers. What the page plan moves it
/// moves in the first, or a third would be needed.
const ROUNDS: usize = 2;

/// The line of the template that takes a height, and what takes none.
const TOLD: &str = "let diukur(t) = if t == none { auto } else { t * 1pt }";
const MEASURED: &str = "let diukur(t) = auto";

/// The templates, but for the heights that they are told.
fn measuring() -> (tempfile::TempDir, Library) {
    let folder = tempfile::tempdir().unwrap();
    copy(&support::path("templates"), folder.path());
    let path = folder.path().join("shared/tabel.typ");
    let template = fs::read_to_string(&path).unwrap();
    assert!(template.contains(TOLD));
    fs::write(&path, template.replace(TOLD, MEASURED)).unwrap();
    let library = Library::new(Some(folder.path()), &[]).unwrap();
    (folder, library)
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            fs::create_dir(&to).unwrap();
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).unwrap();
        }
    }
}

/// The first text that stands elsewhere.
fn moved(told: &Typeset<'_>, measured: &Typeset<'_>) -> Option<String> {
    let [told, measured] = [told, measured].map(text_by_page);
    if told.len() != measured.len() {
        return Some(format!("{} pages, not {}", told.len(), measured.len()));
    }
    let same = |a: &TextItem, b: &TextItem| {
        let near = |a: f64, b: f64| (a - b).abs() < NEAR;
        a.text == b.text && near(a.x_pt, b.x_pt) && near(a.y_pt, b.y_pt)
    };
    let mut pairs = (1..).zip(told.iter().zip(&measured));
    pairs.find_map(|(page, (told, measured))| {
        let found = told.iter().zip(measured).find(|(a, b)| !same(a, b));
        let lengths = (told.len() != measured.len()).then(|| "other texts".to_owned());
        let found = found.map(|(a, b)| format!("{:?} {} not {}", a.text, a.y_pt, b.y_pt));
        found.or(lengths).map(|what| format!("page {page}: {what}"))
    })
}

fn assert_same(what: &str, inspection: &Inspection, library: &Library) {
    let told = inspection.typeset(support::library(), false).unwrap();
    let measured = inspection.typeset(library, false).unwrap();
    assert_eq!(moved(&told, &measured), None, "{what}");
    assert!(told.rounds() <= ROUNDS, "{what}: {}", told.rounds());
}

#[test]
fn rows_told_their_height_stand_as_those_that_are_measured() {
    let (_folder, library) = measuring();
    for opd in ["dinas-kesehatan", "dinas-perhubungan-2025"] {
        let path = support::path(&format!("fixtures/kota-pasuruan/opd/{opd}.xlsx"));
        let inspection = pipeline::inspect(support::library(), &path, &Options::default());
        assert_same(opd, &inspection.unwrap(), &library);
    }
}

#[test]
fn what_the_page_plan_moves_costs_no_round() {
    for opd in ["bappelitbangda", "kecamatan-gadingrejo"] {
        let path = support::path(&format!("fixtures/kota-pasuruan/opd/{opd}.xlsx"));
        let inspection = pipeline::inspect(support::library(), &path, &Options::default());
        let typeset = inspection.unwrap().typeset(support::library(), false);
        let rounds = typeset.unwrap().rounds();
        assert!(rounds <= ROUNDS, "{opd}: {rounds}");
    }
}

/// Texts that are hard to part: by their signs, blanks, letters, and the length of words.
const HARD: [&str; 22] = [
    "Penyelenggaraan/pengendalian/pengawasan perizinan/nonperizinan terpadu",
    "Masing-masing unit-unit pelaksana-teknis se-Kota-Pasuruan",
    "Alamat https://www.pasuruankota.go.id/layanan/pengaduan?nomor=12&tahun=2024 resmi",
    "Kata \u{201c}tanda kutip\u{201d} dan \u{2018}petik\u{2019} serta f\u{201d} dan r\u{201d} berulang r\u{201d}",
    "Dua  blank   di dalam kalimat yang cukup panjang",
    "Baris satu\nBaris dua yang lebih panjang daripada kolomnya sendiri\nTiga",
    "Baris satu\n\nBaris tiga",
    "( a ) dan [ b ] / c / d - e \u{2013} f \u{2014} g ! ? % & @ # + = < >",
    "Pneumonoultramicroscopicsilicovolcanoconiosisnyapadapasien",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "12345678901234567890123456789012345678901234567890",
    "\u{221a} akar \u{2265} 80 \u{2264} 90 \u{2264} \u{2103} \u{3b1} \u{3b2}",
    "UPAYA TATA WAVY LTV AYAT VAWA TATA UPAYA AVA TAV WAT YAT VAT",
    "Persentase (%) ASN (orang) yang (telah) dilatih (100%), dibina (50%); diuji: 25%",
    "huruf\u{a0}tanpa\u{a0}putus\u{a0}yang\u{a0}panjang\u{a0}sekali\u{a0}di\u{a0}sini",
    "Ren\u{ad}ca\u{ad}na kerja dengan tanda penggal yang diketik",
    " blank di tepi ",
    "Caf\u{e9} na\u{ef}ve fa\u{e7}ade \u{c5}ngstr\u{f6}m fi fl ffi ffl",
    "1.02.02.2.01.01/1.02.02.2.01.02/1.02.02.2.01.03/1.02.02.2.01.04",
    "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n",
    "...... ,,,,,, ;;;;;; :::::: ------ ////// ((((( )))))",
    "Jumlah dokumen perencanaan, penganggaran, dan evaluasi kinerja perangkat daerah",
];

#[test]
fn texts_that_are_hard_to_part_are_not_told_too_low() {
    let (_folder, library) = measuring();
    let case = Case::small().sheet("T-C.27", |grid| {
        let texts: Vec<(u32, u32)> = grid
            .cell
            .iter()
            .filter(|((row, col), _)| *row > 7 && [3, 4].contains(col))
            .map(|(at, _)| *at)
            .collect();
        for (&(row, col), text) in texts.iter().zip(HARD.iter().cycle()) {
            grid.text(row, col, text);
        }
    });
    assert_same("hard texts", &case.inspect(), &library);
}
