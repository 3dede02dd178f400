//! The command line as clap reads it. Help is Indonesian throughout.

#![allow(clippy::doc_markdown)] // these comments are the help text, where backticks would show

use std::path::{Path, PathBuf};

use clap::{ArgAction, Args, Parser, Subcommand};

pub use super::batch::Batch;
pub use super::check::Check;
pub use super::compare::Compare;
pub use super::preview::Preview;
pub use super::print_args::PrintArgs;
pub use super::serve::Serve;
pub use super::turunan::args::TurunanArgs;
pub use super::units::{Merge, Split};
pub use super::values::{ColorChoice, Deny, DiagnosticFormat, Format, ReportFormat};

const TEMPLATE: &str = "\
{about-with-newline}
Pemakaian: {usage}

{all-args}{after-help}";

/// Dari lembar kerja Excel Perangkat Daerah menjadi dokumen Renstra resmi.
#[derive(Debug, Parser)]
#[command(
    name = "renstra",
    version,
    about = "Menyusun dokumen Renstra Perangkat Daerah (PDF) dari lembar kerja Excel",
    help_template = TEMPLATE,
    override_usage = "renstra [OPSI] <PERINTAH>",
    subcommand_help_heading = "Perintah",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_required = true,
    after_help = "Tanpa perintah, atau dengan folder atau buku kerja saja: membuka halaman kota di peramban\nBantuan satu perintah: renstra help <PERINTAH>\n\nContoh:\n  renstra init kota-pasuruan --opd \"Dinas Kesehatan\"   (folder kota dan buku kerja kosong)\n  renstra check kota-pasuruan                          (temuan seluruh kota)\n  renstra batch kota-pasuruan                          (semua PDF dan rekapitulasi)"
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Options that every command takes.
    #[command(flatten)]
    pub general: General,
}

