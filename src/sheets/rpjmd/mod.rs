//! The city's RPJMD workbook: what every agency's plan is compared with.

pub mod program;
pub mod strategi;
pub mod tujuan;
pub mod wajib;

use std::borrow::Cow;

use super::plan_year::Years;
use super::prepare::prepare;
use super::recognise;
use super::schema::Schema;
use super::table::Account;
use super::table_region::TableRegion;
use super::worksheets::{identitas, strategi::StrategiRow};
use crate::diagnostic::Diagnostics;
use crate::model::{Identitas, Worksheet};
use crate::workbook::Workbook;
use program::ProgramRpjmdRow;
use tujuan::TujuanRpjmdRow;
use wajib::WajibRow;

/// Every worksheet of the RPJMD workbook, in the order of a blank one.
pub const ALL: [&Schema; 5] = [
    &identitas::SCHEMA,
    &tujuan::SCHEMA,
    &strategi::SCHEMA,
    &program::SCHEMA,
    &wajib::SCHEMA,
];

/// All worksheets of an RPJMD workbook, read.
#[derive(Debug, Clone, Default)]
pub struct RpjmdSheets {
    /// Region and period.
    pub identitas: Option<Identitas>,
    /// Misi, tujuan, sasaran with indicators.
    pub tujuan: Vec<TujuanRpjmdRow>,
    /// Strategi and arah kebijakan.
    pub strategi: Vec<StrategiRow>,
    /// Programmes with money and agencies.
    pub program: Vec<ProgramRpjmdRow>,
    /// Indicators that agencies must carry.
    pub wajib: Vec<WajibRow>,
    /// What became of the rows of each sheet.
    pub account: Vec<Account>,
}

/// The worksheets of an RPJMD that the visible sheets of a workbook are.
pub fn recognised(workbook: &Workbook) -> impl Iterator<Item = Worksheet> {
    let sheet = workbook.sheet.iter().filter(|sheet| !sheet.hidden);
    sheet.filter_map(|sheet| {
        Some(recognise::among(&ALL, sheet, &|| true, &mut Diagnostics::new())?.id)
    })
}

/// Reads every visible sheet that is a worksheet of an RPJMD workbook.
pub fn read(workbook: &Workbook, out: &mut Diagnostics) -> RpjmdSheets {
    let mut sheets = RpjmdSheets::default();
    for sheet in workbook.sheet.iter().filter(|sheet| !sheet.hidden) {
        let Some(schema) = recognise::among(&ALL, sheet, &|| false, out) else {
            continue;
        };
        let part = TableRegion::new(Cow::Borrowed(sheet), Some(schema));
        let part = prepare(part, &Years::default(), out);
        let sheet = &*part.sheet;
        let account = &mut sheets.account;
        match schema.id {
            Worksheet::Identitas => sheets.identitas = Some(identitas::read(sheet, account, out)),
            Worksheet::RpjmdTujuan => sheets.tujuan.extend(tujuan::read(sheet, account, out)),
            Worksheet::RpjmdStrategi => sheets.strategi.extend(strategi::read(sheet, account, out)),
            Worksheet::RpjmdWajib => sheets.wajib.extend(wajib::read(sheet, account, out)),
            _ => sheets.program.extend(program::read(sheet, account, out)),
        }
    }
    sheets
}
