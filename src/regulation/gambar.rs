//! Figures that a plan has one or more of, or of its own.

use super::{Gambar, Part, Regulation, Subbab};

impl Regulation {
    /// The figure `id` as so many, `id-1` and on, each with what is said of it alone
    /// behind the title; none takes it away.
    pub fn repeat_gambar(&mut self, id: &str, said: &[String]) {
        let Some(own) = self.gambar.remove(id) else {
            return;
        };
        let name = |nth: usize| format!("{id}-{nth}");
        for (nth, said) in (1..).zip(said) {
            let judul = format!("{}{said}", own.judul);
            self.gambar.insert(name(nth), Gambar { judul });
        }
        let whole = Part::Gambar(id.to_owned());
        let repeat = |list: &mut Vec<Part>| {
            if let Some(at) = list.iter().position(|part| *part == whole) {
                let all = (1..=said.len()).map(|nth| Part::Gambar(name(nth)));
                list.splice(at..=at, all);
            }
        };
        for bab in &mut self.bab {
            repeat(&mut bab.isi);
            each(&mut bab.subbab, &repeat);
        }
        for annex in &mut self.lampiran {
            repeat(&mut annex.isi);
        }
    }

    /// Puts a figure of the agency's own at the end of a chapter or subchapter.
    pub fn add_gambar(&mut self, id: String, judul: String, nomor: &str) {
        if let Some(place) = self.subbab_mut(nomor) {
            place.push(Part::Gambar(id.clone()));
            self.gambar.insert(id, Gambar { judul });
        }
    }
}

fn each(list: &mut [Subbab], change: &impl Fn(&mut Vec<Part>)) {
    for subbab in list {
        change(&mut subbab.isi);
        each(&mut subbab.subbab, change);
    }
}
