//! Which worksheet a sheet is: by its tab, by the title above the table, or by
//! the headings.

use super::ambiguity;
use super::catalogue::ALL;
use super::cell;
use super::code;
use super::header;
use super::header_columns::Header;
use super::heading;
use super::heading_rows::Headlines;
use super::schema::Schema;
use super::worksheets::{identitas, narasi, struktur};
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics, Fact, Scope};
use crate::model::Worksheet;
use crate::workbook::{Sheet, Value};

/// Rows above a table in which a title may stand.
const TITLE_ROWS: u32 = 12;
/// Tabs of a blank workbook that hold no table.
const GUIDE: [&str; 4] = ["petunjuk", "referensi", "daftar pilihan", "asal baris"];

/// The worksheet this sheet is. `None`, with a finding, for a filled sheet that
/// is none; `None` in silence for an empty one and for the guide.
pub fn schema(
    sheet: &Sheet,
    captioned: &dyn Fn() -> bool,
    out: &mut Diagnostics,
) -> Option<&'static Schema> {
    among(&ALL, sheet, captioned, out)
}

/// Whether a tab says that its table of goals is the RPJMD's: an agency that
/// quotes the city's sasaran next to its own must not have them taken for its own.
fn is_of_rpjmd(sheet: &Sheet, schema: &Schema) -> bool {
    schema.id == Worksheet::Tc25
        && heading::plain(&sheet.name)
            .split(' ')
            .any(|word| word == "rpjmd")
}

/// As [`shape`], among the worksheets of another kind of workbook.
pub fn among(
    known: &[&'static Schema],
    sheet: &Sheet,
    captioned: &dyn Fn() -> bool,
    out: &mut Diagnostics,
) -> Option<&'static Schema> {
    sheet.extent()?;
    if is_guide(sheet) {
        return None;
    }
    let found = by_tab(known, sheet)
        .or_else(|| by_title(known, sheet))
        .or_else(|| by_header(known, sheet))
        .or_else(|| by_whole_tab(known, sheet, captioned))
        .or_else(|| by_own_words(known, sheet))
        .filter(|schema| !is_of_rpjmd(sheet, schema));
    report_unknown(found, sheet, captioned, out);
    found
}

/// Whether a sheet is one of a blank workbook that hold no table.
pub fn is_guide(sheet: &Sheet) -> bool {
    GUIDE.contains(&heading::plain(&sheet.name).as_str())
}

/// The worksheet that a further table of a sheet is; its tab says nothing.
pub fn shape_below(
    sheet: &Sheet,
    captioned: &dyn Fn() -> bool,
    out: &mut Diagnostics,
) -> Option<&'static Schema> {
    let found = by_title(&ALL, sheet)
        .or_else(|| by_header(&ALL, sheet))
        .or_else(|| by_own_words(&ALL, sheet));
    if found.is_none() && !captioned() {
        let first = sheet.cell.keys().next();
        out.emit(
            Diagnostic::warning(
                code::UNKNOWN_SHEET,
                first.map_or_else(|| sheet.origin.clone(), |at| sheet.at(*at)),
                "tabel yang mulai di sini bukan tabel Renstra yang dikenal; tidak dibaca",
            ).unprinted(Scope::Sheet)
            .fact(Fact::Unread(None))
            .hint("pindahkan ke lembar tersendiri dan beri judul \"Tabel 2.4 …\" bila harus dicetak apa adanya"),
        );
    }
    found
}

/// A sheet with a caption of its own is printed as it stands, and not unknown.
fn report_unknown(
    found: Option<&Schema>,
    sheet: &Sheet,
    captioned: &dyn Fn() -> bool,
    out: &mut Diagnostics,
) {
    if found.is_some() || captioned() {
        return;
    }
    let mut finding = Diagnostic::warning(
        code::UNKNOWN_SHEET,
        sheet.origin.clone(),
        format!(
            "lembar \"{}\" bukan tabel Renstra yang dikenal; tidak dibaca dan tidak dicetak ({} sel terisi)",
            sheet.name,
            sheet.cell.len()
        ),
    ).unprinted(Scope::Sheet);
    if let Some((schema, header)) = nearly(sheet) {
        let missing: Vec<String> = header
            .missing(schema)
            .iter()
            .map(|column| format!("\"{}\"", column.label()))
            .collect();
        finding = finding.note(
            "mirip",
            format!(
                "tabel {}; kolom {} tidak ditemukan",
                schema.tab(),
                missing.join(", ")
            ),
        );
        for (col, text) in header.unknown.iter().take(4) {
            let at = CellRef::new(header.row_of(*col), *col);
            finding = finding.note(
                "judul",
                format!("{at} \"{}\" tidak dikenal", cell::short(text)),
            );
        }
    }
    out.emit(finding.fact(Fact::Unread(None)).hint("beri nama lembar seperti pada formulir, misalnya \"T-C.27\", bila isinya harus dibaca; beri judul \"Tabel 2.4 …\" bila harus dicetak apa adanya; sembunyikan lembarnya bila hanya kertas kerja"));
}

