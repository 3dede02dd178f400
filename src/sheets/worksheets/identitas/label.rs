//! Labels of Identitas, as printed and as offices word them.

use crate::diagnostic::{Diagnostic, Origin, Scope};
use crate::sheets::cell;
use crate::sheets::code;
use crate::sheets::heading;

/// Labels as printed, each with the other words offices use for it.
pub const LABEL: [(&str, &[&str]); 19] = [
    (
        "Nama Perangkat Daerah",
        &[
            "perangkat daerah",
            "nama opd",
            "opd",
            "nama skpd",
            "nama pd",
        ],
    ),
    ("Singkatan", &["singkatan opd", "nama singkat"]),
    (
        "Kode Perangkat Daerah",
        &["kode opd", "kode skpd", "kode pd"],
    ),
    ("Bidang Urusan", &["urusan", "urusan pemerintahan"]),
    (
        "Daerah",
        &["nama daerah", "kabupaten kota", "pemerintah daerah"],
    ),
    ("Provinsi", &[]),
    (
        "Jabatan Kepala",
        &[
            "jabatan",
            "jabatan kepala perangkat daerah",
            "jabatan penanda tangan",
        ],
    ),
    (
        "Nama Kepala",
        &[
            "kepala",
            "nama kepala perangkat daerah",
            "nama kepala opd",
            "nama pejabat",
            "nama",
        ],
    ),
    ("Pangkat", &["pangkat golongan", "pangkat gol"]),
    ("NIP", &["nip kepala"]),
    ("Tempat", &["tempat penetapan"]),
    ("Tanggal", &["tanggal penetapan"]),
    (
        "Periode",
        &["periode renstra", "tahun", "periode perencanaan"],
    ),
    ("Tahap", &["tahapan", "tahap dokumen"]),
    ("Dasar Hukum", &["landasan hukum"]),
    (
        "SK Tim Penyusun",
        &[
            "sk tim",
            "sk tim penyusun renstra",
            "surat keputusan tim penyusun",
            "keputusan tim penyusun",
        ],
    ),
    (
        "Berita Acara Forum",
        &[
            "ba forum",
            "berita acara forum perangkat daerah",
            "berita acara forum opd",
        ],
    ),
    (
        "Berita Acara Verifikasi",
        &["ba verifikasi", "berita acara verifikasi renstra"],
    ),
    ("Lampiran", &["lampiran renstra"]),
];

/// Labels that offices add and that say nothing the tables do not say better.
pub(super) const UNUSED: [&str; 8] = [
    "jenis dokumen",
    "tahun awal",
    "tahun akhir",
    "tahun dalam matriks",
    "tahun perencanaan dalam matriks",
    "tahun data dasar baseline",
    "baseline",
    "uraian",
];

/// Words for an agency.
const AGENCY: [&str; 14] = [
    "perangkat",
    "daerah",
    "opd",
    "skpd",
    "pd",
    "dinas",
    "badan",
    "kecamatan",
    "kelurahan",
    "kantor",
    "instansi",
    "unit",
    "kerja",
    "satuan",
];
/// Words for who leads one.
const HEAD: [&str; 9] = [
    "kepala",
    "camat",
    "lurah",
    "direktur",
    "inspektur",
    "sekretaris",
    "pimpinan",
    "pejabat",
    "kasatpol",
];

/// The label that a text is, and whether only its words tell so.
pub(super) fn find(text: &str) -> Option<(&'static str, bool)> {
    let plain = heading::plain(without_number(text));
    let printed = LABEL
        .iter()
        .find(|(label, alias)| heading::plain(label) == plain || alias.contains(&plain.as_str()))
        .map(|(label, _)| (*label, false));
    printed.or_else(|| by_words(&plain).map(|label| (label, true)))
}

/// `3. Nama Kepala`, `c) Nama Kepala` without what numbers the label.
fn without_number(text: &str) -> &str {
    let text = text.trim();
    let Some((sign, rest)) = text.split_once(char::is_whitespace) else {
        return text;
    };
    let number = sign.strip_suffix(['.', ')']).unwrap_or_default();
    let digits =
        !number.is_empty() && number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit());
    let letter = number.len() == 1 && number.bytes().all(|b| b.is_ascii_lowercase());
    if digits || letter {
        rest.trim_start()
    } else {
        text
    }
}

