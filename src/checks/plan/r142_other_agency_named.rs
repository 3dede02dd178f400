#![doc = include_str!("r142_other_agency_named.md")]

use std::collections::BTreeMap;

use super::{Rule, Subject};
use crate::checks::shared::sentence::{Sentence, sentences};
use crate::checks::shared::texts::{Kind, Text, texts};
use crate::checks::shared::{plan, region};
use crate::diagnostic::{Code, Diagnostics, Origin, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R142"),
    severity: Severity::Warning,
    text: include_str!("r142_other_agency_named.md"),
    check,
};

/// What only the agency that plans is said to do.
const PLANS: [&str; 12] = [
    "menetapkan",
    "wajib",
    "menyusun",
    "dipimpin",
    "didukung",
    "berkomitmen",
    "merupakan unsur",
    "mempunyai tugas",
    "bertugas",
    "memuat",
    "tahun",
    "ini",
];

/// Edits by which a name is misspelt and not another's.
const EDITS: usize = 2;

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let Some(nama) = subject.renstra.identitas.nama.located() else {
        return;
    };
    let own = text::plain(&nama.value);
    let mut found: BTreeMap<(bool, String), Vec<Origin>> = BTreeMap::new();
    for text in &texts(subject) {
        for sentence in sentences(&text.content) {
            for (at, length, name) in region::agencies(&sentence) {
                if region::is_same_agency(&name, &own) {
                    continue;
                }
                let misspelt = is_misspelt(&name, &own);
                if !misspelt && !is_taken_for_own(text, &sentence, at, length) {
                    continue;
                }
                let typed: Vec<&str> = sentence.words[at..at + length]
                    .iter()
                    .map(|word| word.text)
                    .collect();
                let cells = found.entry((misspelt, typed.join(" "))).or_default();
                if !cells.contains(text.origin) {
                    cells.push(text.origin.clone());
                }
            }
        }
    }
    for ((misspelt, name), cells) in found {
        let Some(first) = cells.first().cloned() else {
            continue;
        };
        let message = if misspelt {
            format!("nama Perangkat Daerah mungkin salah eja: \"{name}\"")
        } else {
            format!("teks ini memakai nama Perangkat Daerah lain: \"{name}\"")
        };
        out.emit(
            RULE.finding(first, message)
                .path(name.clone())
                .figure("tertulis", name, cells)
                .figure(
                    "Nama Perangkat Daerah",
                    plan::one_line(&nama.value),
                    [nama.origin.clone()],
                )
                .hint("ganti dengan nama sendiri, atau pakai penanda {{ opd.nama }} pada naskah; biarkan bila memang dimaksud Perangkat Daerah lain"),
        );
    }
}

/// A wrong letter or two in a name as long as the own.
fn is_misspelt(name: &str, own: &str) -> bool {
    let words = own.split(' ').count();
    let same_length: Vec<&str> = name.split(' ').take(words).collect();
    let distance = strsim::damerau_levenshtein(&same_length.join(" "), own);
    own.len() >= 10 && (1..=EDITS).contains(&distance)
}

/// Whether a sentence speaks of the agency as of the one that plans.
fn is_taken_for_own(text: &Text<'_>, sentence: &Sentence<'_>, at: usize, length: usize) -> bool {
    match text.kind {
        Kind::Judul => true,
        Kind::DasarHukum => {
            let organisation = ["susunan organisasi", "tata kerja", "tugas dan fungsi"];
            sentence.has_any(&organisation)
        }
        Kind::Tugas => false,
        Kind::Narasi => {
            let behind = sentence.from(at + length, 2).join(" ");
            let plans = PLANS
                .iter()
                .any(|plans| behind == *plans || behind.starts_with(&format!("{plans} ")));
            // Of a year or `ini` only where the plan itself is named.
            let of_plan = sentence.before(at, 2);
            let names_plan =
                of_plan.ends_with(&["renstra"]) || of_plan.ends_with(&["rencana", "strategis"]);
            let only_with_plan = behind.starts_with("tahun") || behind.starts_with("ini");
            plans
                && (names_plan || !only_with_plan)
                && !sentence.has_any(&region::COMPARES)
                && !region::is_partner(sentence, at)
        }
    }
}
