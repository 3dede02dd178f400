//! A file to a workbook, or to the reason why not.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::grid::Intake;
use super::package::Package;
use super::refusal::Refusal;
use super::sniff::{Container, Kind, container, sniff};
use super::{Workbook, bounds, code, limit, ods, xls, xlsb, xlsx};
use crate::diagnostic::{Diagnostic, Origin, system_cause};

/// Why there is no workbook.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file could not be opened or read at all: the run cannot go on with it.
    #[error("berkas {} {}", path.display(), reason(path, source))]
    Io {
        /// The path that was given.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file was read but is no workbook that can be used. The finding, an
    /// error, says what it is instead and what to do.
    #[error("{}", .0.message)]
    Refused(Box<Diagnostic>),
}

/// What the system says, in the user's words.
fn reason(path: &Path, error: &io::Error) -> String {
    match error.kind() {
        // Windows refuses a folder as if it were forbidden.
        _ if path.is_dir() => "adalah folder, bukan berkas".to_owned(),
        io::ErrorKind::NotFound => "tidak ditemukan".to_owned(),
        io::ErrorKind::PermissionDenied => {
            "tidak boleh dibaca (mungkin sedang dibuka di Excel)".to_owned()
        }
        _ => format!("tidak dapat dibaca: {}", system_cause(error)),
    }
}

/// Reads the workbook at a path.
///
/// # Errors
/// [`ReadError::Io`] if the file cannot be opened or read, [`ReadError::Refused`]
/// if it is no workbook that can be used.
pub fn read(path: &Path) -> Result<Workbook, ReadError> {
    let io_error = |source| ReadError::Io {
        path: path.to_owned(),
        source,
    };
    let name = path
        .file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy();
    let file = File::open(path).map_err(io_error)?;
    // One byte more than allowed is enough to know that there are too many.
    let mut bytes = Vec::new();
    file.take(limit::FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(io_error)?;
    from_bytes(&name, bytes)
}

/// Reads a workbook out of the bytes of a file. `file_name` is the name that
/// findings show; its extension only serves to notice a wrong one.
///
/// # Errors
/// [`ReadError::Refused`] if the bytes are no workbook that can be used.
pub fn from_bytes(file_name: &str, bytes: Vec<u8>) -> Result<Workbook, ReadError> {
    let file: Arc<str> = Arc::from(file_name);
    let refused = |refusal: &Refusal| ReadError::Refused(Box::new(refusal.diagnostic(file_name)));
    if bytes.len() as u64 > limit::FILE_BYTES {
        return Err(refused(&Refusal::FileTooLarge(limit::FILE_BYTES)));
    }
    let digest = blake3::hash(&bytes).to_hex().to_string();
    let mut intake = Intake::new(Arc::clone(&file));
    let container = take_in(bytes, &mut intake).map_err(|refusal| refused(&refusal))?;
    if intake.sheet.is_empty() {
        return Err(refused(&Refusal::NoSheet));
    }
    intake.notice.extend(wrong_extension(&file, container));
    let Intake {
        mut sheet,
        mut notice,
        category,
        ..
    } = intake;
    bounds::apply(&mut sheet, &mut notice);
    Ok(Workbook {
        file,
        digest,
        category,
        sheet,
        notice,
    })
}

/// Reads the sheets and says of which format the file is.
fn take_in(bytes: Vec<u8>, intake: &mut Intake) -> Result<Container, Refusal> {
    match sniff(&bytes) {
        Kind::Zip => take_in_package(Package::open(bytes)?, intake),
        Kind::Compound => {
            if bytes.len() as u64 > limit::XLS_BYTES {
                return Err(Refusal::FileTooLarge(limit::XLS_BYTES));
            }
            xls::read(&bytes, intake)?;
            Ok(Container::Xls)
        }
        Kind::Empty => Err(Refusal::Empty),
        Kind::Blank => Err(Refusal::Incomplete),
        Kind::Html => Err(Refusal::Html),
        Kind::Pdf => Err(Refusal::Pdf),
        Kind::Text => Err(Refusal::Text),
        Kind::Document(name) => Err(Refusal::Document(name)),
        Kind::Archive(name) => Err(Refusal::Archive(name)),
        Kind::OtherSpreadsheet(name) => Err(Refusal::OtherSpreadsheet(name)),
        Kind::Unknown => Err(Refusal::Unknown),
    }
}

/// Reads a zip package and says of which format it is.
fn take_in_package(mut package: Package, intake: &mut Intake) -> Result<Container, Refusal> {
    let container = container(&mut package)?;
    match container {
        Container::Xlsb => xlsb::read(&mut package, intake)?,
        Container::Ods => ods::read(&mut package, intake)?,
        Container::Xlsx | Container::Xls => xlsx::read(&mut package, intake)?,
    }
    intake.category = named(&mut package);
    Ok(container)
}

/// The category that the properties of the file at a path name, without a reading of its
/// sheets; `None` also for what is no Office file.
pub fn category(path: &Path) -> Option<String> {
    let mut bytes = Vec::new();
    let file = File::open(path).ok()?;
    file.take(limit::FILE_BYTES).read_to_end(&mut bytes).ok()?;
    named(&mut Package::open(bytes).ok()?)
}

/// The day on which the properties of the file at a path say that it was last saved,
/// `2025-09-20`; `None` where they do not.
pub fn saved(path: &Path) -> Option<String> {
    let mut bytes = Vec::new();
    let file = File::open(path).ok()?;
    file.take(limit::FILE_BYTES).read_to_end(&mut bytes).ok()?;
    let mut package = Package::open(bytes).ok()?;
    let text = package.text("docProps/core.xml").ok().flatten()?;
    let (_, rest) = text.split_once("<dcterms:modified")?;
    let (_, rest) = rest.split_once('>')?;
    Some(rest.chars().take(10).collect())
}

/// The category that an Office file's properties name. What is wrong with them is no
/// fault of the sheets.
fn named(package: &mut Package) -> Option<String> {
    let text = package.text("docProps/core.xml").ok().flatten()?;
    let (_, rest) = text.split_once("<cp:category>")?;
    let (category, _) = rest.split_once("</cp:category>")?;
    Some(category.to_owned())
}

/// A finding for an extension that says something else than the bytes. A file
/// without one says nothing.
fn wrong_extension(file: &Arc<str>, container: Container) -> Option<Diagnostic> {
    let (right, also): (&str, &[&str]) = match container {
        Container::Xlsx => ("xlsx", &["xlsm", "xltx", "xltm", "xlam"]),
        Container::Xlsb => ("xlsb", &[]),
        Container::Xls => ("xls", &["xlt", "xla"]),
        Container::Ods => ("ods", &["ots"]),
    };
    let (_, extension) = file.rsplit_once('.')?;
    let extension = extension.to_ascii_lowercase();
    if extension == right || also.contains(&extension.as_str()) {
        return None;
    }
    let message = format!("berkas {file} berakhiran .{extension}, padahal isinya .{right}");
    let finding = Diagnostic::info(
        code::WRONG_EXTENSION,
        Origin::file(Arc::clone(file)),
        message,
    );
    Some(finding.hint(format!("ganti akhiran nama berkas menjadi .{right}")))
}
