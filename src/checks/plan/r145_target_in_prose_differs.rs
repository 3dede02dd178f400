#![doc = include_str!("r145_target_in_prose_differs.md")]

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::checks::shared::sentence::{Sentence, sentences};
use crate::checks::shared::{plan, prose};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Entry, Indikator, Tahun, Target, number, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R145"),
    severity: Severity::Warning,
    text: include_str!("r145_target_in_prose_differs.md"),
    check,
};

/// Words of a sentence that states a target.
const TARGET: [&str; 8] = [
    "ditargetkan",
    "target",
    "targetnya",
    "mencapai",
    "menjadi",
    "sebesar",
    "meningkat",
    "menurun",
];

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let list = once(plan::indicators(subject.renstra));
    let names: Vec<Name> = list.iter().map(|indikator| Name::of(indikator)).collect();
    for narasi in &subject.renstra.narasi {
        let text = prose::typed(&narasi.isi.value);
        for sentence in sentences(&text) {
            // Asked first: most sentences have none, and there are many names.
            let Some((year, number)) = year_and_number(&sentence) else {
                continue;
            };
            let mut found = names
                .iter()
                .zip(&list)
                .filter(|(name, _)| name.is_in(&sentence));
            // With two indicators in it nobody knows whose a number is.
            let (Some((_, indikator)), None) = (found.next(), found.next()) else {
                continue;
            };
            let Some(target) = target(indikator, year) else {
                continue;
            };
            let Some(right) = target.value.nilai().filter(|right| *right != number) else {
                continue;
            };
            if known(subject, indikator).contains(&number) {
                continue;
            }
            out.emit(
                RULE.finding(
                    narasi.isi.origin.clone(),
                    format!("target tahun {year} dalam naskah berbeda dengan tabel"),
                )
                .path(plan::one_line(&indikator.uraian.value))
                .figure("naskah", number::print(number), [narasi.isi.origin.clone()])
                .figure("tabel", number::print(right), [target.origin.clone()])
                .note("indikator", plan::one_line(&indikator.uraian.value))
                .hint("samakan angka dalam naskah dengan tabelnya"),
            );
        }
    }
}

/// Each wording once, the first table's.
fn once<'a>(list: Vec<(&'static str, &'a Indikator)>) -> Vec<&'a Indikator> {
    let mut seen = std::collections::BTreeSet::new();
    let list = list.into_iter().map(|(_, indikator)| indikator);
    list.filter(|indikator| seen.insert(text::same_form(&indikator.uraian.value)))
        .collect()
}

/// How a text names an indicator: by its words or by their first letters.
struct Name {
    words: String,
    letters: String,
}

impl Name {
    fn of(indikator: &Indikator) -> Self {
        let words = text::same_form(&indikator.uraian.value);
        let letters: String = words
            .split(' ')
            .filter_map(|word| word.chars().next())
            .collect();
        Self { words, letters }
    }

    fn is_in(&self, sentence: &Sentence<'_>) -> bool {
        let long = self.words.contains(' ') && sentence.has_any(&[&self.words]);
        let short = (3..=5).contains(&self.letters.len())
            && sentence.words.iter().any(|word| {
                word.text.to_lowercase() == self.letters && word.text == word.text.to_uppercase()
            });
        long || short
    }
}

/// The only year and the only other number of a sentence that states a target.
fn year_and_number(sentence: &Sentence<'_>) -> Option<(Tahun, Decimal)> {
    let (mut years, mut numbers) = (Vec::new(), Vec::new());
    for word in &sentence.words {
        if word.years().is_some() {
            return None;
        }
        if let Some(year) = word.year() {
            years.push(year);
        } else if let Ok(number) = number::parse(word.text.trim_end_matches('%')) {
            numbers.push(number);
        }
    }
    let ([year], [number]) = (years.as_slice(), numbers.as_slice()) else {
        return None;
    };
    let states = sentence.has_any(&TARGET) || sentence.words.len() <= 8;
    Some((Tahun::new(*year)?, *number)).filter(|_| states)
}

fn target(indikator: &Indikator, year: Tahun) -> Option<&crate::model::Located<Target>> {
    indikator.target.get(&year)?.located()
}

/// What any table says of the indicator: the sentence may mean another column.
fn known(subject: &Subject<'_>, indikator: &Indikator) -> Vec<Decimal> {
    let number = |entry: &Entry<Target>| entry.value().and_then(Target::nilai);
    let name = text::same_form(&indikator.uraian.value);
    let mut list: Vec<Decimal> = number(&indikator.target_awal).into_iter().collect();
    for row in &subject.renstra.kinerja_pelayanan {
        if text::same_form(&row.indikator.value) == name {
            list.extend(
                row.target
                    .values()
                    .chain(row.realisasi.values())
                    .filter_map(number),
            );
        }
    }
    list
}
