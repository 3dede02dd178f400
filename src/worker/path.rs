//! Paths on the wire as the system has them, which need not be Unicode.

use std::ffi::OsString;
use std::path::PathBuf;

/// A path for a message.
pub fn os_string(path: impl Into<PathBuf>) -> OsString {
    path.into().into_os_string()
}

/// Paths for a message.
pub fn os_strings(paths: &[PathBuf]) -> Vec<OsString> {
    paths.iter().map(os_string).collect()
}
