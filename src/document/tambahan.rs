//! The agency's own tables: which of them the document prints.

use crate::model::{Renstra, TabelTambahan};
use crate::regulation::Regulation;

/// Those that are no worksheet the plan was read from, with their ids.
pub fn list(renstra: &Renstra) -> impl Iterator<Item = (String, &TabelTambahan)> {
    renstra
        .tambahan
        .iter()
        .enumerate()
        .map(|(at, table)| (format!("tambahan-{}", at + 1), table))
}

/// The regulation as this plan's document follows it: with the agency's own tables.
pub fn effective(regulation: &Regulation, renstra: &Renstra) -> Regulation {
    let printed = |lembar: &str| {
        regulation
            .tabel
            .iter()
            .any(|(id, tabel)| tabel.lembar.as_deref().unwrap_or(id) == lembar)
    };
    let own: Vec<(String, u16, String)> = list(renstra)
        .filter(|(_, table)| table.lembar.is_none_or(|lembar| !printed(lembar)))
        .map(|(id, table)| (id, table.bab, table.judul.clone()))
        .collect();
    regulation.with_tambahan(&own)
}
