#![doc = include_str!("r026_jumlah_mismatch.md")]

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Fact, Ground, Severity};
use crate::model::{BarisJumlah, Entry, KolomJumlah, PaguRow, Rupiah, number};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R026"),
    severity: Severity::Warning,
    text: include_str!("r026_jumlah_mismatch.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let table = &subject.renstra.pendanaan;
    // A programme that could not be placed is missing in the sum.
    let comparable = if table.unplaced.is_empty() {
        table.jumlah.as_slice()
    } else {
        &[]
    };
    for total in comparable {
        let Some(row) = table.baris.get(total.baris) else {
            continue;
        };
        let part = total.elemen.and_then(|elemen| table.element(elemen));
        let whose = part.map_or_else(
            || "jumlah pagu seluruh program".to_owned(),
            |part| format!("pagu {}", part.kode.value),
        );
        for (tahun, typed) in &row.pagu {
            let sum = match part {
                Some(part) => part.pagu().get(tahun).and_then(Entry::value).copied(),
                None if total.elemen.is_none() => table.pagu_year(*tahun),
                None => None,
            };
            if let Some(finding) = compare(&format!("tahun {tahun}"), typed, &whose, sum) {
                out.emit(about(finding.fact(Fact::Year(tahun.get())), part));
            }
        }
        let sum = match part {
            Some(part) => part.pagu_period(),
            None if total.elemen.is_none() => table.pagu_total(),
            None => None,
        };
        if let Some(finding) = compare("seluruh periode", &row.pagu_akhir, &whose, sum) {
            out.emit(about(finding, part));
        }
    }
    for total in &subject.renstra.baris_jumlah {
        for kolom in &total.kolom {
            compare_column(subject, total, kolom, out);
        }
    }
}

/// The basis is that of the numbers of staff, R023.
fn compare_column(
    subject: &Subject<'_>,
    total: &BarisJumlah,
    kolom: &KolomJumlah,
    out: &mut Diagnostics,
) {
    let Some(typed) = kolom.jumlah.located() else {
        return;
    };
    let sum: Decimal = kolom.bagian.iter().map(|part| part.value).sum();
    if kolom.bagian.is_empty() || typed.value == sum {
        return;
    }
    let (lembar, uraian) = (total.lembar.tab(), &total.uraian.value);
    let aturan = subject.regulation.aturan.get("R023");
    let mut finding = RULE.finding(typed.origin.clone(),
        format!(
            "baris \"{uraian}\" kolom {} pada lembar {lembar} tidak sama dengan jumlah barisnya",
            kolom.nama
        ),
    )
    .path(uraian.clone())
    .fact(Fact::PerCell)
    .figure(
        "baris jumlah",
        number::print(typed.value),
        [typed.origin.clone()],
    )
    .figure(
        "dihitung",
        number::print(sum),
        kolom.bagian.iter().map(|part| part.origin.clone()),
    )
    .hint("periksa rumus jumlahnya; dokumen mencetak jumlah sebagaimana ditulis");
    finding.basis = aturan.and_then(|aturan| aturan.dasar.clone());
    out.emit(finding);
}

fn compare(
    what: &str,
    typed: &Entry<Rupiah>,
    whose: &str,
    sum: Option<Rupiah>,
) -> Option<Diagnostic> {
    let (typed, sum) = typed.located().zip(sum)?;
    (!typed.value.agrees(sum)).then(|| {
        RULE.finding(
            typed.origin.clone(),
            format!("baris jumlah {what} tidak sama dengan {whose}"),
        )
        .rupiah("baris jumlah", typed)
        .figure("dihitung", format!("Rp{sum}"), [])
        .fact(Fact::PerCell)
        .rests_on([Ground::Parent, Ground::Total, Ground::YearOfAmount])
        .hint("periksa rumus jumlahnya; dokumen mencetak jumlah sebagaimana ditulis")
    })
}

/// Says whose total it is, where it is not the whole table's.
fn about(finding: Diagnostic, part: Option<&PaguRow>) -> Diagnostic {
    match part {
        Some(part) => finding.fact(Fact::Element(part.kode.value.to_string())),
        None => finding,
    }
}
