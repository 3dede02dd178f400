//! The statements of goals and aims, and names that stand in several tables.

use serde_json::Value as Json;

use super::typed::{Part, Regulation, Typed};
use super::{Expect, Way, both, edit_texts, only, take_out};

/// Changes goals and aims wherever they stand: with their number, and whether it is a
/// goal.
fn statements(t: &mut Typed, f: impl Fn(usize, bool, &str) -> String) {
    let name = t.goals();
    let (tujuan, sasaran) = (t.column(name, "Tujuan"), t.column(name, "Sasaran"));
    let mut list: Vec<(bool, String)> = Vec::new();
    t.edit_text(name, Part::Body, |at, text| {
        if [tujuan, sasaran].contains(&at.col) {
            list.push((at.col == tujuan, text.to_owned()));
        }
        None
    });
    let place = |text: &str| {
        let (goal, _) = list.iter().find(|(_, own)| own == text)?;
        let mut same = list.iter().filter(|(own, _)| own == goal);
        Some((same.position(|(_, own)| own == text)?, *goal))
    };
    for name in t.tables() {
        t.edit_text(&name, Part::Body, |_, text| {
            place(text).map(|(at, goal)| f(at, goal, text))
        });
    }
}

/// Changes goals and aims in the table of programmes alone.
fn of_programmes(t: &mut Typed, f: impl Fn(&str) -> String) {
    let name = t.main();
    let (tujuan, sasaran) = (t.column(name, "Tujuan"), t.column(name, "Sasaran"));
    t.edit_text(name, Part::Body, |at, text| {
        [tujuan, sasaran].contains(&at.col).then(|| f(text))
    });
}

pub fn ways() -> Vec<Way> {
    use Regulation::Permendagri86;
    vec![
        only(
            Permendagri86,
            "rows: Tujuan 1 and Sasaran 1.1 before the statements of the goals",
            Expect::Printed(|data| edit_texts(data, without_label)),
            |t| {
                let name = t.goals();
                let (mut goal, mut aim) = (0, 0);
                let (tujuan, sasaran) = (t.column(name, "Tujuan"), t.column(name, "Sasaran"));
                t.edit_text(name, Part::Body, |at, text| {
                    if at.col == tujuan {
                        goal += 1;
                        Some(format!("Tujuan {goal}: {text}"))
                    } else if at.col == sasaran {
                        aim += 1;
                        Some(format!("Sasaran {aim}: {text}"))
                    } else {
                        None
                    }
                });
            },
        ),
        both(
            "rows: goals and aims numbered",
            Expect::Printed(without_sign),
            |t| {
                statements(t, |at, _, text| format!("{}. {text}", at + 1));
            },
        ),
        both(
            "rows: goals and aims with T1 and S1",
            Expect::Printed(without_sign),
            |t| {
                statements(t, |at, goal, text| {
                    format!("{}{} {text}", if goal { 'T' } else { 'S' }, at + 1)
                });
            },
        ),
        only(
            Permendagri86,
            "rows: goals and aims with a full stop in the table of programmes",
            Expect::Printed(without_stop),
            |t| of_programmes(t, |text| format!("{text}.")),
        ),
        only(
            Permendagri86,
            "rows: goals and aims in upper case in the table of programmes",
            Expect::Printed(in_lower_case),
            |t| of_programmes(t, str::to_uppercase),
        ),
        both(
            "rows: programmes in upper case in the table of budgets",
            Expect::Printed(in_lower_case),
            |t| {
                t.edit_text("T-C.24", Part::Body, |_, text| Some(text.to_uppercase()));
            },
        ),
    ]
}

/// A statement without `Tujuan 1:` before it, which prints as typed.
fn without_label(text: &str) -> String {
    let mut text = text.to_owned();
    // The document may have a label of its own, too.
    while let Some((label, statement)) = text.split_once(": ")
        && let Some(at) = ["Tujuan ", "Sasaran "]
            .iter()
            .find_map(|word| label.find(word))
    {
        text = format!("{}{statement}", &label[..at]);
    }
    text
}

/// A document without the number or letter before a statement, also behind its label.
fn without_sign(data: &mut Json) {
    fn bare(text: &str) -> String {
        match text.split_once(' ') {
            Some((sign, rest))
                if sign.len() <= 4 && sign.contains(|c: char| c.is_ascii_digit()) =>
            {
                rest.to_owned()
            }
            _ => text.to_owned(),
        }
    }
    edit_texts(data, |text| match text.split_once(": ") {
        Some((label, statement)) => {
            let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ' ');
            format!("{}: {}", label.trim_end_matches(number), bare(statement))
        }
        None => bare(text),
    });
    take_out(data, "kata");
}

fn without_stop(data: &mut Json) {
    edit_texts(data, |text| text.trim_end_matches('.').to_owned());
    take_out(data, "kata");
}

fn in_lower_case(data: &mut Json) {
    edit_texts(data, str::to_lowercase);
    take_out(data, "kata");
}
