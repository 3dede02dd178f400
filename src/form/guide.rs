//! The sheet Petunjuk of blank workbooks.

use rust_xlsxwriter::{FormatAlign, Worksheet, XlsxError};

use super::page::{self, Side};
use super::table::base;
use crate::regulation::Regulation;
use crate::workbook::row_height;

/// Version of the blank workbook, raised whenever a column is added or renamed.
pub const VERSION: u8 = 3;

/// Width of the lines, in letters: on paper they are read without a glass.
const WIDTH: u8 = 96;

/// Writes the lines.
pub(super) fn write(sheet: &mut Worksheet, line: &[Line]) -> Result<(), XlsxError> {
    sheet
        .set_name("Petunjuk")?
        .set_column_width(0, u32::from(WIDTH))?;
    page::setup(sheet, Side::Upright, None)?;
    for (row, (is_head, line)) in (0..).zip(line) {
        let format = if *is_head { base().set_bold() } else { base() };
        let format = format.set_align(FormatAlign::Top);
        sheet.set_row_height(row, row_height([(line.as_str(), usize::from(WIDTH))]))?;
        sheet.write_string_with_format(row, 0, line, &format)?;
    }
    Ok(())
}

/// A line, and whether it is a heading.
type Line = (bool, String);

fn text(line: &str) -> Line {
    (false, line.to_owned())
}

fn head(line: &str) -> Line {
    (true, line.to_owned())
}

/// The lines of an RPJMD workbook.
pub(super) fn rpjmd_lines() -> Vec<Line> {
    vec![
        head("PETUNJUK PENGISIAN RPJMD"),
        text(
            "Buku kerja ini diisi satu kali oleh Bappeda. Renstra setiap Perangkat Daerah diperiksa keselarasannya dengan isinya.",
        ),
        text(&format!("Versi formulir {VERSION}.")),
        head("Urutan mengisi"),
        text("1. Identitas: daerah dan periode RPJMD."),
        text(
            "2. Tujuan Sasaran RPJMD: tulis \"VISI : …\" dan \"MISI 1 : …\" masing-masing pada baris sendiri di atas tujuannya.",
        ),
        text("3. Strategi RPJMD, dengan bunyi sasaran yang sama."),
        text(
            "4. Program RPJMD: satu program satu baris pertama dengan pagu; indikator tambahan pada baris berikutnya tanpa kode dan tanpa pagu.",
        ),
        text(
            "5. Indikator Wajib, bila ada: indikator SPM dan IKK tiap bidang urusan, dan indikator yang dipikul semua Perangkat Daerah.",
        ),
        text(
            "6. Simpan dengan nama rpjmd.xlsx di folder kota, atau seret berkasnya ke halaman Renstra.",
        ),
        head("Yang perlu diingat"),
        text(
            "Nama Perangkat Daerah ditulis sama dengan pada Renstra; beberapa nama dipisahkan dengan titik koma atau baris baru di dalam sel.",
        ),
        text(
            "Program penunjang urusan tidak perlu ditulis; program prioritas ditandai pada kolom terakhir.",
        ),
        text("Sel kosong, tanda -, dan n/a berarti tidak ada; nol ditulis 0."),
        text("Uang ditulis sebagai angka penuh tanpa titik. Kode ditulis sebagai teks."),
    ]
}

/// The lines of the workbook of one unit.
pub(super) fn share_lines(opd: &str, unit: &str) -> Vec<Line> {
    vec![
        head("PETUNJUK BERKAS UNIT"),
        text(&format!("Unit: {unit}")),
        text(&format!(
            "Bagian Renstra {opd} yang menjadi tanggung jawab unit ini. Berkas ini bukan buku kerja Renstra."
        )),
        head("Cara mengisi"),
        text(
            "1. Baris putih adalah milik unit ini: ubah, tambah, atau sisipkan baris baru di bawahnya.",
        ),
        text(
            "2. Baris abu-abu hanya untuk dibaca: tujuan, sasaran, program, dan baris di atasnya.",
        ),
        text("3. Konfirmasi: tulis nama dan tanggal setelah isinya diperiksa kepala unit."),
        text("4. Simpan dengan nama yang sama, lalu kembalikan kepada sekretariat."),
        head("Yang perlu diingat"),
        text(
            "Baris yang dihapus di sini tidak terhapus pada buku kerja gabungan; baris itu dilaporkan.",
        ),
        text("Sel kosong, tanda -, dan n/a berarti tidak ada; nol ditulis 0."),
        text("Uang ditulis sebagai angka penuh tanpa titik. Kode ditulis sebagai teks."),
    ]
}

/// The lines of an agency's workbook.
pub(super) fn lines(regulation: &Regulation, opd: &str) -> Vec<Line> {
    vec![
        head("PETUNJUK PENGISIAN"),
        text(&format!(
            "Buku kerja Renstra {opd} menurut {}.",
            regulation.nama_lengkap
        )),
        text(&format!("Versi formulir {VERSION}.")),
        head("Urutan mengisi"),
        text("1. Identitas dan Struktur; nama unit pada tabel dipilih dari Struktur."),
        text("2. Tabel tujuan, sasaran, program, dan pendanaan."),
        text("3. Tabel lain, lalu Narasi."),
        text(
            "4. Konfirmasi: setiap kepala unit penanggung jawab memeriksa bagiannya, lalu menulis nama dan tanggal.",
        ),
        text(
            "5. Simpan. Lihat temuan dan halamannya di halaman Renstra, atau kirim berkas ini ke Bappeda.",
        ),
        head("Yang perlu diingat"),
        text("Arahkan penunjuk ke judul kolom untuk membaca cara mengisinya."),
        text(
            "SK Tim Penyusun, Berita Acara Forum, dan Berita Acara Verifikasi pada Identitas diisi nomor dan tanggalnya, bila dicatat di sini.",
        ),
        text("Judul tabel terkunci; baris boleh ditambah, disisipkan, dan dihapus."),
        text(
            "Untuk mencetak lembar yang panjang: blok baris yang terisi, lalu pilih Cetak Pilihan (Print Selection).",
        ),
        text("Sel kosong, tanda -, dan n/a berarti tidak ada; nol ditulis 0."),
        text("Uang ditulis sebagai angka penuh tanpa titik. Kode ditulis sebagai teks."),
        text(
            "Beberapa indikator ditulis pada beberapa baris; kode dan pagu cukup pada baris pertama.",
        ),
        text(
            "Tabel sendiri dibuat pada lembar baru dengan judul \"Tabel 2.4 …\" di atasnya; tabel itu dicetak apa adanya.",
        ),
        text(
            "Untuk perubahan Renstra: tulis tahapnya dengan kata Perubahan, dan tambahkan baris Alasan Perubahan pada Narasi.",
        ),
        text("Kode resmi program, kegiatan, dan sub kegiatan ada pada lembar Referensi."),
    ]
}
