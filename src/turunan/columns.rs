//! The columns of a printed table: as wide as what they hold asks for.

use serde::Serialize;

use super::tabel::{Gaya, Kepala, Row, Sel, Tabel};
use crate::measure::{Cell, Faces, Paper, Sheet, Table, Weight, plan};

/// How a table is set.
#[derive(Debug, Serialize)]
pub(super) struct TableLayout {
    /// Type size, in points.
    ukuran: f64,
    /// Widths of the columns, in points.
    lebar: Vec<f64>,
}

/// What a column without a text has room for: somebody will write into it.
const ROOM: &str = "000.000.000";
/// Smallest letters of a table, in hundredths of a point.
const SMALLEST: u32 = 700;

/// Measures a table for pages of this room, and writes into its texts where their lines
/// may end.
pub(super) fn set(tabel: &mut Tabel, faces: &Faces, paper: Paper) -> TableLayout {
    let mut shown: Vec<Vec<String>> = tabel.baris.iter().map(texts).collect();
    for column in 0..tabel.kolom.len() {
        let mut cells: Vec<&mut String> = shown
            .iter_mut()
            .filter_map(|row| row.get_mut(column))
            .collect();
        if cells.iter().all(|text| text.is_empty())
            && let Some(first) = cells.first_mut()
        {
            ROOM.clone_into(first);
        }
    }
    let table = Table {
        kind: (0..tabel.kolom.len()).collect(),
        wish: Vec::new(),
        heading: tabel
            .kepala
            .iter()
            .map(|row| row.iter().map(heading).collect())
            .collect(),
        body: tabel
            .baris
            .iter()
            .zip(&shown)
            .map(|(row, texts)| cells(row, texts))
            .collect(),
        repeated: 1,
        alone: None,
    };
    // The form says which way the page is turned.
    let sheet = Sheet {
        upright: paper,
        turned: paper,
        smallest: SMALLEST,
    };
    let plan = plan(&table, faces, &sheet);
    let mut texts = plan.texts.into_iter();
    for (cell, text) in tabel.kepala.iter_mut().flatten().zip(texts.by_ref()) {
        if let Some(text) = text {
            cell.teks = text;
        }
    }
    let cells = tabel.baris.iter_mut().flat_map(|row| &mut row.sel);
    for (cell, text) in cells.zip(texts) {
        if let (Sel::Teks(own), Some(text)) = (cell, text) {
            *own = text;
        }
    }
    let points = |hundredths: u32| f64::from(hundredths) / 100.0;
    TableLayout {
        ukuran: points(plan.size),
        lebar: plan.columns.into_iter().map(points).collect(),
    }
}

fn texts(row: &Row) -> Vec<String> {
    let text = |sel: &Sel| match sel {
        Sel::Kosong => String::new(),
        Sel::Teks(text) => text.clone(),
        Sel::Uang(amount) => amount.to_string(),
    };
    row.sel.iter().map(text).collect()
}

fn heading(cell: &Kepala) -> Cell<'_> {
    Cell {
        text: &cell.teks,
        weight: Weight::Bold,
        whole: false,
        indent: 0,
        columns: usize::from(cell.kolom),
        rows: usize::from(cell.baris),
    }
}

fn cells<'t>(row: &Row, texts: &'t [String]) -> Vec<Cell<'t>> {
    let weight = match row.gaya {
        Gaya::Induk | Gaya::Anak => Weight::Bold,
        Gaya::Biasa => Weight::Regular,
    };
    let cell = |(sel, text): (&Sel, &'t String)| Cell {
        text,
        weight,
        whole: matches!(sel, Sel::Uang(_)),
        indent: 0,
        columns: 1,
        rows: 1,
    };
    row.sel.iter().zip(texts).map(cell).collect()
}
