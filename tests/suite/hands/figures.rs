//! Targets and other figures that are no money.

use renstra::workbook::{Cell, Value};
use rust_decimal::Decimal;

use serde_json::Value as Json;

use super::typed::{Part, Regulation, Typed, text, typed};
use super::{Expect, Way, both, edit_texts, only, take_out};
use crate::support::to_workbook;

/// The number of a cell in the General format: a target, a count.
fn number(cell: &Cell) -> Option<Decimal> {
    match &cell.value {
        Value::Number(number) if cell.format.is_none() => Some(*number),
        _ => None,
    }
}

/// Changes every number that is no money.
fn edit(t: &mut Typed, f: impl Fn(Decimal) -> Option<Value>) {
    for name in t.tables() {
        t.edit(&name, Part::Body, |_, cell| number(cell).and_then(&f));
    }
}

/// Changes the figures of rows whose unit is per cent: cell by cell, with its number.
fn per_cent(t: &mut Typed, f: impl Fn(&mut Cell, Decimal)) {
    for name in with_unit(t) {
        per_cent_of(t, &name, 0, &f);
    }
}

/// The same of one table's columns from one on.
fn per_cent_of(t: &mut Typed, name: &str, from: u32, f: impl Fn(&mut Cell, Decimal)) {
    let (unit, first) = (t.column(name, "Satuan"), t.first(name));
    let sheet = t.get(name).clone();
    for (at, cell) in &mut t.sheet(name).cell {
        let own = sheet.get(at.row, unit).and_then(text);
        if at.row >= first
            && at.col > unit
            && at.col >= from
            && own == Some("%")
            && let Some(number) = number(cell)
        {
            f(cell, number);
        }
    }
}

/// A number as a cell that shows it as per cent.
fn as_per_cent(cell: &mut Cell, number: Decimal) {
    cell.value = Value::Number(number / Decimal::ONE_HUNDRED);
    let digits = usize::try_from(number.normalize().scale()).unwrap();
    cell.format = Some(to_workbook::percent_format(digits).into());
}

/// Tables with a column of units.
fn with_unit(t: &Typed) -> Vec<String> {
    let mut list = t.tables();
    list.retain(|name| {
        let mut cell = t.get(name).cell.values();
        cell.any(|cell| text(cell) == Some("Satuan"))
    });
    list
}

/// The unit behind each figure of the main table in place of its column.
fn unit_in_target(t: &mut Typed, f: impl Fn(&str) -> bool) {
    let name = t.main();
    let (unit, first) = (t.column(name, "Satuan"), t.first(name));
    let sheet = t.get(name).clone();
    t.edit(name, Part::Body, |at, cell| {
        let own = sheet.get(at.row, unit).and_then(text)?;
        let number = number(cell).filter(|_| at.col > unit && f(own))?;
        Some(typed(format!("{number} {own}").replace('.', ",")))
    });
    let taken = |row: u32| sheet.get(row, unit).and_then(text).is_some_and(&f);
    let gone = |row: u32| row >= first && taken(row);
    t.sheet(name)
        .cell
        .retain(|at, _| at.col != unit || !gone(at.row));
}

/// A document whose figures have no sign of per cent behind them, and in which the
/// widths of columns that follow from it are left out.
fn without_sign(data: &mut Json) {
    edit_texts(data, |text| {
        let text = text.replace("(persen)", "(%)");
        let bare = text.trim_end_matches("persen").trim_end_matches('%');
        bare.trim_end().to_owned()
    });
    take_out(data, "kata");
}

/// A document whose figures have no zeros behind their decimals.
fn without_zeros(data: &mut Json) {
    edit_texts(data, |text| {
        let mut out = String::new();
        for part in text.split_inclusive([' ', '%']) {
            let end = part.trim_end_matches([' ', '%']).len();
            let (number, rest) = part.split_at(end);
            let decimals = number.rsplit_once(',').map(|(_, decimals)| decimals);
            let counts = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
            if decimals.is_some_and(counts) {
                out.push_str(number.trim_end_matches('0').trim_end_matches(','));
            } else {
                out.push_str(number);
            }
            out.push_str(rest);
        }
        out
    });
    take_out(data, "kata");
}

/// A document without either.
fn without_form(data: &mut Json) {
    without_sign(data);
    without_zeros(data);
}

