//! Amounts of money in prose, next to those of the tables.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::plan;
use crate::diagnostic::Origin;
use crate::model::{Entry, Level, PaguRow, PerTahun, Renstra, Rupiah, Tahun, number};

/// Units in which prose rounds, with their noughts. A longer one stands before one
/// that it begins with.
const UNIT: [(&str, u32); 8] = [
    ("ribu", 3),
    ("juta", 6),
    ("jt", 6),
    ("miliar", 9),
    ("milyar", 9),
    ("triliun", 12),
    ("m ", 9),
    ("t ", 12),
];

/// Sources of money that are not the agency's budget as a whole: what a sentence
/// says of them is in no table.
const SOURCE: [&str; 22] = [
    "dak",
    "dau",
    "dbh",
    "dbhcht",
    "did",
    "bok",
    "blud",
    "apbn",
    "dana alokasi",
    "dana bagi hasil",
    "dana insentif",
    "pajak rokok",
    "cukai",
    "hibah",
    "bantuan",
    "csr",
    "pdrb",
    "per kapita",
    "upah",
    "utang",
    "tarif",
    "retribusi",
];

/// An amount in a text.
#[derive(Debug, Clone)]
pub struct Amount {
    /// As typed: `Rp640 miliar`.
    pub typed: String,
    /// Rupiah.
    value: Decimal,
    /// How far an amount may be from it that was rounded or cut to it; zero where
    /// every rupiah is typed.
    step: Decimal,
    /// Place of its `Rp` in the text, in bytes.
    pub at: usize,
}

impl Amount {
    /// Whether a table's amount is what was typed.
    pub fn is(&self, amount: Rupiah) -> bool {
        let gap = (self.value - amount.decimal()).abs();
        gap.is_zero() || gap < self.step
    }

    /// The table's amount that is nearest by its size.
    pub fn nearest(&self, known: &Known) -> Option<Rupiah> {
        let all = known.all();
        all.min_by_key(|amount| (self.value - amount.decimal()).abs())
    }
}

/// Amounts of a text, which has no placeholders any more.
pub fn in_text(text: &str) -> Vec<Amount> {
    let mut list = Vec::new();
    for (at, _) in text.match_indices("Rp") {
        let behind = text[at + 2..].trim_start_matches(['.', ' ', '\u{a0}']);
        let digits = super::prose::number(behind);
        if digits.is_empty() {
            continue;
        }
        let unit = behind[digits.len()..].trim_start().to_lowercase();
        // A word that ends the text is a word too.
        let unit = format!("{unit} ");
        let scale = UNIT.iter().find(|(word, _)| unit.starts_with(word));
        list.extend(match scale {
            None => exact(digits, at),
            Some((word, noughts)) => rounded(digits, word.trim_end(), *noughts, at),
        });
    }
    list
}

fn exact(digits: &str, at: usize) -> Option<Amount> {
    let amount = Rupiah::parse(&format!("Rp{digits}")).ok()?;
    Some(Amount {
        typed: format!("Rp{digits}"),
        value: amount.decimal(),
        step: Decimal::ZERO,
        at,
    })
}

/// `640 miliar` stands for what rounds to it, or was cut to it.
fn rounded(digits: &str, unit: &str, noughts: u32, at: usize) -> Option<Amount> {
    let number = match number::parse(digits) {
        Ok(number) => number,
        // Before a unit a dot parts thousands: nobody writes `Rp1,234 miliar`.
        Err(number::NumberError::Ambiguous { ribuan, .. }) => ribuan,
        Err(number::NumberError::NotNumber) => return None,
    };
    let unit_value = Decimal::from(10_u64.checked_pow(noughts)?);
    let step = unit_value.checked_div(Decimal::from(10_u64.checked_pow(number.scale())?))?;
    Some(Amount {
        typed: format!("Rp{digits} {unit}"),
        value: number.checked_mul(unit_value)?,
        step,
        at,
    })
}

/// Whether the sentence around a place speaks of money that no table holds.
pub fn is_of_other_source(text: &str, at: usize) -> bool {
    let sentence = sentence_around(text, at);
    super::sentence::sentences(sentence)
        .iter()
        .any(|sentence| sentence.has_any(&SOURCE))
}

/// The text from the full stop before a place to the one behind it.
pub fn sentence_around(text: &str, at: usize) -> &str {
    let ends = |part: &str| {
        part.char_indices().find_map(|(i, c)| {
            let behind = part[i + c.len_utf8()..].chars().next();
            let stop =
                matches!(c, '\n' | ';') || (c == '.' && behind.is_none_or(char::is_whitespace));
            (stop && !part[..i].ends_with("Rp")).then_some(i)
        })
    };
    let mut start = 0;
    while let Some(end) = ends(&text[start..at]) {
        start += end + 1;
    }
    let end = ends(&text[at..]).map_or(text.len(), |end| at + end);
    &text[start..end]
}

