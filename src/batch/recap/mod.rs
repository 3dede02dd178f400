//! The recap: who is done, who is not, and the city's money. For people as
//! PDF and workbook, for programs as JSON; the worst stand first.

mod page;
mod sheet;

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::duplicates;
use super::job;
use super::money::{self, Pagu};
use super::record::{Output, Record, Status};
use super::store::Store;
use super::worker_pool::WorkerPool;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::worker::Blob;

pub(super) use page::pdf;

/// Version of the JSON.
const SCHEMA: u8 = 1;

/// File names of the recap.
const DATA: &str = "rekap.json";
/// The one for Excel, which is no agency's workbook.
pub(super) const WORKBOOK: &str = "rekap.xlsx";
/// The one on paper, which is no agency's document.
pub(super) const DOCUMENT: &str = "rekap.pdf";

/// The whole recap.
#[derive(Debug, Serialize)]
pub struct Recap<'a> {
    schema: u8,
    program: &'static str,
    daerah: Option<&'a str>,
    periode: Option<[u16; 2]>,
    total: Total,
    #[serde(serialize_with = "lines")]
    opd: &'a [Record],
    city: Vec<Between>,
}

/// The city's sums.
#[derive(Debug, Serialize)]
struct Total {
    workbooks: usize,
    delivered: usize,
    refused: usize,
    unreadable: usize,
    failed: usize,
    pending: usize,
    copies: usize,
    pages: usize,
    errors: usize,
    warnings: usize,
    pagu: Pagu,
    pagu_rpjmd: Option<Pagu>,
    /// Agencies with more than one workbook, whose money is in neither sum.
    doubled: Vec<String>,
}

/// What agencies show next to each other.
#[derive(Debug, Serialize)]
struct Between {
    severity: Severity,
    code: &'static str,
    message: String,
    path: Option<String>,
    place: String,
}

/// An agency as the JSON has it: what a record says to others.
struct Line<'a>(&'a Record);

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(record) = self;
        let name = |output: Option<&'_ Output>| output.map(|output| output.name.clone());
        let mut line = serializer.serialize_struct("Line", 18)?;
        line.serialize_field("source", &record.source)?;
        line.serialize_field("opd", &record.name())?;
        line.serialize_field("kode", &record.identity.kode)?;
        line.serialize_field("tahap", &record.identity.tahap)?;
        line.serialize_field("status", &record.status)?;
        line.serialize_field("pages", &record.pages)?;
        line.serialize_field("errors", &record.errors)?;
        line.serialize_field("warnings", &record.warnings)?;
        line.serialize_field("infos", &record.infos)?;
        line.serialize_field("pagu", &record.pagu)?;
        line.serialize_field("pagu_rpjmd", &record.pagu_rpjmd)?;
        line.serialize_field("tema", &record.tema)?;
        line.serialize_field("kaitan", &record.kaitan)?;
        line.serialize_field("chapters", &record.chapters)?;
        line.serialize_field("missing", &record.missing)?;
        line.serialize_field("headline", &record.headline)?;
        line.serialize_field("pdf", &name(record.pdf.as_ref()))?;
        line.serialize_field("findings", &name(record.findings.as_ref()))?;
        line.end()
    }
}

fn lines<S: Serializer>(records: &&[Record], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(records.iter().map(Line))
}

/// Sorts records from the worst, so that the first line is the first call.
pub fn sort(records: &mut [Record]) {
    records.sort_by_cached_key(|record| {
        let (filled, required) = record.completeness();
        (
            record.status,
            Reverse(record.errors),
            Reverse(required - filled),
            Reverse(record.warnings),
            record.name().to_lowercase(),
            record.source.clone(),
        )
    });
}

impl<'a> Recap<'a> {
    /// Of sorted records.
    pub fn new(config: &'a Config, records: &'a [Record], city: &Diagnostics) -> Self {
        Self {
            schema: SCHEMA,
            program: concat!("renstra ", env!("CARGO_PKG_VERSION")),
            daerah: config.daerah.nama.as_deref(),
            periode: config.periode.map(|periode| [periode.awal, periode.akhir]),
            total: Total::new(records),
            opd: records,
            city: city.iter().map(Between::new).collect(),
        }
    }

    /// All years of which anything is said.
    fn year(&self) -> Vec<u16> {
        let rpjmd = self.total.pagu_rpjmd.iter().flat_map(Pagu::keys);
        let year: BTreeSet<u16> = self.total.pagu.keys().chain(rpjmd).copied().collect();
        year.into_iter().collect()
    }
}

