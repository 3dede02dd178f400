//! What a note at a heading tells the person who fills the column.

use crate::sheets::schema::{Column, Kind};

/// How a column of an agency's workbook is filled, and which rule looks at it.
pub fn note(column: &Column) -> String {
    written(column, of(NOTE, column))
}

/// How a column of the RPJMD workbook is filled, and which rule compares with it.
pub fn rpjmd_note(column: &Column) -> String {
    written(column, of(RPJMD, column).or(of(NOTE, column)))
}

fn of(list: &[(&str, &'static str)], column: &Column) -> Option<&'static str> {
    if column.key == "uraian" && column.heading.iter().any(|part| part.contains("Outcome")) {
        return Some(
            "Kode dan nama resmi dalam satu sel, dipilih dari daftar, misalnya \"1.02.02 Program …\" (R028). Di bawahnya, pada baris sendiri dan tanpa kode: outcome program atau output sub kegiatan, dengan indikatornya.",
        );
    }
    // A column of this key is one of programmes only where its heading says so.
    if column.key == "uraian" && !column.heading.iter().any(|part| part.contains("Program")) {
        return Some("Uraian baris ini, seperti yang akan dicetak. Alt+Enter membuat baris baru.");
    }
    let own = list.iter().find(|(key, _)| *key == column.key);
    own.map(|(_, text)| *text)
}

fn written(column: &Column, how: Option<&'static str>) -> String {
    let how = how.unwrap_or_else(|| general(column.kind));
    let parent = if column.parent {
        " Tulis sekali pada baris pertama kelompoknya; sel di bawahnya boleh digabung atau dikosongkan."
    } else {
        ""
    };
    let required = if column.required {
        " Kolom ini wajib ada."
    } else {
        ""
    };
    format!("{how}{parent}{required}")
}

/// How a label of Identitas is filled.
pub(super) fn identitas(label: &str) -> &'static str {
    match label {
        "Nama Perangkat Daerah" => {
            "Nama resmi lengkap seperti pada perda pembentukannya, tanpa singkatan. Dicetak pada sampul dan judul tabel."
        }
        "Singkatan" => "Singkatan yang lazim, misalnya Dinkes.",
        "Kode Perangkat Daerah" => {
            "Kode lengkap seperti pada SIPD, misalnya 1.02.0.00.0.00.01.0000, sebagai teks dengan titik dan angka nol."
        }
        "Bidang Urusan" => {
            "Kode dan nama bidang urusan yang diampu, satu bidang satu baris, misalnya 1.02 Kesehatan (R056)."
        }
        "Daerah" => "Nama daerah lengkap, misalnya Kota Pasuruan.",
        "Provinsi" => "Nama provinsi tanpa kata Provinsi, misalnya Jawa Timur.",
        "Jabatan Kepala" => "Jabatan penanda tangan, misalnya Kepala Dinas Kesehatan.",
        "Nama Kepala" => "Nama lengkap dengan gelar, seperti pada naskah yang ditandatangani.",
        "Pangkat" => "Pangkat penanda tangan, misalnya Pembina Utama Muda.",
        "NIP" => "Delapan belas angka sebagai teks, boleh dengan spasi.",
        "Tempat" => "Tempat penandatanganan, misalnya Pasuruan.",
        "Tanggal" => {
            "Tanggal dokumen ditandatangani, misalnya 20 September 2021; bukan tanggal mengisi formulir."
        }
        "Periode" => "Tahun awal dan akhir Renstra, misalnya 2025-2029.",
        "Tahap" => "Tahap dokumen, dipilih dari daftar.",
        "Dasar Hukum" => {
            "Satu peraturan satu baris, ditulis lengkap dengan nomor, tahun, dan tentangnya; sisipkan baris di bawahnya untuk peraturan berikutnya (R095, R096)."
        }
        "SK Tim Penyusun" | "Berita Acara Forum" | "Berita Acara Verifikasi" => {
            "Nomor dan tanggalnya, misalnya Nomor 050/12/2021 tanggal 3 Mei 2021; boleh kosong bila tidak dicatat di sini (R008)."
        }
        "Lampiran" => {
            "Judul lampiran yang dicetak di belakang tanda tangan, satu lampiran satu baris: Matriks Cascading, Daftar Penanggung Jawab, Matriks Perubahan, Pohon Kinerja, Matriks Pendanaan (tabel pendanaan lalu tidak dicetak di babnya); boleh kosong. Manual Indikator dicetak bila lembarnya terisi."
        }
        _ => "Isi dengan teks seperti yang akan dicetak; boleh kosong bila tidak ada.",
    }
}

fn general(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "Isi dengan teks. Alt+Enter membuat baris baru di dalam sel.",
        Kind::No => "Nomor dihitung oleh program; boleh dikosongkan.",
        Kind::Kode => "Tulis kode lengkap dengan titik dan angka nol, misalnya 1.02.02.2.01.01.",
        Kind::Rupiah => "Isi angka rupiah penuh tanpa titik dan tanpa \"Rp\".",
        Kind::Target => {
            "Tulis target seperti yang akan dicetak: 97,5 atau 85% atau BB atau 80-85. Tanda - berarti tidak ada."
        }
        Kind::Angka => "Isi dengan angka saja; satuannya ditulis pada kolom satuan.",
    }
}

/// Columns that need more than their kind says.
const NOTE: &[(&str, &str)] = &[
    (
        "sasaran_rpjmd",
        "Sasaran RPJMD yang menjadi acuan baris ini, dengan bunyi yang sama seperti pada RPJMD (R039, R040).",
    ),
    (
        "tujuan",
        "Tujuan jangka menengah Perangkat Daerah, satu kalimat yang menyatakan kondisi yang hendak dicapai. Setiap tujuan mempunyai indikator dan sasaran (R010, R011).",
    ),
    (
        "sasaran",
        "Sasaran di bawah tujuan, satu kalimat yang menyatakan hasil. Bunyinya sama pada semua tabel (N003).",
    ),
    (
        "kode",
        "Kode program, kegiatan, atau sub kegiatan sesuai nomenklatur, sebagai teks dengan titik dan angka nol, misalnya 1.02.02.2.01.01. Kosongkan pada baris tujuan, sasaran, dan indikator tambahan (R027).",
    ),
    (
        "uraian",
        "Nama resmi program, kegiatan, atau sub kegiatan sesuai nomenklatur, atau uraian baris (R028).",
    ),
    (
        "indikator",
        "Indikator kinerja yang dapat diukur, satu indikator satu baris. Indikator tambahan ditulis pada baris berikutnya tanpa kode dan tanpa pagu (R016).",
    ),
    (
        "satuan",
        "Satuan indikator, misalnya %, Indeks, Dokumen, Orang.",
    ),
    (
        "target_awal",
        "Capaian pada tahun awal perencanaan sebagai data dasar. Tanda - bila belum ada.",
    ),
    (
        "target",
        "Target pada tahun itu: 97,5 atau 85% atau BB atau 80-85. Setiap tahun diisi (R019). Indikator yang sama mempunyai target yang sama pada semua tabel (R021).",
    ),
    (
        "pagu",
        "Pagu indikatif pada tahun itu, rupiah penuh tanpa titik. Program sama dengan jumlah kegiatannya, kegiatan sama dengan jumlah sub kegiatannya (R012, R013). Tulis 0 bila tidak dianggarkan (R017).",
    ),
    (
        "target_akhir",
        "Target pada akhir periode, sama dengan target tahun terakhir (R020).",
    ),
    (
        "pagu_akhir",
        "Jumlah pagu seluruh tahun; rumusnya sudah tersedia (R014).",
    ),
    (
        "unit",
        "Unit kerja penanggung jawab, dipilih dari lembar Struktur, misalnya Bidang Kesehatan Masyarakat (R007, R018, R025).",
    ),
    (
        "perangkat_daerah",
        "Kode dan nama Perangkat Daerah seperti pada SIPD, misalnya 1.02.0.00.0.00.01.0000 - Dinas Kesehatan; unit yang mempunyai kode sendiri ditulis dengan kodenya.",
    ),
    ("pelaksanaan", "Tanda √ pada tahun pelaksanaannya."),
    (
        "jenis_layanan",
        "Jenis pelayanan dasar menurut peraturan standar pelayanan minimal.",
    ),
    (
        "nip",
        "Delapan belas angka NIP pemegang jabatan, sebagai teks; boleh kosong. Dicetak pada perjanjian kinerjanya.",
    ),
    (
        "pangkat",
        "Pangkat pemegang jabatan, misalnya Pembina (IV/a); boleh kosong. Dicetak pada perjanjian kinerjanya.",
    ),
    (
        "judul",
        "Judul gambar seperti yang akan dicetak, tanpa nomor; nomornya dihitung oleh program.",
    ),
    (
        "berkas",
        "Nama berkas PNG, JPG, atau SVG di samping buku kerja atau di folder gambar di sampingnya, misalnya peta-layanan.png; paling besar 8 MiB.",
    ),
    ("sumber", "Sumber gambar, bila bukan milik sendiri."),
    (
        "tema",
        "Tema yang didukung, misalnya Penurunan Stunting, SPM, Pengarusutamaan Gender, atau nama program unggulan kepala daerah.",
    ),
    (
        "tingkat",
        "Tingkat indikator: tujuan, sasaran, program, kegiatan, atau subkegiatan.",
    ),
    (
        "kinerja",
        "Bunyi tujuan, sasaran, program, kegiatan, atau subkegiatan seperti pada tabelnya.",
    ),
    (
        "opd_terkait",
        "Nama resmi Perangkat Daerah lain yang mendukung atau didukung, satu Perangkat Daerah satu baris.",
    ),
    (
        "dukungan",
        "Apa yang diberikan Perangkat Daerah itu, atau yang diberikan kepadanya, untuk mencapai kinerja di sebelah kiri.",
    ),
    ("jenis", "Jenis indikator: outcome atau output."),
    ("sifat", "Arah indikator: positif, negatif, atau kumulatif."),
    (
        "periode",
        "Berapa kali dilaporkan: bulanan, triwulanan, semesteran, atau tahunan.",
    ),
    (
        "lokasi",
        "Lokasi pelaksanaan, misalnya Kota Pasuruan atau nama kelurahan.",
    ),
    (
        "subbab",
        "Nomor subbab, misalnya 2.1; Kata Pengantar; atau Interpretasi T-C.23. Sudah terisi.",
    ),
    (
        "isi",
        "Teks subbab. Baris kosong memisahkan alinea; \"1. \" membuat daftar bernomor dan \"- \" daftar berbutir; **tebal** dan *miring*. Isian seperti {{ pagu_total() | rupiah }} diganti angka dari tabel (R001).",
    ),
    (
        "jabatan",
        "Nama jabatan lengkap, misalnya Kepala Bidang Kesehatan Masyarakat.",
    ),
    (
        "atasan",
        "Nama jabatan atasan langsung, persis seperti pada kolom Jabatan; kosongkan untuk kepala Perangkat Daerah (R022).",
    ),
    ("tugas", "Tugas jabatan sesuai peraturan kepala daerah."),
    ("fungsi", "Satu fungsi satu baris."),
    (
        "kelompok",
        "Pengelompokan: Golongan, Pendidikan, Jabatan, atau Status. Jumlah setiap kelompok sama (R023).",
    ),
    (
        "target_nspk",
        "Target menurut norma, standar, prosedur, dan kriteria, termasuk SPM.",
    ),
    ("target_ikk", "Target menurut indikator kinerja kunci."),
    (
        "target_lain",
        "Target menurut indikator lainnya, misalnya TPB/SDGs.",
    ),
    (
        "realisasi",
        "Realisasi pada tahun itu. Rasio yang ditulis dicetak sebagaimana ditulis (R091); yang kosong dihitung oleh program.",
    ),
    (
        "anggaran",
        "Anggaran pada tahun itu, rupiah penuh (R024). Rasio dan pertumbuhan yang ditulis dicetak sebagaimana ditulis (R091, R093); yang kosong dihitung oleh program.",
    ),
    ("masalah_pokok", "Masalah pokok pelayanan."),
    ("masalah", "Masalah yang menyebabkan masalah pokok."),
    ("akar_masalah", "Akar masalah, satu akar satu baris."),
    (
        "permasalahan",
        "Permasalahan pelayanan yang dilihat dari pokok telaahan.",
    ),
    ("penghambat", "Faktor yang menghambat."),
    ("pendorong", "Faktor yang mendorong."),
    (
        "strategi",
        "Strategi untuk mencapai sasaran, diturunkan dari akar masalah.",
    ),
    ("arah_kebijakan", "Arah kebijakan, satu arah satu baris."),
    (
        "definisi",
        "Apa yang diukur indikator ini, sehingga dua orang menghitung hal yang sama (R064, R110).",
    ),
    (
        "formula",
        "Rumus perhitungan indikator; persentase menyebut pembilang dan penyebutnya (R064, R111).",
    ),
    ("sumber_data", "Sumber data indikator."),
    (
        "penanggung_jawab",
        "Unit penanggung jawab indikator, dipilih dari lembar Struktur.",
    ),
    (
        "nspk",
        "NSPK dan sasaran RPJMD yang relevan, satu butir satu baris di dalam sel.",
    ),
    (
        "status",
        "Arah indikator: positif, negatif, atau kumulatif.",
    ),
    (
        "nama_pejabat",
        "Nama lengkap dengan gelar pemegang jabatan; boleh kosong. Dicetak pada perjanjian kinerjanya.",
    ),
    (
        "nama",
        "Nama kepala unit yang telah memeriksa dan menyetujui indikator, target, dan pagu unitnya (R007).",
    ),
    (
        "tanggal",
        "Tanggal konfirmasi, misalnya 20 September 2021 (R007).",
    ),
    ("tahap", "Uraian tahap pada tahun itu, atau tanda √."),
];

/// Columns of the RPJMD workbook that are filled otherwise than an agency's.
const RPJMD: &[(&str, &str)] = &[
    (
        "tujuan",
        "Tujuan RPJMD. Di atasnya, pada baris sendiri: VISI : … lalu MISI 1 : … (R046).",
    ),
    (
        "sasaran",
        "Sasaran RPJMD. Bunyinya sama pada semua lembar; tujuan Renstra dikaitkan dengannya (R039, R041).",
    ),
    (
        "kode",
        "Kode program sesuai nomenklatur, sebagai teks, misalnya 1.02.02 (R030, R031).",
    ),
    ("uraian", "Nama resmi program sesuai nomenklatur (R032)."),
    (
        "indikator",
        "Satu indikator satu baris. Renstra memakai indikator dengan bunyi yang sama (R033, R034, R042, R082).",
    ),
    (
        "target_awal",
        "Kondisi kinerja pada awal periode RPJMD (R035). Tanda - bila belum ada.",
    ),
    (
        "target",
        "Target pada tahun itu: 97,5 atau 85% atau BB. Dibandingkan dengan target Renstra (R036, R043).",
    ),
    (
        "pagu",
        "Pagu program pada tahun itu, rupiah penuh tanpa titik. Pagu Renstra tidak melebihinya (R037).",
    ),
    (
        "opd",
        "Nama Perangkat Daerah penanggung jawab seperti pada Renstra; beberapa nama dipisahkan dengan titik koma (R047).",
    ),
    (
        "prioritas",
        "Nama program prioritas atau unggulan kepala daerah, atau tanda √; kosong bila bukan prioritas (R044).",
    ),
    (
        "jenis",
        "SPM atau IKK untuk indikator suatu bidang urusan; Semua Perangkat Daerah untuk indikator yang dipikul semuanya, misalnya Nilai SAKIP (R082, R083, R084).",
    ),
    (
        "bidang",
        "Kode atau nama bidang urusan indikator SPM dan IKK, misalnya 1.02; kosong untuk Semua Perangkat Daerah (R083, R084).",
    ),
    (
        "pelaksana",
        "Kosongkan bila berlaku untuk setiap Perangkat Daerah bidang urusannya; isi bila hanya untuk yang disebut, beberapa nama dipisahkan dengan titik koma.",
    ),
];
