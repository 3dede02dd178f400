//! T-C.23 and T-C.24: what was reached and spent in the years before the plan.

use rust_decimal::Decimal;

use super::cells::Jenis;
use super::record::{Record, shown};
use crate::config::Pertumbuhan;
use crate::document::derived::{self, Skala};
use crate::model::{
    AnggaranRealisasi, Entry, KinerjaPelayanan, PerTahun, Printed, Renstra, Rupiah, Tahun, Target,
    number,
};

/// The rows of T-C.23, and what its heading says of the ratios' unit.
pub(super) fn pelayanan(renstra: &Renstra, satuan_apart: bool) -> (Vec<Record<'_>>, String) {
    let list = &renstra.kinerja_pelayanan;
    let year = super::super::years(list.iter().flat_map(|row| [&row.target, &row.realisasi]));
    let computed = |row: &KinerjaPelayanan, tahun: &Tahun| {
        derived::rasio_target(row.target.get(tahun), row.realisasi.get(tahun))
    };
    let skala = Skala::of(list.iter().flat_map(|row| {
        let typed = row.rasio.iter();
        typed.filter_map(move |(tahun, entry)| Some((entry.value()?, computed(row, tahun))))
    }));
    let records = list.iter().map(|row| {
        let mut record = Record::new(Jenis::Biasa);
        record.measure(&row.indikator, &row.satuan, satuan_apart);
        record.text("satuan", &row.satuan);
        for (key, target) in [
            ("target_nspk", &row.target_nspk),
            ("target_ikk", &row.target_ikk),
            ("target_lain", &row.target_lain),
        ] {
            record.sel.insert(key, shown(target));
            record.dash.insert(key);
        }
        yearly(&mut record, "target", &row.target, &year);
        yearly(&mut record, "realisasi", &row.realisasi, &year);
        for tahun in &year {
            let ratio = || computed(row, tahun).map(|ratio| skala.print(ratio));
            put_ratio(&mut record, *tahun, row.rasio.get(tahun), ratio);
        }
        record
    });
    (records.collect(), in_percent(skala))
}

/// The rows of T-C.24, and what its heading says of the units of ratios and growth.
pub(super) fn anggaran(renstra: &Renstra, how: Pertumbuhan) -> (Vec<Record<'_>>, String, String) {
    let list = &renstra.anggaran_realisasi;
    let year = super::super::years(list.iter().flat_map(|row| [&row.anggaran, &row.realisasi]));
    // What the office stated stands, in the unit that it chose; a rule compares.
    let is_typed = list.iter().any(|row| {
        row.pertumbuhan_anggaran.value().is_some() || row.pertumbuhan_realisasi.value().is_some()
    });
    let computed = |row: &AnggaranRealisasi, tahun: &Tahun| {
        derived::rasio_rupiah(row.anggaran.get(tahun), row.realisasi.get(tahun))
    };
    let skala = Skala::of(list.iter().flat_map(|row| {
        let typed = row.rasio.iter();
        typed.filter_map(move |(tahun, entry)| Some((entry.value()?, computed(row, tahun))))
    }));
    let growth = |typed: &Entry<Target>, amount: &PerTahun<Rupiah>| {
        Printed::or_computed(typed.clone(), || {
            let mean = derived::growth(amount, how).map(|value| printed(value, how));
            mean.filter(|_| !is_typed)
        })
    };
    let records = list.iter().map(|row| {
        let mut record = Record::new(if row.jumlah {
            Jenis::Jumlah
        } else {
            Jenis::Biasa
        });
        record.located("uraian", &row.uraian);
        yearly(&mut record, "anggaran", &row.anggaran, &year);
        yearly(&mut record, "realisasi", &row.realisasi, &year);
        for tahun in &year {
            let ratio = || computed(row, tahun).map(|ratio| skala.print(ratio));
            put_ratio(&mut record, *tahun, row.rasio.get(tahun), ratio);
        }
        for (key, typed, amount) in [
            (
                "pertumbuhan_anggaran",
                &row.pertumbuhan_anggaran,
                &row.anggaran,
            ),
            (
                "pertumbuhan_realisasi",
                &row.pertumbuhan_realisasi,
                &row.realisasi,
            ),
        ] {
            record.printed(key, None, growth(typed, amount));
            record.dash.insert(key);
        }
        record
    });
    let unit = match how {
        _ if is_typed => "",
        Pertumbuhan::Rupiah => "(Rp)",
        Pertumbuhan::Persen => "(%)",
    };
    (records.collect(), in_percent(skala), unit.to_owned())
}

fn in_percent(skala: Skala) -> String {
    let unit = skala.satuan().map_or("", |_| "(%)");
    unit.to_owned()
}

fn printed(value: Decimal, how: Pertumbuhan) -> Target {
    Target::parse(&match how {
        Pertumbuhan::Rupiah => Rupiah::from_decimal(derived::round(value, 0)).to_string(),
        Pertumbuhan::Persen => number::print_fixed(value, 2),
    })
}

/// One value a year of the table, also of years that the row's sheet has no column for.
fn yearly<T: ToString + Clone>(
    record: &mut Record<'_>,
    key: &'static str,
    row: &PerTahun<T>,
    years: &[Tahun],
) {
    for tahun in years {
        let value = row.get(tahun).map(shown).unwrap_or_default();
        record.per_tahun.insert((key, *tahun), value);
    }
}

fn put_ratio(
    record: &mut Record<'_>,
    tahun: Tahun,
    typed: Option<&Entry<Target>>,
    computed: impl FnOnce() -> Option<Target>,
) {
    let typed = typed.cloned().unwrap_or_default();
    record.printed("rasio", Some(tahun), Printed::or_computed(typed, computed));
}
