//! A form that nobody has begun to fill: one finding, with what is missing under it.

use super::kin::UNFILLED;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::model::Worksheet;
use crate::regulation::Regulation;
use crate::sheets::table::Account;

/// Rules that say that a text or a table is missing. The cells of Identitas, with which one
/// begins, are each named.
const MISSING: [&str; 5] = ["R001", "R002", "R004", "R006", "R133"];

/// Findings of sheets that are there and could not be read: such a form is not blank.
const UNREAD: [&str; 4] = ["S001", "S002", "S003", "S006"];

/// Puts what a blank form lacks under one finding. A form with one text or one row is
/// no blank one.
pub(super) fn fold(
    file: Origin,
    account: &[Account],
    regulation: &Regulation,
    config: &Config,
    out: &mut Diagnostics,
) {
    let table = |account: &&Account| account.id != Some(Worksheet::Identitas);
    if account.iter().filter(table).any(|account| account.used > 0) {
        return;
    }
    if out.iter().any(|finding| UNREAD.contains(&finding.code.0)) {
        return;
    }
    let count = |code: &str| out.iter().filter(|finding| finding.code.0 == code).count();
    let (texts, tables) = (count("R001"), count("R002") + count("R133"));
    let slots = regulation.slot();
    let wanted = slots.iter().filter(|slot| {
        slot.wajib && !slot.interpretasi && config.subbab.get(&slot.id) != Some(&false)
    });
    if texts == 0 || texts != wanted.count() || tables == 0 {
        return;
    }
    let name = file.file.to_string();
    let cause = Diagnostic::error(
        UNFILLED,
        file,
        format!(
            "formulir {name} masih kosong: 0 dari {} bagian terisi",
            texts + tables
        ),
    )
    .hint("mulai dari lembar Identitas, lalu Narasi dan tabel-tabelnya; setelah ada yang terisi, bagian yang kurang disebut satu per satu");
    out.fold(cause, |finding| MISSING.contains(&finding.code.0));
}
