//! What a workbook shows its neighbours, as its record keeps it: the rules over
//! a city need every agency, also those that this run did not read again and
//! those that another machine printed.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::money::Money;
use crate::diagnostic::Origin;
use crate::model::{Located, NamaOpd, Rupiah, Tahun};
use crate::pipeline::{Alinea, Member, PaguProgram};

/// What of an agency's plan is compared with the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberRecord {
    /// Id of the regulation of its plan.
    pub peraturan: String,
    of_rpjmd: bool,
    nama: Option<String>,
    known_as: Vec<String>,
    #[serde(default)]
    kode: Option<(String, StoredCell)>,
    #[serde(default)]
    nip: Option<(String, StoredCell)>,
    pagu: Vec<Amount>,
    alinea: Vec<(String, StoredCell)>,
}

/// Money of a programme in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Amount {
    kode: String,
    tahun: u16,
    pagu: Option<(Money, StoredCell)>,
}

/// A cell of the workbook: place and name of its sheet, row, column.
type StoredCell = (Option<u32>, Option<String>, Option<(u32, u32)>);

impl MemberRecord {
    /// Of an agency.
    pub fn new(peraturan: &str, member: &Member) -> Self {
        Self {
            peraturan: peraturan.to_owned(),
            of_rpjmd: member.of_rpjmd,
            nama: member.nama.clone(),
            known_as: member.known_as.names().to_vec(),
            kode: member.kode.as_ref().map(stated),
            nip: member.nip.as_ref().map(stated),
            pagu: member.pagu.iter().map(amount).collect(),
            alinea: member
                .alinea
                .iter()
                .map(|alinea| (alinea.digest.clone(), place(&alinea.origin)))
                .collect(),
        }
    }

    /// The agency, whose workbook is `source`. What no run of ours wrote is left out.
    pub fn member(&self, source: &str) -> Member {
        let file = Origin::file(source);
        let names = self.known_as.iter().map(Some);
        Member {
            of_rpjmd: self.of_rpjmd,
            nama: self.nama.clone(),
            known_as: NamaOpd::new(names),
            kode: located(self.kode.as_ref(), &file),
            nip: located(self.nip.as_ref(), &file),
            pagu: self
                .pagu
                .iter()
                .filter_map(|amount| {
                    Some(PaguProgram {
                        kode: amount.kode.parse().ok()?,
                        tahun: Tahun::new(amount.tahun)?,
                        pagu: amount.pagu.as_ref().map(|(money, place)| {
                            Located::new(Rupiah::from_decimal(money.0), origin(&file, place))
                        }),
                    })
                })
                .collect(),
            alinea: self
                .alinea
                .iter()
                .map(|(digest, place)| Alinea {
                    digest: digest.clone(),
                    origin: origin(&file, place),
                })
                .collect(),
            file,
        }
    }
}

fn stated(own: &Located<String>) -> (String, StoredCell) {
    (own.value.clone(), place(&own.origin))
}

fn located(own: Option<&(String, StoredCell)>, file: &Origin) -> Option<Located<String>> {
    own.map(|(value, place)| Located::new(value.clone(), origin(file, place)))
}

fn amount(own: &PaguProgram) -> Amount {
    let pagu = own.pagu.as_ref();
    Amount {
        kode: own.kode.to_string(),
        tahun: own.tahun.get(),
        pagu: pagu.map(|pagu| (Money(pagu.value.decimal()), place(&pagu.origin))),
    }
}

fn place(origin: &Origin) -> StoredCell {
    (
        origin.sheet_index,
        origin.sheet.as_deref().map(str::to_owned),
        origin.cell.map(|cell| (cell.row, cell.col)),
    )
}

fn origin(file: &Origin, (index, sheet, cell): &StoredCell) -> Origin {
    let whole = Origin {
        sheet_index: *index,
        sheet: sheet.as_deref().map(Arc::from),
        ..file.clone()
    };
    match cell {
        Some((row, col)) => whole.at(*row, *col),
        None => whole,
    }
}
