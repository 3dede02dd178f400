//! The document as PDF.

use typst::foundations::Smart;
use typst_pdf::{PdfOptions, Timestamp};

use crate::typeset::compile::Typeset;
use crate::typeset::date;
use crate::typeset::error::TypesetError;
use crate::typeset::page_range::PageRanges;
use crate::typeset::report::report;
use crate::typeset::standard::Standards;

/// What writes the file, as the PDF's metadata say it.
const CREATOR: &str = concat!("renstra ", env!("CARGO_PKG_VERSION"));

/// How a PDF is written.
#[derive(Debug, Clone)]
pub struct PdfSettings {
    /// What the file conforms to.
    pub standards: Standards,
    /// What the document is told apart by, from one version to the next; not
    /// printed, only hashed.
    pub ident: String,
    /// When it was made, in seconds since 1970, unless the template says so
    /// itself. An archival standard wants one or the other.
    pub timestamp: Option<i64>,
    /// Only these pages. Such an excerpt carries neither tags nor bookmarks,
    /// so its standards must be [untagged](Standards::untagged) ones.
    pub pages: Option<PageRanges>,
    /// Whether to write the tags that tell a screen reader what is what. They
    /// make a file with large tables three to six times bigger.
    pub tagged: bool,
}

impl PdfSettings {
    /// The whole document, archival and accessible, without a date of its own.
    pub fn new(ident: impl Into<String>) -> Self {
        Self {
            standards: Standards::default(),
            ident: ident.into(),
            timestamp: None,
            pages: None,
            tagged: true,
        }
    }
}

/// Writes the document as PDF. The same pages and settings give the same bytes.
///
/// # Errors
/// When the settings contradict each other, the chosen pages are none, or the
/// pages hold what the standards forbid.
pub fn pdf(typeset: &Typeset<'_>, settings: &PdfSettings) -> Result<Vec<u8>, TypesetError> {
    check(settings, typeset.page_count()).map_err(TypesetError::Settings)?;
    let options = PdfOptions {
        ident: Smart::Custom(settings.ident.clone()),
        creator: Smart::Custom(Some(CREATOR.to_owned())),
        timestamp: settings
            .timestamp
            .and_then(date::from_unix)
            .map(Timestamp::new_utc),
        page_ranges: settings.pages.as_ref().map(PageRanges::to_typst),
        standards: settings.standards.typst.clone(),
        // typst cannot cut the tree of tags together with the pages.
        tagged: settings.tagged && settings.pages.is_none(),
        pretty: false,
    };
    let mut bytes =
        typst_pdf::pdf(&typeset.document, &options).map_err(|error| TypesetError::Export {
            standard: settings.standards.to_string(),
            report: report(&typeset.world, &error),
        })?;
    leave_out_suspects(&mut bytes);
    Ok(bytes)
}

/// Blanks the entry `/Suspects false` of the catalog. It says only what its absence
/// says too, and readers built on poppler complain about it at every opening. The
/// length stays, so that every offset in the file is right.
fn leave_out_suspects(bytes: &mut [u8]) {
    const MARKED: &[u8] = b"/MarkInfo<</Marked true/Suspects false>>";
    let entry = b"/Suspects false".len();
    // The catalog is among the last objects; text of the document is compressed.
    let found = bytes
        .windows(MARKED.len())
        .rposition(|window| window == MARKED);
    if let Some(at) = found {
        let end = at + MARKED.len() - b">>".len();
        bytes[end - entry..end].fill(b' ');
    }
}

/// Refuses what typst would refuse too, but in the user's language.
fn check(settings: &PdfSettings, total: usize) -> Result<(), String> {
    let PdfSettings {
        standards,
        pages,
        tagged,
        timestamp,
        ..
    } = settings;
    if let Some(moment) = timestamp.filter(|moment| date::from_unix(*moment).is_none()) {
        return Err(format!(
            "waktu pembuatan {moment} di luar tahun 0 sampai 9999, sehingga tidak dapat dicatat dalam PDF"
        ));
    }
    if let Some(pages) = pages {
        if pages.select(total).is_empty() {
            return Err(format!(
                "pilihan halaman {pages} tidak memuat satu halaman pun: \
                 dokumen ini terdiri atas {total} halaman"
            ));
        }
        if standards.needs_tags() {
            return Err(format!(
                "standar {standards} menuntut dokumen utuh; untuk sebagian halaman pakai standar {}",
                standards.untagged()
            ));
        }
    }
    if standards.needs_tags() && !tagged {
        return Err(format!(
            "standar {standards} menuntut tag aksesibilitas, jadi tag tidak dapat dimatikan; \
             tanpa tag pakai standar {}",
            standards.untagged()
        ));
    }
    Ok(())
}
