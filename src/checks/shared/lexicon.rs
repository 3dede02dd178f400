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
const ACTIVITY: [&str; 22] = [
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
    "jumlah peserta",
    "peserta pelatihan",
    "peserta sosialisasi",
    "jumlah pertemuan",
    "pelaksanaan rapat",
    "pelaksanaan sosialisasi",
    "pelaksanaan pelatihan",
    "rapat koordinasi",
];

/// What is reported of, when a report is no paper but a case that happened.
const CASES: [&str; 4] = ["kasus", "kejadian", "pengaduan", "pelanggaran"];

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

/// Scales of grades from the worst on: SAKIP and reformasi birokrasi, opinion of
/// the auditor.
pub const SCALES: [&[&str]; 2] = [
    &["D", "C", "CC", "B", "BB", "A", "AA"],
    &["TMP", "TW", "WDP", "WTP"],
];

/// Words for what is to become less.
const LOWER: [&str; 50] = [
    "kematian",
    "kesakitan",
    "stunting",
    "wasting",
    "underweight",
    "gizi buruk",
    "gizi kurang",
    "miskin",
    "kemiskinan",
    "pengangguran",
    "menganggur",
    "kesenjangan",
    "ketimpangan",
    "gini",
    "inflasi",
    "kumuh",
    "tidak layak",
    "rusak",
    "kerusakan",
    "pencemaran",
    "emisi",
    "timbulan",
    "genangan",
    "banjir",
    "kebakaran",
    "kecelakaan",
    "pelanggaran",
    "kriminalitas",
    "kejahatan",
    "gangguan",
    "konflik",
    "unjuk rasa",
    "kekerasan",
    "putus sekolah",
    "buta aksara",
    "buta huruf",
    "anak tidak sekolah",
    "perkawinan anak",
    "perceraian",
    "temuan",
    "keluhan",
    "pengaduan",
    "waktu tunggu",
    "waktu tanggap",
    "kehilangan air",
    "rawan",
    "insiden",
    "prevalensi",
    "incidence rate",
    "ketergantungan",
];

/// Words with which something bad is dealt with: more of that is better.
const DEALT_WITH: [&str; 46] = [
    "ditindaklanjuti",
    "tindak lanjut",
    "tertangani",
    "ditangani",
    "penanganan",
    "terselesaikan",
    "diselesaikan",
    "selesai",
    "penyelesaian",
    "difasilitasi",
    "terfasilitasi",
    "dilayani",
    "terlayani",
    "mendapat",
    "mendapatkan",
    "memperoleh",
    "menerima",
    "pelayanan",
    "layanan",
    "penurunan",
    "pengurangan",
    "berkurangnya",
    "menurunnya",
    "pencegahan",
    "dicegah",
    "pengendalian",
    "terkendali",
    "penanggulangan",
    "tertanggulangi",
    "pemulihan",
    "dipulihkan",
    "pemadaman",
    "direhabilitasi",
    "rehabilitasi",
    "diperbaiki",
    "perbaikan",
    "bebas",
    "tanpa",
    "tangguh",
    "siaga",
    "dibina",
    "diberdayakan",
    "terpenuhi",
    "bantuan",
    "perlindungan",
    "sesuai",
];

/// Beginnings of names whose value is to grow where nothing bad is named.
const HIGHER: [&str; 14] = [
    "persentase",
    "indeks",
    "cakupan",
    "nilai",
    "capaian",
    "skor",
    "tingkat kepuasan",
    "tingkat partisipasi",
    "angka harapan",
    "umur harapan",
    "usia harapan",
    "harapan lama sekolah",
    "rata rata lama sekolah",
    "opini",
];

/// Whether a higher value is better, with the word that says so; `None` where
/// no word does.
pub fn better(name: &str) -> Option<(bool, &'static str)> {
    let plain = text::same_form(name);
    if let Some(word) = LOWER.into_iter().find(|word| has(&plain, word)) {
        return Some(
            DEALT_WITH
                .into_iter()
                .find(|word| has(&plain, word))
                .map_or((false, word), |word| (true, word)),
        );
    }
    let begin = |word: &&str| format!("{plain} ").starts_with(&format!("{word} "));
    HIGHER.into_iter().find(begin).map(|word| (true, word))
}

