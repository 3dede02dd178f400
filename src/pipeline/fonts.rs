//! The letters that tables are measured with: those that are built into the program.

use std::sync::LazyLock;

use crate::measure::{Face, Faces};
use crate::templates::TEMPLATES;

/// Widths of the table face, read once.
pub(super) fn faces() -> &'static Faces {
    static FACES: LazyLock<Faces> = LazyLock::new(|| Faces {
        regular: face("fonts/ArchivoNarrow-Regular.ttf"),
        medium: face("fonts/ArchivoNarrow-Medium.ttf"),
        bold: face("fonts/ArchivoNarrow-Bold.ttf"),
    });
    &FACES
}

/// A built-in face; letters half as wide as high should it ever be missing.
fn face(path: &str) -> Face {
    let file = TEMPLATES.get_file(path);
    let face = file.and_then(|file| Face::parse(file.contents()).ok());
    face.unwrap_or_else(|| Face::even(500))
}
