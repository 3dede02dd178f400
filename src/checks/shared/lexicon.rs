//! Words that tell a measure, an activity, a result. A hit is a hint for a
//! person, never a verdict.

use crate::model::text;

/// Words of which a measurable indicator has one.
const MEASURE: [&str; 55] = [
    "jumlah",
    "persentase",
    "presentase",
    "prosentase",
    "persen",
    "rasio",
    "indeks",
    "index",
    "nilai",
    "angka",
    "tingkat",
    "rata",
    "cakupan",
    "level",
    "kategori",
    "opini",
    "prevalensi",
    "laju",
    "skor",
    "predikat",
    "proporsi",
    "luas",
    "panjang",
    "volume",
    "usia",
    "umur",
    "lama",
    "kontribusi",
    "pertumbuhan",
    "produksi",
    "produktivitas",
    "pdrb",
    "pendapatan",
    "pengeluaran",
    "kapasitas",
    "maturitas",
    "kapabilitas",
    "peringkat",
    "frekuensi",
    "waktu",
    "hari",
    "harapan",
    "gini",
    "ikm",
    "ipm",
    "sakip",
    "status",
    "insiden",
    "kepadatan",
    "indek",
    "capaian",
    "besaran",
    "total",
    "banyaknya",
    "kunjungan",
];

/// Words of an activity or its output.
const ACTIVITY: [&str; 14] = [
    "terlaksananya",
    "terselenggaranya",
    "tersusunnya",
    "tersedianya",
    "terbentuknya",
    "jumlah dokumen",
    "jumlah laporan",
    "jumlah kegiatan",
    "jumlah rapat",
    "jumlah sosialisasi",
    "jumlah pelatihan",
    "jumlah bimbingan teknis",
    "bimtek",
    "jumlah paket",
];

/// Beginnings of a statement that names an activity.
const VERB: [&str; 17] = [
    "melaksanakan",
    "menyelenggarakan",
    "menyusun",
    "mengadakan",
    "menyediakan",
    "melakukan",
    "membuat",
    "memberikan",
    "mengikuti",
    "memfasilitasi",
    "terlaksananya",
    "terselenggaranya",
    "tersusunnya",
    "tersedianya",
    "meningkatnya kegiatan",
    "meningkatnya pelaksanaan",
    "melanjutkan",
];

fn has(text: &str, phrase: &str) -> bool {
    format!(" {text} ").contains(&format!(" {phrase} "))
}

/// Whether a name says what is measured.
pub fn has_measure(name: &str) -> bool {
    let plain = text::plain(name);
    plain.contains('%') || MEASURE.iter().any(|word| has(&plain, word))
}

/// The word that makes an indicator look like an activity.
pub fn activity(name: &str) -> Option<&'static str> {
    let plain = text::plain(name);
    ACTIVITY.into_iter().find(|phrase| has(&plain, phrase))
}

/// The verb with which a statement begins like an activity.
pub fn activity_verb(statement: &str) -> Option<&'static str> {
    let plain = text::same_form(statement);
    VERB.into_iter()
        .find(|verb| plain == *verb || plain.starts_with(&format!("{verb} ")))
}
