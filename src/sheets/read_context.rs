//! What is known of a plan before its workbook is read: its period, and where the
//! office wants sheets of its own.

use std::collections::BTreeMap;

use super::code;
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::model::Periode;
use crate::workbook::Workbook;

/// Where a sheet goes.
#[derive(Debug, Clone)]
pub struct SheetPlace {
    /// Subchapter, `2.1.2`; `None` for the one that its title speaks of.
    pub subbab: Option<String>,
    /// Whether it is printed at all.
    pub printed: bool,
}

/// What the settings say of a plan and its sheets.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The plan's period, for a workbook that does not say it.
    pub periode: Option<Periode>,
    /// Sheets by the name of their tab.
    pub lembar: BTreeMap<String, SheetPlace>,
}

impl Reading {
    /// Where the settings put a sheet; tabs are compared as people read them.
    pub(super) fn place(&self, tab: &str) -> Option<&SheetPlace> {
        self.lembar
            .iter()
            .find(|(name, _)| is_same(name, tab))
            .map(|(_, place)| place)
    }

    /// Reports nothing of a sheet that another workbook of the city may have: only a
    /// name that is nearly that of a sheet here.
    pub(super) fn report_unknown(&self, workbook: &Workbook, out: &mut Diagnostics) {
        for name in self.lembar.keys() {
            let has = |tab: &str| is_same(name, tab);
            if workbook.sheet.iter().any(|sheet| has(&sheet.name)) {
                continue;
            }
            let near = workbook.sheet.iter().find(|sheet| {
                strsim::jaro_winkler(&name.to_lowercase(), &sheet.name.to_lowercase()) > 0.92
            });
            if let Some(near) = near {
                out.emit(
                    Diagnostic::warning(
                        code::UNKNOWN_PLACE,
                        Origin {
                            cell: None,
                            ..near.origin.clone()
                        },
                        format!(
                            "renstra.toml menyebut lembar \"{name}\", yang tidak ada pada buku kerja ini"
                        ),
                    )
                    .hint(format!("maksud Anda \"{}\"?", near.name)),
                );
            }
        }
    }
}

fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
