//! The sheet Petunjuk of a blank workbook.

use crate::regulation::Regulation;

/// Version of the blank workbook, raised whenever a column is added or renamed.
pub const VERSION: u8 = 1;

/// Its lines: heading or text.
pub fn lines(regulation: &Regulation, opd: &str) -> Vec<(bool, String)> {
    let text = |line: &str| (false, line.to_owned());
    let head = |line: &str| (true, line.to_owned());
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
        text("4. Simpan, lalu jalankan: renstra check NAMA-BERKAS."),
        head("Yang perlu diingat"),
        text("Arahkan penunjuk ke judul kolom untuk membaca cara mengisinya."),
        text("Judul tabel terkunci; baris boleh ditambah, disisipkan, dan dihapus."),
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
