//! Renstra: worksheets of an Indonesian local agency in, its official
//! strategic plan (Rencana Strategis Perangkat Daerah) out.
//!
//! ```text
//! xlsx ─► workbook ─► sheets ─► normalise ─► model ─► checks         (findings: one sink, printed once)
//!                                              ├────► prose, document ─► typeset ─► pdf, png, svg
//!                                              └────► verifikasi, turunan, comparison ─► typeset ─► pdf, or a workbook
//! templates/<regulation>/ ─► regulation ─────────────► (checks, document, typeset)
//! batch: a city's folder ─► the whole of this for each workbook ─► recap
//! ```
//!
//! Around it: `watch` says when a file has changed, `preview` shows a chapter
//! of the pages, `serve` shows a city in the browser.
//!
//! | to add or change | look in |
//! |---|---|
//! | a rule | [`checks`]: `plan/`, or `city/` for what several agencies show together |
//! | a worksheet, a column, another heading for it | [`sheets::worksheets`] |
//! | a regulation, a table, what a rule rests on | a folder of `templates/`, read by [`regulation`] |
//! | a figure that a page shows | [`document`] |
//! | a document that follows on a plan | [`turunan`]; how any is printed: [`pipeline`] |
//! | a command | [`cli`] |
//! | the page in the browser | [`serve`] |
//!
//! The recipes are in `.github/CONTRIBUTING.md`.
//!
//! A module uses only what stands before it on an arrow, and `diagnostic`; a
//! test holds it to that. [`pipeline`] tells the order in one screen.

pub mod diagnostic;

pub mod workbook;

pub mod model;

pub mod nomenklatur;

pub mod sheets;

pub mod normalise;

pub mod regulation;

pub mod config;

pub mod checks;

pub mod prose;

pub mod measure;

pub mod document;

pub mod spreadsheet;

pub mod turunan;

pub mod verifikasi;

pub mod comparison;

pub mod units;

pub mod templates;

pub mod typeset;

pub mod form;

pub mod worker;

pub mod audit;

pub mod pipeline;

pub mod output;

pub mod batch;

pub mod watch;

pub mod preview;

pub mod serve;

pub mod cli;
