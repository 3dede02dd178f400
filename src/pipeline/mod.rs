//! The stages in their order:
//!
//! ```text
//! file ─► workbook ─► sheets ─► normalise ─► model ─► checks ─► findings
//!                                              └────► prose, document ─► typeset ─► pages
//! ```

mod cell_account;
mod comparison;
mod dasar_hukum;
mod error;
mod explanation;
mod fonts;
mod gambar;
mod inputs;
mod inspect;
mod inspection;
mod kolofon;
mod kota;
mod lambang;
mod lampiran;
mod library;
mod lookalike;
mod migrate;
mod narasi;
mod open;
mod options;
mod perubahan;
mod previous_plan;
mod print;
mod provenance;
mod reports;
mod row_account;
mod rpjmd;
mod settings_file;
mod sheet_settings;
mod svg;
mod tema;
mod titles;
mod unfilled;
mod units;
mod workbook_kind;

pub use crate::config::Config as CityConfig;
pub use crate::turunan::{Jenis, Pihak, answers};
pub use crate::verifikasi::{Count, Kota, ReturnedNote, Round};
pub use cell_account::PlacedCell;
pub use comparison::{compare, comparison_workbook, print_comparison};
pub use error::{PipelineError, Refusal};
pub use explanation::{explanations, sections};
pub use gambar::pictures;
pub use inputs::{Inputs, input_files, settings};
pub use inspect::{identify, inspect, inspect_workbook, is_whole};
pub use inspection::Inspection;
pub use kota::{
    Member, Plan, city_workbook, inspect_city, inspect_rpjmd, member, print_city, recap_city,
};
pub use library::Library;
pub use migrate::migrate;
pub use open::open;
pub use options::Options;
pub use previous_plan::folder as previous_plans;
pub use print::{Composition, Output, PrintOptions, Printed, Printout, Version, compose};
pub use reports::read_note;
pub use rpjmd::{FILE_NAME as RPJMD, rpjmd};
pub use units::{Base, base, is_base, returned, sums};
pub use workbook_kind::{Look, WorkbookKind, is_output, look};
