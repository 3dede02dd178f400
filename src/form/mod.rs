//! Blank workbooks: each worksheet of a regulation in the shape that the reader
//! reads, with notes, lists to choose from, and locked headings.

mod book;
mod city;
mod guide;
pub mod layout;
mod left;
mod note;
mod own;
mod reference;
mod rpjmd;
mod table;
mod year;

pub use book::{Carried, Form, blank};
pub use city::settings;
pub use guide::VERSION;
pub use left::left_out;
pub use note::{note, rpjmd_note};
pub use reference::{bidang_name, bidang_of, nearest_opd};
pub use rpjmd::{RpjmdForm, blank_rpjmd};
pub use year::{base_year, usual, years};
