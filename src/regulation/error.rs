//! Why a regulation's folder cannot be used.

use std::fmt;

/// A regulation's folder that cannot be used: its author's fault, not the agency's, and
/// therefore no finding.
#[derive(Debug, thiserror::Error)]
pub enum RegulationError {
    /// There is no `aturan.toml`.
    #[error(
        "peraturan {id} tidak mempunyai aturan.toml yang dapat dibaca; \
         tingkat dan dasar aturan ([aturan.R001] …) ditulis di sana sebagai [R001] …, \
         bukan lagi dalam format.toml"
    )]
    NoAturan {
        /// Folder.
        id: String,
    },
    /// There is no `main.typ`.
    #[error("peraturan {id} tidak mempunyai main.typ, templat yang dicetak")]
    NoTemplate {
        /// Folder.
        id: String,
    },
    /// Its files say what the program cannot do.
    #[error("peraturan {id} tidak dapat dipakai{}", list(.mistakes))]
    Mistakes {
        /// Folder.
        id: String,
        /// What is wrong, in the order of the files.
        mistakes: Vec<Mistake>,
    },
}

/// A mistake in a regulation's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Which file.
    pub file: &'static str,
    /// Its line, from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.file)?;
        if let Some(line) = self.line {
            write!(f, " baris {line}")?;
        }
        write!(f, ": {}", self.what)
    }
}

/// One alone on the same line, several below each other.
fn list(mistakes: &[Mistake]) -> String {
    match mistakes {
        [one] => format!(": {one}"),
        several => {
            let lines: Vec<String> = several.iter().map(ToString::to_string).collect();
            format!(":\n  {}", lines.join("\n  "))
        }
    }
}
