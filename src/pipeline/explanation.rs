//! What the findings mean that are no rules.

use super::{gambar, workbook_kind};
use crate::audit;
use crate::config;
use crate::normalise;
use crate::prose;
use crate::sheets;
use crate::typeset;
use crate::units;
use crate::verifikasi;
use crate::workbook;

/// One `# CODE: title` section a code.
const TEXT: [&str; 11] = [
    workbook::code::EXPLANATION,
    config::EXPLANATION,
    sheets::code::EXPLANATION,
    normalise::code::EXPLANATION,
    prose::code::EXPLANATION,
    typeset::EXPLANATION,
    workbook_kind::EXPLANATION,
    gambar::EXPLANATION,
    audit::EXPLANATION,
    units::EXPLANATION,
    verifikasi::EXPLANATION,
];

/// Code and explanation of every finding that is no rule. An explanation begins
/// with the code and a title, without the mark of a heading.
pub fn explanations() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEXT.into_iter().flat_map(sections)
}

/// The same of one text of explanations.
pub fn sections(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.trim_start_matches("# ")
        .split("\n# ")
        .filter_map(|section| Some((section.split_once(':')?.0, section.trim_end())))
}
