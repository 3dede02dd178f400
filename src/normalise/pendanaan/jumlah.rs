//! Totals that the office typed: kept in their place, and compared with the part
//! that they sum.

use super::Builder;
use crate::model::{Baris, Elemen, Jumlah, Kode, Level, Located, Pendanaan, Peran, text};
use crate::sheets::heading;

impl Builder<'_> {
    pub(super) fn take_jumlah(&mut self, uraian: Located<String>, baris: Baris) {
        self.pendanaan.jumlah.push(Jumlah {
            uraian,
            baris: self.pendanaan.baris.len(),
            elemen: None,
        });
        self.push(baris, Peran::Jumlah, None);
    }
}

/// Finds the part that each total sums: the element whose kode it names, or the
/// program or kegiatan above it whose level it names. What sums neither the whole
/// table nor a part that is known is printed, and compared with nothing.
pub(super) fn assign(table: &mut Pendanaan) {
    let mut list = std::mem::take(&mut table.jumlah);
    list.retain_mut(|jumlah| {
        if heading::is_grand_total(&jumlah.uraian.value) {
            return true;
        }
        jumlah.elemen = part(table, jumlah);
        jumlah.elemen.is_some()
    });
    table.jumlah = list;
}

fn part(table: &Pendanaan, jumlah: &Jumlah) -> Option<Elemen> {
    let above = |wanted: &dyn Fn(Elemen) -> bool| {
        let mut rows = table.baris.get(..jumlah.baris)?.iter().rev();
        rows.find_map(|row| row.elemen.filter(|elemen| wanted(*elemen)))
    };
    let mut words = jumlah.uraian.value.split_whitespace();
    if let Some(kode) = words.find_map(|word| word.parse::<Kode>().ok()) {
        return above(&|elemen| {
            let element = table.element(elemen);
            element.is_some_and(|element| element.kode.value == kode)
        });
    }
    let plain = text::plain(&jumlah.uraian.value);
    let level = if plain.contains("kegiatan") {
        Level::Kegiatan
    } else if plain.contains("program") {
        Level::Program
    } else {
        return None;
    };
    let nearest = above(&|elemen| elemen.program().is_some())?;
    match level {
        Level::Kegiatan => Some(Elemen::Kegiatan(nearest.program()?, nearest.kegiatan()?)),
        _ => Some(Elemen::Program(nearest.program()?)),
    }
}
