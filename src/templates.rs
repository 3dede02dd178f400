//! The templates and fonts that are built into the program.

use include_dir::{Dir, include_dir};

/// The folder `templates`.
pub static TEMPLATES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");
