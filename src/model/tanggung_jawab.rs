//! What each unit answers for.

use super::{Iku, Jabatan, Level, Located, PaguRow, Renstra, text};

/// A unit with what it answers for.
#[derive(Debug)]
pub struct TanggungJawab<'a> {
    /// The unit as it is first named; `None` for what names none.
    pub unit: Option<&'a Located<String>>,
    /// The post that heads it, where the sheet Struktur has one.
    pub jabatan: Option<&'a Jabatan>,
    /// Its main indicators.
    pub iku: Vec<&'a Iku>,
    /// Its programmes, activities and sub-activities, in order.
    pub program: Vec<(Level, &'a PaguRow)>,
}

impl Renstra {
    /// Units by their place in Struktur; those that are not in it come last.
    pub fn tanggung_jawab(&self) -> Vec<TanggungJawab<'_>> {
        let mut list: Vec<TanggungJawab<'_>> = Vec::new();
        for iku in &self.iku {
            of(&mut list, iku.penanggung_jawab.located()).iku.push(iku);
        }
        for program in &self.pendanaan.program {
            add(&mut list, Level::Program, &program.baris);
            for kegiatan in &program.kegiatan {
                add(&mut list, Level::Kegiatan, &kegiatan.baris);
                for sub in &kegiatan.sub_kegiatan {
                    add(&mut list, Level::SubKegiatan, &sub.baris);
                }
            }
        }
        let post = |one: &TanggungJawab<'_>| {
            let unit = one.unit?;
            let mut post = self.struktur.iter();
            post.position(|post| post.heads(&unit.value))
        };
        list.sort_by_key(|one| post(one).unwrap_or(usize::MAX));
        for one in &mut list {
            one.jabatan = post(one).and_then(|at| self.struktur.get(at));
        }
        list
    }
}

fn add<'a>(list: &mut Vec<TanggungJawab<'a>>, level: Level, row: &'a PaguRow) {
    of(list, row.unit.located()).program.push((level, row));
}

/// The entry of a unit, made where there is none.
fn of<'l, 'a>(
    list: &'l mut Vec<TanggungJawab<'a>>,
    unit: Option<&'a Located<String>>,
) -> &'l mut TanggungJawab<'a> {
    let known = list.iter().position(|one| match (one.unit, unit) {
        (Some(known), Some(unit)) => text::same(&known.value, &unit.value),
        (known, unit) => known.is_none() && unit.is_none(),
    });
    let at = known.unwrap_or_else(|| {
        list.push(TanggungJawab {
            unit,
            jabatan: None,
            iku: Vec::new(),
            program: Vec::new(),
        });
        list.len() - 1
    });
    &mut list[at]
}
