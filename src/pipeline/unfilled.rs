//! A form that nobody has begun to fill: one finding, with what is missing under it.

use super::workbook_kind::UNFILLED;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Fact, Origin};
use crate::model::Worksheet;
use crate::regulation::Regulation;
use crate::sheets::table::Account;

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
    let facts = || out.iter().flat_map(|finding| &finding.facts);
    // A sheet that is there and could not be read is no blank one.
    if facts().any(|fact| matches!(fact, Fact::Unread(_))) {
        return;
    }
    let texts = facts()
        .filter(|fact| matches!(fact, Fact::NoText(_)))
        .count();
    let is_table = |fact: &&Fact| matches!(fact, Fact::NoTable(_) | Fact::NoUsualTable(_));
    let tables = facts().filter(is_table).count();
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
    // The cells of Identitas, with which one begins, are each named.
    out.fold(cause, |finding| finding.facts.iter().any(Fact::is_part));
}