/// The label that no other can be meant by these words.
fn by_words(plain: &str) -> Option<&'static str> {
    let word: Vec<&str> = plain.split(' ').collect();
    let first = *word.first()?;
    let rest = &word[1..];
    let only = |list: &[&str], words: &[&str]| words.iter().all(|word| list.contains(word));
    let has = |list: &[&str]| word.iter().any(|word| list.contains(word));
    let agency = |words: &[&str]| {
        let strong = [
            "opd",
            "skpd",
            "pd",
            "perangkat",
            "dinas",
            "badan",
            "kecamatan",
            "instansi",
        ];
        only(&AGENCY, words) && words.iter().any(|word| strong.contains(word))
    };
    Some(match first {
        _ if plain.replace(' ', "") == "nip" || plain.starts_with("nomor induk pegawai") => "NIP",
        "nip" if only(&HEAD, &rest[..1.min(rest.len())]) => "NIP",
        "jabatan"
            if rest
                .iter()
                .all(|word| HEAD.contains(word) || AGENCY.contains(word)) =>
        {
            "Jabatan Kepala"
        }
        "nama" if rest.first().is_some_and(|word| HEAD.contains(word)) => "Nama Kepala",
        "nama" if only(&["kota", "kabupaten", "kab"], rest) && !rest.is_empty() => "Daerah",
        "nama" if agency(rest) => "Nama Perangkat Daerah",
        "kode" if agency(rest) => "Kode Perangkat Daerah",
        head if HEAD.contains(&head) && (rest.is_empty() || agency(rest)) => "Nama Kepala",
        _ if agency(&word) => "Nama Perangkat Daerah",
        "tanggal" | "tgl" if only(&PLACED, rest) => "Tanggal",
        "tempat" | "kota" if !rest.is_empty() && only(&PLACED, rest) => "Tempat",
        "periode" | "tahun" if only(&PERIOD, rest) => "Periode",
        "pemerintah" | "kota" | "kabupaten" | "kab"
            if only(&REGION, rest) && first_or(rest, first) =>
        {
            "Daerah"
        }
        "propinsi" => "Provinsi",
        "pangkat" | "golongan" if only(&["pangkat", "golongan", "gol", "ruang"], rest) => "Pangkat",
        "dasar" | "landasan" if has(&["hukum"]) && only(&LAW, rest) => "Dasar Hukum",
        _ => return None,
    })
}

const PLACED: [&str; 6] = [
    "penetapan",
    "ditetapkan",
    "pengesahan",
    "penandatanganan",
    "dokumen",
    "renstra",
];
const PERIOD: [&str; 6] = [
    "periode",
    "tahun",
    "renstra",
    "rencana",
    "strategis",
    "perencanaan",
];
const REGION: [&str; 4] = ["kota", "kabupaten", "kab", "daerah"];
const LAW: [&str; 5] = ["hukum", "dasar", "landasan", "penyusunan", "renstra"];

/// `Pemerintah` alone names no region.
fn first_or(rest: &[&str], first: &str) -> bool {
    !rest.is_empty() || first != "pemerintah"
}

/// The kind of region that a label alone says, `Pemerintah Kota`: its value may be no
/// more than the name.
pub(super) fn region(text: &str) -> Option<&'static str> {
    let plain = heading::plain(text);
    let has = |list: &[&str]| plain.split(' ').any(|word| list.contains(&word));
    match (has(&["kota"]), has(&["kabupaten", "kab"])) {
        (true, false) => Some("Kota"),
        (false, true) => Some("Kabupaten"),
        _ => None,
    }
}

/// A label that is none.
pub(super) fn unknown(text: &str, origin: Origin) -> Diagnostic {
    let plain = heading::plain(text);
    let near = LABEL
        .iter()
        .map(|(label, _)| (strsim::jaro_winkler(&heading::plain(label), &plain), *label))
        .filter(|(near, _)| *near > 0.82)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let finding = Diagnostic::warning(
        code::UNKNOWN_LABEL,
        origin,
        format!(
            "\"{}\" tidak dikenal pada lembar Identitas; isinya tidak dibaca",
            cell::short(text)
        ),
    )
    .unprinted(Scope::Cell);
    match near {
        Some((_, label)) => finding.hint(format!("maksud Anda \"{label}\"?")),
        None => finding,
    }
}
