//! What became of one workbook: a line of the recap, and with its digests the
//! reason not to print it again.

use serde::{Deserialize, Serialize};

use super::completeness::{self, Chapter};
use super::crosscutting::Crosscutting;
use super::money::Pagu;
use super::tema::BarisTema;
use crate::diagnostic::{Diagnostic, Diagnostics, Fact, Severity};
use crate::pipeline::Member;

/// What became of a workbook. From the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The program failed on it, or its result could not be written.
    Failed,
    /// It is no workbook that can be read.
    Unreadable,
    /// It has errors, so that the final document is refused; a draft may be there.
    Refused,
    /// Not yet looked at: it belongs to another share of the run.
    Pending,
    /// Its document is delivered.
    Delivered,
    /// Another workbook with the same content is printed in its place.
    Copy,
}

impl Status {
    /// The word for people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Failed => "gagal",
            Self::Unreadable => "tidak terbaca",
            Self::Refused => "ada galat",
            Self::Pending => "belum diolah",
            Self::Delivered => "selesai",
            Self::Copy => "salinan",
        }
    }

    /// Whether somebody has to be called about it.
    pub fn is_bad(self) -> bool {
        matches!(self, Self::Failed | Self::Unreadable | Self::Refused)
    }

    /// Whether the same input would give the same again.
    pub fn is_settled(self) -> bool {
        !matches!(self, Self::Failed | Self::Pending)
    }
}

/// A file that was written, and its BLAKE3 digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Output {
    /// Name in the output folder.
    pub name: String,
    /// Digest, hexadecimal.
    pub digest: String,
}

/// Who a workbook speaks of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Name of the agency; empty if the workbook does not say.
    pub opd: String,
    /// Its code.
    pub kode: String,
    /// Stage of the document.
    pub tahap: String,
}

/// What became of a workbook. A record of another shape is no record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// File name of the workbook.
    pub source: String,
    /// BLAKE3 digest of the workbook.
    pub digest: String,
    /// Digest of everything else that the result depends on and that is the
    /// same for all workbooks.
    pub inputs_digest: String,
    /// Digest of what the folder's other workbooks make of it: its file name,
    /// findings about pairs.
    pub place: String,
    /// Who it speaks of.
    pub identity: Identity,
    /// What became of it.
    pub status: Status,
    /// Pages of the document.
    pub pages: Option<usize>,
    /// Findings of severity error.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Infos.
    pub infos: usize,
    /// Money of all programmes by year.
    pub pagu: Pagu,
    /// The same as the city's RPJMD has it, where there is one.
    pub pagu_rpjmd: Option<Pagu>,
    /// What serves which theme.
    #[serde(default)]
    pub tema: Vec<BarisTema>,
    /// Which other agencies it rests on.
    #[serde(default)]
    pub kaitan: Vec<Crosscutting>,
    /// Completeness by chapter.
    pub chapters: Vec<Chapter>,
    /// What is missing, in Indonesian.
    pub missing: Vec<String>,
    /// The finding to talk about first, besides what is missing.
    pub headline: Option<String>,
    /// What its neighbours are compared with; `None` where it cannot be read.
    pub member: Option<Member>,
    /// The document.
    pub pdf: Option<Output>,
    /// Its findings.
    pub findings: Option<Output>,
}

impl Record {
    /// A workbook of which nothing is known yet.
    pub fn pending(source: &str) -> Self {
        Self {
            source: source.to_owned(),
            digest: String::new(),
            inputs_digest: String::new(),
            place: String::new(),
            identity: Identity::default(),
            status: Status::Pending,
            pages: None,
            errors: 0,
            warnings: 0,
            infos: 0,
            pagu: Pagu::new(),
            pagu_rpjmd: None,
            tema: Vec::new(),
            kaitan: Vec::new(),
            chapters: Vec::new(),
            missing: Vec::new(),
            headline: None,
            member: None,
            pdf: None,
            findings: None,
        }
    }

    /// Counts findings.
    pub(super) fn count(&mut self, findings: &Diagnostics) {
        self.errors = findings.count(Severity::Error);
        self.warnings = findings.count(Severity::Warning);
        self.infos = findings.count(Severity::Info);
        let first = |severity| {
            let is_headline = |finding: &&Diagnostic| {
                finding.severity == severity && !finding.facts.iter().any(Fact::is_required_part)
            };
            let finding = findings.iter().find(is_headline)?;
            Some(finding.message.clone())
        };
        self.headline = first(Severity::Error).or_else(|| first(Severity::Warning));
    }

    /// Name of the agency, or of its workbook where that does not say or is
    /// one of two with the same content.
    pub fn name(&self) -> &str {
        if self.identity.opd.is_empty() || self.status == Status::Copy {
            &self.source
        } else {
            &self.identity.opd
        }
    }

    /// Parts that are there and parts that must be, over all chapters.
    pub fn completeness(&self) -> (usize, usize) {
        completeness::total(&self.chapters)
    }
}
