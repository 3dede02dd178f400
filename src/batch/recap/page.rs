//! The recap as PDF, by the template `rekap/main.typ`.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Between, Recap, remark};
use crate::batch::money::{self, Pagu};
use crate::batch::record::{Record, Status};
use crate::diagnostic::Severity;
use crate::model::Tanggal;
use crate::pipeline::{self, Composition, Library, PipelineError};
use crate::regulation;

/// The template, in the folder of templates.
const MAIN: &str = "/rekap/main.typ";

/// Findings between agencies that the page shows; the list has all of them.
const MOST: usize = 40;

/// What the template gets: every figure already printed.
#[derive(Serialize)]
struct Page<'a> {
    judul: String,
    /// First year of the period, of which the file is dated.
    awal: Option<u16>,
    program: &'a str,
    hitungan: Vec<Hitungan>,
    bab: Vec<String>,
    tahun: Vec<String>,
    opd: Vec<AgencyLine<'a>>,
    pagu: Vec<PaguLine<'a>>,
    total: PaguLine<'a>,
    rpjmd: bool,
    ganda: &'a [String],
    kota: Vec<Temuan<'a>>,
    kota_lagi: usize,
}

#[derive(Serialize)]
struct Temuan<'a> {
    tingkat: &'static str,
    buruk: bool,
    kode: &'a str,
    tempat: &'a str,
    pesan: String,
}

#[derive(Serialize)]
struct Hitungan {
    nama: &'static str,
    jumlah: usize,
    buruk: bool,
}

#[derive(Serialize)]
struct AgencyLine<'a> {
    nama: &'a str,
    kode: &'a str,
    status: &'static str,
    buruk: bool,
    halaman: Option<usize>,
    galat: usize,
    peringatan: usize,
    kelengkapan: Option<usize>,
    bab: Vec<Option<Bagian>>,
    catatan: String,
}

#[derive(Serialize)]
struct Bagian {
    terisi: usize,
    wajib: usize,
}

#[derive(Serialize)]
struct PaguLine<'a> {
    nama: &'a str,
    nilai: Vec<Option<String>>,
    rpjmd: Option<Vec<Option<String>>>,
}

/// Chapters of which any record tells, in order.
pub(super) fn chapters(recap: &Recap<'_>) -> Vec<u16> {
    let chapter = recap.opd.iter().flat_map(|row| &row.chapters);
    let bab: BTreeSet<u16> = chapter.map(|chapter| chapter.bab).collect();
    bab.into_iter().collect()
}

/// What the template gets, as JSON.
pub(super) fn data(recap: &Recap<'_>) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&page(recap))
}

/// The file of the data; the same for the same recap.
pub(in crate::batch) fn pdf(library: &Library, data: Vec<u8>) -> Result<Vec<u8>, PipelineError> {
    let digest = blake3::hash(&data).to_hex().to_string();
    let said: Said = serde_json::from_slice(&data)?;
    let first = Tanggal::new(1, 1, said.awal.unwrap_or(2000));
    let embedded;
    // Templates of a regulation need not bring a recap of their own.
    let library = if library.base.has(MAIN) {
        library
    } else {
        embedded = Library::new(None, &[])?;
        &embedded
    };
    let composition = Composition {
        template: MAIN,
        data,
        ident: &digest,
        time: first.map(Tanggal::unix).unwrap_or_default(),
        file: super::DOCUMENT,
    };
    pipeline::compose(library, composition)?.pdf(None)
}

/// Of the data, what is not for the template.
#[derive(Deserialize)]
struct Said {
    awal: Option<u16>,
}

fn page<'a>(recap: &'a Recap<'a>) -> Page<'a> {
    let bab = chapters(recap);
    let year = recap.year();
    let mut judul = "Rekapitulasi Renstra Perangkat Daerah".to_owned();
    if let Some(daerah) = recap.daerah {
        judul = format!("{judul} {daerah}");
    }
    if let Some([awal, akhir]) = recap.periode {
        judul = format!("{judul} Tahun {awal}–{akhir}");
    }
    Page {
        judul,
        awal: recap.periode.map(|year| year[0]),
        program: recap.program,
        hitungan: counts(recap),
        opd: recap.opd.iter().map(|row| line(row, &bab)).collect(),
        bab: bab.iter().map(|bab| regulation::roman(*bab)).collect(),
        tahun: year.iter().map(u16::to_string).collect(),
        pagu: recap
            .opd
            .iter()
            .filter(|row| !row.pagu.is_empty() || row.pagu_rpjmd.is_some())
            .map(|row| pagu_line(row.name(), &row.pagu, row.pagu_rpjmd.as_ref(), &year))
            .collect(),
        total: pagu_line(
            "Jumlah seluruhnya",
            &recap.total.pagu,
            recap.total.pagu_rpjmd.as_ref(),
            &year,
        ),
        rpjmd: recap.total.pagu_rpjmd.is_some(),
        ganda: &recap.total.doubled,
        kota: recap.city.iter().take(MOST).map(between).collect(),
        kota_lagi: recap.city.len().saturating_sub(MOST),
    }
}

fn counts(recap: &Recap<'_>) -> Vec<Hitungan> {
    let total = &recap.total;
    let mut list = vec![Hitungan {
        nama: "buku kerja",
        jumlah: total.workbooks,
        buruk: false,
    }];
    for (status, jumlah) in [
        (Status::Delivered, total.delivered),
        (Status::Refused, total.refused),
        (Status::Unreadable, total.unreadable),
        (Status::Failed, total.failed),
        (Status::Pending, total.pending),
        (Status::Copy, total.copies),
    ] {
        if jumlah > 0 || status == Status::Delivered {
            list.push(Hitungan {
                nama: status.word(),
                jumlah,
                buruk: status.is_bad(),
            });
        }
    }
    list.push(Hitungan {
        nama: "halaman",
        jumlah: total.pages,
        buruk: false,
    });
    list
}

fn between(finding: &Between) -> Temuan<'_> {
    Temuan {
        tingkat: finding.severity.word(),
        buruk: finding.severity == Severity::Error,
        kode: finding.code,
        tempat: &finding.place,
        pesan: finding.line(),
    }
}

fn line<'a>(row: &'a Record, bab: &[u16]) -> AgencyLine<'a> {
    let (filled, required) = row.completeness();
    AgencyLine {
        nama: row.name(),
        kode: &row.identity.kode,
        status: row.status.word(),
        buruk: row.status.is_bad(),
        halaman: row.pages,
        galat: row.errors,
        peringatan: row.warnings,
        // Rounded down: 100 per cent means all.
        kelengkapan: (filled * 100).checked_div(required),
        bab: bab
            .iter()
            .map(|bab| {
                let chapter = row.chapters.iter().find(|chapter| chapter.bab == *bab)?;
                Some(Bagian {
                    terisi: chapter.filled,
                    wajib: chapter.required,
                })
            })
            .collect(),
        catatan: remark(row),
    }
}

fn pagu_line<'a>(nama: &'a str, pagu: &Pagu, rpjmd: Option<&Pagu>, year: &[u16]) -> PaguLine<'a> {
    let cells = |pagu: &Pagu| -> Vec<Option<String>> {
        let by_year = year.iter().map(|year| Some(pagu.get(year)?.0));
        let all = by_year.chain([money::total(pagu)]);
        all.map(|amount| Some(amount?.to_string())).collect()
    };
    PaguLine {
        nama,
        nilai: cells(pagu),
        rpjmd: rpjmd.map(cells),
    }
}
