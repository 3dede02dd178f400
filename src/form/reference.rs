//! The sheet Referensi: lists to choose from.

use crate::nomenklatur;

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

/// Official kode and names of the agency's bidang urusan and of program penunjang,
/// whose `X.XX` is the first bidang.
pub(super) fn entries(bidang: &[String], four_digits: bool) -> Vec<(String, String)> {
    let list = nomenklatur::daftar(four_digits);
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
pub(super) fn programs(four_digits: bool) -> Vec<(String, String)> {
    let list = nomenklatur::daftar(four_digits);
    list.iter()
        .filter(|(kode, _)| kode.matches('.').count() == 2 && !kode.starts_with('X'))
        .map(|(kode, entry)| (kode.to_owned(), entry.uraian.clone()))
        .collect()
}

/// Kode and official names of all bidang urusan, in one text.
pub(super) fn bidang(four_digits: bool) -> Vec<String> {
    let list = nomenklatur::daftar(four_digits);
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
    let official = nomenklatur::daftar(true);
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
