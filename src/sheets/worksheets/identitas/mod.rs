//! Sheet Identitas: label in the first filled column, value right of it.

use std::collections::BTreeMap;

mod label;
mod laws;
mod twice;

use crate::diagnostic::{CellRef, Diagnostic, Diagnostics, Origin, Scope};
use crate::model::{Entry, Identitas, Located, Nip, Periode, Tahap, Tanggal, Worksheet};
use crate::sheets::cell;
use crate::sheets::code;
use crate::sheets::heading;
use crate::sheets::kode_cell;
use crate::sheets::restore::{Habit, Said};
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::stray;
use crate::sheets::table::{Account, Layout};
use crate::workbook::{Cell, Sheet, Value};
pub use label::LABEL;
use label::UNUSED;

/// Printed shape: two columns without a heading.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Identitas,
    tab_alias: &["identitas perangkat daerah", "identitas opd", "data umum"],
    title: &["identitas"],
    column: &[
        Column::new("label", &["Uraian"], &["uraian"], Kind::Text).width(30),
        Column::new("isi", &["Isi"], &["isi"], Kind::Text).width(70),
    ],
};

/// Reads the sheet. Labels left blank continue the list above them.
pub fn read(sheet: &Sheet, account: &mut Vec<Account>, out: &mut Diagnostics) -> Identitas {
    let mut read = Reader {
        identitas: Identitas {
            origin: Some(sheet.origin.clone()),
            ..Identitas::default()
        },
        said: Said::default(),
        used: 0,
        reported: 0,
    };
    let mut current: Option<&'static str> = None;
    let mut region = None;
    let mut outside = right_of_values(sheet);
    let mut taken = Vec::new();
    for (label, value) in pairs(sheet) {
        if let Some((text, origin)) = label {
            let found = label::find(&text);
            current = found.map(|(label, _)| label);
            region = label::region(&text);
            if let Some((label, true)) = found
                && let Some(at) = origin.cell
            {
                read.said.say(Habit::Label, at, &text, label.to_owned());
            }
            if current.is_none() {
                let plain = heading::plain(&text);
                if let Some(at) = value.filter(|_| plain.starts_with("tempat")) {
                    read.used += 1;
                    read.take_place_and_date(sheet, at, out);
                } else if UNUSED.contains(&plain.as_str()) {
                    read.used += usize::from(value.is_some());
                } else if value.is_some() {
                    // A title has nothing next to it and is no label.
                    read.reported += 1;
                    out.emit(label::unknown(&text, origin));
                }
                continue;
            }
            if let (Some(label), None, Some(at)) = (current, value, origin.cell) {
                let beside = sheet.origin.at(at.row, at.col + 1);
                read.identitas.kosong.entry(label).or_insert(beside);
            }
        }
        let (Some(label), Some(at)) = (current, value) else {
            // A value to which no label belongs.
            outside.extend(value);
            continue;
        };
        read.used += 1;
        taken.push((label, at));
        read.take(label, sheet, at, out);
        if let Some(region) = region.filter(|_| label == "Daerah") {
            read.name_region(region);
        }
    }
    read.identitas.dasar_hukum = laws::items(
        std::mem::take(&mut read.identitas.dasar_hukum),
        &mut read.said,
    );
    read.said.tell(sheet, out);
    twice::report(sheet, &taken, out);
    outside.sort();
    stray::report_cells(sheet, outside, out);
    account.push(Account {
        origin: sheet.origin.clone(),
        id: Some(SCHEMA.id),
        seen: read.used + read.reported,
        used: read.used,
        reported: read.reported,
        pagu: BTreeMap::new(),
        tahun_awal: None,
        sumber: None,
        layout: Layout {
            last: sheet.extent().map_or(0, |extent| extent.row),
            ..Layout::default()
        },
    });
    read.identitas
}

