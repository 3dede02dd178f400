//! What does not fit when workbooks of units are joined.

use crate::diagnostic::{Code, Diagnostic, Origin};

/// What the codes of this module mean, for `renstra rule`.
pub const EXPLANATION: &str = include_str!("finding.md");

/// A file that does not say which unit it is of, or of one that the agency does not have.
const UNKNOWN_UNIT: Code = Code("W120");
/// A row that two units gave.
const TWO_UNITS: Code = Code("W121");
/// A row that a unit's workbook no longer has.
const LOST_ROW: Code = Code("W122");
/// A row that was there to be read and was changed.
const LOCKED_ROW: Code = Code("W123");
/// A new row below nothing.
const NO_PARENT: Code = Code("W124");
/// A unit whose workbook did not come back.
const NOT_RETURNED: Code = Code("W125");

/// Columns that the joined workbook has no place for.
const COLUMNS_LEFT: Code = Code("W126");

/// Cells next to or below a table that the joined workbook has no place for.
const CELLS_LEFT: Code = Code("W127");

pub(super) fn cells_left(cells: &Diagnostic) -> Diagnostic {
    let mut finding = Diagnostic::warning(
        CELLS_LEFT,
        cells.origin.clone(),
        "isi ini tidak mempunyai tempat pada formulir, sehingga tidak ikut pada berkas unit dan buku kerja gabungan",
    )
    .note("isi", cells.message.clone())
    .hint(COPY);
    finding.note.extend(cells.note.iter().cloned());
    finding
}

pub(super) fn source_left(origin: Origin, table: &str, line: &str) -> Diagnostic {
    Diagnostic::warning(
        CELLS_LEFT,
        origin,
        format!("baris sumber di bawah tabel {table} tidak ikut pada buku kerja gabungan"),
    )
    .note("tertulis", line)
    .hint(COPY)
}

const COPY: &str = "salin ke buku kerja gabungan bila masih diperlukan";

pub(super) fn columns_left(cell: Origin, names: &[String]) -> Diagnostic {
    Diagnostic::warning(
        COLUMNS_LEFT,
        cell,
        format!(
            "kolom {} pada tabel pendanaan tidak ada pada formulir, sehingga tidak ikut pada berkas unit dan buku kerja gabungan",
            names.join(", ")
        ),
    )
    .hint("salin kolom itu ke buku kerja gabungan bila masih diperlukan")
}

pub(super) fn unknown_unit(file: &str, unit: Option<&str>) -> Diagnostic {
    let message = match unit {
        Some(unit) => {
            format!("unit \"{unit}\" tidak ada pada buku kerja induk; isinya tidak digabung")
        }
        None => "berkas ini tidak menyebut unitnya; isinya tidak digabung".to_owned(),
    };
    Diagnostic::error(UNKNOWN_UNIT, Origin::file(file), message)
        .hint("pakai berkas yang dibuat dengan renstra pecah dari buku kerja induk ini")
}

pub(super) fn two_units(
    origin: Origin,
    label: &str,
    own: (&str, &Origin),
    other: &str,
) -> Diagnostic {
    Diagnostic::error(
        TWO_UNITS,
        origin.clone(),
        format!("baris {label} diberikan dua kali: oleh {} dan {other}", own.0),
    )
    .path(label)
    .figure(own.0, "baris yang dipakai", [own.1.clone()])
    .figure(other, "baris yang tidak dipakai", [origin])
    .hint("sepakati unit penanggung jawabnya, hapus baris itu dari berkas unit yang lain, lalu gabungkan lagi")
}

pub(super) fn lost_row(file: &str, label: &str, base: &Origin) -> Diagnostic {
    Diagnostic::warning(
        LOST_ROW,
        Origin::file(file),
        format!("baris {label} tidak ada lagi pada berkas ini; baris induk dipertahankan"),
    )
    .path(label)
    .figure("pada induk", "baris yang dipakai", [base.clone()])
    .hint("bila memang dihapus, hapus barisnya pada buku kerja gabungan; bila tidak sengaja, kembalikan pada berkas unit")
}

pub(super) fn locked_row(origin: Origin, label: &str, base: &Origin) -> Diagnostic {
    Diagnostic::warning(
        LOCKED_ROW,
        origin,
        format!("baris {label} hanya untuk dibaca, tetapi diubah pada berkas ini; baris induk dipertahankan"),
    )
    .path(label)
    .figure("pada induk", "baris yang dipakai", [base.clone()])
    .hint("usulkan perubahannya kepada unit yang bertanggung jawab, atau ubah pada buku kerja induk")
}

pub(super) fn no_parent(origin: Origin, label: &str, parent: &str) -> Diagnostic {
    Diagnostic::error(
        NO_PARENT,
        origin,
        format!("baris baru {label} tidak mempunyai induk: {parent} tidak ada pada buku kerja induk maupun berkas ini"),
    )
    .path(label)
    .hint("tambahkan program atau kegiatannya, atau perbaiki kodenya")
}

pub(super) fn not_returned(file: &str, unit: &str) -> Diagnostic {
    Diagnostic::warning(
        NOT_RETURNED,
        Origin::file(file),
        format!("berkas {unit} tidak ada pada folder ini; barisnya diambil dari induk"),
    )
    .hint("letakkan berkas unit itu pada folder ini, lalu gabungkan lagi")
}
