#![doc = include_str!("r144_rupiah_of_another_year.md")]

use super::{Rule, Subject};
use crate::checks::shared::amounts::{self, Known};
use crate::checks::shared::prose;
use crate::checks::shared::sentence::{Word, sentences};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R144"),
    severity: Severity::Warning,
    text: include_str!("r144_rupiah_of_another_year.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let known = Known::of(subject.renstra);
    for narasi in &subject.renstra.narasi {
        let text = prose::typed(&narasi.isi.value);
        // Sentences end differently from amounts: each amount with the text around it.
        for amount in amounts::in_text(&text) {
            let at = amount.at;
            let Some(year) = year_of(&text, at) else {
                continue;
            };
            let matching: Vec<_> = known
                .of_year
                .iter()
                .filter(|row| amount.is(row.amount))
                .collect();
            let elsewhere = matching.is_empty()
                || matching.iter().any(|row| row.tahun.get() == year)
                || known.of_no_year.iter().any(|known| amount.is(*known));
            if elsewhere {
                continue;
            }
            let Some(other) = matching.first() else {
                continue;
            };
            let right = known
                .of_year
                .iter()
                .find(|row| row.label == other.label && row.tahun.get() == year);
            // Only a year of the same table says that the typed one is wrong.
            let Some(right) = right else { continue };
            out.emit(
                RULE.finding(
                    narasi.isi.origin.clone(),
                    format!("{} disebut untuk tahun {year}, padahal milik tahun {}", amount.typed, other.tahun),
                )
                .path(narasi.slot.value.clone())
                .figure("naskah", format!("{} (tahun {year})", amount.typed), [narasi.isi.origin.clone()])
                .figure(
                    format!("{} tahun {year}", right.label),
                    format!("Rp{}", right.amount),
                    right.origin.clone(),
                )
                .figure(
                    format!("{} tahun {}", other.label, other.tahun),
                    format!("Rp{}", other.amount),
                    other.origin.clone(),
                )
                .hint("perbaiki tahun atau jumlahnya, atau pakai penanda, misalnya {{ pagu_total(2024) | rupiah }}"),
            );
        }
    }
}

/// The year that the words right around an amount give it: the last one before it
/// in its sentence, else one right behind it.
fn year_of(text: &str, at: usize) -> Option<u16> {
    let before = &text[..at];
    let begin = before.rfind(['\n', ';']).map_or(0, |i| i + 1);
    let begin = before[begin..].rfind(". ").map_or(begin, |i| begin + i + 2);
    let own = sentences(&before[begin..]);
    let last = own.last()?;
    let years: Vec<u16> = last.words.iter().filter_map(Word::year).collect();
    // Another amount between belongs to its own year.
    if let Some(year) = years.last() {
        let behind_year = before.rfind(&year.to_string())?;
        return (!before[behind_year..].contains("Rp")).then_some(*year);
    }
    let behind = sentences(&text[at..]);
    let first = behind.first()?;
    let mut words = first.words.iter().skip(1).take(6);
    words.find_map(Word::year)
}
