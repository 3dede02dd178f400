#![doc = include_str!("r080_bidang_without_responsibility.md")]

use std::collections::BTreeSet;

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Jabatan, Renstra, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R080"),
    severity: Severity::Warning,
    text: include_str!("r080_bidang_without_responsibility.md"),
    check,
};

/// How the posts begin that must answer for something.
const MUST: [&str; 4] = [
    "kepala bidang",
    "kepala bagian",
    "sekretaris",
    "inspektur pembantu",
];

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let unit = units(renstra);
    // A table that names no unit at all is another rule's finding.
    let named = plan::coded(renstra)
        .iter()
        .any(|(_, row)| row.unit.value().is_some());
    if !named {
        return;
    }
    for post in &renstra.struktur {
        let name = text::same_form(&post.jabatan.value);
        if post.atasan.is_none() || !MUST.iter().any(|begin| name.starts_with(begin)) {
            continue;
        }
        // A hospital answers as a whole: its own divisions are not asked for.
        let answered_above = superiors(post, &renstra.struktur)
            .iter()
            .any(|above| above.atasan.is_some() && unit.iter().any(|unit| above.heads(unit)));
        if answered_above {
            continue;
        }
        let answers = with_subordinates(post, &renstra.struktur)
            .iter()
            .any(|post| unit.iter().any(|unit| post.heads(unit)));
        if !answers {
            out.emit(
                RULE.finding(
                    post.jabatan.origin.clone(),
                    format!(
                        "{} belum bertanggung jawab atas program, kegiatan, atau IKU mana pun",
                        post.jabatan.value
                    ),
                )
                .path(post.jabatan.value.clone())
                .hint(format!(
                    "isi Unit Kerja Penanggung Jawab pada {}, atau samakan penulisan nama unitnya",
                    plan::pendanaan_sheet(renstra).tab()
                )),
            );
        }
    }
}

/// Units that answer for something.
fn units(renstra: &Renstra) -> BTreeSet<&str> {
    let coded = plan::coded(renstra);
    let row = coded.into_iter().filter_map(|(_, row)| row.unit.value());
    let iku = renstra
        .iku
        .iter()
        .filter_map(|iku| iku.penanggung_jawab.value());
    row.chain(iku).map(String::as_str).collect()
}

/// Everyone above a post, each once even where the sheet has a circle.
fn superiors<'a>(post: &'a Jabatan, all: &'a [Jabatan]) -> Vec<&'a Jabatan> {
    let mut list: Vec<&Jabatan> = Vec::new();
    let mut at = post;
    while let Some(atasan) = &at.atasan {
        let next = all
            .iter()
            .find(|above| text::same(&above.jabatan.value, &atasan.value));
        let Some(next) = next.filter(|next| {
            !list
                .iter()
                .any(|known| known.jabatan.origin == next.jabatan.origin)
        }) else {
            break;
        };
        list.push(next);
        at = next;
    }
    list
}

/// A post and everyone below it, each once even where the sheet has a circle.
fn with_subordinates<'a>(post: &'a Jabatan, all: &'a [Jabatan]) -> Vec<&'a Jabatan> {
    let mut list = vec![post];
    let mut at = 0;
    while let Some(above) = list.get(at).copied() {
        for below in all {
            let under = below
                .atasan
                .as_ref()
                .is_some_and(|atasan| text::same(&atasan.value, &above.jabatan.value));
            let known = list
                .iter()
                .any(|known| known.jabatan.origin == below.jabatan.origin);
            if under && !known {
                list.push(below);
            }
        }
        at += 1;
    }
    list
}
