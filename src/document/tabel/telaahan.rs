//! The review tables of chapter III.

use serde::Serialize;

use crate::model::{Entry, JenisTelaahan, Renstra};

/// The rows, by subject.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    visi: Option<&'a str>,
    kepala_kolom: &'static str,
    baris: Vec<Baris<'a>>,
}

#[derive(Debug, Serialize)]
struct Baris<'a> {
    no: usize,
    uraian: Option<&'a str>,
    permasalahan: Vec<Permasalahan<'a>>,
}

#[derive(Debug, Serialize)]
struct Permasalahan<'a> {
    uraian: &'a Entry<String>,
    penghambat: &'a Entry<String>,
    pendorong: &'a Entry<String>,
}

impl Isi<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.baris.is_empty()
    }
}

pub(super) fn build(jenis: JenisTelaahan, renstra: &Renstra) -> Isi<'_> {
    let mut isi = Isi {
        visi: None,
        kepala_kolom: jenis.subject(),
        baris: Vec::new(),
    };
    let mut origin = None;
    for row in renstra.telaahan.iter().filter(|row| row.jenis == jenis) {
        let uraian = row.uraian.as_ref();
        if let Some(visi) =
            uraian.and_then(|uraian| visi(&uraian.value, [&row.permasalahan, &row.penghambat]))
        {
            isi.visi = Some(visi);
            continue;
        }
        if isi.baris.is_empty() || origin != uraian.map(|uraian| &uraian.origin) {
            origin = uraian.map(|uraian| &uraian.origin);
            let no = isi.baris.len() + 1;
            isi.baris.push(Baris {
                no,
                uraian: uraian.map(|uraian| uraian.value.as_str()),
                permasalahan: Vec::new(),
            });
        }
        if let Some(last) = isi.baris.last_mut() {
            last.permasalahan.push(Permasalahan {
                uraian: &row.permasalahan,
                penghambat: &row.penghambat,
                pendorong: &row.pendorong,
            });
        }
    }
    isi
}

/// The vision that a band above the rows quotes.
fn visi<'a>(text: &'a str, rest: [&Entry<String>; 2]) -> Option<&'a str> {
    let alone = rest.iter().all(|entry| entry.is_missing());
    let (head, vision) = text.split_once(':')?;
    (alone && head.trim().eq_ignore_ascii_case("visi")).then(|| vision.trim())
}
