//! The kode of programmes, kegiatan and sub kegiatan, and the names behind it.

use renstra::workbook::Value;
use serde_json::Value as Json;

use super::typed::{Part, Regulation, Typed, date};
use super::{Expect, Way, both, edit_texts, only, take_out};

/// Changes the kode of every row of the main table: `f` gets kode and name, of a table
/// whose kode has a column of its own the kode alone.
fn edit(t: &mut Typed, f: impl Fn(&str) -> String) {
    let name = t.main();
    let col = column(t);
    t.edit_text(name, Part::Body, |at, text| {
        let (kode, rest) = split(text).filter(|_| at.col == col)?;
        Some(format!("{}{rest}", f(kode)))
    });
}

/// The column in which the kode stands.
pub fn column(t: &Typed) -> u32 {
    match t.regulation {
        Regulation::Permendagri86 => t.column(t.main(), "Kode"),
        Regulation::Inmendagri2 => t.column(t.main(), "Bidang Urusan"),
    }
}

/// A kode and what follows it.
fn split(text: &str) -> Option<(&str, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(text.len());
    (end > 3).then(|| text.split_at(end))
}

/// What parts kode and name in one cell.
fn separator(t: &mut Typed, f: impl Fn(usize) -> &'static str) {
    let name = t.main();
    let mut at = 0;
    t.edit_text(name, Part::Body, |_, text| {
        let (kode, rest) = text
            .split_once(" - ")
            .filter(|(kode, _)| split(kode).is_some())?;
        at += 1;
        Some(format!("{kode}{}{rest}", f(at)))
    });
}

/// The kode spread over a column a level, under one heading or one each.
fn five_columns(t: &mut Typed, heading: [&str; 5]) {
    let (name, col) = (t.main(), column(t));
    t.insert_columns(name, col + 1, 4);
    for row in t.first(name)..=t.last(name) {
        let at = renstra::diagnostic::CellRef::new(row, col);
        let Some(kode) = t
            .get(name)
            .cell
            .get(&at)
            .and_then(super::typed::text)
            .map(str::to_owned)
        else {
            continue;
        };
        let part: Vec<&str> = kode.split('.').collect();
        let urusan = part[..2.min(part.len())].to_vec();
        t.sheet(name).cell.remove(&at);
        t.put_text(name, row, col, urusan[0]);
        if let Some(bidang) = urusan.get(1) {
            t.put_text(name, row, col + 1, bidang);
        }
        for (nth, part) in (2..).zip(part.iter().skip(2)) {
            match nth {
                2 => t.put_text(name, row, col + 2, part),
                3 => t.put_text(name, row, col + 3, part),
                4 => {
                    let kewenangan = kode.split('.').nth(3).unwrap();
                    t.put_text(name, row, col + 3, &format!("{kewenangan}.{part}"));
                }
                _ => t.put_text(name, row, col + 4, part),
            }
        }
    }
    let top = t.heading(name).0;
    for (at, text) in (0..).zip(heading) {
        if !text.is_empty() {
            t.put_text(name, top, col + at, text);
        }
    }
    let (top, bottom) = t.heading(name);
    let bottom = bottom - u32::from(t.numbers(name).is_some());
    let sheet = t.sheet(name);
    sheet
        .merged
        .retain(|area| area.start != renstra::diagnostic::CellRef::new(top, col));
    let step: u32 = if heading[1].is_empty() { 5 } else { 1 };
    for start in (col..col + 5).step_by(step as usize) {
        sheet.merged.push(renstra::workbook::Area {
            start: renstra::diagnostic::CellRef::new(top, start),
            end: renstra::diagnostic::CellRef::new(bottom, start + step - 1),
        });
    }
}

/// A document in which what parts kode and name is the same, and the widths of columns
/// that follow from it are left out.
fn in_one_form(data: &mut Json) {
    edit_texts(data, with_dash);
    take_out(data, "kata");
}

