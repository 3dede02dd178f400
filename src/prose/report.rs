//! A placeholder that failed, told to the person who typed it.

use std::ops::Range;

use minijinja::{Error, ErrorKind};

use super::code;
use super::placeholder_error::PlaceholderError;
use super::tag::TagFault;
use super::{filter, function};
use crate::diagnostic::{Diagnostic, Origin};

/// A name is offered in place of another if at most two letters in five differ.
const MAX_DISTANCE: (usize, usize) = (2, 5);

/// Where a failure stands in its cell.
pub(super) struct TagPlace<'a> {
    /// The Narasi cell.
    pub(super) origin: &'a Origin,
    /// The whole text of the cell.
    pub(super) text: &'a str,
    /// The placeholder, in bytes of the text.
    pub(super) tag: Range<usize>,
}

impl TagPlace<'_> {
    fn finding(&self, code: crate::diagnostic::Code, message: String) -> Diagnostic {
        let typed = self
            .text
            .get(self.tag.clone())
            .unwrap_or_default()
            .trim_end();
        let mut finding = Diagnostic::error(code, self.origin.clone(), message);
        let above = self.text.get(..self.tag.start).unwrap_or_default();
        if self.text.contains('\n') {
            let line = above.matches('\n').count() + 1;
            finding = finding.note("baris", format!("{line} di dalam sel"));
        }
        if typed.is_empty() {
            finding
        } else {
            finding.note("tertulis", typed.replace('\n', " "))
        }
    }
}

/// The finding for a tag that is broken by itself.
pub(super) fn of_tag(fault: TagFault, place: &TagPlace<'_>) -> Diagnostic {
    let print = place
        .text
        .get(place.tag.clone())
        .is_some_and(|typed| typed.starts_with("{{"));
    let (message, hint) = match fault {
        TagFault::Open if print => (
            "placeholder tidak ditutup dengan }}",
            "tulis seperti {{ opd.nama }}, pada satu baris",
        ),
        TagFault::Open => (
            "{% tidak ditutup dengan %}",
            "tulis seperti {% if … %} … {% endif %}",
        ),
        TagFault::NoEnd => (
            "if atau for tidak ditutup",
            "akhiri dengan {% endif %} atau {% endfor %}",
        ),
        TagFault::NoBegin => (
            "bagian ini tidak didahului if atau for",
            "hapus, atau tambahkan {% if … %} di depannya",
        ),
        TagFault::Statement => (
            "perintah ini tidak dikenal dalam narasi",
            "yang dikenal: if, elif, else, for, set",
        ),
        TagFault::TooLong => (
            "placeholder ini terlalu panjang atau terlalu dalam",
            "pecah menjadi beberapa placeholder yang pendek",
        ),
    };
    let code = match fault {
        TagFault::TooLong => code::TOO_LONG,
        _ => code::BAD_SYNTAX,
    };
    place.finding(code, message.to_owned()).hint(hint)
}

/// The finding for an error of minijinja. `cut` is what the error's range spans.
pub(super) fn of_error(
    error: &Error,
    cut: &str,
    known: &[String],
    place: &TagPlace<'_>,
) -> Diagnostic {
    if let Some(fault) = PlaceholderError::of(error) {
        return of_fault(fault, cut, known, place);
    }
    match error.kind() {
        ErrorKind::SyntaxError | ErrorKind::BadEscape => place
            .finding(
                code::BAD_SYNTAX,
                "penulisan placeholder tidak benar".to_owned(),
            )
            .hint("tulis seperti {{ opd.nama }} atau {{ pagu_total() | rupiah }}"),
        ErrorKind::OutOfFuel => place
            .finding(
                code::TOO_LONG,
                "narasi ini terlalu panjang atau berulang terlalu banyak".to_owned(),
            )
            .hint("pendekkan teksnya atau hapus perulangannya"),
        ErrorKind::UndefinedError => unknown("nama", cut, known, place),
        ErrorKind::UnknownFilter => {
            let name = quoted_name(error, cut);
            unknown("filter", &name, &filter::NAME.map(str::to_owned), place)
        }
        ErrorKind::UnknownFunction | ErrorKind::UnknownMethod => {
            let name = called(cut).unwrap_or(cut);
            unknown("fungsi", name, &function::NAME.map(str::to_owned), place)
        }
        ErrorKind::UnknownTest => {
            let name = quoted_name(error, cut);
            unknown("uji", &name, &[], place)
        }
        // A function that does not exist is first an unknown name, then "not callable".
        _ => match called(cut).filter(|name| !exists(name, known)) {
            Some(name) => unknown("fungsi", name, &function::NAME.map(str::to_owned), place),
            None => place
                .finding(
                    code::BAD_ARGUMENT,
                    "nilai di dalam placeholder ini tidak dapat dipakai".to_owned(),
                )
                .hint("periksa banyaknya dan jenis nilai di dalam kurung serta filternya"),
        },
    }
}

