//! Headings as people type them, brought to one form for comparison.

use crate::model::text;

/// What a short form stands for that offices write in headings, or an English word, as of
/// loan projects and of templates from abroad.
fn long(short: &str) -> Option<&'static str> {
    Some(match short {
        "tgt" | "targt" | "trgt" => "target",
        "thn" | "th" => "tahun",
        "real" | "realis" | "relisasi" => "realisasi",
        "keg" | "kegiatam" => "kegiatan",
        "subkegiatan" | "subkeg" => "sub kegiatan",
        "prog" | "proram" | "prrgram" => "program",
        "ind" | "indk" | "indakator" | "indik" | "indicator" | "indicators" => "indikator",
        "sat" => "satuan",
        "angg" => "anggaran",
        "ket" => "keterangan",
        "perm" => "permasalahan",
        "presentase" | "prosentase" => "persentase",
        "strategy" => "strategi",
        "lok" => "lokasi",
        "goal" | "goals" => "tujuan",
        "objective" | "objectives" => "sasaran",
        "budget" => "pagu",
        "idr" | "rupiah" => "rp",
        _ => return None,
    })
}

/// A heading in plain form, short forms and common misspellings written out:
/// `Tgt. Kinerja Thn 2023` becomes `target kinerja tahun 2023`.
pub fn plain(text: &str) -> String {
    let plain = text::plain(text);
    if !plain.split(' ').any(|word| long(word).is_some()) {
        return plain;
    }
    let list: Vec<&str> = plain
        .split(' ')
        .map(|word| long(word).unwrap_or(word))
        .collect();
    list.join(" ")
}

/// Whether a heading only fills a blank, as spreadsheets do that format a range as a
/// table: `Kolom1`, `Column2`.
pub fn is_filler(plain: &str) -> bool {
    ["kolom", "column"].iter().any(|word| {
        plain
            .strip_prefix(word)
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()))
    })
}

/// A heading without the number that a spreadsheet put behind it, `target` of `target2`.
pub fn without_count(plain: &str) -> Option<&str> {
    let bare = plain.trim_end_matches(|c: char| c.is_ascii_digit());
    let count: u32 = plain[bare.len()..].parse().ok()?;
    (count > 1 && plain.len() - bare.len() < 3 && bare.ends_with(char::is_alphabetic))
        .then_some(bare)
}

/// The parts of a heading that one cell holds: `2022 rp` names a year and a unit as
/// two headings one below the other do. `2022/2023` is one heading that names no year.
pub fn parts(plain: &str) -> impl Iterator<Item = &str> {
    let names_one = |plain: &str| matches!(year(plain), Some(Year::Calendar(_)));
    let led = plain
        .split_once(' ')
        .filter(|(first, rest)| names_one(first) && !names_one(rest));
    let (head, rest) = led.map_or((None, plain), |(head, rest)| (Some(head), rest));
    let (rest, tail) = match rest.strip_suffix(" rp") {
        Some(rest) => (rest, Some("rp")),
        None => (rest, None),
    };
    head.into_iter().chain(std::iter::once(rest)).chain(tail)
}

/// The words of a worksheet's headings, for mending a heading with one wrong letter.
pub struct Words(Vec<String>);

/// Shortest word that is mended: in a shorter one a letter makes another word.
const MENDED: usize = 5;
/// Words of a heading that are looked at.
const LOOKED_AT: usize = 5;

impl Words {
    /// The words of these headings.
    pub fn new<'h>(headings: impl Iterator<Item = &'h str>) -> Self {
        let mut list: Vec<String> = headings
            .flat_map(|text| {
                plain(text)
                    .split(' ')
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            })
            .filter(|word| word.len() >= MENDED)
            .collect();
        list.sort_unstable();
        list.dedup();
        Self(list)
    }

    /// The heading with each word that has one wrong, missing, doubled or swapped
    /// letter put right; `None` if no word has, or more than one word may be meant.
    pub fn mend(&self, plain: &str) -> Option<String> {
        let mut mended = false;
        let mut list: Vec<&str> = Vec::new();
        for (at, word) in plain.split(' ').enumerate() {
            let known = word.len() < MENDED - 1 || self.0.iter().any(|own| own == word);
            if at >= LOOKED_AT || known {
                list.push(word);
                continue;
            }
            let first = word.chars().next();
            let mut near = self.0.iter().filter(|own| {
                own.chars().next() == first
                    && own.len().abs_diff(word.len()) <= 1
                    && strsim::osa_distance(own, word) == 1
            });
            match (near.next(), near.next()) {
                (Some(only), None) => {
                    mended = true;
                    list.push(only);
                }
                (Some(_), Some(_)) => return None,
                (None, _) => list.push(word),
            }
        }
        mended.then(|| list.join(" "))
    }
}

