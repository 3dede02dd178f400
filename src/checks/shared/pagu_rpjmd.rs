//! The money of a programme next to the RPJMD's, year by year.

use super::rpjmd;
use crate::checks::{Rule, Subject};
use crate::diagnostic::{Diagnostic, Fact, Ground, Origin};
use crate::model::{Kode, Located, ProgramRpjmd, Rupiah, Tahun};

/// A programme in a year in which both sides have an amount.
pub struct Compared<'a> {
    /// The RPJMD's row.
    pub program: &'a ProgramRpjmd,
    /// The year.
    pub tahun: Tahun,
    /// The RPJMD's amount.
    pub theirs: &'a Located<Rupiah>,
    /// The agency's, over all its rows.
    pub own: Rupiah,
    cells: Vec<Origin>,
}

impl Compared<'_> {
    /// Its kode.
    pub fn kode(&self) -> &Kode {
        &self.program.kode.value
    }

    /// A finding about it, with both amounts.
    pub fn finding(&self, rule: &Rule, message: String) -> Diagnostic {
        let origin = self.cells.first().unwrap_or(&self.theirs.origin).clone();
        rule.finding(origin, message)
            .element(self.kode())
            .fact(Fact::Year(self.tahun.get()))
            .rests_on([Ground::WholeRupiah])
            .figure("Renstra", format!("Rp{}", self.own), self.cells.clone())
            .rupiah("RPJMD", self.theirs)
    }

    /// The difference, without its sign.
    pub fn gap(&self) -> String {
        let gap = (self.own - self.theirs.value).decimal().abs();
        format!("Rp{}", Rupiah::from_decimal(gap))
    }
}

/// Every programme of both sides in every year of the RPJMD.
pub fn compared<'a>(subject: &Subject<'a>) -> Vec<Compared<'a>> {
    let mut list = Vec::new();
    for (program, own) in rpjmd::program_pairs(subject) {
        for (tahun, entry) in &program.pagu {
            let both = entry.located().zip(rpjmd::pagu(&own, *tahun));
            list.extend(both.map(|(theirs, (sum, cells))| {
                Compared {
                    program,
                    tahun: *tahun,
                    theirs,
                    own: sum,
                    cells: cells
                        .into_iter()
                        .map(|cell: Located<Rupiah>| cell.origin)
                        .collect(),
                }
            }));
        }
    }
    list
}