/// Measures that may stand second in a name that measures two things.
const SECOND: [&str; 10] = [
    "jumlah",
    "persentase",
    "indeks",
    "nilai",
    "rasio",
    "angka",
    "tingkat",
    "cakupan",
    "prevalensi",
    "rata rata",
];

/// The second measure of a name that joins two: `Persentase … dan jumlah …`.
pub fn second_measure(name: &str) -> Option<&'static str> {
    let plain = format!("{} ", text::same_form(name));
    SECOND.into_iter().find(|word| {
        let joined = ["dan", "serta", "dan atau"]
            .into_iter()
            .any(|joint| plain.contains(&format!(" {joint} {word} ")));
        joined
            && SECOND
                .iter()
                .any(|first| plain.starts_with(&format!("{first} ")))
    })
}

/// The scale of a measure.
pub struct Scale {
    /// What is measured.
    pub name: &'static str,
    /// The least it can be.
    pub lowest: u32,
    /// The most it can be.
    pub highest: u32,
}

/// Measures whose scale their regulation fixes.
const MEASURED: [(&str, u32); 20] = [
    ("nilai sakip", 100),
    ("nilai akip", 100),
    ("nilai akuntabilitas kinerja", 100),
    ("nilai evaluasi sakip", 100),
    ("indeks reformasi birokrasi", 100),
    ("nilai reformasi birokrasi", 100),
    ("indeks kepuasan", 100),
    ("survei kepuasan", 100),
    ("ikm", 100),
    ("indeks pembangunan manusia", 100),
    ("indeks pembangunan gender", 100),
    ("indeks pemberdayaan gender", 100),
    ("indeks profesionalitas asn", 100),
    ("indeks kualitas lingkungan hidup", 100),
    ("indeks integritas", 100),
    ("indeks spbe", 5),
    ("indeks sistem pemerintahan berbasis elektronik", 5),
    ("maturitas spip", 5),
    ("kapabilitas apip", 5),
    ("gini", 1),
];

/// The scale that an indicator's name tells.
pub fn scale(name: &str) -> Option<Scale> {
    let plain = text::same_form(name);
    // A share or a number of something measured is another measure.
    if ["persentase", "jumlah", "rata", "laju"]
        .iter()
        .any(|word| plain.starts_with(word))
    {
        return None;
    }
    MEASURED
        .into_iter()
        .find(|(word, _)| has(&plain, word))
        .map(|(name, highest)| Scale {
            name,
            lowest: 0,
            highest,
        })
}

/// Words of a sasaran by which an agency speaks of itself.
const INTERNAL: [&str; 11] = [
    "akuntabilitas",
    "tata kelola",
    "reformasi birokrasi",
    "administrasi",
    "kinerja perangkat daerah",
    "kinerja organisasi",
    "kinerja dinas",
    "kinerja badan",
    "kinerja kecamatan",
    "kinerja inspektorat",
    "kinerja sekretariat",
];

/// Whether a sasaran speaks of the agency itself and not of its service.
pub fn is_internal(statement: &str) -> bool {
    let plain = text::same_form(statement);
    INTERNAL.iter().any(|word| has(&plain, word))
}

/// Units in which things are counted, which no grade or index has.
const COUNTED: [&str; 14] = [
    "dokumen",
    "laporan",
    "orang",
    "unit",
    "kegiatan",
    "paket",
    "buah",
    "kali",
    "lembaga",
    "kelompok",
    "rekomendasi",
    "berita acara",
    "sertifikat",
    "peserta",
];

/// Whether a unit counts things.
pub fn is_counted(unit: &str) -> bool {
    COUNTED.contains(&text::plain(unit).as_str())
}

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
    // "Jumlah laporan kasus" counts the cases, not the reports.
    let of_cases = CASES
        .iter()
        .any(|word| has(&plain, &format!("laporan {word}")));
    ACTIVITY
        .into_iter()
        .filter(|phrase| !(of_cases && *phrase == "jumlah laporan"))
        .find(|phrase| has(&plain, phrase))
}

/// The verb with which a statement begins like an activity.
pub fn activity_verb(statement: &str) -> Option<&'static str> {
    let plain = text::same_form(statement);
    VERB.into_iter()
        .find(|verb| plain == *verb || plain.starts_with(&format!("{verb} ")))
}
