//! Reading workbooks: the quirks of real files, and what hostile ones may do.
//!
//! Files are made here, so that each test shows the whole of what it is about.

mod any_input;
mod cells;
mod formats;
mod make;
mod package;
mod values;

pub use make::compound;

use renstra::diagnostic::{CellRef, Diagnostic};
use renstra::workbook::{Area, Cell, Date, ReadError, Sheet, Value, Workbook, from_bytes};

fn open(bytes: Vec<u8>) -> Workbook {
    from_bytes("dinas", bytes).expect("a workbook")
}

/// The position of `B12`.
fn at(address: &str) -> CellRef {
    let digits = address.find(|c: char| c.is_ascii_digit()).unwrap();
    let (letters, row) = address.split_at(digits);
    let col = letters
        .bytes()
        .fold(0, |col, letter| col * 26 + u32::from(letter - b'A') + 1);
    CellRef::new(row.parse::<u32>().unwrap() - 1, col - 1)
}

fn cell<'s>(sheet: &'s Sheet, address: &str) -> Option<&'s Cell> {
    sheet.cell.get(&at(address))
}

/// A cell in a few words: `t:` text, `n:` number, `e:` error, `-` for an empty one.
fn shown(sheet: &Sheet, address: &str) -> String {
    match cell(sheet, address).map(|cell| &cell.value) {
        None => "-".to_owned(),
        Some(Value::Text(text)) => format!("t:{text}"),
        Some(Value::Number(number)) => format!("n:{number}"),
        Some(Value::Bool(truth)) => format!("b:{truth}"),
        Some(Value::Error(name)) => format!("e:{name}"),
        Some(Value::NoResult) => "no result".to_owned(),
        Some(Value::Date(Date {
            year,
            month,
            day,
            second,
        })) => {
            format!("d:{year}-{month}-{day}+{second}")
        }
    }
}

fn assert_cells(sheet: &Sheet, expected: &[(&str, &str)]) {
    for (address, value) in expected {
        assert_eq!(&shown(sheet, address), value, "at {address}");
    }
}

fn format_of<'s>(sheet: &'s Sheet, address: &str) -> &'s str {
    cell(sheet, address)
        .and_then(|cell| cell.format.as_deref())
        .unwrap_or("-")
}

fn area(start: &str, end: &str) -> Area {
    Area {
        start: at(start),
        end: at(end),
    }
}

fn notice<'w>(workbook: &'w Workbook, code: &str) -> Option<&'w Diagnostic> {
    workbook
        .notice
        .iter()
        .find(|finding| finding.code.0 == code)
}

fn refused(name: &str, bytes: Vec<u8>) -> Diagnostic {
    match from_bytes(name, bytes) {
        Err(ReadError::Refused(finding)) => *finding,
        other => panic!("not refused: {other:?}"),
    }
}
