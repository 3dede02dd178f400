//! A zip package whose parts are inflated one by one, under limits.

use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::binary::{u16_at, usize_at, utf16};
use super::limit;
use super::refusal::Refusal;

/// Signature of an entry in the directory of a zip file.
const DIRECTORY_ENTRY: &[u8] = b"PK\x01\x02";
/// Signature of the end of the directory, which is the end of the file.
const DIRECTORY_END: &[u8] = b"PK\x05\x06";

/// An open package.
pub(super) struct Package {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    /// Entry by its [normal name](normal).
    index: HashMap<String, usize>,
    /// Bytes that may still be inflated.
    left: u64,
}

impl Package {
    /// Opens a file that begins as a zip file.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Refusal> {
        // The archive's directory is held in memory as a whole, so it is counted before.
        let mut entries = 0;
        let mut complete = false;
        for window in bytes.windows(DIRECTORY_ENTRY.len()) {
            entries += usize::from(window == DIRECTORY_ENTRY);
            complete |= window == DIRECTORY_END;
        }
        if entries > limit::ENTRIES {
            return Err(Refusal::UnpacksTooLarge);
        }
        if !complete {
            return Err(Refusal::Incomplete);
        }
        // The archive keeps the last of several parts with the very same name.
        if let Some(name) = twice(&bytes) {
            return Err(Refusal::Twice(name));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| refusal(&error, "zip"))?;
        let mut index = HashMap::with_capacity(zip.len());
        for (place, raw) in zip.file_names_raw().enumerate() {
            let name = normal(&String::from_utf8_lossy(raw));
            if index.insert(name.clone(), place).is_some() && is_read(&name) {
                return Err(Refusal::Twice(name));
            }
        }
        Ok(Self {
            zip,
            index,
            left: limit::PACKAGE_BYTES,
        })
    }

    /// Whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.index.contains_key(&normal(name))
    }

    /// Whether a part lies in this folder.
    pub fn has_folder(&self, folder: &str) -> bool {
        let folder = normal(folder);
        self.index.keys().any(|name| name.starts_with(&folder))
    }

    /// The bytes of a part; `None` if there is none of this name.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(place) = self.index.get(&normal(name)) else {
            return Ok(None);
        };
        let entry = self
            .zip
            .by_index(*place)
            .map_err(|error| refusal(&error, name))?;
        // The declared size may lie either way, so it only serves to refuse early.
        let most = limit::PART_BYTES.min(self.left);
        let packed = entry.compressed_size();
        let too_large = |size: u64| {
            size > most || (size > limit::RATIO_FLOOR && size / limit::RATIO > packed.max(1))
        };
        if too_large(entry.size()) {
            return Err(Refusal::UnpacksTooLarge);
        }
        let mut bytes = Vec::new();
        let read = entry.take(most + 1).read_to_end(&mut bytes);
        let size = bytes.len() as u64;
        if too_large(size) {
            return Err(Refusal::UnpacksTooLarge);
        }
        read.map_err(|_| Refusal::damaged(name))?;
        self.left -= size;
        Ok(Some(bytes))
    }

    /// A part as it lies in the package, not inflated; `None` if there is none.
    pub fn raw(&mut self, name: &str) -> Result<Option<ZipFile<'_, Cursor<Vec<u8>>>>, Refusal> {
        let Some(place) = self.index.get(&normal(name)) else {
            return Ok(None);
        };
        let entry = self.zip.by_index_raw(*place);
        entry.map(Some).map_err(|error| refusal(&error, name))
    }

    /// The text of an XML part; `None` if there is none of this name.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let Some(bytes) = self.part(name)? else {
            return Ok(None);
        };
        decode(bytes)
            .map(Some)
            .ok_or_else(|| Refusal::damaged(name))
    }
}

/// Whether parts of this name hold content, other than pictures and previews.
fn is_read(name: &str) -> bool {
    [".xml", ".rels", ".bin"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// The first name that the archive's directory has twice.
fn twice(bytes: &[u8]) -> Option<String> {
    let end = bytes
        .windows(DIRECTORY_END.len())
        .rposition(|window| window == DIRECTORY_END)?;
    let start = end.checked_sub(usize_at(bytes, end + 12)?)?;
    let mut seen = HashSet::new();
    let mut rest = bytes.get(start..end)?;
    while rest.starts_with(DIRECTORY_ENTRY) {
        let length = |at| u16_at(rest, at).map(usize::from);
        let (name, extra, comment) = (length(28)?, length(30)?, length(32)?);
        let raw = rest.get(46..46 + name)?;
        let part = normal(&String::from_utf8_lossy(raw));
        if !seen.insert(raw) && is_read(&part) {
            return Some(part);
        }
        rest = rest.get(46 + name + extra + comment..)?;
    }
    None
}

/// A name by which parts are found: Excel does not mind letter case, backslashes
/// or a slash in front, so files with them exist.
fn normal(name: &str) -> String {
    name.replace('\\', "/")
        .trim_start_matches("./")
        .trim_start_matches('/')
        .to_lowercase()
}

/// Whether a part has the mark of UTF-16, which calamine does not read.
pub(super) fn is_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF])
}

/// The text of an XML part: UTF-8, or UTF-16 with its mark. `None` for bytes that
/// are neither, which no spreadsheet program opens either.
pub(super) fn decode(bytes: Vec<u8>) -> Option<String> {
    match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => Some(utf16(rest)),
        [0xFE, 0xFF, rest @ ..] => {
            let pairs = rest.as_chunks::<2>().0;
            let swapped: Vec<u8> = pairs.iter().flat_map(|[high, low]| [*low, *high]).collect();
            Some(utf16(&swapped))
        }
        _ => String::from_utf8(bytes).ok(),
    }
}

fn refusal(error: &ZipError, part: &str) -> Refusal {
    match error {
        ZipError::InvalidPassword => Refusal::Locked,
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => Refusal::Locked,
        _ => Refusal::damaged(part),
    }
}
