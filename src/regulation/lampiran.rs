//! An annex, behind the signature.

use serde::Deserialize;

use super::Part;

/// An annex.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lampiran {
    /// Its name in settings.
    pub id: String,
    /// Its title, in capitals as printed.
    pub judul: String,
    /// Its tables and figures, in order. An annex that has nothing to show is left out.
    pub isi: Vec<Part>,
    /// Whether it is printed only for who asks for it: what it shows is in the chapters
    /// already, in another order.
    #[serde(default)]
    pub pilihan: bool,
}
