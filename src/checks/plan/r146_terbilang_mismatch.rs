#![doc = include_str!("r146_terbilang_mismatch.md")]

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::checks::shared::numeral::spoken;
use crate::checks::shared::texts::{Kind, texts};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{number, terbilang::terbilang, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R146"),
    severity: Severity::Warning,
    text: include_str!("r146_terbilang_mismatch.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for text in texts(subject) {
        if text.kind == Kind::DasarHukum {
            continue;
        }
        for (digits, words, number, said) in pairs(&text.content) {
            out.emit(
                RULE.finding(
                    text.origin.clone(),
                    format!("angka {digits} diikuti terbilang \"{words}\""),
                )
                .path(text.slot)
                .figure("angka", digits, [text.origin.clone()])
                .figure(
                    "terbilang",
                    format!("{words} = {}", number::print(said)),
                    [text.origin.clone()],
                )
                .hint(format!(
                    "tulis \"{}\", atau perbaiki angkanya",
                    terbilang(number)
                )),
            );
        }
    }
}

/// Numbers with words in parentheses behind them that say another: as typed, and
/// the two values.
fn pairs(typed: &str) -> Vec<(String, String, Decimal, Decimal)> {
    let mut list = Vec::new();
    for (at, _) in typed.match_indices('(') {
        let Some(length) = typed[at..].find(')') else {
            continue;
        };
        let inner = text::plain(&typed[at + 1..at + length]);
        let words: Vec<&str> = inner.split(' ').collect();
        let Some((said, used)) = spoken(&words) else {
            continue;
        };
        // `5 (lima) program`, `(lima orang)`; not `(dua di antaranya rusak)`.
        if words.len() > used + 1 {
            continue;
        }
        let before = typed[..at].trim_end();
        let start = before
            .rfind(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
            .map_or(0, |i| {
                i + before[i..].chars().next().map_or(1, char::len_utf8)
            });
        let digits = before[start..].trim_matches(['.', ',']);
        // A lone dot before three digits parts thousands where words follow.
        let plain = digits.replace('.', "");
        let Ok(number) = number::parse(&plain) else {
            continue;
        };
        let said = Decimal::from(said);
        if number.fract().is_zero() && number != said {
            list.push((digits.to_owned(), words[..used].join(" "), number, said));
        }
    }
    list
}
