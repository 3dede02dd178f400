//! `renstra.toml` of a new city.

use crate::model::Periode;

/// Its text, each key with what it is for.
pub fn settings(daerah: Option<&str>, periode: Periode, peraturan: &str) -> String {
    let daerah = daerah.unwrap_or("Kota …");
    format!(
        "# Pengaturan Renstra kota atau kabupaten.\n\
         \n\
         [daerah]\n\
         nama = {daerah:?}\n\
         # provinsi = \"Jawa Timur\"\n\
         # ibu_kota = \"Pasuruan\"      # tempat penandatanganan\n\
         \n\
         [periode]\n\
         awal = {}\n\
         akhir = {}\n\
         \n\
         [dokumen]\n\
         peraturan = {peraturan:?}\n\
         kertas = \"a4\"               # atau f4-215x330, f4-210x330\n\
         # warna = \"#1f3a5f\"           # warna sampul, pembuka bab, dan grafik\n\
         # lambang = \"lambang.svg\"   # SVG atau PNG di samping berkas ini\n\
         # perubahan = true           # untuk perubahan Renstra\n\
         # sebelumnya = \"opd-lama\"   # folder buku kerja terdahulu, untuk perubahan IKU dan Matriks Perubahan\n\
         \n\
         # Batas waktu penetapan Renstra; diperiksa bila keduanya diisi.\n\
         # [jadwal]\n\
         # rpjmd_ditetapkan = \"{}-08-20\"\n\
         # batas_hari = 30\n\
         \n\
         # Lembar yang bukan tabel peraturan: subbab tempat mencetaknya, atau tidak dicetak.\n\
         # [lembar.\"SDM 1\"]\n\
         # subbab = \"2.1.2\"\n\
         # [lembar.\"Kertas Kerja\"]\n\
         # cetak = false\n",
        periode.awal, periode.akhir, periode.awal
    )
}
