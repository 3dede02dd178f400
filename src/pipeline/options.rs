//! What the user asked for.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};

/// What the user asked for.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Options {
    /// Settings in place of the `renstra.toml` found from the workbook upwards.
    #[serde(with = "as_the_system_has_it")]
    pub config: Option<PathBuf>,
    /// Regulation in place of the one in the settings.
    pub peraturan: Option<String>,
    /// RPJMD in place of the `rpjmd.xlsx` next to `renstra.toml`.
    #[serde(with = "as_the_system_has_it")]
    pub rpjmd: Option<PathBuf>,
    /// Codes of warnings and infos that are not reported.
    pub allow: Vec<String>,
    /// Whether warnings count as errors.
    pub deny_warning: bool,
}

impl Options {
    /// Leaves out what the user does not want to hear, and makes errors of
    /// warnings where they count as such. What follows from a finding that is
    /// left out is reported on its own.
    pub fn apply(&self, out: &mut Diagnostics) {
        for mut finding in out.take() {
            let consequences = std::mem::take(&mut finding.consequences);
            let kept: Vec<_> = consequences
                .into_iter()
                .map(|finding| self.at_level(finding))
                .filter(|finding| self.wants(finding))
                .collect();
            let mut finding = self.at_level(finding);
            if self.wants(&finding) {
                finding.consequences = kept;
                out.emit(finding);
            } else {
                out.extend(kept);
            }
        }
    }

    fn at_level(&self, mut finding: Diagnostic) -> Diagnostic {
        if self.deny_warning && finding.severity == Severity::Warning && !self.allows(&finding) {
            finding.severity = Severity::Error;
        }
        finding
    }

    fn wants(&self, finding: &Diagnostic) -> bool {
        finding.severity == Severity::Error || !self.allows(finding)
    }

    fn allows(&self, finding: &Diagnostic) -> bool {
        self.allow.iter().any(|code| code == finding.code.0)
    }
}

/// Paths need not be Unicode, as serde wants them.
mod as_the_system_has_it {
    use std::ffi::OsString;
    use std::path::PathBuf;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    // The form is serde's.
    #[allow(clippy::ref_option)]
    pub(super) fn serialize<S: Serializer>(
        path: &Option<PathBuf>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let path = path.as_ref().map(|path| path.as_os_str());
        path.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<PathBuf>, D::Error> {
        let path = Option::<OsString>::deserialize(deserializer)?;
        Ok(path.map(PathBuf::from))
    }
}
