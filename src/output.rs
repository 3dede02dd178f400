//! Files that are whole or not there at all.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::diagnostic::system_cause;

/// How the names of unfinished files begin.
pub const UNFINISHED: &str = ".renstra-";

/// A result that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{} tidak dapat ditulis: {}", path.display(), cause(why))]
pub struct OutputError {
    path: PathBuf,
    why: io::Error,
}

/// Writes to a temporary file beside the target and renames it, so that a
/// failed or killed run leaves the last good file as it was.
///
/// # Errors
/// If the folder or the file cannot be written.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    let attempt = || -> io::Result<()> {
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        std::fs::create_dir_all(folder)?;
        let mut file = tempfile::Builder::new()
            .prefix(UNFINISHED)
            .tempfile_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        make_readable(file.as_file())?;
        file.persist(path).map_err(|failed| failed.error)?;
        Ok(())
    };
    attempt().map_err(|why| OutputError {
        path: path.to_owned(),
        why,
    })
}

/// Temporary files are private; a result is as readable as any other file.
#[cfg(unix)]
fn make_readable(file: &std::fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn make_readable(_: &std::fs::File) -> io::Result<()> {
    Ok(())
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
