//! Numbers as words say them: `dua puluh lima` is 25.

/// The number that the words begin with, and how many of them say it. `None` if
/// the first is no numeral.
pub fn spoken(words: &[&str]) -> Option<(u64, usize)> {
    let (mut total, mut group, mut digit) = (0_u64, 0_u64, None::<u64>);
    let mut used = 0;
    for word in words {
        if let Some(value) = below_ten(word) {
            if digit.is_some() {
                break;
            }
            digit = Some(value);
        } else {
            let scale = |by: u64| digit.map(|digit| digit * by);
            let step = match *word {
                "sepuluh" => Some(10),
                "sebelas" => Some(11),
                "seratus" => Some(100),
                "belas" => digit.map(|digit| 10 + digit),
                "puluh" => scale(10),
                "ratus" => scale(100),
                _ => None,
            };
            if let Some(step) = step {
                group += step;
                digit = None;
            } else if let Some(by) = thousands(word) {
                let part = group + digit.take().unwrap_or_default();
                let part = if *word == "seribu" { 1 } else { part };
                if part == 0 {
                    break;
                }
                total = total.checked_add(part.checked_mul(by)?)?;
                group = 0;
            } else {
                break;
            }
        }
        used += 1;
    }
    (used > 0).then(|| (total + group + digit.unwrap_or_default(), used))
}

fn below_ten(word: &str) -> Option<u64> {
    const DIGIT: [&str; 10] = [
        "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    ];
    let at = DIGIT.iter().position(|digit| *digit == word)?;
    u64::try_from(at).ok()
}

fn thousands(word: &str) -> Option<u64> {
    match word {
        "ribu" | "seribu" => Some(1_000),
        "juta" => Some(1_000_000),
        "miliar" | "milyar" => Some(1_000_000_000),
        "triliun" => Some(1_000_000_000_000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::spoken;
    use crate::model::terbilang::terbilang;

    #[test]
    fn what_is_spoken_is_read_back() {
        for number in [
            0, 1, 10, 11, 15, 21, 100, 105, 119, 999, 1000, 1024, 25_311, 2_000_001,
        ] {
            let text = terbilang(Decimal::from(number));
            let words: Vec<&str> = text.split(' ').collect();
            assert_eq!(spoken(&words), Some((number, words.len())), "{text}");
        }
        assert_eq!(spoken(&["lima", "program"]), Some((5, 1)));
        assert_eq!(spoken(&["program"]), None);
    }
}
