//! A plan as a document that is compared.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::document::{Document, Element, Kind, Level, Measure, Passage, add, words};
use crate::model::text::one_line;
use crate::model::{
    Baris, Entry, Indikator, Located, PaguRow, PerTahun, PernyataanKinerja, Renstra, Rupiah,
    Worksheet,
};

/// Worksheets with the level of their rows.
const SHEETS: [(Worksheet, &[Level]); 9] = [
    (Worksheet::Tc25, &[Level::Tujuan, Level::Sasaran]),
    (Worksheet::TujuanSasaran, &[Level::Tujuan, Level::Sasaran]),
    (Worksheet::Iku, &[Level::Iku]),
    (Worksheet::Tc28, &[Level::KinerjaUrusan]),
    (Worksheet::Ikk, &[Level::Ikk]),
    (Worksheet::Tc27, STATEMENTS),
    (Worksheet::Tc27, FUNDED),
    (Worksheet::Pendanaan, FUNDED),
    (Worksheet::Narasi, &[]),
];

/// Goals of the funding table; the form of 2025 has them in another sheet.
const STATEMENTS: &[Level] = &[Level::TujuanPendanaan, Level::SasaranPendanaan];

const FUNDED: &[Level] = &[
    Level::Urusan,
    Level::Program,
    Level::Kegiatan,
    Level::SubKegiatan,
    Level::Jumlah,
];

/// A plan and what its document is called.
pub struct PlanSource<'a> {
    /// The plan.
    pub renstra: &'a Renstra,
    /// Its workbook.
    pub berkas: &'a str,
    /// Its period, as printed.
    pub periode: Option<String>,
    /// The region.
    pub daerah: Option<String>,
    /// Name of the regulation.
    pub peraturan: &'a str,
    /// Title of each place for a text, by its id.
    pub slots: &'a [(String, String)],
}

/// Whether the rows of a worksheet are compared one by one, and not as lines of text.
pub fn is_compared_by_row(worksheet: Worksheet) -> bool {
    worksheet == Worksheet::Identitas || SHEETS.iter().any(|(id, _)| *id == worksheet)
}

impl Document {
    /// The plan's document. Identitas and further sheets are the caller's to add.
    pub fn of_plan(source: &PlanSource<'_>) -> Self {
        let renstra = source.renstra;
        let identitas = &renstra.identitas;
        let mut has = SHEETS
            .iter()
            .filter(|(worksheet, _)| renstra.lembar.contains(worksheet))
            .flat_map(|(_, levels)| levels.iter().copied())
            .collect::<BTreeSet<_>>();
        // The programs of a plan of 2025 have their goals from there.
        if renstra.lembar.contains(&Worksheet::Perumusan) {
            has.extend(STATEMENTS);
        }
        let mut elements = goals(renstra);
        elements.extend(indicators(renstra));
        elements.extend(funding(renstra));
        Self {
            kind: Kind::Renstra,
            berkas: source.berkas.to_owned(),
            opd: words(&identitas.nama),
            daerah: source.daerah.clone(),
            periode: source.periode.clone(),
            tahap: identitas.tahap.value().map(ToString::to_string),
            peraturan: Some(source.peraturan.to_owned()),
            has,
            elements,
            unplaced: renstra.pendanaan.unplaced.len(),
            passages: renstra
                .lembar
                .contains(&Worksheet::Narasi)
                .then(|| passages(renstra, source.slots)),
            identitas: Vec::new(),
            tables: std::collections::BTreeMap::new(),
            errors: 0,
            time: 0,
        }
    }
}

fn measures(list: &[Indikator]) -> Vec<Measure> {
    list.iter().map(Measure::of).collect()
}

fn joined(list: &[Located<String>]) -> Option<String> {
    let text: Vec<String> = list.iter().map(|text| one_line(&text.value)).collect();
    (!text.is_empty()).then(|| text.join("; "))
}

/// T-C.25 and its successor.
fn goals(renstra: &Renstra) -> Vec<Element> {
    let mut list = Vec::new();
    for tujuan in &renstra.tujuan {
        let mut element = Element::new(
            Level::Tujuan,
            &tujuan.uraian.value,
            tujuan.uraian.origin.clone(),
        );
        element.measures = measures(&tujuan.indikator);
        let further = [
            ("sasaran RPJMD", joined(&tujuan.sasaran_rpjmd)),
            ("NSPK dan sasaran RPJMD", joined(&tujuan.nspk)),
        ];
        let filled = further.into_iter();
        let filled = filled.filter_map(|(label, text)| Some((Cow::Borrowed(label), text?)));
        element.details.extend(filled);
        list.push(element);
        for sasaran in &tujuan.sasaran {
            let mut element = Element::new(
                Level::Sasaran,
                &sasaran.uraian.value,
                sasaran.uraian.origin.clone(),
            );
            element.measures = measures(&sasaran.indikator);
            element.induk = Some(one_line(&tujuan.uraian.value));
            list.push(element);
        }
    }
    list
}

