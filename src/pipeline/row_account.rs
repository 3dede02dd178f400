//! The account of the rows, once it is known which of them have a place in the
//! document.

use crate::diagnostic::Origin;
use crate::model::{Renstra, Worksheet};
use crate::regulation::Regulation;
use crate::sheets::table::Account;

/// Counts rows that were read and then found to have no place as reported.
pub(super) fn recount(account: &mut [Account], renstra: &Renstra, regulation: &Regulation) {
    let slot = regulation.slot();
    let lost = |id: &str| slot.iter().all(|slot| slot.id != id);
    for text in renstra.narasi.iter().filter(|text| lost(&text.slot.value)) {
        report(account, &text.isi.origin);
    }
}

fn report(account: &mut [Account], row: &Origin) {
    let own = account.iter_mut().find(|entry| {
        entry.origin.sheet_index == row.sheet_index
            && entry.id == Some(Worksheet::Narasi)
            && entry.used > 0
    });
    if let Some(entry) = own {
        entry.used -= 1;
        entry.reported += 1;
    }
}
