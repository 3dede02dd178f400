//! Names of output files and what lies in a folder.

use std::collections::BTreeSet;
use std::fs;

use proptest::prelude::*;
use renstra::batch::discovery;
use renstra::batch::name::{Label, fold, stems};
use unicode_normalization::UnicodeNormalization;

/// Names that have broken exports elsewhere.
const HARD: [&str; 24] = [
    "Kecamatan Contoh/Distrik Contoh",
    "Bagian Umum: Rumah Tangga",
    "Dinas “Contoh”?",
    "CON",
    "nul",
    "LPT1.data",
    "Dinas Contoh.",
    "Dinas Contoh ",
    "..",
    "../luar",
    "Dinas <A> | B*",
    "Dinas Contoh\u{a0}Dua",
    "Dinas\nContoh",
    "Dinas Pemberdayaan Masyarakat dan Desa, Pengendalian Penduduk, Keluarga Berencana, \
     Pemberdayaan Perempuan dan Perlindungan Anak, Kependudukan dan Pencatatan Sipil, serta \
     Transmigrasi dan Tenaga Kerja Kabupaten Contoh Raya Utara Bagian Timur Laut",
    "DINAS CONTOH",
    "dinas contoh",
    "Dinas  Contoh",
    "Dinas 😀",
    "\u{e9}kologi",
    "e\u{301}kologi",
    "-rf",
    "%TEMP%",
    "",
    "   ",
];

fn named(pattern: &str, opd: &[(String, String)]) -> Vec<String> {
    let label: Vec<Label<'_>> = opd
        .iter()
        .map(|(source, opd)| Label {
            source,
            opd,
            kode: "1.02",
            tahap: "Final",
        })
        .collect();
    stems(pattern, &label)
}

fn numbered(opd: &[&str]) -> Vec<(String, String)> {
    (1..)
        .zip(opd)
        .map(|(at, opd)| (format!("berkas {at:02}.xlsx"), (*opd).to_owned()))
        .collect()
}

fn assert_safe(name: &[String]) {
    const DEVICE: [&str; 9] = [
        "CON", "PRN", "AUX", "NUL", "COM1", "COM9", "LPT1", "LPT9", "CONIN$",
    ];
    for name in name {
        assert!(!name.is_empty() && name.len() <= 120, "{name:?}");
        assert!(
            !name
                .chars()
                .any(|c| c.is_control() || "<>:\"/\\|?*".contains(c)),
            "{name:?}"
        );
        assert!(!name.ends_with(['.', ' ']), "{name:?}");
        assert!(!name.starts_with(['.', ' ', '-']), "{name:?}");
        let stem = name.split('.').next().unwrap().trim().to_uppercase();
        assert!(!DEVICE.contains(&stem.as_str()), "{name:?}");
        assert_ne!(fold(name), "rekap", "the recap's own name");
    }
    let distinct: BTreeSet<String> = name
        .iter()
        .map(|name| name.nfc().collect::<String>().to_lowercase())
        .collect();
    assert_eq!(distinct.len(), name.len(), "{name:?}");
}

#[test]
fn hard_names_are_safe_unique_and_the_same_in_any_order() {
    let mut opd = numbered(&HARD);
    let name = named("{opd}", &opd);
    assert_safe(&name);
    assert_eq!(name[0], "Kecamatan Contoh-Distrik Contoh", "recognisable");
    assert_eq!(name[3], "_CON");
    assert_eq!(
        name[22], "berkas 23",
        "a name that is missing is its file's"
    );
    assert!(name[13].starts_with("Dinas Pemberdayaan Masyarakat dan Desa"));

    opd.reverse();
    let mut backwards = named("{opd}", &opd);
    backwards.reverse();
    assert_eq!(name, backwards);
}

#[test]
fn patterns_are_data_too() {
    let opd = numbered(&["Dinas Kesehatan", "Dinas Sosial", "rekap"]);
    assert_eq!(
        named("{kode} Renstra {opd} ({tahap}).pdf", &opd)[0],
        "1.02 Renstra Dinas Kesehatan (Final)"
    );
    for pattern in ["{opd}", "renstra", "../../{kode}", "", ".pdf", "C:\\{opd}"] {
        assert_safe(&named(pattern, &opd));
    }
}

proptest! {
    #[test]
    fn any_names_are_safe(opd in prop::collection::vec("\\PC{0,160}|[dD]inas[. ]{0,2}|(?i:com[0-9]|aux)(\\.[a-z]+)?", 1..12)) {
        let opd: Vec<&str> = opd.iter().map(String::as_str).collect();
        assert_safe(&named("{opd}", &numbered(&opd)));
    }
}

#[test]
fn litter_is_passed_over_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let litter = [
        ".DS_Store",
        "._Dinas A.xlsx",
        ".~lock.Dinas B.xlsx#",
        "A1B2C3D4",
        "Dinas A.xlsx.tmp",
        "Thumbs.db",
        "desktop.ini",
        "~$Dinas A.xlsx",
    ];
    let workbook = ["Dinas A - Salinan.xlsx", "Dinas A.xlsx", "Dinas B.XLSB"];
    for name in litter.iter().chain(&workbook) {
        fs::write(folder.path().join(name), "x").unwrap();
    }
    fs::create_dir(folder.path().join("lama.xlsx")).unwrap();
    let found = discovery::discover(folder.path()).unwrap();
    let name: Vec<_> = found
        .workbook
        .iter()
        .map(|path| path.file_name().unwrap().to_str().unwrap())
        .collect();
    assert_eq!(name, workbook);
    assert_eq!(found.skipped.len(), litter.len() + 1);
    let of = |name: &str| found.skipped.iter().find(|skipped| skipped.name == name);
    assert!(of("~$Dinas A.xlsx").unwrap().reason.contains("dibuka"));
}
