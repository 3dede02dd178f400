//! What the page in the browser gets as JSON.

use std::sync::PoisonError;

use serde::Serialize;

use super::backup_routes;
use super::cell_address::address;
use super::inputs::Inputs;
use super::page_mark::Mark;
use super::state::{AppState, Opd};
use crate::batch::money::{self, Pagu};
use crate::diagnostic::{Diagnostic, Severity};
use crate::typeset::Area;

/// Changed cells that are named.
const NAMED: usize = 20;

/// The city and its agencies.
#[derive(Debug, Serialize)]
pub(super) struct CityView {
    nama: String,
    folder: String,
    /// Whether the RPJMD is there.
    rpjmd: bool,
    /// Whether it is one workbook without a city.
    sendiri: bool,
    /// What agencies show next to each other.
    temuan: Vec<Finding>,
    opd: Vec<Row>,
}

/// An agency in the list.
#[derive(Debug, Serialize)]
struct Row {
    berkas: String,
    nama: Option<String>,
    sibuk: bool,
    galat: usize,
    peringatan: usize,
    info: usize,
    kendala: Option<String>,
    /// `belum diisi`, `ada galat`, …
    keadaan: &'static str,
    /// Parts that are there and parts that must be.
    lengkap: Option<(usize, usize)>,
    /// All years together, rupiah as printed.
    pagu: Option<String>,
    pagu_rpjmd: Option<String>,
    /// Whether the two differ.
    pagu_beda: bool,
    /// When it was saved, in seconds since 1970.
    disimpan: Option<u64>,
}

