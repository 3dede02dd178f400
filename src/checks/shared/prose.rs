//! Figures that were typed into the narrative, and those that the tables know.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::plan;
use crate::model::{Entry, Indikator, Renstra, Rupiah, Target, angka};

/// The text without its placeholders, which are computed and cannot be wrong.
fn typed(text: &str) -> String {
    let mut rest = text;
    let mut out = String::new();
    while let Some((before, behind)) = rest.split_once("{{") {
        out.push_str(before);
        out.push(' ');
        rest = behind.split_once("}}").map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}

/// The digits, dots and commas at the begin of `text`.
fn number(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
        .unwrap_or(text.len());
    text[..end].trim_end_matches(['.', ','])
}

/// Amounts as typed with their value. What is written in millions is left out:
/// it is rounded on purpose.
pub fn rupiah(text: &str) -> Vec<(String, Rupiah)> {
    let text = typed(text);
    let mut list = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find("Rp") {
        let start = at + found + 2;
        at = start;
        let behind = text[start..].trim_start_matches(['.', ' ', '\u{a0}']);
        let digits = number(behind);
        let unit = behind[digits.len()..].trim_start().to_lowercase();
        let scaled = [
            "ribu", "juta", "jt", "miliar", "milyar", "triliun", "m ", "t ",
        ]
        .iter()
        .any(|word| unit.starts_with(word));
        if digits.is_empty() || scaled {
            continue;
        }
        if let Ok(amount) = Rupiah::parse(&format!("Rp{digits}")) {
            list.push((format!("Rp{digits}"), amount));
        }
    }
    list
}

/// Percentages as typed with their value.
pub fn persen(text: &str) -> Vec<(String, Decimal)> {
    let text = typed(text);
    let mut list = Vec::new();
    for (at, sign) in text.match_indices(['%', 'p']) {
        if sign == "p" && !text[at..].starts_with("persen ") && !text[at..].starts_with("persen.") {
            continue;
        }
        let before = text[..at].trim_end();
        let start = before
            .rfind(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
            .map_or(0, |i| {
                i + before[i..].chars().next().map_or(1, char::len_utf8)
            });
        let digits = before[start..].trim_matches(['.', ',']);
        if let Ok(value) = angka::parse(digits) {
            list.push((format!("{digits}%"), value.normalize()));
        }
    }
    list
}

/// Every amount of the tables, and the sums a reader would look for.
pub fn amounts(renstra: &Renstra) -> BTreeSet<Rupiah> {
    let mut known = BTreeSet::new();
    let mut take = |row: &crate::model::PaguRow| {
        known.extend(
            row.pagu()
                .values()
                .filter_map(|entry| entry.value().copied()),
        );
        known.extend(row.pagu_akhir().value().copied());
        known.extend(row.pagu_period());
    };
    for (_, row) in plan::coded(renstra) {
        take(row);
    }
    renstra.pendanaan.urusan.iter().for_each(&mut take);
    known.extend(renstra.pendanaan.pagu_total());
    let year: BTreeSet<_> = renstra
        .pendanaan
        .program
        .iter()
        .flat_map(|program| program.baris.pagu().keys().copied())
        .collect();
    known.extend(
        year.into_iter()
            .filter_map(|tahun| renstra.pendanaan.pagu_year(tahun)),
    );
    for row in &renstra.anggaran_realisasi {
        for list in [&row.anggaran, &row.realisasi] {
            let amount = || list.values().filter_map(|entry| entry.value().copied());
            known.extend(amount());
            known.insert(amount().sum());
        }
    }
    for column in [0, 1] {
        let mut sum = std::collections::BTreeMap::<_, Rupiah>::new();
        for row in renstra.anggaran_realisasi.iter().filter(|row| !row.jumlah) {
            let list = if column == 0 {
                &row.anggaran
            } else {
                &row.realisasi
            };
            for (tahun, entry) in list {
                if let Some(amount) = entry.value() {
                    let before = sum.get(tahun).copied().unwrap_or_default();
                    sum.insert(*tahun, before + *amount);
                }
            }
        }
        known.insert(sum.values().sum());
        known.extend(sum.into_values());
    }
    known
}

/// Every target and achievement, and the ratios of realisasi to anggaran at up
/// to two places.
pub fn percents(renstra: &Renstra) -> BTreeSet<Decimal> {
    let mut known = BTreeSet::new();
    let value =
        |entry: &Entry<Target>| entry.value().and_then(Target::nilai).map(|v| v.normalize());
    let mut take = |indikator: &Indikator| {
        known.extend(value(&indikator.target_awal));
        known.extend(indikator.target.values().filter_map(value));
        known.extend(value(&indikator.target_akhir));
    };
    for (_, indikator) in plan::indicators(renstra) {
        take(indikator);
    }
    let mut ratio = |a: Decimal, b: Decimal| {
        let Some(ratio) = a.checked_div(b) else {
            return;
        };
        for places in 0..=2 {
            known.insert((ratio * Decimal::ONE_HUNDRED).round_dp(places).normalize());
        }
    };
    for row in &renstra.kinerja_pelayanan {
        for (tahun, target) in &row.target {
            let realisasi = row.realisasi.get(tahun).and_then(value);
            if let (Some(target), Some(realisasi)) = (value(target), realisasi) {
                ratio(realisasi, target);
            }
        }
    }
    for row in &renstra.anggaran_realisasi {
        for (tahun, anggaran) in &row.anggaran {
            let realisasi = row.realisasi.get(tahun).and_then(|entry| entry.value());
            if let (Some(anggaran), Some(realisasi)) = (anggaran.value(), realisasi) {
                ratio(realisasi.decimal(), anggaran.decimal());
            }
        }
    }
    for row in &renstra.kinerja_pelayanan {
        for list in [&row.target, &row.realisasi, &row.rasio] {
            known.extend(list.values().filter_map(value));
        }
    }
    known
}

/// Things that a sentence counts, longest first.
const COUNTED: [&str; 5] = ["sub kegiatan", "kegiatan", "program", "tujuan", "sasaran"];
/// Words after which a count speaks of the whole.
const WHOLE: [&str; 6] = [
    "terdiri",
    "memuat",
    "mencakup",
    "meliputi",
    "mempunyai",
    "memiliki",
];

/// Words that make a count one of a part.
const NARROWER: [&str; 5] = ["prioritas", "unggulan", "strategis", "utama", "penunjang"];

/// Documents with counts of their own.
const OTHER: [&str; 8] = [
    "rpjmd",
    "rpjmn",
    "rpjpd",
    "rkpd",
    "renja",
    "rtrw",
    "klhs",
    "kementerian",
];

/// Counts as typed: `terdiri atas 5 program`.
pub fn counts(text: &str) -> Vec<(usize, &'static str)> {
    let plain = crate::model::text::plain(&typed(text));
    let word: Vec<&str> = plain.split(' ').collect();
    let mut list = Vec::new();
    for (at, number) in word.iter().enumerate() {
        let Ok(number) = number.parse::<usize>() else {
            continue;
        };
        // Only the verb right before the number, or one word between: "terdiri atas 5".
        let before = &word[at.saturating_sub(2)..at];
        if !before.iter().any(|word| WHOLE.contains(word)) {
            continue;
        }
        // What another document holds is no business of these tables.
        let near = &word[at.saturating_sub(10)..at];
        if near.iter().any(|word| OTHER.contains(word)) {
            continue;
        }
        // "5 (lima) program" has the number again in words.
        let rest = |from: usize| word.get(from..).unwrap_or_default().join(" ");
        let what = [rest(at + 1), rest(at + 2)].into_iter().find_map(|rest| {
            let what = COUNTED
                .into_iter()
                .find(|what| rest == *what || rest.starts_with(&format!("{what} ")))?;
            // "5 program prioritas" counts something else.
            let behind = rest[what.len()..].trim_start();
            Some((what, NARROWER.iter().any(|word| behind.starts_with(word))))
        });
        if let Some((what, false)) = what {
            list.push((number, what));
        }
    }
    list
}

/// How many of them the tables hold; a kode counts once.
pub fn count(renstra: &Renstra, what: &str) -> usize {
    match what {
        "tujuan" => renstra.tujuan.len(),
        "sasaran" => renstra
            .tujuan
            .iter()
            .map(|tujuan| tujuan.sasaran.len())
            .sum(),
        level => {
            let coded = plan::coded(renstra).into_iter();
            let kode: BTreeSet<_> = coded
                .filter(|(own, _)| *own == level)
                .map(|(_, row)| &row.kode.value)
                .collect();
            kode.len()
        }
    }
}
