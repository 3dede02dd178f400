//! What a run asks of its workers.

use std::ffi::OsString;

use serde::{Deserialize, Serialize};

use super::duplicates::Member;
use super::record::Record;
use crate::diagnostic::Diagnostics;
use crate::pipeline::Options;
use crate::worker::Blob;

/// The word that makes the program a worker of a run.
pub const KIND: &str = "massal";

/// What is the same for all documents of a run.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Setup {
    /// Folder of the templates; `None` for the embedded ones.
    pub templates: Option<OsString>,
    /// Folders of further fonts.
    pub font: Vec<OsString>,
    /// Settings for every workbook.
    pub options: Options,
    /// Whether to print drafts.
    pub draft: bool,
    /// What the PDFs conform to, as on the command line.
    pub standards: Option<String>,
    /// The moment that PDFs say they were made.
    pub timestamp: Option<i64>,
}

/// A piece of work.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Job {
    /// Who the workbook at a path speaks of: an `Identity`.
    Identify(OsString),
    /// A document: [`Printed`].
    Print(Task),
    /// The recap of this data: [`Page`].
    Recap(Blob),
}

/// A workbook to be worked on.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Task {
    /// Where it is.
    pub path: OsString,
    /// What is known of it.
    pub member: Member,
    /// Name of its outputs, without ending.
    pub stem: String,
    /// Whether another workbook with the same content is printed in its place.
    pub is_copy: bool,
    /// What its neighbours make of it.
    pub neighbours: Diagnostics,
    /// Digest of `stem` and `neighbours`.
    pub place: String,
}

impl Task {
    /// Name of the document.
    pub fn pdf(&self) -> String {
        format!("{}.pdf", self.stem)
    }

    /// Name of the list of findings.
    pub fn findings(&self) -> String {
        format!("{}.temuan.txt", self.stem)
    }

    /// A record of which only the input is known.
    pub fn record(&self, inputs_digest: &str) -> Record {
        Record {
            digest: self.member.digest.clone(),
            inputs_digest: inputs_digest.to_owned(),
            place: self.place.clone(),
            identity: self.member.identity.clone(),
            ..Record::pending(&self.member.source)
        }
    }
}

/// What became of a workbook, before anything is written.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Printed {
    /// Its record; `surroundings` are not known there.
    pub record: Record,
    /// What was found, neighbours included.
    pub findings: Diagnostics,
    /// The document, if the workbook earns one.
    pub pdf: Option<Blob>,
}

/// The pages of a recap, or why there are none.
pub(super) type Page = Result<Blob, String>;
