//! Where templates and fonts come from: the binary, a folder, or memory.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use include_dir::Dir;
use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::Bytes;
use typst::syntax::{FileId, VirtualPath, VirtualRoot};
use typst_kit::files::FileLoader;

use super::error::TypesetError;

/// Folder of the tree whose files are fonts.
const FONT_FOLDER: &str = "fonts";

/// The templates: a tree of files out of which nothing can be reached.
#[derive(Debug)]
pub struct TemplateTree(Store);

#[derive(Debug)]
enum Store {
    Embedded(&'static Dir<'static>),
    /// The canonical path, so that a resolved symlink can be compared with it.
    Folder(PathBuf),
    Memory(BTreeMap<String, Bytes>),
}

impl TemplateTree {
    /// The tree built into the binary.
    pub fn embedded(dir: &'static Dir<'static>) -> Self {
        Self(Store::Embedded(dir))
    }

    /// A folder on disk, for template authors.
    ///
    /// # Errors
    /// When the folder cannot be opened.
    pub fn folder(path: &Path) -> Result<Self, TypesetError> {
        let open = || {
            let root = path.canonicalize()?;
            fs::read_dir(&root)?;
            Ok(root)
        };
        match open() {
            Ok(root) => Ok(Self(Store::Folder(root))),
            Err(source) => Err(TypesetError::Folder {
                path: path.to_owned(),
                source,
            }),
        }
    }

    /// Files in memory, by their path without a leading slash.
    pub fn memory<P, B>(file: impl IntoIterator<Item = (P, B)>) -> Self
    where
        P: Into<String>,
        B: Into<Vec<u8>>,
    {
        let file = file
            .into_iter()
            .map(|(path, data)| (path.into(), Bytes::new(data.into())));
        Self(Store::Memory(file.collect()))
    }

    /// The contents of the tree's font folder, in the order of their names:
    /// typst prefers the font that came first.
    pub(super) fn font_data(&self) -> Result<Vec<Bytes>, TypesetError> {
        let mut path = self.font_path();
        path.sort();
        path.iter()
            .map(|path| {
                let data = VirtualPath::new(path)
                    .ok()
                    .and_then(|path| self.read(&path).ok());
                data.ok_or_else(|| TypesetError::BrokenFont { path: path.into() })
            })
            .collect()
    }

    /// Paths in the font folder. A tree without one is a tree without fonts.
    fn font_path(&self) -> Vec<String> {
        let in_folder = |name: &str| format!("{FONT_FOLDER}/{name}");
        match &self.0 {
            Store::Embedded(dir) => dir
                .get_dir(FONT_FOLDER)
                .into_iter()
                .flat_map(Dir::files)
                .filter(|file| is_font(file.path()))
                .filter_map(|file| Some(in_folder(file.path().file_name()?.to_str()?)))
                .collect(),
            Store::Folder(root) => fs::read_dir(root.join(FONT_FOLDER))
                .into_iter()
                .flatten()
                .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
                .filter(|name| is_font(Path::new(name)))
                .map(|name| in_folder(&name))
                .collect(),
            Store::Memory(file) => file
                .keys()
                .filter(|path| Path::new(path).parent() == Some(Path::new(FONT_FOLDER)))
                .filter(|path| is_font(Path::new(path)))
                .cloned()
                .collect(),
        }
    }

    /// Names of the folders at the top that hold a file of this name, in order.
    pub fn folders_with(&self, file: &str) -> Vec<String> {
        let mut name: Vec<String> = match &self.0 {
            Store::Embedded(dir) => dir
                .dirs()
                .filter(|below| below.get_file(below.path().join(file)).is_some())
                .filter_map(|below| Some(below.path().file_name()?.to_str()?.to_owned()))
                .collect(),
            Store::Folder(root) => fs::read_dir(root)
                .into_iter()
                .flatten()
                .filter_map(|entry| Some(entry.ok()?.path()))
                .filter(|below| below.join(file).is_file())
                .filter_map(|below| Some(below.file_name()?.to_str()?.to_owned()))
                .collect(),
            Store::Memory(list) => list
                .keys()
                .filter_map(|path| path.split_once('/'))
                .filter(|(_, rest)| *rest == file)
                .map(|(folder, _)| folder.to_owned())
                .collect(),
        };
        name.sort();
        name
    }

