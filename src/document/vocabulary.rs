//! The words of a regulation's folder that the document gives a meaning.

pub use super::gambar::GAMBAR;

/// Fixed or computed pieces of a chapter, `bagian:…`; `shared/bagian.typ` sets them.
pub const BAGIAN: [&str; 4] = ["sistematika", "dasar-hukum", "tugas-fungsi", "tanda-tangan"];

/// What a column of a worksheet's table may hold besides what the worksheet has.
pub fn computed_columns(lembar: &str) -> impl Iterator<Item = &'static str> {
    let keys: &[&str] = match lembar {
        // The name without the level before it, for a table that names the level elsewhere.
        "t-c-27" | "pendanaan" => &["nama"],
        _ => &[],
    };
    keys.iter().copied()
}
