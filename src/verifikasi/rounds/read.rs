//! The note that came back, however its rows were sorted, filtered or merged.

use std::collections::BTreeMap;

use super::answer::{Answer, Status};
use super::finding;
use super::person::PersonalNote;
use crate::diagnostic::{CellRef, Diagnostics};
use crate::model::text::{one_line, plain};
use crate::model::{Tanggal, number};
use crate::workbook::{Cell, Sheet, Value, Workbook};

/// Headings of the findings, as the note is written.
pub(crate) mod heading {
    pub(crate) const NUMBER: &str = "No";
    pub(crate) const PLACE: &str = "Lembar dan sel";
    pub(crate) const CODE: &str = "Kode";
    pub(crate) const FINDING: &str = "Temuan";
    pub(crate) const STATUS: &str = "Status";
    pub(crate) const ANSWER: &str = "Tanggapan PD";
    pub(crate) const DATE: &str = "Tanggal";
    pub(crate) const BY: &str = "Diperiksa oleh";
    pub(crate) const ROW: &str = "Isi baris";
    pub(crate) const CHAPTER: &str = "Bab/Subbab";
    pub(crate) const NOTE: &str = "Catatan";
}

/// Rows in which the headings are looked for.
const TOP: u32 = 12;

/// A finding of the round before.
#[derive(Debug, Clone)]
pub struct Returned {
    /// Its number in the note.
    pub nomor: Option<u32>,
    /// Code of the rule.
    pub kode: String,
    /// Sheet and cell.
    pub lokasi: String,
    /// What was wrong.
    pub pesan: String,
    /// The texts of its row.
    pub isi_baris: String,
    /// What was written next to it.
    pub jawaban: Answer,
}

/// A note that came back.
#[derive(Debug, Clone, Default)]
pub struct ReturnedNote {
    /// Its file.
    pub berkas: String,
    /// Which round it is of.
    pub putaran: u32,
    /// The agency that it names.
    pub opd: Option<String>,
    /// Its findings.
    pub temuan: Vec<Returned>,
    /// Notes of persons.
    pub catatan: Vec<PersonalNote>,
}

/// Reads a note. `None`, with why in `out`, if it is none.
pub fn read(workbook: &Workbook, out: &mut Diagnostics) -> Option<ReturnedNote> {
    let wanted = [heading::CODE, heading::FINDING, heading::STATUS];
    let found = workbook
        .sheet
        .iter()
        .find_map(|sheet| Some((sheet, table(sheet, &wanted)?)));
    let Some((sheet, table)) = found else {
        out.emit(finding::no_note(&workbook.file));
        return None;
    };
    let mut note = ReturnedNote {
        berkas: workbook.file.to_string(),
        putaran: 1,
        ..ReturnedNote::default()
    };
    let mut stated = None;
    for row in 0..table.top {
        let text = shown_at(sheet, row, 0);
        note.putaran = number_behind(&text, "Putaran ").unwrap_or(note.putaran);
        stated = stated.or(number_behind(&text, "jumlah temuan: "));
        if row == 1 && !text.starts_with('(') {
            note.opd = Some(text).filter(|text| !text.is_empty());
        }
    }
    for row in table.rows(sheet) {
        let kode = table.text(sheet, row, heading::CODE);
        let pesan = table.text(sheet, row, heading::FINDING);
        if kode.is_empty() && pesan.is_empty() {
            continue;
        }
        note.temuan.push(Returned {
            nomor: table.text(sheet, row, heading::NUMBER).parse().ok(),
            kode,
            lokasi: table.text(sheet, row, heading::PLACE),
            pesan,
            isi_baris: table.text(sheet, row, heading::ROW),
            jawaban: answer(&table, sheet, row, out),
        });
    }
    if let Some(stated) = stated {
        let there: Vec<u32> = note.temuan.iter().filter_map(|one| one.nomor).collect();
        let gone: Vec<u32> = (1..=stated)
            .filter(|number| !there.contains(number))
            .collect();
        if !gone.is_empty() {
            let stated = usize::try_from(stated).unwrap_or(usize::MAX);
            out.emit(finding::rows_gone(&sheet.origin, stated, &gone));
        }
    }
    note.catatan = personal(workbook, out);
    Some(note)
}

