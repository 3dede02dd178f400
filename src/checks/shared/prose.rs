//! Figures that were typed into the narrative, and those that the tables know.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::plan;
use crate::model::{Entry, Indikator, Renstra, Target, number};

/// The text without its placeholders, which are computed and cannot be wrong.
pub fn typed(text: &str) -> String {
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
pub fn number(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
        .unwrap_or(text.len());
    text[..end].trim_end_matches(['.', ','])
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
        if let Ok(value) = number::parse(digits) {
            list.push((format!("{digits}%"), value.normalize()));
        }
    }
    list
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