pub fn ways() -> Vec<Way> {
    use Expect::{Named, Printed, Said, Same};
    vec![
        both(
            "figures: fractions shown as per cent",
            Printed(without_sign),
            |t| per_cent(t, as_per_cent),
        ),
        only(
            Regulation::Permendagri86,
            "figures: results as per cent beside targets as numbers",
            Printed(without_form),
            |t| {
                let from = t.column("T-C.23", "Realisasi");
                per_cent_of(t, "T-C.23", from, as_per_cent);
            },
        ),
        both("figures: counts with their word", Said("S050"), |t| {
            for (name, heading, word) in
                [("Sarana", "Jumlah", "unit"), ("Pegawai", "Jumlah", "orang")]
            {
                let col = t.column(name, heading);
                t.edit(name, Part::Body, |at, cell| {
                    let number = number(cell).filter(|_| at.col == col)?;
                    Some(typed(format!("{number} {word}")))
                });
            }
        }),
        both("figures: a count with another word", Named("S014"), |t| {
            let (row, col) = (t.first("Sarana"), t.column("Sarana", "Jumlah"));
            t.put_text("Sarana", row, col, "1 rusak");
        }),
        both("figures: a target shown as a word", Named("S046"), |t| {
            let name = t.goals();
            let unit = t.column(name, "Satuan");
            let first = t.first(name);
            let sheet = t.sheet(name);
            let mut cells = sheet.cell.iter_mut();
            let target =
                cells.find(|(at, cell)| at.row >= first && at.col > unit && number(cell).is_some());
            target.unwrap().1.format = Some("\"WTP\"".into());
        }),
        both("figures: 1.234 as text", Named("S013"), |t| {
            let (name, unit) = (t.goals(), t.column(t.goals(), "Satuan"));
            let mut done = false;
            t.edit(name, Part::Body, |at, cell| {
                number(cell).filter(|_| !done && at.col > unit)?;
                done = true;
                Some(typed("1.234"))
            });
        }),
        both("figures: a count of 1.234 as text", Named("S013"), |t| {
            let (row, col) = (t.first("Sarana"), t.column("Sarana", "Jumlah"));
            t.put_text("Sarana", row, col, "1.234");
        }),
        both("figures: 85%", Printed(without_sign), |t| {
            per_cent(t, |cell, number| {
                cell.value = typed(format!("{number}%").replace('.', ","));
            });
        }),
        both("figures: 85 %", Named("R073"), |t| {
            per_cent(t, |cell, number| {
                cell.value = typed(format!("{number} %").replace('.', ","));
            });
        }),
        both("figures: persen as the unit", Printed(without_sign), |t| {
            for name in with_unit(t) {
                t.edit_text(&name, Part::Body, |_, text| {
                    (text == "%").then(|| "persen".to_owned())
                });
            }
        }),
        both(
            "figures: per cent in the target alone",
            Named("R060"),
            |t| {
                unit_in_target(t, |unit| unit == "%");
            },
        ),
        both(
            "figures: every unit in the target alone",
            Named("R060"),
            |t| {
                unit_in_target(t, |_| true);
            },
        ),
        both(
            "figures: whole ones shown with two decimals",
            Printed(without_zeros),
            |t| {
                for name in with_unit(t) {
                    let (unit, first) = (t.column(&name, "Satuan"), t.first(&name));
                    for (at, cell) in &mut t.sheet(&name).cell {
                        let whole = number(cell).is_some_and(|number| number.is_integer());
                        if at.row >= first && at.col > unit && whole {
                            cell.format = Some("0.00".into());
                        }
                    }
                }
            },
        ),
        both(
            "figures: whole ones as text with two decimals",
            Printed(without_zeros),
            |t| {
                for name in with_unit(t) {
                    let unit = t.column(&name, "Satuan");
                    t.edit(&name, Part::Body, |at, cell| {
                        let number = number(cell).filter(Decimal::is_integer)?;
                        (at.col > unit).then(|| typed(format!("{number},00")))
                    });
                }
            },
        ),
        both(
            "figures: dust of a calculation that the format hides",
            Same,
            |t| {
                for name in with_unit(t) {
                    for cell in t.sheet(&name).cell.values_mut() {
                        if let Some(number) = number(cell).filter(|number| !number.is_integer()) {
                            cell.value = Value::Number(number - Decimal::new(1, 9));
                            let digits = usize::try_from(number.normalize().scale()).unwrap();
                            cell.format = Some(format!("0.{}", "0".repeat(digits)).into());
                        }
                    }
                }
            },
        ),
        only(
            Regulation::Permendagri86,
            "figures: two indicators in one row",
            Named("S018"),
            |t| two_in_one(t, |_, text| text.to_owned()),
        ),
        only(
            Regulation::Permendagri86,
            "figures: two numbered indicators in one row",
            Named("S018"),
            |t| two_in_one(t, |at, text| format!("{}. {text}", at + 1)),
        ),
        both("figures: whole numbers as text", Same, |t| {
            edit(t, |number| {
                number.is_integer().then(|| typed(number.to_string()))
            });
        }),
        both("figures: decimals as text with a comma", Same, |t| {
            edit(t, |number| {
                (!number.is_integer()).then(|| typed(number.to_string().replace('.', ",")))
            });
        }),
        both(
            "figures: decimals as text with a point",
            Said("S050"),
            |t| {
                edit(t, |number| {
                    (!number.is_integer()).then(|| typed(number.to_string()))
                });
            },
        ),
        both("figures: blanks around the text", Same, |t| {
            edit(t, |number| {
                number.is_integer().then(|| typed(format!(" {number} ")))
            });
        }),
        both("figures: empty ones as a dash", Same, |t| {
            let name = t.goals();
            for row in t.first(name)..=t.last(name) {
                for col in 0..t.width(name) {
                    if t.get(name).get(row, col).is_none() && t.get(name).area(row, col).is_none() {
                        t.put_text(name, row, col, "–");
                    }
                }
            }
        }),
        both(
            "figures: a target that is an error of Excel",
            Named("S010"),
            |t| {
                let name = t.goals();
                let mut done = false;
                t.edit(name, Part::Body, |_, cell| {
                    number(cell).filter(|_| !done)?;
                    done = true;
                    Some(Value::Error("#DIV/0!".to_owned()))
                });
            },
        ),
        both(
            "figures: a target that Excel took for a date",
            Named("S017"),
            |t| {
                let name = t.goals();
                let first = t.first(name);
                let col = t
                    .get(name)
                    .cell
                    .iter()
                    .find(|(at, cell)| at.row >= first && number(cell).is_some() && at.col > 0);
                let at = *col.unwrap().0;
                t.put(name, at.row, at.col, super::typed::date(2022, 1, 2));
            },
        ),
        both("figures: two targets in one cell", Named("S018"), |t| {
            let name = t.goals();
            let first = t.first(name);
            let col = t
                .get(name)
                .cell
                .iter()
                .find(|(at, cell)| at.row >= first && number(cell).is_some() && at.col > 0);
            let at = *col.unwrap().0;
            t.put_text(name, at.row, at.col, "81\n82");
        }),
        only(
            Regulation::Permendagri86,
            "figures: the unit behind each target",
            Named("R073"),
            |t| {
                let name = t.goals();
                let unit = t.column(name, "Satuan");
                let sheet = t.get(name).clone();
                t.edit(name, Part::Body, |at, cell| {
                    let unit = sheet
                        .get(at.row, unit)
                        .and_then(text)
                        .filter(|unit| *unit != "%")?;
                    number(cell)
                        .filter(|_| at.col > 3)
                        .map(|number| typed(format!("{number} {unit}").replace('.', ",")))
                });
            },
        ),
    ]
}

/// The last two indicators of the second aim in one row of the goals, a line each; `line`
/// makes the lines of texts.
fn two_in_one(t: &mut Typed, line: fn(usize, &str) -> String) {
    let name = t.goals();
    let (first, from) = (t.first(name) + 2, t.column(name, "Indikator"));
    for col in from..t.width(name) {
        let own = |at: usize, row: u32| {
            let cell = t.get(name).get(row, col)?;
            text(cell)
                .map(|text| line(at, text))
                .or_else(|| number(cell).map(|number| number.to_string().replace('.', ",")))
        };
        let (Some(upper), Some(lower)) = (own(0, first), own(1, first + 1)) else {
            continue;
        };
        t.put_text(name, first, col, &format!("{upper}\n{lower}"));
    }
    t.sheet(name).cell.retain(|at, _| at.row != first + 1);
}
