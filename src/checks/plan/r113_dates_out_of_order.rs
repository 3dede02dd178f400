#![doc = include_str!("r113_dates_out_of_order.md")]

use std::ops::RangeInclusive;

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostics, Origin, Severity};
use crate::model::{Entry, Tanggal};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R113"),
    severity: Severity::Warning,
    text: include_str!("r113_dates_out_of_order.md"),
    check,
};

/// A day of the process: what it is, when, where.
type Step = (&'static str, Tanggal, Origin);

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let identitas = &subject.renstra.identitas;
    let signed = identitas.tanggal.located();
    if let (Some(signed), Some(periode)) = (signed, subject.periode) {
        // A plan is fixed at the earliest in the year before its period.
        let years: RangeInclusive<u16> = periode.awal.get().saturating_sub(1)..=periode.akhir.get();
        if !years.contains(&signed.value.tahun()) {
            out.emit(
                RULE.finding(
                    signed.origin.clone(),
                    "tanggal penetapan berada di luar periode Renstra",
                )
                .figure("tanggal", signed.value.to_string(), [signed.origin.clone()])
                .figure(
                    "periode",
                    periode.to_string(),
                    identitas.periode.origin().cloned(),
                )
                .hint("betulkan tanggal atau periode pada lembar Identitas"),
            );
            return;
        }
    }
    let proses = [
        ("SK Tim Penyusun", &identitas.proses.sk_tim),
        ("Berita Acara Forum", &identitas.proses.forum),
        ("Berita Acara Verifikasi", &identitas.proses.verifikasi),
    ];
    let mut steps: Vec<Step> = proses
        .into_iter()
        .filter_map(|(name, entry)| day(entry).map(|(day, origin)| (name, day, origin)))
        .collect();
    steps.extend(signed.map(|day| ("Penetapan", day.value, day.origin.clone())));
    if let Some(at) = out_of_order(&steps) {
        let (name, day, origin) = &steps[at];
        let neighbour = if at > 0 && steps[at - 1].1 > *day {
            &steps[at - 1]
        } else {
            steps.get(at + 1).unwrap_or(&steps[0])
        };
        out.emit(
            RULE.finding(
                origin.clone(),
                format!("tanggal {name} tidak sesuai dengan urutan penyusunan"),
            )
            .figure(*name, day.to_string(), [origin.clone()])
            .figure(neighbour.0, neighbour.1.to_string(), [neighbour.2.clone()])
            .note(
                "urutan",
                "SK Tim, forum Perangkat Daerah, verifikasi, penetapan",
            )
            .hint("betulkan tanggalnya pada lembar Identitas"),
        );
    }
    let Some(signed) = signed else { return };
    let late: Vec<_> = subject
        .renstra
        .konfirmasi
        .iter()
        .filter_map(|row| row.tanggal.located())
        .filter(|day| day.value > signed.value)
        .collect();
    if let Some(first) = late.first() {
        out.emit(
            RULE.finding(
                first.origin.clone(),
                format!(
                    "{} konfirmasi diberikan sesudah Renstra ditetapkan",
                    late.len()
                ),
            )
            .figure(
                "konfirmasi",
                first.value.to_string(),
                late.iter().map(|day| day.origin.clone()),
            )
            .figure(
                "penetapan",
                signed.value.to_string(),
                [signed.origin.clone()],
            )
            .hint("betulkan tanggal pada lembar Konfirmasi atau Identitas"),
        );
    }
}

/// The day that a document's number and date end with.
fn day(entry: &Entry<String>) -> Option<(Tanggal, Origin)> {
    let typed = entry.located()?;
    let lower = typed.value.to_lowercase();
    let (_, behind) = lower.rsplit_once("tanggal")?;
    let day = behind.trim_matches([' ', ':', '.', ';']).parse().ok()?;
    Some((day, typed.origin.clone()))
}

/// The day without which the others are in order; of several the last. `None`
/// if they are in order.
fn out_of_order(steps: &[Step]) -> Option<usize> {
    let in_order = |without: Option<usize>| {
        let rest = steps.iter().enumerate();
        let day: Vec<_> = rest
            .filter(|(at, _)| Some(*at) != without)
            .map(|(_, step)| step.1)
            .collect();
        day.is_sorted()
    };
    if in_order(None) {
        return None;
    }
    let open = steps.len().checked_sub(2)?;
    // The day of fixing is checked with care: it is moved only as a last resort.
    let mut at = (0..=open).rev().chain([open + 1]);
    at.find(|at| in_order(Some(*at))).or(Some(open))
}
