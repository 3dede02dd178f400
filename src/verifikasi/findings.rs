//! Findings grouped as a reader of the plan meets them: by chapter and sheet.

use serde::Serialize;

use super::Sumber;
use super::rounds::Answer;
use crate::diagnostic::{Diagnostic, Origin};
use crate::model::Worksheet;
use crate::model::text::one_line;
use crate::regulation::{Part, Regulation, Subbab, roman};

/// Findings of one sheet.
#[derive(Debug, Serialize)]
pub struct Kelompok {
    /// Chapter, where the sheet belongs to one: `BAB VI`.
    pub bab: Option<String>,
    /// What the sheet is.
    pub judul: String,
    /// The findings.
    pub temuan: Vec<Temuan>,
}

/// One finding as printed.
#[derive(Debug, Serialize)]
pub struct Temuan {
    /// Running number.
    pub nomor: usize,
    /// Level, `galat`.
    pub tingkat: &'static str,
    /// Code.
    pub kode: String,
    /// File, sheet and cell.
    pub lokasi: String,
    /// The file, where it is not the agency's workbook.
    pub berkas: Option<String>,
    /// Sheet of the agency's workbook.
    pub lembar: Option<String>,
    /// Cell.
    pub sel: Option<String>,
    /// What is wrong.
    pub pesan: String,
    /// What it is about: a kode or a title.
    pub objek: Option<String>,
    /// Figures set against each other.
    pub angka: Vec<Angka>,
    /// Further lines.
    pub catatan: Vec<Catatan>,
    /// On what it rests.
    pub dasar: Option<String>,
    /// How to mend it.
    pub perbaiki: Option<String>,
    /// The texts of its row, by which it is known again when rows have moved.
    pub isi_baris: String,
    /// What became of it since the round before: `baru`, `tetap`, `dijawab`, `diterima`.
    pub putaran: Option<&'static str>,
    /// What was written next to it in the round before.
    pub jawaban: Answer,
}

/// A figure with its cells.
#[derive(Debug, Serialize)]
pub struct Angka {
    /// What it is.
    pub label: String,
    /// The figure.
    pub nilai: String,
    /// Where it stands.
    pub sel: String,
}

/// A labelled line.
#[derive(Debug, Serialize)]
pub struct Catatan {
    /// Label.
    pub label: &'static str,
    /// Text.
    pub teks: String,
}

/// Cells that are named one by one.
const MOST_CELLS: usize = 8;

/// Groups the findings. Sheets of no chapter come first, in their order.
pub(super) fn groups(sumber: &Sumber<'_>) -> Vec<Kelompok> {
    let mut list: Vec<(Key, Kelompok)> = Vec::new();
    for finding in sumber.findings {
        let (key, bab, judul) = place(sumber, &finding.origin);
        let at = list
            .iter()
            .position(|(known, _)| *known == key)
            .unwrap_or_else(|| {
                let group = Kelompok {
                    bab,
                    judul,
                    temuan: Vec::new(),
                };
                list.push((key, group));
                list.len() - 1
            });
        list[at].1.temuan.push(temuan(sumber, finding));
    }
    list.sort_by(|a, b| a.0.cmp(&b.0));
    let mut nomor = 0;
    list.into_iter()
        .map(|(_, mut group)| {
            for temuan in &mut group.temuan {
                nomor += 1;
                temuan.nomor = nomor;
            }
            group
        })
        .collect()
}

/// Order of a group: chapter, place of the sheet, file.
type Key = (u16, Option<u32>, String);

/// Order, chapter and title of a group.
type Placement = (Key, Option<String>, String);

