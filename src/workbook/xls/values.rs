//! The values of all sheets, one after the other on one sheet that calamine decodes.
//!
//! Completes `Xls::new`: the one sheet is as large as there are values, each shared text
//! stands there once, and nothing in it makes calamine ask for memory on trust.

use std::collections::HashMap;
use std::io::{Cursor, Write};

use calamine::{Data, Range, Reader, Xls};

use super::found::{Found, Stored, is_error};
use super::record::{self, BiffRecord};
use crate::diagnostic::CellRef;
use crate::workbook::Value;
use crate::workbook::cleaned::Cleaned;
use crate::workbook::format::Format;
use crate::workbook::grid::Grid;
use crate::workbook::guard::{error_name, guarded};
use crate::workbook::refusal::Refusal;

/// Columns of the one sheet.
const WIDTH: u32 = 256;
/// Bytes of it: those of a file of the largest size, with packed numbers taken apart.
const MOST_BYTES: usize = 48 << 20;
/// Most records that go on with the table of shared texts: calamine takes them from the
/// front of a list. A file of the largest size has a quarter of that.
const CONTINUED: usize = 8_000;

/// Values put one after the other.
#[derive(Default)]
pub(super) struct Slots {
    records: Vec<u8>,
    count: u32,
    is_full: bool,
    /// Slot of each shared text that is used.
    shared: HashMap<u32, u32>,
}

impl Slots {
    /// Takes the value of a cell.
    pub fn take(&mut self, found: &Found<'_>) {
        let Found::Cell(_, _, stored) = found else {
            return;
        };
        match stored {
            Stored::Number(bytes) => self.push(record::NUMBER, bytes),
            Stored::Packed(bytes) => self.push(record::RK, bytes),
            Stored::Text(bytes) => self.push(record::LABEL, bytes),
            Stored::BoolOrError([code, kind]) if *kind != 0 && !is_error(*code) => {}
            Stored::BoolOrError(bytes) => self.push(record::BOOL_OR_ERROR, bytes),
            Stored::LongText => {}
            Stored::Shared(place) => {
                if !self.shared.contains_key(place) {
                    self.shared.insert(*place, self.count);
                    self.push(record::SHARED_LABEL, &place.to_le_bytes());
                }
            }
        }
    }

    fn push(&mut self, id: u16, value: &[u8]) {
        // Many tabs over the same records.
        self.is_full |= self.records.len() > MOST_BYTES;
        if self.is_full {
            return;
        }
        let slot = self.count;
        let position = [slot / WIDTH, slot % WIDTH, 0];
        let fields = position
            .into_iter()
            .filter_map(|field| u16::try_from(field).ok());
        let data: Vec<u8> = fields
            .flat_map(u16::to_le_bytes)
            .chain(value.iter().copied())
            .collect();
        push_record(&mut self.records, id, &data);
        self.count += 1;
    }

    /// Has calamine decode the values, with this table of shared texts.
    pub fn decode(self, shared: &[BiffRecord<'_>]) -> Result<Values, Refusal> {
        let damaged = || Refusal::damaged("Workbook");
        if shared.iter().any(|record| record.more.len() > CONTINUED) || self.is_full {
            return Err(Refusal::UnpacksTooLarge);
        }
        let range = if self.count == 0 {
            Range::empty()
        } else {
            let file = compound(&self.workbook(shared)).ok_or_else(damaged)?;
            let decoded = guarded(|| Xls::new(Cursor::new(file))?.worksheet_range("s"));
            decoded.ok_or_else(damaged)?.map_err(|_| damaged())?
        };
        Ok(Values {
            range,
            shared: self.shared,
        })
    }

    /// A workbook of the one sheet.
    fn workbook(&self, shared: &[BiffRecord<'_>]) -> Vec<u8> {
        let begin = |kind: u8| [0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        let mut before = Vec::new();
        for record in shared {
            push_record(&mut before, record.id, record.data);
            for more in &record.more {
                push_record(&mut before, record::CONTINUE, more);
            }
        }
        push_record(&mut before, record::END, &[]);
        let mut stream = Vec::new();
        push_record(&mut stream, record::BEGIN, &begin(0x05));
        // Behind this record, whose length is known: its head, six bytes, the name.
        let start = stream.len() + 4 + 6 + 3 + before.len();
        let start = u32::try_from(start).unwrap_or(u32::MAX).to_le_bytes();
        let tab = [start.as_slice(), &[0, 0, 1, 0, b's']].concat();
        push_record(&mut stream, record::TAB, &tab);
        stream.extend(before);
        push_record(&mut stream, record::BEGIN, &begin(0x10));
        stream.extend_from_slice(&self.records);
        push_record(&mut stream, record::END, &[]);
        stream
    }
}

fn push_record(stream: &mut Vec<u8>, id: u16, data: &[u8]) {
    // Records of the file are no longer than that, and ours are shorter.
    let length = u16::try_from(data.len()).unwrap_or(u16::MAX);
    stream.extend(id.to_le_bytes());
    stream.extend(length.to_le_bytes());
    stream.extend(data.iter().take(length.into()));
}

/// A compound file with this workbook.
fn compound(stream: &[u8]) -> Option<Vec<u8>> {
    let file = Cursor::new(Vec::new());
    // Calamine does not open version 4 without short streams.
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, file).ok()?;
    file.create_stream("Workbook")
        .ok()?
        .write_all(stream)
        .ok()?;
    file.flush().ok()?;
    Some(file.into_inner().into_inner())
}

/// The decoded values.
pub(super) struct Values {
    range: Range<Data>,
    shared: HashMap<u32, u32>,
}

impl Values {
    /// At the first value.
    pub fn begin(&self) -> Reading<'_> {
        Reading {
            values: self,
            next: 0,
            cleaned: Cleaned::default(),
        }
    }
}

/// The values in the order in which they were put.
pub(super) struct Reading<'v> {
    values: &'v Values,
    next: u32,
    cleaned: Cleaned,
}

impl Reading<'_> {
    /// Puts the next value into the grid, which stands at this position.
    pub fn put(&mut self, at: CellRef, stored: &Stored<'_>, format: &Format, grid: &mut Grid<'_>) {
        let mut slot = self.next;
        if let Stored::Shared(place) = stored {
            slot = self.values.shared.get(place).copied().unwrap_or(u32::MAX);
        }
        // A shared text took a slot where it came first.
        if slot == self.next {
            self.next += 1;
        }
        match self.values.range.get_value((slot / WIDTH, slot % WIDTH)) {
            Some(Data::Float(number)) => grid.number(at, *number, format),
            #[expect(clippy::cast_precision_loss, reason = "a packed number has 30 bits")]
            Some(Data::Int(number)) => grid.number(at, *number as f64, format),
            Some(Data::Bool(truth)) => grid.put(at, Value::Bool(*truth), format),
            Some(Data::Error(error)) => {
                grid.put(at, Value::Error(error_name(error).to_owned()), format);
            }
            Some(Data::String(text)) => {
                let slot = usize::try_from(slot).unwrap_or(usize::MAX);
                self.cleaned
                    .with(slot, text, |text| grid.shared(at, text, format));
            }
            // A text that is not in the file.
            _ if matches!(stored, Stored::Shared(_)) => grid.dangling(at),
            _ => {}
        }
    }
}
