//! The rules over a city, once all its agencies are known.

use super::member_record::MemberRecord;
use super::record::{Output, Record, Status};
use super::store::Store;
use super::{BatchError, Request};
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::pipeline::{self, Library, Options, PipelineError};

/// Their findings, next to the recap.
pub(super) const FINDINGS: &str = "rekap.temuan.txt";

/// What agencies show next to each other and the RPJMD. Nothing as long as one is not
/// looked at: half a city is no city.
pub(super) fn inspect(
    request: &Request<'_>,
    config: &Config,
    record: &[Record],
) -> Result<Diagnostics, BatchError> {
    if record.iter().any(|record| record.status == Status::Pending) {
        return Ok(Diagnostics::new());
    }
    let member_record: Vec<_> = record
        .iter()
        .filter_map(|record| Some((record.source.as_str(), record.member_record.as_ref()?)))
        .collect();
    Ok(compare(
        request.library,
        config,
        &request.options,
        &member_record,
    )?)
}

/// The rules over a city, of the faces of its workbooks by their names.
///
/// # Errors
/// If the RPJMD cannot be opened.
pub fn compare(
    library: &Library,
    config: &Config,
    options: &Options,
    member_record: &[(&str, &MemberRecord)],
) -> Result<Diagnostics, PipelineError> {
    // In the order of the folder, whatever the order in which they were done.
    let mut member_record = member_record.to_vec();
    member_record.sort_by_key(|(source, _)| *source);
    let member: Vec<_> = member_record
        .iter()
        .map(|(source, member_record)| member_record.member(source))
        .collect();
    let held = member.iter().position(|member| member.of_rpjmd);
    let known = &library.regulation;
    let regulation = member_record
        .get(held.unwrap_or_default())
        .and_then(|(_, member_record)| {
            known
                .iter()
                .find(|known| known.id == member_record.peraturan)
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
        &member,
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
