//! Headings as people type them, brought to one form for comparison.

use crate::model::text;

/// Short forms that offices write in headings, and what they stand for.
const SHORT: [(&str, &str); 24] = [
    ("tgt", "target"),
    ("targt", "target"),
    ("thn", "tahun"),
    ("th", "tahun"),
    ("real", "realisasi"),
    ("realis", "realisasi"),
    ("relisasi", "realisasi"),
    ("keg", "kegiatan"),
    ("kegiatam", "kegiatan"),
    ("subkegiatan", "sub kegiatan"),
    ("subkeg", "sub kegiatan"),
    ("prog", "program"),
    ("proram", "program"),
    ("prrgram", "program"),
    ("ind", "indikator"),
    ("indk", "indikator"),
    ("indakator", "indikator"),
    ("sat", "satuan"),
    ("angg", "anggaran"),
    ("ket", "keterangan"),
    ("perm", "permasalahan"),
    ("presentase", "persentase"),
    ("prosentase", "persentase"),
    ("strategy", "strategi"),
];

/// A heading in plain form, short forms and common misspellings written out:
/// `Tgt. Kinerja Thn 2023` becomes `target kinerja tahun 2023`.
pub fn plain(text: &str) -> String {
    let word = |word: &str| {
        let long = SHORT.iter().find(|(short, _)| *short == word);
        long.map_or_else(|| word.to_owned(), |(_, long)| (*long).to_owned())
    };
    let list: Vec<String> = text::plain(text).split(' ').map(word).collect();
    list.join(" ")
}

/// A year that a heading names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Year {
    /// `2023`, `Tahun 2023`.
    Calendar(u16),
    /// `Tahun-1`, `Tahun ke-1`: which calendar year it is, the heading does not say.
    Nth(u16),
}

/// The year in a plain heading, if it names exactly one.
pub fn year(plain: &str) -> Option<Year> {
    let word: Vec<&str> = plain.split(' ').collect();
    let calendar: Vec<u16> = word
        .iter()
        .filter(|w| w.len() == 4)
        .filter_map(|w| w.parse().ok())
        .filter(|y| (1990..=2100).contains(y))
        .collect();
    if let [only] = calendar.as_slice() {
        return Some(Year::Calendar(*only));
    }
    if !calendar.is_empty() {
        return None;
    }
    // "tahun ke 3", "tahun 3", "thn 3"
    word.iter().enumerate().find_map(|(i, w)| {
        let nth: u16 = w.parse().ok().filter(|n| (1..=10).contains(n))?;
        let before = i.checked_sub(1).and_then(|at| word.get(at)).copied();
        matches!(before, Some("tahun" | "ke")).then_some(Year::Nth(nth))
    })
}

/// How well a pattern fits the path of headings above a column; 0 if it does
/// not. Each part of the pattern must begin a heading, in the order of the path;
/// a heading that is the part and nothing else counts for more.
pub fn fit(pattern: &str, path: &[String]) -> usize {
    let mut score = 0;
    let mut rest = path;
    for part in pattern.split('/') {
        if part == "{tahun}" {
            // A heading that is a year and no more, under no group.
            let Some(at) = rest.iter().position(|heading| year(heading).is_some()) else {
                return 0;
            };
            score += part.len();
            rest = rest.get(at + 1..).unwrap_or_default();
            continue;
        }
        let exact = rest.iter().position(|heading| heading == part);
        let Some(at) = exact.or_else(|| rest.iter().position(|h| begins(h, part))) else {
            return 0;
        };
        score += part.len() + if exact.is_some() { 50 } else { 0 };
        rest = rest.get(at + 1..).unwrap_or_default();
    }
    score
}

/// Whether `heading` begins with the whole words of `part`.
fn begins(heading: &str, part: &str) -> bool {
    heading
        .strip_prefix(part)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Whether a text in a table's body names a total: `JUMLAH`, `Sub Total`, `Total
/// Program A`. A total is compared with its parts and never added to them.
pub fn is_total(text: &str) -> bool {
    let form = text::same_form(text);
    // A surveyor's instrument.
    if form.starts_with("total station") {
        return false;
    }
    ["jumlah", "total", "jml", "sub total", "subtotal", "sub jumlah", "grand total"]
        .iter()
        .any(|word| {
            form.strip_prefix(word)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
        // "Jumlah dokumen perencanaan yang disusun" is an indicator.
        && (form.split(' ').count() <= 3
            || ["program", "kegiatan", "urusan", "halaman"].iter().any(|part| form.contains(part)))
}

/// Whether a total is the whole table's and no part's.
pub fn is_grand_total(text: &str) -> bool {
    let form = text::same_form(text);
    matches!(
        form.as_str(),
        "jumlah"
            | "total"
            | "jml"
            | "grand total"
            | "jumlah total"
            | "jumlah seluruhnya"
            | "total seluruhnya"
            | "total keseluruhan"
            | "jumlah keseluruhan"
            | "total pagu"
            | "jumlah pagu"
    )
}
