//! Blank workbooks: each worksheet of a regulation in the shape that the reader
//! reads, with notes, lists to choose from, and locked headings.

mod city;
mod guide;
mod hint;
mod identitas;
pub mod layout;
mod narasi;
mod note;
mod omitted;
mod opd;
mod page;
mod reference;
mod rpjmd;
mod share;
mod table;
mod tambahan;
mod year;

pub use city::settings;
pub use guide::VERSION;
pub use note::{note, rpjmd_note};
pub use omitted::omitted;
pub use opd::{Form, Migrated, blank};
pub use reference::{bidang_name, bidang_of, nearest_opd};
pub use rpjmd::{RpjmdForm, blank_rpjmd};
pub use share::{ShareForm, share};
pub use year::{base_year, usual, years};
