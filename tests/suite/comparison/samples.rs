//! Ten kinds of change planted in each sample are reported, and nothing else; a copy that was
//! sorted differs in nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{compare_grids, differences};
use crate::support::grid::Grid;
use crate::support::{self, source};

/// A cell that is changed: its table, the row by the beginning of one of its cells and how
/// many rows below that it stands, its column, and what is typed (`+ text` is appended, and
/// `-` takes the whole row out).
type Edit = (
    &'static str,
    &'static str,
    usize,
    &'static str,
    &'static str,
);

/// A change as a planner makes it, and how it is reported.
struct Planted {
    edits: &'static [Edit],
    said: &'static str,
}

const fn planted(said: &'static str, edits: &'static [Edit]) -> Planted {
    Planted { edits, said }
}

/// The table of programs of a plan until 2026.
const T27: &str = "t-c-27";
/// That of a plan from 2025 on: kode and name in one cell, outcome and output below it.
const DANA: &str = "pendanaan";

#[rustfmt::skip]
const KESEHATAN: [Planted; 9] = [
    planted("pagu 1.02.02.2.01.05", &[(T27, "1.02.02.2.01.05", 0, "pagu_2023", "9000000000")]),
    planted("target 1.02.05", &[(T27, "1.02.05", 0, "target_2022", "12,5")]),
    planted("satuan 1.02.02.2.01.06", &[(T27, "1.02.02.2.01.06", 0, "satuan", "Gedung")]),
    planted("unit 1.02.02.2.02.08", &[(T27, "1.02.02.2.02.08", 0, "unit", "Bidang Kesehatan Masyarakat")]),
    planted("uraian 1.02.02.2.02.10", &[(T27, "1.02.02.2.02.10", 0, "uraian", "+ Berat")]),
    planted("kode 1.02.02.2.02.98", &[(T27, "1.02.02.2.02.28", 0, "kode", "1.02.02.2.02.98")]),
    planted("indikator 1.02.02.2.01.07", &[(T27, "1.02.02.2.01.07", 0, "indikator", "+ Setiap Tahun")]),
    planted("indikator dihapus 1.02.05", &[(T27, "Persentase posyandu aktif", 0, "-", "-")]),
    planted("tabel Konfirmasi", &[("konfirmasi", "Sekretariat", 0, "nama", "PEJABAT LAIN")]),
];

#[rustfmt::skip]
const GADINGREJO: [Planted; 9] = [
    planted("pagu 7.01.02.2.01.01", &[(T27, "7.01.02.2.01.01", 0, "pagu_2023", "45000000")]),
    planted("target 7.01.03", &[(T27, "7.01.03", 0, "target_2022", "76,5")]),
    planted("satuan 7.01.02.2.01.02", &[(T27, "7.01.02.2.01.02", 0, "satuan", "Berkas")]),
    planted("unit 7.01.02.2.04.01", &[(T27, "7.01.02.2.04.01", 0, "unit", "Seksi Pemberdayaan Masyarakat dan Kelurahan")]),
    planted("uraian 7.01.02.2.03.02", &[(T27, "7.01.02.2.03.02", 0, "uraian", "+ dan Umum")]),
    planted("kode 7.01.03.2.03.97", &[(T27, "7.01.03.2.03.03", 0, "kode", "7.01.03.2.03.97")]),
    planted("indikator 7.01.03.2.03.01", &[(T27, "7.01.03.2.03.01", 0, "indikator", "+ Setiap Tahun")]),
    planted(
        "indikator dihapus Meningkatnya partisipasi dan keberdayaan masyarakat kelurahan",
        &[(T27, "Persentase lembaga kemasyarakatan yang aktif", 0, "-", "-")],
    ),
    planted("tabel Konfirmasi", &[("konfirmasi", "Sekretariat", 0, "nama", "PEJABAT LAIN")]),
];

