//! A worksheet's columns as printed: one a year where there is one a year, and
//! the merged heading over them.

use crate::sheets::schema::{Column, Schema};

/// A column of the sheet.
#[derive(Debug, Clone)]
pub struct Physical {
    /// What it holds.
    pub column: &'static Column,
    /// Its year, where there is one such column a year.
    pub tahun: Option<u16>,
    /// Parts of its heading from the group down, the year filled in.
    pub heading: Vec<String>,
}

/// A cell of the heading, with what it covers; rows count from the heading's first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadingCell {
    /// First and last row.
    pub row: (u32, u32),
    /// First and last column.
    pub col: (u16, u16),
    /// Its text.
    pub text: String,
}

/// The columns of a worksheet. `years` gives those of a yearly column, none to
/// leave it out; `keep` says of every other whether the sheet has it. Yearly
/// columns below one group alternate year by year: target, Rp.
pub fn columns(
    schema: &'static Schema,
    keep: impl Fn(&Column) -> bool,
    years: impl Fn(&Column) -> Vec<u16>,
    base_year: u16,
) -> Vec<Physical> {
    let mut list = Vec::new();
    let mut rest = schema.column;
    while let Some(column) = rest.first() {
        if !column.yearly() {
            if keep(column) {
                list.push(Physical {
                    column,
                    tahun: None,
                    heading: single_heading(column, base_year),
                });
            }
            rest = &rest[1..];
            continue;
        }
        let together = rest
            .iter()
            .take_while(|other| other.yearly() && group(other) == group(column))
            .count();
        let (own, behind) = rest.split_at(together);
        let mut year: Vec<u16> = own.iter().flat_map(&years).collect();
        year.sort_unstable();
        year.dedup();
        for tahun in year {
            for column in own.iter().filter(|column| years(column).contains(&tahun)) {
                let text = tahun.to_string();
                list.push(Physical {
                    column,
                    tahun: Some(tahun),
                    heading: column
                        .heading
                        .iter()
                        .map(|part| part.replace("{tahun}", &text))
                        .collect(),
                });
            }
        }
        rest = behind;
    }
    list
}

fn single_heading(column: &Column, base_year: u16) -> Vec<String> {
    let mut heading: Vec<String> = column
        .heading
        .iter()
        .map(|part| (*part).to_owned())
        .collect();
    if column.key == "target_awal"
        && let Some(leaf) = heading.last_mut()
    {
        *leaf = format!("{leaf} ({base_year})");
    }
    heading
}

fn group(column: &Column) -> &'static [&'static str] {
    let year = column.heading.iter().position(|part| *part == "{tahun}");
    column.heading.get(..year.unwrap_or(0)).unwrap_or_default()
}

/// The heading over the columns and how many rows it has. A part that neighbours
/// share is one cell over them; a column's own name reaches down to the table.
pub fn heading(physical: &[Physical]) -> (Vec<HeadingCell>, u32) {
    let height = physical.iter().map(|p| p.heading.len()).max().unwrap_or(1);
    let mut list = Vec::new();
    for level in 0..height {
        let mut col = 0;
        while let Some(own) = physical.get(col).map(|p| &p.heading) {
            let Some(text) = own.get(level) else {
                col += 1;
                continue;
            };
            let leaf = own.len() == level + 1;
            let span = physical[col..]
                .iter()
                .take_while(|p| {
                    !leaf && p.heading.len() > level + 1 && p.heading[..=level] == own[..=level]
                })
                .count()
                .max(1);
            let last_row = if leaf { height - 1 } else { level };
            list.push(HeadingCell {
                row: (narrow(level), narrow(last_row)),
                col: (narrow(col), narrow(col + span - 1)),
                text: text.clone(),
            });
            col += span;
        }
    }
    (list, narrow(height))
}

/// A count of a worksheet's columns or heading rows, of which there are few.
fn narrow<T: TryFrom<usize> + Default>(count: usize) -> T {
    T::try_from(count).unwrap_or_default()
}
