//! What stands next to each place of the sheet Narasi: what is written there, and what is
//! printed with it.

use crate::regulation::{Part, Regulation, Slot, Subbab};

/// What the note at a slot says.
pub(super) fn hint(regulation: &Regulation, slot: &Slot) -> String {
    let begin = if slot.wajib {
        "Wajib diisi."
    } else {
        "Boleh dikosongkan bila isi lain subbab ini sudah cukup."
    };
    let mut text = begin.to_owned();
    if slot.interpretasi {
        if let Some(tabel) = regulation.tabel.get(&slot.id) {
            let judul = tabel.judul.split(" {").next().unwrap_or_default();
            text = format!(
                "{text} Uraikan apa yang ditunjukkan tabel \"{judul}\": capaian yang menonjol, sebabnya, dan artinya bagi pelayanan."
            );
        }
        return text;
    }
    for bab in &regulation.bab {
        if bab.slot == slot.id
            && let Some(memuat) = &bab.memuat
        {
            text = format!("{text} Bab ini memuat {memuat}.");
        }
        let below = (bab.slot == slot.id).then_some(&bab.isi);
        let parts = below.or_else(|| parts_of(&bab.subbab, &slot.id));
        if let Some(parts) = parts {
            text.push_str(&printed(regulation, parts));
        }
    }
    text
}

/// What a subchapter holds.
fn parts_of<'r>(list: &'r [Subbab], nomor: &str) -> Option<&'r Vec<Part>> {
    list.iter().find_map(|subbab| {
        if subbab.nomor == nomor {
            Some(&subbab.isi)
        } else {
            parts_of(&subbab.subbab, nomor)
        }
    })
}

/// The tables and figures that the program prints there, which the text need not repeat.
fn printed(regulation: &Regulation, parts: &[Part]) -> String {
    let name = |part: &Part| match part {
        Part::Tabel(id) => {
            let tabel = regulation.tabel.get(id)?;
            let judul = tabel.judul.split(" {").next().unwrap_or_default();
            Some(format!("tabel {judul}"))
        }
        Part::Gambar(id) => {
            let judul = regulation.gambar.get(id)?.judul.split(" {").next()?;
            Some(format!("gambar {judul}"))
        }
        Part::Bagian(id) => Some(id.replace('-', " ")),
        Part::Narasi { .. } => None,
    };
    let names: Vec<String> = parts.iter().filter_map(name).collect();
    if names.is_empty() {
        return String::new();
    }
    format!(
        " Dicetak oleh program dari lembar lain, sehingga tidak perlu diketik di sini: {}.",
        names.join("; ")
    )
}
