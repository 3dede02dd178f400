//! Events as lines of JSON.

use std::path::PathBuf;

use serde::Serialize;

use crate::batch::record::{Record, Status};
use crate::cli::report::SCHEMA;

#[derive(Serialize)]
pub(super) struct Begin<'a> {
    pub(super) schema: u8,
    pub(super) event: &'static str,
    pub(super) total: usize,
    pub(super) skipped: Vec<Skipped<'a>>,
}

#[derive(Serialize)]
pub(super) struct Skipped<'a> {
    pub(super) name: &'a str,
    pub(super) reason: &'a str,
}

#[derive(Serialize)]
pub(super) struct Start<'a> {
    pub(super) schema: u8,
    pub(super) event: &'static str,
    pub(super) source: &'a str,
}

#[derive(Serialize)]
pub(super) struct End<'a> {
    pub(super) schema: u8,
    pub(super) event: &'static str,
    pub(super) source: &'a str,
    pub(super) opd: &'a str,
    pub(super) status: Status,
    pub(super) unchanged: bool,
    pub(super) pages: Option<usize>,
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) pdf: Option<&'a str>,
    pub(super) findings: Option<&'a str>,
}

impl<'a> End<'a> {
    pub(super) fn new(record: &'a Record, unchanged: bool) -> Self {
        Self {
            schema: SCHEMA,
            event: "end",
            source: &record.source,
            opd: record.name(),
            status: record.status,
            unchanged,
            pages: record.pages,
            errors: record.errors,
            warnings: record.warnings,
            pdf: record.pdf.as_ref().map(|output| output.name.as_str()),
            findings: record.findings.as_ref().map(|output| output.name.as_str()),
        }
    }
}

#[derive(Serialize)]
pub(super) struct Last<'a> {
    pub(super) schema: u8,
    pub(super) event: &'static str,
    pub(super) workbooks: usize,
    pub(super) delivered: usize,
    pub(super) unchanged: usize,
    pub(super) bad: usize,
    pub(super) pending: usize,
    pub(super) city_errors: usize,
    pub(super) city_warnings: usize,
    pub(super) city_findings: Option<&'a str>,
    pub(super) stale: &'a [String],
    pub(super) recap: &'a [PathBuf],
}
