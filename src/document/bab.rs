//! Chapters as the regulation orders them, filled with the agency's texts.

use std::collections::BTreeMap;

use serde::Serialize;

use super::vocabulary::MATRIKS_PERUBAHAN;
use super::{Hyphens, Naskah, Numbering, gambar};
use crate::config::Config;
use crate::model::{Located, Renstra};
use crate::prose::Blok;
use crate::regulation::{Lampiran, Part, Regulation, Subbab, roman};

/// A chapter.
#[derive(Debug, Serialize)]
pub struct BabData<'a> {
    /// `BAB` or `LAMPIRAN`.
    sebutan: &'static str,
    nomor: u16,
    romawi: String,
    judul: &'a str,
    memuat: Option<&'a str>,
    isi: Vec<Piece<'a>>,
    subbab: Vec<SubbabData<'a>>,
}

/// A subchapter.
#[derive(Debug, Serialize)]
struct SubbabData<'a> {
    nomor: &'a str,
    judul: &'a str,
    isi: Vec<Piece<'a>>,
    subbab: Vec<SubbabData<'a>>,
}

/// A part of a chapter.
#[derive(Debug, Serialize)]
#[serde(tag = "jenis", rename_all = "lowercase")]
enum Piece<'a> {
    Narasi {
        slot: &'a str,
        kosong: bool,
        wajib: bool,
        blok: &'a [Blok],
    },
    Tabel {
        id: &'a str,
    },
    Gambar {
        id: &'a str,
    },
    Bagian {
        id: &'a str,
    },
    /// A table that the regulation asks for and the workbook lacks: a draft marks the gap.
    Kurang {
        judul: String,
    },
    /// A table of the chapter that stands in an annex.
    Terlampir {
        judul: String,
        nomor: &'a str,
        lampiran: String,
    },
}

/// The preface.
#[derive(Debug, Serialize)]
pub struct KataPengantar<'a> {
    kosong: bool,
    blok: &'a [Blok],
}

impl<'a> KataPengantar<'a> {
    pub(super) fn new(blok: Option<&'a Vec<Blok>>) -> Self {
        let blok = blok.map(Vec::as_slice).unwrap_or_default();
        Self {
            kosong: blok.is_empty(),
            blok,
        }
    }
}

/// Duties and functions of a post.
#[derive(Debug, Serialize)]
pub struct TugasFungsiData<'a> {
    jabatan: &'a str,
    tugas: Vec<String>,
    fungsi: Vec<String>,
}

pub(super) fn tugas_fungsi<'a>(
    renstra: &'a Renstra,
    hyphens: &Hyphens,
) -> Vec<TugasFungsiData<'a>> {
    let divided = |list: &[Located<String>]| -> Vec<String> {
        list.iter().map(|text| hyphens.text(&text.value)).collect()
    };
    renstra
        .tugas_fungsi
        .iter()
        .map(|post| TugasFungsiData {
            jabatan: &post.jabatan.value,
            tugas: divided(&post.tugas),
            fungsi: divided(&post.fungsi),
        })
        .collect()
}

/// What the parts of chapters are looked up in.
pub(super) struct Chapters<'a> {
    pub regulation: &'a Regulation,
    pub config: &'a Config,
    pub naskah: &'a Naskah,
    pub numbering: &'a Numbering,
    /// Whether the plan is shown next to the one before it.
    pub has_changes: bool,
}

