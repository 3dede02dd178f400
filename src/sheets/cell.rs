//! A cell to a value of the model: the value, nothing, or a finding.

use rust_decimal::Decimal;

use super::code;
use super::kode_cell;
use crate::diagnostic::{Diagnostic, Diagnostics, Origin, Scope};
use crate::model::number::{self, NumberError};
use crate::model::rupiah::{self, RupiahError};
pub use crate::model::text::{one_line, short};
use crate::model::{Entry, Kode, Located, Rupiah, Target, target};
use crate::workbook::{Cell, PICTURE, Value};

/// The first whole number with more digits than a spreadsheet keeps, 15.
const MOST: Decimal = Decimal::from_parts(0xA4C6_8000, 0x0003_8D7E, 0, false, 0);

/// The first number that cannot be a year, and is printed in groups where its format
/// shows them.
const GROUPED: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// The first amount of more than 18 digits, which no budget has; sums stay exact below it.
const TOO_MUCH: Decimal = Decimal::from_parts(0xA764_0000, 0x0DE0_B6B3, 0, false, 0);

/// Text as typed. A number or date in a text column is taken as it is shown.
pub fn text(cell: &Cell, origin: Origin, out: &mut Diagnostics) -> Entry<String> {
    match &cell.value {
        Value::Text(text) if target::is_missing(text) => Entry::Empty(origin),
        Value::Text(text) => filled(without_margin(text).to_owned(), origin),
        Value::Number(number) if number.abs() >= MOST => digits_lost(*number, origin, out),
        Value::Number(number) => filled(as_seen(*number, cell.format.as_deref()), origin),
        Value::Bool(yes) => filled(if *yes { "Ya" } else { "Tidak" }.to_owned(), origin),
        Value::Date(date) => filled(
            format!("{:02}-{:02}-{:04}", date.day, date.month, date.year),
            origin,
        ),
        Value::Error(_) | Value::NoResult => broken(cell, origin, out),
    }
}

/// A number in a column of words as its author sees it: a fraction, `85%`, large numbers
/// in groups; a year without.
fn as_seen(number: Decimal, format: Option<&str>) -> String {
    let grouped = |code: &str| code.contains("#,##") && number.abs() >= GROUPED;
    if let Some(digits) = format.and_then(|code| target::padded(number, code)) {
        return digits;
    }
    match format {
        Some(code) if code.contains(['%', '/']) || grouped(code) => {
            Target::from_decimal(number, Some(code)).to_string()
        }
        _ => number::print_plain(number),
    }
}

/// A text without blanks around it, which nobody sees in a cell. Of several lines the
/// first keeps its indentation.
fn without_margin(text: &str) -> &str {
    if text.contains('\n') {
        text.trim_end()
    } else {
        text.trim()
    }
}

/// Money, rupiah. Text is read in the Indonesian style; what can be read two
/// ways is reported, not guessed.
pub fn rupiah(cell: &Cell, origin: Origin, out: &mut Diagnostics) -> Entry<Rupiah> {
    match &cell.value {
        Value::Number(number) if number.abs() >= TOO_MUCH => {
            too_much(&number.to_string(), origin, out)
        }
        Value::Number(number) => filled(Rupiah::from_decimal(*number), origin),
        Value::Text(text) if target::is_missing(text) || rupiah::is_nothing(text) => {
            Entry::Empty(origin)
        }
        Value::Text(text) => match Rupiah::parse(text) {
            Ok(rupiah) if rupiah.decimal().abs() >= TOO_MUCH => too_much(text, origin, out),
            Ok(rupiah) => filled(rupiah, origin),
            Err(RupiahError::Ambiguous { .. }) => {
                out.emit(
                    Diagnostic::error(
                        code::AMBIGUOUS_MONEY,
                        origin.clone(),
                        format!("jumlah uang \"{text}\" dapat dibaca dengan dua cara"),
                    )
                    .unprinted(Scope::Cell)
                    .hint("ketik ulang sebagai angka biasa tanpa titik, misalnya 1234000"),
                );
                Entry::Broken(origin)
            }
            Err(RupiahError::NotMoney) => {
                out.emit(
                    Diagnostic::error(
                        code::NOT_MONEY,
                        origin.clone(),
                        format!("\"{}\" bukan jumlah uang", short(text)),
                    )
                    .unprinted(Scope::Cell)
                    .hint("isi dengan angka rupiah; kosongkan bila tidak ada"),
                );
                Entry::Broken(origin)
            }
        },
        Value::Bool(_) => wrong_kind("jumlah uang", code::NOT_MONEY, cell, origin, out),
        Value::Date(_) => wrong_kind("jumlah uang", code::UNEXPECTED_DATE, cell, origin, out),
        Value::Error(_) | Value::NoResult => broken(cell, origin, out),
    }
}