/// An amount of a table that is of one year.
#[derive(Debug)]
pub struct OfYear {
    /// Whose it is: `pagu program 1.02.02`.
    pub label: String,
    /// The year.
    pub tahun: Tahun,
    /// Rupiah.
    pub amount: Rupiah,
    /// Its cell; `None` where it is a sum.
    pub origin: Option<Origin>,
}

/// Every amount of the tables, and the sums a reader would look for.
#[derive(Debug, Default)]
pub struct Known {
    /// Those of one year.
    pub of_year: Vec<OfYear>,
    /// Those of several.
    pub of_no_year: Vec<Rupiah>,
}

impl Known {
    /// Those of a plan.
    pub fn of(renstra: &Renstra) -> Self {
        let mut known = Self::default();
        let table = &renstra.pendanaan;
        for (level, row) in plan::coded(renstra) {
            known.add_row(level, row);
        }
        for row in &table.urusan {
            known.add_row(Level::Urusan, row);
        }
        known.of_no_year.extend(table.pagu_total());
        for tahun in table.years() {
            known
                .of_year
                .extend(table.pagu_year(tahun).map(|amount| OfYear {
                    label: "jumlah pagu".to_owned(),
                    tahun,
                    amount,
                    origin: None,
                }));
        }
        known.add_past(renstra);
        known
    }

    /// Whether a table holds what was typed.
    pub fn holds(&self, amount: &Amount) -> bool {
        self.all().any(|known| amount.is(known))
    }

    fn all(&self) -> impl Iterator<Item = Rupiah> {
        let of_year = self.of_year.iter().map(|known| known.amount);
        of_year.chain(self.of_no_year.iter().copied())
    }

    fn add_row(&mut self, level: Level, row: &PaguRow) {
        let label = format!("pagu {level} {}", row.kode.value);
        self.add_years(&label, row.pagu());
        self.of_no_year.extend(row.pagu_akhir().value().copied());
        self.of_no_year.extend(row.pagu_period());
    }

    fn add_years(&mut self, label: &str, list: &PerTahun<Rupiah>) {
        for (tahun, entry) in list {
            self.of_year.extend(entry.located().map(|amount| OfYear {
                label: label.to_owned(),
                tahun: *tahun,
                amount: amount.value,
                origin: Some(amount.origin.clone()),
            }));
        }
    }

    /// The past period's budgets and what was spent, by row and as a whole.
    fn add_past(&mut self, renstra: &Renstra) {
        let (mut budget, mut spent) = (BTreeMap::new(), BTreeMap::new());
        for row in &renstra.anggaran_realisasi {
            for (what, list, sum) in [
                ("anggaran", &row.anggaran, &mut budget),
                ("realisasi", &row.realisasi, &mut spent),
            ] {
                self.add_years(
                    &format!("{what} {}", plan::one_line(&row.uraian.value)),
                    list,
                );
                let amounts = || list.values().filter_map(Entry::value).copied();
                self.of_no_year.push(amounts().sum());
                if row.jumlah {
                    continue;
                }
                for (tahun, entry) in list {
                    if let Some(amount) = entry.value() {
                        let total: &mut Rupiah = sum.entry(*tahun).or_default();
                        *total = *total + *amount;
                    }
                }
            }
        }
        for (what, sum) in [("jumlah anggaran", budget), ("jumlah realisasi", spent)] {
            self.of_no_year.push(sum.values().copied().sum());
            self.of_year
                .extend(sum.into_iter().map(|(tahun, amount)| OfYear {
                    label: what.to_owned(),
                    tahun,
                    amount,
                    origin: None,
                }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::in_text;
    use crate::model::Rupiah;

    fn is(text: &str, amount: &str) -> bool {
        let amount = Rupiah::parse(amount).unwrap_or_default();
        in_text(text).iter().any(|typed| typed.is(amount))
    }

    #[test]
    fn rounded_amounts_stand_for_what_rounds_to_them() {
        assert!(is("sebesar Rp540,7 miliar", "Rp540.695.500.000"));
        assert!(is("sebesar Rp. 540 miliar.", "Rp540.695.500.000"));
        assert!(!is("sebesar Rp640 miliar", "Rp540.695.500.000"));
        assert!(is("Rp1.250 juta", "Rp1.250.400.000"));
        assert!(is("Rp1.250.400.000,-", "Rp1.250.400.000"));
        assert!(!is("Rp1.250.400.001", "Rp1.250.400.000"));
    }
}
