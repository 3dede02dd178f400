//! Pages: JSON bytes and a template folder become PDF, PNG or SVG.
//!
//! The only module that names typst. It knows paths of templates, bytes and
//! findings; what the bytes say is the business of `document` and of the
//! templates.
//!
//! A [`Base`] holds what all documents share (fonts, library, parsed
//! templates) and is built once. A [`Job`] is one document. [`compile`] lays
//! it out, [`pdf`], [`png`] and [`svg`] write it:
//!
//! ```ignore
//! let base = Base::new(TemplateTree::embedded(&TEMPLATES), &[])?;
//! let typeset = compile(&base, &Job::new("/permendagri-86-2017/main.typ", json))?;
//! let bytes = pdf(&typeset, &PdfSettings::new(digest))?;
//! forget(0); // before the next document
//! ```
//!
//! There is no network, no package, no system font and no clock in here: the
//! same job gives the same bytes.

mod area;
mod base;
mod cache;
mod compile;
mod date;
mod error;
mod export;
mod finding;
mod frame;
mod job;
mod layout_rounds;
mod outline;
mod overlap;
mod page_digest;
mod page_range;
mod pages;
mod picture;
mod pool;
mod printed;
mod report;
mod soft_hyphens;
mod standard;
mod table_pages;
mod text;
mod tree;
mod world;

pub use area::Area;
pub use base::Base;
pub use cache::forget;
pub use compile::{Typeset, compile};
pub use error::TypesetError;
pub use export::{PdfSettings, pdf, png, svg};
pub use finding::{EXPLANATION, findings};
pub use job::Job;
pub use outline::{Heading, outline};
pub use overlap::{Obstacle, Overlap, overlap};
pub use page_range::{PageRanges, PageRangesError};
pub use pages::Pages;
pub use picture::{Picture, picture_fault};
pub use pool::Pool;
pub use printed::{Printed, PrintedCell, PrintedTable, printed};
pub use standard::{Standards, StandardsError};
pub use table_pages::{TablePages, table_pages};
pub use text::{TextItem, text_by_page};
pub use tree::TemplateTree;
