//! What each unit gets: the rows that it answers for, and those that they stand under.

use std::collections::BTreeMap;

use super::block::{self, Block};
use super::owner::Owners;
use super::{Contents, READ, SHARED};
use crate::model::Worksheet;
use crate::sheets::migrate::ShareRow;

/// A unit's part of the workbook.
pub struct Share {
    /// Its name.
    pub unit: String,
    /// Rows by worksheet.
    pub rows: BTreeMap<Worksheet, Vec<ShareRow>>,
    /// How many rows it may change.
    pub own: usize,
}

/// The shares of all units that answer for something, in the order of Struktur; with how
/// many rows no unit answers for, which stay in the agency's workbook alone.
pub fn split(contents: &Contents) -> (Vec<Share>, usize) {
    let owners = Owners::of(&contents.renstra);
    let tables: Vec<(Worksheet, Vec<Block>)> = SHARED
        .into_iter()
        .map(|id| (id, block::blocks(contents, id, &owners)))
        .collect();
    let mut shares = Vec::new();
    for (key, name) in owners.units() {
        let mut share = Share {
            unit: name.clone(),
            rows: BTreeMap::new(),
            own: 0,
        };
        for (id, blocks) in &tables {
            let rows = of_unit(contents, *id, blocks, key);
            share.own += rows.iter().filter(|row| !row.is_locked).count();
            if !rows.is_empty() {
                share.rows.insert(*id, rows);
            }
        }
        for id in READ {
            let locked = block::rows(contents, id).iter().map(|cells| ShareRow {
                cells: cells.clone(),
                is_locked: true,
            });
            share.rows.insert(id, locked.collect());
        }
        let own = super::konfirmasi::row_of(contents, &owners, key);
        let konfirmasi = own.map_or_else(|| super::konfirmasi::blank(name), |(_, row)| row.clone());
        let row = ShareRow {
            cells: konfirmasi,
            is_locked: false,
        };
        share.rows.insert(Worksheet::Konfirmasi, vec![row]);
        if share.own > 0 {
            shares.push(share);
        }
    }
    let unowned = |block: &&Block| block.owner.is_none() && block.kode.is_some();
    let count = tables.iter().flat_map(|(_, blocks)| blocks).filter(unowned);
    (shares, count.map(|block| block.rows.len()).sum())
}

/// The rows of a worksheet that a unit gets.
fn of_unit(
    contents: &Contents,
    worksheet: Worksheet,
    blocks: &[Block],
    key: &str,
) -> Vec<ShareRow> {
    let is_own = |block: &Block| block.owner.as_deref() == Some(key);
    let own: Vec<&Block> = blocks.iter().filter(|block| is_own(block)).collect();
    let mut list = Vec::new();
    let mut shown = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let is_read = own
            .iter()
            .any(|own| own.stands_under(block) || own.under.contains(&at));
        let mine = is_own(block);
        if !mine && !is_read {
            continue;
        }
        let rows = block::rows(contents, worksheet);
        let rows = rows.get(block.rows.clone()).unwrap_or_default();
        for (place, row) in rows.iter().enumerate() {
            let mut cells = row.clone();
            // What is merged over a row from above is written in it where that is not there.
            if place == 0 && shown != block.parents {
                for (key, cell) in &block.parents {
                    cells.entry((key, None)).or_insert_with(|| cell.clone());
                }
            }
            list.push(ShareRow {
                cells,
                is_locked: !mine,
            });
        }
        shown.clone_from(&block.parents);
    }
    list
}
