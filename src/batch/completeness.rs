//! How much of what the regulation demands a workbook has, by what its findings say is
//! missing: the recap and the findings cannot disagree.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::config::Config;
use crate::diagnostic::{Diagnostics, Fact};
use crate::regulation::{Part, Regulation};

/// How much of what the regulation demands a chapter has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chapter {
    /// Number of the chapter.
    pub bab: u16,
    /// Texts and tables that are there.
    pub filled: usize,
    /// Texts and tables that must be there.
    pub required: usize,
}

/// Completeness by chapter, and the names of what is missing in the document's
/// order. `readable` is false for a file of which nothing could be read.
pub(super) fn measure(
    regulation: &Regulation,
    config: &Config,
    findings: &Diagnostics,
    readable: bool,
) -> (Vec<Chapter>, Vec<String>) {
    let absent: BTreeSet<&Fact> = findings
        .iter()
        .flat_map(|finding| std::iter::once(finding).chain(&finding.consequences))
        .flat_map(|finding| &finding.facts)
        .collect();
    let is_absent = |kind: fn(String) -> Fact, id: &str| absent.contains(&kind(id.to_owned()));
    let mut missing = Vec::new();
    for slot in regulation.slot() {
        let (kind, what): (fn(String) -> Fact, _) = if slot.interpretasi {
            (Fact::NoInterpretation, "interpretasi pada ")
        } else {
            (Fact::NoText, "")
        };
        if is_absent(kind, &slot.id) {
            missing.push(format!("{what}{}", slot.judul));
        }
    }
    let mut counted = BTreeSet::new();
    let chapter = regulation.bab.iter().map(|bab| {
        let mut chapter = Chapter {
            bab: bab.nomor,
            filled: 0,
            required: 0,
        };
        let mut count = |kind: fn(String) -> Fact, id: &str| {
            chapter.required += 1;
            chapter.filled += usize::from(readable && !is_absent(kind, id));
        };
        for slot in slots(bab) {
            if config.subbab.get(&slot) != Some(&false) {
                count(Fact::NoText, &slot);
            }
        }
        for part in bab.part() {
            let Part::Tabel(id) = part else { continue };
            let Some(tabel) = regulation.tabel.get(id).filter(|tabel| tabel.is_required()) else {
                continue;
            };
            let lembar = tabel.source(id);
            if counted.insert(lembar) {
                count(Fact::NoTable, lembar);
                if is_absent(Fact::NoTable, lembar) {
                    let kode = tabel.kode.clone().unwrap_or_else(|| lembar.to_owned());
                    missing.push(format!("tabel {kode}"));
                }
            }
        }
        chapter
    });
    let chapter = chapter.collect();
    (chapter, missing)
}

/// Parts that are there and parts that must be, over all chapters.
pub(super) fn total(chapters: &[Chapter]) -> (usize, usize) {
    chapters.iter().fold((0, 0), |(filled, required), chapter| {
        (filled + chapter.filled, required + chapter.required)
    })
}

/// Slots of a chapter that must hold text, without interpretations.
fn slots(bab: &crate::regulation::Bab) -> Vec<String> {
    let mut slot = Vec::new();
    add(&mut slot, &bab.isi, &bab.slot);
    let mut below: Vec<_> = bab.subbab.iter().collect();
    while let Some(subbab) = below.pop() {
        add(&mut slot, &subbab.isi, &subbab.nomor);
        below.extend(&subbab.subbab);
    }
    slot
}

fn add(slot: &mut Vec<String>, isi: &[Part], own: &str) {
    for part in isi {
        if matches!(
            part,
            Part::Narasi {
                slot: None,
                wajib: true
            }
        ) {
            slot.push(own.to_owned());
        }
    }
}
