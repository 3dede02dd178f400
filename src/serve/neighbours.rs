//! What agencies show next to each other: two workbooks of one, copied texts, money that
//! the RPJMD divides otherwise.

use std::sync::PoisonError;

use super::desk::{Desk, Told};
use super::message::Ask;
use crate::batch::duplicates::{self, Member};
use crate::diagnostic::Diagnostics;
use crate::worker::Lost;

/// Holds them against each other, once all are read.
pub(super) fn hold(desk: &Desk) {
    let all = desk.all();
    if all.iter().any(|(_, opd)| opd.busy && opd.read.is_none()) {
        return;
    }
    let mut member = Vec::new();
    let mut member_record = Vec::new();
    for (name, opd) in all {
        let Some(measure) = opd.read.as_ref().and_then(|read| read.measure.as_ref()) else {
            continue;
        };
        member.push(Member {
            source: name.clone(),
            digest: measure.digest.clone(),
            identity: measure.identity.clone(),
        });
        member_record.push((name, measure.member_record.clone()));
    }
    let mut found = Diagnostics::new();
    for verdict in duplicates::compare(&member) {
        found.extend(verdict.findings);
    }
    let asked: Result<Result<Diagnostics, String>, Lost> =
        desk.worker.ask(&Ask::City(member_record));
    if let Ok(Ok(city)) = asked {
        found.extend(city);
    }
    desk.options.apply(&mut found);
    found.sort();
    let mut known = desk
        .neighbours
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    if known.iter().ne(found.iter()) {
        *known = found;
        drop(known);
        desk.say(Told::City);
    }
}