fn too_much(typed: &str, origin: Origin, out: &mut Diagnostics) -> Entry<Rupiah> {
    out.emit(
        Diagnostic::error(
            code::NOT_MONEY,
            origin.clone(),
            format!("jumlah uang \"{}\" lebih dari 18 angka", short(typed)),
        )
        .unprinted(Scope::Cell)
        .hint("periksa jumlah angkanya; tulis dalam rupiah"),
    );
    Entry::Broken(origin)
}

/// A target or achievement, kept as typed; a percent cell as its author saw it.
pub fn target(cell: &Cell, origin: Origin, out: &mut Diagnostics) -> Entry<Target> {
    match &cell.value {
        Value::Text(text) if target::is_missing(text) => Entry::Empty(origin),
        Value::Text(text) => {
            report_stacked(text, &origin, out);
            filled(Target::parse(text), origin)
        }
        Value::Number(number) => filled(
            Target::from_decimal(*number, cell.format.as_deref()),
            origin,
        ),
        Value::Bool(yes) => filled(Target::parse(if *yes { "Ya" } else { "Tidak" }), origin),
        Value::Date(_) => wrong_kind("target", code::UNEXPECTED_DATE, cell, origin, out),
        Value::Error(_) | Value::NoResult => broken(cell, origin, out),
    }
}

/// Values one below another are several indicators' in one row.
fn report_stacked(text: &str, origin: &Origin, out: &mut Diagnostics) {
    let line: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    if line.len() > 1
        && line
            .iter()
            .all(|line| Target::parse(line).nilai().is_some())
    {
        out.emit(
            Diagnostic::warning(
                code::STACKED,
                origin.clone(),
                format!("sel ini memuat {} nilai: {}", line.len(), line.join("; ")),
            )
            .hint("tulis satu indikator pada satu baris dengan satu target"),
        );
    }
}

/// A plain number.
pub fn angka(cell: &Cell, origin: Origin, out: &mut Diagnostics) -> Entry<Decimal> {
    match &cell.value {
        Value::Number(number) => filled(*number, origin),
        Value::Text(text) if target::is_missing(text) => Entry::Empty(origin),
        Value::Text(text) => {
            let (code, message, hint) = match number::parse(text) {
                Ok(number) => return filled(number, origin),
                Err(NumberError::Ambiguous { .. }) => (
                    code::AMBIGUOUS_MONEY,
                    "dapat dibaca dengan dua cara",
                    "ketik ulang sebagai angka biasa tanpa titik, misalnya 1234",
                ),
                Err(NumberError::NotNumber) => (
                    code::NOT_NUMBER,
                    "bukan angka",
                    "isi dengan angka saja; satuannya ditulis pada kolom satuan",
                ),
            };
            out.emit(
                Diagnostic::error(
                    code,
                    origin.clone(),
                    format!("\"{}\" {message}", short(text)),
                )
                .unprinted(Scope::Cell)
                .hint(hint),
            );
            Entry::Broken(origin)
        }
        Value::Bool(_) => wrong_kind("angka", code::NOT_NUMBER, cell, origin, out),
        Value::Date(_) => wrong_kind("angka", code::UNEXPECTED_DATE, cell, origin, out),
        Value::Error(_) | Value::NoResult => broken(cell, origin, out),
    }
}

/// A kode of urusan … sub kegiatan.
pub fn kode(cell: &Cell, origin: Origin, out: &mut Diagnostics) -> Entry<Kode> {
    match &cell.value {
        Value::Text(text) if target::is_missing(text) => Entry::Empty(origin),
        Value::Error(_) | Value::NoResult => broken(cell, origin, out),
        _ => kode_cell::read(cell, origin, out),
    }
}

