//! What a workbook changes of an earlier one, to take away.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::derived::Shape;
use crate::diagnostic::{Diagnostics, Severity};
use crate::pipeline::{self, Library, Options};

/// A comparison as it is asked for: with what, and in which form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Comparison {
    /// The earlier document: a plan or the RPJMD.
    pub semula: PathBuf,
    pub bentuk: Shape,
}

impl Comparison {
    /// Makes it of the workbook as it is saved now: what changed, without the rows that stay.
    /// The suffix of its name comes with it.
    pub(super) fn make(
        &self,
        library: &Library,
        options: &Options,
        menjadi: &Path,
    ) -> Result<(String, Vec<u8>), String> {
        let mut found = Diagnostics::new();
        let paths = [self.semula.as_path(), menjadi];
        let compared = pipeline::compare(library, paths, options, &mut found);
        let Some(mut comparison) = compared.map_err(|why| why.to_string())? else {
            return Err(refusal(&found));
        };
        let bytes = match self.bentuk {
            Shape::Xlsx => pipeline::comparison_workbook(&comparison),
            Shape::Pdf => {
                comparison.keep_changes();
                pipeline::print_comparison(library, &comparison)
                    .and_then(|printout| printout.pdf(None))
            }
        };
        let bytes = bytes.map_err(|why| why.to_string())?;
        Ok((format!("-perbandingan.{}", self.bentuk.ending()), bytes))
    }
}

/// Why two documents cannot be compared: the first error, with the file it is about.
fn refusal(found: &Diagnostics) -> String {
    let mut errors = found
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    let why = errors.next().map_or_else(
        || "isinya bukan dokumen perencanaan".to_owned(),
        |first| format!("{}: {}", first.origin, first.message),
    );
    format!("tidak dapat dibandingkan; {why}; pilih dokumen lain, atau perbaiki buku kerjanya")
}