fn of_fault(
    fault: &PlaceholderError,
    cut: &str,
    known: &[String],
    place: &TagPlace<'_>,
) -> Diagnostic {
    match fault {
        PlaceholderError::Unknown { name, sibling } => {
            let key = name.rsplit('.').next().unwrap_or(name);
            // What was typed says more than the name that failed: it may go
            // through a loop's variable (`t.nmaa`) or on behind it (`odp.nama`).
            let typed = if is_name(cut) && cut.split('.').any(|part| part == key) {
                cut
            } else {
                name
            };
            // Names next to a name in the middle are in `known` with what follows them.
            let suffixed = typed.strip_suffix(key).map(|path| {
                sibling
                    .iter()
                    .map(|other| format!("{path}{other}"))
                    .collect::<Vec<_>>()
            });
            let candidate: Vec<String> = suffixed
                .into_iter()
                .flatten()
                .chain(known.iter().cloned())
                .collect();
            unknown("nama", typed, &candidate, place)
        }
        PlaceholderError::Missing { name } => place
            .finding(
                code::NOT_FILLED,
                format!("nilai `{name}` belum diisi pada buku kerja"),
            )
            .hint("isi nilainya pada lembar asalnya, atau hapus placeholder ini"),
        PlaceholderError::NoSuch { what: "tahun", id } => place
            .finding(
                code::NO_SUCH_OBJECT,
                format!("tahun {id} tidak termasuk periode Renstra"),
            )
            .hint("pakai tahun di dalam periode"),
        PlaceholderError::NoSuch { what, id } => place
            .finding(code::NO_SUCH_OBJECT, format!("{what} \"{id}\" tidak ada"))
            .hint(format!("periksa penulisan {what} itu")),
        PlaceholderError::Argument(message) => place.finding(code::BAD_ARGUMENT, message.clone()),
    }
}

fn unknown(what: &str, name: &str, known: &[String], place: &TagPlace<'_>) -> Diagnostic {
    let finding = place.finding(code::UNKNOWN_NAME, format!("{what} `{name}` tidak dikenal"));
    match nearest(name, known) {
        Some(near) => finding.hint(format!("maksud Anda `{near}`?")),
        None if known.is_empty() => finding,
        None => finding.hint(format!("periksa penulisan {what} itu")),
    }
}

/// The known name that is most like the one typed: another spelling of it, or
/// the same last word in full (`nama` for `opd.nama`).
fn nearest<'a>(name: &str, known: &'a [String]) -> Option<&'a str> {
    let lower = name.to_lowercase();
    let in_full = known
        .iter()
        .find(|known| known.rsplit('.').next() == Some(&lower));
    let distance = |known: &String| strsim::damerau_levenshtein(&known.to_lowercase(), &lower);
    let close = |(distance, known): &(usize, &String)| {
        let length = known.chars().count().max(lower.chars().count());
        distance * MAX_DISTANCE.1 <= length * MAX_DISTANCE.0
    };
    // The first of equals, in the order of the context.
    let best = known
        .iter()
        .map(|known| (distance(known), known))
        .filter(close)
        .min_by_key(|(d, _)| *d);
    best.map(|(_, known)| known).or(in_full).map(String::as_str)
}

fn is_name(cut: &str) -> bool {
    !cut.is_empty()
        && cut
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '.'))
}

/// The function of a call, `pagu_totl` of `pagu_totl(2023)`.
fn called(cut: &str) -> Option<&str> {
    let name = cut
        .split_once('(')
        .map_or(cut, |(name, _)| name)
        .trim()
        .trim_start_matches('.');
    is_name(name).then_some(name)
}

/// Whether a name means anything: a value or an object of values, a function, a filter.
fn exists(name: &str, known: &[String]) -> bool {
    let is = |known: &str| {
        known
            .strip_prefix(name)
            .is_some_and(|rest| matches!(rest.bytes().next(), None | Some(b'.')))
    };
    filter::NAME.contains(&name) || known.iter().any(|known| is(known))
}

/// The filter or test in minijinja's own sentence, `filter foo is unknown`.
fn quoted_name(error: &Error, cut: &str) -> String {
    let word = error
        .detail()
        .and_then(|detail| detail.split_whitespace().nth(1));
    word.filter(|word| is_name(word)).unwrap_or(cut).to_owned()
}
