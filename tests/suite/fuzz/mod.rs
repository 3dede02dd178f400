//! Whatever an office leaves in a workbook, the program says something and never falls over.
//! What a run finds is kept by proptest beside this file and tried first ever after.

mod long;

use proptest::prelude::*;
use renstra::diagnostic::CellRef;
use renstra::pipeline::{self, Options};
use renstra::workbook::{Area, Cell, Value, Workbook};

use crate::support::{self, source, to_workbook};

/// What is put into a cell.
fn value() -> impl Strategy<Value = Option<Value>> {
    let odd = prop::sample::select(vec![
        "",
        "-",
        "n/a",
        "0",
        "1.234",
        "1,5 M",
        "Rp",
        "#REF!",
        "JUMLAH",
        "Total Program",
        "VISI :",
        "MISI 3 : x",
        "1.02.02.2.01.01",
        "1.02.02 - PROGRAM",
        "X.XX.01",
        "2.15.",
        "Tabel 2.4 Aset",
        "Tahun ke-2",
        "2022",
        "20222",
        "{{ pagu_total(2022) | rupiah }}",
        "{{ x",
        "{% if %}",
        "**",
        "1. a\n2. b",
        "\u{0}",
        "\u{200b}",
        "\u{feff}a",
        "Keterangan: x",
        "NIP. 1",
        "80-85",
        "85%",
        "٣",
        "（１）",
        "=1+1",
        "Kepala Dinas",
        "Sekretariat",
        "Meningkatnya pelayanan angkutan umum",
        "9999999999999999999999999999",
        "1e309",
        "-1",
    ]);
    prop_oneof![
        4 => odd.prop_map(|text| Some(Value::Text(text.to_owned()))),
        2 => ".{0,40}".prop_map(|text| Some(Value::Text(text))),
        1 => any::<i64>().prop_map(|number| Some(Value::Number(number.into()))),
        1 => Just(Some(Value::Number("0.85".parse().unwrap()))),
        1 => Just(Some(Value::Error("#DIV/0!".to_owned()))),
        1 => Just(Some(Value::NoResult)),
        1 => Just(Some(Value::Bool(true))),
        2 => Just(None),
    ]
}

/// A change to a workbook: of a cell, a merged area, or a whole row.
#[derive(Debug, Clone)]
enum Change {
    Cell(usize, u32, u32, Option<Value>),
    Merge(usize, u32, u32, u32, u32),
    Row(usize, u32),
    Swap(usize, u32, u32),
    Text(&'static str, u32, u32, String),
}

impl Change {
    /// A text in the sheet Narasi.
    fn narasi(row: u32, text: String) -> Self {
        Self::Text("Narasi", row, 1, text)
    }
}

fn change() -> impl Strategy<Value = Change> {
    let (sheet, row, col) = (0_usize..20, 0_u32..22, 0_u32..22);
    prop_oneof![
        6 => (sheet.clone(), row.clone(), col.clone(), value()).prop_map(|(s, r, c, v)| Change::Cell(s, r, c, v)),
        1 => (sheet.clone(), row.clone(), col.clone(), 1_u32..6, 1_u32..6)
            .prop_map(|(s, r, c, h, w)| Change::Merge(s, r, c, r + h, c + w)),
        1 => (sheet.clone(), row.clone()).prop_map(|(s, r)| Change::Row(s, r)),
        1 => (sheet, row, col).prop_map(|(s, a, b)| Change::Swap(s, a, b)),
    ]
}

fn apply(workbook: &mut Workbook, change: Change) {
    let count = workbook.sheet.len();
    match change {
        Change::Cell(sheet, row, col, value) => {
            let cell = &mut workbook.sheet[sheet % count].cell;
            match value {
                Some(value) => {
                    cell.insert(
                        CellRef::new(row, col),
                        Cell {
                            value,
                            format: None,
                        },
                    );
                }
                None => {
                    cell.remove(&CellRef::new(row, col));
                }
            }
        }
        Change::Merge(sheet, top, left, bottom, right) => {
            let area = Area {
                start: CellRef::new(top, left),
                end: CellRef::new(bottom, right),
            };
            let sheet = &mut workbook.sheet[sheet % count];
            // The reader never hands out areas that overlap, or cells below one.
            if !sheet.merged.overlaps(&area) {
                sheet
                    .cell
                    .retain(|at, _| *at == area.start || !area.contains(*at));
                sheet.merged.push(area);
                sheet.merged = std::mem::take(&mut sheet.merged).sorted();
            }
        }
        Change::Text(name, row, col, text) => {
            let sheet = workbook
                .sheet
                .iter_mut()
                .find(|sheet| sheet.name.as_ref() == name);
            let cell = Cell {
                value: Value::Text(text),
                format: None,
            };
            sheet.unwrap().cell.insert(CellRef::new(row, col), cell);
        }
        Change::Row(sheet, row) => workbook.sheet[sheet % count]
            .cell
            .retain(|at, _| at.row != row),
        Change::Swap(sheet, a, b) => {
            let cell = &mut workbook.sheet[sheet % count].cell;
            *cell = std::mem::take(cell)
                .into_iter()
                .map(|(at, value)| {
                    let row = if at.row == a {
                        b
                    } else if at.row == b {
                        a
                    } else {
                        at.row
                    };
                    (CellRef::new(row, at.col), value)
                })
                .collect();
        }
    }
}

fn survives(folder: &str, change: Vec<Change>) {
    let grid = source::read(&support::path(folder), None);
    let mut workbook = to_workbook::workbook("dinas.xlsx", &grid);
    for change in change {
        apply(&mut workbook, change);
    }
    let inspection =
        pipeline::inspect_workbook(support::library(), workbook, &Options::default()).unwrap();
    for entry in &inspection.account {
        assert_eq!(entry.seen, entry.used + entry.reported, "{:?}", entry.id);
    }
    inspection.document(true).to_json().unwrap();
    support::print(&inspection.findings);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_change_to_a_plan_is_read_and_said(change in prop::collection::vec(change(), 1..12)) {
        survives("fixtures/small-opd", change);
    }

    #[test]
    fn any_change_to_a_plan_of_the_second_regulation_is_read_and_said(
        change in prop::collection::vec(change(), 1..12)
    ) {
        survives("fixtures/kota-pasuruan/source/dinas-perhubungan-2025", change);
    }
}
