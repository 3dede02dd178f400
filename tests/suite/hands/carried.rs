//! `init --from`: the clean workbook that is written of a messy one is the same plan,
//! however the messy one was typed.

use renstra::diagnostic::Diagnostics;
use renstra::form::{self, Form, Migrated};
use renstra::model::Periode;
use renstra::pipeline;
use renstra::workbook::{self, Value, Workbook};

use super::typed::Regulation;
use super::{Expect, PLAIN, differences, outcome};
use crate::support;

/// The workbook that is written of another.
fn carried(messy: &Workbook, regulation: Regulation) -> Workbook {
    let migrated = pipeline::migrate(messy, &mut Diagnostics::new());
    let (id, periode) = match regulation {
        Regulation::Permendagri86 => ("permendagri-86-2017", "2021-2026"),
        Regulation::Inmendagri2 => ("inmendagri-2-2025", "2025-2029"),
    };
    let opd = known(&migrated, "Nama Perangkat Daerah");
    let daerah = known(&migrated, "Daerah");
    let form = Form {
        regulation: support::library()
            .regulation
            .iter()
            .find(|regulation| regulation.id == id)
            .unwrap(),
        opd: &opd,
        bidang: &form::bidang_of(&opd),
        periode: periode.parse::<Periode>().unwrap(),
        daerah: Some(&daerah),
        migrated,
    };
    workbook::from_bytes("dinas.xlsx", form::blank(&form).unwrap()).unwrap()
}

/// The value of a label of Identitas.
fn known(migrated: &Migrated, label: &str) -> String {
    let mut list = migrated.identitas.iter();
    match list
        .find(|(own, _)| own == label)
        .map(|(_, cell)| &cell.value)
    {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

/// Ways of typing that one workbook is typed in at once, in this order.
const TOGETHER: [&[&str]; 2] = [
    &[
        "amounts: 199,2 juta",
        "rows: sda below a parent",
        "columns: all targets, then all amounts",
        "headings: again on every page, with the numbers",
        "identitas: place and date in one cell, label Tempat, Tanggal",
        "identitas: all laws in one cell, numbered",
        "narasi: BAB I 1.1 Latar Belakang",
        "tabs: Sheet1, Sheet2 …",
    ],
    &[
        "amounts: in thousands, said by the heading",
        "kode: in five columns under one heading",
        "kode: a colon before the name",
        "labels: a whole sheet of an office's own words",
        "narasi: a sheet each chapter",
        "tables: duties below the posts",
    ],
];

#[test]
fn what_is_carried_over_is_the_same_plan_in_many_hands() {
    let ways = super::all();
    for names in TOGETHER {
        for (at, sample) in PLAIN.sample.iter().enumerate() {
            let plain = PLAIN.of(at, sample.names().collect());
            let mut typed = sample.clone();
            let (mut before, mut forms) = (plain.data.clone(), Vec::new());
            for name in names {
                let mut named = ways
                    .iter()
                    .flatten()
                    .filter(|way| way.name == *name)
                    .peekable();
                assert!(named.peek().is_some(), "{name}");
                for way in named.filter(|way| way.on.is_none_or(|on| on == sample.regulation)) {
                    (way.hand)(&mut typed);
                    if let Expect::Printed(take_out) = way.expect {
                        forms.push(take_out);
                    }
                }
            }
            let mut after = outcome(carried(&typed.workbook, typed.regulation)).data;
            for take_out in forms {
                take_out(&mut before);
                take_out(&mut after);
            }
            let mut differ = Vec::new();
            differences(&before, &after, "", &mut differ);
            differ.truncate(8);
            assert!(
                differ.is_empty(),
                "{} {names:?}\n{}",
                sample.name,
                differ.join("\n")
            );
        }
    }
}
