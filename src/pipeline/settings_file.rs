//! The settings of a city, opened.

use std::path::Path;

use super::PipelineError;
use crate::config::Config;
use crate::diagnostic::Diagnostics;

/// The settings of a city; the usual ones where there are none.
pub(super) fn load_config(
    path: Option<&Path>,
    out: &mut Diagnostics,
) -> Result<Config, PipelineError> {
    let Some(path) = path else {
        return Ok(Config::default());
    };
    Config::load(path, out).map_err(|why| PipelineError::Config {
        path: path.display().to_string(),
        why,
    })
}