/// An agency that someone looks at.
#[derive(Debug, Serialize)]
pub(super) struct OpdView {
    #[serde(flatten)]
    row: Row,
    /// Why there is no final document; `None` if there is one.
    alasan: Option<String>,
    /// Whether the file as it is can be read, so that anything can be made of it.
    terbaca: bool,
    rancangan: bool,
    lama_ms: Option<u64>,
    halaman: Vec<Page>,
    bab: Vec<Chapter>,
    temuan: Vec<Finding>,
    berubah: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Page {
    sidik: String,
    lebar: f64,
    tinggi: f64,
}

#[derive(Debug, Serialize)]
struct Chapter {
    judul: String,
    awal: usize,
    akhir: usize,
}

#[derive(Debug, Serialize)]
struct Finding {
    tingkat: Severity,
    kata: &'static str,
    kode: &'static str,
    pesan: String,
    tempat: String,
    /// `T-C.27!N41`, as Excel's name box takes it.
    alamat: Option<String>,
    halaman: Option<usize>,
    /// Its printed row on that page.
    baris: Option<Area>,
    /// Its printed cell on that page.
    sel: Option<Area>,
    rincian: Vec<String>,
    dasar: Option<String>,
    perbaiki: Option<String>,
}

/// The city as it stands.
pub(super) fn city(state: &AppState) -> CityView {
    let opd = state.all();
    let nama = opd
        .iter()
        .find_map(|(_, opd)| opd.read.as_ref()?.known.kota.clone());
    let neighbours = state.neighbours.lock();
    let neighbours = neighbours.unwrap_or_else(PoisonError::into_inner);
    CityView {
        nama: nama
            .or_else(|| Inputs::region(&state.city, &state.options))
            .unwrap_or_else(|| state.city.name()),
        folder: state.city.root().to_string_lossy().into_owned(),
        rpjmd: state.city.rpjmd_path().is_file(),
        sendiri: state.city.is_single(),
        temuan: neighbours
            .iter()
            .map(|finding| describe(&finding.origin.file, finding, None))
            .collect(),
        opd: opd
            .iter()
            .map(|(name, opd)| {
                // What stands between agencies keeps one from being ready, too.
                let mut finding = findings(opd);
                let of_file = |finding: &&Diagnostic| *finding.origin.file == **name;
                finding.extend(neighbours.iter().filter(of_file));
                Row {
                    disimpan: backup_routes::saved(&state.city.path(name)),
                    ..row(name, opd, &finding)
                }
            })
            .collect(),
    }
}

/// One agency as it stands.
pub(super) fn opd(state: &AppState, name: &str, opd: &Opd) -> OpdView {
    let finding = findings(opd);
    let view = opd.view.as_deref();
    let page = view.map(|view| {
        let page = view.digest.iter().zip(&view.size);
        let page = page.map(|(digest, (lebar, tinggi))| Page {
            sidik: format!("{digest:032x}"),
            lebar: *lebar,
            tinggi: *tinggi,
        });
        page.collect()
    });
    let chapter = view.into_iter().flat_map(|view| &view.chapter);
    let row = Row {
        disimpan: backup_routes::saved(&state.city.path(name)),
        ..row(name, opd, &finding)
    };
    OpdView {
        alasan: reason(opd, row.galat),
        terbaca: is_read(opd),
        row,
        rancangan: view.is_some_and(|view| view.draft),
        lama_ms: view.map(|view| view.took),
        halaman: page.unwrap_or_default(),
        bab: chapter
            .map(|(title, first, last)| Chapter {
                judul: title.clone(),
                awal: *first,
                akhir: *last,
            })
            .collect(),
        temuan: finding
            .iter()
            .enumerate()
            .map(|(index, finding)| {
                // Old pages know nothing of new findings.
                let current = opd.trouble.is_none();
                let place = view
                    .filter(|_| current)
                    .and_then(|view| *view.place.get(index)?);
                describe(name, finding, place)
            })
            .collect(),
        berubah: opd.changed.iter().take(NAMED).filter_map(address).collect(),
    }
}

/// Findings of the workbook, then those of the pages.
fn findings(opd: &Opd) -> Vec<&Diagnostic> {
    if !opd.refused.is_empty() {
        return opd.refused.iter().collect();
    }
    let workbook = opd.read.iter().flat_map(|read| read.findings.iter());
    let page = opd.view.iter().flat_map(|view| view.shown.iter());
    workbook.chain(page).collect()
}

fn row(name: &str, opd: &Opd, finding: &[&Diagnostic]) -> Row {
    let count = |severity| finding.iter().filter(|f| f.severity == severity).count();
    let measure = opd.read.as_ref().and_then(|read| read.measure.as_ref());
    let all_years = |pagu: &Pagu| money::total(pagu).unwrap_or_default();
    let pagu = measure.map(|measure| all_years(&measure.pagu));
    let theirs = measure.and_then(|measure| Some(all_years(measure.pagu_rpjmd.as_ref()?)));
    let lengkap = measure.map(|measure| measure.completeness);
    let galat = count(Severity::Error);
    Row {
        keadaan: match lengkap {
            _ if opd.trouble.is_some() && opd.read.is_none() => "tidak terbaca",
            None => "membaca",
            Some((0, _)) => "belum diisi",
            Some(_) if galat > 0 => "ada galat",
            Some(_) => "siap",
        },
        lengkap,
        pagu_beda: theirs.is_some() && theirs != pagu,
        pagu: pagu.map(|sum| sum.to_string()),
        pagu_rpjmd: theirs.map(|sum| sum.to_string()),
        disimpan: None,
        berkas: name.to_owned(),
        nama: opd.read.as_ref().and_then(|read| read.known.nama.clone()),
        sibuk: opd.busy,
        galat,
        peringatan: count(Severity::Warning),
        info: count(Severity::Info),
        kendala: opd.trouble.clone(),
    }
}

fn is_read(opd: &Opd) -> bool {
    opd.read.is_some() && opd.refused.is_empty()
}

fn reason(opd: &Opd, error: usize) -> Option<String> {
    if !is_read(opd) {
        let first = opd.busy && opd.refused.is_empty();
        let word = if first { "sedang" } else { "tidak dapat" };
        return Some(format!("buku kerja {word} dibaca"));
    }
    (error > 0).then(|| format!("masih ada {error} galat"))
}

fn describe(name: &str, finding: &Diagnostic, mark: Option<Mark>) -> Finding {
    let figure = finding.figure.iter().map(|figure| {
        let cell: Vec<String> = figure
            .origin
            .iter()
            .filter(|origin| **origin != finding.origin)
            .filter_map(|origin| Some(origin.cell?.to_string()))
            .take(6)
            .collect();
        let cell = if cell.is_empty() {
            String::new()
        } else {
            format!(" ({})", cell.join(", "))
        };
        format!("{}: {}{cell}", figure.label, figure.value)
    });
    let note = finding
        .note
        .iter()
        .map(|(label, text)| format!("{label}: {text}"));
    let follows = finding.consequences_line();
    let follows = follows.map(|line| format!("mengikuti: {line}"));
    Finding {
        tingkat: finding.severity,
        kata: finding.severity.word(),
        kode: finding.code.0,
        pesan: finding.message.clone(),
        tempat: finding.origin.to_string(),
        // A cell of the RPJMD is none of this workbook's.
        alamat: address(&finding.origin).filter(|_| *finding.origin.file == *name),
        halaman: mark.map(|mark| mark.page),
        baris: mark.and_then(|mark| mark.row),
        sel: mark.and_then(|mark| mark.cell),
        rincian: figure.chain(note).chain(follows).collect(),
        dasar: finding.basis.clone(),
        perbaiki: finding.hint.clone(),
    }
}
