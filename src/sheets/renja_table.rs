//! The table of a Renja: in the 17 columns in which SIPD exports it (Permendagri 14/2026,
//! Tabel 4.1), or in those of Permendagri 86/2017, T-C.33.

use super::cell;
use super::heading::{self, Year};
use crate::diagnostic::{CellRef, Diagnostics, Origin};
use crate::model::{BarisRenja, Entry, Indikator, Located, PerTahun, Renja, Rupiah, Tahun, Target};
use crate::workbook::{Sheet, Workbook};

/// Rows in which the heading is looked for.
const TOP: u32 = 20;
/// Columns of the widest form, with some that an office added.
const WIDE: u32 = 40;

/// What a column of the two years holds.
#[derive(Debug, Clone, Copy)]
struct OfYear {
    tahun: Tahun,
    target: Option<u32>,
    pagu: Option<u32>,
}

/// The columns of the table.
#[derive(Debug)]
struct Columns {
    /// First row below the heading.
    body: u32,
    kode: u32,
    uraian: u32,
    indikator: u32,
    akhir: Option<u32>,
    perangkat_daerah: Option<u32>,
    /// The year, and that of the forward estimate.
    own: OfYear,
    next: Option<OfYear>,
}

/// Reads the table of a Renja; `None` if no sheet of the workbook has one.
pub fn read(workbook: &Workbook, out: &mut Diagnostics) -> Option<Renja> {
    let mut visible = workbook.sheet.iter().filter(|sheet| !sheet.hidden);
    let (sheet, columns) = visible.find_map(|sheet| Some((sheet, columns(sheet)?)))?;
    let mut renja = Renja {
        berkas: Origin::file(workbook.file.clone()),
        tahun: columns.own.tahun,
        has_akhir: columns.akhir.is_some(),
        baris: Vec::new(),
        tanpa_tempat: 0,
    };
    let last = sheet.extent().map_or(0, |extent| extent.row);
    for row in columns.body..=last {
        take(sheet, row, &columns, &mut renja, out);
    }
    Some(renja)
}

/// Where the columns are: a heading whose first row speaks of the year's plan and of the
/// forward estimate, and whose second names target and money of each.
fn columns(sheet: &Sheet) -> Option<Columns> {
    (0..TOP).find_map(|top| {
        let above = |col: u32| text_at(sheet, top, col);
        let below = |col: u32| text_at(sheet, top + 1, col);
        let find = |is: &dyn Fn(&str) -> bool| (0..WIDE).find(|col| is(&above(*col)));
        let is_forward = |text: &str| text.starts_with("prakiraan maju");
        find(&is_forward)?;
        let is_plan = |text: &str| {
            text.starts_with("rencana tahun")
                || text.starts_with("capaian kinerja dan kerangka pendanaan")
        };
        let calendar = |text: &str| match heading::year(text)? {
            Year::Calendar(year) => Tahun::new(year),
            Year::Nth(_) => None,
        };
        let year = |is: &dyn Fn(&str) -> bool| calendar(&above(find(is)?));
        let of_year = |is: &dyn Fn(&str) -> bool, tahun: Tahun| {
            let leaf = |word: &[&str]| {
                let own = |col: &u32| {
                    is(&above(*col)) && word.iter().any(|word| below(*col).contains(word))
                };
                (0..WIDE).find(own)
            };
            OfYear {
                tahun,
                target: leaf(&["target"]),
                pagu: leaf(&["pagu", "kebutuhan dana"]),
            }
        };
        // SIPD says the year in the heading below, `Target 2026`.
        let in_leaf = || {
            let mut leaves = (0..WIDE).filter(|col| is_plan(&above(*col)));
            leaves.find_map(|col| calendar(&below(col)))
        };
        let forward = year(&is_forward);
        let before = || Tahun::new(forward?.get() - 1);
        let tahun = year(&is_plan).or_else(in_leaf).or_else(before)?;
        let next = forward.or_else(|| Tahun::new(tahun.get() + 1));
        Some(Columns {
            body: top + 2,
            kode: find(&|text| text == "kode")?,
            uraian: find(&|text| text.starts_with("urusan") || text.starts_with("program"))?,
            indikator: find(&|text| text.starts_with("indikator"))?,
            akhir: find(&|text| text.starts_with("target akhir")),
            perangkat_daerah: find(&|text| {
                text.starts_with("perangkat daerah") || text.starts_with("pd penanggung jawab")
            }),
            own: of_year(&is_plan, tahun),
            next: next.map(|next| of_year(&is_forward, next)),
        })
    })
}