impl ReturnedNote {
    /// Says if the note is not of this agency.
    pub fn check_agency(&self, own: Option<&str>, out: &mut Diagnostics) {
        if let (Some(theirs), Some(own)) = (self.opd.as_deref(), own)
            && plain(theirs) != plain(own)
        {
            out.emit(finding::other_agency(&self.berkas, theirs, own));
        }
    }
}

fn personal(workbook: &Workbook, out: &mut Diagnostics) -> Vec<PersonalNote> {
    let wanted = [heading::CHAPTER, heading::NOTE];
    let found = workbook
        .sheet
        .iter()
        .find_map(|sheet| Some((sheet, table(sheet, &wanted)?)));
    let Some((sheet, table)) = found else {
        return Vec::new();
    };
    let mut list = Vec::new();
    for row in table.rows(sheet) {
        let catatan = table.text(sheet, row, heading::NOTE);
        if catatan.is_empty() {
            continue;
        }
        list.push(PersonalNote {
            bab: filled(table.text(sheet, row, heading::CHAPTER)),
            catatan,
            jawaban: answer(&table, sheet, row, out),
        });
    }
    list
}

fn answer(table: &Table, sheet: &Sheet, row: u32, out: &mut Diagnostics) -> Answer {
    let status = table.text(sheet, row, heading::STATUS);
    let known = Status::parse(&status);
    if known.is_none() {
        let col = table.col(heading::STATUS).unwrap_or_default();
        out.emit(finding::status_unknown(sheet.origin.at(row, col), &status));
    }
    Answer {
        status: known.unwrap_or_default(),
        tanggapan: filled(table.text(sheet, row, heading::ANSWER)),
        tanggal: filled(table.text(sheet, row, heading::DATE)),
        oleh: filled(table.text(sheet, row, heading::BY)),
    }
}

fn filled(text: String) -> Option<String> {
    (!text.is_empty() && text != "-").then_some(text)
}

/// A table of the note: the row of its headings and their columns.
struct Table {
    top: u32,
    col: BTreeMap<String, u32>,
}

/// The table of a sheet that has all these headings.
fn table(sheet: &Sheet, wanted: &[&str]) -> Option<Table> {
    (0..TOP).find_map(|top| {
        let row = sheet
            .cell
            .range(CellRef::new(top, 0)..CellRef::new(top + 1, 0));
        let col: BTreeMap<String, u32> = row
            .map(|(at, cell)| (plain(&shown(cell)), at.col))
            .collect();
        let has = |heading: &&str| col.contains_key(&plain(heading));
        wanted.iter().all(has).then_some(Table { top, col })
    })
}

impl Table {
    fn col(&self, heading: &str) -> Option<u32> {
        self.col.get(&plain(heading)).copied()
    }

    fn rows(&self, sheet: &Sheet) -> impl Iterator<Item = u32> + use<> {
        let last = sheet.extent().map_or(0, |extent| extent.row);
        self.top + 1..last + 1
    }

    /// The text of a cell; of merged ones that which they share.
    fn text(&self, sheet: &Sheet, row: u32, heading: &str) -> String {
        self.col(heading).map_or(String::new(), |col| {
            let at = sheet.anchor(row, col);
            // Merged by hand over several rows, the answer is that of each of them; what
            // was merged over columns stands in the first.
            shown_at(sheet, at.row, at.col)
        })
    }
}

fn shown_at(sheet: &Sheet, row: u32, col: u32) -> String {
    sheet.get(row, col).map(shown).unwrap_or_default()
}

fn shown(cell: &Cell) -> String {
    match &cell.value {
        Value::Text(text) => one_line(text),
        Value::Number(number) => number::print_plain(*number),
        Value::Bool(yes) => if *yes { "ya" } else { "tidak" }.to_owned(),
        Value::Date(date) => {
            let year = u16::try_from(date.year).unwrap_or_default();
            let day = Tanggal::new(date.day, date.month, year);
            day.map(|day| day.to_string()).unwrap_or_default()
        }
        Value::Error(_) | Value::NoResult => String::new(),
    }
}

/// The number that stands behind some words.
fn number_behind(text: &str, words: &str) -> Option<u32> {
    let (_, rest) = text.split_once(words)?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}
