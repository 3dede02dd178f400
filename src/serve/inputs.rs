//! What every document is made of besides its workbook, followed as the workbooks are: the
//! settings, the arms, the RPJMD, and the templates of a folder.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::city::City;
use crate::pipeline::{self, Library, Options, PipelineError};

/// How deep a template folder is looked into; a guard against folders that loop.
const DEPTH: usize = 8;

/// Templates and fonts, and where they come from.
pub(super) struct Inputs {
    /// Canonical; `None` for the embedded ones.
    templates: Option<PathBuf>,
    font: Vec<PathBuf>,
    /// What was loaded last, or why it cannot be used.
    library: Mutex<Result<Arc<Library>, String>>,
}

impl Inputs {
    pub(super) fn new(templates: Option<&Path>, font: &[PathBuf]) -> Result<Self, PipelineError> {
        let library = Library::new(templates, font)?;
        Ok(Self {
            templates: templates.and_then(|folder| folder.canonicalize().ok()),
            font: font.to_vec(),
            library: Mutex::new(Ok(Arc::new(library))),
        })
    }

    /// Templates as they are now; or why they cannot be used.
    pub(super) fn library(&self) -> Result<Arc<Library>, String> {
        let library = self.library.lock();
        library.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Loads everything again if the file is a template, and says whether it is: also which
    /// regulations there are, and their fonts.
    pub(super) fn follow(&self, changed: &Path) -> bool {
        let Some(folder) = &self.templates else {
            return false;
        };
        let follows = changed.starts_with(folder);
        if follows {
            let library = Library::new(Some(folder), &self.font).map(Arc::new);
            let library = library.map_err(|why| format!("templat tidak dapat dipakai: {why}"));
            *self.library.lock().unwrap_or_else(PoisonError::into_inner) = library;
        }
        follows
    }

    /// Name of the region by the settings.
    pub(super) fn region(city: &City, options: &Options) -> Option<String> {
        pipeline::settings(city.opd(), options).daerah.nama
    }

    /// All files, whether they are there or not.
    pub(super) fn files(&self, city: &City, options: &Options) -> Vec<PathBuf> {
        let mut list = pipeline::input_files(city.opd(), options);
        if let Some(folder) = &self.templates {
            add(folder, DEPTH, &mut list);
        }
        list
    }
}

fn add(folder: &Path, depth: usize, list: &mut Vec<PathBuf>) {
    let entry = std::fs::read_dir(folder).into_iter().flatten();
    for path in entry.filter_map(|entry| Some(entry.ok()?.path())) {
        if !path.is_dir() {
            list.push(path);
        } else if depth > 0 {
            add(&path, depth - 1, list);
        }
    }
}
