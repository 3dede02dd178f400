//! Targets and other figures that are no money.

use renstra::workbook::{Cell, Value};
use rust_decimal::Decimal;

use super::typed::{Part, Regulation, Typed, text, typed};
use super::{Expect, Way, both, only};

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

pub fn ways() -> Vec<Way> {
    use Expect::{Named, Said, Same};
    vec![
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