fn filled<T>(value: T, origin: Origin) -> Entry<T> {
    Entry::Filled(Located { value, origin })
}

/// Reports a number that can only be an identifier, of which the spreadsheet kept
/// the first digits and put zeros for the others.
fn digits_lost<T>(number: Decimal, origin: Origin, out: &mut Diagnostics) -> Entry<T> {
    out.emit(
        Diagnostic::error(
            code::DIGITS_LOST,
            origin.clone(),
            format!(
                "nomor ini tersimpan sebagai angka ({}); angka ke-16 dan seterusnya sudah hilang, sehingga tidak dicetak",
                number.normalize()
            ),
        ).unprinted(Scope::Cell)
        .hint("ubah format sel menjadi Teks lalu ketik ulang nomornya, atau awali dengan tanda petik tunggal (')"),
    );
    Entry::Broken(origin)
}

/// Reports an error cell or a formula without a result.
pub fn broken<T>(cell: &Cell, origin: Origin, out: &mut Diagnostics) -> Entry<T> {
    out.emit(match &cell.value {
        Value::Error(word) if word == PICTURE => Diagnostic::error(
            code::PICTURE_CELL,
            origin.clone(),
            "sel berisi gambar, bukan tulisan; gambar di dalam sel tidak dapat dicetak",
        ).unprinted(Scope::Cell)
        .hint("ketik isinya sebagai teks atau angka, lalu hapus gambarnya"),
        Value::Error(word) if !word.starts_with('#') => Diagnostic::error(
            code::PLACEHOLDER,
            origin.clone(),
            format!("sel berisi tulisan sementara \"{word}\": nilainya belum termuat saat berkas disimpan"),
        ).unprinted(Scope::Cell)
        .hint(
            "buka lagi di Google Spreadsheet, tunggu sampai nilainya tampil, lalu unduh ulang sebagai .xlsx; \
             atau ketik nilainya langsung",
        ),
        Value::Error(kind) => Diagnostic::error(
            code::ERROR_CELL,
            origin.clone(),
            format!("sel berisi galat Excel {kind}"),
        ).unprinted(Scope::Cell)
        .hint("perbaiki rumusnya atau isi nilainya; tanda galat tidak pernah dicetak"),
        _ => Diagnostic::error(
            code::NO_RESULT,
            origin.clone(),
            "rumus pada sel ini belum mempunyai hasil yang tersimpan",
        ).unprinted(Scope::Cell)
        .hint("buka berkas di Excel atau LibreOffice, simpan sekali, lalu ulangi"),
    });
    Entry::Broken(origin)
}

fn wrong_kind<T>(
    wanted: &str,
    code: crate::diagnostic::Code,
    cell: &Cell,
    origin: Origin,
    out: &mut Diagnostics,
) -> Entry<T> {
    let shown = match &cell.value {
        Value::Date(date) if date.is_time() => format!(
            "sel dibaca Excel sebagai jam {}.{:02}, bukan {wanted}",
            date.second / 3600,
            date.second / 60 % 60
        ),
        Value::Date(date) => format!(
            "sel dibaca Excel sebagai tanggal {}-{}-{}, bukan {wanted}",
            date.day, date.month, date.year
        ),
        _ => format!("sel berisi nilai benar/salah, bukan {wanted}"),
    };
    let mut finding = Diagnostic::error(code, origin.clone(), shown).unprinted(Scope::Cell);
    if let Value::Date(date) = &cell.value
        && date.is_time()
    {
        finding = finding.hint("ubah format sel menjadi Angka lalu ketik ulang");
    } else if let Value::Date(date) = &cell.value {
        finding = finding.hint(format!(
            "mungkin yang diketik \"{}-{}\"; ubah format sel menjadi Teks lalu ketik ulang",
            date.day, date.month
        ));
    }
    out.emit(finding);
    Entry::Broken(origin)
}

/// What a cell holds, for messages.
pub fn shown(cell: &Cell) -> String {
    match &cell.value {
        Value::Text(text) | Value::Error(text) => text.clone(),
        Value::NoResult => String::new(),
        Value::Number(_) | Value::Bool(_) | Value::Date(_) => {
            let nowhere = Origin::file("");
            let text = text(cell, nowhere, &mut Diagnostics::new());
            text.value().cloned().unwrap_or_default()
        }
    }
}