fn place(sumber: &Sumber<'_>, origin: &Origin) -> Placement {
    if *origin.file != *sumber.berkas {
        let judul = format!("Berkas {}", origin.file);
        return ((u16::MAX, None, origin.file.to_string()), None, judul);
    }
    let Some(sheet) = &origin.sheet else {
        return (
            (0, None, String::new()),
            None,
            "Buku kerja seluruhnya".to_owned(),
        );
    };
    let read = sumber
        .lembar
        .iter()
        .find(|(known, _)| known.sheet_index == origin.sheet_index)
        .map(|(_, worksheet)| *worksheet);
    let Some(worksheet) = read else {
        let judul = "Lembar yang tidak dibaca".to_owned();
        return ((u16::MAX - 1, None, String::new()), None, judul);
    };
    let bab = worksheet.and_then(|worksheet| chapter(sumber.regulation, worksheet));
    let judul = match worksheet.map(Worksheet::tab) {
        Some(tab) if tab != &**sheet => format!("{tab} (lembar \"{sheet}\")"),
        _ => format!("Lembar {sheet}"),
    };
    (
        (bab.unwrap_or(0), origin.sheet_index, String::new()),
        bab.map(|bab| format!("BAB {}", roman(bab))),
        judul,
    )
}

/// The chapter in which a worksheet's table first stands.
fn chapter(regulation: &Regulation, worksheet: Worksheet) -> Option<u16> {
    let names = |part: &Part| match part {
        Part::Tabel(name) => {
            let tabel = regulation.tabel.get(name);
            tabel.and_then(|tabel| tabel.worksheet(name)) == Some(worksheet)
        }
        Part::Gambar(name) => name == worksheet.id(),
        Part::Narasi { .. } | Part::Bagian(_) => false,
    };
    regulation
        .bab
        .iter()
        .find(|bab| bab.isi.iter().any(names) || inside(&bab.subbab, &names))
        .map(|bab| bab.nomor)
}

/// Whether a part stands in one of the subchapters or below.
fn inside(list: &[Subbab], names: &dyn Fn(&Part) -> bool) -> bool {
    list.iter()
        .any(|sub| sub.isi.iter().any(names) || inside(&sub.subbab, names))
}

fn temuan(sumber: &Sumber<'_>, finding: &Diagnostic) -> Temuan {
    let origin = &finding.origin;
    let own = *origin.file == *sumber.berkas;
    let sheet = origin.sheet.as_deref().map(str::to_owned);
    let cell = origin.cell.map(|cell| cell.to_string());
    let mut lokasi = String::new();
    if !own {
        lokasi.push_str(&origin.file);
    }
    for (part, sign) in [(sheet.as_deref(), " › "), (cell.as_deref(), "!")] {
        if let Some(part) = part {
            if !lokasi.is_empty() {
                lokasi.push_str(sign);
            }
            lokasi.push_str(part);
        }
    }
    Temuan {
        nomor: 0,
        tingkat: finding.severity.word(),
        kode: finding.code.to_string(),
        lokasi,
        berkas: (!own).then(|| origin.file.to_string()),
        lembar: sheet.filter(|_| own),
        sel: cell.filter(|_| own),
        pesan: one_line(&finding.message),
        objek: finding.path.as_deref().map(one_line),
        angka: finding
            .figure
            .iter()
            .map(|figure| Angka {
                label: figure.label.clone(),
                nilai: one_line(&figure.value),
                sel: cells(&figure.origin, origin),
            })
            .collect(),
        catatan: finding
            .note
            .iter()
            .map(|(label, teks)| Catatan {
                label,
                teks: one_line(teks),
            })
            .chain(finding.consequences_line().map(|teks| Catatan {
                label: "mengikuti",
                teks,
            }))
            .collect(),
        dasar: finding.basis.clone(),
        perbaiki: finding.hint.clone(),
        isi_baris: if own {
            (sumber.isi_baris)(origin)
        } else {
            String::new()
        },
        putaran: None,
        jawaban: Answer::default(),
    }
}

/// `N42, N43`; cells of another sheet or file with its name; long lists cut.
fn cells(list: &[Origin], main: &Origin) -> String {
    let name: Vec<String> = list
        .iter()
        .filter_map(|origin| origin.cell_next_to(main))
        .collect();
    if name.len() > MOST_CELLS {
        let rest = name.len() - MOST_CELLS;
        return format!("{}, … {rest} sel lagi", name[..MOST_CELLS].join(", "));
    }
    name.join(", ")
}
