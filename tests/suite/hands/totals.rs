//! Rows of totals, and rows that only help to reckon.

use renstra::diagnostic::CellRef;
use renstra::workbook::Value;
use serde_json::Value as Json;

use super::typed::{Regulation, Typed, text};
use super::{Expect, Way, both, kode, only, take_out};

/// A total below the main table: the money of its first level, added up.
fn total(t: &mut Typed, row: u32, label: &str) {
    let name = t.main();
    let col = kode::column(t);
    let sheet = t.get(name).clone();
    let mut sum = std::collections::BTreeMap::new();
    for (at, cell) in &sheet.cell {
        let Some(amount) = super::typed::money(cell).filter(|_| at.row != row) else {
            continue;
        };
        let own = sheet.get(at.row, col).and_then(text).unwrap_or_default();
        let own = own.split(' ').next().unwrap_or_default();
        if own.matches('.').count() == 2 {
            *sum.entry(at.col).or_insert(0) += amount;
        }
    }
    t.put_text(name, row, col, label);
    for (at, amount) in sum {
        t.put(name, row, at, Value::Number(amount.into()));
    }
}

/// A total behind the rows of each programme: its own money again.
fn totals(t: &mut Typed, label: impl Fn(&str) -> String) {
    let name = t.main();
    let col = kode::column(t);
    let sheet = t.get(name).clone();
    let kode = |row: u32| {
        let own = sheet.get(row, col).and_then(text).unwrap_or_default();
        let own = own.split(' ').next().unwrap_or_default();
        own.contains('.').then(|| own.to_owned())
    };
    let (first, last) = (t.first(name), t.last(name));
    let program: Vec<u32> = (first..=last)
        .filter(|row| kode(*row).is_some_and(|kode| kode.matches('.').count() == 2))
        .collect();
    let mut end: Vec<u32> = program.iter().skip(1).map(|row| row - 1).collect();
    end.push(last);
    for (row, mut end) in program.into_iter().zip(end).rev() {
        // Goals stand above their programmes.
        while (0..col).any(|col| {
            sheet
                .get(end, col)
                .is_some_and(|cell| text(cell).is_some_and(|text| text.contains(' ')))
        }) {
            end -= 1;
        }
        t.insert_rows(name, end + 1, 1);
        t.put_text(name, end + 1, col, &label(&kode(row).unwrap()));
        for (at, cell) in sheet
            .cell
            .range(CellRef::new(row, 0)..CellRef::new(row + 1, 0))
        {
            if super::typed::money(cell).is_some() {
                t.sheet(name)
                    .cell
                    .insert(CellRef::new(end + 1, at.col), cell.clone());
            }
        }
    }
}

pub fn ways() -> Vec<Way> {
    vec![
        both(
            "rows: a total below the table",
            Expect::Printed(without_totals),
            |t| {
                let row = t.last(t.main()) + 1;
                total(t, row, "JUMLAH");
            },
        ),
        both(
            "rows: a total of spending below the table",
            Expect::Printed(without_totals),
            |t| {
                let row = t.last(t.main()) + 1;
                total(t, row, "TOTAL BELANJA PERANGKAT DAERAH");
            },
        ),
        both(
            "rows: a total behind each programme",
            Expect::Printed(without_totals),
            |t| totals(t, |_| "JUMLAH PROGRAM".to_owned()),
        ),
        both(
            "rows: a sub total with its kode behind each programme",
            Expect::Printed(without_totals),
            |t| totals(t, |kode| format!("Sub Total {kode}")),
        ),
        both(
            "rows: the agency's own row above its programmes",
            Expect::Named("N013"),
            |t| {
                let name = t.main();
                let col = match t.regulation {
                    Regulation::Permendagri86 => t.column(name, "Program"),
                    Regulation::Inmendagri2 => t.column(name, "Bidang"),
                };
                let row = t.first(name) + 1;
                t.insert_rows(name, row, 1);
                t.put_text(name, row, col, "DINAS CONTOH");
            },
        ),
        both(
            "rows: a total that counts the programmes and is wrong",
            Expect::Named("R026"),
            |t| {
                let row = t.last(t.main()) + 1;
                total(t, row, "JUMLAH : 5 program");
                let name = t.main();
                let mut cell = t.sheet(name).cell.range_mut(CellRef::new(row, 0)..);
                let amount = cell.find_map(|(_, cell)| match &mut cell.value {
                    Value::Number(amount) => Some(amount),
                    _ => None,
                });
                *amount.unwrap() += rust_decimal::Decimal::ONE_THOUSAND;
            },
        ),
        both(
            "rows: a total that is wrong by 1.000",
            Expect::Named("R026"),
            |t| {
                let row = t.last(t.main()) + 1;
                total(t, row, "JUMLAH");
                let name = t.main();
                let mut cell = t.sheet(name).cell.range_mut(CellRef::new(row, 0)..);
                let amount = cell.find_map(|(_, cell)| match &mut cell.value {
                    Value::Number(amount) => Some(amount),
                    _ => None,
                });
                *amount.unwrap() += rust_decimal::Decimal::ONE_THOUSAND;
            },
        ),
        only(
            Regulation::Inmendagri2,
            "rows: hidden ones that help to reckon",
            Expect::Named("R026"),
            |t| {
                let name = t.main();
                let money: Vec<u32> = {
                    let sheet = t.get(name);
                    let mut list: Vec<u32> = sheet
                        .cell
                        .iter()
                        .filter(|(_, cell)| super::typed::money(cell).is_some())
                        .map(|(at, _)| at.col)
                        .collect();
                    list.sort_unstable();
                    list.dedup();
                    list
                };
                let row = t.first(name) + 10;
                t.insert_rows(name, row, 1);
                for col in money {
                    t.put(name, row, col, Value::Number(12_345_678.into()));
                }
                t.sheet(name).hidden_row = vec![row];
            },
        ),
        both("rows: signatures in two columns below", Expect::Same, |t| {
            for name in [t.main(), t.goals()] {
                let row = t.last(name) + 2;
                for (row, left, right) in [
                    (row, "Mengetahui,", "Pasuruan, 20 September 2021"),
                    (row + 1, "Sekretaris", "Kepala Subbagian Program"),
                    (row + 5, "NAMA SATU", "NAMA DUA"),
                ] {
                    t.put_text(name, row, 1, left);
                    t.put_text(name, row, 6, right);
                }
            }
        }),
        both(
            "rows: a total as the first row",
            Expect::Printed(without_totals),
            |t| {
                let row = t.first(t.main());
                t.insert_rows(t.main(), row, 1);
                total(t, row, "JUMLAH");
            },
        ),
    ]
}

/// A document without the rows of totals: where the office typed one, it is printed.
fn without_totals(data: &mut Json) {
    take_out(data, "jumlah");
    rows_without_totals(data);
}

fn rows_without_totals(data: &mut Json) {
    match data {
        Json::Array(list) => {
            list.retain(|json| json.get("jenis").and_then(Json::as_str) != Some("jumlah"));
            list.iter_mut().for_each(rows_without_totals);
        }
        Json::Object(map) => map.values_mut().for_each(rows_without_totals),
        _ => {}
    }
}
