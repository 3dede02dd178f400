//! The places that a regulation has for the agency's own text.

use super::{Bab, Muatan, Part, Regulation, Subbab, roman};

/// Slot of the kata pengantar.
pub const KATA_PENGANTAR: &str = "kata-pengantar";

/// A place for the agency's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// What the column `subbab` of the sheet Narasi says, normalised.
    pub id: String,
    /// Title of the chapter or subchapter.
    pub judul: String,
    /// Whether its absence is a finding.
    pub wajib: bool,
    /// Whether it interprets a table rather than filling a subchapter.
    pub interpretasi: bool,
}

impl Regulation {
    /// All slots of the sheet Narasi, in the order of the document.
    pub fn slot(&self) -> Vec<Slot> {
        let mut slot = vec![Slot {
            id: KATA_PENGANTAR.to_owned(),
            judul: "Kata Pengantar".to_owned(),
            wajib: true,
            interpretasi: false,
        }];
        slot.extend(self.bab.iter().flat_map(Bab::slot));
        // A text next to a table interprets it; any other name is a text of its own.
        for slot in &mut slot {
            if slot.interpretasi && !self.tabel.contains_key(&slot.id) {
                slot.interpretasi = false;
                slot.judul = capitalised(&slot.id.replace('-', " "));
            }
        }
        slot
    }
}

impl Bab {
    /// Slots of the chapter, in the order of the document.
    pub fn slot(&self) -> Vec<Slot> {
        let title = format!("BAB {} {}", roman(self.nomor), self.judul);
        let mut slot = Vec::new();
        add_slot(&mut slot, &self.isi, &self.slot, &title);
        for subbab in &self.subbab {
            subbab.add_slot(&mut slot);
        }
        slot
    }

    /// What its texts are asked to speak of: number of the chapter or subchapter
    /// and the matters, where there are any.
    pub fn muatan(&self) -> Vec<(&str, &[Muatan])> {
        let mut list = vec![(self.slot.as_str(), self.memuat_wajib.as_slice())];
        for subbab in &self.subbab {
            subbab.add_muatan(&mut list);
        }
        list.retain(|(_, muatan)| !muatan.is_empty());
        list
    }
}

impl Subbab {
    fn add_muatan<'a>(&'a self, list: &mut Vec<(&'a str, &'a [Muatan])>) {
        list.push((&self.nomor, &self.memuat_wajib));
        for subbab in &self.subbab {
            subbab.add_muatan(list);
        }
    }

    fn add_slot(&self, slots: &mut Vec<Slot>) {
        let title = format!("{} {}", self.nomor, self.judul);
        add_slot(slots, &self.isi, &self.nomor, &title);
        for subbab in &self.subbab {
            subbab.add_slot(slots);
        }
    }
}

fn add_slot(slot: &mut Vec<Slot>, isi: &[Part], own: &str, title: &str) {
    for part in isi {
        if let Part::Narasi { slot: name, wajib } = part {
            slot.push(Slot {
                id: name.clone().unwrap_or_else(|| own.to_owned()),
                judul: title.to_owned(),
                wajib: *wajib,
                interpretasi: name.is_some(),
            });
        }
    }
}

fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next()
        .map(|first| first.to_uppercase().chain(rest).collect())
        .unwrap_or_default()
}
