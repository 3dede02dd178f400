//! Themes that the city does not list.

use crate::checks::nearest;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Scope};
use crate::model::{Renstra, text};
use crate::sheets::code;

/// Reports them; a city that lists none takes any.
pub(super) fn check(renstra: &Renstra, config: &Config, out: &mut Diagnostics) {
    let known = &config.dokumen.tema;
    if known.is_empty() {
        return;
    }
    for tema in renstra.tema() {
        let nama = &tema.nama.value;
        if known.iter().any(|known| text::same(known, nama)) {
            continue;
        }
        let near = nearest(nama, known.iter().map(String::as_str));
        let near = near.map(|near| format!("maksud Anda \"{near}\"? "));
        out.emit(
            Diagnostic::warning(
                code::UNKNOWN_CHOICE,
                tema.nama.origin.clone(),
                format!("tema \"{nama}\" tidak ada pada daftar tema kota"),
            )
            .unprinted(Scope::Cell)
            .hint(format!(
                "{}yang ada: {}",
                near.unwrap_or_default(),
                known.join("; ")
            )),
        );
    }
}
