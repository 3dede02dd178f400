//! A city: its plans beside each other.

use super::{Inspection, Library, Options, PipelineError, settle};
use crate::checks;
use crate::checks::city::City;
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::model::{Renstra, Rpjmd};
use crate::regulation::Regulation;
use crate::typeset::{Job, Typeset};
use crate::verifikasi::{self, Anggota, Kota};

pub use crate::checks::city::{Alinea, Member, PaguProgram};

/// Template of a city's recap.
const KOTA: &str = "/verifikasi/kota.typ";

/// Checks agencies beside each other and against the city's RPJMD, if there is
/// one. The regulation is that of the first plan.
pub fn inspect_city(
    regulation: &Regulation,
    rpjmd: Option<&Rpjmd>,
    member: &[Member],
    options: &Options,
) -> Diagnostics {
    let mut out = Diagnostics::new();
    checks::city::run(&City { rpjmd, member }, regulation, &mut out);
    settle(&mut out, regulation, options);
    out
}

/// What of an agency's plan is held against its neighbours.
pub fn member(inspection: &Inspection) -> Member {
    Member::new(
        &inspection.renstra,
        inspection.origin(),
        inspection.rpjmd.is_some(),
    )
}

/// The recap of a city's plans against its RPJMD: plans of its period, each with
/// its workbook and with how many errors, warnings and infos it has.
pub fn recap_city(rpjmd: &Rpjmd, config: &Config, plan: &[(Renstra, String, [usize; 3])]) -> Kota {
    let anggota: Vec<Anggota<'_>> = plan
        .iter()
        .map(|(renstra, berkas, temuan)| Anggota {
            renstra,
            berkas: berkas.clone(),
            temuan: *temuan,
        })
        .collect();
    Kota::build(rpjmd, config, &anggota)
}

/// Lays the recap of a city out.
///
/// # Errors
/// If it cannot be written as JSON or typst refuses it.
pub fn typeset_city<'l>(library: &'l Library, city: &Kota) -> Result<Typeset<'l>, PipelineError> {
    let job = Job::new(KOTA, city.to_json()?);
    Ok(crate::typeset::compile(&library.base, &job)?)
}

/// The recap of a city as a workbook.
///
/// # Errors
/// If it cannot be written.
pub fn city_workbook(city: &Kota) -> Result<Vec<u8>, PipelineError> {
    Ok(verifikasi::city_workbook(city)?)
}