    /// BLAKE3 digest of all files and their paths, hexadecimal. Two trees with
    /// the same digest give the same documents.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn digest(&self) -> Result<String, TypesetError> {
        let mut file: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        match &self.0 {
            Store::Embedded(dir) => embedded_files(dir, &mut file),
            Store::Folder(root) => {
                folder_files(root, "", &mut file).map_err(|source| TypesetError::Folder {
                    path: root.clone(),
                    source,
                })?;
            }
            Store::Memory(list) => {
                file.extend(
                    list.iter()
                        .map(|(path, data)| (path.clone(), data.to_vec())),
                );
            }
        }
        let mut hash = blake3::Hasher::new();
        for (path, data) in &file {
            for part in [path.as_bytes(), data.as_slice()] {
                hash.update(&(part.len() as u64).to_le_bytes());
                hash.update(part);
            }
        }
        Ok(hash.finalize().to_hex().to_string())
    }

    /// The text of a file, `permendagri-86-2017/format.toml`.
    ///
    /// # Errors
    /// When there is no such file or it is not UTF-8.
    pub fn text(&self, path: &str) -> Result<String, TypesetError> {
        let unusable = || TypesetError::Path {
            path: path.to_owned(),
        };
        let virtual_path = VirtualPath::new(path).map_err(|_| unusable())?;
        let bytes = self.read(&virtual_path).map_err(|_| unusable())?;
        String::from_utf8(bytes.to_vec()).map_err(|_| unusable())
    }

    /// Reads a file. A virtual path cannot say `..`, so what is left to refuse
    /// is a symlink that leads out of the folder.
    fn read(&self, path: &VirtualPath) -> FileResult<Bytes> {
        let name = path.get_without_slash();
        let not_found = || FileError::NotFound(name.into());
        match &self.0 {
            Store::Embedded(dir) => dir
                .get_file(name)
                .map(|file| Bytes::new(file.contents()))
                .ok_or_else(not_found),
            Store::Folder(root) => {
                let real = path.realize(root)?;
                let failed = |error: io::Error| FileError::from_io(error, Path::new(name));
                let real = real.canonicalize().map_err(failed)?;
                if !real.starts_with(root) {
                    return Err(FileError::AccessDenied);
                }
                if real.is_dir() {
                    return Err(FileError::IsDirectory);
                }
                fs::read(&real).map(Bytes::new).map_err(failed)
            }
            Store::Memory(file) => file.get(name).cloned().ok_or_else(not_found),
        }
    }
}

fn embedded_files(dir: &Dir<'static>, file: &mut BTreeMap<String, Vec<u8>>) {
    for below in dir.dirs() {
        embedded_files(below, file);
    }
    for found in dir.files() {
        let path = found.path().to_string_lossy().replace('\\', "/");
        file.insert(path, found.contents().to_vec());
    }
}

/// Files of a folder and those below it, by paths with forward slashes.
/// Symlinks to folders are not followed: they could lead round in a circle.
fn folder_files(
    folder: &Path,
    prefix: &str,
    file: &mut BTreeMap<String, Vec<u8>>,
) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            folder_files(&entry.path(), &format!("{name}/"), file)?;
        } else if entry.path().is_file() {
            file.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(())
}

impl FileLoader for TemplateTree {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        match id.root() {
            VirtualRoot::Project => self.read(id.vpath()),
            // A package would have to be fetched, and a render never needs the network.
            VirtualRoot::Package(_) => Err(FileError::Package(PackageError::Other(Some(
                "paket typst tidak dapat dipakai dalam templat".into(),
            )))),
        }
    }
}

/// Whether the file's name is that of a font that typst can read.
pub(super) fn is_font(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| {
        ["ttf", "otf", "ttc", "otc"]
            .iter()
            .any(|known| extension.eq_ignore_ascii_case(known))
    })
}
