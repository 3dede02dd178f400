#![doc = include_str!("r141_other_region_named.md")]

use std::collections::BTreeMap;

use super::{Rule, Subject};
use crate::checks::shared::region::{self, Region};
use crate::checks::shared::sentence::{Sentence, sentences};
use crate::checks::shared::texts::{Kind, Text, texts};
use crate::diagnostic::{Code, Diagnostics, Origin, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R141"),
    severity: Severity::Warning,
    text: include_str!("r141_other_region_named.md"),
    check,
};

/// Words before a region that make it the one that plans.
const GOVERNMENT: [&str; 24] = [
    "pemerintah",
    "pemerintahan",
    "pemda",
    "daerah",
    "pembangunan",
    "rpjmd",
    "rpjpd",
    "renstra",
    "renja",
    "rkpd",
    "rtrw",
    "klhs",
    "perda",
    "perwali",
    "perbup",
    "dprd",
    "apbd",
    "visi",
    "misi",
    "wali",
    "opd",
    "masyarakat",
    "warga",
    "penduduk",
];

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let Some(own) = region::own(subject) else {
        return;
    };
    let texts = texts(subject);
    let visi = visi(subject);
    let mut found: BTreeMap<String, Vec<Origin>> = BTreeMap::new();
    for text in &texts {
        for sentence in sentences(&text.content) {
            let names = foreign(text, &sentence, &own, &visi);
            for name in names.into_iter().chain(wrong_head(text, &sentence, &own)) {
                let cells = found.entry(name).or_default();
                if !cells.contains(text.origin) {
                    cells.push(text.origin.clone());
                }
            }
        }
    }
    for (name, cells) in found {
        let Some(first) = cells.first().cloned() else {
            continue;
        };
        let kind = if own.is_kota { "Kota" } else { "Kabupaten" };
        out.emit(
            RULE.finding(first, format!("teks ini menyebut \"{name}\""))
                .path(name.clone())
                .figure("tertulis", name, cells)
                .figure("daerah Renstra ini", format!("{kind} {}", title(&own.name)), [])
                .hint("periksa apakah teks ini disalin dari daerah lain; ganti dengan nama daerah sendiri"),
        );
    }
}

/// Regions that a sentence takes for the planning one.
fn foreign(text: &Text<'_>, sentence: &Sentence<'_>, own: &Region, visi: &str) -> Vec<String> {
    let is_law = text.kind == Kind::DasarHukum;
    if is_law && !is_local_law(&text.content) {
        return Vec::new();
    }
    if !is_law && sentence.has_any(&region::COMPARES) {
        return Vec::new();
    }
    let mut list = Vec::new();
    for (at, named) in region::regions(sentence) {
        let same = named.name == own.name || named.name.starts_with(&format!("{} ", own.name));
        let is_partner = !is_law && region::is_partner(sentence, at);
        if is_partner || (same && named.is_kota == own.is_kota) {
            continue;
        }
        let kind = if named.is_kota { "Kota" } else { "Kabupaten" };
        let full = format!("{kind} {}", title(&named.name));
        let governs = sentence
            .before(at, 3)
            .iter()
            .any(|word| GOVERNMENT.contains(word));
        let is_title = text.kind == Kind::Judul;
        if (governs || is_law || is_title) && !visi.contains(&text::plain(&full)) {
            list.push(full);
        }
    }
    list
}

/// The title of the other kind of head.
fn wrong_head(text: &Text<'_>, sentence: &Sentence<'_>, own: &Region) -> Option<String> {
    let both = ["gubernur", "presiden", "menteri"];
    let (wrong, right): (&[&str], &[&str]) = if own.is_kota {
        (&["bupati"], &["wali kota", "walikota"])
    } else {
        (&["wali kota", "walikota"], &["bupati"])
    };
    let is_law = text.kind == Kind::DasarHukum;
    let speaks_of_all = sentence.has_any(right)
        || sentence.has_any(&both)
        || (!is_law && sentence.has_any(&region::COMPARES))
        || (is_law && !is_local_law(&text.content));
    if speaks_of_all || !sentence.has_any(wrong) {
        return None;
    }
    Some(if own.is_kota { "Bupati" } else { "Wali Kota" }.to_owned())
}

/// A regulation of a region; laws of the state name regions of their own.
fn is_local_law(law: &str) -> bool {
    const LOCAL: [&str; 10] = [
        "peraturan daerah",
        "perda ",
        "peraturan wali",
        "peraturan bupati",
        "perwali",
        "perwal ",
        "perbup",
        "keputusan wali",
        "keputusan bupati",
        "keputusan kepala",
    ];
    let plain = text::plain(law);
    LOCAL.iter().any(|kind| plain.starts_with(kind))
}

/// The vision may play with the word: `Pasuruan Kota Madinah`.
fn visi(subject: &Subject<'_>) -> String {
    let of_rpjmd = subject.rpjmd.and_then(|rpjmd| rpjmd.visi.as_ref());
    let visi = of_rpjmd.into_iter().chain(&subject.renstra.visi);
    let all: Vec<String> = visi.map(|visi| text::plain(&visi.value)).collect();
    all.join(" ")
}

fn title(name: &str) -> String {
    let words = name.split(' ').map(|word| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(letters).collect()
        })
    });
    words.collect::<Vec<_>>().join(" ")
}
