//! The agency's workbook as it was before, from the folder that `renstra.toml` names.

use std::path::PathBuf;

use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::model::Renstra;
use crate::normalise;
use crate::sheets;
use crate::workbook::{self, Workbook};

/// The plan before.
pub(super) struct Past {
    /// Its workbook.
    pub workbook: Workbook,
    /// What it says.
    pub renstra: Renstra,
}

/// Where the earlier workbooks are; `None` if the settings name no folder.
pub fn folder(config: &Config) -> Option<PathBuf> {
    let name = config.dokumen.sebelumnya.as_deref()?;
    Some(config.folder.as_deref()?.join(name))
}

/// The earlier plan of the workbook `file`, which has the same name; `None` if
/// there is none. What was wrong in it is no longer of interest.
pub(super) fn load(config: &Config, file: &str, out: &mut Diagnostics) -> Option<Past> {
    let folder = folder(config)?;
    if !folder.is_dir() {
        let name = config.dokumen.sebelumnya.as_deref().unwrap_or_default();
        let origin = Origin::file(config::FILE_NAME);
        let message = format!("folder \"{name}\" pada kunci sebelumnya tidak ada");
        out.emit(
            Diagnostic::warning(config::NO_SEBELUMNYA, origin, message)
                .hint("tulis nama folder di samping renstra.toml yang berisi buku kerja terdahulu"),
        );
        return None;
    }
    let workbook = workbook::read(&folder.join(file)).ok()?;
    let mut past = Diagnostics::new();
    let sheets = sheets::read(&workbook, &mut past);
    let renstra = normalise::normalise(sheets, &mut past);
    Some(Past { workbook, renstra })
}
