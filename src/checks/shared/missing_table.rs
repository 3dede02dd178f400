//! Tables that the regulation describes and the workbook lacks.

use std::collections::BTreeSet;

use super::plan;
use crate::checks::{Lookalike, Rule, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics, Fact};
use crate::model::{Worksheet, text};
use crate::regulation::{Part, Tabel};

/// Columns that a finding names.
const MOST: usize = 6;

/// Reports the tables that are asked for and are not there or have no row.
pub fn report(
    rule: &Rule,
    subject: &Subject<'_>,
    is_asked: fn(&Tabel) -> bool,
    fact: fn(String) -> Fact,
    out: &mut Diagnostics,
) {
    let mut reported: BTreeSet<Worksheet> = BTreeSet::new();
    for part in subject.regulation.part() {
        let Part::Tabel(id) = part else { continue };
        let Some(tabel) = subject.regulation.tabel.get(id) else {
            continue;
        };
        // A table that is made of others has no worksheet that could be missing.
        let Some(lembar) = tabel.worksheet(id) else {
            continue;
        };
        if !is_asked(tabel) || !reported.insert(lembar) {
            continue;
        }
        let name = lembar.tab();
        if !subject.renstra.lembar.contains(&lembar) {
            out.emit(
                match subject.lookalike.get(&lembar) {
                    Some(sheet) => unlike(rule, name, sheet),
                    None => rule
                        .finding(
                            plan::file_origin(subject),
                            format!("tabel {name} tidak ada pada berkas ini"),
                        )
                        .hint(format!(
                            "tambahkan lembar \"{name}\" dengan judul kolom seperti pada formulir"
                        )),
                }
                .path(lembar.id())
                .fact(fact(lembar.id().to_owned())),
            );
        } else if plan::is_empty(subject.renstra, lembar) {
            out.emit(
                rule.finding(
                    plan::sheet_origin(subject, lembar),
                    format!("tabel {name} belum mempunyai satu baris pun yang dapat dibaca"),
                )
                .path(lembar.id())
                .fact(fact(lembar.id().to_owned()))
                .hint("isi tabelnya; tabel yang kosong tidak dicetak sebagai dokumen final"),
            );
        }
    }
}

/// A table that is there in a shape of its own.
fn unlike(rule: &Rule, name: &str, sheet: &Lookalike) -> Diagnostic {
    let origin = sheet.origin.clone();
    let tab = origin.sheet.as_deref().unwrap_or_default().to_owned();
    let mut finding = rule
        .finding(
            origin,
            format!("lembar \"{tab}\" tampaknya tabel {name}, tetapi bentuknya lain; tabel {name} tidak terbaca"),
        );
    let mut missing: Vec<&str> = sheet.missing.iter().map(String::as_str).collect();
    let more = missing.len().saturating_sub(MOST);
    missing.truncate(MOST);
    if !missing.is_empty() {
        let list = missing.join("\", \"");
        let rest = if more > 0 {
            format!(" dan {more} lainnya")
        } else {
            String::new()
        };
        finding = finding.note("kolom yang tidak ada", format!("\"{list}\"{rest}"));
    }
    if let Some(title) = &sheet.judul {
        finding = finding.note(
            "dicetak sebagai",
            format!("tabel sendiri: {}", text::short(title)),
        );
    }
    finding.hint(format!(
        "sesuaikan judul kolom lembar \"{tab}\" dengan formulir {name}; bila memang tabel lain, tambahkan lembar \"{name}\""
    ))
}
