//! Amounts of money.

use renstra::workbook::Value;
use rust_decimal::Decimal;

use super::typed::{self, Part, Regulation, Typed, grouped, typed};
use super::{Expect, Way, both, only};

/// Shows amounts in another number format.
fn format(t: &mut Typed, format: &str) {
    shown_in(t, 1, format);
}

/// Amounts in a unit that their number format says.
fn shown_in(t: &mut Typed, scale: i64, format: &str) {
    for name in t.tables() {
        for cell in t.sheet(&name).cell.values_mut() {
            if let Some(amount) = typed::money(cell) {
                cell.value = Value::Number(Decimal::from(amount) / Decimal::from(scale));
                cell.format = Some(format.into());
            }
        }
    }
}

/// Amounts in thousands or millions of rupiah.
fn scaled(t: &mut Typed, scale: i64) {
    t.edit_money(|amount| Value::Number(Decimal::from(amount) / Decimal::from(scale)));
}

/// Amounts in a unit that the headings over money say.
pub(super) fn in_heading(t: &mut Typed, scale: i64, unit: &str) {
    scaled(t, scale);
    t.edit_headings(|text| match text {
        "Rp" | "Pagu" => Some(unit.to_owned()),
        _ if text.starts_with("Anggaran") || text.starts_with("Realisasi Anggaran") => {
            Some(format!("{text} ({unit})"))
        }
        _ => None,
    });
}

/// Tables that hold money.
fn with_money(t: &Typed) -> Vec<String> {
    let mut list = t.tables();
    list.retain(|name| {
        t.get(name)
            .cell
            .values()
            .any(|cell| typed::money(cell).is_some())
    });
    list
}

/// A cell of the main table that holds money, changed.
fn one(t: &mut Typed, f: impl Fn(i64) -> Value) {
    let mut done = false;
    t.edit(t.main(), Part::Body, |_, cell| {
        let amount = typed::money(cell).filter(|_| !done)?;
        done = true;
        Some(f(amount))
    });
}

