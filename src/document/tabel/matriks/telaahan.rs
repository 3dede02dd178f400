//! The review tables of chapter III.

use super::cells::Jenis;
use super::record::Record;
use crate::model::{Entry, JenisTelaahan, Renstra, Telaahan};

/// The rows: a subject over its problems, with what inhibits and what drives.
pub(super) fn records(jenis: JenisTelaahan, renstra: &Renstra) -> Vec<Record<'_>> {
    let mut list: Vec<Record<'_>> = Vec::new();
    // The row in which the subject began, and the row that named it.
    let mut above: Option<(usize, &Telaahan)> = None;
    for row in renstra.telaahan.iter().filter(|row| row.jenis == jenis) {
        let mut record = Record::new(Jenis::Biasa);
        if let Some(visi) = visi(row) {
            record.jenis = Jenis::Pita;
            record.own("kelompok", format!("Visi: {}", visi.0), visi.1.clone());
            list.push(record);
            above = None;
            continue;
        }
        let origin = |row: &Telaahan| row.uraian.as_ref().map(|uraian| uraian.origin.clone());
        let goes_on = above.filter(|(_, first)| origin(first) == origin(row));
        if let Some((begin, first)) = goes_on {
            let height = list.len() - begin + 1;
            let uraian = first.uraian.iter().map(|uraian| uraian.value.clone());
            record.induk.extend(uraian);
            let first = &mut list[begin];
            first.rentang.extend([("no", height), ("uraian", height)]);
        } else {
            if let Some(uraian) = &row.uraian {
                record.located("uraian", uraian);
            }
            above = Some((list.len(), row));
        }
        record.text("permasalahan", &row.permasalahan);
        record.text("penghambat", &row.penghambat);
        record.text("pendorong", &row.pendorong);
        list.push(record);
    }
    list
}

/// The vision that a band above the rows quotes, with its cell.
fn visi(row: &Telaahan) -> Option<(&str, &crate::diagnostic::Origin)> {
    let rest = [&row.permasalahan, &row.penghambat];
    let alone = rest.iter().all(|entry: &&Entry<String>| entry.is_missing());
    let uraian = row.uraian.as_ref()?;
    let (head, vision) = uraian.value.split_once(':')?;
    (alone && head.trim().eq_ignore_ascii_case("visi")).then(|| (vision.trim(), &uraian.origin))
}
