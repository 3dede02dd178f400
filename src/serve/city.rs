//! The city's folder: which files are workbooks, and that nothing else is reached.

use std::io;
use std::path::{Path, PathBuf};

pub(super) use crate::batch::discovery::is_workbook;
use crate::batch::name;
use crate::diagnostic::printable;
use crate::pipeline::RPJMD;

/// Longest name of a file that is taken in.
const NAME: usize = 120;

/// A city's folder.
#[derive(Debug)]
pub(super) struct City {
    /// The folder, canonical: what is resolved is compared with it.
    root: PathBuf,
    /// Folder of the workbooks.
    opd: PathBuf,
    /// A workbook that is no agency's: the RPJMD that was named.
    rpjmd: Option<PathBuf>,
    /// The one workbook that is shown of a folder that is no city's.
    only: Option<String>,
}

impl City {
    /// Opens a folder; its workbooks are in `opd`, else in itself. `only` is the one
    /// that is shown of a folder that is no city's.
    pub(super) fn open(
        folder: &Path,
        rpjmd: Option<&Path>,
        only: Option<String>,
    ) -> io::Result<Self> {
        let root = folder.canonicalize()?;
        std::fs::read_dir(&root)?;
        let below = root.join("opd");
        let opd = if below.is_dir() { below } else { root.clone() };
        let rpjmd = rpjmd.and_then(|path| path.canonicalize().ok());
        Ok(Self {
            root,
            opd,
            rpjmd,
            only,
        })
    }

    /// The folder of the workbooks, from which the settings are looked for.
    pub(super) fn opd(&self) -> &Path {
        &self.opd
    }

    /// Name of the folder.
    pub(super) fn name(&self) -> String {
        let name = self.root.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    }

    /// Folders whose events matter.
    pub(super) fn folders(&self) -> Vec<PathBuf> {
        let mut folder = vec![self.root.clone(), self.opd.clone()];
        folder.dedup();
        folder
    }

    /// The workbooks, in the order of their names.
    pub(super) fn paths(&self) -> Vec<PathBuf> {
        let name = self.names();
        name.iter().map(|name| self.opd.join(name)).collect()
    }

    /// The workbooks' names, in order.
    pub(super) fn names(&self) -> Vec<String> {
        let entry = std::fs::read_dir(&self.opd).into_iter().flatten();
        let mut name: Vec<String> = entry
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| is_workbook(name) && self.is_inside(name))
            .filter(|name| !self.is_rpjmd(name) && self.takes(name))
            .collect();
        name.sort();
        name
    }

    /// Whether a workbook of this name is one of those shown.
    pub(super) fn takes(&self, name: &str) -> bool {
        self.only.as_ref().is_none_or(|only| only == name)
    }

    /// Whether it is one workbook of a folder that is no city's.
    pub(super) fn is_single(&self) -> bool {
        self.only.is_some()
    }

    /// Whether a name leads to a file of this folder and not, by a link, out of it.
    fn is_inside(&self, name: &str) -> bool {
        let real = self.opd.join(name).canonicalize();
        real.is_ok_and(|real| real.starts_with(&self.root) && real.is_file())
    }

    /// Whether a workbook among the agencies' is the city's RPJMD.
    fn is_rpjmd(&self, name: &str) -> bool {
        let is_standard = self.opd == self.root && name.eq_ignore_ascii_case(RPJMD);
        is_standard || self.rpjmd.as_ref() == Some(&self.opd.join(name))
    }

    /// Name of a workbook of this city by its path.
    pub(super) fn name_of(&self, path: &Path) -> Option<String> {
        let name = path.file_name()?.to_str()?;
        let here = path.parent() == Some(&self.opd) && self.takes(name);
        let known = here && is_workbook(name) && !self.is_rpjmd(name);
        known.then(|| name.to_owned())
    }

    /// Path of a workbook. The name is one of ours, never a path.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.opd.join(name)
    }

    /// Where the city's RPJMD is, or is put.
    pub(super) fn rpjmd_path(&self) -> PathBuf {
        let standard = || self.root.join(RPJMD);
        self.rpjmd.clone().unwrap_or_else(standard)
    }

    /// The city's folder.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Path for a workbook that someone sends; `None` if the name is none that every
    /// system takes, or looks like another than it is.
    pub(super) fn path_for(&self, name: &str) -> Option<PathBuf> {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let plain = !name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|'])
            && printable(name) == name
            && Path::new(name).file_name() == Some(name.as_ref())
            && name.len() <= NAME
            && stem.trim_end_matches(['.', ' ']) == stem
            && !stem.is_empty()
            && !name::is_reserved(name);
        (plain && is_workbook(name)).then(|| self.opd.join(name))
    }

    /// The path under the name that the folder has it by: another case, or letters
    /// composed otherwise, are no other workbook.
    pub(super) fn as_it_is_there(&self, path: &Path) -> PathBuf {
        let Some(asked) = path.file_name().and_then(|name| name.to_str()) else {
            return path.to_owned();
        };
        if path.symlink_metadata().is_ok_and(|_| self.lists(asked)) {
            return path.to_owned();
        }
        let folded = name::fold(asked);
        let twin = self.entries().find(|name| name::fold(name) == folded);
        self.opd.join(twin.as_deref().unwrap_or(asked))
    }

    /// Whether the folder has an entry of exactly this name.
    fn lists(&self, name: &str) -> bool {
        self.entries().any(|entry| entry == name)
    }

    fn entries(&self) -> impl Iterator<Item = String> {
        let entry = std::fs::read_dir(&self.opd).into_iter().flatten();
        entry.filter_map(|entry| entry.ok()?.file_name().into_string().ok())
    }
}