/// Options that every command takes.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Opsi umum")]
pub struct General {
    /// Berkas setelan kota, pengganti renstra.toml yang dicari ke folder di atasnya
    #[arg(long, global = true, value_name = "BERKAS")]
    pub config: Option<PathBuf>,
    /// Peraturan yang dipakai, misalnya permendagri-86-2017 (lihat: renstra formats)
    #[arg(long, global = true, value_name = "ID")]
    pub peraturan: Option<String>,
    /// Buku kerja RPJMD, pengganti rpjmd.xlsx di samping renstra.toml
    #[arg(long, global = true, value_name = "BERKAS")]
    pub rpjmd: Option<PathBuf>,
    /// Folder templat pengganti templat bawaan
    #[arg(long, global = true, value_name = "FOLDER")]
    pub templates: Option<PathBuf>,
    /// Bentuk temuan: lengkap, ringkas (satu baris), atau json
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "BENTUK",
        default_value_t,
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub diagnostic_format: DiagnosticFormat,
    /// Perlakukan peringatan sebagai galat: --deny peringatan
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "TINGKAT",
        hide_possible_values = true
    )]
    pub deny: Vec<Deny>,
    /// Abaikan temuan peringatan dan info berkode ini; boleh diulang
    #[arg(long, global = true, value_name = "KODE")]
    pub allow: Vec<String>,
    /// Memori paling banyak untuk satu dokumen, dalam MiB (bawaan: 2048)
    #[arg(long, global = true, value_name = "MIB", value_parser = clap::value_parser!(u64).range(128..))]
    pub memori: Option<u64>,
    /// Waktu paling lama untuk satu dokumen, dalam detik (bawaan: 600)
    #[arg(long, global = true, value_name = "DETIK", value_parser = clap::value_parser!(u64).range(1..))]
    pub waktu: Option<u64>,
    /// Warna: otomatis, selalu, atau tidak
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "KAPAN",
        default_value_t,
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub color: ColorChoice,
    /// Tampilkan galat saja
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Tampilkan keterangan lebih rinci, misalnya angka kendali setiap lembar
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub verbose: bool,
    /// Tampilkan bantuan
    #[arg(short = 'h', long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// Tampilkan versi
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Membuat folder kota dengan rpjmd.xlsx kosong dan buku kerja kosong untuk setiap Perangkat Daerah
    #[command(
        visible_alias = "mulai", help_template = TEMPLATE, override_usage = "renstra init [OPSI] <FOLDER>",
        after_help = "Contoh:\n  renstra init kota-pasuruan --daerah \"Kota Pasuruan\" --periode 2025-2029 --opd \"Dinas Kesehatan\" --opd \"Dinas Sosial\"\n  renstra init kota-pasuruan --from dinas-kesehatan-lama.xlsx"
    )]
    Init(Init),
    /// Memeriksa buku kerja atau folder kota; hanya menulis bila diminta dengan --report
    #[command(
        visible_alias = "periksa", help_template = TEMPLATE, override_usage = "renstra check [OPSI] <PATH>...",
        after_help = "Contoh:\n  renstra check opd/dinas-kesehatan.xlsx\n  renstra check kota-pasuruan > temuan.txt\n  renstra check kota-pasuruan --report pdf -o catatan/\n  renstra check opd/dinas-kesehatan.xlsx --putaran dinas-kesehatan-verifikasi.xlsx --report xlsx"
    )]
    Check(Check),
    /// Mencetak dokumen Renstra dari satu buku kerja
    #[command(
        visible_alias = "cetak", help_template = TEMPLATE, override_usage = "renstra render [OPSI] <BUKU_KERJA>",
        after_help = "Contoh:\n  renstra render opd/dinas-kesehatan.xlsx\n  renstra render opd/dinas-kesehatan.xlsx --draft -o rancangan.pdf"
    )]
    Render(Render),
    /// Membuat dokumen turunan Renstra: tabel Renja, perjanjian kinerja, rencana aksi, atau IKU
    #[command(
        help_template = TEMPLATE, override_usage = "renstra turunan [OPSI] <JENIS> <BUKU_KERJA>",
        after_help = "Contoh:\n  renstra turunan renja opd/dinas-kesehatan.xlsx --tahun 2026\n  renstra turunan perjanjian-kinerja opd/dinas-kesehatan.xlsx --tahun 2026 --unit \"Bidang Kesehatan Masyarakat\"\n  renstra turunan iku opd/dinas-kesehatan.xlsx -o iku.pdf"
    )]
    Turunan(TurunanArgs),
    /// Membandingkan dua dokumen: Renstra semula dan menjadi, atau RPJMD dan Renstra
    #[command(
        visible_alias = "banding", help_template = TEMPLATE, override_usage = "renstra compare [OPSI] [SEMULA] <MENJADI>",
        after_help = "Contoh:\n  renstra compare opd-lama/dinas-kesehatan.xlsx opd/dinas-kesehatan.xlsx\n  renstra compare rpjmd.xlsx opd/dinas-kesehatan.xlsx -o keselarasan.pdf\n  renstra banding opd/dinas-kesehatan.xlsx -o matriks-perubahan.xlsx   (semula: folder sebelumnya)"
    )]
    Compare(Compare),
    /// Memecah buku kerja menjadi satu berkas untuk setiap unit penanggung jawab
    #[command(
        visible_alias = "pecah", help_template = TEMPLATE, override_usage = "renstra split [OPSI] <BUKU_KERJA> --output <FOLDER>",
        after_help = "Contoh:\n  renstra split opd/dinas-kesehatan.xlsx -o bidang"
    )]
    Split(Split),
    /// Menggabungkan berkas unit yang kembali menjadi satu buku kerja
    #[command(
        visible_alias = "gabung", help_template = TEMPLATE, override_usage = "renstra merge [OPSI] <FOLDER> --output <BUKU_KERJA>",
        after_help = "Contoh:\n  renstra merge bidang -o opd/dinas-kesehatan-gabungan.xlsx\n  renstra gabung bidang --induk opd/dinas-kesehatan.xlsx -o gabungan.xlsx"
    )]
    Merge(Merge),
    /// Mencetak dokumen seluruh Perangkat Daerah sebuah kota, temuannya, dan rekapitulasinya
    #[command(
        visible_alias = "massal", help_template = TEMPLATE, override_usage = "renstra batch [OPSI] <FOLDER>",
        after_help = "Contoh:\n  renstra batch kota-pasuruan\n  renstra batch kota-pasuruan --draft -o D:/cetakan"
    )]
    Batch(Batch),
    /// Menampilkan satu bab seperti dalam dokumen utuh, bila perlu setiap kali disimpan
    #[command(
        visible_alias = "pratinjau", help_template = TEMPLATE, override_usage = "renstra preview [OPSI] <BUKU_KERJA> <--bab <BAB>|--tabel <TABEL>>",
        after_help = "Contoh:\n  renstra preview opd/dinas-kesehatan.xlsx --bab 6 --open\n  renstra preview opd/dinas-kesehatan.xlsx --tabel T-C.27 --watch --open"
    )]
    Preview(Preview),
    /// Menampilkan kota di peramban: Perangkat Daerah, halaman, dan temuannya
    #[command(
        visible_alias = "layani", help_template = TEMPLATE, override_usage = "renstra serve [OPSI] [PATH]",
        after_help = "Contoh:\n  renstra serve kota-pasuruan --open"
    )]
    Serve(Serve),
    /// Menampilkan JSON yang diterima templat
    #[command(
        help_template = TEMPLATE, override_usage = "renstra data [OPSI] <BUKU_KERJA>",
        after_help = "Contoh:\n  renstra data opd/dinas-kesehatan.xlsx -o data.json"
    )]
    Data(Data),
    /// Menelusuri setiap sel: tercetak di halaman mana, dilaporkan oleh temuan apa, atau mengapa tidak dicetak
    #[command(
        visible_alias = "telusur", help_template = TEMPLATE, override_usage = "renstra audit [OPSI] <BUKU_KERJA>",
        after_help = "Contoh:\n  renstra audit opd/dinas-kesehatan.xlsx --lembar T-C.27\n  renstra audit opd/dinas-kesehatan.xlsx --halaman"
    )]
    Audit(AuditArgs),
    /// Menerangkan sebuah temuan: artinya, dasarnya, cara memperbaikinya
    #[command(
        visible_alias = "aturan", help_template = TEMPLATE, override_usage = "renstra rule [OPSI] [KODE]",
        after_help = "Contoh:\n  renstra rule R012\n  renstra rule"
    )]
    Rule(RuleArgs),
    /// Mendaftar peraturan yang dikenal beserta bab dan tabelnya
    #[command(help_template = TEMPLATE, override_usage = "renstra formats [OPSI]")]
    Formats,
    /// Menampilkan bantuan program atau satu perintah
    #[command(visible_alias = "bantuan", help_template = TEMPLATE, override_usage = "renstra help [PERINTAH]")]
    Help(Help),
    /// Bekerja bagi perintah lain, sebagai proses tersendiri
    #[command(hide = true)]
    Pekerja(Pekerja),
    /// Membuat pelengkap perintah untuk shell (bash, zsh, fish, powershell, elvish)
    #[command(help_template = TEMPLATE, override_usage = "renstra completions <SHELL>")]
    Completions(Completions),
}

