//! Joining what came back from the units into the agency's workbook.

use std::collections::{BTreeMap, BTreeSet};

use super::block::{self, Block, parent_keys};
use super::contribution::{ContributedRow, Contribution};
use super::owner::Owners;
use super::{
    Contents, READ, Returned, SHARED, finding, konfirmasi, omitted, origin_sheet, row_match,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::model::Worksheet;
use crate::sheets::migrate::{Migrated, MigratedRow};
use crate::sheets::{self, schema::Kind};

/// What became of the workbooks.
pub struct Merged {
    /// The cells of the joined workbook.
    pub migrated: Migrated,
    /// What does not fit.
    pub findings: Diagnostics,
    /// What each unit gave, in the order of the files.
    pub given: Vec<Contribution>,
}

/// What stands in the place of a block of the agency's, or behind it.
struct Taken {
    rows: Vec<MigratedRow>,
    unit: String,
    block: Block,
}

/// A table that is being joined.
struct Joining {
    worksheet: Worksheet,
    base: Vec<Block>,
    /// Places of the base that a unit returned.
    returned: BTreeMap<usize, Taken>,
    /// New rows, by the block that they follow; `None` before the first.
    added: BTreeMap<Option<usize>, Vec<Taken>>,
}

/// Joins the workbooks of units into the agency's.
pub fn merge(base: &Contents, returned: &[Returned]) -> Merged {
    let owners = Owners::of(&base.renstra);
    let mut findings = Diagnostics::new();
    let mut migrated = base.migrated.clone();
    migrated.whole = true;
    let mut tables: Vec<Joining> = SHARED
        .into_iter()
        .map(|worksheet| Joining {
            worksheet,
            base: block::blocks(base, worksheet, &owners),
            returned: BTreeMap::new(),
            added: BTreeMap::new(),
        })
        .collect();
    let mut given: Vec<Contribution> = Vec::new();
    let mut seen = BTreeSet::new();
    for file in returned {
        let unit = file.unit.as_deref().filter(|unit| owners.is_known(unit));
        let name = file.contents.file.to_string();
        let Some(unit) = unit else {
            findings.emit(finding::unknown_unit(&name, file.unit.as_deref()));
            continue;
        };
        let key = owners.key(unit);
        seen.insert(key.clone());
        let mut part = Contribution {
            unit: owners.name(&key).to_owned(),
            file: name,
            saved: file.saved.clone(),
            rows: 0,
            changed: Vec::new(),
        };
        for table in &mut tables {
            table.take(base, file, &key, &owners, &mut part, &mut findings);
        }
        read_only(base, file, &mut findings);
        findings.extend(omitted::left(&file.contents));
        confirm(&mut migrated, base, file, &key, &owners, &part);
        given.push(part);
    }
    for (key, unit) in owners.units() {
        if !seen.contains(key) {
            findings.emit(finding::not_returned(&base.file, unit));
        }
    }
    findings.extend(omitted::left(base));
    for table in tables {
        if let Some(rows) = table.joined(base) {
            migrated.row.insert(table.worksheet, rows);
        }
    }
    // Rows stand elsewhere now.
    migrated.place.clear();
    migrated.table.extend(origin_sheet::sheet(&given));
    findings.sort();
    Merged {
        migrated,
        findings,
        given,
    }
}

impl Joining {
    /// Takes the rows of one unit.
    fn take(
        &mut self,
        base: &Contents,
        file: &Returned,
        key: &str,
        owners: &Owners,
        part: &mut Contribution,
        out: &mut Diagnostics,
    ) {
        let blocks = block::blocks(&file.contents, self.worksheet, owners);
        let places = row_match::places(&self.base, &blocks, key);
        let theirs = block::rows(&file.contents, self.worksheet);
        let ours = block::rows(base, self.worksheet);
        let mut above = None;
        for (block, place) in blocks.iter().zip(&places) {
            let rows = theirs.get(block.rows.clone()).unwrap_or_default().to_vec();
            let Some(at) = *place else {
                self.add(above, block, rows, file, part, out);
                continue;
            };
            above = Some(at);
            let own = &self.base[at];
            let known = ours.get(own.rows.clone()).unwrap_or_default();
            let differs = said(self.worksheet, &rows) != said(self.worksheet, known);
            if own.owner.as_deref() != Some(key) {
                if differs {
                    out.emit(not_own(block, own, &blocks, owners, &part.unit));
                }
                continue;
            }
            part.rows += rows.len();
            if let Some(first) = self.returned.get(&at) {
                if differs && said(self.worksheet, &first.rows) != said(self.worksheet, &rows) {
                    let other = &file.contents.file;
                    let label = own.label();
                    let first = (first.unit.as_str(), &first.block.origin);
                    out.emit(finding::two_units(
                        block.origin.clone(),
                        &label,
                        first,
                        other,
                    ));
                }
                continue;
            }
            if differs {
                part.changed.push(ContributedRow {
                    table: self.worksheet.tab(),
                    label: block.label(),
                    is_new: false,
                    origin: block.origin.clone(),
                });
            }
            let rows = if differs {
                self.with_parents(rows, known)
            } else {
                known.to_vec()
            };
            let taken = Taken {
                rows,
                unit: part.unit.clone(),
                block: block.clone(),
            };
            self.returned.insert(at, taken);
        }
        let lost =
            self.base.iter().enumerate().filter(|(at, own)| {
                own.owner.as_deref() == Some(key) && !places.contains(&Some(*at))
            });
        for (_, own) in lost {
            out.emit(finding::lost_row(&part.file, &own.label(), &own.origin));
        }
    }

    /// Takes a row that the agency's workbook does not have.
    fn add(
        &mut self,
        above: Option<usize>,
        block: &Block,
        rows: Vec<MigratedRow>,
        file: &Returned,
        part: &mut Contribution,
        out: &mut Diagnostics,
    ) {
        if said(self.worksheet, &rows).iter().all(BTreeMap::is_empty) {
            return;
        }
        let mut others = self.added.values().flatten();
        let same = |taken: &&Taken| match &block.kode {
            Some(kode) => taken.block.kode.as_ref() == Some(kode),
            None => taken.block.label() == block.label(),
        };
        if let Some(first) = others.find(same) {
            let first = (first.unit.as_str(), &first.block.origin);
            let label = block.label();
            out.emit(finding::two_units(
                block.origin.clone(),
                &label,
                first,
                &part.unit,
            ));
            return;
        }
        if let Some(parent) = self.missing_parent(block, file) {
            let label = block.label();
            out.emit(finding::no_parent(block.origin.clone(), &label, &parent));
        }
        part.rows += rows.len();
        part.changed.push(ContributedRow {
            table: self.worksheet.tab(),
            label: block.label(),
            is_new: true,
            origin: block.origin.clone(),
        });
        self.added.entry(above).or_default().push(Taken {
            rows,
            unit: part.unit.clone(),
            block: block.clone(),
        });
    }

    /// The kode of what a new row should stand under, if nobody has it.
    fn missing_parent(&self, block: &Block, file: &Returned) -> Option<String> {
        let kode: crate::model::Kode = block.kode.as_ref()?.parse().ok()?;
        let parent = kode.parent()?.to_string();
        // A program's bidang urusan needs no row.
        if kode.level() <= crate::model::Level::Program {
            return None;
        }
        let own = &file.contents.renstra.pendanaan;
        let in_file = own.program.iter().any(|program| {
            let kegiatan = program.kegiatan.iter().map(|kegiatan| &kegiatan.baris);
            let mut rows = std::iter::once(&program.baris).chain(kegiatan);
            rows.any(|row| !row.is_implied() && row.kode.value.to_string() == parent)
        });
        let known = self
            .base
            .iter()
            .any(|own| own.kode.as_ref() == Some(&parent));
        (!known && !in_file).then_some(parent)
    }

    /// The rows as the unit changed them, with the merged parents as the agency has them.
    fn with_parents(&self, mut rows: Vec<MigratedRow>, known: &[MigratedRow]) -> Vec<MigratedRow> {
        for key in self.parent_keys() {
            for row in &mut rows {
                row.remove(&(key, None));
            }
            let cell = known.first().and_then(|row| row.get(&(key, None)));
            if let (Some(row), Some(cell)) = (rows.first_mut(), cell) {
                row.insert((key, None), cell.clone());
            }
        }
        rows
    }

    fn parent_keys(&self) -> Vec<&'static str> {
        parent_keys(sheets::schema(self.worksheet))
    }

    /// All rows in the order of the agency's; `None` where nothing came back.
    fn joined(&self, base: &Contents) -> Option<Vec<MigratedRow>> {
        if self.returned.is_empty() && self.added.is_empty() {
            return None;
        }
        let ours = block::rows(base, self.worksheet);
        let mut rows = Vec::new();
        let added = |after: Option<usize>, rows: &mut Vec<MigratedRow>| {
            for taken in self.added.get(&after).into_iter().flatten() {
                rows.extend(taken.rows.iter().cloned());
            }
        };
        added(None, &mut rows);
        for (at, own) in self.base.iter().enumerate() {
            match self.returned.get(&at) {
                Some(taken) => rows.extend(taken.rows.iter().cloned()),
                None => rows.extend_from_slice(ours.get(own.rows.clone()).unwrap_or_default()),
            }
            added(Some(at), &mut rows);
        }
        Some(rows)
    }
}

