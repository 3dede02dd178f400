//! What agencies show next to each other: two workbooks of one, copied texts, money that
//! the RPJMD divides otherwise.

use std::sync::PoisonError;

use super::message::{Ask, Slow};
use super::state::{AppState, Told};
use crate::batch::duplicates;
use crate::diagnostic::Diagnostics;
use crate::worker::Lost;

/// Compares them, once all are read.
pub(super) fn compare(state: &AppState) {
    let all = state.all();
    if all.iter().any(|(_, opd)| opd.busy && opd.read.is_none()) {
        return;
    }
    let mut workbooks = Vec::new();
    let mut members = Vec::new();
    for (name, opd) in all {
        let Some(measure) = opd.read.as_ref().and_then(|read| read.measure.as_ref()) else {
            continue;
        };
        workbooks.push(duplicates::Member {
            source: name,
            digest: measure.digest.clone(),
            identity: measure.identity.clone(),
        });
        members.push(measure.member.clone());
    }
    let mut found = Diagnostics::new();
    for verdict in duplicates::compare(&workbooks) {
        found.extend(verdict.findings);
    }
    let asked: Result<Result<Diagnostics, String>, Lost> =
        state.worker.ask(&Ask::Slow(Slow::City(members)));
    if let Ok(Ok(city)) = asked {
        found.extend(city);
    }
    state.options.apply(&mut found);
    found.sort();
    let mut known = state
        .neighbours
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    if known.iter().ne(found.iter()) {
        *known = found;
        drop(known);
        state.say(Told::City);
    }
}
