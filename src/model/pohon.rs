//! The tree of performance: tujuan → sasaran → program → kegiatan → sub kegiatan.

use serde::Serialize;

use super::text::one_line;
use super::{Indikator, PaguRow, PernyataanKinerja, Program, Renstra, Tujuan, text};

/// A node with its children.
#[derive(Debug, Clone, Serialize)]
pub struct Pohon {
    /// `tujuan`, `sasaran`, `program`, `kegiatan`, `sub`.
    pub jenis: &'static str,
    /// Code, where the office typed one.
    pub kode: Option<String>,
    /// Its statement or name.
    pub uraian: String,
    /// Its indicators with the target at the end.
    pub indikator: Vec<String>,
    /// Who answers for it.
    pub unit: Option<String>,
    /// Its children.
    pub anak: Vec<Pohon>,
}

impl Pohon {
    /// The same with no more than so many levels below it.
    #[must_use]
    pub fn down_to(mut self, levels: usize) -> Self {
        self.anak = match levels.checked_sub(1) {
            Some(below) => {
                let anak = self.anak.into_iter();
                anak.map(|child| child.down_to(below)).collect()
            }
            None => Vec::new(),
        };
        self
    }
}

impl Renstra {
    /// One tree a goal, in their order; programmes without a goal hang on a tree of their
    /// own behind them.
    pub fn pohon(&self) -> Vec<Pohon> {
        trees(self)
    }
}

fn trees(renstra: &Renstra) -> Vec<Pohon> {
    let table = &renstra.pendanaan;
    let mut used = vec![false; table.program.len()];
    let mut programs = |sasaran: &str| -> Vec<Pohon> {
        let mut list = Vec::new();
        for (program, used) in table.program.iter().zip(&mut used) {
            let butir = program.sasaran.and_then(|at| table.sasaran.get(at));
            if !*used && butir.is_some_and(|butir| text::same(&butir.uraian.value, sasaran)) {
                *used = true;
                list.push(node_program(program));
            }
        }
        list
    };
    let mut list: Vec<Pohon> = if renstra.tujuan.is_empty() {
        from_funding(renstra, &mut programs)
    } else {
        renstra
            .tujuan
            .iter()
            .map(|tujuan| from_table(tujuan, &mut programs))
            .collect()
    };
    let rest: Vec<Pohon> = table
        .program
        .iter()
        .zip(&used)
        .filter(|(_, used)| !**used)
        .map(|(program, _)| node_program(program))
        .collect();
    if !rest.is_empty() {
        list.push(Pohon {
            jenis: "tujuan",
            kode: None,
            uraian: "(program tanpa sasaran)".to_owned(),
            indikator: Vec::new(),
            unit: None,
            anak: rest,
        });
    }
    list
}

fn from_table(tujuan: &Tujuan, programs: &mut impl FnMut(&str) -> Vec<Pohon>) -> Pohon {
    Pohon {
        jenis: "tujuan",
        kode: None,
        uraian: one_line(&tujuan.uraian.value),
        indikator: measures(&tujuan.indikator),
        unit: None,
        anak: tujuan
            .sasaran
            .iter()
            .map(|sasaran| Pohon {
                jenis: "sasaran",
                kode: None,
                uraian: one_line(&sasaran.uraian.value),
                indikator: measures(&sasaran.indikator),
                unit: None,
                anak: programs(&sasaran.uraian.value),
            })
            .collect(),
    }
}

/// Without T-C.25, the goals of T-C.27.
fn from_funding(renstra: &Renstra, programs: &mut impl FnMut(&str) -> Vec<Pohon>) -> Vec<Pohon> {
    let table = &renstra.pendanaan;
    let node = |jenis, butir: &PernyataanKinerja, anak| Pohon {
        jenis,
        kode: None,
        uraian: one_line(&butir.uraian.value),
        indikator: measures(&butir.indikator),
        unit: None,
        anak,
    };
    table
        .tujuan
        .iter()
        .enumerate()
        .map(|(at, tujuan)| {
            let below = table.sasaran.iter().filter(|s| s.induk == Some(at));
            let anak = below
                .map(|sasaran| node("sasaran", sasaran, programs(&sasaran.uraian.value)))
                .collect();
            node("tujuan", tujuan, anak)
        })
        .collect()
}

fn node_program(program: &Program) -> Pohon {
    let kegiatan = program.kegiatan.iter().map(|kegiatan| {
        let sub = kegiatan.sub_kegiatan.iter();
        let sub = sub.map(|sub| node("sub", &sub.baris, Vec::new())).collect();
        node("kegiatan", &kegiatan.baris, sub)
    });
    node("program", &program.baris, kegiatan.collect())
}

fn node(jenis: &'static str, row: &PaguRow, anak: Vec<Pohon>) -> Pohon {
    Pohon {
        jenis,
        kode: row.kode_typed.then(|| row.kode.value.to_string()),
        uraian: row.name(),
        indikator: measures(&row.indikator),
        unit: row.unit.value().cloned(),
        anak,
    }
}

/// `Angka Kematian Ibu: 83 per 100.000 kelahiran hidup`.
fn measures(list: &[Indikator]) -> Vec<String> {
    list.iter()
        .map(|indikator| {
            let final_year = indikator.target.values().next_back();
            let end = indikator
                .target_akhir
                .value()
                .or(final_year.and_then(|t| t.value()));
            let name = one_line(&indikator.uraian.value);
            let unit = indikator.satuan.value().map_or("", String::as_str);
            match end {
                Some(end) if end.persen() || unit.is_empty() => {
                    format!("{name}: {end}")
                }
                Some(end) if unit == "%" => format!("{name}: {end}%"),
                Some(end) => format!("{name}: {end} {unit}"),
                None => name,
            }
        })
        .collect()
}
