//! A regulation is a folder: a third one, made of nothing but data, prints.

use std::fs;
use std::path::Path;

use renstra::pipeline::{self, Library, Options};

use crate::support::{self, source, to_workbook};

/// The second regulation under another name: chapter IV before chapter III, another title,
/// and the table of IKU with other columns in another order.
fn write(folder: &Path) {
    support::copy(&support::path("templates"), folder);
    let own = folder.join("peraturan-uji");
    support::copy(&folder.join("inmendagri-2-2025"), &own);
    let text = fs::read_to_string(own.join("format.toml")).unwrap();
    let text = text.replace("id = \"inmendagri-2-2025\"", "id = \"peraturan-uji\"");
    let mut value: toml::Table = toml::from_str(&text).unwrap();
    let bab = value["bab"].as_array_mut().unwrap();
    bab.swap(2, 3);
    for (at, bab) in bab.iter_mut().enumerate() {
        bab["nomor"] = toml::Value::Integer(i64::try_from(at).unwrap() + 1);
    }
    bab[2]["judul"] = "PROGRAM LEBIH DAHULU".into();
    let iku: toml::Value = toml::from_str::<toml::Table>(
        r#"kolom = [
            { isi = "satuan", judul = ["Ukuran"] },
            { isi = "indikator", judul = ["Yang Diukur"] },
            { isi = "target", judul = ["Sasaran Antara", "{tahun}"], rata = "tengah" },
        ]"#,
    )
    .unwrap()["kolom"]
        .clone();
    value["tabel"]["iku"]["kolom"] = iku;
    fs::write(own.join("format.toml"), toml::to_string(&value).unwrap()).unwrap();
    let aturan = fs::read_to_string(own.join("aturan.toml")).unwrap();
    let milder = aturan.replacen("[R001]\n", "[R001]\ntingkat = \"peringatan\"\n", 1);
    assert_ne!(milder, aturan);
    fs::write(own.join("aturan.toml"), milder).unwrap();
}

#[test]
fn a_regulation_is_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path());
    let library = Library::new(Some(folder.path()), &[]).unwrap();
    let options = Options {
        peraturan: Some("peraturan-uji".to_owned()),
        ..Options::default()
    };
    let source = support::path("fixtures/kota-pasuruan/source/dinas-perhubungan-2025");
    let workbook = to_workbook::workbook("dinas.xlsx", &source::read(&source, None));
    let inspection = pipeline::inspect_workbook(&library, workbook, &options).unwrap();
    assert!(
        !inspection.findings.has_error(),
        "{}",
        support::print(&inspection.findings)
    );
    let typeset = inspection.typeset(&library, false).unwrap();
    let item = renstra::typeset::text_by_page(&typeset);
    let page: Vec<String> = item
        .iter()
        .map(|page| page.iter().map(|item| item.text.replace(' ', "")).collect())
        .collect();
    let at = |needle: &str| {
        let needle = needle.replace(' ', "");
        page.iter()
            .rposition(|text| text.contains(&needle))
            .unwrap_or_else(|| panic!("{needle}"))
    };
    assert!(at("PROGRAM LEBIH DAHULU") < at("BAB IVTUJUAN, SASARAN, STRATEGI DAN ARAH KEBIJAKAN"));
    let iku = at("Yang Diukur");
    let place = |word: &str| {
        let found = item[iku].iter().find(|item| item.text.contains(word));
        found.unwrap_or_else(|| panic!("{word}")).x_pt
    };
    assert!(place("Ukuran") < place("Diukur") && place("Diukur") < place("Antara"));
    assert!(
        page[iku].contains("Tabel3."),
        "the chapter's number is the table's"
    );
}

/// Why a folder of templates is refused, after one file of a copied regulation was
/// changed; `None` takes the file away.
fn refusal(file: &str, change: impl Fn(String) -> Option<String>) -> String {
    let folder = tempfile::tempdir().unwrap();
    support::copy(&support::path("templates"), folder.path());
    let own = folder.path().join("peraturan-uji");
    support::copy(&folder.path().join("inmendagri-2-2025"), &own);
    let format = own.join("format.toml");
    let text = fs::read_to_string(&format).unwrap();
    fs::write(
        &format,
        text.replace("id = \"inmendagri-2-2025\"", "id = \"peraturan-uji\""),
    )
    .unwrap();
    let path = own.join(file);
    match change(fs::read_to_string(&path).unwrap()) {
        Some(text) => fs::write(&path, text).unwrap(),
        None => fs::remove_file(&path).unwrap(),
    }
    Library::new(Some(folder.path()), &[])
        .err()
        .unwrap()
        .to_string()
}