impl<'a> Chapters<'a> {
    /// The chapters, in their order.
    pub(super) fn build(&self) -> Vec<BabData<'a>> {
        self.regulation
            .bab
            .iter()
            .map(|bab| {
                let number = bab.nomor.to_string();
                BabData {
                    sebutan: "BAB",
                    nomor: bab.nomor,
                    romawi: roman(bab.nomor),
                    judul: self
                        .config
                        .judul
                        .get(&number)
                        .map_or(&*bab.judul, String::as_str),
                    memuat: bab.memuat.as_deref(),
                    isi: bab
                        .isi
                        .iter()
                        .filter_map(|part| self.part(part, &bab.slot))
                        .collect(),
                    subbab: self.subbab(&bab.subbab),
                }
            })
            .collect()
    }

    /// Annexes that show something, counted from I.
    pub(super) fn annexes(&self) -> Vec<BabData<'a>> {
        (1..)
            .zip(self.shown())
            .map(|(nomor, (annex, isi))| BabData {
                sebutan: "LAMPIRAN",
                nomor,
                romawi: roman(nomor),
                judul: &annex.judul,
                memuat: None,
                isi,
                subbab: Vec::new(),
            })
            .collect()
    }

    /// The annexes that are wanted and have something to show.
    fn shown(&self) -> impl Iterator<Item = (&'a Lampiran, Vec<Piece<'a>>)> + '_ {
        let annexes = self.regulation.lampiran.iter();
        let wanted = annexes.filter(|annex| self.numbering.has_lampiran(&annex.id));
        wanted.filter_map(|annex| {
            let parts = annex.isi.iter();
            let isi: Vec<Piece<'a>> = parts.filter_map(|part| self.own(part, &annex.id)).collect();
            (!isi.is_empty()).then_some((annex, isi))
        })
    }

    fn subbab(&self, list: &'a [Subbab]) -> Vec<SubbabData<'a>> {
        list.iter()
            .filter(|subbab| match self.config.subbab.get(&subbab.nomor) {
                Some(printed) => *printed,
                // A heading over nothing says nothing.
                None => !(subbab.pilihan && self.is_empty(subbab)),
            })
            .map(|subbab| SubbabData {
                nomor: &subbab.nomor,
                judul: self
                    .config
                    .judul
                    .get(&subbab.nomor)
                    .unwrap_or(&subbab.judul),
                isi: subbab
                    .isi
                    .iter()
                    .filter_map(|part| self.part(part, &subbab.nomor))
                    .collect(),
                subbab: self.subbab(&subbab.subbab),
            })
            .collect()
    }

    fn is_empty(&self, subbab: &'a Subbab) -> bool {
        let part = subbab.isi.iter();
        let mut isi = part.filter_map(|part| self.part(part, &subbab.nomor));
        let gap = |isi| {
            matches!(
                isi,
                Piece::Narasi { kosong: true, .. } | Piece::Kurang { .. }
            )
        };
        subbab.subbab.is_empty() && isi.all(gap)
    }

    /// A part of a chapter, where it stands there; what stands in an annex is named.
    fn part(&self, part: &'a Part, own: &'a str) -> Option<Piece<'a>> {
        let Part::Tabel(id) = part else {
            return self.own(part, own);
        };
        let Some(annex) = self.numbering.terlampir(id) else {
            return self.own(part, own);
        };
        let at = self.shown().position(|(own, _)| own.id == annex)?;
        let tabel = self.regulation.tabel.get(id)?;
        Some(Piece::Terlampir {
            judul: plain_title(&tabel.judul),
            nomor: self.numbering.tabel(id)?,
            lampiran: roman(u16::try_from(at + 1).ok()?),
        })
    }

    /// `None` for what the document leaves out: charts without figures, optional tables
    /// without rows.
    fn own(&self, part: &'a Part, own: &'a str) -> Option<Piece<'a>> {
        Some(match part {
            Part::Narasi { slot, wajib } => {
                let slot = slot.as_deref().unwrap_or(own);
                let blok = self.naskah.get(slot).map(Vec::as_slice).unwrap_or_default();
                Piece::Narasi {
                    slot,
                    kosong: blok.is_empty(),
                    wajib: *wajib,
                    blok,
                }
            }
            Part::Tabel(id) if self.numbering.tabel(id).is_none() => {
                let tabel = self.regulation.tabel.get(id).filter(|tabel| tabel.wajib)?;
                Piece::Kurang {
                    judul: plain_title(&tabel.judul),
                }
            }
            Part::Tabel(id) => Piece::Tabel { id },
            Part::Gambar(id) => {
                if id != gambar::STRUKTUR {
                    self.numbering.gambar(id)?;
                }
                Piece::Gambar { id }
            }
            Part::Bagian(id) if id == MATRIKS_PERUBAHAN && !self.has_changes => return None,
            Part::Bagian(id) => Piece::Bagian { id },
        })
    }
}

/// A table's title without agency, region and years, for where it does not stand.
fn plain_title(judul: &str) -> String {
    let blank = [("opd", String::new()), ("daerah", String::new())];
    let judul = judul.split(" Tahun {").next().unwrap_or_default();
    let judul = Regulation::fill_title(judul, &BTreeMap::from(blank));
    judul.split_whitespace().collect::<Vec<_>>().join(" ")
}
