//! The tables of a workbook, and what each one is: the same decision for reading a
//! workbook and for carrying it over into another.

use std::borrow::Cow;

use super::shape::Shape;
use super::table::Table;
use super::{code, matriks, recognise, section, tambahan, telaahan};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::TabelTambahan;
use crate::workbook::{Sheet, Workbook};

/// A table with the title above it.
pub struct Part<'a> {
    /// The cells of its sheet that are its own.
    pub sheet: Cow<'a, Sheet>,
    /// The worksheet that it is.
    pub shape: Option<&'static Shape>,
    /// The table as it stands, if it has a caption.
    pub own: Option<TabelTambahan>,
}

/// The tables of every visible sheet. A sheet that is none is told.
pub fn parts<'a>(workbook: &'a Workbook, out: &mut Diagnostics) -> Vec<Part<'a>> {
    let mut list: Vec<Part<'a>> = Vec::new();
    for sheet in workbook.sheet.iter().filter(|sheet| !sheet.hidden) {
        for (at, sheet) in section::split(sheet).into_iter().enumerate() {
            let mut said = Diagnostics::new();
            let mut own = tambahan::read(&sheet, &mut said);
            // The tab names the first table, or the only one.
            let found = if at == 0 {
                recognise::shape(&sheet, own.is_some(), out)
            } else {
                recognise::shape_below(&sheet, own.is_some(), out)
            };
            let shape = found.filter(|shape| {
                let is_own = own.as_ref().is_some_and(|table| {
                    telaahan::is_own_shape(&sheet, shape, out)
                        || is_another(&list, shape, &table.judul, &sheet, out)
                });
                !is_own
            });
            if let Some(table) = &mut own {
                table.lembar = shape.map(|shape| shape.id);
                // A worksheet's own reader reports its cells.
                if shape.is_none() {
                    out.extend(said);
                }
            }
            list.push(Part { sheet, shape, own });
        }
    }
    list
}

/// Whether a table of words is one that another sheet already gave under
/// another caption, or filled under none, with a finding: the two say different things, and one
/// table of both would say neither.
fn is_another(
    above: &[Part<'_>],
    shape: &'static Shape,
    title: &str,
    sheet: &Sheet,
    out: &mut Diagnostics,
) -> bool {
    let differs = |part: &Part<'_>| {
        if let Some(table) = &part.own {
            return table.judul != title;
        }
        let table = Table::find(&part.sheet, shape, &mut Diagnostics::new());
        table.is_some_and(|table| table.rows().next().is_some())
    };
    let mut same = above
        .iter()
        .filter(|part| part.shape.is_some_and(|own| own.id == shape.id));
    let another = matriks::ALL.iter().any(|known| known.id == shape.id) && same.any(differs);
    if another {
        out.emit(
            Diagnostic::warning(
                code::OWN_SHAPE,
                sheet.origin.clone(),
                format!(
                    "tabel {} sudah ada pada lembar lain dengan judul yang berbeda; tabel ini dicetak seperti yang diketik",
                    shape.tab
                ),
            )
            .hint("jadikan satu tabel bila keduanya memang tabel yang sama"),
        );
    }
    another
}
