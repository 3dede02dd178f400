//! The words of a regulation's folder that the document gives a meaning.

pub use super::gambar::GAMBAR;

/// Fixed or computed pieces of a chapter, `bagian:…`; `shared/bagian.typ` sets them.
pub const BAGIAN: [&str; 4] = ["sistematika", "dasar-hukum", "tugas-fungsi", "tanda-tangan"];

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
pub fn computed_columns(lembar: &str) -> impl Iterator<Item = Key> {
    let keys: &[Key] = match lembar {
        // The name without the level before it, for a table that names the level elsewhere.
        "t-c-27" | "pendanaan" => &[("nama", false)],
        // What the funding table has of the kode.
        "tematik" => &ELEMENT,
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
        ("matriks-cascading", ELEMENT.to_vec()),
        ("penanggung-jawab", unit.to_vec()),
    ]
    .into_iter()
}
