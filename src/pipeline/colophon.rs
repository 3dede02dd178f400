//! What a draft says of its own making: the file, its sheets, its findings.

use std::collections::BTreeSet;

use super::Inspection;
use crate::diagnostic::Diagnostic;
use crate::document::kolofon;
use crate::model::Rupiah;
use crate::sheets::{self, table::Account};

impl Inspection {
    pub(super) fn kolofon(&self) -> kolofon::Kolofon {
        kolofon::Kolofon {
            versi: format!("renstra {}", env!("CARGO_PKG_VERSION")),
            berkas: vec![self.file.clone()],
            lembar: self.account.iter().map(lembar).collect(),
            sel: self.audit.counts().to_string(),
            pagu: self.pagu_per_year(),
            temuan: self.findings.iter().map(temuan).collect(),
        }
    }

    fn pagu_per_year(&self) -> Vec<kolofon::PaguTahun> {
        let table = &self.renstra.pendanaan;
        let year: BTreeSet<_> = table
            .program
            .iter()
            .flat_map(|program| program.baris.pagu().keys().copied())
            .collect();
        year.into_iter()
            .filter_map(|tahun| {
                let jumlah = table.pagu_year(tahun)?.to_string();
                Some(kolofon::PaguTahun {
                    tahun: tahun.to_string(),
                    jumlah,
                })
            })
            .collect()
    }
}

fn lembar(entry: &Account) -> kolofon::Lembar {
    let sum: rust_decimal::Decimal = entry.pagu.values().sum();
    kolofon::Lembar {
        nama: entry.origin.sheet.as_deref().unwrap_or_default().to_owned(),
        jenis: sheets::tab_name(entry.id).to_owned(),
        dilihat: entry.seen,
        dipakai: entry.used,
        dilaporkan: entry.reported,
        jumlah: (!entry.pagu.is_empty()).then(|| format!("Rp{}", Rupiah::from_decimal(sum))),
    }
}

fn temuan(finding: &Diagnostic) -> kolofon::Temuan {
    kolofon::Temuan {
        tingkat: finding.severity.word().to_owned(),
        kode: finding.code.to_string(),
        lokasi: finding.origin.to_string(),
        pesan: finding.message.clone(),
    }
}