pub fn ways() -> Vec<Way> {
    use Expect::{Named, Said, Same};
    vec![
        both("amounts: 1.234.567 as text", Same, |t| {
            t.edit_money(|amount| typed(grouped(amount, ".")));
        }),
        both("amounts: Rp 1.234.567,00", Same, |t| {
            t.edit_money(|amount| typed(format!("Rp {},00", grouped(amount, "."))));
        }),
        both("amounts: 1.234.567,-", Same, |t| {
            t.edit_money(|amount| typed(format!("{},-", grouped(amount, "."))));
        }),
        both("amounts: Rp. 1,234,567.00", Same, |t| {
            t.edit_money(|amount| typed(format!("Rp. {}.00", grouped(amount, ","))));
        }),
        both("amounts: 1,234,567", Same, |t| {
            t.edit_money(|amount| typed(grouped(amount, ",")));
        }),
        both("amounts: 1 234 567", Same, |t| {
            t.edit_money(|amount| typed(grouped(amount, " ")));
        }),
        both("amounts: bare digits as text", Same, |t| {
            t.edit_money(|amount| typed(amount.to_string()));
        }),
        both("amounts: each in another style", Same, |t| {
            let mut at = 0;
            t.edit_money(|amount| {
                at += 1;
                typed(match at % 3 {
                    0 => format!("Rp{}", grouped(amount, ".")),
                    1 => format!("Rp. {},-", grouped(amount, ".")),
                    _ => format!("IDR {}", grouped(amount, ".")),
                })
            });
        }),
        both("amounts: 1.234.567 rupiah", Same, |t| {
            t.edit_money(|amount| typed(format!("{} rupiah", grouped(amount, "."))));
        }),
        both(
            "amounts: thin and fixed blanks between the groups",
            Same,
            |t| {
                let mut at = 0;
                t.edit_money(|amount| {
                    at += 1;
                    let blank = if at % 2 == 0 { "\u{a0}" } else { "\u{2009}" };
                    typed(grouped(amount, blank))
                });
            },
        ),
        both("amounts: dust of a calculation", Same, |t| {
            t.edit_money(|amount| Value::Number(Decimal::from(amount) + Decimal::new(3, 8)));
        }),
        both("amounts: a line break behind", Same, |t| {
            t.edit_money(|amount| typed(format!("{},00\n", grouped(amount, "."))));
        }),
        both("amounts: 1.234.567.00", Said("S050"), |t| {
            t.edit_money(|amount| typed(format!("{}.00", grouped(amount, "."))));
        }),
        both("amounts: 1.234.567.-", Same, |t| {
            t.edit_money(|amount| typed(format!("{}.-", grouped(amount, "."))));
        }),
        both(
            "amounts: 1.234.567.00 and 1.234.567.- in turn",
            Said("S050"),
            |t| {
                let mut at = 0;
                t.edit_money(|amount| {
                    at += 1;
                    let end = if at % 2 == 0 { "00" } else { "-" };
                    typed(format!("{}.{end}", grouped(amount, ".")))
                });
            },
        ),
        both("amounts: 199,2 juta", Said("S050"), |t| {
            t.edit_money(|amount| {
                let million = Decimal::from(amount) / Decimal::from(1_000_000);
                typed(format!("{} juta", million.normalize()).replace('.', ","))
            });
        }),
        both("amounts: the word juta in the format", Said("S050"), |t| {
            shown_in(t, 1_000_000, "0.0##\" juta\"");
        }),
        both("amounts: three zeros in the format", Said("S050"), |t| {
            shown_in(t, 1000, "#,##0\".000\"");
        }),
        both(
            "amounts: in millions, said by heading and format",
            Said("S027"),
            |t| {
                shown_in(t, 1_000_000, "0.0##\" juta\"");
                in_heading(t, 1, "Rp (juta)");
            },
        ),
        both(
            "amounts: in millions, said by heading and cell",
            Named("S012"),
            |t| {
                t.edit_money(|amount| typed(format!("{} juta", amount / 1_000_000)));
                in_heading(t, 1, "Rp (juta)");
            },
        ),
        both("amounts: one that the format hides", Named("S046"), |t| {
            let name = t.main();
            let sheet = t.sheet(name);
            let amount = sheet
                .cell
                .values_mut()
                .find(|cell| typed::money(cell).is_some());
            amount.unwrap().format = Some(";;;".into());
        }),
        both("amounts: accounting format", Same, |t| {
            format(t, "_-\"Rp\"* #,##0_-");
        }),
        both("amounts: format with two decimals", Same, |t| {
            format(t, "#,##0.00")
        }),
        both("amounts: format that shows thousands", Same, |t| {
            format(t, "#,##0,")
        }),
        only(
            Regulation::Permendagri86,
            "amounts: empty ones as a dash",
            Same,
            |t| {
                let name = t.main();
                let column: Vec<u32> = {
                    let sheet = t.get(name);
                    let money = sheet
                        .cell
                        .iter()
                        .filter(|(_, cell)| typed::money(cell).is_some());
                    money.map(|(at, _)| at.col).collect()
                };
                for row in t.first(name)..=t.last(name) {
                    for col in &column {
                        if t.get(name).get(row, *col).is_none()
                            && t.get(name).area(row, *col).is_none()
                        {
                            let dash = if row % 2 == 0 { "-" } else { "Rp -" };
                            t.put_text(name, row, *col, dash);
                        }
                    }
                }
            },
        ),
        both(
            "amounts: in thousands, said by the heading",
            Said("S027"),
            |t| {
                in_heading(t, 1000, "Rp (ribu)");
            },
        ),
        both(
            "amounts: in millions, said by the heading",
            Said("S027"),
            |t| {
                in_heading(t, 1_000_000, "Pagu (Rp juta)");
            },
        ),
        both(
            "amounts: in thousands, heading Rp. 000",
            Said("S027"),
            |t| {
                in_heading(t, 1000, "Rp. 000");
            },
        ),
        both(
            "amounts: in thousands, said by a line above the table",
            Said("S027"),
            |t| {
                let tables = with_money(t);
                scaled(t, 1000);
                for name in tables {
                    let row = t.heading(&name).0 - 1;
                    t.put_text(&name, row, 0, "(dalam ribuan rupiah)");
                }
            },
        ),
        both(
            "amounts: in millions, said by the title",
            Said("S027"),
            |t| {
                let tables = with_money(t);
                scaled(t, 1_000_000);
                for name in tables {
                    let title = t
                        .get(&name)
                        .get(1, 0)
                        .and_then(typed::text)
                        .unwrap_or_default();
                    let title = format!("{title} (dalam jutaan rupiah)");
                    t.put_text(&name, 1, 0, &title);
                }
            },
        ),
        both("amounts: Rp in a column of its own", Same, |t| {
            let name = t.main();
            let sheet = t.get(name);
            let mut column: Vec<u32> = sheet
                .cell
                .iter()
                .filter(|(_, cell)| typed::money(cell).is_some())
                .map(|(at, _)| at.col)
                .collect();
            column.sort_unstable();
            column.dedup();
            for col in column.into_iter().rev() {
                // The heading stands over both.
                t.insert_columns(name, col + 1, 1);
                let row = t.last(name);
                for row in 0..=row {
                    let at = renstra::diagnostic::CellRef::new(row, col);
                    let sheet = t.sheet(name);
                    let amount = sheet
                        .cell
                        .get(&at)
                        .is_some_and(|cell| typed::money(cell).is_some());
                    if amount {
                        let cell = sheet.cell.remove(&at).unwrap();
                        let right = renstra::diagnostic::CellRef::new(row, col + 1);
                        sheet.cell.insert(right, cell);
                        t.put_text(name, row, col, "Rp");
                    }
                }
                let (top, bottom) = t.heading(name);
                let sub = (top..=bottom).rev().find(|row| {
                    matches!(
                        t.get(name).get(*row, col).and_then(typed::text),
                        Some("Rp" | "Pagu")
                    )
                });
                if let Some(row) = sub {
                    t.sheet(name).merged.push(renstra::workbook::Area {
                        start: renstra::diagnostic::CellRef::new(row, col),
                        end: renstra::diagnostic::CellRef::new(row, col + 1),
                    });
                }
            }
        }),
        both(
            "amounts: one that can be read two ways",
            Named("S013"),
            |t| {
                one(t, |_| typed("1.234"));
            },
        ),
        both("amounts: one in words", Named("S012"), |t| {
            one(t, |_| typed("menyesuaikan"));
        }),
        both("amounts: one that is a date", Named("S017"), |t| {
            one(t, |_| typed::date(2022, 3, 1));
        }),
        both("amounts: a formula without a result", Named("S011"), |t| {
            one(t, |_| Value::NoResult);
        }),
        both("amounts: an error of Excel", Named("S010"), |t| {
            one(t, |_| Value::Error("#REF!".to_owned()));
        }),
        both("amounts: more than eighteen digits", Named("S012"), |t| {
            one(t, |_| {
                Value::Number("1234567890123456789012".parse::<Decimal>().unwrap())
            });
        }),
    ]
}
