//! The share of program penunjang in an agency's pagu: stated, not judged.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{Entry, Kode, Level, Renstra, Rupiah, number};

/// Number of the program penunjang of every bidang urusan.
const NUMBER: &str = "01";

/// Money of program penunjang next to that of all programs, whole period.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Penunjang {
    /// Pagu of program penunjang, `7.663.000.000`.
    pub pagu: String,
    /// Pagu of all programs.
    pub jumlah: String,
    /// Share in per cent, two decimals.
    pub persen: String,
}

/// `None` where no program penunjang has money, or nothing to divide by.
pub(super) fn share(renstra: &Renstra) -> Option<Penunjang> {
    let jumlah = renstra.pendanaan.pagu_total()?;
    let mut pagu = renstra
        .pendanaan
        .program
        .iter()
        .filter(|program| is_penunjang(&program.baris.kode.value))
        .flat_map(|program| program.baris.pagu().values())
        .filter_map(Entry::value)
        .copied()
        .peekable();
    pagu.peek()?;
    let pagu: Rupiah = pagu.sum();
    let hundred = pagu.decimal().checked_mul(Decimal::ONE_HUNDRED)?;
    let persen = hundred.checked_div(jumlah.decimal())?;
    Some(Penunjang {
        pagu: pagu.to_string(),
        jumlah: jumlah.to_string(),
        persen: number::print_fixed(persen, 2),
    })
}

fn is_penunjang(kode: &Kode) -> bool {
    kode.level() == Level::Program && kode.segment().get(2).is_some_and(|number| number == NUMBER)
}
