//! A compound file (MS-CFB): a small file system of streams in one file.
//!
//! Streams are chains of sectors, and the chains are in a table that may be
//! damaged; no chain is followed for more sectors than the file has.

use crate::workbook::binary::{u16_at, u32_at, usize_at, utf16};
use crate::workbook::refusal::Refusal;

/// Sector numbers from here on end a chain or mean none.
const NO_SECTOR: u32 = 0xFFFF_FFFA;
/// Bytes of the header, before the first sector.
const HEADER: usize = 512;
/// Bytes of a sector of the short stream.
const SHORT_SECTOR: usize = 64;
/// Streams below this length lie in the short stream.
const SHORT_STREAM: usize = 4_096;
/// Bytes of a directory entry.
const ENTRY: usize = 128;

/// An open compound file.
pub(in crate::workbook) struct Compound<'a> {
    bytes: &'a [u8],
    sector_size: usize,
    /// For each sector, the next of its chain.
    table: Vec<u32>,
    /// For each sector of the short stream, the next of its chain.
    short_table: Vec<u32>,
    /// The stream that short streams lie in.
    short_stream: Vec<u8>,
    entry: Vec<Entry>,
}

/// A stream.
struct Entry {
    name: String,
    start: u32,
    length: usize,
}

impl<'a> Compound<'a> {
    /// Opens a file that begins as a compound file.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let sector_size = match u16_at(bytes, 30) {
            Some(9) => 512,
            Some(12) => 4_096,
            Some(_) => return Err(Refusal::damaged("kepala berkas")),
            None => return Err(Refusal::Incomplete),
        };
        let mut compound = Self {
            bytes,
            sector_size,
            table: Vec::new(),
            short_table: Vec::new(),
            short_stream: Vec::new(),
            entry: Vec::new(),
        };
        compound.read_table().ok_or(Refusal::Incomplete)?;
        let directory = compound
            .chain(u32_at(bytes, 48))
            .ok_or(Refusal::Incomplete)?;
        compound.entry = directory.chunks_exact(ENTRY).filter_map(entry).collect();
        compound.read_short_stream().ok_or(Refusal::Incomplete)?;
        Ok(compound)
    }

    /// Whether there is a stream of this name.
    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// The bytes of a stream; `None` if there is none of this name.
    pub fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(entry) = self.find(name) else {
            return Ok(None);
        };
        let mut bytes = if entry.length < SHORT_STREAM {
            self.short_chain(entry.start)
        } else {
            self.chain(Some(entry.start))
        }
        .ok_or(Refusal::Incomplete)?;
        if bytes.len() < entry.length {
            return Err(Refusal::Incomplete);
        }
        bytes.truncate(entry.length);
        Ok(Some(bytes))
    }

    fn find(&self, name: &str) -> Option<&Entry> {
        self.entry
            .iter()
            .find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The sector of this number; the last one of a file may be short.
    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let start = usize::try_from(number)
            .ok()?
            .checked_add(1)?
            .checked_mul(self.sector_size)?;
        // Sectors of 4096 bytes begin behind a header that is filled up to that length.
        let end = start.checked_add(self.sector_size)?.min(self.bytes.len());
        self.bytes
            .get(start..end)
            .filter(|sector| !sector.is_empty())
    }

    /// Reads the table of chains. Its own sectors are listed in the header, and
    /// those of large files in a chain of list sectors.
    fn read_table(&mut self) -> Option<()> {
        let mut list: Vec<u32> = numbers(self.bytes.get(76..HEADER)?).collect();
        let mut next = u32_at(self.bytes, 68)?;
        let mut left = self.bytes.len() / self.sector_size;
        while next < NO_SECTOR && left > 0 {
            let sector = self.sector(next)?;
            let (numbers_part, link) = sector.split_at_checked(sector.len().checked_sub(4)?)?;
            list.extend(numbers(numbers_part));
            next = u32_at(link, 0)?;
            left -= 1;
        }
        list.retain(|number| *number < NO_SECTOR);
        list.truncate(self.bytes.len() / self.sector_size);
        for number in list {
            self.table.extend(numbers(self.sector(number)?));
        }
        Some(())
    }

    /// Reads the short stream, whose place is in the first entry, and its table.
    fn read_short_stream(&mut self) -> Option<()> {
        let root = self.entry.first()?;
        if root.start < NO_SECTOR {
            self.short_stream = self.chain(Some(root.start))?;
            self.short_table = numbers(&self.chain(u32_at(self.bytes, 60))?).collect();
        }
        Some(())
    }

    /// The bytes of a chain of sectors; `None` if it leaves the file or runs in a circle.
    fn chain(&self, start: Option<u32>) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut next = start?;
        while next < NO_SECTOR {
            bytes.extend_from_slice(self.sector(next)?);
            if bytes.len() > self.bytes.len() {
                return None;
            }
            next = *self.table.get(usize::try_from(next).ok()?)?;
        }
        Some(bytes)
    }

    /// The bytes of a chain inside the short stream.
    fn short_chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut next = start;
        while next < NO_SECTOR {
            let place = usize::try_from(next).ok()?;
            let at = place.checked_mul(SHORT_SECTOR)?;
            let end = at.checked_add(SHORT_SECTOR)?.min(self.short_stream.len());
            bytes.extend_from_slice(self.short_stream.get(at..end)?);
            if bytes.len() > SHORT_STREAM {
                return None;
            }
            next = *self.short_table.get(place)?;
        }
        Some(bytes)
    }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes
        .as_chunks::<4>()
        .0
        .iter()
        .map(|four| u32::from_le_bytes(*four))
}

/// A directory entry; `None` for an unused one.
fn entry(bytes: &[u8]) -> Option<Entry> {
    // Length of the name in bytes, with the zero at its end.
    let length = usize::from(u16_at(bytes, 64)?).checked_sub(2)?;
    Some(Entry {
        name: utf16(bytes.get(..length.min(62))?),
        start: u32_at(bytes, 116)?,
        length: usize_at(bytes, 120)?,
    })
}
