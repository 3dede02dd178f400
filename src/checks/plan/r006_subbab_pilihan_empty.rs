#![doc = include_str!("r006_subbab_pilihan_empty.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Fact, Severity};
use crate::model::Worksheet;
use crate::regulation::{Part, Subbab};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R006"),
    severity: Severity::Info,
    text: include_str!("r006_subbab_pilihan_empty.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let bab = subject.regulation.bab.iter();
    let empty: Vec<&Subbab> = bab
        .flat_map(|bab| &bab.subbab)
        .flat_map(below)
        // A city that decided about it needs no word.
        .filter(|subbab| {
            let decided = subject.config.subbab.contains_key(&subbab.nomor);
            subbab.pilihan && !decided && is_empty(subject, subbab)
        })
        .collect();
    let Some(first) = empty.first() else { return };
    let title = |subbab: &Subbab| format!("{} {}", subbab.nomor, subbab.judul);
    let nomor: Vec<&str> = empty.iter().map(|subbab| subbab.nomor.as_str()).collect();
    let message = if empty.len() == 1 {
        format!(
            "subbab pilihan \"{}\" tidak diisi sehingga tidak dicetak",
            title(first)
        )
    } else {
        format!(
            "{} subbab pilihan tidak diisi sehingga tidak dicetak",
            empty.len()
        )
    };
    // One for all of them: each is a decision, none is a fault.
    let mut finding = RULE
        .finding(plan::sheet_origin(subject, Worksheet::Narasi), message)
        .path(nomor.join("; "))
        .fact(Fact::NoOptionalText);
    for subbab in empty.iter().filter(|_| empty.len() > 1) {
        finding = finding.note("subbab", title(subbab));
    }
    out.emit(finding.hint(format!(
        "isi uraiannya pada lembar Narasi; bila memang tidak ada, tulis \"{}\" = false di bawah [subbab] pada renstra.toml",
        first.nomor
    )));
}

fn below(subbab: &Subbab) -> Box<dyn Iterator<Item = &Subbab> + '_> {
    Box::new(std::iter::once(subbab).chain(subbab.subbab.iter().flat_map(below)))
}

/// Whether it has neither a text nor a table; the agency's own tables are among its parts.
fn is_empty(subject: &Subject<'_>, subbab: &Subbab) -> bool {
    subbab.subbab.is_empty()
        && subbab.isi.iter().all(|part| match part {
            Part::Narasi { slot, .. } => {
                let slot = slot.as_ref().unwrap_or(&subbab.nomor);
                !subject.slot.contains(slot)
            }
            Part::Tabel(_) | Part::Gambar(_) | Part::Bagian(_) => false,
        })
}
