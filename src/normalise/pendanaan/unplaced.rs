//! Rows that have no place in the tree: a kode that cannot be read, a name that is
//! not in the nomenclature. They are printed in their place; no sum contains them.

use super::{Builder, Last};
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::model::{Baris, Located, Peran, Unplaced, text};
use crate::normalise::code;

/// Words that begin the name of a level, as offices write it before the name.
const LEVEL: [&str; 4] = ["program ", "kegiatan ", "sub kegiatan ", "subkegiatan "];

/// Whether a text calls itself a program, kegiatan or sub kegiatan.
pub(super) fn names_level(name: &str) -> bool {
    let plain = text::plain(name);
    LEVEL.iter().any(|word| plain.starts_with(word))
}

/// Words that begin the name of an agency.
const AGENCY: [&str; 12] = [
    "dinas ",
    "badan ",
    "kecamatan ",
    "kelurahan ",
    "kantor ",
    "sekretariat ",
    "inspektorat",
    "satuan polisi",
    "rumah sakit",
    "rsud",
    "upt ",
    "uptd ",
];

impl Builder<'_> {
    /// Whether a name without a kode is the agency's, whose row stands above its
    /// programs: nothing but an urusan, a goal or an objective stands before it.
    pub(super) fn names_agency(&self, name: &str) -> bool {
        let is_above = match self.last {
            Last::Element(elemen) => elemen.program().is_none(),
            Last::None | Last::Unplaced => self.pendanaan.program.is_empty(),
        };
        let plain = text::plain(name);
        is_above && AGENCY.iter().any(|word| plain.starts_with(word))
    }

    /// The agency's own row: printed in its place, in no sum.
    pub(super) fn take_agency(
        &mut self,
        name: &Located<String>,
        baris: Baris,
        out: &mut Diagnostics,
    ) {
        out.emit(
            Diagnostic::info(
                code::NO_KODE,
                name.origin.clone(),
                format!(
                    "\"{}\" dibaca sebagai baris Perangkat Daerah: dicetak sebagaimana ditulis, tidak ikut dijumlahkan",
                    text::short(&name.value)
                ),
            )
            .hint("isi kodenya bila baris ini program atau kegiatan"),
        );
        self.begin_unplaced(name.origin.clone(), baris);
    }

    /// A row without a place; the finding stands at `cell`. What follows without a
    /// kode belongs to it.
    pub(super) fn begin_unplaced(&mut self, cell: Origin, baris: Baris) {
        let (program, kegiatan) = match self.last {
            Last::Element(elemen) => (elemen.program(), elemen.kegiatan()),
            Last::Unplaced => self
                .pendanaan
                .unplaced
                .last()
                .map_or((None, None), |above| (above.program, above.kegiatan)),
            Last::None => (None, None),
        };
        self.pendanaan.unplaced.push(Unplaced {
            cell,
            program,
            kegiatan,
        });
        self.push(baris, Peran::TidakDikenal, None);
        self.last = Last::Unplaced;
    }
}

/// Reports a name without a kode.
pub(super) fn report_no_kode(uraian: &Located<String>, out: &mut Diagnostics) {
    let name = uraian.value.replace('\n', " ");
    out.emit(
            Diagnostic::error(
                code::NO_KODE,
                uraian.origin.clone(),
                format!("\"{name}\" tidak mempunyai kode"),
            )
            .hint("isi kodenya; tanpa kode baris ini dicetak sebagaimana ditulis, tetapi tidak ikut dijumlahkan dan diperiksa"),
        );
}
