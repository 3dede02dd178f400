//! The words of a regulation's folder that the document gives a meaning.

pub use super::gambar::GAMBAR;
use crate::model::Worksheet;

/// Fixed or computed pieces of a chapter, `bagian:…`; `shared/bagian.typ` sets them.
pub const BAGIAN: [&str; 5] = [
    "sistematika",
    "dasar-hukum",
    "tugas-fungsi",
    "tanda-tangan",
    MATRIKS_PERUBAHAN,
];

/// The piece that shows a changed plan next to the plan before it.
pub const MATRIKS_PERUBAHAN: &str = "matriks-perubahan";

/// The table of the whole cascade.
pub const MATRIKS_CASCADING: &str = "matriks-cascading";

/// The table of who answers for what.
pub const PENANGGUNG_JAWAB: &str = "penanggung-jawab";

/// Key of a column, and whether there is a value a year.
pub type Key = (&'static str, bool);

/// What an element of the funding table has in tables made of it.
const ELEMENT: [Key; 8] = [
    ("kode", false),
    ("uraian", false),
    ("indikator", false),
    ("satuan", false),
    ("target_awal", false),
    ("target", true),
    ("pagu", true),
    ("unit", false),
];

/// What a column of a worksheet's table may hold besides what the worksheet has.
pub fn computed_columns(lembar: Worksheet) -> impl Iterator<Item = Key> {
    let keys: &[Key] = match lembar {
        // The name without the level before it, for a table that names the level elsewhere.
        Worksheet::Tc27 | Worksheet::Pendanaan => &[("nama", false)],
        // What the funding table has of the kode.
        Worksheet::Tematik => &ELEMENT,
        _ => &[],
    };
    keys.iter().copied()
}

/// Tables that are made of others and have no worksheet, with what their columns may hold.
pub fn computed_tables() -> impl Iterator<Item = (&'static str, Vec<Key>)> {
    let unit = [
        ("jenis", false),
        ("kode", false),
        ("uraian", false),
        ("indikator", false),
    ];
    [
        (MATRIKS_CASCADING, ELEMENT.to_vec()),
        (PENANGGUNG_JAWAB, unit.to_vec()),
    ]
    .into_iter()
}