#[rustfmt::skip]
const BAPPELITBANGDA: [Planted; 9] = [
    planted("pagu 5.01.02.2.01.03", &[(T27, "5.01.02.2.01.03", 0, "pagu_2024", "")]),
    planted("target 5.05.02", &[(T27, "5.05.02", 0, "target_2026", "99,5")]),
    planted("satuan 5.01.02.2.01.04", &[(T27, "5.01.02.2.01.04", 0, "satuan", "Naskah")]),
    planted("unit 5.01.03.2.01.03", &[(T27, "5.01.03.2.01.03", 0, "unit", "Sekretariat")]),
    planted("uraian 5.01.02.2.02.01", &[(T27, "5.01.02.2.02.01", 0, "uraian", "+ Tahunan")]),
    planted("kode 5.05.02.2.04.93", &[(T27, "5.05.02.2.04.03", 0, "kode", "5.05.02.2.04.93")]),
    planted("indikator 5.01.02.2.01.05", &[(T27, "5.01.02.2.01.05", 0, "indikator", "+ Setiap Tahun")]),
    planted("indikator dihapus 5.01.02", &[(T27, "Persentase rekomendasi evaluasi yang ditindaklanjuti", 0, "-", "-")]),
    planted("tabel Konfirmasi", &[("konfirmasi", "Sekretariat", 0, "tanggal", "16 September 2021")]),
];

// Outcome and output repeat the money of what they stand below.
#[rustfmt::skip]
const PERHUBUNGAN: [Planted; 9] = [
    planted("pagu 2.15.02.2.03.0001", &[
        (DANA, "2.15.02.2.03.0001", 0, "pagu_2027", "470000000"),
        (DANA, "2.15.02.2.03.0001", 1, "pagu_2027", "470000000"),
    ]),
    planted("target 2.15.02", &[(DANA, "2.15.02", 1, "target_2026", "75,5")]),
    planted("satuan 2.15.02.2.02.0001", &[(DANA, "2.15.02.2.02.0001", 1, "satuan", "Ruas")]),
    planted("unit 2.15.02.2.03.0006", &[(DANA, "2.15.02.2.03.0006", 1, "unit", "Sekretariat")]),
    planted("uraian 2.15.02.2.05.0001", &[(DANA, "2.15.02.2.05.0001", 0, "uraian", "+ Roda Empat")]),
    planted("kode 2.15.02.2.05.0093", &[
        (DANA, "2.15.02.2.05.0003", 0, "uraian", "2.15.02.2.05.0093 - Registrasi Kendaraan Wajib Uji Berkala Kendaraan Bermotor"),
    ]),
    planted("indikator 2.15.02.2.02.0003", &[(DANA, "2.15.02.2.02.0003", 1, "indikator", "+ Setiap Tahun")]),
    planted("indikator dihapus Indikator Kinerja Kunci", &[("ikk", "Rasio kendaraan terhadap panjang jalan", 0, "-", "-")]),
    planted("tabel Konfirmasi", &[("konfirmasi", "Sekretariat", 0, "nama", "PEJABAT LAIN")]),
];

type Row = BTreeMap<String, String>;

/// The sheets of a sample of which tables were changed, and its texts.
fn sheets(
    sample: &Path,
    change: impl Fn(&str, &mut Vec<Row>),
    reword: impl Fn(&str) -> String,
) -> Vec<Grid> {
    let over = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(sample).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap();
        if name == "narasi.md" {
            let text = fs::read_to_string(&path).unwrap();
            fs::write(over.path().join(name), reword(&text)).unwrap();
            continue;
        }
        let mut table = source::rows(&path);
        change(path.file_stem().unwrap().to_str().unwrap(), &mut table.row);
        let mut out = csv::Writer::from_path(over.path().join(name)).unwrap();
        out.write_record(&table.key).unwrap();
        for row in &table.row {
            out.write_record(table.key.iter().map(|key| &row[key]))
                .unwrap();
        }
        out.flush().unwrap();
    }
    source::read(over.path(), None)
}

fn apply(rows: &mut Vec<Row>, (_, row, below, column, value): &Edit) {
    let begins = |cell: &String| *cell == **row || cell.starts_with(&format!("{row} "));
    let found = rows.iter().position(|own| own.values().any(begins));
    let at = found.unwrap_or_else(|| panic!("no row {row}")) + below;
    if *column == "-" {
        rows.remove(at);
        return;
    }
    let cell = rows[at].get_mut(*column).unwrap();
    match value.strip_prefix('+') {
        Some(more) => cell.push_str(more),
        None => (*value).clone_into(cell),
    }
}

