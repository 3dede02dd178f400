//! Themes, and what serves each.

use super::{BarisMatriks, Kode, Located, PaguRow, Renstra, Rupiah, Tahun, Worksheet, text};

/// A theme with what the sheet Tematik puts under it.
#[derive(Debug)]
pub struct Tema<'a> {
    /// Its name, where it is first written.
    pub nama: &'a Located<String>,
    /// Its rows, in order.
    pub baris: Vec<BarisTema<'a>>,
}

/// A kode under a theme.
#[derive(Debug)]
pub struct BarisTema<'a> {
    /// The row of the sheet.
    pub row: &'a BarisMatriks,
    /// The kode as typed.
    pub kode: &'a Located<String>,
    /// What of the funding table has it, once a unit; none if the table lacks it.
    pub elemen: Vec<&'a PaguRow>,
}

impl Renstra {
    /// Themes in the order of the sheet Tematik; rows of one theme may stand apart.
    pub fn tema(&self) -> Vec<Tema<'_>> {
        let mut list: Vec<Tema<'_>> = Vec::new();
        let mut above: Option<usize> = None;
        for row in self.matriks.get(&Worksheet::Tematik).into_iter().flatten() {
            let cell = |key: &str| row.sel.get(key).and_then(|cell| cell.located());
            if let Some(nama) = cell("tema") {
                let known = list
                    .iter()
                    .position(|one| text::same(&one.nama.value, &nama.value));
                above = Some(known.unwrap_or_else(|| {
                    list.push(Tema {
                        nama,
                        baris: Vec::new(),
                    });
                    list.len() - 1
                }));
            }
            let (Some(at), Some(kode)) = (above, cell("kode")) else {
                continue;
            };
            let elemen = self.of_kode(&kode.value);
            if let Some(tema) = list.get_mut(at) {
                tema.baris.push(BarisTema { row, kode, elemen });
            }
        }
        list
    }

    /// What of the funding table has a kode that stands at the beginning of a cell.
    pub fn of_kode(&self, typed: &str) -> Vec<&PaguRow> {
        let word = typed.split_whitespace().next().unwrap_or_default();
        let Ok(kode) = word.parse::<Kode>() else {
            return Vec::new();
        };
        let table = &self.pendanaan;
        let program = table.program.iter().flat_map(|program| {
            let kegiatan = program.kegiatan.iter().flat_map(|kegiatan| {
                let sub = kegiatan.sub_kegiatan.iter().map(|sub| &sub.baris);
                std::iter::once(&kegiatan.baris).chain(sub)
            });
            std::iter::once(&program.baris).chain(kegiatan)
        });
        program
            .filter(|row| row.kode.value == kode && !row.is_implied())
            .collect()
    }
}

impl<'a> Tema<'a> {
    /// What it rests on, each once: nothing that stands below something else of it.
    pub fn counted(&self) -> Vec<&'a PaguRow> {
        let all = || self.baris.iter().flat_map(|own| own.elemen.iter().copied());
        let mut list: Vec<&PaguRow> = Vec::new();
        for own in all() {
            let kode = own.kode.value.to_string();
            let below = all().any(|other| kode.starts_with(&format!("{}.", other.kode.value)));
            if !below && !list.iter().any(|known| known.origin == own.origin) {
                list.push(own);
            }
        }
        list
    }

    /// Its money in a year, rupiah; `None` if nothing of it has an amount.
    pub fn pagu(&self, tahun: Tahun) -> Option<Rupiah> {
        let counted = self.counted().into_iter();
        let mut amounts = counted.filter_map(|row| row.pagu().get(&tahun)?.value().copied());
        let first = amounts.next()?;
        amounts.try_fold(first, Rupiah::checked_add)
    }
}