/// The worksheet of which most required columns stand on a sheet, but not all.
fn nearly(sheet: &Sheet) -> Option<(&'static Schema, Header)> {
    let lines = header::headlines(sheet)?;
    ALL.into_iter()
        .filter_map(|schema| {
            let header = header::find_in(&lines, schema)?;
            let required = schema.column.iter().filter(|c| c.required).count();
            let missing = header.missing(schema).len();
            (missing > 0 && missing * 2 <= required && header.count() >= 4)
                .then_some((schema, header))
        })
        .max_by_key(|(_, header)| header.count())
}

/// The worksheet whose name begins the tab, without blanks, punctuation and a
/// table's number in front, and whose headings stand here; of several the one
/// with the longest name.
fn by_tab(known: &[&'static Schema], sheet: &Sheet) -> Option<&'static Schema> {
    named(known, sheet)
        .filter_map(|(length, _, schema)| Some((length, score(sheet, schema)?, schema)))
        .max_by_key(|(length, score, _)| (*length, *score))
        .map(|(_, _, schema)| schema)
}

/// The worksheet that the tab names in full, though its headings do not stand
/// here: it is that one, broken. Under a caption of its own, a tab that only has another
/// word for it (`Aset`) names no worksheet.
fn by_whole_tab(
    known: &[&'static Schema],
    sheet: &Sheet,
    captioned: &dyn Fn() -> bool,
) -> Option<&'static Schema> {
    let tab = squeeze(without_number(&sheet.name));
    named(known, sheet)
        .filter(|(_, whole, schema)| *whole && (tab == squeeze(schema.tab()) || !captioned()))
        .max_by_key(|(length, ..)| *length)
        .map(|(_, _, schema)| schema)
}

/// Worksheets whose name begins the tab: length of the name, whether it is the
/// whole tab.
fn named<'a>(
    known: &'a [&'static Schema],
    sheet: &'a Sheet,
) -> impl Iterator<Item = (usize, bool, &'static Schema)> {
    let tab = squeeze(without_number(&sheet.name));
    known
        .iter()
        .copied()
        .flat_map(|schema| {
            std::iter::once(schema.tab())
                .chain(schema.tab_alias.iter().copied())
                .map(move |name| (squeeze(name), schema))
        })
        .filter_map(move |(name, schema)| {
            let begins = tab == name || (name.len() >= 4 && tab.starts_with(name.as_str()));
            begins.then_some((name.len(), tab == name, schema))
        })
}

/// `2.5 Anggaran Realisasi` and `Tabel 4.3 Pendanaan` without what numbers them.
fn without_number(tab: &str) -> &str {
    let bare = tab.trim();
    let bare = bare
        .get(..6)
        .filter(|word| word.eq_ignore_ascii_case("tabel "))
        .map_or(bare, |word| &bare[word.len()..]);
    let rest = bare.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
    if rest.is_empty() { tab } else { rest }
}

/// How well a sheet's headings fit a worksheet: columns recognised, less twice
/// those that are foreign. `None` if a required column is missing.
fn score(sheet: &Sheet, schema: &Schema) -> Option<i64> {
    let header = header::find(sheet, schema).filter(|header| header.missing(schema).is_empty())?;
    let foreign = header.unknown.len() + header.duplicate.len();
    Some(i64::try_from(header.count()).ok()? - 2 * i64::try_from(foreign).ok()?)
}