/// A year that a heading names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Year {
    /// `2023`, `Tahun 2023`.
    Calendar(u16),
    /// `Tahun-1`, `Tahun ke-1`: which calendar year it is, the heading does not say.
    Nth(u16),
}

/// `Tahun III`: the third.
fn roman(word: &str) -> Option<u16> {
    let all = ["i", "ii", "iii", "iv", "v", "vi"];
    let at = all.iter().position(|own| *own == word)?;
    u16::try_from(at + 1).ok()
}

/// The year in a plain heading, if it names exactly one. It is asked of every heading for every
/// column of every worksheet, so it keeps no list of words.
pub fn year(plain: &str) -> Option<Year> {
    let mut calendar = None;
    let mut nth = None;
    let mut before = "";
    for word in plain.split(' ') {
        let number = || word.parse::<u16>().ok();
        if word.len() == 4
            && let Some(year) = number().filter(|year| (1990..=2100).contains(year))
        {
            if calendar.is_some() {
                return None;
            }
            calendar = Some(Year::Calendar(year));
        }
        // "tahun ke 3", "tahun 3", "thn 3"
        if nth.is_none() && matches!(before, "tahun" | "ke") {
            let own = roman(word).or_else(number);
            nth = own.filter(|own| (1..=10).contains(own)).map(Year::Nth);
        }
        before = word;
    }
    calendar.or(nth)
}

/// What a heading counts for that is a part of a pattern and nothing else.
const EXACT: usize = 50;
/// What the column's own heading counts for.
const OWN: usize = 30;

/// Whether a heading says nothing but a year.
fn is_year(plain: &str) -> bool {
    let says_year = |word: &str| {
        matches!(word, "tahun" | "ke" | "ta") || word.bytes().all(|b| b.is_ascii_digit())
    };
    year(plain).is_some() && plain.split(' ').all(says_year)
}

/// How well a pattern fits the path of headings above a column; 0 if it does
/// not. Each part of the pattern must begin a heading, in the order of the path;
/// a heading that is the part and nothing else counts for more, and so does the column's
/// own heading, below those of its groups: `Rp (ribu)` below `Target dan Pagu` is money.
pub fn fit(pattern: &str, path: &[String]) -> usize {
    let own = path.iter().rposition(|heading| !is_year(heading));
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
        score += part.len() + if exact.is_some() { EXACT } else { 0 };
        if own == Some(path.len() - rest.len() + at) {
            score += OWN;
        }
        rest = rest.get(at + 1..).unwrap_or_default();
    }
    score
}

/// Whether `heading` begins with the whole words of `part`, or names a year where that
/// is a year.
pub fn begins(heading: &str, part: &str) -> bool {
    if part == "{tahun}" {
        return year(heading).is_some();
    }
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
    let mut rest = [
        "sub total",
        "sub jumlah",
        "jumlah",
        "total",
        "jml",
        "subtotal",
        "grand total",
    ]
    .iter()
    .filter_map(|word| form.strip_prefix(word))
    .filter(|rest| rest.is_empty() || rest.starts_with(' '));
    let Some(rest) = rest.next() else {
        return false;
    };
    // `Sub Total 7.01.02`: nothing but the kode of what is added up.
    let is_number = |word: &str| {
        word.bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'x'))
    };
    rest.split(' ').all(is_number)
        // "Jumlah dokumen perencanaan yang disusun" is an indicator.
        || form.split(' ').count() <= 3
        || ["program", "kegiatan", "urusan", "halaman"].iter().any(|part| form.contains(part))
        || [" belanja", " pagu"].iter().any(|part| rest.starts_with(part))
}

/// Whether a total is the whole table's and no part's.
pub fn is_grand_total(text: &str) -> bool {
    // `JUMLAH : 5 program` counts what it sums.
    let counts = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let own = text.split_once(':').filter(|(_, rest)| counts(rest));
    let form = text::same_form(own.map_or(text, |(own, _)| own));
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