/// A row of another: changed where it was to be read, or claimed by a unit that has
/// nothing below it.
fn not_own(block: &Block, own: &Block, all: &[Block], owners: &Owners, unit: &str) -> Diagnostic {
    let is_read = all.iter().any(|other| other.is_under(block));
    match own.owner.as_deref().filter(|_| !is_read) {
        Some(owner) => {
            let first = (owners.name(owner), &own.origin);
            finding::two_units(block.origin.clone(), &own.label(), first, unit)
        }
        None => finding::locked_row(block.origin.clone(), &own.label(), &own.origin),
    }
}

/// What rows say, without running numbers and the merged parents above them.
fn said(
    worksheet: Worksheet,
    rows: &[MigratedRow],
) -> Vec<BTreeMap<(&'static str, Option<u16>), String>> {
    let schema = sheets::schema(worksheet);
    let is_value = |key: &str| {
        let column = schema.find(key);
        column.is_some_and(|column| !column.parent && column.kind != Kind::No)
    };
    rows.iter()
        .map(|row| {
            let cells = row.iter().filter(|((key, _), _)| is_value(key));
            let shown =
                cells.map(|(at, cell)| (*at, crate::model::text::one_line(&sheets::shown(cell))));
            shown.filter(|(_, text)| !text.is_empty()).collect()
        })
        .collect()
}