/// Cells right of the values.
fn right_of_values(sheet: &Sheet) -> Vec<CellRef> {
    let value: BTreeMap<u32, u32> = pairs(sheet)
        .into_iter()
        .filter_map(|(_, value)| value.map(|at| (at.row, at.col)))
        .collect();
    let is_beside = |at: &&CellRef| value.get(&at.row).is_some_and(|col| at.col > *col);
    sheet.cell.keys().filter(is_beside).copied().collect()
}

/// Labels as the blank sheet has them, with their values; a blank label goes on
/// with the one above. Values that stand in a way of their own, `Pasuruan, 20 September
/// 2021`, are those that [`read`] takes them for.
pub fn migrate(sheet: &Sheet) -> Vec<(String, Cell)> {
    let read = read(sheet, &mut Vec::new(), &mut Diagnostics::new());
    let text = |value: &String| Cell {
        value: Value::Text(value.clone()),
        format: None,
    };
    let one = |value: Option<String>| Vec::from_iter(value);
    let laws = read.dasar_hukum.iter().map(|law| law.value.clone());
    let as_read: Vec<(&str, Vec<String>)> = [
        ("Daerah", one(read.daerah.value().cloned())),
        ("Tempat", one(read.tempat.value().cloned())),
        ("Tanggal", one(read.tanggal.value().map(Tanggal::to_string))),
        ("Dasar Hukum", laws.collect()),
    ]
    .into_iter()
    .filter(|(_, values)| !values.is_empty())
    .collect();
    let mut is_read = false;
    let mut list: Vec<(String, Cell)> = Vec::new();
    for (label, at) in pairs(sheet) {
        let name = label.map(|(text, _)| match label::find(&text) {
            Some((label, _)) => label.to_owned(),
            None => text,
        });
        if let Some(name) = &name {
            is_read = as_read.iter().any(|(label, _)| label == name);
        }
        let cell = at.and_then(|at| sheet.get(at.row, at.col));
        if let Some(cell) = cell.filter(|_| !is_read) {
            list.push((name.unwrap_or_default(), cell.clone()));
        }
    }
    for (label, values) in &as_read {
        let labels = std::iter::once(*label).chain(std::iter::repeat(""));
        list.extend(
            labels
                .zip(values)
                .map(|(label, value)| (label.to_owned(), text(value))),
        );
    }
    list
}

/// Whether a sheet is this one by its labels alone.
pub(in crate::sheets) fn has_labels(sheet: &Sheet) -> bool {
    known_labels(sheet, label_column(sheet)) >= ENOUGH
}

/// Labels that tell the sheet.
const ENOUGH: usize = 6;
/// Columns in front of the labels, of numbers or letters.
const NUMBERING: u32 = 2;

/// The column of the labels: of the first ones that in which most stand.
fn label_column(sheet: &Sheet) -> u32 {
    let first = sheet.cell.keys().map(|at| at.col).min().unwrap_or(0);
    (first..=first.saturating_add(NUMBERING))
        .rev()
        .max_by_key(|col| known_labels(sheet, *col))
        .unwrap_or(first)
}

fn known_labels(sheet: &Sheet, col: u32) -> usize {
    let own = sheet.cell.iter().filter(|(at, _)| at.col == col);
    own.filter(|(_, cell)| match &cell.value {
        Value::Text(text) => label::find(text).is_some(),
        _ => false,
    })
    .count()
}

type Label = Option<(String, Origin)>;

/// Label and place of the value, per row with content.
fn pairs(sheet: &Sheet) -> Vec<(Label, Option<CellRef>)> {
    let Some(extent) = sheet.extent() else {
        return Vec::new();
    };
    let first = label_column(sheet);
    (0..=extent.row)
        .filter_map(|row| {
            let label = sheet.get(row, first).and_then(|cell| match &cell.value {
                Value::Text(text) => Some((text.clone(), sheet.origin.at(row, first))),
                _ => None,
            });
            // A lone colon between label and value is decoration.
            let value = (first + 1..=extent.col).find_map(|col| {
                let cell = sheet.get(row, col)?;
                let colon = matches!(&cell.value, Value::Text(text) if text.trim() == ":");
                (!colon).then_some(CellRef::new(row, col))
            });
            (label.is_some() || value.is_some()).then_some((label, value))
        })
        .collect()
}

