//! What is no text of an office any more: too long, without a blank for pages,
//! or a letter below a tower of marks. Each is an error at its cell, and what
//! lies beyond the bound is cut off, since laying it out takes memory and time
//! out of all proportion.

use unicode_normalization::char::is_combining_mark;

use super::{Sheet, Value, code, limit};
use crate::diagnostic::{Diagnostic, Origin, Scope};

/// Holds every text of the sheets to the bounds.
pub(super) fn apply(sheets: &mut [Sheet], notice: &mut Vec<Diagnostic>) {
    let mut total = 0;
    let mut full = false;
    for sheet in sheets {
        let mut found = 0;
        let mut report = |finding: Diagnostic| {
            found += 1;
            if found <= limit::FINDINGS {
                notice.push(finding);
            }
        };
        for (at, cell) in &mut sheet.cell {
            let Value::Text(text) = &mut cell.value else {
                continue;
            };
            let origin = sheet.origin.at(at.row, at.col);
            if text.len() > limit::WORD_CHARS || !text.is_ascii() {
                bound_cell(text, &origin, &mut report);
            }
            total += text.len();
            if total > limit::DOCUMENT_TEXT && !full {
                full = true;
                report(too_much_text(origin));
            }
            if full {
                "…".clone_into(text);
            }
        }
    }
}

fn bound_cell(text: &mut String, origin: &Origin, report: &mut impl FnMut(Diagnostic)) {
    if let Some(marks) = cut_marks(text) {
        report(too_many_marks(origin.clone(), marks));
    }
    let chars = text.chars().count();
    if chars > limit::CELL_CHARS {
        *text = text.chars().take(limit::CELL_CHARS).collect();
        report(too_long(origin.clone(), chars));
    }
    if let Some(letters) = cut_words(text) {
        report(word_too_long(origin.clone(), letters));
    }
}

/// Leaves no more marks on a letter than a script has; the most that stood on one
/// if there were more.
fn cut_marks(text: &mut String) -> Option<usize> {
    let (mut run, mut most) = (0, 0);
    let kept: String = text
        .chars()
        .filter(|c| {
            run = if is_combining_mark(*c) { run + 1 } else { 0 };
            most = most.max(run);
            run <= limit::MARKS
        })
        .collect();
    (most > limit::MARKS).then(|| {
        *text = kept;
        most
    })
}

/// Cuts words that no line can hold; the letters of the longest if there was one.
fn cut_words(text: &mut String) -> Option<usize> {
    let (mut run, mut most) = (0, 0);
    let kept: String = text
        .chars()
        .filter(|c| {
            run = if c.is_whitespace() { 0 } else { run + 1 };
            most = most.max(run);
            run <= limit::WORD_CHARS
        })
        .collect();
    (most > limit::WORD_CHARS).then(|| {
        *text = kept;
        most
    })
}

/// `32.767`
fn number(count: usize) -> String {
    match count {
        0..1_000 => count.to_string(),
        _ => format!("{}.{:03}", number(count / 1_000), count % 1_000),
    }
}

fn too_many_marks(origin: Origin, marks: usize) -> Diagnostic {
    let message = format!(
        "satu huruf pada sel ini membawa {} tanda; paling banyak {}",
        number(marks),
        limit::MARKS
    );
    Diagnostic::error(code::MARKS, origin, message)
        .hint("ketik ulang isi sel ini; teks seperti itu biasanya hasil salinan yang rusak")
}

fn too_long(origin: Origin, chars: usize) -> Diagnostic {
    let message = format!(
        "sel ini memuat {} huruf; paling banyak {}",
        number(chars),
        number(limit::CELL_CHARS)
    );
    Diagnostic::error(code::CELL_TOO_LONG, origin, message)
        .hint("bagi isinya ke beberapa sel atau baris")
}

fn word_too_long(origin: Origin, letters: usize) -> Diagnostic {
    let message = format!(
        "sel ini memuat satu kata sepanjang {} huruf tanpa spasi; paling panjang {}",
        number(letters),
        number(limit::WORD_CHARS)
    );
    Diagnostic::error(code::WORD_TOO_LONG, origin, message)
        .hint("beri spasi di antara kata-katanya, atau hapus bila bukan isi Renstra")
}

fn too_much_text(origin: Origin) -> Diagnostic {
    let message = format!(
        "teks buku kerja ini lebih dari {} byte; isi mulai sel ini tidak dibaca",
        number(limit::DOCUMENT_TEXT)
    );
    Diagnostic::error(code::TEXT_TOO_MUCH, origin, message)
        .unprinted(Scope::Cell)
        .hint("hapus lembar dan salinan teks yang bukan isi Renstra")
}
