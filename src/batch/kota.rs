//! The rules over a city, once all its agencies are known.

use super::record::{Output, Record, Status};
use super::store::Store;
use super::{BatchError, Request};
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::pipeline::{self, Library, Member, Options, PipelineError};

/// Their findings, next to the recap.
pub(super) const FINDINGS: &str = "rekap.temuan.txt";

/// What agencies show next to each other and the RPJMD. Nothing as long as one is not
/// looked at: half a city is no city.
pub(super) fn inspect(
    request: &Request<'_>,
    config: &Config,
    records: &[Record],
) -> Result<Diagnostics, BatchError> {
    if records
        .iter()
        .any(|record| record.status == Status::Pending)
    {
        return Ok(Diagnostics::new());
    }
    let members = records.iter().filter_map(|record| record.member.clone());
    Ok(compare(
        request.library,
        config,
        &request.options,
        members.collect(),
    )?)
}

/// The rules over a city, of what its workbooks show each other.
///
/// # Errors
/// If the RPJMD cannot be opened.
pub fn compare(
    library: &Library,
    config: &Config,
    options: &Options,
    mut members: Vec<Member>,
) -> Result<Diagnostics, PipelineError> {
    // In the order of the folder, whatever the order in which they were done.
    members.sort_by(|a, b| a.file.cmp(&b.file));
    let held = members.iter().find(|member| member.of_rpjmd);
    let speaks = held.or(members.first());
    let regulation = speaks.and_then(|member| {
        let mut known = library.regulation.iter();
        known.find(|known| known.id == member.peraturan)
    });
    let Some(regulation) = regulation else {
        return Ok(Diagnostics::new());
    };
    let rpjmd = match held {
        Some(_) => pipeline::rpjmd(options.rpjmd.as_deref(), config)?,
        None => None,
    };
    Ok(pipeline::inspect_city(
        regulation,
        rpjmd.as_ref(),
        &members,
        options,
    ))
}

/// Writes them as a list for people; `None` where there are none.
///
/// # Errors
/// Why the list could not be written.
pub(super) fn write(
    request: &Request<'_>,
    findings: &Diagnostics,
    store: &Store,
) -> Result<Option<Output>, String> {
    if findings.is_empty() {
        store.remove(FINDINGS);
        return Ok(None);
    }
    let text = format!("Antar-Perangkat Daerah\n\n{}", (request.describe)(findings));
    let output = store.write(FINDINGS, text.as_bytes());
    output.map(Some).map_err(|why| why.to_string())
}
