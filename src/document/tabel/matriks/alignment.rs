//! How the columns of a table of the agency's own are set: numbers right, also
//! those that were typed as text.

use crate::model::TabelTambahan;
use crate::regulation::Rata;

/// Longest text that a column of marks may hold, in characters.
const MARK: usize = 3;

/// A column is one of numbers if most of what it holds are numbers, one of marks
/// (ticks, running numbers) if all of it is very short.
pub(super) fn alignment(table: &TabelTambahan) -> Vec<Rata> {
    let mut column: Vec<Vec<&str>> = vec![Vec::new(); table.lebar.len()];
    placed(table, |_, at, text| {
        if let Some(list) = column.get_mut(at) {
            list.push(text);
        }
    });
    column
        .into_iter()
        .enumerate()
        .map(|(at, list)| {
            let number = list.iter().filter(|text| is_number(text)).count();
            let short = list.iter().all(|text| text.chars().count() <= MARK);
            if short && (at == 0 || number == 0) && !list.is_empty() {
                Rata::Tengah
            } else if number > 0 && number * 2 > list.iter().filter(|text| !is_dash(text)).count() {
                Rata::Kanan
            } else {
                Rata::Kiri
            }
        })
        .collect()
}

/// Every filled cell of one column, with its row and column.
pub(super) fn placed<'t>(table: &'t TabelTambahan, mut visit: impl FnMut(usize, usize, &'t str)) {
    let width = table.lebar.len();
    let mut covered = vec![0_u16; width];
    for (row, list) in table.isi.iter().enumerate() {
        let mut cell = list.iter();
        let mut at = 0;
        while at < width {
            if covered[at] > 0 {
                covered[at] -= 1;
                at += 1;
                continue;
            }
            let Some(own) = cell.next() else { break };
            let end = (at + usize::from(own.kolom.max(1))).min(width);
            covered[at..end].fill(own.baris.saturating_sub(1));
            if let Some(text) = own.teks.value().filter(|_| end == at + 1) {
                visit(row, at, text.trim());
            }
            at = end;
        }
    }
}

fn is_dash(text: &str) -> bool {
    text.is_empty() || text.chars().all(|c| matches!(c, '-' | '–' | '—'))
}

/// `96,5`, `2,683,919,751`, `(53,88)`, `Rp 1.000.000`, `80 %`; not `1.02.03`.
pub(super) fn is_number(text: &str) -> bool {
    let text = text.trim().trim_start_matches("Rp").trim_start_matches('.');
    let text = text.trim_end_matches('%').trim();
    let text = text.trim_matches(|c| matches!(c, '(' | ')' | '-' | '+'));
    let sign = |c: char| matches!(c, '.' | ',');
    if text.is_empty() || !text.chars().all(|c| c.is_ascii_digit() || sign(c)) {
        return false;
    }
    let group: Vec<&str> = text.split(sign).collect();
    // Groups between two signs are thousands; a code has shorter ones.
    let inner = group
        .get(1..group.len().saturating_sub(1))
        .unwrap_or_default();
    group.iter().all(|part| !part.is_empty()) && inner.iter().all(|part| part.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::is_number;

    #[test]
    fn numbers_are_known_in_any_spelling() {
        for text in [
            "96,5",
            "2,683,919,751",
            "(53,88)",
            "Rp 1.000.000",
            "80 %",
            "0",
            "Rp. 5.000,00",
        ] {
            assert!(is_number(text), "{text}");
        }
        for text in [
            "1.02.03",
            "1.02.02.2.01",
            "A",
            "",
            "-",
            "2020-2024",
            "12 Dokumen",
        ] {
            assert!(!is_number(text), "{text}");
        }
    }
}