#[test]
fn ten_kinds_of_change_in_each_sample_are_reported_and_no_other() {
    let cities = support::path("fixtures/kota-pasuruan/source");
    for (sample, planted) in [
        ("dinas-kesehatan", &KESEHATAN),
        ("kecamatan-gadingrejo", &GADINGREJO),
        ("bappelitbangda", &BAPPELITBANGDA),
        ("dinas-perhubungan-2025", &PERHUBUNGAN),
    ] {
        let sample = cities.join(sample);
        let before = source::read(&sample, None);
        let change = |table: &str, rows: &mut Vec<Row>| {
            let edits = planted.iter().flat_map(|one| one.edits);
            for edit in edits.filter(|edit| edit.0 == table) {
                apply(rows, edit);
            }
        };
        let after = sheets(&sample, change, |text| {
            format!(
                "{}\n\nAlinea tambahan tentang perubahan.\n",
                text.trim_end()
            )
        });
        let mut found = differences(&compare_grids(&before, &after));
        let narasi = found.iter().position(|line| line.starts_with("narasi "));
        found.remove(narasi.unwrap_or_else(|| panic!("{}: {found:#?}", sample.display())));
        let mut wanted: Vec<&str> = planted.iter().map(|one| one.said).collect();
        wanted.sort_unstable();
        assert_eq!(found, wanted, "{}", sample.display());
    }
}

/// Sub kegiatan of one kegiatan in the opposite order, each with what stands below it.
fn turn_sub_kegiatan(rows: &mut Vec<Row>) {
    let kode = |row: &Row| -> String {
        let own = row.get("kode").unwrap_or(&row["uraian"]);
        own.split(' ').next().unwrap_or_default().to_owned()
    };
    let is_kode = |kode: &str| kode.contains('.') && kode.starts_with(|c: char| c.is_ascii_digit());
    let is_sub = |row: &Row| is_kode(&kode(row)) && kode(row).matches('.').count() >= 5;
    // What a sub kegiatan has below it: neither a kode nor a goal of its own.
    let goes_on = |row: &Row| {
        let filled = |key: &str| row.get(key).is_some_and(|cell| !cell.is_empty());
        !is_kode(&kode(row)) && !filled("tujuan") && !filled("sasaran")
    };
    let mut sorted: Vec<Row> = Vec::new();
    let mut run: Vec<Vec<Row>> = Vec::new();
    for row in std::mem::take(rows) {
        match run.last_mut() {
            Some(last) if goes_on(&row) => last.push(row),
            _ if is_sub(&row) => run.push(vec![row]),
            _ => {
                sorted.extend(run.drain(..).rev().flatten());
                sorted.push(row);
            }
        }
    }
    sorted.extend(run.drain(..).rev().flatten());
    *rows = sorted;
}

#[test]
fn a_sorted_copy_of_each_sample_differs_in_nothing() {
    let cities = support::path("fixtures/kota-pasuruan/source");
    for sample in [
        "dinas-kesehatan",
        "kecamatan-gadingrejo",
        "bappelitbangda",
        "dinas-perhubungan-2025",
    ] {
        let sample = cities.join(sample);
        let before = source::read(&sample, None);
        let sort = |table: &str, rows: &mut Vec<Row>| match table {
            T27 | DANA => {
                let typed = rows.clone();
                turn_sub_kegiatan(rows);
                assert_ne!(*rows, typed, "nothing was sorted");
            }
            "konfirmasi" => rows.reverse(),
            "iku"
                if rows
                    .iter()
                    .all(|row| row.get("sasaran").is_none_or(|cell| !cell.is_empty())) =>
            {
                rows.reverse();
            }
            _ => {}
        };
        let mut after = sheets(&sample, sort, |text| {
            let text = format!("\n{text}");
            let sections: Vec<&str> = text.split("\n## ").skip(1).collect();
            let own = sections.iter().rev();
            own.map(|section| format!("## {}\n\n", section.trim_end()))
                .collect()
        });
        // The sheets in another order, too.
        after.rotate_left(3);
        let comparison = compare_grids(&before, &after);
        assert_eq!(comparison.perubahan, 0, "{:#?}", differences(&comparison));
        assert!(!comparison.baris.is_empty());
    }
}
