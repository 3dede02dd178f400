//! The national nomenclature of program, kegiatan and sub kegiatan for a
//! kabupaten or kota: what each kode is officially called.
//!
//! Two lists, since the sub kegiatan's number has two digits in plans until
//! 2024 (Permendagri 90/2019 as updated by Kepmendagri 050-3708/2020) and four
//! digits since (Kepmendagri 050-5889/2021 and its changes, of which
//! 900.1.15.5-1317/2023 is the first). The newer one is the list that SIPD-RI
//! exported on 23 January 2026 as its update for 2027; which of the decrees it
//! equals line by line was not compared, nor was the older one with its decree.
//! Both are embedded, compressed: lines of kode, uraian and, in the
//! newer list, indikator and satuan, with a tab between.

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::OnceLock;

use flate2::read::GzDecoder;

use crate::model::{Kode, Level, text};

const OLD: &[u8] = include_bytes!("kabkota-2021.tsv.gz");
const NEW: &[u8] = include_bytes!("kabkota-2027.tsv.gz");

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nomenklatur {
    /// Official name.
    pub uraian: String,
    /// Official indicator of a sub kegiatan; `None` in the older list.
    pub indikator: Option<String>,
    /// Its unit of measure.
    pub satuan: Option<String>,
}

/// One of the two lists.
#[derive(Debug)]
pub struct Daftar {
    /// What it rests on, for findings.
    pub dasar: &'static str,
    entry: BTreeMap<String, Nomenklatur>,
    /// Kode by name in the form in which names are compared; made at first use,
    /// since few plans lack kode.
    by_name: OnceLock<BTreeMap<String, Vec<String>>>,
}

/// An edition of the national list; they differ in the digits of a sub kegiatan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    /// Kepmendagri 050-3708/2020: two digits.
    Kepmendagri2020,
    /// Kepmendagri 050-5889/2021 as changed since 900.1.15.5-1317/2023: four digits,
    /// with indicators and units.
    Kepmendagri2023,
}

impl Edition {
    /// Both, the older first.
    pub const ALL: [Self; 2] = [Self::Kepmendagri2020, Self::Kepmendagri2023];
}

/// The list of an edition.
pub fn daftar(edition: Edition) -> &'static Daftar {
    static LIST: OnceLock<[Daftar; 2]> = OnceLock::new();
    let list = LIST.get_or_init(|| {
        [
            Daftar::new("Kepmendagri 050-3708/2020", OLD),
            Daftar::new(
                "Kepmendagri 050-5889/2021 dan perubahannya, menurut daftar SIPD-RI 23 Januari 2026",
                NEW,
            ),
        ]
    });
    let [old, new] = list;
    match edition {
        Edition::Kepmendagri2020 => old,
        Edition::Kepmendagri2023 => new,
    }
}

impl Daftar {
    fn new(dasar: &'static str, packed: &[u8]) -> Self {
        let mut text = String::new();
        // The bytes are part of the program; a test reads them whole.
        let _ = GzDecoder::new(packed).read_to_string(&mut text);
        let entry = text
            .lines()
            .filter_map(|line| {
                let mut part = line.split('\t').map(str::to_owned);
                let kode = part.next()?;
                let uraian = part.next()?;
                let (indikator, satuan) = (part.next(), part.next());
                Some((
                    kode,
                    Nomenklatur {
                        uraian,
                        indikator,
                        satuan,
                    },
                ))
            })
            .collect();
        Self {
            dasar,
            entry,
            by_name: OnceLock::new(),
        }
    }

    /// The entry of a kode. Program penunjang (`1.02.01`) and what lies below it
    /// are in the list as `X.XX.01`.
    pub fn find(&self, kode: &Kode) -> Option<&Nomenklatur> {
        self.entry.get(&kode.to_string()).or_else(|| {
            let segment = kode.segment();
            let penunjang = segment.get(2).is_some_and(|number| number == "01");
            let own = penunjang.then(|| segment.get(2..))??;
            self.entry.get(&format!("X.XX.{}", own.join(".")))
        })
    }

    /// The kode with this official name among those below `bidang` (`1.02`); of
    /// several the first.
    pub fn find_name(&self, bidang: &str, uraian: &str) -> Option<(&str, &Nomenklatur)> {
        let below = format!("{bidang}.");
        let mut kode = self.named(uraian);
        let kode = kode.find(|kode| kode.starts_with(&below) || kode.starts_with("X.XX."))?;
        Some((kode, self.entry.get(kode)?))
    }

    /// Every kode with this official name, in order.
    pub fn named(&self, uraian: &str) -> impl Iterator<Item = &str> {
        let index = self.by_name.get_or_init(|| {
            let mut index: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for (kode, entry) in &self.entry {
                index
                    .entry(fold(&entry.uraian))
                    .or_default()
                    .push(kode.clone());
            }
            index
        });
        let kode = index.get(&fold(uraian)).map(Vec::as_slice);
        kode.unwrap_or_default().iter().map(String::as_str)
    }

    /// Entries in the order of their kode.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Nomenklatur)> {
        self.entry
            .iter()
            .map(|(kode, entry)| (kode.as_str(), entry))
    }

    /// Whether the list is of this kode's kind: it names kabupaten and kota only.
    pub fn covers(kode: &Kode) -> bool {
        kode.level() > Level::BidangUrusan && kode.segment().get(3).is_none_or(|k| k == "2")
    }
}

/// The kode of the bidang urusan that a text names: by its kode (`1.02`, `1.02
/// Kesehatan`) or by its official name, with or without `Urusan Pemerintahan Bidang`.
pub fn bidang(text: &str) -> Option<String> {
    let known = || {
        let editions = Edition::ALL.into_iter();
        editions
            .flat_map(|edition| daftar(edition).iter())
            .filter(|(kode, _)| kode.matches('.').count() == 1)
    };
    let word = text.split_whitespace().next()?;
    // A cell of numbers shows its dot as a comma.
    let kode = word
        .trim_end_matches([':', '.', '-', ','])
        .replace(',', ".");
    if kode.starts_with(|c: char| c.is_ascii_digit()) {
        let mut known = known();
        return known.any(|(known, _)| known == kode).then_some(kode);
    }
    let wanted = subject(text);
    known()
        .find(|(_, entry)| subject(&entry.uraian) == wanted)
        .map(|(kode, _)| kode.to_owned())
}

/// `kesehatan` of `URUSAN PEMERINTAHAN BIDANG KESEHATAN`.
fn subject(name: &str) -> String {
    let plain = text::plain(name);
    let word = plain
        .split_whitespace()
        .skip_while(|word| ["urusan", "pemerintahan", "wajib", "pilihan", "bidang"].contains(word));
    word.collect::<Vec<_>>().join(" ")
}

/// Whether two names are the same but for case, punctuation, a leading level
/// word, and `Kabupaten/Kota` where the office writes the one it is.
pub fn same(a: &str, b: &str) -> bool {
    fold(a) == fold(b)
}

/// A name in the form in which names are compared.
fn fold(name: &str) -> String {
    let plain = text::plain(name);
    let mut form = plain.as_str();
    for level in ["sub kegiatan ", "kegiatan ", "program "] {
        while let Some(rest) = form.strip_prefix(level) {
            form = rest;
        }
    }
    form.replace("kabupaten kota", "kota")
        .replace("kabupaten", "kota")
}