impl Total {
    fn new(records: &[Record]) -> Self {
        let count = |status| records.iter().filter(|r| r.status == status).count();
        // A copy's money is its original's.
        let original = || records.iter().filter(|r| r.status != Status::Copy);
        let doubled = duplicates::doubled(original().map(|r| r.identity.opd.as_str()));
        let is_doubled = |r: &&Record| doubled.contains(&duplicates::squeezed(&r.identity.opd));
        let counted = || original().filter(|r| !is_doubled(r));
        let rpjmd = counted().filter_map(|r| r.pagu_rpjmd.as_ref());
        let named: BTreeSet<String> = original()
            .filter(is_doubled)
            .map(|r| r.identity.opd.clone())
            .collect();
        Self {
            workbooks: records.len(),
            delivered: count(Status::Delivered),
            refused: count(Status::Refused),
            unreadable: count(Status::Unreadable),
            failed: count(Status::Failed),
            pending: count(Status::Pending),
            copies: count(Status::Copy),
            pages: records.iter().filter_map(|r| r.pages).sum(),
            errors: records.iter().map(|r| r.errors).sum(),
            warnings: records.iter().map(|r| r.warnings).sum(),
            pagu: sum(counted().map(|r| &r.pagu)),
            pagu_rpjmd: rpjmd.clone().next().is_some().then(|| sum(rpjmd)),
            doubled: named.into_iter().collect(),
        }
    }
}

impl Between {
    fn new(finding: &Diagnostic) -> Self {
        Self {
            severity: finding.severity,
            code: finding.code.0,
            message: finding.message.clone(),
            path: finding.path.clone(),
            place: finding.origin.to_string(),
        }
    }

    /// What is wrong, and with what where the message does not name it.
    fn line(&self) -> String {
        match &self.path {
            Some(path) if !self.message.contains(path) => format!("{}: {path}", self.message),
            _ => self.message.clone(),
        }
    }
}

/// What to talk about when calling: the most severe finding, then what is missing.
fn remark(record: &Record) -> String {
    const MOST: usize = 4;
    let mut remark: Vec<String> = record.headline.clone().into_iter().collect();
    let more = record.missing.len().saturating_sub(MOST);
    if !record.missing.is_empty() {
        let mut word = format!(
            "belum ada: {}",
            record.missing[..record.missing.len() - more].join("; ")
        );
        if more > 0 {
            word = format!("{word}; dan {more} lagi");
        }
        remark.push(word);
    }
    remark.join(" · ")
}

fn sum<'a>(pagu: impl Iterator<Item = &'a Pagu>) -> Pagu {
    let mut sum = Pagu::new();
    for (year, amount) in pagu.flatten() {
        money::add(&mut sum, *year, amount.0);
    }
    sum
}

/// Writes the three files. What cannot be written is named; the others are written.
pub(super) fn write(
    pool: &WorkerPool,
    config: &Config,
    records: &[Record],
    city: &Diagnostics,
    store: &Store,
) -> (Vec<PathBuf>, Vec<String>) {
    let recap = Recap::new(config, records, city);
    let json = serde_json::to_vec_pretty(&recap).map_err(|why| why.to_string());
    let pdf = print(pool, &recap);
    let files = [
        (DATA, json),
        (WORKBOOK, sheet::workbook(&recap)),
        (DOCUMENT, pdf),
    ];
    let (mut written, mut unwritten) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let result = bytes.and_then(|bytes| {
            store
                .write(name, &bytes)
                .map(|_| store.path(name))
                .map_err(|why| why.to_string())
        });
        match result {
            Ok(path) => written.push(path),
            Err(why) => unwritten.push(why),
        }
    }
    (written, unwritten)
}

/// The recap on paper, laid out by a worker: what an agency calls itself is
/// anything.
fn print(pool: &WorkerPool, recap: &Recap<'_>) -> Result<Vec<u8>, String> {
    let data = page::data(recap).map_err(|why| why.to_string())?;
    match pool.ask::<job::Page>(&job::Job::Recap(Blob(data))) {
        Ok(Ok(Blob(pdf))) => Ok(pdf),
        Ok(Err(why)) => Err(format!("{DOCUMENT} tidak dapat dicetak: {why}")),
        Err(lost) => Err(format!("{DOCUMENT} tidak dapat dicetak: {lost}")),
    }
}
