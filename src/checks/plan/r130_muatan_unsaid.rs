#![doc = include_str!("r130_muatan_unsaid.md")]

use super::{Rule, Subject};
use crate::checks::shared::mandatory;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::text;
use crate::regulation::roman;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R130"),
    severity: Severity::Warning,
    text: include_str!("r130_muatan_unsaid.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let bidang = mandatory::bidang(subject);
    for bab in &subject.regulation.bab {
        // What is said elsewhere in the chapter is said.
        let slots = bab.slot();
        let in_chapter = |slot: &str| slots.iter().any(|own| own.id == slot);
        let narasi = || {
            let all = subject.renstra.narasi.iter();
            all.filter(|narasi| in_chapter(&narasi.slot.value))
        };
        let chapter: Vec<String> = narasi()
            .map(|narasi| text::plain(&narasi.isi.value))
            .collect();
        for (nomor, muatan) in bab.muatan() {
            // A text that is missing altogether is another finding.
            let Some(own) = narasi().find(|narasi| narasi.slot.value == nomor) else {
                continue;
            };
            let missing: Vec<&str> = muatan
                .iter()
                .filter(|muatan| muatan.applies(&bidang))
                .filter(|muatan| !chapter.iter().any(|text| muatan.is_in(text)))
                .map(|muatan| muatan.butir.as_str())
                .collect();
            let place = if nomor == bab.slot {
                format!("BAB {}", roman(bab.nomor))
            } else {
                format!("subbab {nomor}")
            };
            let message = match missing.as_slice() {
                [] => continue,
                [only] => format!("{place} belum menyebut {only}"),
                list => format!("{place} belum menyebut {} hal", list.len()),
            };
            let mut finding = RULE.finding(own.isi.origin.clone(), message).path(nomor);
            if missing.len() > 1 {
                for butir in missing {
                    finding = finding.note("belum disebut", butir);
                }
            }
            out.emit(finding.hint(
                "apakah sudah ditulis dengan kata lain? Bila belum, tambahkan dengan kata-kata sendiri; program ini hanya mencari katanya",
            ));
        }
    }
}
