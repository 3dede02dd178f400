//! A folder of CSVs and a `narasi.md` to the sheets of a workbook.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use renstra::model::Worksheet;
use renstra::sheets::{self, schema::Schema};

use super::grid::{self, Grid, Rows};

/// The sheets of an agency in the order of a blank workbook. Files of `over`
/// stand in the place of those of `base`, so that a case shows only what differs. Without
/// the sheet of pictures: they lie next to a file, and a workbook in memory has no place.
pub fn read(base: &Path, over: Option<&Path>) -> Vec<Grid> {
    read_but(base, over, &[Worksheet::Gambar])
}

/// The same with the sheet of pictures, for a workbook that becomes a file next to them.
pub fn read_whole(base: &Path) -> Vec<Grid> {
    read_but(base, None, &[])
}

fn read_but(base: &Path, over: Option<&Path>, left_out: &[Worksheet]) -> Vec<Grid> {
    let file = |name: &str| {
        over.map(|folder| folder.join(name))
            .filter(|path| path.is_file())
            .unwrap_or_else(|| base.join(name))
    };
    let identitas = rows(&file("identitas.csv"));
    let label = |wanted: &str| -> String {
        let found = identitas.row.iter().find(|row| row["label"] == wanted);
        found.map(|row| row["isi"].clone()).unwrap_or_default()
    };
    // Plans from 2025 on look back at the year before them, older ones at their first.
    let first: u16 = label("Periode")
        .get(..4)
        .and_then(|year| year.parse().ok())
        .unwrap_or(0);
    let base_year = if first < 2025 { first } else { first - 1 }.to_string();
    let mut list = vec![identitas_sheet(&identitas)];
    let narasi = file("narasi.md");
    if narasi.is_file() {
        list.push(narasi_sheet(&fs::read_to_string(narasi).unwrap()));
    }
    for schema in sheets::ALL {
        let path = file(&format!("{}.csv", schema.id.id()));
        let known = matches!(schema.id, Worksheet::Identitas | Worksheet::Narasi);
        if known || left_out.contains(&schema.id) || !path.is_file() {
            continue;
        }
        // An empty file in a case says that the worksheet is missing.
        if fs::metadata(&path).unwrap().len() == 0 {
            continue;
        }
        let title = title(schema, &label("Nama Perangkat Daerah"), &label("Daerah"));
        list.push(grid::table(schema, &title, &base_year, &rows(&path)));
    }
    let own = file("tambahan.csv");
    if own.is_file() {
        list.push(tambahan(&own));
    }
    list
}

/// The sheets of the RPJMD workbook of a folder, as [`read`].
pub fn read_rpjmd(base: &Path, over: Option<&Path>) -> Vec<Grid> {
    let file = |name: &str| {
        over.map(|folder| folder.join(name))
            .filter(|path| path.is_file())
            .unwrap_or_else(|| base.join(name))
    };
    let mut list = vec![identitas_sheet(&rows(&file("identitas.csv")))];
    for schema in sheets::rpjmd::ALL.into_iter().skip(1) {
        let path = file(&format!("{}.csv", schema.id.id()));
        if !path.is_file() {
            continue;
        }
        let title = [schema.tab().to_uppercase()];
        list.push(grid::table(schema, &title, "2021", &rows(&path)));
    }
    list
}

/// A table of the agency's own: its first record is the caption.
fn tambahan(path: &Path) -> Grid {
    let mut grid = empty("Lampiran Pegawai", vec![8, 30, 12, 12, 12]);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_path(path)
        .unwrap();
    for (row, record) in (0..).zip(reader.records()) {
        // A blank row stands between caption and heading.
        let row = if row == 0 { 0 } else { row + 1 };
        for (col, text) in (0..).zip(record.unwrap().iter()) {
            match text.parse() {
                Ok(number) => {
                    grid.cell
                        .insert((row, col), super::grid::Content::Number(number));
                }
                Err(_) => grid.text(row, col, text),
            }
        }
    }
    grid
}

pub fn title(schema: &Schema, opd: &str, daerah: &str) -> Vec<String> {
    let first = match schema.id.id().strip_prefix("t-") {
        Some(_) => format!("Tabel {}", schema.tab()),
        None => schema.tab().to_owned(),
    };
    vec![
        first.to_uppercase(),
        format!("{opd} {daerah}").to_uppercase(),
    ]
}

/// Rows of a CSV.
pub fn rows(path: &Path) -> Rows {
    let mut reader =
        csv::Reader::from_path(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let key: Vec<String> = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    let row = reader
        .records()
        .map(|record| {
            let record = record.unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            key.iter()
                .cloned()
                .zip(record.iter().map(str::to_owned))
                .collect()
        })
        .collect();
    Rows { key, row }
}

fn identitas_sheet(rows: &Rows) -> Grid {
    let mut grid = empty("Identitas", vec![30, 80]);
    grid.text(0, 0, "IDENTITAS PERANGKAT DAERAH");
    for (at, row) in rows.row.iter().enumerate() {
        let at = u32::try_from(at).unwrap() + 2;
        grid.text(at, 0, &row["label"]);
        grid.text(at, 1, &row["isi"]);
    }
    grid
}

fn narasi_sheet(markdown: &str) -> Grid {
    let mut grid = empty("Narasi", vec![18, 120]);
    grid.text(0, 0, "Subbab");
    grid.text(0, 1, "Isi");
    grid.heading = (0, 0);
    let text = format!("\n{markdown}");
    for (row, section) in (1..).zip(text.split("\n## ").skip(1)) {
        let (slot, isi) = section.split_once('\n').unwrap_or((section, ""));
        grid.text(row, 0, slot.trim());
        grid.text(row, 1, isi.trim());
    }
    grid
}

fn empty(name: &str, width: Vec<u16>) -> Grid {
    Grid {
        name: name.to_owned(),
        cell: BTreeMap::new(),
        merge: Vec::new(),
        width,
        heading: (0, 0),
    }
}
