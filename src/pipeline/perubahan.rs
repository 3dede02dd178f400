//! The annex that shows a changed plan next to the plan before it.

use serde_json::Value;

use super::previous_plan::Past;
use super::{Library, Options, PipelineError, comparison, workbook_kind};
use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::document::{lampiran, tambahan, vocabulary::MATRIKS_PERUBAHAN};
use crate::model::{Renstra, Worksheet};
use crate::regulation::{Lampiran, Part, Regulation};
use crate::workbook::Workbook;

/// A plan that may be a changed one.
pub(super) struct Plan<'a> {
    pub workbook: &'a Workbook,
    pub renstra: &'a Renstra,
    pub regulation: &'a Regulation,
    pub config: &'a Config,
    pub past: Option<&'a Past>,
}

/// What the plan changes, for the annex that shows it; `None` where nobody asks for that,
/// or, with why in `out`, where there is nothing to compare.
///
/// # Errors
/// If a regulation that is asked for is not there, or the comparison cannot be written.
pub(super) fn matrix(
    library: &Library,
    plan: &Plan<'_>,
    options: &Options,
    out: &mut Diagnostics,
) -> Result<Option<Value>, PipelineError> {
    let Some(asked) = asked(plan) else {
        return Ok(None);
    };
    if !tambahan::is_changed(plan.renstra, plan.config) {
        // A city may ask for all its plans, of which few are changed ones.
        if asked.is_own {
            out.emit(missing(
                asked.origin,
                "Tahap pada lembar Identitas tidak menyebut perubahan Renstra",
                "tulis Tahap seperti \"Rancangan Akhir Perubahan\", atau hapus lampiran ini",
            ));
        }
        return Ok(None);
    }
    let past = match plan.past {
        Some(past) if workbook_kind::refusal(&past.workbook).is_none() => past,
        past => {
            out.emit(without_past(asked.origin, plan, past));
            return Ok(None);
        }
    };
    let folder = plan.config.dokumen.sebelumnya.as_deref();
    let mut changes = comparison::changes(
        library,
        [&past.workbook, plan.workbook],
        folder.unwrap_or_default(),
        plan.config,
        options,
    )?;
    changes.keep_changes();
    // Who confirmed what is kept next to a plan and printed in none.
    changes.leave_out_table(Worksheet::Konfirmasi.tab());
    Ok(Some(serde_json::from_slice(&changes.to_json()?)?))
}

/// Where the annex is asked for, and whether the agency itself does.
struct Asked {
    origin: Origin,
    is_own: bool,
}

fn asked(plan: &Plan<'_>) -> Option<Asked> {
    let shows = |part: &Part| matches!(part, Part::Bagian(id) if id == MATRIKS_PERUBAHAN);
    let of_city = Asked {
        origin: Origin::file(config::FILE_NAME),
        is_own: false,
    };
    if plan.regulation.part().any(shows) {
        return Some(of_city);
    }
    let wanted = |annex: &&Lampiran| {
        annex.isi.iter().any(shows) && lampiran::is_wanted(annex, plan.renstra, plan.config)
    };
    let annex = plan.regulation.lampiran.iter().find(wanted)?;
    let mut own = plan.renstra.identitas.lampiran.iter();
    let own = own.find(|named| lampiran::is(annex, &named.value));
    Some(match own {
        Some(named) => Asked {
            origin: named.origin.clone(),
            is_own: true,
        },
        None => of_city,
    })
}

fn missing(origin: Origin, why: &str, hint: &str) -> Diagnostic {
    Diagnostic::warning(
        config::NO_EARLIER_PLAN,
        origin,
        format!("Matriks Perubahan tidak dicetak: {why}"),
    )
    .hint(hint)
}

fn without_past(origin: Origin, plan: &Plan<'_>, past: Option<&Past>) -> Diagnostic {
    let file = &plan.workbook.file;
    let (why, hint) = match (&plan.config.dokumen.sebelumnya, past) {
        (None, _) => (
            "renstra.toml tidak menyebut folder buku kerja terdahulu".to_owned(),
            format!(
                "tulis kunci sebelumnya pada [dokumen] di renstra.toml, dan simpan buku kerja terdahulu di folder itu dengan nama {file}"
            ),
        ),
        (Some(folder), Some(_)) => (
            format!("{folder}/{file} bukan buku kerja Renstra"),
            format!("simpan buku kerja terdahulu di folder {folder} dengan nama {file}"),
        ),
        (Some(folder), None) => (
            format!("buku kerja terdahulu {folder}/{file} tidak ada atau tidak dapat dibaca"),
            format!("simpan buku kerja terdahulu di folder {folder} dengan nama {file}"),
        ),
    };
    missing(origin, &why, &hint)
}
