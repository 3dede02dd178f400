//! The sheet Referensi: lists to choose from.

use crate::nomenklatur::{self, Edition};
use crate::regulation::Regulation;

/// Units of measure that regulated indicators use most.
pub(super) const SATUAN: [&str; 24] = [
    "%",
    "Indeks",
    "Nilai",
    "Rasio",
    "Tahun",
    "Orang",
    "Dokumen",
    "Laporan",
    "Unit",
    "Paket",
    "Kegiatan",
    "Lokasi",
    "Kelurahan",
    "Kecamatan",
    "Perangkat Daerah",
    "Lembaga",
    "Kelompok",
    "Keluarga",
    "Rumah Tangga",
    "Hektare",
    "Kilometer",
    "Bulan",
    "Kali",
    "Predikat",
];

/// The edition of plans under a regulation: from 2025 on the one with four digits.
pub(super) fn edition(regulation: &Regulation) -> Edition {
    if regulation.tahun_transisi > 0 {
        Edition::Kepmendagri2023
    } else {
        Edition::Kepmendagri2020
    }
}

/// Official kode and names of the agency's bidang urusan and of program penunjang,
/// whose `X.XX` is the first bidang.
pub(super) fn entries(bidang: &[String], edition: Edition) -> Vec<(String, String)> {
    let list = nomenklatur::daftar(edition);
    let own = bidang.first().map(String::as_str);
    list.iter()
        .filter_map(|(kode, entry)| {
            let below = |bidang: &String| kode.starts_with(&format!("{bidang}."));
            let penunjang = kode.starts_with("X.XX.01") && own.is_some();
            (penunjang || bidang.iter().any(below)).then(|| {
                let kode = own.map_or_else(|| kode.to_owned(), |own| kode.replace("X.XX", own));
                (kode, entry.uraian.clone())
            })
        })
        .collect()
}

/// Official kode and names of all programs but those of penunjang, which an RPJMD
/// does not give to single agencies.
pub(super) fn programs(edition: Edition) -> Vec<(String, String)> {
    let list = nomenklatur::daftar(edition);
    list.iter()
        .filter(|(kode, _)| kode.matches('.').count() == 2 && !kode.starts_with('X'))
        .map(|(kode, entry)| (kode.to_owned(), entry.uraian.clone()))
        .collect()
}

/// Kode and official names of all bidang urusan, in one text.
pub(super) fn bidang(edition: Edition) -> Vec<String> {
    let list = nomenklatur::daftar(edition);
    list.iter()
        .filter(|(kode, _)| kode.matches('.').count() == 1 && !kode.starts_with('X'))
        .map(|(kode, entry)| format!("{kode} {}", entry.uraian))
        .collect()
}

/// The bidang urusan that an agency's name speaks of: `Dinas Kesehatan` is 1.02.
/// Empty if the name says none.
pub fn bidang_of(opd: &str) -> Vec<String> {
    let name = crate::model::text::plain(opd);
    if name.starts_with("kecamatan") || name.starts_with("kelurahan") {
        return vec!["7.01".to_owned()];
    }
    let special = [
        ("perencanaan", "5.01"),
        ("bappe", "5.01"),
        ("penelitian", "5.05"),
        ("litbang", "5.05"),
        ("inspektorat", "6.01"),
        ("keuangan", "5.02"),
        ("pendapatan", "5.02"),
        ("kepegawaian", "5.03"),
        ("sekretariat daerah", "4.01"),
        ("sekretariat dprd", "4.02"),
        ("kesatuan bangsa", "8.01"),
    ];
    let mut list: Vec<String> = special
        .iter()
        .filter(|(word, _)| name.contains(word))
        .map(|(_, bidang)| (*bidang).to_owned())
        .collect();
    let official = nomenklatur::daftar(Edition::Kepmendagri2023);
    for (kode, entry) in official
        .iter()
        .filter(|(kode, _)| kode.matches('.').count() == 1)
    {
        let bidang = crate::model::text::plain(&entry.uraian);
        let subject = bidang
            .trim_start_matches("urusan pemerintahan bidang ")
            .split(" dan ")
            .next()
            .unwrap_or_default()
            .to_owned();
        if subject.len() > 4 && name.contains(&subject) && !list.iter().any(|known| known == kode) {
            list.push(kode.to_owned());
        }
    }
    list
}

/// A bidang urusan as the nomenclature names it: `1.02 Kesehatan`; the kode alone if it
/// knows none.
pub fn bidang_name(kode: &str) -> String {
    let official = nomenklatur::daftar(Edition::Kepmendagri2023);
    let found = official.iter().find(|(known, _)| *known == kode);
    found.map_or_else(
        || kode.to_owned(),
        |(kode, entry)| {
            let uraian = &entry.uraian;
            let lead = "urusan pemerintahan bidang ";
            let bare = match uraian.get(..lead.len()) {
                Some(begin) if begin.to_lowercase() == lead => &uraian[lead.len()..],
                _ => uraian,
            };
            format!("{kode} {bare}")
        },
    )
}

/// How alike a word must be to one of the nomenclature to be meant, of 1.
const ALIKE: f64 = 0.75;

/// The name of an agency with the words of a bidang urusan in place of those that are
/// nearly these: `Dinas Lingkungan Hdup` is nearly `Dinas Lingkungan Hidup`. `None` if
/// nothing is near.
pub fn nearest_opd(opd: &str) -> Option<String> {
    let word: Vec<&str> = opd.split_whitespace().collect();
    let official = nomenklatur::daftar(Edition::Kepmendagri2023);
    let mut best: Option<(f64, String)> = None;
    for (kode, _) in official
        .iter()
        .filter(|(kode, _)| kode.matches('.').count() == 1)
    {
        let name = bidang_name(kode);
        let name = name.split_once(' ').map_or("", |(_, name)| name);
        let subject: Vec<&str> = name.split(" dan ").next()?.split_whitespace().collect();
        for from in 0..word.len() {
            let Some(part) = word.get(from..from + subject.len()) else {
                break;
            };
            let (own, theirs) = (part.join(" ").to_lowercase(), subject.join(" "));
            let alike = strsim::normalized_damerau_levenshtein(&own, &theirs.to_lowercase());
            if alike >= ALIKE && best.as_ref().is_none_or(|(most, _)| alike > *most) {
                let title: Vec<String> = subject.iter().map(|word| capital(word)).collect();
                let title = title.join(" ");
                let mut whole = word.clone();
                whole.splice(from..from + subject.len(), [title.as_str()]);
                best = Some((alike, whole.join(" ")));
            }
        }
    }
    best.map(|(_, name)| name)
}

fn capital(word: &str) -> String {
    let mut letter = word.chars();
    let first = letter.next().map(|c| c.to_uppercase().to_string());
    first.unwrap_or_default() + &letter.as_str().to_lowercase()
}
