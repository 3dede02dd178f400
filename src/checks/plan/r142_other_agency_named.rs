#![doc = include_str!("r142_other_agency_named.md")]

use std::collections::{BTreeMap, BTreeSet};

use super::{Rule, Subject};
use crate::checks::shared::sentence::{Sentence, sentences};
use crate::checks::shared::texts::{Kind, Text, texts};
use crate::checks::shared::{region, rpjmd};
use crate::diagnostic::{Code, Diagnostics, Origin, Severity};
use crate::model::{ProgramRpjmd, text};

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
    let others = others(subject);
    let mut found: BTreeMap<(bool, String), Vec<Origin>> = BTreeMap::new();
    for text in &texts(subject) {
        for sentence in sentences(&text.content) {
            let listed = region::listed(&sentence, &others);
            let listed = listed.into_iter().filter(|(at, ..)| {
                // The agency of the development plan is named in any narrative; only a plan of
                // another agency is out of place.
                text.kind != Kind::Narasi || names_plan(&sentence, *at)
            });
            let named = region::agencies(&sentence).into_iter();
            for (at, length, name) in named.chain(listed) {
                if region::is_same_agency(&name, &own) {
                    continue;
                }
                let misspelt = is_misspelt(&name, &own);
                let is_listed = others.contains(&name);
                if !misspelt && !is_taken_for_own(text, &sentence, (at, length), is_listed) {
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
                .quote("Nama Perangkat Daerah", nama)
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
fn is_taken_for_own(
    text: &Text<'_>,
    sentence: &Sentence<'_>,
    (at, length): (usize, usize),
    is_listed: bool,
) -> bool {
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
            let names_plan = names_plan(sentence, at);
            let only_with_plan = behind.starts_with("tahun") || behind.starts_with("ini");
            (plans || is_listed)
                && (names_plan || !only_with_plan)
                && !sentence.has_any(&region::COMPARES)
                && !region::is_partner(sentence, at)
        }
    }
}

/// Whether the words before a place are `Renstra` or `Rencana Strategis`.
fn names_plan(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = sentence.before(at, 2);
    before.ends_with(&["renstra"]) || before.ends_with(&["rencana", "strategis"])
}

/// The RPJMD's other agencies, where their names begin with none of the words by
/// which an agency is recognised.
fn others(subject: &Subject<'_>) -> Vec<String> {
    let Some(rpjmd) = subject.rpjmd else {
        return Vec::new();
    };
    let own = rpjmd::opd(subject);
    let names: BTreeSet<String> = rpjmd
        .program
        .iter()
        .flat_map(ProgramRpjmd::opd_names)
        .filter(|name| !own.names().iter().any(|own| text::same(own, name)))
        .map(text::plain)
        .filter(|name| {
            let first = name.split(' ').next().unwrap_or_default();
            !region::AGENCY.contains(&first) || first == "inspektorat"
        })
        .collect();
    names.into_iter().collect()
}
