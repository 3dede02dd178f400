//! Numbers of tables and figures, counted by chapter before anything is laid
//! out: a chapter printed alone carries the numbers of the whole document.

use std::collections::BTreeMap;

use super::lampiran::is_wanted;
use super::{gambar, tabel};
use crate::config::Config;
use crate::model::Renstra;
use crate::regulation::{Lampiran, Part, Regulation};

/// The numbers, by id.
#[derive(Debug, Clone, Default)]
pub struct Numbering {
    tabel: BTreeMap<String, String>,
    gambar: BTreeMap<String, String>,
    /// Annexes that are wanted, in order.
    lampiran: Vec<String>,
    /// Tables of chapters that stand in an annex instead, with its id.
    terlampir: BTreeMap<String, String>,
}

impl Numbering {
    /// Counts what the document shows. A chart without figures is left out and
    /// not counted; an optional table without rows likewise. A regulated table
    /// keeps its number even when empty. A table that a wanted annex shows is not counted
    /// in its chapter.
    pub fn new(regulation: &Regulation, config: &Config, renstra: &Renstra) -> Self {
        let mut numbering = Self::default();
        let wanted = |annex: &&Lampiran| is_wanted(annex, renstra, config);
        let annexes: Vec<&Lampiran> = regulation.lampiran.iter().filter(wanted).collect();
        let attached = |part: &&Part| annexes.iter().any(|annex| annex.isi.contains(part));
        for bab in &regulation.bab {
            let (mut table, mut figure) = (0, 0);
            for part in bab.part().filter(|part| !attached(part)) {
                match part {
                    Part::Tabel(id) if shows_table(id, regulation, config, renstra) => {
                        table += 1;
                        numbering
                            .tabel
                            .insert(id.clone(), format!("{}.{table}", bab.nomor));
                    }
                    Part::Gambar(id) if gambar::build(id, renstra).is_some() => {
                        figure += 1;
                        numbering
                            .gambar
                            .insert(id.clone(), format!("{}.{figure}", bab.nomor));
                    }
                    _ => {}
                }
            }
        }
        let (mut table, mut figure) = (0, 0);
        for annex in annexes {
            numbering.lampiran.push(annex.id.clone());
            for part in &annex.isi {
                match part {
                    Part::Tabel(id) if shows_table(id, regulation, config, renstra) => {
                        table += 1;
                        numbering.tabel.insert(id.clone(), format!("L.{table}"));
                        if regulation.part().any(|own| own == part) {
                            numbering.terlampir.insert(id.clone(), annex.id.clone());
                        }
                    }
                    Part::Gambar(id) if gambar::build(id, renstra).is_some() => {
                        figure += 1;
                        numbering.gambar.insert(id.clone(), format!("L.{figure}"));
                    }
                    _ => {}
                }
            }
        }
        numbering
    }

    /// The number of a table; `None` if the document does not show it.
    pub fn tabel(&self, id: &str) -> Option<&str> {
        self.tabel.get(id).map(String::as_str)
    }

    /// Whether an annex is wanted; one that has nothing to show is left out all the same.
    pub fn has_lampiran(&self, id: &str) -> bool {
        self.lampiran.iter().any(|wanted| wanted == id)
    }

    /// Id of the annex in which a table of a chapter stands instead.
    pub fn terlampir(&self, id: &str) -> Option<&str> {
        self.terlampir.get(id).map(String::as_str)
    }

    /// The number of a figure; `None` if the document does not show it.
    pub fn gambar(&self, id: &str) -> Option<&str> {
        self.gambar.get(id).map(String::as_str)
    }
}

fn shows_table(id: &str, regulation: &Regulation, config: &Config, renstra: &Renstra) -> bool {
    let Some(tabel) = regulation.tabel.get(id) else {
        return false;
    };
    tabel::build(id, tabel, renstra, config, None)
        .is_some_and(|(_, empty, _)| tabel.is_required() || !empty)
}
