//! Files that are whole or not there at all.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::NamedTempFile;

use crate::diagnostic::system_cause;

/// How the names of unfinished files begin.
pub const UNFINISHED: &str = ".renstra-";

/// A result that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{} tidak dapat ditulis: {}", path.display(), cause_at(path, why))]
pub struct OutputError {
    path: PathBuf,
    why: io::Error,
}

impl OutputError {
    /// Of a result for which there are no bytes to write.
    pub fn new(path: PathBuf, why: impl Into<io::Error>) -> Self {
        let why = why.into();
        Self { path, why }
    }
}

/// Writes to a temporary file next to the target and renames it, so that a
/// failed or killed run leaves the last good file as it was.
///
/// # Errors
/// If the folder or the file cannot be written.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    let attempt = || -> io::Result<()> {
        let unresolved = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
        if cfg!(windows) && name.to_string_lossy().contains(':') {
            // It would be written, but as a hidden part of another file.
            return Err(io::ErrorKind::InvalidFilename.into());
        }
        std::fs::create_dir_all(unresolved)?;
        // In its canonical form Windows takes paths of any length; some drives have none.
        let folder = unresolved.canonicalize();
        let folder = folder.as_deref().unwrap_or(unresolved);
        let path = folder.join(name);
        let mut file = begin(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        rename(file, &path)
    };
    attempt().map_err(|why| OutputError {
        path: path.to_owned(),
        why,
    })
}

/// An unfinished file, which is gone when nobody gives it its name. Temporary files are
/// private; this one is as readable as any other that the user makes.
///
/// # Errors
/// If the folder cannot be written.
pub fn begin(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Gives the file its name. A scanner that looks at every new file may hold it for a
/// moment.
fn rename(file: NamedTempFile, path: &Path) -> io::Result<()> {
    let mut file = Some(file);
    patiently(is_passing, || {
        let Some(own) = file.take() else {
            return Ok(());
        };
        own.persist(path).map(drop).map_err(|failed| {
            file = Some(failed.file);
            failed.error
        })
    })
}

/// Tries again, some five times in half a second, while the reason may pass by itself.
///
/// # Errors
/// The last one.
pub fn patiently(
    is_passing: impl Fn(&io::Error) -> bool,
    mut attempt: impl FnMut() -> io::Result<()>,
) -> io::Result<()> {
    for pause in [20, 40, 80, 160, 200] {
        match attempt() {
            Err(why) if is_passing(&why) => std::thread::sleep(Duration::from_millis(pause)),
            done => return done,
        }
    }
    attempt()
}

/// What Windows says of a file that another program holds.
fn is_passing(why: &io::Error) -> bool {
    cfg!(windows) && matches!(why.raw_os_error(), Some(5 | 32 | 33))
}

/// A folder is refused by Windows as if it were forbidden.
fn cause_at(path: &Path, why: &io::Error) -> String {
    if path.is_dir() {
        return cause(&io::ErrorKind::IsADirectory.into());
    }
    cause(why)
}

/// Why a file cannot be written, for people.
pub fn cause(why: &io::Error) -> String {
    match why.kind() {
        io::ErrorKind::PermissionDenied => {
            "tidak ada izin menulis, atau berkasnya sedang dibuka program lain".to_owned()
        }
        io::ErrorKind::StorageFull
        | io::ErrorKind::QuotaExceeded
        | io::ErrorKind::FileTooLarge
        | io::ErrorKind::WriteZero => "ruang penyimpanan penuh".to_owned(),
        io::ErrorKind::NotFound => "tidak ditemukan".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "folder hanya dapat dibaca".to_owned(),
        io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory => {
            "nama itu dipakai oleh folder atau berkas lain".to_owned()
        }
        _ => system_cause(why),
    }
}
