//! Texts in records, which go on in the records that continue them.

use super::record::Record;
use crate::workbook::binary::u16_at;
use crate::workbook::refusal::Refusal;
use crate::workbook::strings::SharedStrings;

/// The bytes of a record and of those that continue it, one after the other.
pub(super) struct Fields<'a> {
    now: &'a [u8],
    more: std::slice::Iter<'a, &'a [u8]>,
}

impl<'a> Fields<'a> {
    /// From an offset in the record.
    pub fn new(record: &'a Record<'a>, at: usize) -> Option<Self> {
        Some(Self {
            now: record.data.get(at..)?,
            more: record.more.iter(),
        })
    }

    /// Whether nothing is left.
    fn is_empty(&self) -> bool {
        self.now.is_empty() && self.more.as_slice().iter().all(|bytes| bytes.is_empty())
    }

    /// The next bytes, no more than `most` and no more than are left in this record.
    fn some(&mut self, most: usize) -> Option<&'a [u8]> {
        while self.now.is_empty() {
            self.now = self.more.next()?;
        }
        let (some, rest) = self.now.split_at(most.min(self.now.len()));
        self.now = rest;
        Some(some)
    }

    fn byte(&mut self) -> Option<u8> {
        self.some(1)?.first().copied()
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            count -= self.some(count)?.len();
        }
        Some(())
    }

    /// Characters as the flags say: one byte each (the lower half of a UTF-16
    /// unit) or two. Where the text goes on in the next record, flags stand first.
    fn characters(&mut self, count: usize, flags: u8) -> Option<String> {
        let mut units: Vec<u16> = Vec::new();
        let mut wide = flags & 1 != 0;
        while units.len() < count {
            if self.now.is_empty() {
                self.now = self.more.next()?;
                wide = self.byte()? & 1 != 0;
            }
            let left = count - units.len();
            if wide {
                let bytes = self.some(2 * left)?;
                let (pairs, rest) = bytes.as_chunks::<2>();
                // Half a unit at the end of a record: no program writes that.
                if !rest.is_empty() {
                    return None;
                }
                units.extend(pairs.iter().map(|pair| u16::from_le_bytes(*pair)));
            } else {
                units.extend(self.some(left)?.iter().map(|byte| u16::from(*byte)));
            }
        }
        Some(String::from_utf16_lossy(&units))
    }

    /// An `XLUnicodeString`: count in two bytes, flags, characters.
    pub fn text(&mut self) -> Option<String> {
        let count = usize::from(self.u16()?);
        let flags = if count == 0 { 0 } else { self.byte()? };
        self.characters(count, flags)
    }

    /// A `ShortXLUnicodeString`: the same with the count in one byte.
    pub fn short_text(&mut self) -> Option<String> {
        let count = usize::from(self.byte()?);
        let flags = self.byte()?;
        self.characters(count, flags)
    }

    /// An `XLUnicodeRichExtendedString`; its formatting and phonetic guides are passed over.
    fn rich_text(&mut self) -> Option<String> {
        let count = usize::from(self.u16()?);
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 {
            usize::from(self.u16()?)
        } else {
            0
        };
        let phonetic = if flags & 4 != 0 {
            usize::try_from(self.u32()?).ok()?
        } else {
            0
        };
        let text = self.characters(count, flags)?;
        self.skip(4 * runs)?;
        self.skip(phonetic)?;
        Some(text)
    }
}

/// The table of shared texts. How many it says it has is not looked at; a
/// malformed one gives the texts up to there.
pub(super) fn shared(record: &Record<'_>) -> Result<SharedStrings, Refusal> {
    let mut strings = SharedStrings::default();
    if let Some(mut fields) = Fields::new(record, 8) {
        while !fields.is_empty() {
            let Some(text) = fields.rich_text() else {
                break;
            };
            strings.push(&text)?;
        }
    }
    Ok(strings)
}

/// A text that fills the rest of a record from an offset.
pub(super) fn text_at(record: &Record<'_>, at: usize) -> Option<String> {
    Fields::new(record, at)?.text()
}

/// The number format code of a `Format` record, and the format's number.
pub(super) fn format(record: &Record<'_>) -> Option<(u16, String)> {
    Some((u16_at(record.data, 0)?, text_at(record, 2)?))
}
