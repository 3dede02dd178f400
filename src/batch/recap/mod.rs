//! The recap: who is done, who is not, and the city's money. For people as
//! PDF and workbook, for programs as JSON; the worst stand first.

mod page;
mod sheet;

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::Serialize;

use super::crosscutting::Crosscutting;
use super::duplicates;
use super::job;
use super::money::{self, Pagu};
use super::record::{Record, Status};
use super::store::Store;
use super::tema::BarisTema;
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
    opd: Vec<Row<'a>>,
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

/// One agency.
#[derive(Debug, Serialize)]
struct Row<'a> {
    #[serde(skip)]
    record: &'a Record,
    source: &'a str,
    opd: &'a str,
    kode: &'a str,
    tahap: &'a str,
    status: Status,
    pages: Option<usize>,
    errors: usize,
    warnings: usize,
    infos: usize,
    pagu: &'a Pagu,
    pagu_rpjmd: Option<&'a Pagu>,
    tema: &'a [BarisTema],
    kaitan: &'a [Crosscutting],
    chapters: &'a [super::completeness::Chapter],
    missing: &'a [String],
    headline: Option<&'a str>,
    pdf: Option<&'a str>,
    findings: Option<&'a str>,
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
            opd: records.iter().map(Row::new).collect(),
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

impl<'a> Row<'a> {
    fn new(record: &'a Record) -> Self {
        Self {
            record,
            source: &record.source,
            opd: record.name(),
            kode: &record.identity.kode,
            tahap: &record.identity.tahap,
            status: record.status,
            pages: record.pages,
            errors: record.errors,
            warnings: record.warnings,
            infos: record.infos,
            pagu: &record.pagu,
            pagu_rpjmd: record.pagu_rpjmd.as_ref(),
            tema: &record.tema,
            kaitan: &record.kaitan,
            chapters: &record.chapters,
            missing: &record.missing,
            headline: record.headline.as_deref(),
            pdf: record.pdf.as_ref().map(|output| output.name.as_str()),
            findings: record.findings.as_ref().map(|output| output.name.as_str()),
        }
    }

    /// What to talk about when calling: the most severe finding, then what is missing.
    fn remark(&self) -> String {
        const MOST: usize = 4;
        let mut remark: Vec<String> = self.headline.map(str::to_owned).into_iter().collect();
        let more = self.missing.len().saturating_sub(MOST);
        if !self.missing.is_empty() {
            let mut word = format!(
                "belum ada: {}",
                self.missing[..self.missing.len() - more].join("; ")
            );
            if more > 0 {
                word = format!("{word}; dan {more} lagi");
            }
            remark.push(word);
        }
        remark.join(" · ")
    }
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
