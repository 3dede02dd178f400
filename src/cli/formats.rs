//! `renstra formats`: the regulations with their chapters and tables.

use std::fmt::Write;

use crate::checks;
use crate::regulation::{Aturan, Part, Regulation, Subbab, roman};

/// The list, for stdout.
pub fn list(regulations: &[Regulation]) -> String {
    let mut out = String::new();
    for regulation in regulations {
        let (first, last) = regulation.berlaku;
        let _ = writeln!(out, "{} — {}", regulation.id, regulation.nama_lengkap);
        let _ = writeln!(out, "  periode yang dimulai {first} sampai {last}");
        for bab in &regulation.bab {
            let _ = writeln!(out, "  BAB {} {}", roman(bab.nomor), bab.judul);
            parts(&mut out, &bab.isi, regulation, 4);
            for subbab in &bab.subbab {
                subchapter(&mut out, subbab, regulation, 4);
            }
        }
        let decided = |code: &str| regulation.aturan.get(code).is_some_and(Aturan::is_decided);
        let open: Vec<&str> = checks::codes().filter(|code| !decided(code)).collect();
        if !open.is_empty() {
            let _ = writeln!(out, "  aturan tanpa dasar: {}", open.join(", "));
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn subchapter(out: &mut String, subbab: &Subbab, regulation: &Regulation, indent: usize) {
    let _ = writeln!(out, "{:indent$}{} {}", "", subbab.nomor, subbab.judul);
    parts(out, &subbab.isi, regulation, indent + 2);
    for below in &subbab.subbab {
        subchapter(out, below, regulation, indent + 2);
    }
}

fn parts(out: &mut String, isi: &[Part], regulation: &Regulation, indent: usize) {
    for part in isi {
        if let Part::Tabel(id) = part {
            let Some(tabel) = regulation.tabel.get(id) else {
                continue;
            };
            let name = tabel.kode.as_deref().unwrap_or(id);
            let _ = writeln!(out, "{:indent$}tabel {name}: {}", "", tabel.judul);
        }
    }
}
