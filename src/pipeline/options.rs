//! What the user asked for.

use std::path::PathBuf;

use crate::diagnostic::{Diagnostics, Severity};

/// What the user asked for.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Settings in place of the `renstra.toml` found from the workbook upwards.
    pub config: Option<PathBuf>,
    /// Regulation in place of the one in the settings.
    pub peraturan: Option<String>,
    /// RPJMD in place of the `rpjmd.xlsx` beside `renstra.toml`.
    pub rpjmd: Option<PathBuf>,
    /// Codes of warnings and infos that are not reported.
    pub allow: Vec<String>,
    /// Whether warnings count as errors.
    pub deny_warning: bool,
}

impl Options {
    /// Leaves out what the user does not want to hear, and makes errors of
    /// warnings where they count as such.
    pub fn apply(&self, out: &mut Diagnostics) {
        out.retain_mut(|finding| {
            if finding.severity == Severity::Error {
                return true;
            }
            if self.deny_warning && finding.severity == Severity::Warning {
                finding.severity = Severity::Error;
            }
            !self.allow.iter().any(|code| code == finding.code.0)
        });
    }
}
