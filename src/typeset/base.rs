//! What all documents share: library, fonts, parsed templates.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};
use typst_kit::files::FileStore;
use typst_kit::fonts::{FontPath, FontStore};

use super::error::TypesetError;
use super::tree::{TemplateTree, is_font};

/// How deep a font folder is searched; a guard against folders that loop.
const FONT_FOLDER_DEPTH: usize = 8;

/// Library, fonts and templates, loaded once and shared between documents and
/// threads.
///
/// Nothing of a single document is in here. So typst sees one unchanging
/// library and can reuse what it computed for the document before.
pub struct Base {
    pub(super) library: LazyHash<Library>,
    pub(super) fonts: FontStore,
    pub(super) files: FileStore<TemplateTree>,
    /// Digest of the fonts that are not the templates' own.
    added: blake3::Hash,
}

impl Base {
    /// Loads the fonts of the templates, then those of `font_dirs`. On a
    /// family that both have, the templates' own comes first.
    ///
    /// # Errors
    /// When a font folder cannot be read, or a font of the templates is broken.
    pub fn new(templates: TemplateTree, font_dirs: &[PathBuf]) -> Result<Self, TypesetError> {
        let mut fonts = FontStore::new();
        for data in templates.font_data()? {
            fonts.extend(Font::iter(data).map(|font| {
                let info = font.info().clone();
                (font, info)
            }));
        }
        let mut added = blake3::Hasher::new();
        for dir in font_dirs {
            add_folder(&mut fonts, &mut added, dir, FONT_FOLDER_DEPTH).map_err(|source| {
                TypesetError::Folder {
                    path: dir.clone(),
                    source,
                }
            })?;
        }
        let library = LazyHash::new(Library::builder().build());
        Ok(Self {
            library,
            fonts,
            files: FileStore::new(templates),
            added: added.finalize(),
        })
    }

    /// Reads changed templates again at their next use. Sources are edited in
    /// place, so only what changed is laid out again.
    pub fn reload(&mut self) {
        self.files.reset();
    }

    /// Whether the templates have this file, `/rekap/main.typ`.
    pub fn has(&self, path: &str) -> bool {
        self.files.loader().text(path).is_ok()
    }

    /// BLAKE3 digest of the templates with their fonts and of the fonts added,
    /// hexadecimal.
    ///
    /// # Errors
    /// When a template cannot be read.
    pub fn digest(&self) -> Result<String, TypesetError> {
        let templates = self.files.loader().digest()?;
        Ok(format!("{templates}{}", self.added.to_hex()))
    }

    /// Names of the font families, in alphabetical order.
    pub fn families(&self) -> impl Iterator<Item = &str> {
        self.book().families().map(|(name, _)| name)
    }

    /// What typst chooses fonts from.
    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }
}

impl fmt::Debug for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let families: Vec<_> = self.families().collect();
        f.debug_struct("Base")
            .field("families", &families)
            .finish_non_exhaustive()
    }
}

/// Adds the fonts of a folder and its subfolders, in the order of their paths.
///
/// Only what describes a font is read here; the font itself is loaded when a
/// page uses it, for someone may well point at `C:\Windows\Fonts`.
fn add_folder(
    fonts: &mut FontStore,
    digest: &mut blake3::Hasher,
    dir: &Path,
    depth: usize,
) -> std::io::Result<()> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(dir)? {
        paths.push(entry?.path());
    }
    paths.sort();
    for path in paths {
        if path.is_dir() {
            if depth > 0 {
                add_folder(fonts, digest, &path, depth - 1)?;
            }
        } else if is_font(&path) {
            let data = Bytes::new(fs::read(&path)?);
            // Each file's own digest: their lengths are all the same.
            digest.update(blake3::hash(&data).as_bytes());
            for (index, info) in (0..).zip(FontInfo::iter(&data)) {
                fonts.push((
                    FontPath {
                        path: path.clone(),
                        index,
                    },
                    info,
                ));
            }
        }
    }
    Ok(())
}
