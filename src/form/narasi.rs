//! The sheet Narasi of a blank workbook.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::page::{self, Side};
use super::table::{add_note, base, body, head};
use super::{hint, note};
use crate::model::Worksheet as Lembar;
use crate::regulation::{Regulation, Slot};
use crate::sheets::migrate::MigratedRow;
use crate::sheets::schema::Kind;
use crate::sheets::worksheets::narasi;
use crate::workbook::{Value, row_height};

/// Letters that the columns of Narasi are wide.
const LABEL: usize = 50;
const TEXT: usize = 96;

/// Writes the sheet: a row for each text that the regulation has a place for, and what a
/// workbook that is carried over said there.
pub(super) fn write(
    sheet: &mut Worksheet,
    regulation: &Regulation,
    known: &[MigratedRow],
) -> Result<(), XlsxError> {
    sheet
        .set_name(Lembar::Narasi.tab())?
        .set_column_width(0, u32::try_from(LABEL).unwrap_or_default())?
        .set_column_width(1, u32::try_from(TEXT).unwrap_or_default())?;
    let schema = crate::sheets::schema(Lembar::Narasi);
    for (col, label) in [(0_u16, "Subbab"), (1, "Isi")] {
        sheet.write_string_with_format(0, col, label, &head())?;
        let key = if col == 0 { "subbab" } else { "isi" };
        if let Some(column) = schema.find(key) {
            add_note(sheet, 0, col, note::note(column))?;
        }
    }
    let mut taken = vec![false; known.len()];
    let mut row = 1;
    for (place, title) in slots(regulation) {
        let slot = &place.id;
        sheet.write_string_with_format(row, 0, &title, &body(Kind::Text))?;
        add_note(sheet, row, 0, hint::hint(regulation, &place))?;
        let mut isi: Vec<String> = Vec::new();
        let mut own = false;
        for (at, line) in known.iter().enumerate() {
            if let Some(name) = shown(line, "subbab") {
                own = narasi::slot(&name) == *slot;
            }
            if own {
                taken[at] = true;
                isi.extend(shown(line, "isi"));
            }
        }
        let isi = isi.join("\n\n");
        sheet.set_row_height(
            row,
            row_height([(title.as_str(), LABEL), (isi.as_str(), TEXT)]),
        )?;
        sheet.write_string_with_format(row, 1, isi, &body(Kind::Text))?;
        row += 1;
    }
    // What the regulation has no place for is kept, so that nothing is lost.
    for (line, _) in known.iter().zip(&taken).filter(|(_, taken)| !**taken) {
        for (col, key) in [(0_u16, "subbab"), (1, "isi")] {
            if let Some(text) = shown(line, key) {
                sheet.write_string_with_format(row, col, text, &body(Kind::Text))?;
            }
        }
        row += 1;
    }
    sheet.set_column_format(1, &base().set_unlocked())?;
    sheet.set_freeze_panes(1, 0)?;
    page::setup(sheet, Side::Turned, Some(0))?;
    Ok(())
}

/// Slots of the sheet Narasi with the words that name them there.
fn slots(regulation: &Regulation) -> Vec<(Slot, String)> {
    let mut list: Vec<(Slot, String)> = regulation
        .slot()
        .into_iter()
        .map(|slot| {
            let title = if slot.interpretasi {
                let kode = regulation
                    .tabel
                    .get(&slot.id)
                    .and_then(|tabel| tabel.kode.clone());
                let name = kode.unwrap_or_else(|| slot.id.replace('-', " "));
                format!("Interpretasi {name}")
            } else {
                slot.judul.clone()
            };
            (slot, title)
        })
        .collect();
    list.dedup_by(|a, b| a.0.id == b.0.id && a.1 == b.1);
    list
}

fn shown(row: &MigratedRow, key: &'static str) -> Option<String> {
    match &row.get(&(key, None))?.value {
        Value::Text(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
