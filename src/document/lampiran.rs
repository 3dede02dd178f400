//! Annexes: which of those that the regulation has are in this document.

use crate::config::Config;
use crate::model::{Renstra, text};
use crate::regulation::{Lampiran, Part, Regulation};

/// Whether an annex is wanted: one whose worksheet alone decides, or one that the agency
/// (Identitas) or the city (`dokumen.lampiran`) asks for by title or id.
pub fn is_wanted(annex: &Lampiran, renstra: &Renstra, config: &Config) -> bool {
    let asked = renstra
        .identitas
        .lampiran
        .iter()
        .map(|named| named.value.as_str());
    let mut asked = asked.chain(config.dokumen.lampiran.iter().map(String::as_str));
    !annex.pilihan || asked.any(|named| is(annex, named))
}

/// Whether a figure is in an annex that is wanted.
pub fn shows_gambar(id: &str, regulation: &Regulation, renstra: &Renstra, config: &Config) -> bool {
    let shown = |part: &Part| matches!(part, Part::Gambar(own) if own == id);
    let mut annexes = regulation.lampiran.iter();
    annexes.any(|annex| annex.isi.iter().any(shown) && is_wanted(annex, renstra, config))
}

/// Whether a table is all that an annex shows.
pub fn is_all_of_one(
    id: &str,
    regulation: &Regulation,
    renstra: &Renstra,
    config: &Config,
) -> bool {
    let all = |annex: &Lampiran| matches!(&*annex.isi, [Part::Tabel(own)] if own == id);
    let mut annexes = regulation.lampiran.iter();
    annexes.any(|annex| all(annex) && is_wanted(annex, renstra, config))
}

/// Whether a name is that of an annex.
pub fn is(annex: &Lampiran, named: &str) -> bool {
    let named = text::plain(named);
    named == text::plain(&annex.judul) || named == text::plain(&annex.id)
}