struct Reader {
    identitas: Identitas,
    said: Said,
    used: usize,
    reported: usize,
}

impl Reader {
    /// `Banyuwangi, 20 Juni 2025` next to one label; a date without a day is left
    /// out, and missed by the checks.
    fn take_place_and_date(&mut self, sheet: &Sheet, at: CellRef, out: &mut Diagnostics) {
        let Some(found) = sheet.get(at.row, at.col) else {
            return;
        };
        let Entry::Filled(text) = cell::text(found, sheet.at(at), out) else {
            return;
        };
        let (place, date) = text.value.split_once(',').unwrap_or((&text.value, ""));
        let located = |value: &str| Located::new(value.trim().to_owned(), text.origin.clone());
        self.identitas.tempat = Entry::Filled(located(place));
        if let Ok(date) = date.trim().parse::<Tanggal>() {
            self.identitas.tanggal = Entry::Filled(Located::new(date, text.origin.clone()));
        }
    }

    /// `Pasuruan` next to `Pemerintah Kota` is the Kota Pasuruan.
    fn name_region(&mut self, kind: &str) {
        let Entry::Filled(own) = &mut self.identitas.daerah else {
            return;
        };
        let plain = heading::plain(&own.value);
        if ["kota", "kabupaten", "kab", "pemerintah"]
            .iter()
            .any(|word| plain.starts_with(word))
        {
            return;
        }
        let whole = format!("{kind} {}", own.value);
        if let Some(at) = own.origin.cell {
            self.said.say(Habit::Value, at, &own.value, whole.clone());
        }
        own.value = whole;
    }

    /// `Pasuruan, 20 September 2021` next to the label of the place or of the date.
    fn take_both(&mut self, text: &Entry<String>) -> bool {
        let Some(located) = text.located() else {
            return false;
        };
        let Some((place, day)) = located.value.split_once(',') else {
            return false;
        };
        let Ok(date) = day.trim().parse::<Tanggal>() else {
            return false;
        };
        let place = place.trim().to_owned();
        if let Some(at) = located.origin.cell {
            let read = format!("tempat {place}, tanggal {date}");
            self.said.say(Habit::Value, at, &located.value, read);
        }
        let it = &mut self.identitas;
        it.tanggal = Entry::Filled(Located::new(date, located.origin.clone()));
        if it.tempat.value().is_none() {
            it.tempat = Entry::Filled(Located::new(place, located.origin.clone()));
        }
        true
    }

    /// The number of a day that lost its date format.
    fn take_serial(&mut self, value: &Value, origin: &Origin) -> bool {
        let Value::Number(number) = value else {
            return false;
        };
        let whole = number
            .fract()
            .is_zero()
            .then(|| u32::try_from(*number).ok())
            .flatten();
        let Some(date) = whole.and_then(Tanggal::from_serial) else {
            return false;
        };
        if let Some(at) = origin.cell {
            self.said.say(
                Habit::Value,
                at,
                &number.normalize().to_string(),
                date.to_string(),
            );
        }
        self.identitas.tanggal = Entry::Filled(Located::new(date, origin.clone()));
        true
    }

