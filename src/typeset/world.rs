//! A document's surroundings, as typst asks for them.

use typst::Library;
use typst::World;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst_kit::diagnostics::DiagnosticWorld;

use super::base::Base;
use super::error::TypesetError;
use super::job::Job;

/// The shared base, and over it the few files that are the document's own.
pub(super) struct DocumentWorld<'b> {
    base: &'b Base,
    main: FileId,
    /// Few enough that a search beats a map.
    file: Vec<(FileId, Bytes)>,
    today: Option<Datetime>,
}

impl<'b> DocumentWorld<'b> {
    pub(super) fn new(base: &'b Base, job: &Job) -> Result<Self, TypesetError> {
        let file = job
            .file
            .iter()
            .map(|(path, data)| Ok((intern(path)?, data.clone())));
        Ok(Self {
            base,
            main: intern(&job.main)?,
            file: file.collect::<Result<_, TypesetError>>()?,
            today: job.today,
        })
    }

    fn own(&self, id: FileId) -> Option<&Bytes> {
        self.file
            .iter()
            .find(|(own, _)| *own == id)
            .map(|(_, data)| data)
    }
}

fn intern(path: &str) -> Result<FileId, TypesetError> {
    let path = VirtualPath::new(path).map_err(|_| TypesetError::Path {
        path: path.to_owned(),
    })?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for DocumentWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.base.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.base.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        // A document brings data, never code.
        if self.own(id).is_some() {
            return Err(FileError::NotSource);
        }
        self.base.files.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match self.own(id) {
            Some(data) => Ok(data.clone()),
            None => self.base.files.file(id),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.base.fonts.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}

impl DiagnosticWorld for DocumentWorld<'_> {
    fn name(&self, id: FileId) -> String {
        id.vpath().get_without_slash().to_owned()
    }
}
