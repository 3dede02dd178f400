//! Numbers in words: 1.250 is `seribu dua ratus lima puluh`.

use rust_decimal::Decimal;

use super::number;

const DIGIT: [&str; 10] = [
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
];

/// Names of the groups of three digits above the lowest.
const GROUP: [&str; 5] = ["ribu", "juta", "miliar", "triliun", "kuadriliun"];

/// The number in words, lower case, without a currency. A fraction is spoken
/// digit by digit behind `koma`, a negative number begins with `minus`.
///
/// Exact below 10¹⁸ (999 kuadriliun). Above it the language has no words that
/// readers agree on, and the digits are printed instead.
pub fn terbilang(value: Decimal) -> String {
    let value = value.normalize();
    let plain = value.abs().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let Some(spoken) = whole.parse().ok().and_then(integer) else {
        return number::print(value);
    };
    let mut word = Vec::new();
    if value.is_sign_negative() && !value.is_zero() {
        word.push("minus".to_owned());
    }
    word.push(spoken);
    if !fraction.is_empty() {
        word.push("koma".to_owned());
        word.extend(
            fraction
                .bytes()
                .map(|digit| digit_name(u64::from(digit - b'0')).to_owned()),
        );
    }
    word.join(" ")
}

fn integer(value: u64) -> Option<String> {
    if value == 0 {
        return Some(digit_name(0).to_owned());
    }
    let mut part = Vec::new();
    let mut rest = value;
    let mut group = 0_usize;
    while rest > 0 {
        let three = rest % 1000;
        if three > 0 {
            part.push(match group {
                0 => below_thousand(three),
                // One thousand has a word of its own; one million has not.
                1 if three == 1 => "seribu".to_owned(),
                _ => format!("{} {}", below_thousand(three), GROUP.get(group - 1)?),
            });
        }
        rest /= 1000;
        group += 1;
    }
    part.reverse();
    Some(part.join(" "))
}

fn below_thousand(value: u64) -> String {
    let mut word = Vec::new();
    match value / 100 {
        0 => {}
        1 => word.push("seratus".to_owned()),
        hundred => word.push(format!("{} ratus", digit_name(hundred))),
    }
    match value % 100 {
        0 => {}
        10 => word.push("sepuluh".to_owned()),
        11 => word.push("sebelas".to_owned()),
        unit @ 1..=9 => word.push(digit_name(unit).to_owned()),
        teen @ 12..=19 => word.push(format!("{} belas", digit_name(teen - 10))),
        rest => {
            word.push(format!("{} puluh", digit_name(rest / 10)));
            if rest % 10 > 0 {
                word.push(digit_name(rest % 10).to_owned());
            }
        }
    }
    word.join(" ")
}

fn digit_name(digit: u64) -> &'static str {
    usize::try_from(digit)
        .ok()
        .and_then(|at| DIGIT.get(at))
        .copied()
        .unwrap_or("")
}