/// Slips of the author of a third regulation: what stands in the file, what is written
/// instead, and what is said of that line.
const SLIPS: &[(&str, &str, &str, &str)] = &[
    (
        "format.toml",
        "id = \"peraturan-uji\"",
        "id = \"inmendagri-2-2025\"",
        "id harus sama dengan nama foldernya, \"peraturan-uji\"",
    ),
    (
        "format.toml",
        "\"gambar:struktur\", \"bagian:tugas-fungsi\"",
        "\"gambar:struktur\", \"bagian:tugas\"",
        "bagian \"tugas\" tidak dikenal; yang ada: sistematika, dasar-hukum, tugas-fungsi, tanda-tangan",
    ),
    (
        "format.toml",
        "\"gambar:struktur\", \"bagian:tugas-fungsi\"",
        "\"gambar:bagan\", \"bagian:tugas-fungsi\"",
        "gambar:bagan tidak diuraikan; tambahkan [gambar.bagan]",
    ),
    (
        "format.toml",
        "[gambar.grafik-anggaran]",
        "[gambar.grafik-uang]",
        "gambar \"grafik-uang\" tidak dikenal; yang ada: struktur",
    ),
    (
        "format.toml",
        "[tabel.prioritas]",
        "[tabel.prioritas-opd]",
        "lembar kerja \"prioritas-opd\" tidak dikenal; yang ada: arah-kebijakan",
    ),
    (
        "format.toml",
        "lembar = \"t-c-23\"",
        "lembar = \"t-c-32\"",
        "lembar kerja \"t-c-32\" tidak dikenal",
    ),
    (
        "format.toml",
        "{ isi = \"status\",",
        "{ isi = \"setatus\",",
        "isi kolom lembar ikk \"setatus\" tidak dikenal; yang ada: ",
    ),
    (
        "format.toml",
        "{ isi = \"status\", judul = [",
        "{ isi = \"status\", judul = [\"{tahun}\", ",
        "isi kolom \"status\" tidak berbeda per tahun",
    ),
    (
        "format.toml",
        "judul = \"Indikator Kinerja Utama {opd}",
        "judul = \"Indikator Kinerja Utama {oppd}",
        "isian judul \"{oppd}\" tidak dikenal; yang ada: {opd}",
    ),
    (
        "format.toml",
        "\"narasi?\", \"bagian:dasar-hukum\"",
        "\"naskah\", \"bagian:dasar-hukum\"",
        "\"naskah\" bukan narasi",
    ),
    (
        "format.toml",
        "nomor = \"1.2\"",
        "nomor = \"1.1\"",
        "nomor 1.1 sudah dipakai di atas",
    ),
    (
        "format.toml",
        "berlaku = [",
        "belaku = [",
        "kunci \"belaku\" tidak dikenal (maksud Anda \"berlaku\"?)",
    ),
    (
        "aturan.toml",
        "[R001]",
        "[R000]",
        "aturan R000 tidak ada (daftar: renstra rule)",
    ),
    (
        "aturan.toml",
        "[R001]\n",
        "[R001]\ntingkat = \"keras\"\n",
        "nilai \"keras\" tidak dikenal (pilih salah satu: galat, peringatan, info, mati)",
    ),
];

#[test]
fn a_mistake_in_a_regulation_is_named_with_its_file_and_line() {
    for (file, good, bad, words) in SLIPS {
        let line = std::cell::Cell::new(0);
        let said = refusal(file, |text| {
            let at = text
                .find(good)
                .unwrap_or_else(|| panic!("{good} is not in {file}"));
            // A slip of several lines is found on its last one.
            let below = bad.trim_end().matches('\n').count();
            line.set(text[..at].matches('\n').count() + 1 + below);
            Some(text.replacen(good, bad, 1))
        });
        let expected = format!("{file} baris {}: {words}", line.get());
        assert!(
            said.contains(&expected),
            "{bad}: {said}\nwithout {expected}"
        );
        assert!(
            said.starts_with("peraturan peraturan-uji tidak dapat dipakai"),
            "{said}"
        );
    }
    let missing = refusal("aturan.toml", |_| None);
    assert!(missing.contains("tidak mempunyai aturan.toml"), "{missing}");
    let missing = refusal("main.typ", |_| None);
    assert!(missing.contains("tidak mempunyai main.typ"), "{missing}");
    let misplaced = refusal("format.toml", |text| Some(text + "[aturan.R001]\n"));
    assert!(
        misplaced.contains("kunci \"aturan\" tidak dikenal"),
        "{misplaced}"
    );
}
