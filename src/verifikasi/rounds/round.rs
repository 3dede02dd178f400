//! What became of the findings since the round before.

use serde::Serialize;

use super::answer::{Answer, Status};
use super::person::PersonalNote;
use super::read::{Returned, ReturnedNote};
use crate::model::text::plain;
use crate::verifikasi::findings::{Kelompok, Temuan};

/// A round.
#[derive(Debug, Clone, Serialize)]
pub struct Round {
    /// Its number.
    pub nomor: u32,
    /// The note of the round before.
    pub berkas: String,
    /// Findings of the round before.
    pub semula: usize,
    /// How many findings of each fate.
    pub jumlah: Count,
    /// Findings that are no longer found.
    pub selesai: Vec<Settled>,
}

/// How many findings of each fate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Count {
    /// No longer found.
    pub selesai: usize,
    /// Still found, without a reason.
    pub tetap: usize,
    /// Not in the round before.
    pub baru: usize,
    /// Still found, with a reason that the verifier has not taken yet.
    pub dijawab: usize,
    /// Still found, with a reason that the verifier took.
    pub diterima: usize,
}

/// A finding that is no longer found.
#[derive(Debug, Clone, Serialize)]
pub struct Settled {
    /// Code of the rule.
    pub kode: String,
    /// Where it stood.
    pub lokasi: String,
    /// What was wrong.
    pub pesan: String,
    /// What was written next to it.
    #[serde(flatten)]
    pub jawaban: Answer,
}

impl Round {
    /// `Putaran 2: 14 selesai, 3 tetap, 2 baru, 1 dijawab`.
    pub fn line(&self) -> String {
        let count = &self.jumlah;
        let taken = match count.diterima {
            0 => String::new(),
            taken => format!(", {taken} diterima"),
        };
        format!(
            "Putaran {}: {} selesai, {} tetap, {} baru, {} dijawab{taken}",
            self.nomor, count.selesai, count.tetap, count.baru, count.dijawab
        )
    }
}

/// Finds the findings of the round before in those of today, carries their answers on, and
/// counts. Rows may have moved: a finding is known by its rule with its words, its row's
/// texts, or its cell.
pub(in crate::verifikasi) fn compare(
    note: &ReturnedNote,
    groups: &mut [Kelompok],
) -> (Round, Vec<PersonalNote>) {
    let mut now: Vec<&mut Temuan> = groups
        .iter_mut()
        .flat_map(|group| &mut group.temuan)
        .collect();
    let mut found: Vec<Option<usize>> = vec![None; now.len()];
    let mut free = vec![true; note.temuan.len()];
    for is_same in STAGES {
        for (at, temuan) in now.iter().enumerate() {
            if found[at].is_some() {
                continue;
            }
            let mut known = note.temuan.iter().enumerate();
            let same = known.find(|(place, one)| {
                free[*place] && one.kode == temuan.kode && is_same(one, temuan)
            });
            if let Some((place, _)) = same {
                found[at] = Some(place);
                free[place] = false;
            }
        }
    }
    let mut jumlah = Count::default();
    for (temuan, place) in now.iter_mut().zip(&found) {
        let Some(before) = place.and_then(|place| note.temuan.get(place)) else {
            jumlah.baru += 1;
            temuan.putaran = Some("baru");
            continue;
        };
        let answer = &before.jawaban;
        temuan.jawaban.clone_from(answer);
        let (count, word) = if answer.status == Status::Diterima {
            (&mut jumlah.diterima, "diterima")
        } else if answer.is_answered() {
            temuan.jawaban.status = Status::Dijawab;
            (&mut jumlah.dijawab, "dijawab")
        } else {
            // What is said to be mended and is still found is open again.
            temuan.jawaban.status = Status::Terbuka;
            (&mut jumlah.tetap, "tetap")
        };
        *count += 1;
        temuan.putaran = Some(word);
    }
    let gone = note.temuan.iter().zip(&free).filter(|(_, free)| **free);
    let selesai: Vec<Settled> = gone
        .map(|(one, _)| Settled {
            kode: one.kode.clone(),
            lokasi: one.lokasi.clone(),
            pesan: one.pesan.clone(),
            jawaban: one.jawaban.clone(),
        })
        .collect();
    jumlah.selesai = selesai.len();
    let round = Round {
        nomor: note.putaran.saturating_add(1),
        berkas: note.berkas.clone(),
        semula: note.temuan.len(),
        jumlah,
        selesai,
    };
    (round, note.catatan.clone())
}

/// How alike the texts of two rows must be, of 1, to be one row of which a cell was changed.
const ALIKE: f64 = 0.6;

type IsSame = fn(&Returned, &Temuan) -> bool;

/// The ways to know a finding again, the surest first.
const STAGES: [IsSame; 5] = [
    |one, now| same_row(one, now) && same_words(one, now) && same_column(one, now),
    |one, now| same_words(one, now) && one.lokasi == now.lokasi,
    |one, now| same_row(one, now) && same_column(one, now),
    |one, now| same_words(one, now) && same_sheet(one, now) && alike_row(one, now),
    |one, now| same_words(one, now) && alike_row(one, now),
];

fn same_words(one: &Returned, now: &Temuan) -> bool {
    plain(&one.pesan) == plain(&now.pesan)
}

/// A row that says nothing is known by nothing.
fn same_row(one: &Returned, now: &Temuan) -> bool {
    !one.isi_baris.is_empty()
        && plain(&one.isi_baris) == plain(&now.isi_baris)
        && same_sheet(one, now)
}

/// Of two rows with the same fault neither is the other for that alone.
fn alike_row(one: &Returned, now: &Temuan) -> bool {
    let (a, b) = (plain(&one.isi_baris), plain(&now.isi_baris));
    a.is_empty() || b.is_empty() || strsim::normalized_levenshtein(&a, &b) >= ALIKE
}

fn same_sheet(one: &Returned, now: &Temuan) -> bool {
    sheet(&one.lokasi) == sheet(&now.lokasi)
}

fn same_column(one: &Returned, now: &Temuan) -> bool {
    column(&one.lokasi) == column(&now.lokasi)
}

fn sheet(lokasi: &str) -> &str {
    lokasi.rsplit_once('!').map_or(lokasi, |(sheet, _)| sheet)
}

fn column(lokasi: &str) -> String {
    let cell = lokasi.rsplit_once('!').map_or("", |(_, cell)| cell);
    cell.chars().take_while(char::is_ascii_alphabetic).collect()
}
