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
    let identitas = &subject.renstra.identitas;
    let origin = identitas
        .origin
        .clone()
        .unwrap_or_else(|| plan::file_origin(subject));
    let config = subject.config;
    let required = [
        ("Nama Perangkat Daerah", identitas.nama.is_missing()),
        ("Kode Perangkat Daerah", identitas.kode.is_missing()),
        (
            "Daerah",
            identitas.daerah.is_missing() && config.daerah.nama.is_none(),
        ),
        ("Jabatan Kepala", identitas.kepala.jabatan.is_missing()),
        ("Nama Kepala", identitas.kepala.nama.is_missing()),
        ("Pangkat", identitas.kepala.pangkat.is_missing()),
        ("NIP", identitas.kepala.nip.is_missing()),
        (
            "Tempat",
            identitas.tempat.is_missing() && config.daerah.ibu_kota.is_none(),
        ),
        ("Tanggal", identitas.tanggal.is_missing()),
        (
            "Periode",
            identitas.periode.is_missing() && config.periode.is_none(),
        ),
        ("Tahap", identitas.tahap.is_missing()),
        ("Dasar Hukum", identitas.dasar_hukum.is_empty()),
    ];
    for (label, missing) in required {
        if missing {
            let blank = identitas.kosong.get(label);
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
    if let (Some(own), Some(city)) = (identitas.periode.located(), config.periode) {
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
