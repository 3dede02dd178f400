//! What only a whole folder can show, and what went wrong with one workbook.

use crate::diagnostic::{Code, Diagnostic, Fact, Origin};
use crate::worker::{FAILED, Lost, of_lost};

/// What the codes of this module mean, for `renstra rule`.
pub const EXPLANATION: &str = include_str!("finding.md");

/// Two workbooks for one agency.
pub const TWO_WORKBOOKS: Code = Code("W101");
/// A copy of another workbook.
pub const COPY: Code = Code("W102");
/// Two agencies with one code.
pub const KODE_TWICE: Code = Code("W103");
/// A result that could not be written.
const UNWRITTEN: Code = Code("W105");

pub(super) fn two_workbooks(file: &str, opd: &str, other: &[&str]) -> Diagnostic {
    Diagnostic::error(
        TWO_WORKBOOKS,
        Origin::file(file),
        format!(
            "\"{opd}\" juga mempunyai buku kerja lain: {}",
            other.join(", ")
        ),
    )
    .hint("sisakan satu buku kerja untuk setiap Perangkat Daerah pada folder ini")
}

pub(super) fn copy(file: &str, of: &str) -> Diagnostic {
    Diagnostic::warning(
        COPY,
        Origin::file(file),
        format!("isi berkas ini sama persis dengan {of}, jadi hanya {of} yang dicetak"),
    )
    .hint("hapus atau pindahkan salinannya")
}

pub(super) fn kode_twice(file: &str, kode: &str, other: &[&str]) -> Diagnostic {
    Diagnostic::warning(
        KODE_TWICE,
        Origin::file(file),
        format!(
            "kode Perangkat Daerah {kode} juga dipakai pada {}",
            other.join(", ")
        ),
    )
    .hint("tulis kode masing-masing pada lembar Identitas")
}

pub(super) fn failed(file: &str, why: &str) -> Diagnostic {
    Diagnostic::error(
        FAILED,
        Origin::file(file),
        format!("buku kerja ini tidak dapat diolah: {why}"),
    )
    .hint("pastikan berkasnya dapat dibuka, lalu ulangi; bila tetap gagal, laporkan")
}

/// A workbook over which a worker was lost.
pub(super) fn lost(file: &str, why: &Lost) -> Diagnostic {
    of_lost(&Origin::file(file), why)
}

pub(super) fn unwritten(file: &str, why: &str) -> Diagnostic {
    Diagnostic::error(UNWRITTEN, Origin::file(file), why)
        .fact(Fact::Unwritten)
        .hint("tutup berkas hasilnya, periksa izin dan ruang penyimpanan, lalu ulangi")
}