/// Tables that every unit only reads.
fn read_only(base: &Contents, file: &Returned, out: &mut Diagnostics) {
    for id in READ {
        let (ours, theirs) = (block::rows(base, id), block::rows(&file.contents, id));
        if said_whole(ours) == said_whole(theirs) {
            continue;
        }
        let place = file
            .contents
            .migrated
            .place
            .get(&id)
            .and_then(|list| list.first());
        let origin = place
            .cloned()
            .unwrap_or_else(|| Origin::file(file.contents.file.clone()));
        let own = base.migrated.place.get(&id).and_then(|list| list.first());
        let own = own
            .cloned()
            .unwrap_or_else(|| Origin::file(base.file.clone()));
        out.emit(finding::locked_row(
            origin,
            &format!("tabel {}", id.tab()),
            &own,
        ));
    }
}

fn said_whole(rows: &[MigratedRow]) -> Vec<Vec<String>> {
    let shown = |row: &MigratedRow| {
        let text = row
            .values()
            .map(|cell| crate::model::text::one_line(&sheets::shown(cell)));
        text.filter(|text| !text.is_empty()).collect()
    };
    rows.iter().map(shown).collect()
}

/// Takes over who confirmed, and says which file changed what.
fn confirm(
    migrated: &mut Migrated,
    base: &Contents,
    file: &Returned,
    key: &str,
    owners: &Owners,
    part: &Contribution,
) {
    let theirs = konfirmasi::row_of(&file.contents, owners, key).map(|(_, row)| row);
    let own = konfirmasi::row_of(base, owners, key);
    let filled = |row: Option<&MigratedRow>, column: &'static str| {
        row.and_then(|row| row.get(&(column, None)))
            .filter(|cell| !sheets::shown(cell).is_empty())
            .cloned()
    };
    let mut row = own.map_or_else(|| konfirmasi::blank(&part.unit), |(_, row)| row.clone());
    for column in ["nama", "tanggal"] {
        if let Some(cell) = filled(theirs, column) {
            row.insert((column, None), cell);
        }
    }
    if !part.changed.is_empty() {
        let before = filled(theirs, "keterangan").map(|cell| sheets::shown(&cell));
        let line = before
            .into_iter()
            .chain([part.provenance()])
            .collect::<Vec<_>>();
        row.insert(("keterangan", None), konfirmasi::text(&line.join("; ")));
    }
    let is_new = own.is_none();
    // A unit that neither confirmed nor changed anything leaves no row.
    if is_new && row.len() == 1 {
        return;
    }
    let rows = migrated.row.entry(Worksheet::Konfirmasi).or_default();
    match own.and_then(|(at, _)| rows.get_mut(at)) {
        Some(place) => *place = row,
        None => rows.push(row),
    }
}