fn by_title(known: &[&'static Schema], sheet: &Sheet) -> Option<&'static Schema> {
    let first = sheet.cell.keys().next()?.row;
    // A title stands alone in its row; next to others a text is a heading.
    let alone = |row: u32| sheet.cell.keys().filter(|at| at.row == row).take(2).count() == 1;
    let title: Vec<String> = sheet
        .cell
        .iter()
        .take_while(|(at, _)| at.row < first + TITLE_ROWS)
        .filter(|(at, _)| alone(at.row))
        .filter_map(|(_, cell)| match &cell.value {
            Value::Text(text) => Some(heading::plain(text)),
            _ => None,
        })
        .collect();
    known
        .iter()
        .copied()
        .flat_map(|schema| schema.title.iter().map(move |begin| (*begin, schema)))
        .filter(|(begin, _)| title.iter().any(|text| names(text, begin)))
        .filter_map(|(begin, schema)| {
            let plain = schema.id == Worksheet::Identitas;
            let score = if plain { Some(0) } else { score(sheet, schema) };
            Some((score?, begin.len(), schema))
        })
        .max_by_key(|(score, length, _)| (*score, *length))
        .map(|(_, _, schema)| schema)
}

/// Whether a title begins with the words, perhaps behind `Tabel 6.1`.
fn names(text: &str, begin: &str) -> bool {
    text.starts_with(begin)
        || text.strip_prefix("tabel ").is_some_and(|rest| {
            rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ')
                .starts_with(begin)
        })
}

/// Whether words stand here that only one worksheet of few headings has.
pub(super) fn has_own_words(sheet: &Sheet) -> bool {
    by_own_words(&ALL, sheet).is_some()
}

/// A sheet of few headings or none, by words that no other sheet has.
fn by_own_words(known: &[&'static Schema], sheet: &Sheet) -> Option<&'static Schema> {
    let found = if narasi::has_headings(sheet) {
        &narasi::SCHEMA
    } else if struktur::has_headings(sheet) {
        &struktur::SCHEMA
    } else if identitas::has_labels(sheet) {
        &identitas::SCHEMA
    } else {
        return None;
    };
    known.iter().copied().find(|schema| schema.id == found.id)
}

/// The worksheet of which all required headings stand here; of several the one
/// with most columns. Sheets of two ordinary words (`isi`, `jabatan`) are never
/// guessed, nor is a sheet of which a good part of the headings does not belong:
/// a funding table of another regulation also has an indikator and targets. Shapes of
/// ordinary headings need more than these (`ambiguity`).
fn by_header(known: &[&'static Schema], sheet: &Sheet) -> Option<&'static Schema> {
    let lines = header::headlines(sheet);
    known
        .iter()
        .copied()
        .filter(|schema| {
            // Sheets of ordinary words, and lists of indicators that only their
            // names tell apart.
            !matches!(
                schema.id,
                Worksheet::Identitas
                    | Worksheet::Narasi
                    | Worksheet::Struktur
                    | Worksheet::Iku
                    | Worksheet::Ikk
                    | Worksheet::Tc28
                    | Worksheet::Konfirmasi
                    | Worksheet::RpjmdWajib
            )
        })
        .filter_map(|schema| {
            let lines = lines.as_ref().filter(|lines| lines.may_be_whole(schema))?;
            let header = header::find_in(lines, schema)?;
            let foreign = header.unknown.len() + header.duplicate.len();
            let fits = header.missing(schema).is_empty()
                && foreign * 5 <= header.count()
                && ambiguity::is_enough(sheet, schema, &header);
            fits.then(|| {
                (
                    header.count(),
                    header.count().saturating_sub(2 * foreign),
                    schema,
                )
            })
        })
        .filter(|(count, ..)| *count >= 3)
        .max_by_key(|(_, score, _)| *score)
        .map(|(_, _, schema)| schema)
}

/// The worksheet whose whole heading stands in these rows.
pub(super) fn whole(lines: &Headlines<'_>) -> Option<(&'static Schema, Header)> {
    ALL.into_iter()
        .filter(|schema| lines.may_be_whole(schema))
        .filter_map(|schema| {
            let header = header::find_in(lines, schema)?;
            let foreign = header.unknown.len() + header.duplicate.len();
            // Two columns are enough where nothing else has them.
            let enough = header.count() >= 3 || schema.id == Worksheet::Struktur;
            let whole = header.missing(schema).is_empty() && enough;
            (whole && foreign * 5 <= header.count()).then_some((schema, header))
        })
        .max_by_key(|(_, header)| header.count())
}

fn squeeze(text: &str) -> String {
    heading::plain(text).replace(' ', "")
}