impl Command {
    /// The workbook of a command that takes one and no folder.
    pub fn workbook(&self) -> Option<&Path> {
        match self {
            Self::Render(args) => Some(&args.workbook),
            Self::Turunan(args) => Some(&args.workbook),
            Self::Split(args) => Some(&args.workbook),
            Self::Preview(args) => Some(&args.workbook),
            Self::Data(args) => Some(&args.workbook),
            Self::Audit(args) => Some(&args.workbook),
            Self::Init(_)
            | Self::Check(_)
            | Self::Compare(_)
            | Self::Merge(_)
            | Self::Batch(_)
            | Self::Serve(_)
            | Self::Rule(_)
            | Self::Formats
            | Self::Help(_)
            | Self::Pekerja(_)
            | Self::Completions(_) => None,
        }
    }
}

/// `renstra init`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Argumen dan opsi")]
pub struct Init {
    /// Folder kota yang dibuat atau ditambah
    #[arg(value_name = "FOLDER")]
    pub dir: PathBuf,
    /// Perangkat Daerah, boleh diulang; bidang urusan dapat ditambahkan: --opd "Dinas Kesehatan=1.02"
    #[arg(long, value_name = "NAMA")]
    pub opd: Vec<String>,
    /// Periode Renstra, misalnya 2025-2029
    #[arg(long, value_name = "TAHUN-TAHUN")]
    pub periode: Option<String>,
    /// Nama daerah, misalnya "Kota Pasuruan"
    #[arg(long, value_name = "NAMA")]
    pub daerah: Option<String>,
    /// Pindahkan isi buku kerja lama ke formulir yang rapi
    #[arg(long, value_name = "BUKU_KERJA")]
    pub from: Option<PathBuf>,
    /// Timpa berkas yang sudah ada
    #[arg(long)]
    pub force: bool,
}

