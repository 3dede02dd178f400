//! What options may be told, by Indonesian words and the English ones that hands know.

use clap::ValueEnum;

/// What the verifier's note becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// The note with annexes and signatures.
    Pdf,
    /// A workbook of findings.
    Xlsx,
}

impl ReportFormat {
    /// The ending of file names.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
        }
    }
}

/// What is treated as an error besides errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// Warnings.
    #[value(name = "peringatan", alias = "warning")]
    Warning,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum DiagnosticFormat {
    /// For people.
    #[default]
    #[value(name = "lengkap", alias = "human")]
    Human,
    /// One line a finding.
    #[value(name = "ringkas", alias = "short")]
    Short,
    /// One JSON object a line.
    Json,
}

/// When colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    #[value(name = "otomatis", alias = "auto")]
    Auto,
    /// Always.
    #[value(name = "selalu", alias = "always")]
    Always,
    /// Never.
    #[value(name = "tidak", alias = "never")]
    Never,
}

/// What a page becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One PDF.
    Pdf,
    /// One PNG a page.
    Png,
    /// One SVG a page.
    Svg,
}

impl Format {
    /// The ending of file names.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }
}
