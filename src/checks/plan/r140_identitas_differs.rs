#![doc = include_str!("r140_identitas_differs.md")]

use super::{Rule, Subject};
use crate::checks::shared::{region, sentence};
use crate::diagnostic::{Code, Diagnostics, Fact, Ground, Severity};
use crate::model::kode::KodeOpd;
use crate::model::{Entry, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R140"),
    severity: Severity::Warning,
    text: include_str!("r140_identitas_differs.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    compare_region(subject, out);
    compare_post(subject, out);
    compare_kode(subject, out);
}

/// Region and province next to those of the settings and of the RPJMD.
fn compare_region(subject: &Subject<'_>, out: &mut Diagnostics) {
    let identitas = &subject.renstra.identitas;
    let city = &subject.config.daerah;
    let of_rpjmd = subject.rpjmd.map(|rpjmd| &rpjmd.daerah);
    let compared = [
        ("daerah", &identitas.daerah, city.nama.as_ref(), of_rpjmd),
        (
            "provinsi",
            &identitas.provinsi,
            city.provinsi.as_ref(),
            None,
        ),
    ];
    for (what, typed, of_city, of_rpjmd) in compared {
        let Some(typed) = typed.located() else {
            continue;
        };
        let rpjmd = of_rpjmd.and_then(Entry::value);
        let sources = [("renstra.toml", of_city), ("RPJMD", rpjmd)];
        let other = sources.into_iter().find_map(|(source, name)| {
            let name = name.filter(|name| form(name) != form(&typed.value))?;
            Some((source, name))
        });
        let Some((source, name)) = other else {
            continue;
        };
        out.emit(
            RULE.finding(
                typed.origin.clone(),
                format!("{what} pada lembar Identitas berbeda dengan {source}"),
            )
            .path(typed.value.clone())
            .quote("Identitas", typed)
            .figure(
                source,
                name.clone(),
                of_rpjmd
                    .and_then(Entry::origin)
                    .filter(|_| source == "RPJMD")
                    .cloned(),
            )
            .hint(format!(
                "samakan {what} pada kedua sumber; sampul dan tabel memakai yang di sini"
            )),
        );
    }
}

/// `Pemerintah Kota Pasuruan` and `Prov. Jawa Timur` name the same.
fn form(name: &str) -> String {
    let plain = text::plain(name);
    let mut words: Vec<&str> = plain.split(' ').collect();
    words.retain(|word| !["pemerintah", "provinsi", "prov", "propinsi"].contains(word));
    if let Some(first) = words.first_mut().filter(|first| **first == "kab") {
        *first = "kabupaten";
    }
    words.join(" ")
}

/// A head's post that names another agency.
fn compare_post(subject: &Subject<'_>, out: &mut Diagnostics) {
    let identitas = &subject.renstra.identitas;
    let (Some(post), Some(own)) = (identitas.kepala.jabatan.located(), identitas.nama.located())
    else {
        return;
    };
    let own_form = text::plain(&own.value);
    let sentences = sentence::sentences(&post.value);
    let mut named = sentences.iter().flat_map(region::agencies);
    let Some((_, _, name)) = named.find(|(_, _, name)| !region::is_same_agency(name, &own_form))
    else {
        return;
    };
    // The post may leave out what only tells the region.
    if own_form.starts_with(&name) {
        return;
    }
    out.emit(
        RULE.finding(
            post.origin.clone(),
            "jabatan kepala menyebut Perangkat Daerah lain",
        )
        .path(post.value.clone())
        .quote("Jabatan Kepala", post)
        .quote("Nama Perangkat Daerah", own)
        .hint("perbaiki Jabatan Kepala; blok tanda tangan mencetaknya"),
    );
}

/// The bidang urusan of the agency's code next to those of its programmes.
fn compare_kode(subject: &Subject<'_>, out: &mut Diagnostics) {
    let Some(kode) = subject.renstra.identitas.kode.located() else {
        return;
    };
    let Ok(parsed) = kode.value.parse::<KodeOpd>() else {
        return;
    };
    let own: Vec<&str> = parsed.bidang().collect();
    let mut of_programs: Vec<String> = Vec::new();
    for program in &subject.renstra.pendanaan.program {
        let segment = program.baris.kode.value.segment();
        if let Some(bidang) = segment.get(..2).map(|bidang| bidang.join("."))
            && !program.baris.kode.value.is_placeholder()
            && !of_programs.contains(&bidang)
        {
            of_programs.push(bidang);
        }
    }
    if of_programs.is_empty()
        || own.is_empty()
        || of_programs
            .iter()
            .any(|bidang| own.contains(&bidang.as_str()))
    {
        return;
    }
    out.emit(
        RULE.finding(
            kode.origin.clone(),
            "kode Perangkat Daerah tidak memuat bidang urusan satu pun programnya",
        )
        .path(kode.value.clone())
        .fact(Fact::Upsets(Ground::AgencyKode))
        .figure("kode Perangkat Daerah", own.join(", "), [kode.origin.clone()])
        .figure(
            "bidang urusan program",
            of_programs.join(", "),
            subject.renstra.pendanaan.program.iter().map(|program| program.baris.kode.origin.clone()),
        )
        .hint("perbaiki kodenya; kode yang tersalin dari Perangkat Daerah lain ikut membawa indikator wajibnya"),
    );
}
