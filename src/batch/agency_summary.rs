//! What a city's table shows of an agency, and what its neighbours are compared with.

use serde::{Deserialize, Serialize};

use super::completeness;
use super::money::Pagu;
use super::print;
use super::record::Identity;
use crate::pipeline::{self, Inspection, Member};

/// What is told of an agency next to the others.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AgencySummary {
    /// Who it is.
    pub identity: Identity,
    /// BLAKE3 digest of its workbook.
    pub digest: String,
    /// Parts that are there and parts that must be, over all chapters.
    pub completeness: (usize, usize),
    /// Money of all programmes by year.
    pub pagu: Pagu,
    /// The same as the city's RPJMD has it, where there is one.
    pub pagu_rpjmd: Option<Pagu>,
    /// What its neighbours are compared with.
    pub member: Member,
}

impl AgencySummary {
    /// Of a workbook that holds a plan.
    pub fn new(inspection: &Inspection) -> Self {
        let identitas = &inspection.renstra.identitas;
        let tahap = identitas.tahap.value().map(ToString::to_string);
        let regulation = &inspection.regulation;
        let (chapters, _) =
            completeness::measure(regulation, &inspection.config, &inspection.findings, true);
        Self {
            identity: Identity {
                opd: identitas.nama.value().cloned().unwrap_or_default(),
                kode: identitas.kode.value().cloned().unwrap_or_default(),
                tahap: tahap.unwrap_or_default(),
            },
            digest: inspection.digest().to_owned(),
            completeness: completeness::total(&chapters),
            pagu: print::pagu(&inspection.renstra),
            pagu_rpjmd: print::pagu_rpjmd(inspection),
            member: pipeline::member(inspection),
        }
    }
}
