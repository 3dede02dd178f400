#![doc = include_str!("r006_subbab_pilihan_empty.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::regulation::{Part, Subbab};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R006"),
    severity: Severity::Info,
    text: include_str!("r006_subbab_pilihan_empty.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let origin = plan::sheet_origin(subject, "narasi");
    let bab = subject.regulation.bab.iter();
    for subbab in bab.flat_map(|bab| &bab.subbab).flat_map(below) {
        // A city that decided about it needs no word.
        let decided = subject.config.subbab.contains_key(&subbab.nomor);
        if !subbab.pilihan || decided || !is_empty(subject, subbab) {
            continue;
        }
        let title = format!("{} {}", subbab.nomor, subbab.judul);
        out.emit(
            RULE.finding(origin.clone(),
                format!("subbab pilihan \"{title}\" tidak diisi sehingga tidak dicetak"),
            )
            .path(subbab.nomor.clone())
            .hint(format!(
                "isi uraiannya pada lembar Narasi; bila memang tidak ada, tulis \"{}\" = false di bawah [subbab] pada renstra.toml",
                subbab.nomor
            )),
        );
    }
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
