#![doc = include_str!("r023_pegawai_mismatch.md")]

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::diagnostic::Origin;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::number;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R023"),
    severity: Severity::Warning,
    text: include_str!("r023_pegawai_mismatch.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut total: BTreeMap<String, (Decimal, Origin)> = BTreeMap::new();
    for row in &subject.renstra.pegawai {
        let (l, p, all) = (
            row.laki_laki.value(),
            row.perempuan.value(),
            row.jumlah.located(),
        );
        let Some(all) = all else { continue };
        if let (Some(l), Some(p)) = (l, p)
            && *l + *p != all.value
        {
            out.emit(
                RULE.finding(
                    all.origin.clone(),
                    format!(
                        "jumlah pegawai \"{}\" tidak sama dengan laki-laki + perempuan",
                        row.uraian.value
                    ),
                )
                .path(row.uraian.value.clone())
                .figure("jumlah", number::print(all.value), [all.origin.clone()])
                .figure(
                    "laki-laki + perempuan",
                    number::print(*l + *p),
                    [&row.laki_laki, &row.perempuan]
                        .into_iter()
                        .filter_map(|e| e.origin().cloned()),
                )
                .hint("perbaiki salah satunya"),
            );
        }
        let entry = total
            .entry(row.kelompok.value.clone())
            .or_insert_with(|| (Decimal::ZERO, row.kelompok.origin.clone()));
        entry.0 += all.value;
    }
    let mut group = total.into_iter();
    let Some((first_name, (first, _))) = group.next() else {
        return;
    };
    for (name, (sum, origin)) in group {
        if sum != first {
            out.emit(
                RULE.finding(
                    origin,
                    format!("jumlah pegawai menurut {name} berbeda dengan menurut {first_name}"),
                )
                .path(name.clone())
                .figure(name, number::print(sum), std::iter::empty::<Origin>())
                .figure(
                    first_name.clone(),
                    number::print(first),
                    std::iter::empty::<Origin>(),
                )
                .hint("hitung ulang; semua pegawai tercatat sekali pada setiap pengelompokan"),
            );
        }
    }
}
