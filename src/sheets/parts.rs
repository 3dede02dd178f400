//! The tables of a workbook, and what each one is: the same decision for reading a
//! workbook and for carrying it over into another.

use std::cell::LazyCell;

use super::plan_year::{self, Years};
use super::prepare::prepare;
use super::read_context::Reading;
use super::schema::Schema;
use super::table::Table;
use super::table_region::TableRegion;
use super::worksheets::{identitas, telaahan};
use super::{code, header, recognise, repeated_part, restore, section, tambahan};
use crate::diagnostic::{Diagnostic, Diagnostics, Fact};
use crate::model::{TabelTambahan, Worksheet};
use crate::workbook::{Sheet, Workbook};

/// The tables of every visible sheet, ready for their readers. A sheet that is none
/// is reported.
pub fn parts<'a>(
    workbook: &'a Workbook,
    reading: &Reading,
    out: &mut Diagnostics,
) -> Vec<TableRegion<'a>> {
    let list = find(workbook, reading, out);
    reading.report_unknown(workbook, out);
    let years = years(&list, reading);
    let mut list: Vec<TableRegion<'a>> = list
        .into_iter()
        .map(|part| prepare(part, &years, out))
        .collect();
    repeated_part::drop_repeated(&mut list, out);
    plan_year::report_missing(&list, years.periode, out);
    list
}

/// The years that the plan's tables name, with its period.
fn years(list: &[TableRegion<'_>], reading: &Reading) -> Years {
    let own = list.iter().find(|part| {
        part.schema
            .is_some_and(|schema| schema.id == Worksheet::Identitas)
    });
    let periode = own.and_then(|part| {
        let mut scratch = Diagnostics::new();
        let read = identitas::read(&part.sheet, &mut Vec::new(), &mut scratch);
        read.periode.value().copied()
    });
    let planned = list
        .iter()
        .filter(|part| part.schema.is_some_and(plan_year::is_planned));
    let headers = planned.filter_map(|part| part.header.as_ref());
    Years::new(periode.or(reading.periode), headers)
}

/// The tables of every visible sheet as they were typed.
fn find<'a>(
    workbook: &'a Workbook,
    reading: &Reading,
    out: &mut Diagnostics,
) -> Vec<TableRegion<'a>> {
    let mut list: Vec<TableRegion<'a>> = Vec::new();
    for sheet in workbook.sheet.iter().filter(|sheet| !sheet.hidden) {
        let place = reading.place(&sheet.name);
        if place.is_some_and(|place| !place.printed) {
            continue;
        }
        let tables = section::split(sheet);
        let below: Vec<Worksheet> = tables
            .iter()
            .skip(1)
            .filter_map(|table| {
                let shape = recognise::shape_below(table, &|| true, &mut Diagnostics::new());
                shape.map(|schema| schema.id)
            })
            .collect();
        for (at, sheet) in tables.into_iter().enumerate() {
            let mut said = Diagnostics::new();
            let mut own = tambahan::read(&sheet, &mut said);
            // Looked at only where no worksheet is recognised by its headings.
            let titled = LazyCell::new(|| {
                let mut said = Diagnostics::new();
                let placed = at == 0 && place.is_some();
                let table = tambahan::read_titled(&sheet, placed, &mut said);
                (table, said)
            });
            // One that is too large is reported once.
            let too_large = is_too_large(&said);
            let captioned =
                || own.is_some() || too_large || titled.0.is_some() || is_too_large(&titled.1);
            // The tab names the first table, or the only one; not one of the agency's own
            // above the table that it names.
            let named = (at == 0)
                .then(|| recognise::schema(&sheet, &captioned, out))
                .flatten();
            let is_below = named.is_some_and(|schema| {
                let header = header::find(&sheet, schema);
                let whole = header.is_some_and(|header| header.missing(schema).is_empty());
                below.contains(&schema.id) && !whole
            });
            let found = if at == 0 && !is_below {
                named
            } else {
                recognise::shape_below(&sheet, &captioned, out)
            };
            let schema = found.filter(|schema| {
                let is_own = own.as_ref().is_some_and(|table| {
                    telaahan::is_own_shape(&sheet, schema, out)
                        || is_another(&list, schema, &table.judul, &sheet, out)
                });
                !is_own
            });
            if schema.is_none() && own.is_none() && !too_large && !recognise::is_guide(&sheet) {
                let (table, said_of_it) = titled.clone();
                own = table;
                said.extend(said_of_it);
                if let Some(table) = &own
                    && place.is_none()
                {
                    report_as_it_stands(table, out);
                }
            }
            if let Some(table) = &mut own {
                let mut habits = restore::Said::default();
                restore::join_own(table, &mut habits);
                // What a worksheet's lines are read as is said where it is read.
                if schema.is_none() {
                    habits.tell(&sheet, out);
                }
            }
            if let Some(table) = &mut own {
                table.lembar = schema.map(|schema| schema.id);
                table.subbab = place.and_then(|place| place.subbab.clone());
            }
            // A worksheet's own reader reports its cells.
            if schema.is_none() {
                out.extend(said);
            }
            let part = TableRegion {
                own,
                ..TableRegion::new(sheet, schema)
            };
            list.push(restore::restore(part, out));
        }
    }
    list
}

/// Whether a table of the agency's own was said to be too large to be printed.
fn is_too_large(said: &Diagnostics) -> bool {
    let mut facts = said.iter().flat_map(|finding| &finding.facts);
    facts.any(|fact| matches!(fact, Fact::Unread(_)))
}

/// Says that a table without a number is printed, and where to say otherwise.
fn report_as_it_stands(table: &TabelTambahan, out: &mut Diagnostics) {
    let sheet = table.origin.sheet.as_deref().unwrap_or_default();
    out.emit(
        Diagnostic::warning(
            code::AS_IT_STANDS,
            table.origin.clone(),
            format!(
                "tabel \"{}\" bukan tabel peraturan; dicetak seperti yang diketik pada bab menurut judulnya ({} baris)",
                super::cell::short(&table.judul),
                table.isi.len()
            ),
        )
        .hint(format!(
            "beri judul \"Tabel 2.4 …\", atau tulis tempatnya pada renstra.toml: [lembar.\"{sheet}\"] subbab = \"2.1.2\"; tulis cetak = false bila tidak boleh dicetak"
        )),
    );
}

/// Whether a table of words is one that another sheet already gave under
/// another caption, or filled under none, with a finding: the two say different things, and one
/// table of both would say neither.
fn is_another(
    above: &[TableRegion<'_>],
    schema: &'static Schema,
    title: &str,
    sheet: &Sheet,
    out: &mut Diagnostics,
) -> bool {
    let differs = |part: &TableRegion<'_>| {
        if let Some(table) = &part.own {
            return table.judul != title;
        }
        let table = part.table().filter(Table::is_whole);
        table.is_some_and(|table| table.rows().next().is_some())
    };
    let mut same = above
        .iter()
        .filter(|part| part.schema.is_some_and(|own| own.id == schema.id));
    let another = schema.id.is_words() && same.any(differs);
    if another {
        out.emit(
            Diagnostic::warning(
                code::OWN_SHAPE,
                sheet.origin.clone(),
                format!(
                    "tabel {} sudah ada pada lembar lain dengan judul yang berbeda; tabel ini dicetak seperti yang diketik",
                    schema.tab()
                ),
            )
            .hint("jadikan satu tabel bila keduanya memang tabel yang sama"),
        );
    }
    another
}
