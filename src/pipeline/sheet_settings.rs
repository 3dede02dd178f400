//! What the settings say of a workbook's sheets, for its reading.

use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::model::{Periode, Tahun};
use crate::regulation::Regulation;
use crate::sheets::{Reading, SheetPlace, code};

/// The settings, as the reader of worksheets takes them.
pub(super) fn reading(config: &Config) -> Reading {
    Reading {
        periode: config
            .periode
            .and_then(|set| Periode::new(Tahun::new(set.awal)?, Tahun::new(set.akhir)?)),
        lembar: config
            .lembar
            .iter()
            .map(|(name, set)| {
                let place = SheetPlace {
                    subbab: set.subbab.clone(),
                    printed: set.cetak,
                };
                (name.clone(), place)
            })
            .collect(),
    }
}

/// Reports places that the regulation does not have.
pub(super) fn check(config: &Config, regulation: &Regulation, out: &mut Diagnostics) {
    for (name, set) in &config.lembar {
        if let Some(subbab) = set.subbab.as_deref()
            && !regulation.has_place(subbab)
        {
            out.emit(
                Diagnostic::error(
                    code::UNKNOWN_PLACE,
                    Origin::file(config::FILE_NAME),
                    format!(
                        "subbab \"{subbab}\" untuk lembar \"{name}\" tidak ada pada peraturan {}",
                        regulation.id
                    ),
                )
                .hint("tulis nomor subbab peraturan, misalnya \"2.1.2\", atau nomor bab, misalnya \"2\""),
            );
        }
    }
}
