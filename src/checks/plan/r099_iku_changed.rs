#![doc = include_str!("r099_iku_changed.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd};
use crate::diagnostic::{Code, Diagnostics, Origin, Severity};
use crate::model::{Entry, Iku, Indikator, Target, Worksheet, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R099"),
    severity: Severity::Warning,
    text: include_str!("r099_iku_changed.md"),
    check,
};

const HINT: &str = "kembalikan seperti semula, atau uraikan alasan perubahannya dengan menyebut IKU ini pada Alasan Perubahan";

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let Some(past) = subject.sebelumnya else {
        return;
    };
    let own = &subject.renstra.iku;
    // Without the sheet another rule speaks, and without an earlier one there is
    // nothing to compare.
    if own.is_empty() || past.iku.is_empty() {
        return;
    }
    let gone: Vec<&Indikator> = past
        .iku
        .iter()
        .map(|iku| &iku.indikator)
        .filter(|was| find(own, was).is_none())
        .collect();
    let mut taken: Vec<&Origin> = Vec::new();
    for iku in own {
        let now = &iku.indikator;
        if is_explained(subject, now) {
            continue;
        }
        if let Some(was) = find(&past.iku, now) {
            changed(iku, was, out);
            continue;
        }
        let near = rpjmd::nearest(&now.uraian.value, gone.iter().copied());
        taken.extend(near.map(|was| &was.uraian.origin));
        let message = match near {
            Some(_) => "bunyi IKU ini berubah dari buku kerja terdahulu",
            None => "IKU ini tidak ada pada buku kerja terdahulu",
        };
        let mut finding = RULE
            .finding(now.uraian.origin.clone(), message)
            .path(line(now));
        if let Some(was) = near {
            finding = finding
                .figure("sekarang", line(now), [now.uraian.origin.clone()])
                .note("terdahulu", line(was));
        }
        out.emit(finding.hint(HINT));
    }
    let sheet = subject.sheet.get(&Worksheet::Iku).unwrap_or(&subject.file);
    for was in gone {
        if taken.contains(&&was.uraian.origin) || is_explained(subject, was) {
            continue;
        }
        let message = "satu IKU pada buku kerja terdahulu tidak ada lagi";
        out.emit(
            RULE.finding(sheet.clone(), message)
                .path(line(was))
                .note("terdahulu", line(was))
                .hint(HINT),
        );
    }
}

/// Targets of years that both state, and how the indicator is measured.
fn changed(iku: &Iku, was: &Iku, out: &mut Diagnostics) {
    let now = &iku.indikator;
    let mut difference: Vec<String> = now
        .target
        .iter()
        .filter_map(|(tahun, entry)| {
            let (own, past) = (entry.value()?, was.indikator.target.get(tahun)?.value()?);
            let (own, past) = (plan::one_line(own.teks()), plan::one_line(past.teks()));
            (!is_same(entry, was.indikator.target.get(tahun)?))
                .then(|| format!("target {tahun}: {past} menjadi {own}"))
        })
        .collect();
    for (name, own, past) in [
        ("satuan", &now.satuan, &was.indikator.satuan),
        ("definisi", &iku.indikator.definisi, &was.indikator.definisi),
        ("formula", &iku.indikator.formula, &was.indikator.formula),
    ] {
        if let (Some(own), Some(past)) = (own.value(), past.value())
            && text::plain(own) != text::plain(past)
        {
            difference.push(format!("{name} berbeda"));
        }
    }
    if difference.is_empty() {
        return;
    }
    out.emit(
        RULE.finding(
            now.uraian.origin.clone(),
            "IKU ini berubah dari buku kerja terdahulu",
        )
        .path(line(now))
        .note("perubahan", difference.join("; "))
        .hint(HINT),
    );
}

fn is_same(own: &Entry<Target>, past: &Entry<Target>) -> bool {
    match (own.value(), past.value()) {
        (Some(own), Some(past)) => match (own.nilai(), past.nilai()) {
            (Some(own), Some(past)) => own == past,
            // As typed but for blanks: `1 kali` is not `2 kali`, and `< 5` is not `> 5`.
            _ => text::one_line(own.teks()) == text::one_line(past.teks()),
        },
        _ => true,
    }
}

fn find<'a>(list: &'a [Iku], wanted: &Indikator) -> Option<&'a Iku> {
    list.iter()
        .find(|iku| text::same(&iku.indikator.uraian.value, &wanted.uraian.value))
}

/// Whether the reasons of a changed plan name the indicator.
fn is_explained(subject: &Subject<'_>, indikator: &Indikator) -> bool {
    let wanted = text::plain(&indikator.uraian.value);
    let narasi = subject.renstra.narasi.iter();
    narasi
        .filter(|narasi| narasi.slot.value == REASON)
        .any(|narasi| text::plain(&narasi.isi.value).contains(&wanted))
}

/// The slot of a changed plan's reasons.
const REASON: &str = "alasan-perubahan";

fn line(indikator: &Indikator) -> String {
    plan::one_line(&indikator.uraian.value)
}
