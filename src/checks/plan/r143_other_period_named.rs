#![doc = include_str!("r143_other_period_named.md")]

use super::{Rule, Subject};
use crate::checks::shared::sentence::{Sentence, sentences};
use crate::checks::shared::texts::{Kind, Text, texts};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R143"),
    severity: Severity::Warning,
    text: include_str!("r143_other_period_named.md"),
    check,
};

/// Words of a sentence that looks at another plan or back on purpose.
const OTHERS: [&str; 20] = [
    "nasional",
    "rpjmn",
    "rpjpd",
    "rpjpn",
    "jangka panjang",
    "kementerian",
    "provinsi",
    "sebelumnya",
    "lalu",
    "lama",
    "terdahulu",
    "evaluasi",
    "capaian",
    "realisasi",
    "hasil",
    "berakhir",
    "berakhirnya",
    "mencabut",
    "dicabut",
    "badan nasional",
];

/// Words before the years of a plan; the nearest counts.
const WINDOW: usize = 14;

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let Some(own) = subject.periode else { return };
    for text in texts(subject) {
        // The second chapter looks back.
        let looks_back = text.slot.starts_with('2') || text.slot.starts_with('t');
        if text.kind == Kind::Tugas || (text.kind == Kind::Narasi && looks_back) {
            continue;
        }
        for sentence in sentences(&text.content) {
            let Some((first, last)) =
                other_period(&text, &sentence, own.awal.get(), own.akhir.get())
            else {
                continue;
            };
            out.emit(
                RULE.finding(
                    text.origin.clone(),
                    format!("teks ini menyebut periode {first}–{last}"),
                )
                .path(format!("{first}–{last}"))
                .figure("tertulis", format!("{first}–{last}"), [text.origin.clone()])
                .figure(
                    "periode Renstra",
                    own.to_string(),
                    subject.renstra.identitas.periode.origin().cloned(),
                )
                .hint("periksa apakah tahunnya tertinggal dari periode lama; perbaiki, atau sebutkan bahwa yang dimaksud periode sebelumnya"),
            );
            break;
        }
    }
}

/// The period that a sentence gives to an RPJMD or a Renstra of this city.
fn other_period(
    text: &Text<'_>,
    sentence: &Sentence<'_>,
    awal: u16,
    akhir: u16,
) -> Option<(u16, u16)> {
    if sentence.has_any(&OTHERS) {
        return None;
    }
    let words = sentence.words.iter().enumerate();
    words
        .filter_map(|(at, word)| Some((at, word.years()?)))
        .find(|(at, (first, last))| {
            let within = *first >= awal && *last <= akhir + 1;
            let before = sentence.before(*at, WINDOW).join(" ");
            let own_plan = before.contains("rpjmd")
                || before.contains("rencana pembangunan jangka menengah daerah")
                || (text.kind != Kind::DasarHukum
                    && (before.contains("renstra") || before.contains("rencana strategis")));
            !within && own_plan
        })
        .map(|(_, years)| years)
}
