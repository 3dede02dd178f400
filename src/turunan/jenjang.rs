//! Elements of the funding table as the forms of the Renja order them: each bidang urusan
//! over its programmes, programmes over kegiatan, these over sub kegiatan.

use super::tabel::Gaya;
use crate::model::{Kode, Level, PaguRow, Pendanaan};

/// The elements with how they are shown. What is of one bidang urusan stands together, at
/// the place of its first programme.
pub(super) fn rows(table: &Pendanaan) -> Vec<(Gaya, &PaguRow)> {
    let mut bidang: Vec<Option<Kode>> = Vec::new();
    for program in &table.program {
        let own = bidang_of(&program.baris);
        if !bidang.contains(&own) {
            bidang.push(own);
        }
    }
    // Rows of urusan that no programme stands below come first.
    let below = |urusan: &PaguRow| {
        let mut program = table.program.iter();
        let kode = &urusan.kode.value;
        program.any(|program| kode.is_prefix_of(&program.baris.kode.value))
    };
    let mut listed: Vec<bool> = table.urusan.iter().map(|urusan| !below(urusan)).collect();
    let alone = table
        .urusan
        .iter()
        .zip(&listed)
        .filter(|(_, listed)| **listed);
    let mut list: Vec<(Gaya, &PaguRow)> = alone.map(|(row, _)| (Gaya::Induk, row)).collect();
    for bidang in bidang {
        let own = |row: &PaguRow| bidang_of(row) == bidang;
        for program in table.program.iter().filter(|program| own(&program.baris)) {
            for (urusan, listed) in table.urusan.iter().zip(&mut listed) {
                if !*listed && urusan.kode.value.is_prefix_of(&program.baris.kode.value) {
                    *listed = true;
                    list.push((Gaya::Induk, urusan));
                }
            }
            list.push((Gaya::Induk, &program.baris));
            for kegiatan in &program.kegiatan {
                list.push((Gaya::Anak, &kegiatan.baris));
                let sub = kegiatan.sub_kegiatan.iter();
                list.extend(sub.map(|sub| (Gaya::Biasa, &sub.baris)));
            }
        }
    }
    list
}

fn bidang_of(row: &PaguRow) -> Option<Kode> {
    row.kode.value.ancestor(Level::BidangUrusan)
}