/// The tables of indicators, each as one element.
fn indicators(renstra: &Renstra) -> Vec<Element> {
    let mut list = Vec::new();
    let iku = renstra.iku.iter().map(|iku| {
        let mut measure = Measure::of(&iku.indikator);
        let sasaran = iku.sasaran.iter();
        let under = sasaran.map(|sasaran| (Cow::Borrowed("sasaran"), one_line(&sasaran.value)));
        measure.details.splice(0..0, under);
        add(&mut measure.details, "sumber data", &iku.sumber_data);
        let unit = &iku.penanggung_jawab;
        add(&mut measure.details, "penanggung jawab", unit);
        measure
    });
    let ikk = renstra.ikk.iter().map(|ikk| {
        let mut measure = Measure::of(&ikk.indikator);
        let kelompok = ikk.kelompok.iter();
        let under =
            kelompok.map(|kelompok| (Cow::Borrowed("bidang urusan"), one_line(&kelompok.value)));
        measure.details.splice(0..0, under);
        add(&mut measure.details, "status", &ikk.status);
        measure
    });
    for (level, name, measures) in [
        (Level::Iku, "Indikator Kinerja Utama", iku.collect()),
        (
            Level::KinerjaUrusan,
            "Indikator kinerja yang mengacu pada RPJMD",
            measures(&renstra.kinerja_urusan),
        ),
        (Level::Ikk, "Indikator Kinerja Kunci", ikk.collect()),
    ] {
        let measures: Vec<Measure> = measures;
        if let Some(first) = measures.first() {
            let mut element = Element::new(level, name, first.origin.clone());
            element.measures = measures;
            list.push(element);
        }
    }
    list
}

/// T-C.27 and its successor.
fn funding(renstra: &Renstra) -> Vec<Element> {
    let table = &renstra.pendanaan;
    let statement = |level: Level, butir: &PernyataanKinerja| {
        let mut element = Element::new(level, &butir.uraian.value, butir.uraian.origin.clone());
        element.measures = measures(&butir.indikator);
        element
    };
    let mut list = Vec::new();
    for tujuan in &table.tujuan {
        list.push(statement(Level::TujuanPendanaan, tujuan));
    }
    for sasaran in &table.sasaran {
        let mut element = statement(Level::SasaranPendanaan, sasaran);
        let tujuan = sasaran.induk.and_then(|at| table.tujuan.get(at));
        element.induk = tujuan.map(|tujuan| one_line(&tujuan.uraian.value));
        list.push(element);
    }
    let mut push = |level: Level, row: &PaguRow, induk: Option<String>| {
        // What the table lacks is no row of it.
        if row.is_implied() {
            return;
        }
        let mut element = Element::new(level, &row.name(), row.origin.clone());
        element.kode = Some(row.kode.value.to_string());
        element.unit = words(&row.unit);
        element.induk = induk;
        add(&mut element.details, "lokasi", &row.lokasi);
        let rows = row.baris.iter().filter_map(|at| table.baris.get(*at));
        let further = rows.flat_map(|row| &row.kolom_lain);
        element.details.extend(further.map(|cell| {
            let label = Cow::Owned(cell.judul.to_string());
            (label, one_line(&cell.isi.value))
        }));
        element.pagu = amounts(row.pagu());
        element.pagu_akhir = row.pagu_akhir().value().copied();
        element.measures = measures(&row.indikator);
        list.push(element);
    };
    for urusan in &table.urusan {
        push(Level::Urusan, urusan, None);
    }
    for program in &table.program {
        let sasaran = program.sasaran.and_then(|at| table.sasaran.get(at));
        let sasaran = sasaran.map(|sasaran| one_line(&sasaran.uraian.value));
        push(Level::Program, &program.baris, sasaran);
        for kegiatan in &program.kegiatan {
            push(Level::Kegiatan, &kegiatan.baris, None);
            for sub in &kegiatan.sub_kegiatan {
                push(Level::SubKegiatan, &sub.baris, None);
            }
        }
    }
    for jumlah in &table.jumlah {
        let Some(row) = table.baris.get(jumlah.baris) else {
            continue;
        };
        list.push(total(renstra, jumlah, row));
    }
    list
}

fn total(renstra: &Renstra, jumlah: &crate::model::Jumlah, row: &Baris) -> Element {
    let label = &jumlah.uraian;
    let mut element = Element::new(Level::Jumlah, &label.value, label.origin.clone());
    let part = jumlah.elemen.and_then(|at| renstra.pendanaan.element(at));
    element.kode = part.map(|part| part.kode.value.to_string());
    element.pagu = amounts(&row.pagu);
    element.pagu_akhir = row.pagu_akhir.value().copied();
    element
}

/// The years that have an amount.
pub(super) fn amounts(
    pagu: &PerTahun<Rupiah>,
) -> std::collections::BTreeMap<crate::model::Tahun, Rupiah> {
    let filled = |entry: &Entry<Rupiah>| entry.value().copied();
    let year = pagu.iter();
    year.filter_map(|(tahun, entry)| Some((*tahun, filled(entry)?)))
        .collect()
}

/// The texts by place; rows of one place follow each other.
fn passages(renstra: &Renstra, slots: &[(String, String)]) -> Vec<Passage> {
    let mut list: Vec<Passage> = Vec::new();
    for narasi in &renstra.narasi {
        let slot = &narasi.slot.value;
        if let Some(known) = list.iter_mut().find(|known| known.slot == *slot) {
            known.isi.push_str("\n\n");
            known.isi.push_str(&narasi.isi.value);
            continue;
        }
        let title = slots.iter().find(|(id, _)| id == slot);
        list.push(Passage {
            slot: slot.clone(),
            judul: title.map_or_else(|| narasi.tertulis.clone(), |(_, judul)| judul.clone()),
            isi: narasi.isi.value.clone(),
        });
    }
    list
}
