//! Which row of one document is which of the other, wherever it stands: by unit and kode,
//! then by kode, then by name, then by the nearest name.

use std::collections::{BTreeMap, VecDeque};

use super::document::{Element, Level, Measure};
use crate::model::text;

/// How alike two wordings must be, of 1, to be taken for one that was changed.
const ALIKE: f64 = 0.7;

/// Index in the first document with the index in the second.
pub(super) type Pair = (usize, usize);

/// By what a row is known; `None` where that is not asked or not there.
type KeyOf<'f> = dyn Fn(&Element) -> Option<(Level, String, String)> + 'f;

/// The rows that are one in both. Units are looked at only if both documents name them.
pub(super) fn elements(a: &[Element], b: &[Element], by_unit: bool) -> Vec<Pair> {
    let mut pairing = Pairing::new(a.len(), b.len());
    let unit = |row: &Element| row.unit.as_deref().map(text::same_form).unwrap_or_default();
    let name = |row: &Element| Some(text::same_form(&row.uraian)).filter(|name| !name.is_empty());
    let keys: [&KeyOf; 6] = [
        &|row| {
            let kode = row.kode.clone().filter(|_| by_unit)?;
            Some((row.level, kode + "\n" + &unit(row), name(row)?))
        },
        &|row| Some((row.level, row.kode.clone().filter(|_| by_unit)?, unit(row))),
        &|row| Some((row.level, row.kode.clone()?, name(row)?)),
        &|row| Some((row.level, row.kode.clone()?, String::new())),
        &|row| Some((row.level, name(row)?, unit(row))),
        &|row| Some((row.level, name(row)?, String::new())),
    ];
    for key in keys {
        pairing.by_key(a, b, key);
    }
    pairing.by_likeness(a, b, &|a, b| {
        let comparable = a.level == b.level && a.kode.is_none() && b.kode.is_none();
        comparable.then(|| likeness(&a.uraian, &b.uraian))?
    });
    pairing.done()
}

/// The indicators of a row that are one in both.
pub(super) fn measures(a: &[Measure], b: &[Measure]) -> Vec<Pair> {
    let mut pairing = Pairing::new(a.len(), b.len());
    let name = |row: &Measure| text::plain(&row.uraian);
    let first = |row: &Measure| row.details.first().map(|(_, text)| text::plain(text));
    pairing.by_key(a, b, &|row| Some((name(row), first(row))));
    pairing.by_key(a, b, &|row| Some(name(row)));
    pairing.by_likeness(a, b, &|a, b| likeness(&a.uraian, &b.uraian));
    pairing.done()
}

/// How alike two wordings are; `None` below what is taken for a change of words.
fn likeness(a: &str, b: &str) -> Option<f64> {
    let (a, b) = (text::plain(a), text::plain(b));
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let alike = strsim::normalized_levenshtein(&a, &b);
    (alike >= ALIKE).then_some(alike)
}

struct Pairing {
    free_a: Vec<bool>,
    free_b: Vec<bool>,
    pairs: Vec<Pair>,
}

impl Pairing {
    fn new(a: usize, b: usize) -> Self {
        Self {
            free_a: vec![true; a],
            free_b: vec![true; b],
            pairs: Vec::new(),
        }
    }

    fn take(&mut self, a: usize, b: usize) {
        self.free_a[a] = false;
        self.free_b[b] = false;
        self.pairs.push((a, b));
    }

    /// Rows of one key, in their order.
    fn by_key<T, K: Ord>(&mut self, a: &[T], b: &[T], key: &dyn Fn(&T) -> Option<K>) {
        let mut known: BTreeMap<K, VecDeque<usize>> = BTreeMap::new();
        for (at, row) in b.iter().enumerate().filter(|(at, _)| self.free_b[*at]) {
            if let Some(key) = key(row) {
                known.entry(key).or_default().push_back(at);
            }
        }
        for (at, row) in a.iter().enumerate() {
            if !self.free_a[at] {
                continue;
            }
            let same = key(row).and_then(|key| known.get_mut(&key)?.pop_front());
            if let Some(other) = same {
                self.take(at, other);
            }
        }
    }

    /// The most alike first.
    fn by_likeness<T>(&mut self, a: &[T], b: &[T], alike: &dyn Fn(&T, &T) -> Option<f64>) {
        let mut found: Vec<(f64, usize, usize)> = Vec::new();
        for (at, row) in a.iter().enumerate().filter(|(at, _)| self.free_a[*at]) {
            for (other, theirs) in b.iter().enumerate().filter(|(at, _)| self.free_b[*at]) {
                found.extend(alike(row, theirs).map(|alike| (alike, at, other)));
            }
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, at, other) in found {
            if self.free_a[at] && self.free_b[other] {
                self.take(at, other);
            }
        }
    }

    fn done(mut self) -> Vec<Pair> {
        self.pairs.sort_unstable();
        self.pairs
    }
}

/// The rows of both in one order: that of the second document, with each row that is gone
/// behind the one that it stood behind.
pub(super) fn order(a: usize, b: usize, pairs: &[Pair]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut partner_of_a = vec![None; a];
    let mut partner_of_b = vec![None; b];
    for (own, other) in pairs {
        partner_of_a[*own] = Some(*other);
        partner_of_b[*other] = Some(*own);
    }
    // Rows that are gone, by the row of the second document that they follow.
    let mut gone: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    let mut above = None;
    for (own, partner) in partner_of_a.iter().enumerate() {
        match partner {
            Some(other) => above = Some(*other),
            None => gone.entry(above).or_default().push(own),
        }
    }
    let mut rows = Vec::with_capacity(a + b - pairs.len());
    let gone_below = |at: Option<usize>| {
        let below = gone.get(&at).map(Vec::as_slice).unwrap_or_default();
        below.iter().map(|own| (Some(*own), None))
    };
    rows.extend(gone_below(None));
    for (other, partner) in partner_of_b.iter().enumerate() {
        rows.push((*partner, Some(other)));
        rows.extend(gone_below(Some(other)));
    }
    rows
}
