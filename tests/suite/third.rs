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
    let rule = value["aturan"]["R001"].as_table_mut().unwrap();
    rule.insert("tingkat".to_owned(), "peringatan".into());
    fs::write(own.join("format.toml"), toml::to_string(&value).unwrap()).unwrap();
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
