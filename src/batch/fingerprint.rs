//! The digest of what all documents of a run have in common.

use std::path::Path;

use super::{BatchError, Request, discovery};
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::pipeline::{Options, RPJMD, pictures, previous_plans};

/// Version of the records; a new one prints everything again.
const VERSION: &str = "3";

/// The city's settings and the digest of everything that shapes a document
/// besides its workbook: program, templates, settings, arms, RPJMD,
/// earlier workbooks, flags.
///
/// # Errors
/// If the settings cannot be read.
pub(super) fn digest(request: &Request<'_>, folder: &Path) -> Result<(Config, String), BatchError> {
    let mut hash = blake3::Hasher::new();
    let mut add = |name: &str, bytes: &[u8]| {
        // With lengths, so that no two lists of parts run together.
        for part in [name.as_bytes(), bytes] {
            hash.update(&(part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    };
    add("record", VERSION.as_bytes());
    add("program", env!("CARGO_PKG_VERSION").as_bytes());
    add("templates", request.library.base.digest()?.as_bytes());
    let options = &request.options;
    // The settings count by what they say, not by where they lie.
    let flags = Options {
        config: None,
        ..options.clone()
    };
    add("options", format!("{flags:?}").as_bytes());
    add("draft", &[u8::from(request.draft)]);
    add("standards", format!("{:?}", request.standards).as_bytes());
    add("timestamp", format!("{:?}", request.timestamp).as_bytes());
    let mut config = Config::default();
    if let Some(path) = options.config.clone().or_else(|| Config::locate(folder)) {
        // What is wrong in it is reported with each workbook.
        config = Config::load(&path, &mut Diagnostics::new()).map_err(|why| BatchError::Input {
            path: path.display().to_string(),
            why,
        })?;
        add("config", &std::fs::read(&path).unwrap_or_default());
        if let (Some(folder), Some(name)) = (&config.folder, &config.dokumen.lambang) {
            add(
                "lambang",
                &std::fs::read(folder.join(name)).unwrap_or_default(),
            );
        }
    }
    if let Some(folder) = previous_plans(&config) {
        let entry = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut paths: Vec<_> = entry.map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            add(&name, &std::fs::read(&path).unwrap_or_default());
        }
    }
    for path in pictures(&folder.join(discovery::OPD)) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        add(&name, &std::fs::read(&path).unwrap_or_default());
    }
    // The one named, or the one next to the settings.
    let beside = || Some(config.folder.as_ref()?.join(RPJMD));
    let rpjmd = options.rpjmd.clone().or_else(beside);
    if let Some(bytes) = rpjmd.and_then(|path| std::fs::read(path).ok()) {
        add("rpjmd", &bytes);
    }
    Ok((config, hash.finalize().to_hex().to_string()))
}
