//! A row before it is set in columns: its values by the keys of the columns.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::cells::{Jenis, Sambung};
use crate::diagnostic::Origin;
use crate::model::{Entry, Indikator, Located, PaguRow, Printed, Tahun, Target, number};

/// A row before it is set in columns.
pub(super) struct Record<'a> {
    pub(super) jenis: Jenis,
    pub(super) induk: Vec<String>,
    /// Steps by which its name stands further right.
    pub(super) jorok: u8,
    /// Values by key.
    pub(super) sel: BTreeMap<&'static str, Entry<Cow<'a, str>>>,
    /// Values by key and year.
    pub(super) per_tahun: BTreeMap<(&'static str, Tahun), Entry<Cow<'a, str>>>,
    /// How many rows a value covers, where it covers more than its own.
    pub(super) rentang: BTreeMap<&'static str, usize>,
    /// Before which column a value ends, where it covers more than its own.
    pub(super) until: BTreeMap<&'static str, &'static str>,
    /// Values of one cell with those of the row above or below.
    pub(super) sambung: BTreeMap<&'static str, Sambung>,
    /// Values that show a dash where nothing was entered.
    pub(super) dash: BTreeSet<&'static str>,
    /// Values that never show one.
    pub(super) blank: BTreeSet<&'static str>,
    /// Values that the program computed.
    pub(super) hitungan: BTreeSet<(&'static str, Option<Tahun>)>,
}

impl<'a> Record<'a> {
    pub(super) fn new(jenis: Jenis) -> Self {
        Self {
            jenis,
            induk: Vec::new(),
            jorok: 0,
            sel: BTreeMap::new(),
            per_tahun: BTreeMap::new(),
            rentang: BTreeMap::new(),
            until: BTreeMap::new(),
            sambung: BTreeMap::new(),
            dash: BTreeSet::new(),
            blank: BTreeSet::new(),
            hitungan: BTreeSet::new(),
        }
    }

    /// Puts in the amounts of each year that an element of the funding table has.
    pub(super) fn pagu(&mut self, row: &PaguRow) {
        for (tahun, amount) in row.pagu() {
            if let Entry::Filled(amount) = amount {
                let shown = amount.clone().map(|amount| amount.to_string().into());
                self.per_tahun
                    .insert(("pagu", *tahun), Entry::Filled(shown));
            }
        }
    }

    /// Puts in what the program computed for a cell that the office left empty.
    pub(super) fn computed(&mut self, key: &'static str, tahun: Option<Tahun>, text: String) {
        let value = computed(text);
        match tahun {
            Some(tahun) => self.per_tahun.insert((key, tahun), value),
            None => self.sel.insert(key, value),
        };
        self.hitungan.insert((key, tahun));
    }

    pub(super) fn text(&mut self, key: &'static str, value: &'a Entry<String>) {
        self.sel.insert(key, borrowed(value));
    }

    /// Puts in what was typed, or what was computed instead.
    pub(super) fn printed(
        &mut self,
        key: &'static str,
        tahun: Option<Tahun>,
        value: Printed<Target>,
    ) {
        match value {
            Printed::Computed(value) => self.computed(key, tahun, value.to_string()),
            Printed::Typed(entry) => {
                let value = shown(&entry);
                match tahun {
                    Some(tahun) => self.per_tahun.insert((key, tahun), value),
                    None => self.sel.insert(key, value),
                };
            }
        }
    }

    /// The value at a column, and whether nothing entered shows as a dash.
    pub(super) fn value(&self, key: &str, tahun: Option<Tahun>) -> (Entry<Cow<'a, str>>, bool) {
        let (found, dash) = if let Some(tahun) = tahun {
            let mut list = self.per_tahun.iter();
            let found = list.find(|((k, t), _)| *k == key && *t == tahun);
            (found.map(|(_, value)| value), found.is_some())
        } else {
            let found = self.sel.iter().find(|(k, _)| **k == key);
            let awal = key == "target_awal" && found.is_some();
            (
                found.map(|(_, value)| value),
                awal || self.dash.contains(key),
            )
        };
        let dash = dash && !self.blank.contains(key);
        (found.cloned().unwrap_or_default(), dash)
    }

    pub(super) fn located(&mut self, key: &'static str, value: &'a Located<String>) {
        let text = Located::new(Cow::Borrowed(value.value.as_str()), value.origin.clone());
        self.sel.insert(key, Entry::Filled(text));
    }

    /// Puts in an indicator, with its unit where that has no column.
    pub(super) fn measure(
        &mut self,
        uraian: &'a Located<String>,
        satuan: &Entry<String>,
        satuan_apart: bool,
    ) {
        match satuan.value().filter(|_| !satuan_apart) {
            Some(satuan) => {
                let both = format!("{} ({satuan})", uraian.value);
                self.own("indikator", both, uraian.origin.clone());
            }
            None => self.located("indikator", uraian),
        }
    }

    pub(super) fn own(&mut self, key: &'static str, value: String, origin: Origin) {
        let located = Located::new(Cow::Owned(value), origin);
        self.sel.insert(key, Entry::Filled(located));
    }
}

/// A cell's text without a copy.
pub(super) fn borrowed(entry: &Entry<String>) -> Entry<Cow<'_, str>> {
    match entry {
        Entry::Missing => Entry::Missing,
        Entry::Empty(origin) => Entry::Empty(origin.clone()),
        Entry::Broken(origin) => Entry::Broken(origin.clone()),
        Entry::Filled(located) => Entry::Filled(Located::new(
            Cow::Borrowed(located.value.as_str()),
            located.origin.clone(),
        )),
    }
}

/// A value of another kind as its text.
pub(super) fn shown<'a, T: ToString + Clone>(entry: &Entry<T>) -> Entry<Cow<'a, str>> {
    entry.clone().map(|value| Cow::Owned(value.to_string()))
}

/// Puts an indicator's values into a record.
pub(super) fn put_indikator<'a>(
    record: &mut Record<'a>,
    indikator: &'a Indikator,
    satuan_apart: bool,
) {
    record.measure(&indikator.uraian, &indikator.satuan, satuan_apart);
    record.text("satuan", &indikator.satuan);
    record.text("keterangan", &indikator.keterangan);
    record.text("definisi", &indikator.definisi);
    record.text("formula", &indikator.formula);
    record
        .sel
        .insert("target_awal", shown(&indikator.target_awal));
    record
        .sel
        .insert("target_akhir", shown(&indikator.target_akhir));
    for (tahun, target) in &indikator.target {
        record.per_tahun.insert(("target", *tahun), shown(target));
    }
}

/// Puts in numbers; a dash where there is none.
pub(super) fn numbers<'v>(
    record: &mut Record<'_>,
    values: impl IntoIterator<Item = (&'static str, &'v Entry<Decimal>)>,
) {
    for (key, value) in values {
        let text = value
            .clone()
            .map(|number| Cow::Owned(number::print(number)));
        record.sel.insert(key, text);
        record.dash.insert(key);
    }
}

/// A value without a cell.
pub(super) fn computed(text: String) -> Entry<Cow<'static, str>> {
    Entry::Filled(Located::new(text.into(), Origin::file("")))
}
