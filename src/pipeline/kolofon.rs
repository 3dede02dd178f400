//! What a draft says of its own making: the file, its sheets, its findings.

use super::Inspection;
use crate::diagnostic::Diagnostic;
use crate::document::kolofon;
use crate::model::Worksheet;
use crate::sheets::table::Account;

impl Inspection {
    pub(super) fn kolofon(&self) -> kolofon::Kolofon {
        kolofon::Kolofon {
            versi: format!("renstra {}", env!("CARGO_PKG_VERSION")),
            berkas: vec![self.file.clone()],
            lembar: self.account.iter().map(lembar).collect(),
            sel: self.audit.counts().to_string(),
            pagu: self.pagu_per_year(),
            temuan: self.findings.iter().map(|own| self.temuan(own)).collect(),
        }
    }

    fn pagu_per_year(&self) -> Vec<kolofon::PaguTahun> {
        let table = &self.renstra.pendanaan;
        let years = table.years().into_iter();
        let years = years.map(|tahun| (tahun.to_string(), table.pagu_year(tahun)));
        let total = ("Jumlah".to_owned(), table.pagu_total());
        let all = years.chain([total]).filter_map(|(tahun, jumlah)| {
            let jumlah = jumlah?.to_string();
            Some(kolofon::PaguTahun { tahun, jumlah })
        });
        all.collect()
    }

    fn temuan(&self, finding: &Diagnostic) -> kolofon::Temuan {
        let place = finding.origin.to_string();
        // The page says above which file it speaks of.
        let own = place.strip_prefix(self.file.nama.as_str());
        let own = own.map(|rest| rest.trim_start_matches(" › "));
        let lokasi = match own {
            Some("") => "berkas",
            Some(own) => own,
            None => &place,
        };
        kolofon::Temuan {
            tingkat: finding.severity.word().to_owned(),
            kode: finding.code.to_string(),
            lokasi: lokasi.to_owned(),
            pesan: finding.message.clone(),
        }
    }
}

fn lembar(entry: &Account) -> kolofon::Lembar {
    kolofon::Lembar {
        nama: entry.origin.sheet.as_deref().unwrap_or_default().to_owned(),
        jenis: entry.id.map_or("tambahan", Worksheet::tab).to_owned(),
        dilihat: entry.seen,
        dipakai: entry.used,
        dilaporkan: entry.reported,
    }
}
