//! Where results go: file names from patterns, and files that are whole or not
//! there at all.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A result that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{} tidak dapat ditulis: {}", path.display(), cause(why))]
pub(super) struct OutputError {
    path: PathBuf,
    why: io::Error,
}

/// Writes to a temporary file beside the target and renames it, so that a
/// failed or killed run leaves the last good file as it was.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    let attempt = || -> io::Result<()> {
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        std::fs::create_dir_all(folder)?;
        let mut file = tempfile::Builder::new()
            .prefix(".renstra-")
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

fn cause(why: &io::Error) -> String {
    match why.kind() {
        io::ErrorKind::PermissionDenied => {
            "tidak ada izin menulis, atau berkasnya sedang dibuka program lain".to_owned()
        }
        io::ErrorKind::StorageFull => "ruang penyimpanan penuh".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "folder hanya dapat dibaca".to_owned(),
        io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory => {
            "nama itu dipakai oleh folder atau berkas lain".to_owned()
        }
        _ => why.to_string(),
    }
}

/// Replaces `{opd}`, `{kode}`, `{tahap}` in a name, with signs that Windows
/// does not allow in file names made harmless.
pub(super) fn fill(pattern: &str, opd: &str, kode: &str, tahap: &str) -> String {
    pattern
        .replace("{opd}", &safe(opd))
        .replace("{kode}", &safe(kode))
        .replace("{tahap}", &safe(tahap))
}

fn safe(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| {
            if c.is_control() || "<>:\"/\\|?*".contains(c) {
                '-'
            } else {
                c
            }
        })
        .collect();
    text.trim().trim_end_matches('.').to_owned()
}

/// The name of one page's picture: `{p}` is its number; without it the number
/// is put before the ending.
pub(super) fn page_name(name: &str, page: usize, total: usize) -> String {
    let digits = total.to_string().len();
    let number = format!("{page:0digits$}");
    if name.contains("{p}") {
        return name.replace("{p}", &number);
    }
    match name.rsplit_once('.') {
        Some((stem, ending)) if !ending.contains('/') => format!("{stem}-{number}.{ending}"),
        _ => format!("{name}-{number}"),
    }
}
