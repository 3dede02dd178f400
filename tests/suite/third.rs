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

/// Why a folder of templates is refused, after one file of the third regulation
/// was changed; `None` takes the file away.
fn refusal(file: &str, change: impl Fn(String) -> Option<String>) -> String {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path());
    let path = folder.path().join("peraturan-uji").join(file);
    match change(fs::read_to_string(&path).unwrap()) {
        Some(text) => fs::write(&path, text).unwrap(),
        None => fs::remove_file(&path).unwrap(),
    }
    Library::new(Some(folder.path()), &[])
        .err()
        .unwrap()
        .to_string()
}

#[test]
fn a_mistake_in_a_regulation_is_named_with_its_file() {
    let missing = refusal("aturan.toml", |_| None);
    assert!(missing.contains("tidak mempunyai aturan.toml"), "{missing}");
    let misplaced = refusal("format.toml", |text| Some(text + "[aturan.R001]\n"));
    assert!(misplaced.contains("unknown field `aturan`"), "{misplaced}");
    let unknown = refusal("aturan.toml", |text| Some(text + "[R999]\ndasar = \"-\"\n"));
    assert!(unknown.contains("aturan R999 tidak ada"), "{unknown}");
    let level = refusal("aturan.toml", |text| {
        Some(text.replacen("[R001]\n", "[R001]\ntingkat = \"keras\"\n", 1))
    });
    assert!(
        level.contains("aturan.toml peraturan peraturan-uji"),
        "{level}"
    );
    let figure = refusal("format.toml", |text| {
        Some(text.replace("[gambar.struktur]", "[gambar.bagan]"))
    });
    assert!(figure.contains("gambar:struktur"), "{figure}");
}
