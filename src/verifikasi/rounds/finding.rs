//! What is wrong with a note that came back.

use crate::diagnostic::{Code, Diagnostic, Origin};

/// What the codes of this module mean, for `renstra rule`.
pub const EXPLANATION: &str = include_str!("finding.md");

/// A file that is no note of findings.
const NO_NOTE: Code = Code("W130");
/// Rows of the note that did not come back.
const ROWS_GONE: Code = Code("W131");
/// A status that is none.
const STATUS_UNKNOWN: Code = Code("W132");
/// The note of another agency.
const OTHER_AGENCY: Code = Code("W133");

pub(super) fn no_note(file: &str) -> Diagnostic {
    Diagnostic::error(
        NO_NOTE,
        Origin::file(file),
        "berkas ini bukan catatan verifikasi: tidak ada lembar dengan kolom Kode, Temuan, dan Status",
    )
    .hint("sebutkan berkas xlsx yang ditulis dengan renstra check --report xlsx")
}

pub(super) fn rows_gone(sheet: &Origin, stated: usize, numbers: &[u32]) -> Diagnostic {
    let list: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    Diagnostic::warning(
        ROWS_GONE,
        sheet.clone(),
        format!(
            "catatan ini semula memuat {stated} temuan; {} barisnya tidak kembali, sehingga jawabannya tidak diketahui",
            numbers.len()
        ),
    )
    .note("nomor", list.join(", "))
    .hint("kembalikan barisnya; temuan yang masih ada disebut baru pada putaran ini")
}

pub(super) fn status_unknown(cell: Origin, text: &str) -> Diagnostic {
    Diagnostic::warning(
        STATUS_UNKNOWN,
        cell,
        format!("status \"{text}\" tidak dikenal; dianggap terbuka"),
    )
    .hint("pilih terbuka, diperbaiki, dijawab, atau diterima")
}

pub(super) fn other_agency(file: &str, theirs: &str, own: &str) -> Diagnostic {
    Diagnostic::warning(
        OTHER_AGENCY,
        Origin::file(file),
        format!(
            "catatan ini milik \"{theirs}\", sedangkan buku kerja yang diperiksa milik \"{own}\""
        ),
    )
    .hint("sebutkan catatan putaran sebelumnya dari Perangkat Daerah ini")
}
