//! A table of the agency's own, as it stands on its sheet.

use super::width::longest;
use super::{Baris, Isi, Jenis, Kepala, Sel, borrowed};
use crate::model::{Entry, SelTambahan, TabelTambahan};
use crate::regulation::Rata;

/// More columns, or wider ones, than an upright page holds.
const UPRIGHT_COLUMNS: usize = 8;
const UPRIGHT_WIDTH: u16 = 130;

/// The table.
pub fn build(table: &TabelTambahan) -> Isi<'_> {
    let wide = table.lebar.iter().sum::<u16>() > UPRIGHT_WIDTH;
    let rata = vec![Rata::Kiri; table.lebar.len()];
    let baris: Vec<Baris<'_>> = table
        .isi
        .iter()
        .filter(|row| !row.is_empty())
        .map(|row| Baris {
            jenis: Jenis::Biasa,
            induk: Vec::new(),
            sel: row.iter().map(cell).collect(),
        })
        .collect();
    let kepala: Vec<Vec<Kepala>> = table
        .kepala
        .iter()
        .map(|row| row.iter().map(heading).collect())
        .collect();
    Isi {
        lebar: table.lebar.clone(),
        kata: longest(&kepala, &baris, &rata),
        rata,
        kepala,
        baris,
        bernomor: false,
        rebah: wide || table.lebar.len() > UPRIGHT_COLUMNS,
    }
}

fn heading(cell: &SelTambahan) -> Kepala {
    Kepala {
        teks: cell.teks.value().cloned().unwrap_or_default(),
        kolom: usize::from(cell.kolom),
        baris: usize::from(cell.baris),
    }
}

fn cell(cell: &SelTambahan) -> Sel<'_> {
    let teks: Entry<_> = borrowed(&cell.teks);
    Sel {
        teks,
        strip: false,
        kolom: usize::from(cell.kolom),
        baris: usize::from(cell.baris),
        rata: cell.angka.then_some(Rata::Kanan),
    }
}
