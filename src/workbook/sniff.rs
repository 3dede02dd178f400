//! What a file is, by its bytes. The extension is never asked: offices rename
//! files, and web applications export everything as `.xls`.

use super::opc;
use super::package::Package;
use super::refusal::Refusal;

/// What a file is, as far as its beginning tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// No bytes at all.
    Empty,
    /// Only zero bytes: room that a syncing program has reserved.
    Blank,
    /// A zip archive: xlsx, xlsb, ods, but also docx or a plain archive.
    Zip,
    /// A compound file: xls, but also a locked xlsx or an old Word document.
    Compound,
    /// A web page.
    Html,
    /// A PDF.
    Pdf,
    /// A text document, by its Indonesian name.
    Document(&'static str),
    /// An archive that is not zip, by its name.
    Archive(&'static str),
    /// A spreadsheet of a kind that is not read, by its name.
    OtherSpreadsheet(&'static str),
    /// Plain text such as CSV.
    Text,
    /// Anything else.
    Unknown,
}

/// How many bytes tell what a file is.
const HEAD: usize = 8 << 10;

/// Beginnings that are the same in every file of a kind.
const SIGNATURE: &[(&[u8], Kind)] = &[
    (b"PK\x03\x04", Kind::Zip),
    (b"PK\x05\x06", Kind::Zip),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Kind::Compound),
    (b"%PDF", Kind::Pdf),
    (b"{\\rtf", Kind::Document("dokumen RTF")),
    (b"Rar!", Kind::Archive("RAR")),
    (b"7z\xBC\xAF\x27\x1C", Kind::Archive("7z")),
    (b"\x1F\x8B", Kind::Archive("gzip")),
    (b"\x09\x00\x04\x00", Kind::OtherSpreadsheet("Excel 2")),
    (b"\x09\x02\x06\x00", Kind::OtherSpreadsheet("Excel 3")),
    (b"\x09\x04\x06\x00", Kind::OtherSpreadsheet("Excel 4")),
    (b"\x09\x08", Kind::OtherSpreadsheet("Excel 5")),
    (b"MIME-Version:", Kind::Html),
];

/// What a file with these bytes is.
pub(super) fn sniff(bytes: &[u8]) -> Kind {
    if bytes.is_empty() {
        return Kind::Empty;
    }
    if bytes.iter().all(|byte| *byte == 0) {
        return Kind::Blank;
    }
    if let Some((_, kind)) = SIGNATURE
        .iter()
        .find(|(signature, _)| bytes.starts_with(signature))
    {
        return *kind;
    }
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
        return Kind::Text;
    }
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if text.starts_with('<') {
        return markup(&text.to_lowercase());
    }
    // Printers and mail programs put lines before a PDF.
    if text.get(..1_024).unwrap_or(text).contains("%PDF-") {
        return Kind::Pdf;
    }
    let is_binary = |c: char| c.is_control() && !matches!(c, '\t' | '\r' | '\n' | '\u{c}');
    if text.contains(is_binary) {
        Kind::Unknown
    } else {
        Kind::Text
    }
}

/// What a file is that begins with a tag, given in lower case.
fn markup(text: &str) -> Kind {
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        Kind::OtherSpreadsheet("Excel XML 2003")
    } else if text.contains("urn:oasis:names:tc:opendocument") {
        Kind::OtherSpreadsheet("OpenDocument tanpa kemasan (fods)")
    } else if text.starts_with("<?xml") && !text.contains("<html") {
        Kind::Text
    } else {
        Kind::Html
    }
}

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    /// Excel's XML package.
    Xlsx,
    /// Excel's binary package.
    Xlsb,
    /// Excel's old binary format.
    Xls,
    /// An `OpenDocument` spreadsheet.
    Ods,
}

/// Of which format a zip package is, or what else it is.
pub(super) fn container(package: &mut Package) -> Result<Container, Refusal> {
    let mimetype = package.text("mimetype")?.unwrap_or_default();
    if let Some(kind) = mimetype
        .trim()
        .strip_prefix("application/vnd.oasis.opendocument.")
    {
        return match kind.split('-').next() {
            Some("spreadsheet") => Ok(Container::Ods),
            Some("text") => Err(Refusal::Document("dokumen OpenDocument (.odt)")),
            Some("presentation") => Err(Refusal::Document("presentasi OpenDocument (.odp)")),
            _ => Err(Refusal::Document("dokumen OpenDocument")),
        };
    }
    if package.has("xl/workbook.bin") {
        return Ok(Container::Xlsb);
    }
    if package.has_folder("xl/") {
        return Ok(Container::Xlsx);
    }
    if package.has_folder("word/") {
        return Err(Refusal::Document("dokumen Word (.docx)"));
    }
    if package.has_folder("ppt/") {
        return Err(Refusal::Document("presentasi PowerPoint (.pptx)"));
    }
    if package.has_folder("Index/") {
        return Err(Refusal::OtherSpreadsheet("Apple Numbers"));
    }
    // Some programs put the parts elsewhere, and only the relationships tell where.
    match opc::main_part(package, "")?.rsplit('/').next() {
        Some("workbook.bin") => Ok(Container::Xlsb),
        Some("workbook.xml") => Ok(Container::Xlsx),
        // An OpenDocument package that was packed again, without its first entry.
        _ if package.has("content.xml") => Ok(Container::Ods),
        _ => Err(Refusal::Archive("zip")),
    }
}
