#![doc = include_str!("r003_identitas_incomplete.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R003"),
    severity: Severity::Error,
    text: include_str!("r003_identitas_incomplete.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let it = &subject.renstra.identitas;
    let origin = it
        .origin
        .clone()
        .unwrap_or_else(|| plan::file_origin(subject));
    let config = subject.config;
    let required = [
        ("Nama Perangkat Daerah", it.nama.is_missing()),
        ("Kode Perangkat Daerah", it.kode.is_missing()),
        (
            "Daerah",
            it.daerah.is_missing() && config.daerah.nama.is_none(),
        ),
        ("Jabatan Kepala", it.kepala.jabatan.is_missing()),
        ("Nama Kepala", it.kepala.nama.is_missing()),
        ("Pangkat", it.kepala.pangkat.is_missing()),
        ("NIP", it.kepala.nip.is_missing()),
        (
            "Tempat",
            it.tempat.is_missing() && config.daerah.ibu_kota.is_none(),
        ),
        ("Tanggal", it.tanggal.is_missing()),
        (
            "Periode",
            it.periode.is_missing() && config.periode.is_none(),
        ),
        ("Tahap", it.tahap.is_missing()),
        ("Dasar Hukum", it.dasar_hukum.is_empty()),
    ];
    for (label, missing) in required {
        if missing {
            let blank = it.kosong.get(label);
            let hint = match blank.and_then(|blank| blank.cell) {
                Some(cell) => format!("isi sel {cell} pada lembar Identitas"),
                None => format!("tambahkan baris \"{label}\" dan isinya pada lembar Identitas"),
            };
            out.emit(
                RULE.finding(
                    blank.unwrap_or(&origin).clone(),
                    format!("{label} belum diisi pada lembar Identitas"),
                )
                .path(label)
                .hint(hint),
            );
        }
    }
    if let (Some(own), Some(city)) = (it.periode.located(), config.periode) {
        let same = own.value.awal.get() == city.awal && own.value.akhir.get() == city.akhir;
        if !same {
            out.emit(
                RULE.finding(
                    own.origin.clone(),
                    format!(
                        "periode {} berbeda dengan periode {}–{} pada renstra.toml",
                        own.value, city.awal, city.akhir
                    ),
                )
                .path("Periode")
                .hint("samakan periodenya"),
            );
        }
    }
}
