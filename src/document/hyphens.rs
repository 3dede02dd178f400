//! Soft hyphens in running text. Names of persons stay whole.

use std::collections::BTreeSet;

use super::Naskah;
use crate::measure::hyphenate;
use crate::model::Identitas;
use crate::prose::{Blok, Span};

/// Words that are never divided.
#[derive(Debug, Default)]
pub struct Hyphens {
    names: BTreeSet<String>,
}

impl Hyphens {
    /// With the names that the sheet Identitas gives.
    pub fn new(identitas: &Identitas) -> Self {
        let named = [&identitas.kepala.nama, &identitas.daerah];
        let words = named.into_iter().filter_map(|entry| entry.value());
        let words = words.flat_map(|name| name.split(|c: char| !c.is_alphanumeric()));
        Self {
            names: words.map(str::to_owned).collect(),
        }
    }

    /// A text with soft hyphens.
    pub fn text(&self, text: &str) -> String {
        hyphenate(text, &|word| self.names.contains(word))
    }

    /// Puts them into all of the agency's texts.
    pub fn put(&self, naskah: &mut Naskah) {
        for blok in naskah.values_mut() {
            self.blocks(blok);
        }
    }

    fn blocks(&self, list: &mut [Blok]) {
        for blok in list {
            match blok {
                Blok::Paragraf { isi } => self.spans(isi),
                Blok::Daftar { butir, .. } => butir.iter_mut().for_each(|isi| self.blocks(isi)),
                // A line above a paragraph is short.
                Blok::Judul { .. } => {}
            }
        }
    }

    fn spans(&self, list: &mut [Span]) {
        for span in list.iter_mut().filter(|span| !span.tanda) {
            span.teks = self.text(&span.teks);
        }
    }
}
