//! What a workbook is, before it is checked: a plan, the city's RPJMD, a result of this
//! program, or something else.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Code, Diagnostic, Fact, Origin};
use crate::model::{BERKAS_UNIT, KELUARAN, Worksheet};
use crate::sheets;
use crate::workbook::{self, ReadError, Workbook};

use super::rpjmd;

/// What the codes of this file mean, for `renstra rule`.
pub const EXPLANATION: &str = include_str!("workbook_kind.md");

/// A workbook none of whose sheets is known.
pub const FOREIGN: Code = Code("W110");
/// The RPJMD in the place of a plan.
pub const IS_RPJMD: Code = Code("W111");
/// A result of this program in the place of a plan.
pub const IS_OUTPUT: Code = Code("W112");

/// The workbook of one unit in the place of a plan.
pub const IS_SHARE: Code = Code("W114");

/// A form that nobody has begun to fill.
pub const UNFILLED: Code = Code("W113");

/// Sheets that are named; of more only their number is said.
const NAMED: usize = 8;

/// What a workbook is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum WorkbookKind {
    /// A plan of an agency, however little of it is filled.
    Renstra,
    /// The city's RPJMD.
    Rpjmd,
    /// What this program wrote: a verifier's note, a recap, what follows on a plan.
    Output,
    /// A part of a plan that this program made for one unit.
    Share,
    /// None of its sheets is known; their names.
    Foreign(Vec<String>),
}

/// Who a workbook is, and of whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// What it is.
    pub kind: WorkbookKind,
    /// Name of the agency, as Identitas has it.
    pub nama: Option<String>,
}

/// Looks at a workbook without checking it. `called` is its name.
///
/// # Errors
/// If it cannot be opened or is no workbook.
pub fn look(path: &Path, called: &str) -> Result<Look, ReadError> {
    let bytes = std::fs::read(path).map_err(|source| ReadError::Io {
        path: path.to_owned(),
        source,
    })?;
    let workbook = workbook::from_bytes(called, bytes)?;
    let nama =
        sheets::read_identitas(&workbook).and_then(|identitas| identitas.nama.value().cloned());
    Ok(Look {
        kind: kind(&workbook),
        nama,
    })
}

/// Whether a file is what this program wrote as a result, by its properties alone.
pub fn is_output(path: &Path) -> bool {
    let category = workbook::category(path);
    matches!(category.as_deref(), Some(KELUARAN | BERKAS_UNIT))
}

/// What a workbook is.
pub(super) fn kind(workbook: &Workbook) -> WorkbookKind {
    if workbook.category.as_deref() == Some(KELUARAN) {
        return WorkbookKind::Output;
    }
    if workbook.category.as_deref() == Some(BERKAS_UNIT) || share_unit(workbook).is_some() {
        return WorkbookKind::Share;
    }
    // Both kinds of workbooks have an Identitas. A plan has more tables than an RPJMD can,
    // so that the sheets of a filled one are not all looked at.
    let is_table = |worksheet: &Worksheet| *worksheet != Worksheet::Identitas;
    let own = sheets::recognised(workbook).filter(is_table);
    let own = own.take(sheets::rpjmd::ALL.len()).count();
    let is_plan = own == sheets::rpjmd::ALL.len();
    if !is_plan && sheets::rpjmd::recognised(workbook).filter(is_table).count() > own {
        return WorkbookKind::Rpjmd;
    }
    if own > 0 || sheets::recognised(workbook).next().is_some() {
        return WorkbookKind::Renstra;
    }
    let visible = workbook.sheet.iter().filter(|sheet| !sheet.hidden);
    WorkbookKind::Foreign(visible.map(|sheet| sheet.name.to_string()).collect())
}

/// The unit for which a workbook was made, as its sheet Petunjuk says; some programs save a
/// workbook without its properties.
pub(super) fn share_unit(workbook: &Workbook) -> Option<String> {
    let guide = workbook
        .sheet
        .iter()
        .find(|sheet| &*sheet.name == "Petunjuk")?;
    let text = |row| guide.get(row, 0).map(sheets::shown);
    text(0).filter(|title| title == "PETUNJUK BERKAS UNIT")?;
    let unit = text(1)?.strip_prefix("Unit: ")?.trim().to_owned();
    Some(unit).filter(|unit| !unit.is_empty())
}

/// Why a workbook is none of an agency's plan; `None` if it is one.
pub(super) fn refusal(workbook: &Workbook) -> Option<Diagnostic> {
    let file = Origin::file(workbook.file.clone());
    let name = &workbook.file;
    match kind(workbook) {
        WorkbookKind::Renstra => None,
        WorkbookKind::Rpjmd => Some(
            Diagnostic::error(
                IS_RPJMD,
                file,
                format!("{name} adalah RPJMD, bukan Renstra Perangkat Daerah"),
            )
            .hint(format!(
                "simpan sebagai {} di samping renstra.toml, dan keluarkan dari folder opd",
                rpjmd::FILE_NAME
            )),
        ),
        WorkbookKind::Output => Some(
            Diagnostic::error(
                IS_OUTPUT,
                file,
                format!("{name} adalah berkas hasil program ini, bukan buku kerja Renstra"),
            )
            .fact(Fact::OwnFile)
            .hint("keluarkan berkas ini dari folder opd; isi dan perbaikan dilakukan pada buku kerja aslinya"),
        ),
        WorkbookKind::Share => Some(
            Diagnostic::error(
                IS_SHARE,
                file,
                format!("{name} adalah berkas satu unit, bukan buku kerja Renstra seluruhnya"),
            )
            .fact(Fact::OwnFile)
            .hint("gabungkan dahulu dengan renstra gabung, dan simpan berkas unit di luar folder opd"),
        ),
        WorkbookKind::Foreign(sheet) => Some(
            Diagnostic::error(
                FOREIGN,
                file,
                format!(
                    "{name} bukan buku kerja Renstra: tidak satu pun dari {} lembarnya dikenal",
                    sheet.len()
                ),
            )
            .note("lembar", names(&sheet))
            .hint("buat formulir kosong dengan renstra init, atau pindahkan isinya dengan renstra init --from; keluarkan berkas ini dari folder opd bila memang bukan Renstra"),
        ),
    }
}

fn names(sheets: &[String]) -> String {
    let named = sheets.iter().take(NAMED).map(String::as_str);
    let text = named.collect::<Vec<_>>().join(", ");
    match sheets.len().saturating_sub(NAMED) {
        0 => text,
        more => format!("{text}, dan {more} lainnya"),
    }
}
