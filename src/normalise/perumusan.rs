//! The staircase of Inmendagri 2/2025 says under which tujuan and sasaran a
//! program stands, which its funding table does not.

use super::code;
use crate::diagnostic::{Diagnostic, Diagnostics, Scope};
use crate::model::{BarisMatriks, Entry, Located, Pendanaan, PernyataanKinerja, text};
use crate::nomenklatur;

/// What stands before a name.
const LEVEL: [&str; 4] = ["program", "kegiatan", "sub kegiatan", "subkegiatan"];

/// Gives programs their tujuan and sasaran.
pub(super) fn link(rows: &[BarisMatriks], pendanaan: &mut Pendanaan, out: &mut Diagnostics) {
    for row in rows {
        let cell = |key: &str| row.sel.get(key).and_then(Entry::located);
        if let Some(tujuan) = cell("tujuan") {
            push(&mut pendanaan.tujuan, tujuan, None);
        }
        if let Some(sasaran) = cell("sasaran") {
            let tujuan = pendanaan.tujuan.len().checked_sub(1);
            push(&mut pendanaan.sasaran, sasaran, tujuan);
        }
        let Some(named) = cell("uraian") else {
            continue;
        };
        report_nameless(named, out);
        let (tujuan, sasaran) = (
            pendanaan.tujuan.len().checked_sub(1),
            pendanaan.sasaran.len().checked_sub(1),
        );
        let program = pendanaan
            .program
            .iter_mut()
            .filter(|program| program.tujuan.is_none() && program.sasaran.is_none());
        for program in program {
            let kode = program.baris.kode.value.to_string();
            let name = program.baris.uraian.value();
            let begins = named
                .value
                .trim_start()
                .strip_prefix(&kode)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit() || c == '.'));
            if begins || name.is_some_and(|name| nomenklatur::same(name, &named.value)) {
                program.tujuan = tujuan;
                program.sasaran = sasaran;
            }
        }
    }
}

/// A level's word alone names nothing.
fn report_nameless(named: &Located<String>, out: &mut Diagnostics) {
    let word = text::plain(&named.value);
    if LEVEL.contains(&word.as_str()) {
        out.emit(
            Diagnostic::warning(
                code::NAMELESS,
                named.origin.clone(),
                format!(
                    "sel ini hanya berisi \"{}\" tanpa namanya",
                    named.value.trim()
                ),
            )
            .unprinted(Scope::Row)
            .hint("lengkapi namanya, atau hapus barisnya"),
        );
    }
}

/// Begins a tujuan or sasaran, unless the row above named the same.
fn push(list: &mut Vec<PernyataanKinerja>, uraian: &Located<String>, induk: Option<usize>) {
    let same = list
        .last()
        .is_some_and(|last| last.induk == induk && uraian.continues(&last.uraian));
    if !same {
        list.push(PernyataanKinerja {
            uraian: uraian.clone(),
            indikator: Vec::new(),
            induk,
        });
    }
}
