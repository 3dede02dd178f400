//! How the run that prints every agency stands, and what it needs.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostics;
use crate::worker::Limits;

/// What a run needs besides the city.
pub(super) struct Press {
    /// The program, of which workers are started.
    pub program: PathBuf,
    /// How much a document may take.
    pub limits: Limits,
    /// Findings as a text for people.
    pub describe: fn(&Diagnostics) -> String,
}

/// What is to be made of all agencies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    /// The final documents, and the recap.
    Final,
    /// Drafts, and the recap.
    Rancangan,
    /// The recap alone, of the documents that are there.
    Rekap,
    /// The verifier's note of each.
    Catatan,
}

impl Kind {
    /// Folder of the results in the city's folder.
    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::Final | Self::Rekap => "hasil",
            Self::Rancangan => "rancangan",
            Self::Catatan => "catatan",
        }
    }
}

/// How a run stands.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Printing {
    pub jenis: Option<Kind>,
    pub berjalan: bool,
    pub selesai: usize,
    pub jumlah: usize,
    pub sedang: Vec<String>,
    pub baris: Vec<Line>,
    pub berkas: Vec<String>,
    pub pesan: Option<String>,
    pub gagal: bool,
}

/// What became of an agency.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Line {
    pub berkas: String,
    pub nama: String,
    pub keadaan: &'static str,
    pub buruk: bool,
    pub galat: usize,
    pub hasil: Option<String>,
}

impl Printing {
    /// Whether a file of this name is a result of the last run.
    pub(super) fn made(&self, name: &str) -> Option<Kind> {
        let pdf = self.baris.iter().filter_map(|line| line.hasil.as_deref());
        let mut all = pdf.chain(self.berkas.iter().map(String::as_str));
        self.jenis.filter(|_| all.any(|made| made == name))
    }
}
