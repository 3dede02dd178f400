//! Codes of the findings made while joining rows to parents.

use crate::diagnostic::Code;

/// What each code means and how to mend it, for `renstra rule`.
pub const EXPLANATION: &str = include_str!("code.md");

/// A sasaran above which no tujuan stands.
pub const SASARAN_WITHOUT_TUJUAN: Code = Code("N001");
/// A strategi above which no sasaran stands.
pub const STRATEGI_WITHOUT_SASARAN: Code = Code("N002");
/// A sasaran of T-C.26 that T-C.25 does not have.
pub const STRATEGI_OF_UNKNOWN_SASARAN: Code = Code("N003");
/// A masalah or akar masalah above which no parent stands.
pub const MASALAH_WITHOUT_PARENT: Code = Code("N004");
/// A kegiatan or sub kegiatan whose parent's kode is not in the table.
pub const ORPHAN: Code = Code("N010");
/// The same kode twice for one unit.
pub const DUPLICATE: Code = Code("N011");
/// A row with a name and without a kode.
pub const NO_KODE: Code = Code("N013");
/// Rows whose kode was found by their name.
pub const KODE_BY_NAME: Code = Code("N015");
/// An element whose indicator rows have different amounts.
pub const SPLIT_AMOUNT: Code = Code("N016");
/// An outcome or output without an indicator.
pub const HASIL_WITHOUT_INDIKATOR: Code = Code("N017");
/// A cell that says `Sub Kegiatan` and not which.
pub const NAMELESS: Code = Code("N019");
/// An RPJMD workbook that nobody filled.
pub const RPJMD_BLANK: Code = Code("N020");
/// A mandatory indicator of no known bidang urusan.
pub const UNKNOWN_BIDANG: Code = Code("N021");
/// A row of Manual Indikator whose indicator no table has.
pub const UNKNOWN_INDIKATOR: Code = Code("N022");
/// A kode that the funding table does not have.
pub const UNKNOWN_KODE: Code = Code("N023");
/// A row that stands under nothing.
pub const NO_PARENT_ROW: Code = Code("N014");
