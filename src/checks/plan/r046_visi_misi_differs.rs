#![doc = include_str!("r046_visi_misi_differs.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, wording};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Origin, Severity};
use crate::model::{JenisTelaahan, Located, Rpjmd, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R046"),
    severity: Severity::Warning,
    text: include_str!("r046_visi_misi_differs.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let Some(rpjmd) = subject.rpjmd else { return };
    quoted(subject, rpjmd, out);
    let mut report = |what: &str, own: &Located<String>, theirs: Option<&Located<String>>| {
        let mut finding = RULE
            .finding(
                own.origin.clone(),
                format!("{what} pada T-C.26 tidak sama dengan RPJMD"),
            )
            .path(plan::one_line(&own.value))
            .quote("Renstra", own)
            .hint(format!("salin bunyi {what} dari RPJMD"));
        if let Some(theirs) = theirs {
            finding = finding.quote("RPJMD", theirs);
        }
        out.emit(finding);
    };
    if let (Some(own), Some(theirs)) = (&subject.renstra.visi, &rpjmd.visi)
        && !text::same(&own.value, &theirs.value)
    {
        report("visi", own, Some(theirs));
    }
    let known: Vec<_> = rpjmd
        .misi
        .iter()
        .filter_map(|m| m.uraian.as_ref())
        .collect();
    if known.is_empty() {
        return;
    }
    for own in subject
        .renstra
        .misi
        .iter()
        .filter_map(|m| m.uraian.as_ref())
    {
        if !known
            .iter()
            .any(|theirs| text::same(&theirs.value, &own.value))
        {
            report("misi", own, None);
        }
    }
}

/// The vision and the missions where the review and the narrative quote them.
/// Only what reads much like one is a quotation of it.
fn quoted(subject: &Subject<'_>, rpjmd: &Rpjmd, out: &mut Diagnostics) {
    let misi = rpjmd.misi.iter().filter_map(|own| own.uraian.as_ref());
    let known: Vec<(&str, &Located<String>)> = rpjmd
        .visi
        .iter()
        .map(|own| ("visi", own))
        .chain(misi.map(|own| ("misi", own)))
        .collect();
    let rows = subject.renstra.telaahan.iter();
    let rows = rows.filter(|row| row.jenis == JenisTelaahan::VisiMisi);
    let mut reported: Vec<&Origin> = Vec::new();
    let mut numbers: Vec<(String, String, &Origin)> = Vec::new();
    for row in rows.filter_map(|row| row.uraian.as_ref()) {
        if reported.contains(&&row.origin) {
            continue;
        }
        reported.push(&row.origin);
        if let Some(finding) = known
            .iter()
            .find_map(|(what, theirs)| differs("Telaahan Visi Misi", what, row, theirs))
        {
            out.emit(finding);
        }
        let Some((number, wording)) = numbered(&row.value) else {
            continue;
        };
        let other = numbers
            .iter()
            .find(|(n, w, _)| *n == number && *w != wording);
        if let Some((_, _, origin)) = other {
            out.emit(
                RULE.finding(
                    row.origin.clone(),
                    format!("nomor misi {number} dipakai untuk dua misi"),
                )
                .path(plan::one_line(&row.value))
                .quote("di sini", row)
                .figure("sebelumnya", format!("misi {number}"), [(*origin).clone()])
                .hint("betulkan nomor misi menurut RPJMD"),
            );
        }
        numbers.push((number, wording, &row.origin));
    }
    for narasi in &subject.renstra.narasi {
        if let Some(finding) = known
            .iter()
            .find_map(|(what, theirs)| differs("naskah", what, &narasi.isi, theirs))
        {
            out.emit(finding);
        }
    }
}

/// Number and wording of `Misi 3: …`.
fn numbered(typed: &str) -> Option<(String, String)> {
    let (label, wording) = typed.split_once(':')?;
    let number = text::plain(label);
    let number = number.strip_prefix("misi ")?;
    let digits = number.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| (number.to_owned(), text::same_form(wording)))
}

/// The finding about a text that quotes a statement with other words in it.
fn differs(
    place: &str,
    what: &str,
    own: &Located<String>,
    theirs: &Located<String>,
) -> Option<Diagnostic> {
    let quotation = wording::misquoted(&own.value, &theirs.value)?;
    Some(
        RULE.finding(
            own.origin.clone(),
            format!("{what} pada {place} berbeda bunyinya dengan RPJMD"),
        )
        .path(quotation.clone())
        .figure("Renstra", quotation, [own.origin.clone()])
        .quote("RPJMD", theirs)
        .hint(format!("salin bunyi {what} dari RPJMD")),
    )
}
