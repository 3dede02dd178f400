//! What a post below the head promises: the outcomes and outputs of what it answers for,
//! and their money (PermenPAN-RB 53/2014, anak lampiran I/4-6).
//!
//! Units that share a programme each promise their own kegiatan.

use super::lampiran;
use super::tabel::{Gaya, Row, Sel, Tabel};
use crate::model::{Entry, Jabatan, PaguRow, Program, Renstra, Rupiah, Tahun, text};

/// Something that a post answers for, with the rows whose money it promises.
struct Own<'a> {
    row: &'a PaguRow,
    money: Vec<&'a PaguRow>,
}

/// Whether a post of Struktur answers for a programme, kegiatan or sub kegiatan.
pub fn answers(renstra: &Renstra, post: &Jabatan) -> bool {
    !own(renstra, post).is_empty()
}

/// The two tables of the annex.
pub(super) fn tables(renstra: &Renstra, post: &Jabatan, tahun: Tahun) -> Vec<Tabel> {
    let own = own(renstra, post);
    vec![targets(&own, tahun), money(&own, tahun)]
}

/// Whether a cell names the post's unit, perhaps next to others.
fn names(post: &Jabatan, unit: &Entry<String>) -> bool {
    unit.value().is_some_and(|unit| {
        post.heads(unit)
            || unit
                .split([';', '\n', '/'])
                .any(|part| post.heads(part.trim()))
    })
}

/// What the post answers for, but for what stands below something else of it.
fn own<'a>(renstra: &'a Renstra, post: &Jabatan) -> Vec<Own<'a>> {
    let mut list = Vec::new();
    for program in &renstra.pendanaan.program {
        if names(post, &program.baris.unit) {
            list.push(Own {
                row: &program.baris,
                money: below(renstra, post, program),
            });
            continue;
        }
        for kegiatan in &program.kegiatan {
            if names(post, &kegiatan.baris.unit) {
                list.push(alone(&kegiatan.baris));
                continue;
            }
            let sub = kegiatan.sub_kegiatan.iter().map(|sub| &sub.baris);
            list.extend(sub.filter(|sub| names(post, &sub.unit)).map(alone));
        }
    }
    list
}

fn alone(row: &PaguRow) -> Own<'_> {
    Own {
        row,
        money: vec![row],
    }
}

/// The kegiatan of a post's programme, but for those that another unit promises; the
/// programme itself where it has none.
fn below<'a>(renstra: &Renstra, post: &Jabatan, program: &'a Program) -> Vec<&'a PaguRow> {
    let others = |unit: &Entry<String>| {
        let mut posts = renstra.struktur.iter();
        let head = posts.find(|other| names(other, unit));
        head.is_some_and(|head| !names(post, unit) && !is_below(renstra, head, post))
    };
    let kegiatan = program.kegiatan.iter().map(|kegiatan| &kegiatan.baris);
    let kept: Vec<&PaguRow> = kegiatan.filter(|row| !others(&row.unit)).collect();
    if kept.is_empty() {
        return vec![&program.baris];
    }
    kept
}

/// Whether one post stands below another, however far.
fn is_below(renstra: &Renstra, post: &Jabatan, above: &Jabatan) -> bool {
    let mut at = post;
    // Struktur may hold a circle.
    for _ in 0..renstra.struktur.len() {
        let Some(atasan) = &at.atasan else {
            return false;
        };
        if text::same(&atasan.value, &above.jabatan.value) {
            return true;
        }
        let mut posts = renstra.struktur.iter();
        let Some(next) = posts.find(|next| text::same(&next.jabatan.value, &atasan.value)) else {
            return false;
        };
        at = next;
    }
    false
}

fn targets(list: &[Own<'_>], tahun: Tahun) -> Tabel {
    let mut baris = Vec::new();
    let mut number = 0;
    for own in list {
        let name = own.row.uraian.value();
        let mut above: Option<&String> = None;
        for at in 0..own.row.indikator.len().max(1) {
            let indikator = own.row.indikator.get(at);
            let sasaran = indikator.and_then(|i| i.hasil.value()).or(name);
            let new = at == 0 || sasaran != above;
            number += i32::from(new);
            above = sasaran;
            let target = indikator.and_then(|i| i.target.get(&tahun)?.value());
            baris.push(Row {
                gaya: Gaya::Biasa,
                sel: vec![
                    Sel::teks(new.then(|| format!("{number}."))),
                    Sel::teks(sasaran.filter(|_| new)),
                    Sel::teks(indikator.map(|i| &i.uraian.value)),
                    Sel::teks(indikator.and_then(|i| i.satuan.value())),
                    Sel::teks(target.map(ToString::to_string)),
                ],
            });
        }
    }
    lampiran::targets("Sasaran Program/Kegiatan", baris)
}

fn money(own: &[Own<'_>], tahun: Tahun) -> Tabel {
    let rows: Vec<&PaguRow> = own
        .iter()
        .flat_map(|own| own.money.iter().copied())
        .collect();
    let amount = |row: &PaguRow| {
        row.pagu()
            .get(&tahun)
            .and_then(|entry| entry.value().copied())
    };
    let mut baris: Vec<Row> = (1..)
        .zip(&rows)
        .map(|(number, row)| {
            let name = row.uraian.value().map_or("", String::as_str);
            let kode = row.kode_typed.then(|| row.kode.value.to_string());
            let name = format!("{} {name}", kode.unwrap_or_default());
            Row {
                gaya: Gaya::Biasa,
                sel: vec![
                    Sel::Teks(format!("{number}.")),
                    Sel::teks(Some(name.trim())),
                    Sel::uang(amount(row)),
                    Sel::Kosong,
                ],
            }
        })
        .collect();
    let mut known = rows.iter().filter_map(|row| amount(row));
    let first = known.next();
    let sum: Option<Rupiah> = first.and_then(|first| known.try_fold(first, Rupiah::checked_add));
    baris.push(lampiran::total(sum));
    lampiran::amounts("Kegiatan/Sub Kegiatan", baris)
}
