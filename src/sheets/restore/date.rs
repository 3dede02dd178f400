//! A date or a time that its number format still shows as the digits that were typed:
//! `7.01.02` under `d.mm.yy`, `1.02` under `h.mm`.

use crate::workbook::Date;

/// The digits as shown, parted by dots; `None` under a format that shows something
/// else than what was typed.
pub(in crate::sheets) fn shown(date: Date, format: Option<&str>) -> Option<String> {
    let format = format?
        .to_lowercase()
        .replace("\\.", ".")
        .replace("\".\"", ".");
    let format = format.split(';').next()?.to_owned();
    let mut out = Vec::new();
    for part in format.split('.') {
        out.push(match part {
            "d" => date.day.to_string(),
            "dd" => format!("{:02}", date.day),
            "m" => date.month.to_string(),
            // Behind hours they are minutes.
            "mm" if !out.is_empty() && format.starts_with('h') => {
                format!("{:02}", date.second / 60 % 60)
            }
            "mm" => format!("{:02}", date.month),
            "yy" => format!("{:02}", date.year.rem_euclid(100)),
            "h" => (date.second / 3600).to_string(),
            "hh" => format!("{:02}", date.second / 3600),
            _ => return None,
        });
    }
    // A kode begins with the one digit of its urusan.
    if let Some(first) = out.first_mut() {
        *first = first.trim_start_matches('0').to_owned();
    }
    (out.len() > 1).then(|| out.join("."))
}
