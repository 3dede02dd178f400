//! The city's RPJMD: the file asked for, else the one next to `renstra.toml`.

use std::path::{Path, PathBuf};

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Fact, Origin};
use crate::model::{Periode, Rpjmd};
use crate::normalise::{self, code};
use crate::sheets;

use super::PipelineError;
use super::open::open;

/// Name of the file in a city's folder.
pub const FILE_NAME: &str = "rpjmd.xlsx";

/// Where the RPJMD is; `None` if the city has none.
fn locate(asked: Option<&Path>, config: &Config) -> Option<PathBuf> {
    if let Some(path) = asked {
        return Some(path.to_owned());
    }
    let path = config.folder.as_ref()?.join(FILE_NAME);
    path.is_file().then_some(path)
}

/// The RPJMD of a city as a whole, whatever its period; what is wrong in it is reported
/// with each agency.
///
/// # Errors
/// If a file that is there cannot be opened.
pub fn rpjmd(asked: Option<&Path>, config: &Config) -> Result<Option<Rpjmd>, PipelineError> {
    load(asked, config, None, &mut Diagnostics::new())
}

/// Reads it. A file that is no workbook is a finding.
///
/// # Errors
/// If a file that is there cannot be opened.
pub(super) fn load(
    asked: Option<&Path>,
    config: &Config,
    periode: Option<Periode>,
    out: &mut Diagnostics,
) -> Result<Option<Rpjmd>, PipelineError> {
    let Some(path) = locate(asked, config) else {
        return Ok(None);
    };
    let Some(workbook) = open(&path, out)? else {
        return Ok(None);
    };
    for notice in &workbook.notice {
        out.emit(notice.clone());
    }
    let sheets = sheets::rpjmd::read(&workbook, out);
    let berkas = Origin::file(workbook.file.clone());
    let rpjmd = normalise::rpjmd(sheets, berkas, out);
    if rpjmd.is_blank() {
        out.emit(
            Diagnostic::info(
                code::RPJMD_BLANK,
                rpjmd.berkas,
                "RPJMD belum diisi; keselarasan Renstra dengan RPJMD tidak diperiksa",
            )
            .fact(Fact::BlankRpjmd)
            .hint("isi lembar Tujuan Sasaran RPJMD dan Program RPJMD"),
        );
        return Ok(None);
    }
    // A city keeps plans of two periods: one of another is not compared
    // with the file that only happens to lie there.
    let other = asked.is_none()
        && matches!((rpjmd.periode.value(), periode), (Some(theirs), Some(own))
            if theirs.awal != own.awal && theirs.akhir != own.akhir);
    Ok((!other).then_some(rpjmd))
}
