//! Synthetic agencies of any size, the same for the same seed: for benchmarks and for tests
//! that need many. Everything but the funding table is the small agency's.

use std::collections::BTreeMap;

use renstra::model::Worksheet;
use renstra::nomenklatur;
use renstra::sheets;

use super::grid::{self, Grid, Rows};
use super::source;

const YEAR: [u16; 5] = [2022, 2023, 2024, 2025, 2026];
const UNIT: [&str; 4] = [
    "Bidang Angkutan",
    "UPT Terminal",
    "Sekretariat",
    "Kepala Dinas",
];
const WORD: [&str; 12] = [
    "pelayanan",
    "angkutan",
    "terpadu",
    "masyarakat",
    "wilayah",
    "prasarana",
    "keselamatan",
    "pengawasan",
    "berkala",
    "terminal",
    "kelurahan",
    "data",
];

/// splitmix64: a few lines are less than a dependency for a sequence that needs
/// only to be fixed.
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % below as u64).unwrap()
    }

    fn words(&mut self, count: usize) -> String {
        let word: Vec<&str> = (0..count).map(|_| WORD[self.next(WORD.len())]).collect();
        word.join(" ")
    }
}

/// A clean agency whose funding table has about `rows` rows with a kode.
pub fn opd(seed: u64, rows: usize) -> Vec<Grid> {
    let folder = super::path("fixtures/small-opd");
    let mut list = source::read(&folder, None);
    let schema = sheets::schema(Worksheet::Tc27);
    let base = source::rows(&folder.join("t-c-27.csv"));
    let nama = format!("Dinas Contoh {seed:03}");
    let table = grid::table(
        schema,
        &source::title(schema, &nama, "Kota Pasuruan"),
        "2021",
        &funding(&base, seed, rows),
    );
    let at = list
        .iter()
        .position(|grid| grid.name == schema.tab())
        .unwrap();
    list[at] = table;
    for grid in &mut list {
        if grid.name == "Identitas" {
            rename(grid, &nama, seed);
        }
    }
    list
}

fn rename(grid: &mut Grid, nama: &str, seed: u64) {
    let row = |label: &str, grid: &Grid| {
        let found = grid
            .cell
            .iter()
            .find(|(_, content)| **content == grid::Content::Text(label.to_owned()));
        found.map(|((row, _), _)| *row).unwrap()
    };
    let at = row("Nama Perangkat Daerah", grid);
    grid.text(at, 1, nama);
    let at = row("Kode Perangkat Daerah", grid);
    grid.text(at, 1, &format!("1.01.1.02.2.15.01.{seed:04}"));
    let at = row("NIP", grid);
    grid.text(at, 1, &format!("19700101 199503 1 {:03}", seed % 1000));
}

/// The small table's tujuan and sasaran over official programs, from the first of the
/// nomenclature on, cut where there are rows enough.
fn funding(base: &Rows, seed: u64, rows: usize) -> Rows {
    let mut random = Random(seed);
    let mut row: Vec<_> = base.row.iter().take(2).cloned().collect();
    let tail: Vec<_> = base
        .row
        .iter()
        .skip(2)
        .skip_while(|row| row["sasaran"].is_empty())
        .cloned()
        .collect();
    let own = tail.iter().filter(|row| !row["kode"].is_empty()).count();
    let level = |kode: &str| kode.matches('.').count();
    let list: Vec<(&str, &str)> = nomenklatur::daftar(nomenklatur::Edition::Kepmendagri2020)
        .iter()
        .filter(|(kode, _)| level(kode) >= 2 && !kode.starts_with('X') && !kode.starts_with("2.15"))
        .map(|(kode, entry)| (kode, entry.uraian.as_str()))
        .take(rows.saturating_sub(own))
        .collect();
    // From the last row up, so that a parent's sums are known when it is reached.
    let mut above = Vec::new();
    let mut total = [[0_usize; 5]; 6];
    for (kode, uraian) in list.iter().rev() {
        let depth = level(kode);
        let child = if depth == 2 { 4 } else { 5 };
        let leaf = depth == 5;
        // A parent whose children were cut off has none to add up.
        if !leaf && total[child] == [0; 5] {
            continue;
        }
        let pagu = if leaf {
            // Each year some per cent more than the last, as offices plan.
            let mut hundred_thousands = random.next(4_000) + 50;
            std::array::from_fn(|_| {
                hundred_thousands += hundred_thousands * random.next(9) / 100;
                hundred_thousands * 100_000
            })
        } else {
            std::mem::take(&mut total[child])
        };
        for (sum, pagu) in total[depth].iter_mut().zip(pagu) {
            *sum += pagu;
        }
        above.push(record(&mut random, base, kode, uraian, pagu));
    }
    row.extend(above.into_iter().rev());
    row.extend(tail);
    Rows {
        key: base.key.clone(),
        row,
    }
}

fn record(
    random: &mut Random,
    base: &Rows,
    kode: &str,
    uraian: &str,
    pagu: [usize; 5],
) -> BTreeMap<String, String> {
    let mut row: BTreeMap<String, String> = base
        .key
        .iter()
        .map(|key| (key.clone(), String::new()))
        .collect();
    let mut set = |key: &str, text: String| row.insert(key.to_owned(), text);
    set("uraian", uraian.to_owned());
    set("kode", kode.to_owned());
    set("indikator", format!("Jumlah {}", random.words(6)));
    set("satuan", "Dokumen".to_owned());
    set("target_awal", "1".to_owned());
    for (year, pagu) in YEAR.iter().zip(pagu) {
        set(&format!("target_{year}"), (year - 2020).to_string());
        set(&format!("pagu_{year}"), pagu.to_string());
    }
    set("target_akhir", "6".to_owned());
    set("pagu_akhir", pagu.iter().sum::<usize>().to_string());
    // A secretariat carries out activities, but answers for no technical program.
    let is_program = kode.matches('.').count() == 2;
    let unit = UNIT[random.next(UNIT.len())];
    let unit = if is_program && unit == "Sekretariat" {
        "Bidang Angkutan"
    } else {
        unit
    };
    set("unit", unit.to_owned());
    set("lokasi", "Kota Pasuruan".to_owned());
    row
}
