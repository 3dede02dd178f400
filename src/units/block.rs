//! The rows of a worksheet that belong together: an element of the funding table with its
//! indicators, or an indicator of the IKU.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Contents;
use super::owner::Owners;
use crate::diagnostic::Origin;
use crate::model::{Baris, Elemen, Worksheet, text};
use crate::sheets::migrate::MigratedRow;
use crate::sheets::{self, schema::Schema};
use crate::workbook::Cell;

/// Rows that belong together.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// Their places in the worksheet's rows.
    pub rows: Range<usize>,
    /// What they state.
    pub elemen: Option<Elemen>,
    /// Kode.
    pub kode: Option<String>,
    /// Name, or words of the indicator.
    pub uraian: String,
    /// Key of the unit that answers for them.
    pub owner: Option<String>,
    /// Blocks of tujuan and sasaran that they stand under.
    pub under: Vec<usize>,
    /// The cells of merged parents that are shown in their first row.
    pub parents: Vec<(&'static str, Cell)>,
    /// Where they begin.
    pub origin: Origin,
}

/// The blocks of a worksheet, in the order of its rows.
pub(super) fn blocks(contents: &Contents, worksheet: Worksheet, owners: &Owners) -> Vec<Block> {
    let mut list = if worksheet == Worksheet::Iku {
        indicators(contents, worksheet, owners)
    } else {
        elements(contents, worksheet, owners)
    };
    add_parents(
        &mut list,
        sheets::schema(worksheet),
        rows(contents, worksheet),
    );
    list
}

/// The rows of a worksheet.
pub(super) fn rows(contents: &Contents, worksheet: Worksheet) -> &[MigratedRow] {
    let rows = contents.migrated.row.get(&worksheet);
    rows.map(Vec::as_slice).unwrap_or_default()
}

fn places(contents: &Contents, worksheet: Worksheet) -> &[Origin] {
    let place = contents.migrated.place.get(&worksheet);
    place.map(Vec::as_slice).unwrap_or_default()
}

/// Sheet and row, by which a carried row is found again.
fn row_key(origin: &Origin) -> (Option<u32>, Option<u32>) {
    (origin.sheet_index, origin.cell.map(|cell| cell.row))
}

fn elements(contents: &Contents, worksheet: Worksheet, owners: &Owners) -> Vec<Block> {
    let renstra = &contents.renstra;
    let baris = renstra.pendanaan.baris.iter();
    let known: BTreeMap<_, &Baris> = baris.map(|row| (row_key(&row.origin), row)).collect();
    let mut list: Vec<Block> = Vec::new();
    let (mut tujuan, mut sasaran) = (None, None);
    for (at, origin) in places(contents, worksheet).iter().enumerate() {
        let row = known.get(&row_key(origin));
        let elemen = row.and_then(|row| row.elemen);
        let goes_on = match list.last() {
            Some(above) => row.is_none() || (elemen.is_some() && above.elemen == elemen),
            None => false,
        };
        if goes_on && let Some(above) = list.last_mut() {
            above.rows.end = at + 1;
            continue;
        }
        let element = elemen.and_then(|elemen| renstra.pendanaan.element(elemen));
        let statement = match elemen {
            Some(Elemen::Tujuan(at)) => {
                (tujuan, sasaran) = (Some(list.len()), None);
                renstra.pendanaan.tujuan.get(at)
            }
            Some(Elemen::Sasaran(at)) => {
                sasaran = Some(list.len());
                renstra.pendanaan.sasaran.get(at)
            }
            _ => None,
        };
        let name = element
            .and_then(|row| row.uraian.value())
            .or(statement.map(|butir| &butir.uraian.value))
            .or(row.and_then(|row| row.uraian.value()));
        list.push(Block {
            rows: at..at + 1,
            elemen,
            kode: element.map(|row| row.kode.value.to_string()),
            uraian: name.map(|name| text::one_line(name)).unwrap_or_default(),
            owner: elemen.and_then(|elemen| owners.of_element(renstra, elemen)),
            under: tujuan.into_iter().chain(sasaran).collect(),
            parents: Vec::new(),
            origin: row.map_or_else(|| origin.clone(), |row| row.origin.clone()),
        });
    }
    list
}

fn indicators(contents: &Contents, worksheet: Worksheet, owners: &Owners) -> Vec<Block> {
    let iku = contents.renstra.iku.iter();
    let known: BTreeMap<_, _> = iku
        .map(|iku| (row_key(&iku.indikator.uraian.origin), iku))
        .collect();
    let mut list: Vec<Block> = Vec::new();
    for (at, origin) in places(contents, worksheet).iter().enumerate() {
        let iku = known.get(&row_key(origin));
        let uraian = iku.map(|iku| &iku.indikator.uraian);
        let unit = iku.and_then(|iku| iku.penanggung_jawab.value());
        list.push(Block {
            rows: at..at + 1,
            elemen: None,
            kode: None,
            uraian: uraian
                .map(|text| text::one_line(&text.value))
                .unwrap_or_default(),
            owner: unit.map(|unit| owners.key(unit)),
            under: Vec::new(),
            parents: Vec::new(),
            origin: uraian.map_or_else(|| origin.clone(), |text| text.origin.clone()),
        });
    }
    list
}

/// Keys of the columns whose blank cells say "as above", from the widest.
pub(super) fn parent_keys(schema: &Schema) -> Vec<&'static str> {
    let parents = schema.column.iter().filter(|column| column.parent);
    parents.map(|column| column.key).collect()
}

fn add_parents(list: &mut [Block], schema: &Schema, rows: &[MigratedRow]) {
    let keys = parent_keys(schema);
    let mut shown: Vec<Option<Cell>> = vec![None; keys.len()];
    for block in list {
        for (place, row) in rows
            .get(block.rows.clone())
            .unwrap_or_default()
            .iter()
            .enumerate()
        {
            for (at, key) in keys.iter().enumerate() {
                if let Some(cell) = row.get(&(*key, None)) {
                    shown[at] = Some(cell.clone());
                    shown[at + 1..].fill(None);
                }
            }
            if place == 0 {
                let cells = keys.iter().zip(&shown);
                block.parents = cells
                    .filter_map(|(key, cell)| Some((*key, cell.clone()?)))
                    .collect();
            }
        }
    }
}

impl Block {
    /// Whether `other` is the element of the tree that this one stands under: of several of
    /// one kode its own.
    pub(super) fn stands_under(&self, other: &Self) -> bool {
        let own = self.elemen;
        match other.elemen {
            Some(Elemen::Urusan(_)) => self.is_under(other),
            Some(Elemen::Program(program)) => {
                own != other.elemen && own.and_then(Elemen::program) == Some(program)
            }
            Some(Elemen::Kegiatan(program, kegiatan)) => {
                matches!(own, Some(Elemen::SubKegiatan(p, k, _)) if (p, k) == (program, kegiatan))
            }
            _ => false,
        }
    }

    /// Whether the kode of `other` says that this one stands under it.
    pub(super) fn is_under(&self, other: &Self) -> bool {
        let (Some(own), Some(above)) = (&self.kode, &other.kode) else {
            return false;
        };
        own.strip_prefix(above.as_str())
            .is_some_and(|rest| rest.starts_with('.'))
    }

    /// Its kode and name, or its name.
    pub(super) fn label(&self) -> String {
        match &self.kode {
            Some(kode) => format!("{kode} {}", self.uraian),
            None => self.uraian.clone(),
        }
    }
}