/// A kode and a name with the dash between them that the form has; what else parts
/// them prints as typed.
fn with_dash(text: &str) -> String {
    let Some((kode, name)) = split(text) else {
        return text.to_owned();
    };
    let kode = kode.trim_end_matches('.');
    let name = name.trim_start_matches(|c: char| " -–:\n".contains(c));
    if name.is_empty() {
        kode.to_owned()
    } else {
        format!("{kode} - {name}")
    }
}

/// A document in which the supporting programme has the agency's own urusan.
fn with_own_urusan(data: &mut Json) {
    edit_texts(data, |text| text.replace("X.XX.01", "7.01.01"));
    take_out(data, "kata");
}

/// Every group without the zeros before it.
fn without_zeros(t: &mut Typed) {
    edit(t, |kode| {
        let group = kode
            .split('.')
            .map(|group| match group.trim_start_matches('0') {
                "" => "0",
                group => group,
            });
        group.collect::<Vec<_>>().join(".")
    });
}

pub fn ways() -> Vec<Way> {
    use Expect::{Named, Said, Same};
    use Regulation::{Inmendagri2, Permendagri86};
    vec![
        both("kode: a dot behind", Expect::Printed(in_one_form), |t| {
            edit(t, |kode| format!("{kode}."))
        }),
        both("kode: blanks around it", Same, |t| {
            edit(t, |kode| format!("  {kode} "))
        }),
        both("kode: blanks around the dots", Same, |t| {
            edit(t, |kode| kode.replace('.', " . "));
        }),
        both("kode: blanks instead of dots", Said("S050"), |t| {
            edit(t, |kode| kode.replace('.', " "));
        }),
        both("kode: dashes instead of dots", Said("S050"), |t| {
            edit(t, |kode| kode.replace('.', "-"));
        }),
        both("kode: slashes instead of dots", Said("S050"), |t| {
            edit(t, |kode| kode.replace('.', "/"));
        }),
        both("kode: an apostrophe within the text", Said("S050"), |t| {
            edit(t, |kode| format!("'{kode}"));
        }),
        both("kode: the agency's own kode before it", Said("S050"), |t| {
            let opd = match t.regulation {
                Permendagri86 => "7.01.0.00.0.00.29.0000",
                Inmendagri2 => "2.15.0.00.0.00.01.0000",
            };
            edit(t, |kode| format!("{opd}.{kode}"));
        }),
        both("kode: in brackets", Said("S050"), |t| {
            edit(t, |kode| format!("[{kode}]"))
        }),
        only(
            Permendagri86,
            "kode: X.XX for the supporting programme",
            Expect::Printed(with_own_urusan),
            |t| {
                edit(t, |kode| match kode.strip_prefix("7.01.01") {
                    Some(rest) => format!("X.XX.01{rest}"),
                    None => kode.to_owned(),
                });
            },
        ),
        both("kode: a slash for the last dot", Named("S015"), |t| {
            edit(t, |kode| match kode.rsplit_once('.') {
                Some((front, last)) if kode.len() > 12 => format!("{front}/{last}"),
                _ => kode.to_owned(),
            });
        }),
        // Whether the last group had two digits or four, nothing says there.
        only(
            Permendagri86,
            "kode: without leading zeros",
            Named("S015"),
            without_zeros,
        ),
        only(
            Inmendagri2,
            "kode: without leading zeros",
            Said("S050"),
            without_zeros,
        ),
        only(
            Permendagri86,
            "kode: of programmes turned into dates",
            Said("S050"),
            |t| {
                let (name, col) = (t.main(), column(t));
                t.edit(name, Part::Body, |at, cell| {
                    let kode = super::typed::text(cell).filter(|_| at.col == col)?;
                    let part: Vec<&str> = kode.split('.').collect();
                    let [day, month, year] = part.as_slice() else {
                        return None;
                    };
                    Some(date(
                        2000 + year.parse::<i32>().unwrap(),
                        month.parse().unwrap(),
                        day.parse().unwrap(),
                    ))
                });
                for (at, cell) in &mut t.sheet(name).cell {
                    if at.col == col && matches!(cell.value, Value::Date(_)) {
                        cell.format = Some("d.mm.yy".into());
                    }
                }
            },
        ),
        only(
            Permendagri86,
            "kode: in five columns under one heading",
            Said("S032"),
            |t| {
                five_columns(t, ["Kode", "", "", "", ""]);
            },
        ),
        only(
            Permendagri86,
            "kode: in five columns, each with its heading",
            Said("S032"),
            |t| {
                five_columns(
                    t,
                    ["Urusan", "Bidang", "Program", "Kegiatan", "Sub Kegiatan"],
                );
            },
        ),
        only(
            Permendagri86,
            "kode: in one cell with the name",
            Said("S039"),
            |t| {
                let (name, col) = (t.main(), column(t));
                let uraian = t.column(name, "Program");
                for row in 0..=t.last(name) {
                    let at = renstra::diagnostic::CellRef::new(row, col);
                    if let Some(kode) = t.sheet(name).cell.remove(&at)
                        && row >= t.first(name)
                    {
                        let kode = super::typed::text(&kode).unwrap().to_owned();
                        let own = t.get(name).get(row, uraian).and_then(super::typed::text);
                        let both = format!("{kode} {}", own.unwrap_or_default());
                        t.put_text(name, row, uraian, &both);
                    }
                }
                t.sheet(name).merged.retain(|area| area.start.col != col);
                t.remap(name, |at| {
                    renstra::diagnostic::CellRef::new(at.row, at.col - u32::from(at.col > col))
                });
            },
        ),
        only(Inmendagri2, "kode: in a column of its own", Same, |t| {
            let (name, col) = (t.main(), column(t));
            t.insert_columns(name, col, 1);
            for row in t.first(name)..=t.last(name) {
                let own = t.get(name).get(row, col + 1).and_then(super::typed::text);
                if let Some((kode, uraian)) = own.and_then(|own| own.split_once(" - ")) {
                    let (kode, uraian) = (kode.to_owned(), uraian.to_owned());
                    t.put_text(name, row, col, &kode);
                    t.put_text(name, row, col + 1, &uraian);
                }
            }
            let top = t.heading(name).0;
            t.put_text(name, top, col, "Kode");
        }),
        only(
            Inmendagri2,
            "kode: other marks before the name",
            Expect::Printed(in_one_form),
            |t| {
                separator(t, |at| [" – ", " ", "\n", "-", " -", "  "][at % 6]);
            },
        ),
        only(
            Inmendagri2,
            "kode: a colon before the name",
            Expect::Printed(in_one_form),
            |t| {
                separator(t, |_| ": ");
            },
        ),
        only(
            Inmendagri2,
            "kode: a colon between blanks before the name",
            Expect::Printed(in_one_form),
            |t| {
                separator(t, |at| [" : ", " :", ":"][at % 3]);
            },
        ),
        both("kode: one that is a number", Named("S016"), |t| {
            let (name, col) = (t.main(), column(t));
            if t.regulation == Permendagri86 {
                let mut done = false;
                t.edit(name, Part::Body, |at, cell| {
                    super::typed::text(cell).filter(|_| at.col == col && !done)?;
                    done = true;
                    Some(Value::Number("7.01".parse().unwrap()))
                });
            } else {
                // Kode and name are one text there; the priorities have the kode alone.
                t.put(
                    name,
                    t.first(name),
                    col,
                    Value::Number("2.15".parse().unwrap()),
                );
            }
        }),
        both("kode: a line break at each blank of the name", Same, |t| {
            let (name, col) = (t.main(), column(t));
            let col = if t.regulation == Permendagri86 {
                col + 1
            } else {
                col
            };
            t.edit_text(name, Part::Body, |at, text| {
                (at.col == col).then(|| text.replace(' ', "\n"))
            });
        }),
    ]
}
