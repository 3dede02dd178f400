//! How the document's data shows figures, gaps, charts and posts, before anything is laid out.

use std::fs;

use renstra::pipeline::{self, Options};
use serde_json::Value;

use crate::support::{self, source, to_workbook};

/// The data of the sample plan of the second regulation, some worksheets replaced.
fn data(files: &[(&str, &str)]) -> Value {
    let over = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(over.path().join(name), text).unwrap();
    }
    let base = support::path("fixtures/kota-pasuruan/source/dinas-perhubungan-2025");
    let workbook = to_workbook::workbook("dinas.xlsx", &source::read(&base, Some(over.path())));
    let inspection =
        pipeline::inspect_workbook(support::library(), workbook, &Options::default()).unwrap();
    serde_json::from_slice(&inspection.document(true).to_json().unwrap()).unwrap()
}

const KINERJA: &str = "indikator,satuan,target_2023,target_2024,realisasi_2023,realisasi_2024
Persentase kelulusan uji,%,78,98.5,\"76,45\",90
Rasio angkutan,Rasio,\"80-85\",1.234,\"80 – 84\",83
Jumlah pelanggaran,Kasus,420,400,437,200
";

fn texts(row: &Value) -> Vec<String> {
    let cells = row["sel"].as_array().unwrap().iter();
    cells
        .map(|cell| cell["teks"].as_str().unwrap_or("").replace('\u{ad}', ""))
        .collect()
}

#[test]
fn figures_of_one_indicator_are_written_alike_and_doubtful_ones_as_typed() {
    let data = data(&[("t-c-23.csv", KINERJA)]);
    let rows = data["tabel"]["kinerja-pelayanan"]["matriks"]["baris"].clone();
    assert_eq!(texts(&rows[0])[5..9], ["78,00", "98,50", "76,45", "90,00"]);
    assert_eq!(texts(&rows[1])[5..9], ["80–85", "1.234", "80–84", "83"]);
    assert_eq!(texts(&rows[2])[5..9], ["420", "400", "437", "200"]);
}

#[test]
fn charts_show_the_largest_gap_first() {
    let data = data(&[("t-c-23.csv", KINERJA)]);
    let panel = data["gambar"]["grafik-kinerja"]["panel"]
        .as_array()
        .unwrap();
    let titles: Vec<&str> = panel.iter().map(|p| p["judul"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Jumlah pelanggaran", "Persentase kelulusan uji"]);
    assert_eq!(panel[0]["menurun"], true);
}

#[test]
fn money_of_the_programs_adds_up_to_each_column() {
    let data = data(&[]);
    let chart = &data["gambar"]["pagu-program"];
    let height = |part: &Value| part["tinggi"].as_f64().unwrap();
    for (at, whole) in chart["jumlah"].as_array().unwrap().iter().enumerate() {
        let programs = chart["program"].as_array().unwrap().iter();
        let sum: f64 = programs.map(|own| height(&own["tumpuk"][at])).sum();
        assert!((sum - height(whole)).abs() < 0.001, "{at}: {sum}");
    }
}

#[test]
fn a_table_that_the_workbook_lacks_is_a_marked_gap() {
    let data = data(&[("kelompok-sasaran.csv", "")]);
    let part = &data["bab"][1]["subbab"][0]["subbab"][3];
    assert_eq!(part["nomor"], "2.1.4");
    let gap = &part["isi"][1];
    assert_eq!(gap["jenis"], "kurang");
    assert_eq!(gap["judul"], "Kelompok Sasaran Layanan");
}

#[test]
fn posts_stand_where_the_official_pattern_has_them() {
    let struktur = "jabatan,atasan
Kepala Dinas,
Sekretaris,Kepala Dinas
Kelompok Jabatan Fungsional,Kepala Dinas
Kepala Bidang Angkutan,Kepala Dinas
Kepala UPT Parkir,Kepala Dinas
";
    let data = data(&[("struktur.csv", struktur)]);
    let below = data["gambar"]["struktur"]["akar"][0]["anak"].clone();
    let kinds: Vec<&str> = below
        .as_array()
        .unwrap()
        .iter()
        .map(|post| post["jenis"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["sekretariat", "fungsional", "bidang", "unit"]);
}
