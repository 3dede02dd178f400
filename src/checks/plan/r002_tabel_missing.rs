#![doc = include_str!("r002_tabel_missing.md")]

use std::collections::BTreeSet;

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::regulation::Part;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R002"),
    severity: Severity::Error,
    text: include_str!("r002_tabel_missing.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for part in subject.regulation.part() {
        let Part::Tabel(id) = part else { continue };
        let Some(tabel) = subject.regulation.tabel.get(id).filter(|tabel| tabel.wajib) else {
            continue;
        };
        let lembar = tabel.lembar.as_deref().unwrap_or(id);
        if !told.insert(lembar) {
            continue;
        }
        let name = (subject.tab)(lembar);
        if !subject.renstra.lembar.contains(&lembar) {
            out.emit(
                RULE.finding(
                    plan::file_origin(subject),
                    format!("tabel {name} tidak ada pada berkas ini"),
                )
                .path(lembar)
                .hint(format!(
                    "tambahkan lembar \"{name}\" dengan judul kolom seperti pada formulir"
                )),
            );
        } else if plan::is_empty(subject.renstra, lembar) {
            out.emit(
                RULE.finding(
                    plan::sheet_origin(subject, lembar),
                    format!("tabel {name} belum mempunyai satu baris pun yang dapat dibaca"),
                )
                .path(lembar)
                .hint("isi tabelnya; tabel yang kosong tidak dicetak sebagai dokumen final"),
            );
        }
    }
}
