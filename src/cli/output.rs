//! File names from patterns.

use std::path::Path;

use crate::batch::name::safe;
pub(super) use crate::output::{OutputError, write};

/// Replaces `{opd}`, `{kode}`, `{tahap}` in a name, each by a text that Windows allows
/// in file names.
pub(super) fn fill(pattern: &str, opd: &str, kode: &str, tahap: &str) -> String {
    pattern
        .replace("{opd}", &safe(opd))
        .replace("{kode}", &safe(kode))
        .replace("{tahap}", &safe(tahap))
}

/// The name of one page's picture: `{p}` is its number; without it the number
/// is put before the ending.
pub(super) fn page_name(name: &str, page: usize, total: usize) -> String {
    let digits = total.to_string().len();
    let number = format!("{page:0digits$}");
    if name.contains("{p}") {
        return name.replace("{p}", &number);
    }
    let path = Path::new(name);
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let numbered = match path.extension() {
        Some(ending) => format!("{stem}-{number}.{}", ending.to_string_lossy()),
        None => format!("{stem}-{number}"),
    };
    path.with_file_name(numbered).display().to_string()
}
