//! Workbooks that were replaced, kept in `cadangan` below the city's folder:
//! each content once, and of each workbook the latest.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Where replaced workbooks are kept, below the city's folder.
const FOLDER: &str = "cadangan";
/// Copies of one workbook that are kept; then the oldest goes.
const MOST: usize = 100;

/// Keeps a copy of a file that is to be replaced, under a name of its own, and
/// says which it is and whether it was made now. `None` if there is nothing to keep.
pub(super) fn keep(root: &Path, path: &Path) -> io::Result<Option<(PathBuf, bool)>> {
    if !path.is_file() {
        return Ok(None);
    }
    let folder = root.join(FOLDER);
    fs::create_dir_all(&folder)?;
    let copies = copies(&folder, path);
    let digest = digest(path)?;
    let size = fs::metadata(path)?.len();
    let same = copies.iter().find(|(_, copy)| {
        fs::metadata(copy).is_ok_and(|meta| meta.len() == size)
            && self::digest(copy).is_ok_and(|own| own == digest)
    });
    if let Some((_, same)) = same {
        return Ok(Some((same.clone(), false)));
    }
    let number = copies.last().map_or(1, |(number, _)| number + 1);
    let (stem, ending) = parts(path);
    let copy = folder.join(format!("{stem}-{number:03}.{ending}"));
    let made = File::create_new(&copy).and_then(|mut file| {
        io::copy(&mut File::open(path)?, &mut file)?;
        file.sync_all()
    });
    if let Err(why) = made {
        // Half a copy is none.
        let _ = fs::remove_file(&copy);
        return Err(why);
    }
    for (_, old) in copies.iter().take((copies.len() + 1).saturating_sub(MOST)) {
        let _ = fs::remove_file(old);
    }
    Ok(Some((copy, true)))
}

/// A copy, and the name of the workbook that it was.
#[derive(Debug)]
pub(super) struct Copy {
    pub path: PathBuf,
    pub of: String,
}

/// Everything that is kept.
pub(super) fn list(root: &Path) -> Vec<Copy> {
    let entry = fs::read_dir(root.join(FOLDER))
        .into_iter()
        .flatten()
        .flatten();
    entry
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let (stem, ending) = name.rsplit_once('.')?;
            let (stem, number) = stem.rsplit_once('-')?;
            number.parse::<u64>().ok()?;
            let plain = entry.file_type().is_ok_and(|kind| kind.is_file());
            plain.then(|| Copy {
                path: entry.path(),
                of: format!("{stem}.{ending}"),
            })
        })
        .collect()
}

/// Copies of a workbook, from the oldest, with their numbers.
fn copies(folder: &Path, path: &Path) -> Vec<(u64, PathBuf)> {
    let (stem, ending) = parts(path);
    let number = |name: &str| -> Option<u64> {
        let rest = name.strip_prefix(&*stem)?.strip_prefix('-')?;
        let (number, own) = rest.split_once('.')?;
        (own == ending).then_some(number)?.parse().ok()
    };
    let entry = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<(u64, PathBuf)> = entry
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            Some((number(&name)?, entry.path()))
        })
        .collect();
    found.sort();
    found
}

fn parts(path: &Path) -> (String, String) {
    let text =
        |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    (text(path.file_stem()), text(path.extension()))
}

fn digest(path: &Path) -> io::Result<blake3::Hash> {
    let mut hash = blake3::Hasher::new();
    hash.update_reader(File::open(path)?)?;
    Ok(hash.finalize())
}
