//! The agency's texts in the places that the regulation has for them.

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Scope};
use crate::document::{Hyphens, Naskah, Numbering, facts::Facts};
use crate::model::{Narasi, Renstra, text};
use crate::prose::Prose;
use crate::regulation::{Regulation, Slot};
use crate::sheets::code;

/// The texts by slot; rows of one slot follow each other.
pub(super) fn write(
    renstra: &Renstra,
    regulation: &Regulation,
    config: &Config,
    numbering: &Numbering,
    out: &mut Diagnostics,
) -> Naskah {
    let prose = Prose::new(Facts::new(renstra, regulation, config, numbering));
    let slot = regulation.slot();
    let mut naskah = Naskah::new();
    let mut above = None;
    for narasi in &renstra.narasi {
        // Once for all rows of a subchapter.
        if above.replace(&narasi.slot.origin) != Some(&narasi.slot.origin) {
            look(narasi, &slot, regulation, out);
        }
        let blok = prose.render(&narasi.isi, out);
        naskah
            .entry(narasi.slot.value.clone())
            .or_default()
            .extend(blok);
    }
    Hyphens::new(&renstra.identitas).put(&mut naskah);
    naskah
}

/// A text without a place is lost, and one below another heading misleads: both
/// are said.
fn look(narasi: &Narasi, slot: &[Slot], regulation: &Regulation, out: &mut Diagnostics) {
    let id = &narasi.slot.value;
    let origin = narasi.slot.origin.clone();
    let Some(own) = slot.iter().find(|slot| slot.id == *id) else {
        out.emit(
            Diagnostic::warning(
                code::UNKNOWN_SLOT,
                origin,
                format!(
                    "subbab \"{}\" tidak ada pada {}; teksnya tidak dicetak",
                    narasi.tertulis, regulation.nama
                ),
            )
            .unprinted(Scope::Row)
            .path(id.clone())
            .hint("gunakan nomor subbab peraturan; renstra formats menampilkannya"),
        );
        return;
    };
    let Some(typed) = &narasi.judul else { return };
    if own.id.starts_with(|c: char| c.is_ascii_digit()) && !share_a_word(typed, &own.judul) {
        out.emit(
            Diagnostic::warning(
                code::OTHER_TITLE,
                origin,
                format!("judul \"{typed}\" lain dari judul subbab {id} pada {}", regulation.nama),
            )
            .path(id.clone())
            .note("judul pada peraturan", own.judul.clone())
            .hint("teks dicetak di bawah judul peraturan; pindahkan ke subbab yang sesuai bila keliru"),
        );
    }
}

/// Whether two titles have a word that says something in common.
fn share_a_word(a: &str, b: &str) -> bool {
    const EMPTY: [&str; 9] = [
        "dan",
        "perangkat",
        "daerah",
        "renstra",
        "tahun",
        "dalam",
        "yang",
        "bab",
        "uraian",
    ];
    let (a, b) = (text::plain(a), text::plain(b));
    let word = |text: &str| -> Vec<String> {
        let all = text.split(' ').filter(|word| word.len() > 2);
        all.filter(|word| !EMPTY.contains(word))
            .map(str::to_owned)
            .collect()
    };
    let b = word(&b);
    let a = word(&a);
    // A title of none but such words says nothing against it.
    a.is_empty() || a.iter().any(|word| b.contains(word))
}
