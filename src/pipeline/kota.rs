//! A city: its plans next to each other, and its RPJMD.

use std::path::Path;

use super::inspect::finish;
use super::{
    Composition, Inputs, Inspection, Library, Options, PipelineError, Printout, compose, identify,
    rpjmd,
};
use crate::checks;
use crate::checks::city::City;
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::model::{Renstra, Rpjmd};
use crate::regulation::Regulation;
use crate::verifikasi::{self, Anggota, Kota, Round};

pub use crate::checks::city::Member;

/// Template of a city's recap.
const KOTA: &str = "/verifikasi/kota.typ";

/// Checks agencies next to each other and against the city's RPJMD, if there is
/// one. The regulation is that of the first plan.
pub fn inspect_city(
    regulation: &Regulation,
    rpjmd: Option<&Rpjmd>,
    member: &[Member],
    options: &Options,
) -> Diagnostics {
    let mut out = Diagnostics::new();
    checks::city::run(&City { rpjmd, member }, regulation, &mut out);
    finish(&mut out, regulation, options);
    out
}

/// What is wrong in a workbook that is itself an RPJMD. `None` if its name, its sheets
/// or an agency in its Identitas say that it is none.
///
/// # Errors
/// If it, the settings, or the regulation cannot be opened.
pub fn inspect_rpjmd(
    library: &Library,
    path: &Path,
    options: &Options,
) -> Result<Option<Diagnostics>, PipelineError> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    if !name.to_lowercase().contains("rpjmd") {
        return Ok(None);
    }
    // An agency's workbook may be named after the RPJMD that it follows.
    if identify(path).is_ok_and(|identitas| identitas.nama.value().is_some()) {
        return Ok(None);
    }
    let inputs = Inputs::read(library, path, options)?;
    let mut out = Diagnostics::new();
    let Some(rpjmd) = rpjmd::load(Some(path), &inputs.config, None, &mut out)? else {
        return Ok(None);
    };
    let found = inspect_city(inputs.regulation, Some(&rpjmd), &[], options);
    out.extend(found);
    finish(&mut out, inputs.regulation, options);
    Ok(Some(out))
}

/// What of an agency's plan is compared with its neighbours.
pub fn member(inspection: &Inspection) -> Member {
    Member::new(
        &inspection.renstra,
        &inspection.regulation,
        inspection.origin(),
        inspection.rpjmd.is_some(),
    )
}

/// The recap of a city's plans against its RPJMD: plans of its period, each with
/// its workbook, its findings and what became of them since the round before.
pub fn recap_city(rpjmd: &Rpjmd, config: &Config, plans: &[Plan]) -> Kota {
    let anggota: Vec<Anggota<'_>> = plans
        .iter()
        .map(|plan| Anggota {
            renstra: &plan.renstra,
            berkas: plan.berkas.clone(),
            temuan: plan.temuan,
            putaran: plan.putaran.clone(),
        })
        .collect();
    Kota::build(rpjmd, config, &anggota)
}

/// A plan of a city's recap.
pub struct Plan {
    /// The plan.
    pub renstra: Renstra,
    /// Its workbook.
    pub berkas: String,
    /// How many errors, warnings and infos it has.
    pub temuan: [usize; 3],
    /// What became of its findings since the round before.
    pub putaran: Option<Round>,
}

/// Prints the recap of a city; `time` is the moment that it is of, in seconds since 1970.
///
/// # Errors
/// If it cannot be written as JSON or typst refuses it.
pub fn print_city<'l>(
    library: &'l Library,
    city: &Kota,
    time: i64,
) -> Result<Printout<'l>, PipelineError> {
    let composition = Composition {
        template: KOTA,
        data: city.to_json()?,
        ident: &city.rpjmd,
        time,
        file: &city.rpjmd,
    };
    compose(library, composition)
}

/// The recap of a city as a workbook.
///
/// # Errors
/// If it cannot be written.
pub fn city_workbook(city: &Kota) -> Result<Vec<u8>, PipelineError> {
    Ok(verifikasi::city_workbook(city)?)
}
