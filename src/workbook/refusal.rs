//! Why a file is not used, and what to do about it, in the user's words.

use super::code;
use crate::diagnostic::{Code, Diagnostic, Origin};

/// Why a file is not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refusal {
    /// No bytes at all.
    Empty,
    /// Cut off, or not yet copied in full.
    Incomplete,
    /// Locked with a password.
    Locked,
    /// A web page.
    Html,
    /// Plain text such as CSV.
    Text,
    /// A PDF.
    Pdf,
    /// A text document or slide show, by its Indonesian name.
    Document(&'static str),
    /// An archive, by its name.
    Archive(&'static str),
    /// Something else.
    Unknown,
    /// More bytes than the limit, which is given.
    FileTooLarge(u64),
    /// Unpacks to more than the limits allow.
    UnpacksTooLarge,
    /// No worksheet in the workbook.
    NoSheet,
    /// Damaged inside; which part.
    Damaged(String),
    /// Has two parts of this name, of which no one knows which one counts.
    Twice(String),
    /// A spreadsheet of a kind that is not read, by its name.
    OtherSpreadsheet(&'static str),
}

const SAVE_AS: &str =
    "buka di Excel atau LibreOffice, lalu simpan sebagai Buku Kerja Excel (.xlsx)";
const COPY_AGAIN: &str =
    "tutup berkas di Excel, tunggu sinkronisasi selesai, lalu salin atau unduh ulang";

impl Refusal {
    /// A damaged part.
    pub fn damaged(part: impl Into<String>) -> Self {
        Self::Damaged(part.into())
    }

    fn code(&self) -> Code {
        match self {
            Self::Empty => code::EMPTY,
            Self::Incomplete => code::INCOMPLETE,
            Self::Locked => code::LOCKED,
            Self::Html => code::HTML,
            Self::Text => code::TEXT,
            Self::Pdf => code::PDF,
            Self::Document(_) => code::DOCUMENT,
            Self::Archive(_) => code::ARCHIVE,
            Self::Unknown => code::UNKNOWN,
            Self::FileTooLarge(_) => code::FILE_TOO_LARGE,
            Self::UnpacksTooLarge => code::UNPACKS_TOO_LARGE,
            Self::NoSheet => code::NO_SHEET,
            Self::Damaged(_) | Self::Twice(_) => code::DAMAGED,
            Self::OtherSpreadsheet(_) => code::OTHER_SPREADSHEET,
        }
    }

    /// What the file is, to follow its name.
    fn message(&self) -> String {
        match self {
            Self::Empty => "kosong (0 byte)".to_owned(),
            Self::Incomplete => "tidak lengkap: isinya terpotong".to_owned(),
            Self::Locked => "dikunci dengan kata sandi".to_owned(),
            Self::Html => "bukan buku kerja Excel, melainkan halaman web (HTML)".to_owned(),
            Self::Text => "bukan buku kerja Excel, melainkan teks biasa (misalnya CSV)".to_owned(),
            Self::Pdf => "bukan buku kerja Excel, melainkan PDF".to_owned(),
            Self::Document(name) => format!("bukan buku kerja Excel, melainkan {name}"),
            Self::Archive(name) => format!("bukan buku kerja Excel, melainkan arsip {name}"),
            Self::Unknown => "bukan buku kerja Excel dan jenisnya tidak dikenal".to_owned(),
            Self::FileTooLarge(limit) => format!("terlalu besar: melebihi {} MB", limit >> 20),
            Self::UnpacksTooLarge => {
                "terlalu besar setelah dibuka: isinya melampaui batas aman".to_owned()
            }
            Self::NoSheet => "tidak memuat satu pun lembar kerja".to_owned(),
            Self::Damaged(part) => format!("rusak: bagian {part} tidak dapat dibaca"),
            Self::Twice(name) => {
                format!("rusak: memuat dua bagian bernama {name}, sehingga isinya tidak pasti")
            }
            Self::OtherSpreadsheet(name) => {
                format!("berformat {name}, yang tidak dapat dibaca langsung")
            }
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Empty | Self::Incomplete => COPY_AGAIN.to_owned(),
            Self::Locked => {
                "buka di Excel dengan kata sandinya, pilih Berkas > Info > Proteksi Buku Kerja > \
                 Enkripsi dengan Kata Sandi, kosongkan kata sandi, lalu simpan"
                    .to_owned()
            }
            Self::Html | Self::OtherSpreadsheet(_) => SAVE_AS.to_owned(),
            Self::Text => format!("{SAVE_AS}; periksa lagi kode dan angkanya setelah disimpan"),
            Self::Pdf | Self::Document(_) => {
                "berikan berkas Excel yang menjadi sumber dokumen ini".to_owned()
            }
            Self::Archive(_) => "ekstrak arsip ini, lalu berikan berkas Excel di dalamnya".to_owned(),
            Self::Unknown => "pastikan berkas yang dipilih adalah kertas kerja Excel".to_owned(),
            Self::FileTooLarge(_) | Self::UnpacksTooLarge => {
                "hapus gambar, lembar, dan baris kosong berformat yang tidak diperlukan, lalu simpan"
                    .to_owned()
            }
            Self::NoSheet => {
                "pastikan berkas memuat lembar kerja, bukan hanya lembar grafik".to_owned()
            }
            Self::Damaged(_) | Self::Twice(_) => {
                "buka di Excel, pilih Buka dan Perbaiki, lalu simpan sebagai berkas .xlsx baru"
                    .to_owned()
            }
        }
    }

    /// The finding for the user, which names the file.
    pub fn diagnostic(&self, file: &str) -> Diagnostic {
        let message = format!("berkas {file} {}", self.message());
        Diagnostic::error(self.code(), Origin::file(file), message).hint(self.hint())
    }
}