    fn take(&mut self, label: &str, sheet: &Sheet, at: CellRef, out: &mut Diagnostics) {
        let Some(found) = sheet.get(at.row, at.col) else {
            return;
        };
        let origin = sheet.at(at);
        let text = match (label, &found.value) {
            // A kode that is a number has lost its zeros.
            ("Kode Perangkat Daerah" | "Bidang Urusan", Value::Number(_)) => {
                kode_cell::read(found, origin.clone(), out).map(|kode| kode.to_string())
            }
            _ => cell::text(found, origin.clone(), out),
        };
        if matches!(label, "Tempat" | "Tanggal") && self.take_both(&text) {
            return;
        }
        if label == "Tanggal" && self.take_serial(&found.value, &origin) {
            return;
        }
        let it = &mut self.identitas;
        match label {
            "Nama Perangkat Daerah" => it.nama = text,
            "Singkatan" => it.singkatan = text,
            "Kode Perangkat Daerah" => it.kode = text,
            "Bidang Urusan" => it.bidang_urusan.extend(text.located().cloned()),
            "Daerah" => it.daerah = text,
            "Provinsi" => it.provinsi = text,
            "Jabatan Kepala" => it.kepala.jabatan = text,
            "Nama Kepala" => it.kepala.nama = text,
            "Pangkat" => it.kepala.pangkat = text,
            "Tempat" => it.tempat = text,
            "SK Tim Penyusun" => keep(&mut it.proses.sk_tim, text),
            "Berita Acara Forum" => keep(&mut it.proses.forum, text),
            "Berita Acara Verifikasi" => keep(&mut it.proses.verifikasi, text),
            "Lampiran" => it.lampiran.extend(text.located().cloned()),
            "Dasar Hukum" => it.dasar_hukum.extend(text.located().cloned()),
            "NIP" => {
                it.kepala.nip = parsed(text, out, "NIP", "tulis 18 angka sebagai teks", |t| {
                    t.parse::<Nip>().map_err(|e| e.to_string())
                });
            }
            "Periode" => {
                it.periode = parsed(text, out, "periode", "tulis seperti 2021-2026", |t| {
                    t.parse::<Periode>().map_err(|e| e.to_string())
                });
            }
            "Tahap" => {
                let hint = "isi dengan Rancangan Awal, Rancangan, Rancangan Akhir, atau Final; tambahkan kata Perubahan untuk perubahan Renstra";
                let read = parsed(text, out, "tahap", hint, |t| {
                    Tahap::parse(t).ok_or_else(|| "bukan tahap penyusunan Renstra".to_owned())
                });
                it.perubahan = read.value().is_some_and(|(_, changed)| *changed);
                it.tahap = read.map(|(tahap, _)| tahap);
            }
            "Tanggal" => it.tanggal = tanggal(&found.value, text, origin, out),
            _ => {}
        }
    }
}

/// Of several lines the first that says something.
fn keep(entry: &mut Entry<String>, text: Entry<String>) {
    if entry.value().is_none() {
        *entry = text;
    }
}

fn tanggal(
    value: &Value,
    text: Entry<String>,
    origin: Origin,
    out: &mut Diagnostics,
) -> Entry<Tanggal> {
    if let Value::Date(date) = value
        && let Some(value) = Tanggal::from_date(date.year, date.month, date.day)
    {
        return Entry::Filled(Located { value, origin });
    }
    parsed(
        text,
        out,
        "tanggal",
        "tulis seperti 20 September 2021",
        |t| t.parse::<Tanggal>().map_err(|e| e.to_string()),
    )
}

fn parsed<T>(
    text: Entry<String>,
    out: &mut Diagnostics,
    what: &str,
    hint: &str,
    parse: impl FnOnce(&str) -> Result<T, String>,
) -> Entry<T> {
    match text {
        Entry::Missing => Entry::Missing,
        Entry::Empty(origin) => Entry::Empty(origin),
        Entry::Broken(origin) => Entry::Broken(origin),
        Entry::Filled(located) => match parse(&located.value) {
            Ok(value) => Entry::Filled(Located {
                value,
                origin: located.origin,
            }),
            Err(why) => {
                out.emit(
                    Diagnostic::error(
                        code::BAD_VALUE,
                        located.origin.clone(),
                        format!(
                            "{what} \"{}\" tidak dapat dibaca: {why}",
                            cell::short(&located.value)
                        ),
                    )
                    .unprinted(Scope::Cell)
                    .hint(hint),
                );
                Entry::Broken(located.origin)
            }
        },
    }
}
