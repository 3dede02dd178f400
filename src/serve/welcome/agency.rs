//! A pasted list of agencies: what each name says to the program.

use serde::Serialize;

use crate::batch::name;
use crate::form;

/// A line of the list.
#[derive(Debug, Serialize)]
pub(super) struct Agency {
    nama: String,
    /// Its bidang urusan, as the nomenclature names them; empty if the name says none.
    bidang: Vec<String>,
    /// A name much like it that says one.
    mirip: Option<String>,
    /// What its workbook will be called; `None` if the name cannot be used.
    berkas: Option<String>,
    /// Whether a line above gives the same workbook.
    ganda: bool,
}

/// What the program makes of each line that is not empty.
pub(super) fn recognise(list: &[String]) -> Vec<Agency> {
    let mut made: Vec<Agency> = Vec::new();
    for line in list {
        let nama = clean(line);
        if nama.is_empty() {
            continue;
        }
        let bidang = form::bidang_of(&nama);
        let berkas = name::workbook(&nama);
        made.push(Agency {
            mirip: bidang
                .is_empty()
                .then(|| form::nearest_opd(&nama))
                .flatten(),
            bidang: bidang.iter().map(|kode| form::bidang_name(kode)).collect(),
            ganda: berkas.is_some() && made.iter().any(|other| other.berkas == berkas),
            berkas,
            nama,
        });
    }
    made
}

/// A line as Excel or a list pastes it, without its number in front.
pub(super) fn clean(line: &str) -> String {
    let word: Vec<&str> = line.split_whitespace().collect();
    let line = word.join(" ");
    let bare = line.trim_start_matches(|c: char| c.is_ascii_digit() || ".)-•* ".contains(c));
    bare.trim().to_owned()
}
