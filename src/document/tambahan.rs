//! The agency's own tables: which of them the document prints.

use super::gambar::{CASCADING, POHON, SENDIRI};
use super::{cascading, lampiran, pohon};
use crate::config::Config;
use crate::model::{Renstra, TabelTambahan};
use crate::regulation::{Own, Regulation};

/// Those that are no worksheet the plan was read from, with their ids.
pub fn list(renstra: &Renstra) -> impl Iterator<Item = (String, &TabelTambahan)> {
    renstra
        .tambahan
        .iter()
        .enumerate()
        .map(|(at, table)| (format!("tambahan-{}", at + 1), table))
}

/// The regulation as this plan's document follows it: with the agency's own tables,
/// and as a changed plan if it is one.
pub fn effective(regulation: &Regulation, renstra: &Renstra, config: &Config) -> Regulation {
    let printed = |lembar| regulation.tables_of(lembar).next().is_some();
    let own: Vec<Own> = list(renstra)
        .filter(|(_, table)| table.lembar.is_none_or(|lembar| !printed(lembar)))
        .map(|(id, table)| Own {
            id,
            bab: table.bab,
            subbab: table.subbab.clone(),
            judul: table.judul.clone(),
        })
        .collect();
    let regulation = regulation.with_tambahan(&own);
    let mut regulation = if is_changed(renstra, config) {
        regulation.changed()
    } else {
        regulation
    };
    regulation.repeat_gambar(CASCADING, &cascading::said(renstra));
    if lampiran::shows_gambar(POHON, &regulation, renstra, config) {
        regulation.repeat_gambar(POHON, &pohon::said(renstra));
    }
    for (nth, own) in renstra.gambar.iter().enumerate() {
        // A title's braces are the agency's own and stand for nothing.
        if let (Some(tempat), Some(judul)) = (&own.tempat, own.judul.value()) {
            let id = format!("{SENDIRI}{}", nth + 1);
            regulation.add_gambar(id, judul.clone(), &tempat.nomor);
        }
    }
    regulation
}

/// Whether the plan is a changed one, by its stage or for the whole city.
pub fn is_changed(renstra: &Renstra, config: &Config) -> bool {
    renstra.identitas.perubahan || config.dokumen.perubahan
}