/// `renstra render`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Argumen dan opsi")]
pub struct Render {
    /// Buku kerja Perangkat Daerah
    #[arg(value_name = "BUKU_KERJA")]
    pub workbook: PathBuf,
    /// Berkas hasil; "-" untuk keluaran standar; {opd}, {kode}, {tahap} diganti isinya
    #[arg(short, long, value_name = "BERKAS")]
    pub output: Option<String>,
    /// Cetak walaupun ada galat, dengan tanda RANCANGAN pada setiap halaman
    #[arg(long)]
    pub draft: bool,
    /// Bentuk hasil: pdf, png, atau svg (bawaan: menurut akhiran nama berkas)
    #[arg(long, value_enum, value_name = "BENTUK", hide_possible_values = true)]
    pub format: Option<Format>,
    /// Halaman berkas yang dicetak, misalnya 1,3-5,8- (bawaan: semua)
    #[arg(long, value_name = "HALAMAN")]
    pub pages: Option<String>,
    /// Kerapatan gambar PNG, titik per inci
    #[arg(long, value_name = "ANGKA", default_value_t = 144, hide_default_value = true, value_parser = clap::value_parser!(u16).range(36..=600))]
    pub ppi: u16,
    /// How documents are printed.
    #[command(flatten)]
    pub print: PrintArgs,
    /// Tampilkan lama setiap tahap
    #[arg(long)]
    pub timings: bool,
}

/// `renstra data`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Argumen dan opsi")]
pub struct Data {
    /// Buku kerja Perangkat Daerah
    #[arg(value_name = "BUKU_KERJA")]
    pub workbook: PathBuf,
    /// Berkas hasil (bawaan: keluaran standar)
    #[arg(short, long, value_name = "BERKAS")]
    pub output: Option<PathBuf>,
    /// Data seperti untuk cetakan rancangan
    #[arg(long)]
    pub draft: bool,
}

/// `renstra audit`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Argumen dan opsi")]
pub struct AuditArgs {
    /// Buku kerja Perangkat Daerah
    #[arg(value_name = "BUKU_KERJA")]
    pub workbook: PathBuf,
    /// Susun menurut halaman dokumen: sel apa saja yang tercetak pada setiap halaman
    #[arg(long)]
    pub halaman: bool,
    /// Sebutkan setiap sel, juga yang tercetak (sama dengan -v)
    #[arg(long)]
    pub sel: bool,
    /// Hanya lembar ini; boleh diulang
    #[arg(long, value_name = "NAMA")]
    pub lembar: Vec<String>,
    /// Folder fon tambahan; boleh diulang
    #[arg(long, value_name = "FOLDER")]
    pub font_path: Vec<PathBuf>,
}

/// `renstra rule`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Argumen dan opsi")]
pub struct RuleArgs {
    /// Kode temuan, misalnya R012; tanpa kode: daftar semua aturan
    #[arg(value_name = "KODE")]
    pub code: Option<String>,
}

/// `renstra help`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Argumen dan opsi")]
pub struct Help {
    /// Perintah yang diterangkan, misalnya render
    #[arg(value_name = "PERINTAH")]
    pub command: Option<String>,
}

/// `renstra pekerja`, which only the program itself calls.
#[derive(Debug, Args)]
pub struct Pekerja {
    /// For whom.
    pub kind: String,
}

/// `renstra completions`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Argumen dan opsi")]
pub struct Completions {
    /// Shell: bash, zsh, fish, powershell, atau elvish
    #[arg(value_enum, value_name = "SHELL", hide_possible_values = true)]
    pub shell: clap_complete::Shell,
}
