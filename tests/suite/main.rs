//! All tests in one binary: typst is linked once.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed
#![allow(clippy::too_many_lines, clippy::format_collect)] // tables of examples

mod architecture;
mod browser;
mod cli;
mod document;
mod golden;
mod pdf;
mod preview;
mod prose;
mod reading;
mod rules;
mod sample;
mod serve;
mod support;
mod typeset;
mod values;
mod watching;
mod workbook;
