//! The workbooks that are meant by the paths of a command line.

use std::path::{Path, PathBuf};

use glob::{MatchOptions, Pattern};

use crate::batch::discovery;
use crate::cli::CommandError;
use crate::config;
use crate::pipeline;

/// The files of the paths: of a folder its workbooks, or those of its `opd`, and of a
/// pattern what fits it.
pub(super) fn workbooks(paths: &[PathBuf]) -> Result<Vec<PathBuf>, CommandError> {
    let mut list = Vec::new();
    for path in paths {
        if path.is_dir() {
            list.extend(of_folder(path)?);
        } else if is_pattern(path) && !path.exists() {
            list.extend(of_pattern(path)?);
        } else {
            list.push(path.clone());
        }
    }
    Ok(list)
}

fn of_folder(folder: &Path) -> Result<Vec<PathBuf>, CommandError> {
    let folder = discovery::folder(folder);
    let mut found = entries(&folder)?;
    found.retain(|path| is_workbook(path) && !pipeline::is_output(path));
    if found.is_empty() {
        let folder = folder.display();
        return Err(CommandError::Usage(format!(
            "folder {folder} tidak berisi buku kerja"
        )));
    }
    Ok(found)
}

/// Whether the last part of a path has `*` or `?`, which no shell of Windows resolves.
fn is_pattern(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.contains(['*', '?'])
}

/// What fits `opd\*.xlsx`, in the order of the names.
fn of_pattern(path: &Path) -> Result<Vec<PathBuf>, CommandError> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // Brackets are plain signs in the names of files.
    let plain = name.replace('[', "[[]");
    let none = || {
        CommandError::Usage(format!(
            "tidak ada buku kerja yang cocok dengan \"{}\"",
            path.display()
        ))
    };
    let pattern = Pattern::new(&plain).map_err(|_| none())?;
    let options = MatchOptions {
        case_sensitive: false,
        ..MatchOptions::default()
    };
    let mut found = entries(folder)?;
    found.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        is_workbook(path) && !pipeline::is_output(path) && pattern.matches_with(&name, options)
    });
    if found.is_empty() {
        return Err(none());
    }
    Ok(found)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, CommandError> {
    let refused = |why| CommandError::Folder {
        path: folder.to_owned(),
        why: config::cause(&why),
    };
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(refused)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    found.sort();
    Ok(found)
}

fn is_workbook(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    discovery::is_workbook(&name.to_string_lossy())
}