/// The words of a heading, of a merged one at each of its cells.
fn text_at(sheet: &Sheet, row: u32, col: u32) -> String {
    let at = sheet.anchor(row, col);
    let cell = sheet.get(at.row, at.col);
    cell.map_or(String::new(), |cell| heading::plain(&cell::shown(cell)))
}

/// Takes a row: an element, a further indicator of the one above, or a total, which is none.
fn take(sheet: &Sheet, row: u32, columns: &Columns, renja: &mut Renja, out: &mut Diagnostics) {
    let filled = |col: u32| sheet.get(row, col);
    let at = |col: u32| sheet.at(CellRef::new(row, col));
    let mut text = |col: Option<u32>| -> Entry<String> {
        let Some(col) = col else {
            return Entry::Missing;
        };
        match filled(col) {
            Some(cell) => cell::text(cell, at(col), out),
            None => Entry::Empty(at(col)),
        }
    };
    let uraian = text(Some(columns.uraian));
    let indikator = text(Some(columns.indikator));
    let perangkat_daerah = text(columns.perangkat_daerah);
    // The numbers of the columns below the heading are no row.
    let speaks = |entry: &Entry<String>| {
        let text = entry.value();
        text.is_some_and(|text| text.contains(char::is_alphabetic))
    };
    let has_name = speaks(&uraian);
    let kode = match filled(columns.kode).filter(|_| has_name) {
        Some(cell) => cell::kode(cell, at(columns.kode), out),
        None => Entry::Missing,
    };
    let measure = indikator.located().filter(|_| speaks(&indikator));
    let measure = measure.map(|uraian| measured(sheet, row, columns, uraian.clone(), out));
    if let Entry::Filled(kode) = kode {
        renja.baris.push(BarisRenja {
            kode,
            uraian,
            perangkat_daerah,
            pagu: amounts(sheet, row, columns, out),
            indikator: measure.into_iter().collect(),
        });
        return;
    }
    match (renja.baris.last_mut(), measure) {
        (Some(above), Some(measure)) => above.indikator.push(measure),
        (None, Some(_)) => renja.tanpa_tempat += 1,
        (_, None) => {
            let is_total = uraian.value().is_some_and(|name| heading::is_total(name));
            if has_name && !is_total && !renja.baris.is_empty() {
                renja.tanpa_tempat += 1;
            }
        }
    }
}

fn amounts(sheet: &Sheet, row: u32, columns: &Columns, out: &mut Diagnostics) -> PerTahun<Rupiah> {
    let years = std::iter::once(columns.own).chain(columns.next);
    let mut pagu = PerTahun::new();
    for of in years {
        let Some(col) = of.pagu else { continue };
        let at = sheet.at(CellRef::new(row, col));
        let amount = match sheet.get(row, col) {
            Some(cell) => cell::rupiah(cell, at, out),
            None => Entry::Empty(at),
        };
        pagu.insert(of.tahun, amount);
    }
    pagu
}

/// An indicator with its targets; the unit that stands behind their numbers is its own.
fn measured(
    sheet: &Sheet,
    row: u32,
    columns: &Columns,
    uraian: Located<String>,
    out: &mut Diagnostics,
) -> Indikator {
    let mut satuan = Entry::Missing;
    let mut target = |col: Option<u32>| -> Entry<Target> {
        let Some(col) = col else {
            return Entry::Missing;
        };
        let at = sheet.at(CellRef::new(row, col));
        let read = match sheet.get(row, col) {
            Some(cell) => cell::target(cell, at.clone(), out),
            None => Entry::Empty(at.clone()),
        };
        read.map(|target| {
            let Some((number, unit)) = parted(target.teks()) else {
                return target;
            };
            if satuan.is_missing() && !unit.is_empty() {
                satuan = Entry::Filled(Located::new(unit.to_owned(), at));
            }
            Target::parse(number)
        })
    };
    let years = std::iter::once(columns.own).chain(columns.next);
    let per_year = years.map(|of| (of.tahun, target(of.target))).collect();
    let target_akhir = target(columns.akhir);
    Indikator {
        uraian,
        satuan,
        target_awal: Entry::Missing,
        target: per_year,
        target_akhir,
        keterangan: Entry::Missing,
        hasil: Entry::Missing,
        definisi: Entry::Missing,
        formula: Entry::Missing,
    }
}

/// `12 Dokumen` as number and unit; `None` for what does not begin with a number.
fn parted(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let is_number = |c: char| {
        c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–' | '<' | '>' | '≤' | '≥' | ' ')
    };
    let end = text.find(|c| !is_number(c)).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let number = number.trim();
    number
        .contains(|c: char| c.is_ascii_digit())
        .then_some((number, unit.trim()))
}
