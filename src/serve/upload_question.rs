//! What is to be asked before a workbook that was sent is put into the folder: it is
//! looked at first, and never guessed.

use serde::{Deserialize, Serialize};

use super::message::{Ask, Quick};
use super::state::AppState;
use crate::batch::name::fold;
use crate::pipeline::{Look, RPJMD, WorkbookKind};

/// Sheets that are named.
const NAMED: usize = 6;

/// What the user decided; nothing yet on the first sending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Wish {
    /// Put it in the place of the workbook that is named.
    Ganti,
    /// Add it next to the others.
    Tambah,
    /// It is the city's RPJMD.
    Rpjmd,
}

/// A question, with the answers there are besides not adding it.
#[derive(Debug, Serialize)]
pub(super) struct Question {
    pesan: String,
    rincian: Option<String>,
    pilihan: Vec<Choice>,
}

#[derive(Debug, Serialize)]
struct Choice {
    kata: String,
    cara: Wish,
    /// Under which name, if another than its own.
    sebagai: Option<String>,
}

impl Choice {
    fn new(cara: Wish, kata: impl Into<String>) -> Self {
        Self {
            kata: kata.into(),
            cara,
            sebagai: None,
        }
    }
}

/// What there is to ask of a workbook called `name`; `None` if it goes where it belongs.
/// `Err` says why it can go nowhere.
pub(super) fn question(
    state: &AppState,
    name: &str,
    look: &Look,
    wish: Option<Wish>,
) -> Result<Option<Question>, String> {
    match (&look.kind, wish) {
        (WorkbookKind::Output, _) => Err(format!(
            "{name} adalah berkas hasil program ini, bukan buku kerja; tidak ditambahkan"
        )),
        (WorkbookKind::Share, _) => Err(format!(
            "{name} adalah berkas satu unit; gabungkan dahulu dengan renstra gabung, lalu tambahkan hasil gabungannya"
        )),
        (WorkbookKind::Rpjmd, Some(Wish::Rpjmd)) | (_, Some(Wish::Ganti | Wish::Tambah)) => {
            Ok(None)
        }
        (WorkbookKind::Rpjmd, _) => {
            let there = state.city.rpjmd_path().is_file();
            let kata = if there {
                "Ganti RPJMD kota"
            } else {
                "Jadikan RPJMD kota"
            };
            Ok(Some(Question {
                pesan: format!("{name} adalah RPJMD, bukan Renstra Perangkat Daerah."),
                rincian: there.then(|| format!("{RPJMD} yang lama disimpan di cadangan.")),
                pilihan: vec![Choice::new(Wish::Rpjmd, kata)],
            }))
        }
        (_, Some(Wish::Rpjmd)) => Err(format!("{name} bukan RPJMD; tidak disimpan")),
        (WorkbookKind::Foreign(sheet), None) => Ok(Some(Question {
            pesan: format!(
                "{name} bukan buku kerja Renstra: tidak satu pun dari {} lembarnya dikenal.",
                sheet.len()
            ),
            rincian: Some(format!("Lembarnya: {}", names(sheet))),
            pilihan: vec![Choice::new(Wish::Tambah, "Tetap tambahkan")],
        })),
        (WorkbookKind::Renstra, None) => Ok(of_agency(state, name, look)),
    }
}

/// The same agency under another name, or another agency under the same name.
fn of_agency(state: &AppState, name: &str, look: &Look) -> Option<Question> {
    let own = look.nama.as_ref().filter(|nama| !nama.trim().is_empty())?;
    let key = |nama: &str| fold(&nama.split_whitespace().collect::<Vec<_>>().join(" "));
    let known = agencies(state);
    let same_name = known.iter().find(|(file, _)| fold(file) == fold(name));
    if let Some((file, Some(theirs))) = same_name {
        // The new save of a workbook, whatever else the folder has.
        return (key(theirs) != key(own)).then(|| Question {
            pesan: format!("{file} di folder ini milik \"{theirs}\", sedangkan berkas yang dikirim milik \"{own}\"."),
            rincian: Some("Beri nama lain pada berkas itu bila keduanya harus ada.".to_owned()),
            pilihan: vec![Choice::new(Wish::Ganti, format!("Tetap ganti {file}"))],
        });
    }
    if same_name.is_some() {
        return None;
    }
    let twin = known
        .iter()
        .find(|(_, nama)| nama.as_ref().is_some_and(|nama| key(nama) == key(own)));
    twin.map(|(file, _)| Question {
        pesan: format!("\"{own}\" sudah ada sebagai {file}."),
        rincian: Some("Bila diganti, yang lama disimpan di cadangan.".to_owned()),
        pilihan: vec![
            Choice {
                sebagai: Some(file.clone()),
                ..Choice::new(Wish::Ganti, format!("Ganti {file}"))
            },
            Choice::new(Wish::Tambah, "Tambahkan sebagai berkas tersendiri"),
        ],
    })
}

/// Every workbook with the name of its agency; those not yet read are looked at.
fn agencies(state: &AppState) -> Vec<(String, Option<String>)> {
    let all = state.all().into_iter();
    all.map(|(file, opd)| {
        let nama = match opd.read {
            Some(read) => read.known.nama.clone(),
            None => state
                .look(&state.city.path(&file), &file)
                .ok()
                .and_then(|look| look.nama),
        };
        (file, nama)
    })
    .collect()
}

impl AppState {
    /// Looks at a file by way of the worker; or says why it cannot be read.
    pub(super) fn look(&self, path: &std::path::Path, name: &str) -> Result<Look, String> {
        let ask = Ask::Quick(Quick::Look {
            path: path.into(),
            name: name.to_owned(),
        });
        let looked: Result<Result<Look, String>, _> = self.worker.ask(&ask);
        looked.unwrap_or_else(|lost| Err(lost.to_string()))
    }
}

fn names(sheets: &[String]) -> String {
    let mut named: Vec<&str> = sheets.iter().take(NAMED).map(String::as_str).collect();
    if sheets.len() > NAMED {
        named.push("…");
    }
    named.join(", ")
}
