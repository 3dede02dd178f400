//! Pictures of the agency's own.

use super::{Entry, Located};

/// A picture that the sheet Gambar names.
#[derive(Debug, Clone)]
pub struct GambarSendiri {
    /// Name of its file, which lies next to the workbook.
    pub berkas: Located<String>,
    /// Number of the subchapter in which it stands.
    pub subbab: Entry<String>,
    /// Its title.
    pub judul: Entry<String>,
    /// Where it is from, below the title.
    pub sumber: Entry<String>,
    /// Where it stands; `None` until its file was found and is good.
    pub tempat: Option<TempatGambar>,
}

/// Where a picture stands.
#[derive(Debug, Clone)]
pub struct TempatGambar {
    /// Number of a chapter or subchapter that the regulation has.
    pub nomor: String,
    /// The path under which templates read it.
    pub berkas: &'static str,
}
