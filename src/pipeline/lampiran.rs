//! Annexes that are asked for and that the regulation does not have.

use crate::checks::nearest;
use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::document::lampiran::is;
use crate::model::Renstra;
use crate::regulation::Regulation;
use crate::sheets::code;

/// Reports them, each where it is named.
pub(super) fn check(
    renstra: &Renstra,
    config: &Config,
    regulation: &Regulation,
    out: &mut Diagnostics,
) {
    let own = renstra.identitas.lampiran.iter();
    let own = own.map(|named| (&named.value, named.origin.clone()));
    let city = config.dokumen.lampiran.iter();
    let city = city.map(|named| (named, Origin::file(config::FILE_NAME)));
    let known = || regulation.lampiran.iter().map(|annex| annex.judul.as_str());
    for (named, origin) in own.chain(city) {
        if regulation.lampiran.iter().any(|annex| is(annex, named)) {
            continue;
        }
        let all = known().collect::<Vec<_>>().join("; ");
        let near = nearest(named, known());
        let near = near.map(|near| format!("maksud Anda \"{near}\"? "));
        out.emit(
            Diagnostic::warning(
                code::UNKNOWN_PLACE,
                origin,
                format!(
                    "lampiran \"{named}\" tidak ada pada peraturan {}",
                    regulation.id
                ),
            )
            .hint(format!("{}yang ada: {all}", near.unwrap_or_default())),
        );
    }
}
