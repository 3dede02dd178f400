//! The comparison as lines for people: what is different, and the totals.

use super::change::{Change, Fate};
use super::line::{Line, MeasureLine, Money};
use super::passage::PieceFate;
use super::report::{Comparison, Side};
use crate::model::{Rupiah, text};

/// Lines of a table that are shown; of more only their number is said.
const SHOWN: usize = 5;

/// The lines; `whole` also names the rows that are the same.
pub fn lines(comparison: &Comparison, whole: bool) -> Vec<String> {
    let mut list = vec![side(&comparison.semula), side(&comparison.menjadi)];
    let notes = comparison.catatan.iter();
    list.extend(notes.map(|note| format!("perhatian: {note}")));
    if comparison.perubahan > 0 {
        list.push(String::new());
    }
    for change in &comparison.identitas {
        list.push(format!("~ Identitas: {}", change.teks));
    }
    for line in &comparison.baris {
        row(line, whole, &mut list);
    }
    for passage in &comparison.narasi {
        list.push(format!(
            "{} narasi {}: {} ({} alinea)",
            mark(passage.keterangan),
            passage.judul,
            passage.keterangan.word(),
            passage.alinea.len()
        ));
        for pieces in passage.alinea.iter().take(SHOWN) {
            let piece = pieces.iter().map(|piece| match piece.jenis {
                PieceFate::Tetap => piece.teks.clone(),
                PieceFate::Hapus => format!("[-{}-]", piece.teks),
                PieceFate::Tambah => format!("{{+{}+}}", piece.teks),
            });
            list.push(format!(
                "    {}",
                text::one_line(&piece.collect::<String>())
            ));
        }
        more(passage.alinea.len(), "alinea", &mut list);
    }
    for table in &comparison.tabel {
        list.push(format!(
            "~ tabel {}: {} baris semula, {} baris menjadi berbeda",
            table.tabel,
            table.semula.len(),
            table.menjadi.len()
        ));
        let gone = table
            .semula
            .iter()
            .map(|row| format!("    - {}", row.join("; ")));
        let new = table
            .menjadi
            .iter()
            .map(|row| format!("    + {}", row.join("; ")));
        list.extend(gone.take(SHOWN).chain(new.take(SHOWN)));
        let most = table.semula.len().max(table.menjadi.len());
        more(most, "baris", &mut list);
    }
    list.push(String::new());
    totals(comparison, &mut list);
    list.push(summary(comparison));
    list
}

fn more(count: usize, what: &str, list: &mut Vec<String>) {
    if count > SHOWN {
        list.push(format!("    … {} {what} lagi", count - SHOWN));
    }
}

fn side(side: &Side) -> String {
    let known = [
        side.opd.as_ref().or(side.daerah.as_ref()),
        side.periode.as_ref(),
        side.tahap.as_ref(),
        side.peraturan.as_ref(),
    ];
    let known: Vec<&str> = known.into_iter().flatten().map(String::as_str).collect();
    let known = if known.is_empty() {
        String::new()
    } else {
        format!(" ({})", known.join("; "))
    };
    format!("{:<8}: {}{known}", side.sebutan, side.berkas)
}

fn mark(fate: Fate) -> char {
    match fate {
        Fate::Tetap => ' ',
        Fate::Baru => '+',
        Fate::Dihapus => '-',
        Fate::Berubah | Fate::BerpindahUnit => '~',
    }
}

fn row(line: &Line, whole: bool, list: &mut Vec<String>) {
    if line.is_same() && !whole {
        return;
    }
    let kode = line
        .kode
        .as_ref()
        .map_or(String::new(), |kode| format!(" {kode}"));
    let unit = line
        .unit
        .as_ref()
        .map_or(String::new(), |unit| format!(" ({unit})"));
    list.push(format!(
        "{} {}{kode} {}{unit}: {}",
        mark(line.keterangan),
        line.tingkat.word(),
        text::short(&line.uraian),
        line.keterangan.word()
    ));
    let place = match line.keterangan {
        Fate::Dihapus => &line.sel_semula,
        _ => &line.sel_menjadi,
    };
    if let Some(place) = place.as_ref().filter(|_| !line.is_same()) {
        list.push(format!("    di {place}"));
    }
    list.extend(line.perubahan.iter().map(said));
    if matches!(line.keterangan, Fate::Baru | Fate::Dihapus) {
        list.extend(line.pagu.as_ref().map(amounts));
        return;
    }
    for indikator in line
        .indikator
        .iter()
        .filter(|line| line.keterangan != Fate::Tetap)
    {
        measure(indikator, list);
    }
}

fn measure(line: &MeasureLine, list: &mut Vec<String>) {
    let name = text::short(&line.uraian);
    match line.keterangan {
        Fate::Baru | Fate::Dihapus => {
            let word = line.keterangan.word();
            list.push(format!("    indikator {word}: {name}"));
        }
        _ => {
            list.push(format!("    indikator {name}"));
            let change = line.perubahan.iter().map(said);
            list.extend(change.map(|line| format!("  {line}")));
        }
    }
}

fn said(change: &Change) -> String {
    format!("    {}", text::one_line(&change.teks))
}

/// The money of a row that only one document has.
fn amounts(money: &Money) -> String {
    let sides = [&money.semula, &money.menjadi].into_iter();
    let own = sides.max_by_key(|side| side.iter().flatten().count());
    let print = |amount: &Option<Rupiah>| amount.map_or("-".to_owned(), |sum| sum.to_string());
    let list: Vec<String> = own.into_iter().flatten().map(print).collect();
    format!("    pagu {}", list.join("; "))
}

/// The sums of all programs, a line a year.
fn totals(comparison: &Comparison, list: &mut Vec<String>) {
    let Some(all) = comparison.rekap.last() else {
        return;
    };
    let years = comparison
        .tahun
        .iter()
        .map(String::as_str)
        .chain(["jumlah"]);
    for (at, tahun) in years.enumerate() {
        let of = |side: &[Option<Rupiah>]| side.get(at).copied().flatten();
        let print = |amount: Option<Rupiah>| amount.map_or("-".to_owned(), |sum| sum.to_string());
        let differs = of(&all.pagu.selisih);
        let differs = differs.map_or(String::new(), |sum| format!(", {}", signed(sum)));
        list.push(format!(
            "pagu program {tahun}: {} {}, {} {}{differs}",
            comparison.semula.sebutan,
            print(of(&all.pagu.semula)),
            comparison.menjadi.sebutan,
            print(of(&all.pagu.menjadi)),
        ));
    }
}

/// `bertambah 1.000` or `berkurang 1.000`.
fn signed(amount: Rupiah) -> String {
    if amount < Rupiah::ZERO {
        format!("berkurang {}", -amount)
    } else {
        format!("bertambah {amount}")
    }
}

fn summary(comparison: &Comparison) -> String {
    if comparison.perubahan == 0 {
        return "tidak ada perbedaan".to_owned();
    }
    let count = &comparison.jumlah;
    format!(
        "jumlah: {} perbedaan; {} baris tetap, {} berubah, {} baru, {} dihapus, {} berpindah unit; {} narasi, {} tabel lain",
        comparison.perubahan,
        count.tetap,
        count.berubah,
        count.baru,
        count.dihapus,
        count.berpindah_unit,
        comparison.narasi.len(),
        comparison.tabel.len()
    )
}
