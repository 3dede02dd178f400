#![doc = include_str!("r147_stage_word_in_final.md")]

use super::{Rule, Subject};
use crate::checks::shared::texts::{Kind, texts};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Tahap, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R147"),
    severity: Severity::Warning,
    text: include_str!("r147_stage_word_in_final.md"),
    check,
};

/// Ways in which a document calls itself a draft.
const DRAFT: [&str; 18] = [
    "rancangan ini",
    "rancangan awal ini",
    "rancangan akhir ini",
    "rancangan renstra ini",
    "rancangan awal renstra ini",
    "rancangan akhir renstra ini",
    "rancangan rencana strategis ini",
    "rancangan akhir rencana strategis ini",
    "rancangan awal rencana strategis ini",
    "dokumen rancangan ini",
    "dokumen rancangan akhir ini",
    "dokumen rancangan awal ini",
    "masih berupa rancangan",
    "masih berbentuk rancangan",
    "draf renstra",
    "draft renstra",
    "draf ini",
    "draft ini",
];

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let tahap = &subject.renstra.identitas.tahap;
    let Some(stage) = tahap.located().filter(|tahap| tahap.value == Tahap::Final) else {
        return;
    };
    for text in texts(subject) {
        if !matches!(text.kind, Kind::Narasi | Kind::Judul) {
            continue;
        }
        let plain = format!(" {} ", text::plain(&text.content));
        let Some(phrase) = DRAFT
            .into_iter()
            .find(|phrase| plain.contains(&format!(" {phrase} ")))
        else {
            continue;
        };
        out.emit(
            RULE.finding(
                text.origin.clone(),
                format!("dokumen final ini menyebut dirinya \"{phrase}\""),
            )
            .path(text.slot)
            .figure("tertulis", phrase, [text.origin.clone()])
            .figure("Tahap", "Final", [stage.origin.clone()])
            .hint("hapus kata rancangan, atau perbaiki Tahap pada lembar Identitas"),
        );
    }
}
