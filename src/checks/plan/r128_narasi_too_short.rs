#![doc = include_str!("r128_narasi_too_short.md")]

use super::{Rule, Subject};
use crate::checks::shared::prose;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::regulation::{Part, Subbab};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R128"),
    severity: Severity::Warning,
    text: include_str!("r128_narasi_too_short.md"),
    check,
};

/// Words that a text has at least where it is all that stands below a heading.
const ALONE: usize = 15;
/// Words where a table, a figure or a list stands with it.
const BESIDE: usize = 3;

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for slot in subject.regulation.slot() {
        if !slot.wajib || slot.interpretasi {
            continue;
        }
        let rows = subject.renstra.narasi.iter();
        let own: Vec<_> = rows.filter(|row| row.slot.value == slot.id).collect();
        // A text that is missing altogether is another finding.
        let Some(first) = own.first() else { continue };
        let words: usize = own.iter().map(|row| words(&row.isi.value)).sum();
        let least = if stands_alone(subject, &slot.id) {
            ALONE
        } else {
            BESIDE
        };
        if words >= least {
            continue;
        }
        out.emit(
            RULE.finding(
                first.isi.origin.clone(),
                format!("uraian \"{}\" hanya {words} kata", slot.judul),
            )
            .path(slot.id.clone())
            .figure("jumlah kata", words.to_string(), own.iter().map(|row| row.isi.origin.clone()))
            .figure("paling sedikit yang lazim", least.to_string(), [])
            .hint("apakah uraiannya memang sudah selesai? Lengkapi dengan keadaan Perangkat Daerah sendiri"),
        );
    }
}

/// Words of a text; what a placeholder gives counts as one.
fn words(text: &str) -> usize {
    let placeholders = text.matches("{{").count();
    let typed = prose::typed(text);
    let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
    typed.split_whitespace().filter(is_word).count() + placeholders
}

/// Whether a text is all that its heading has below it.
fn stands_alone(subject: &Subject<'_>, slot: &str) -> bool {
    let is_text = |part: &Part| match part {
        Part::Narasi { .. } => true,
        Part::Bagian(id) => id == "tanda-tangan",
        Part::Tabel(_) | Part::Gambar(_) => false,
    };
    let mut open: Vec<&Subbab> = Vec::new();
    for bab in &subject.regulation.bab {
        if bab.slot == slot {
            return bab.subbab.is_empty() && bab.isi.iter().all(is_text);
        }
        open.extend(&bab.subbab);
    }
    while let Some(subbab) = open.pop() {
        if subbab.nomor == slot {
            return subbab.subbab.is_empty() && subbab.isi.iter().all(is_text);
        }
        open.extend(&subbab.subbab);
    }
    // The foreword.
    true
}
