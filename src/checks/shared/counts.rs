//! How many programmes, tujuan, and so on a text says that there are.

use std::collections::BTreeSet;

use super::numeral::spoken;
use super::plan;
use super::prose::typed;
use super::sentence::{Sentence, sentences};
use crate::model::Renstra;

/// Things that a sentence counts, longest first, with what they are.
const COUNTED: [(&str, &str); 6] = [
    ("sub kegiatan", "sub kegiatan"),
    ("subkegiatan", "sub kegiatan"),
    ("kegiatan", "kegiatan"),
    ("program", "program"),
    ("tujuan", "tujuan"),
    ("sasaran", "sasaran"),
];

/// Words after which a count speaks of the whole.
const WHOLE: [&str; 12] = [
    "terdiri",
    "memuat",
    "mencakup",
    "meliputi",
    "mempunyai",
    "memiliki",
    "menetapkan",
    "melaksanakan",
    "merumuskan",
    "terbagi",
    "dijabarkan",
    "melalui",
];

/// Words that make a count one of a part.
const NARROWER: [&str; 6] = [
    "prioritas",
    "unggulan",
    "strategis",
    "utama",
    "penunjang",
    "pendukung",
];

/// Documents with counts of their own, and times that are over.
const OTHER: [&str; 16] = [
    "rpjmd",
    "rpjmn",
    "rpjpd",
    "rkpd",
    "renja",
    "rtrw",
    "klhs",
    "kementerian",
    "provinsi",
    "sebelumnya",
    "lalu",
    "terdahulu",
    "lama",
    "tahun pertama",
    "setiap",
    "masing masing",
];

/// Parts of an agency, and of a plan, that have counts of their own.
const PARTS: [&str; 14] = [
    "bidang",
    "seksi",
    "sekretariat",
    "subbagian",
    "upt",
    "uptd",
    "puskesmas",
    "kelurahan",
    "unit",
    "misi",
    "tujuan",
    "sasaran",
    "program",
    "kegiatan",
];

/// Words before the verb in which its subject is looked for.
const SUBJECT: usize = 4;

/// Counts as typed: `terdiri atas 5 program`, `menetapkan dua tujuan dan 3 sasaran`.
pub fn in_text(text: &str) -> Vec<(usize, &'static str)> {
    let text = typed(text);
    sentences(&text).iter().flat_map(of_sentence).collect()
}

fn of_sentence(sentence: &Sentence<'_>) -> Vec<(usize, &'static str)> {
    let mut list = Vec::new();
    // Behind a count of the whole `dan 5 sasaran` goes on counting it.
    let mut goes_on = None;
    let mut at = 0;
    while at < sentence.words.len() {
        let Some((number, used)) = number(&sentence.from(at, 6)) else {
            at += 1;
            continue;
        };
        let is_next = goes_on.is_some_and(|end| {
            let between = sentence.before(at, at - end);
            between.len() <= 2 && between.iter().all(|word| ["dan", "serta"].contains(word))
        });
        let whole = is_next || counts_the_whole(sentence, at);
        let (counted, length) = counted(sentence, at + used);
        if let Some(what) = counted.filter(|_| whole) {
            list.push((number, what));
            goes_on = Some(at + used + length);
        }
        at += used + length;
    }
    list
}

/// The number that words begin with, in digits or in words.
fn number(words: &[&str]) -> Option<(usize, usize)> {
    if let Ok(number) = words.first()?.parse() {
        return Some((number, 1));
    }
    let (number, used) = spoken(words)?;
    Some((usize::try_from(number).ok()?, used))
}

/// What is counted from a place on, and how many words say it with the number's
/// repetition: `(lima) program`.
fn counted(sentence: &Sentence<'_>, at: usize) -> (Option<&'static str>, usize) {
    let again = number(&sentence.from(at, 6)).map_or(0, |(_, used)| used);
    let rest = sentence.from(at + again, 5).join(" ");
    let found = COUNTED
        .iter()
        .find(|(name, _)| rest == *name || rest.starts_with(&format!("{name} ")));
    let Some((name, what)) = found else {
        return (None, 0);
    };
    // "5 program prioritas" counts something else.
    let behind = rest[name.len()..].trim_start();
    let part = NARROWER.iter().any(|word| behind.starts_with(word));
    ((!part).then_some(*what), again + name.split(' ').count())
}

/// Whether a verb right before the number, or one word between, makes the plan its
/// subject.
fn counts_the_whole(sentence: &Sentence<'_>, at: usize) -> bool {
    let near = sentence.before(at, 2);
    let Some(verb) = near.iter().position(|word| WHOLE.contains(word)) else {
        return false;
    };
    // What another document holds is no business of these tables.
    let before = sentence.before(at, 12);
    let padded = format!(" {} ", before.join(" "));
    if OTHER
        .iter()
        .any(|other| padded.contains(&format!(" {other} ")))
    {
        return false;
    }
    let subject = sentence.before(at - near.len() + verb, SUBJECT);
    let parts = subject.iter().filter(|word| PARTS.contains(word)).count();
    let narrower = subject.iter().any(|word| NARROWER.contains(word));
    // "Program ini terdiri atas 3 kegiatan" counts a part, "rencana program dan
    // kegiatan terdiri atas" the whole.
    !narrower && parts != 1
}

/// How many of them the tables hold; a kode counts once.
pub fn of_tables(renstra: &Renstra, what: &str) -> usize {
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
                .filter(|(own, _)| own.to_string() == level)
                .map(|(_, row)| &row.kode.value)
                .collect();
            kode.len()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::in_text;

    #[test]
    fn counts_of_the_plan_are_read_in_digits_words_and_lists() {
        assert_eq!(in_text("yang terdiri atas 6 program."), [(6, "program")]);
        assert_eq!(
            in_text("Dinas melaksanakan 6 (enam) program"),
            [(6, "program")]
        );
        assert_eq!(
            in_text("Renstra ini memuat tujuh program"),
            [(7, "program")]
        );
        let list = "Dinas menetapkan 3 tujuan dan 5 sasaran";
        assert_eq!(in_text(list), [(3, "tujuan"), (5, "sasaran")]);
        let list = "memuat 12 kegiatan dan 99 sub kegiatan";
        assert_eq!(in_text(list), [(12, "kegiatan"), (99, "sub kegiatan")]);
    }

    #[test]
    fn counts_of_others_and_of_parts_are_left_alone() {
        for text in [
            "RPJMD Kota Pasuruan memuat 4 tujuan",
            "Renstra Kementerian Kesehatan terdiri atas 5 tujuan",
            "Renstra periode sebelumnya terdiri atas 12 program",
            "Program prioritas tersebut terdiri atas 2 program",
            "Bidang Angkutan melaksanakan 2 kegiatan",
            "Tujuan pertama mempunyai 2 sasaran",
            "memuat 2 program prioritas",
        ] {
            assert_eq!(in_text(text), [], "{text}");
        }
    }
}
