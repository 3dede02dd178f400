//! What a city's table shows of an agency, and what its neighbours are compared with.

use serde::{Deserialize, Serialize};

use super::completeness;
use super::member_record::MemberRecord;
use super::money::Pagu;
use super::print;
use super::record::Identity;
use crate::pipeline::{self, Inspection};

/// What is told of an agency next to the others.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Measure {
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
    pub member_record: MemberRecord,
}

impl Measure {
    /// Of a workbook that holds a plan.
    pub fn new(inspection: &Inspection) -> Self {
        let identitas = &inspection.renstra.identitas;
        let tahap = identitas.tahap.value().map(ToString::to_string);
        let regulation = &inspection.regulation;
        let (chapters, _) =
            completeness::measure(regulation, &inspection.config, &inspection.findings, true);
        let completeness = chapters.iter().fold((0, 0), |(filled, required), chapter| {
            (filled + chapter.filled, required + chapter.required)
        });
        Self {
            identity: Identity {
                opd: identitas.nama.value().cloned().unwrap_or_default(),
                kode: identitas.kode.value().cloned().unwrap_or_default(),
                tahap: tahap.unwrap_or_default(),
            },
            digest: inspection.digest().to_owned(),
            completeness,
            pagu: print::pagu(&inspection.renstra),
            pagu_rpjmd: print::pagu_rpjmd(inspection),
            member_record: MemberRecord::new(&regulation.id, &pipeline::member(inspection)),
        }
    }
}
