//! Who signs.

use serde::Serialize;

use crate::model::{Identitas, Jabatan, Nip, Renstra, text};

/// A person in a post; what the workbook does not hold is left open.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Pejabat {
    /// The post.
    pub jabatan: String,
    /// Name with degrees.
    pub nama: Option<String>,
    /// Rank.
    pub pangkat: Option<String>,
    /// Number.
    pub nip: Option<String>,
}

/// The head of the agency, as Identitas names that person.
pub(super) fn kepala(identitas: &Identitas) -> Pejabat {
    let jabatan = identitas.kepala.jabatan.value().cloned();
    Pejabat {
        jabatan: jabatan.unwrap_or_else(|| "Kepala Perangkat Daerah".to_owned()),
        nama: identitas.kepala.nama.value().cloned(),
        pangkat: identitas.kepala.pangkat.value().cloned(),
        nip: identitas.kepala.nip.value().map(ToString::to_string),
    }
}

/// Who holds a post of Struktur. The head is named in Identitas.
pub(super) fn holder(renstra: &Renstra, post: &Jabatan) -> Pejabat {
    if post.atasan.is_none() {
        return kepala(&renstra.identitas);
    }
    Pejabat {
        jabatan: post.jabatan.value.clone(),
        nama: post.nama_pejabat.value().cloned(),
        pangkat: post.pangkat.value().cloned(),
        // As that of the head; one that is no NIP stands as typed, with its warning.
        nip: post.nip.value().map(|typed| {
            let nip = typed.parse::<Nip>().map(|nip| nip.to_string());
            nip.unwrap_or_else(|_| typed.clone())
        }),
    }
}

/// Who stands above a post: another post of Struktur, the head of the region above the
/// head of the agency.
pub(super) fn superior(renstra: &Renstra, post: &Jabatan, daerah: Option<&str>) -> Pejabat {
    let Some(named) = &post.atasan else {
        return leader(daerah);
    };
    let mut posts = renstra.struktur.iter();
    let above = posts.find(|above| text::same(&above.jabatan.value, &named.value));
    above.map_or_else(
        || Pejabat {
            jabatan: named.value.clone(),
            ..Pejabat::default()
        },
        |above| holder(renstra, above),
    )
}

/// The head of a region by the region's name; the workbook does not name the person.
pub(super) fn leader(daerah: Option<&str>) -> Pejabat {
    let jabatan = match daerah.map(|daerah| (daerah, daerah.split_once(' '))) {
        None => "Kepala Daerah".to_owned(),
        Some((_, Some(("Kota", nama)))) => format!("Wali Kota {nama}"),
        Some((_, Some(("Kabupaten", nama)))) => format!("Bupati {nama}"),
        Some((_, Some(("Provinsi", nama)))) => format!("Gubernur {nama}"),
        Some((daerah, _)) => format!("Kepala Daerah {daerah}"),
    };
    Pejabat {
        jabatan,
        ..Pejabat::default()
    }
}
