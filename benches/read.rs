//! Reading a large worksheet next to calamine: `cargo bench --bench read`.
//!
//! 10,000 rows of 30 columns of words and numbers, as one `.xlsx`. The program's reader also
//! takes number formats, merged areas and hidden rows, which calamine leaves to its callers.

#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::io::Cursor;
use std::time::{Duration, Instant};

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::Workbook;

const ROWS: u32 = 10_000;
const COLUMNS: u16 = 30;
const RUNS: usize = 7;

fn main() {
    let bytes = workbook();
    let ours = median(|| {
        let workbook = renstra::workbook::from_bytes("besar.xlsx", bytes.clone()).unwrap();
        workbook.sheet.iter().map(|sheet| sheet.cell.len()).sum()
    });
    let theirs = median(|| {
        let mut workbook = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
        let range = workbook.worksheet_range("Tabel").unwrap();
        range
            .cells()
            .filter(|(_, _, value)| **value != Data::Empty)
            .count()
    });
    println!("sel            {:>9}", ROWS * u32::from(COLUMNS));
    println!("renstra ms     {:>9.0}", ours.as_secs_f64() * 1_000.0);
    println!("calamine ms    {:>9.0}", theirs.as_secs_f64() * 1_000.0);
    println!(
        "renstra ÷ calamine {:>5.2}",
        ours.as_secs_f64() / theirs.as_secs_f64()
    );
}

fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Tabel").unwrap();
    for row in 0..ROWS {
        for col in 0..COLUMNS {
            if col % 3 == 0 {
                let text = format!("Uraian kegiatan {row} kolom {col}");
                sheet.write_string(row, col, text).unwrap();
            } else {
                sheet
                    .write_number(row, col, f64::from(row) * 1_000.0 + f64::from(col))
                    .unwrap();
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

fn median(mut run: impl FnMut() -> usize) -> Duration {
    let mut time: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            assert_eq!(run(), ROWS as usize * usize::from(COLUMNS));
            start.elapsed()
        })
        .collect();
    time.sort_unstable();
    time[RUNS / 2]
}
