//! Strategic issues with total score and rank.

use rust_decimal::Decimal;

use super::cells::Jenis;
use super::record::{Record, numbers};
use crate::model::{IsuStrategis, Renstra, number};

/// The rows in the order of the worksheet.
pub(super) fn records(renstra: &Renstra) -> Vec<Record<'_>> {
    let totals: Vec<Option<Decimal>> = renstra.isu_strategis.iter().map(score).collect();
    let rows = renstra.isu_strategis.iter().zip(&totals);
    rows.map(|(isu, total)| {
        let mut record = Record::new(Jenis::Biasa);
        record.located("uraian", &isu.uraian);
        let values = [
            ("urgency", &isu.urgency),
            ("seriousness", &isu.seriousness),
            ("growth", &isu.growth),
        ];
        numbers(&mut record, values);
        record.dash.extend(["total", "peringkat"]);
        if let Some(own) = total {
            let higher = totals.iter().flatten().filter(|total| *total > own);
            let rank = 1 + higher.count();
            record.computed("total", None, number::print(*own));
            record.computed("peringkat", None, rank.to_string());
        }
        record
    })
    .collect()
}

/// U + S + G; `None` unless all three were given.
fn score(isu: &IsuStrategis) -> Option<Decimal> {
    Some(*isu.urgency.value()? + *isu.seriousness.value()? + *isu.growth.value()?)
}
