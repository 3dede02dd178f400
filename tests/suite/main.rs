//! All tests in one binary: typst is linked once.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed
#![allow(clippy::too_many_lines, clippy::format_collect)] // tables of examples

mod architecture;
mod audit;
mod batch;
mod browser;
mod browser_city;
mod check;
mod cli;
mod comparison;
mod document;
mod drop;
mod figures;
mod five_chapters;
mod foreign;
mod form;
mod fuzz;
mod golden;
mod hands;
mod hostile;
mod keyboard;
mod kota;
mod measure;
mod mistakes;
mod page_fill;
mod pdf;
mod plants;
mod preview;
mod print;
mod prose;
mod reading;
mod rounds;
mod rows;
mod rpjmd;
mod rules;
mod sample;
mod serve;
mod serve_faults;
mod serve_pages;
mod shown;
mod silence;
mod start;
mod support;
mod system;
mod tables;
mod terminal;
mod third;
mod turunan;
mod typeset;
mod units;
mod values;
mod verifikasi;
mod visible;
mod watching;
mod workbook;
