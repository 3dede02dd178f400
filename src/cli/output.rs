//! File names from patterns.

use crate::batch::name::safe;
pub(super) use crate::output::{OutputError, write};

/// Replaces `{opd}`, `{kode}`, `{tahap}` in a name, each as a name that
/// every system takes, as `batch` writes it.
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
    match name.rsplit_once('.') {
        Some((stem, ending)) if !ending.contains('/') => format!("{stem}-{number}.{ending}"),
        _ => format!("{name}-{number}"),
    }
}
