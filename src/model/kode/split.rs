//! Kode and name in one cell.

use super::{Kode, Level};

/// Takes `1.02.01 - PROGRAM …`, `1.02.01 PROGRAM …` or `1.02.01. PROGRAM …`
/// apart. The name is empty where only a kode was typed; `None` where no kode
/// stands in front.
///
/// A lone digit is the kode of an urusan only before `URUSAN`, `UNSUR` or `NON
/// URUSAN`: everything else that begins so is a count (`2 Dokumen`) or a list.
pub fn split_coded(text: &str) -> Option<(Kode, &str)> {
    let text = text.trim();
    let (kode, name) = at_dash(text).or_else(|| at_blank(text))?;
    if kode.level() == Level::Urusan {
        let upper = name.to_uppercase();
        let named = ["URUSAN", "UNSUR", "NON URUSAN"]
            .iter()
            .any(|word| upper.starts_with(word));
        return named.then_some((kode, name));
    }
    Some((kode, name))
}

/// At the first dash; before it the kode may be broken by blanks or lines.
fn at_dash(text: &str) -> Option<(Kode, &str)> {
    let (left, right) = text.split_once(['-', '–', '—'])?;
    Some((left.parse().ok()?, right.trim_start()))
}

fn at_blank(text: &str) -> Option<(Kode, &str)> {
    let (left, right) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    Some((left.parse().ok()?, right.trim_start()))
}
