//! What a sheet must show beyond ordinary headings to be known by its headings
//! alone. `Uraian`, `Jumlah` and years stand over any table: a recap of money or a
//! list of goods must not be printed as a table that the regulation describes.

use super::header_columns::Header;
use super::heading;
use super::schema::Schema;
use super::table::Table;
use crate::diagnostic::CellRef;
use crate::model::Worksheet;
use crate::workbook::{Sheet, Value};

/// Words of a text that is no name, amount or mark.
const WORDS: usize = 3;

/// Whether the headings, or what stands below them, can be no other table.
pub(super) fn is_enough(sheet: &Sheet, schema: &'static Schema, header: &Header) -> bool {
    let has = |list: &[&str]| list.iter().any(|key| header.has(key));
    match schema.id {
        Worksheet::Penahapan => {
            names(sheet, header, &["tahap", "penahapan"]) || holds_words(sheet, schema, header)
        }
        Worksheet::Pegawai => has(&["laki_laki", "perempuan"]),
        Worksheet::Sarana => {
            has(&["baik", "cukup", "kurang"])
                || names(
                    sheet,
                    header,
                    &["jenis sarana", "sarana", "nama barang", "aset", "asset"],
                )
        }
        Worksheet::IsuStrategis => {
            has(&["urgency", "seriousness", "growth"]) || names(sheet, header, &["isu strategis"])
        }
        // A table of stages may have the same columns.
        Worksheet::ArahKebijakanTahun => {
            names(sheet, header, &["arah kebijakan"]) && !names(sheet, header, &["tahap"])
        }
        Worksheet::CapaianSpm => names(
            sheet,
            header,
            &[
                "jenis pelayanan dasar",
                "jenis layanan dasar",
                "indikator spm",
            ],
        ),
        Worksheet::Prioritas => {
            has(&["outcome", "output"]) || names(sheet, header, &["program prioritas"])
        }
        _ => true,
    }
}

/// Whether a cell of the heading begins with one of the words.
fn names(sheet: &Sheet, header: &Header, word: &[&str]) -> bool {
    let rows = CellRef::new(header.top, 0)..CellRef::new(header.body, 0);
    sheet.cell.range(rows).any(|(_, cell)| {
        let Value::Text(text) = &cell.value else {
            return false;
        };
        let plain = heading::plain(text);
        word.iter().any(|word| {
            let rest = plain.strip_prefix(word);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
    })
}

/// Whether the columns of years hold sentences, and no number.
fn holds_words(sheet: &Sheet, schema: &'static Schema, header: &Header) -> bool {
    let table = Table::new(sheet, schema, header.clone());
    let row: Vec<u32> = table.rows().collect();
    let year = header.yearly.values().flat_map(|year| year.values());
    let (mut sentence, mut other) = (0_usize, 0_usize);
    for col in year {
        for row in &row {
            match sheet.get(*row, *col).map(|cell| &cell.value) {
                Some(Value::Text(text)) if text.split_whitespace().count() >= WORDS => {
                    sentence += 1;
                }
                Some(Value::Text(_)) => other += 1,
                Some(_) => return false,
                None => {}
            }
        }
    }
    sentence > other
}
