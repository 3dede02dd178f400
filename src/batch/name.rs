//! Names of output files: recognisable, and safe on every system.
//!
//! An agency's name is data. On the way to a file name it loses what Windows
//! forbids, and it never leaves the output folder.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

/// Longest name without its ending, in bytes of UTF-8. Leaves room for endings
/// and for a deep folder within the 260 characters of Windows.
const LONGEST: usize = 120;

/// Longest name of a new agency's workbook without its ending, in bytes.
const NEW: usize = 100;

/// Device names of Windows, whatever ending follows them.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Names that the recap takes.
const TAKEN: [&str; 1] = ["rekap"];

/// Digits of a mark, first and at most.
const SHORTEST_MARK: usize = 6;
const LONGEST_MARK: usize = 64;

/// What a name is made from.
#[derive(Debug, Clone, Copy)]
pub struct Label<'a> {
    /// File name of the workbook, which is unique in its folder.
    pub source: &'a str,
    /// Name of the agency.
    pub opd: &'a str,
    /// Its code.
    pub kode: &'a str,
    /// Stage of the document.
    pub tahap: &'a str,
}

/// A name without ending for each label, by the pattern with `{opd}`, `{kode}`,
/// `{tahap}`. The same set of labels gives the same names in any order.
///
/// Names that a file system could take for one another get a mark of their
/// workbook behind them, all of them: so none depends on who came first.
pub fn stems(pattern: &str, label: &[Label<'_>]) -> Vec<String> {
    let pattern = pattern
        .strip_suffix(".pdf")
        .filter(|stem| !stem.is_empty())
        .unwrap_or(pattern);
    let plain: Vec<String> = label.iter().map(|label| fill(pattern, label)).collect();
    let mut mark = vec![0; label.len()];
    loop {
        let name: Vec<String> = plain
            .iter()
            .zip(label)
            .zip(&mark)
            .map(|((plain, label), length)| marked(plain, label.source, *length))
            .collect();
        let keys: Vec<String> = name.iter().map(|name| fold(name)).collect();
        let mut user: BTreeMap<&str, usize> = TAKEN.into_iter().map(|name| (name, 1)).collect();
        for key in &keys {
            *user.entry(key).or_default() += 1;
        }
        let mut grown = false;
        for (key, mark) in keys.iter().zip(&mut mark) {
            if user.get(key.as_str()).is_some_and(|count| *count > 1) && *mark < LONGEST_MARK {
                *mark = (*mark * 2).clamp(SHORTEST_MARK, LONGEST_MARK);
                grown = true;
            }
        }
        if !grown {
            return name;
        }
    }
}

/// What two names are the same by, for a file system that knows neither case
/// nor the forms of composed letters.
pub fn fold(name: &str) -> String {
    let upper: String = name.nfkc().collect::<String>().to_uppercase();
    upper.to_lowercase().nfkc().collect()
}

fn fill(pattern: &str, label: &Label<'_>) -> String {
    let filled = pattern
        .replace("{opd}", label.opd)
        .replace("{kode}", label.kode)
        .replace("{tahap}", label.tahap);
    let name = safe(&filled);
    if name.is_empty() {
        let source = label
            .source
            .rsplit_once('.')
            .map_or(label.source, |(stem, _)| stem);
        let name = safe(source);
        if name.is_empty() {
            return "tanpa-nama".to_owned();
        }
        return name;
    }
    name
}

/// A text as a name that Windows takes, without regard to its length.
pub fn safe(text: &str) -> String {
    let word: Vec<&str> = text.split_whitespace().collect();
    let name: String = word
        .join(" ")
        .nfc()
        .map(|c| {
            if c.is_control() || "<>:\"/\\|?*".contains(c) {
                '-'
            } else {
                c
            }
        })
        .collect();
    // A dot or a dash in front hides the file or looks like an option.
    let name = name.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let name = name.trim_start_matches(['-', '.', ' ']);
    if is_reserved(name) {
        format!("_{name}")
    } else {
        name.to_owned()
    }
}

/// `Dinas P.U. & Perumahan` to `dinas-p-u-perumahan.xlsx`: the workbook of a new agency,
/// under a name that every system takes. `None` if the name has no letter.
pub fn workbook(opd: &str) -> Option<String> {
    let plain = crate::model::text::plain(opd);
    let word: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty()).collect();
    let mut stem = word.join("-");
    stem.truncate(stem.floor_char_boundary(NEW));
    let mark = if is_reserved(&stem) { "-" } else { "" };
    (!stem.is_empty()).then(|| format!("{stem}{mark}.xlsx"))
}

/// Whether Windows keeps a name for a device.
pub fn is_reserved(name: &str) -> bool {
    let first = name.split('.').next().unwrap_or_default();
    let first = first.trim_end().to_lowercase();
    let port = first
        .strip_prefix("com")
        .or_else(|| first.strip_prefix("lpt"))
        .map(|number| number.chars().collect::<Vec<_>>());
    RESERVED.contains(&first.as_str())
        || port.is_some_and(|number| {
            matches!(number[..], [digit] if digit.is_ascii_digit() || "¹²³".contains(digit))
        })
}

/// The name with so many digits of its workbook's mark; a name that was cut
/// always has some.
fn marked(name: &str, source: &str, length: usize) -> String {
    let length = if name.len() > LONGEST {
        length.max(SHORTEST_MARK)
    } else {
        length
    };
    if length == 0 {
        return name.to_owned();
    }
    let digest = blake3::hash(source.as_bytes()).to_hex();
    let mark = &digest[..length.min(digest.len())];
    let mut end = name.len().min(LONGEST - mark.len() - 1);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    let head = name[..end].trim_end_matches(|c: char| c == '.' || c == '-' || c.is_whitespace());
    format!("{head}-{mark}")
}
