//! A table that no page holds at a readable size, in two parts below each other: the columns
//! of its last groups stand below those of its first, each part with its own heading, and
//! both with the names of the rows. So no figure is cut and none is rounded.
//!
//! The parts are one table of narrower columns, of which each cell covers those between its
//! edges: captions and the account of cells know one table. It stands on one page: typst
//! sets the heading of a further part over that of the first where a page ends between them.

use super::cells::{Baris, Garis, Jenis, Kepala, Sel, columns};
use super::column::Physical;
use super::points::Points;
use super::record::computed;
use super::{Isi, Nomor};
use crate::model::Entry;
use crate::regulation::Rata;

/// Height of a caption of three lines, in hundredths of a point.
const CAPTION: u32 = 6_500;

/// The columns of a table in two parts, those that name its rows in both.
pub(super) struct Cut<'k> {
    pub(super) above: Vec<Physical<'k>>,
    pub(super) below: Vec<Physical<'k>>,
    /// How many columns name the rows.
    lead: usize,
}

/// The ways to part a table between two groups of columns, that in the middle of them first;
/// none where not all columns but those of names have groups.
pub(super) fn cuts<'k>(physical: &[Physical<'k>]) -> Vec<Cut<'k>> {
    let grouped = |p: &Physical<'_>| p.kolom.judul.len() > 1;
    let lead = physical.iter().take_while(|p| !grouped(p)).count();
    let (names, rest) = physical.split_at(lead);
    if lead == 0 || !rest.iter().all(grouped) {
        return Vec::new();
    }
    let group = |p: &Physical<'k>| p.kolom.judul.first();
    let same = |a: &Physical<'k>, b: &Physical<'k>| group(a) == group(b);
    let groups: Vec<&[Physical<'k>]> = rest.chunk_by(same).collect();
    let cut = |at: usize| {
        let part = |groups: &[&[Physical<'k>]]| [names, &groups.concat()].concat();
        let (above, below) = groups.split_at(at);
        Cut {
            above: part(above),
            below: part(below),
            lead,
        }
    };
    let mut places: Vec<usize> = (1..groups.len()).rev().collect();
    places.sort_by_key(|at| at.abs_diff(groups.len() / 2));
    places.into_iter().map(cut).collect()
}

/// Where the columns of a part end, from the left edge of the table.
struct Edges(Vec<u32>);

impl Edges {
    fn of(width: impl IntoIterator<Item = u32>) -> Self {
        let mut sum = 0;
        let edges = width.into_iter().map(|own| {
            sum += own;
            sum
        });
        Self(edges.collect())
    }

    /// How many of all the columns lie below some of this part, from one on.
    fn covers(&self, all: &[u32], from: usize, count: usize) -> usize {
        let begin = from.checked_sub(1).map_or(0, |left| self.0[left]);
        let end = self.0[from + count - 1];
        let inside = |edge: &&u32| begin < **edge && **edge <= end;
        all.iter().filter(inside).count()
    }
}

/// One table out of the two parts; `None` where a cell of it covers several rows or columns,
/// or where no page, so many hundredths of a point high, holds it.
pub(super) fn stack<'a>(
    cut: &Cut<'_>,
    above: Isi<'a>,
    below: Isi<'a>,
    page: u32,
) -> Option<Isi<'a>> {
    let lead = cut.lead;
    let room = height(&above, &below);
    if room > page {
        return None;
    }
    let is_simple = |row: &Baris<'_>| {
        row.jenis == Jenis::Pita || row.sel.iter().all(|sel| sel.kolom == 1 && sel.baris == 1)
    };
    if !above.baris.iter().chain(&below.baris).all(is_simple) {
        return None;
    }
    let upper = Edges::of(above.lebar.iter().map(|own| own.0));
    let lower = Edges::of(widths(lead, &above, &below)?);
    let mut all: Vec<u32> = upper.0.iter().chain(&lower.0).copied().collect();
    all.sort_unstable();
    all.dedup();

    let last = above.lebar.len();
    let numbers = |edges: &Edges, first: usize| -> Vec<Nomor> {
        let nomor = |at: usize| if at < lead { at + 1 } else { at - lead + first };
        let all = (0..edges.0.len()).map(|at| Nomor {
            nomor: nomor(at),
            kolom: edges.covers(&all, at, 1),
        });
        all.collect()
    };
    let mut inner = inner_heading(&below.kepala, &lower, &all);
    if above.bernomor {
        inner.push(number_row(numbers(&lower, last + 1)));
    }
    let blank = Sel::band(Entry::Missing, all.len());
    inner.insert(0, plain(Jenis::SelaBagian, vec![blank]));

    let mut baris = Vec::new();
    let mut tinggi = above.tinggi.clone();
    let mut second = Vec::new();
    let mut second_heights = Vec::new();
    let [own, other] = [above.ukuran.0, below.ukuran.0].map(i64::from);
    let scale = |shift: i32| {
        let shift = i64::from(shift) * own / other.max(1);
        i32::try_from(shift).unwrap_or(0)
    };
    let rows = above.baris.into_iter().zip(below.baris).zip(&above.tinggi);
    for ((mut row, other), height) in rows {
        if row.jenis == Jenis::Pita {
            for sel in &mut row.sel {
                sel.kolom = all.len();
            }
            baris.push(row);
            continue;
        }
        let names = row.sel.iter().take(lead).cloned();
        let figures = other.sel.into_iter().skip(lead).map(|sel| Sel {
            geser: scale(sel.geser),
            ..sel
        });
        let sel: Vec<Sel<'a>> = names.chain(figures).collect();
        second.push(Baris {
            sel: placed(sel, &lower, &all, &below.rata),
            ..plain(other.jenis, Vec::new())
        });
        second.last_mut()?.induk.clone_from(&row.induk);
        second_heights.push(*height);
        row.sel = placed(row.sel, &upper, &all, &above.rata);
        baris.push(row);
    }
    tinggi.extend(inner.iter().map(|_| None));
    tinggi.extend(second_heights);
    baris.extend(inner);
    baris.extend(second);

    Some(Isi {
        kepala: heading(&above.kepala, &upper, &all),
        garis: rules(&[(&upper, &above.garis), (&lower, &below.garis)], &all),
        rata: vec![Rata::Kiri; all.len()],
        nomor: if above.bernomor {
            numbers(&upper, lead + 1)
        } else {
            Vec::new()
        },
        baris_induk: above.baris_induk.max(1),
        ruang: Points(room),
        lebar: Edges(all).widths(),
        baris,
        tinggi,
        ..above
    })
}

/// About how high both are with their caption; what it is too low would part them.
fn height(above: &Isi<'_>, below: &Isi<'_>) -> u32 {
    let (heading, rows) = above.kira;
    // Numbers and blanks above headings are not counted, and the second heading may be larger.
    let both = heading + below.kira.0 + 2 * rows + 8 * above.ukuran.0;
    CAPTION + both + both / 20
}

impl Edges {
    fn widths(&self) -> Vec<Points> {
        let before = std::iter::once(0).chain(self.0.iter().copied());
        let pairs = before.zip(&self.0);
        pairs.map(|(from, to)| Points(to - from)).collect()
    }
}

/// Widths of the columns of the second part: its names as wide as in the first, its figures
/// as wide as they need at that size, and alike what is left.
fn widths(lead: usize, above: &Isi<'_>, below: &Isi<'_>) -> Option<Vec<u32>> {
    let size = |own: &Isi<'_>| u64::from(own.ukuran.0.max(1));
    let scaled = |own: &Points| {
        let width = (u64::from(own.0) * size(above)).div_ceil(size(below));
        u32::try_from(width).unwrap_or(u32::MAX)
    };
    let sum = |list: &[Points]| list.iter().map(|own| own.0).sum::<u32>();
    let (names, room) = above.lebar.split_at(lead);
    let figures: Vec<u32> = below.lebar.get(lead..)?.iter().map(scaled).collect();
    let left = sum(room).checked_sub(figures.iter().sum())?;
    let share = left / u32::try_from(figures.len()).ok()?.max(1);
    let names = names.iter().map(|own| own.0);
    let mut widths: Vec<u32> = names.chain(figures.iter().map(|own| own + share)).collect();
    // Both parts end at one edge.
    let short = sum(&above.lebar).checked_sub(widths.iter().sum())?;
    *widths.last_mut()? += short;
    Some(widths)
}

/// A row's cells over the narrower columns.
fn placed<'a>(sel: Vec<Sel<'a>>, edges: &Edges, all: &[u32], rata: &[Rata]) -> Vec<Sel<'a>> {
    let cells = sel.into_iter().enumerate().map(|(at, sel)| Sel {
        kolom: edges.covers(all, at, 1),
        rata: sel.rata.or_else(|| rata.get(at).copied()),
        ..sel
    });
    cells.collect()
}

fn plain(jenis: Jenis, sel: Vec<Sel<'_>>) -> Baris<'_> {
    Baris {
        jenis,
        induk: Vec::new(),
        sel,
    }
}

fn heading(kepala: &[Vec<Kepala>], edges: &Edges, all: &[u32]) -> Vec<Vec<Kepala>> {
    let inner = inner_heading(kepala, edges, all).into_iter();
    let rows = inner.zip(kepala).map(|(row, typed)| {
        let cells = row.sel.iter().zip(typed).map(|(sel, own)| Kepala {
            teks: own.teks.clone(),
            kolom: sel.kolom,
            baris: own.baris,
        });
        cells.collect()
    });
    rows.collect()
}

/// A heading as rows within the table.
fn inner_heading(kepala: &[Vec<Kepala>], edges: &Edges, all: &[u32]) -> Vec<Baris<'static>> {
    let cell = |own: &Kepala| Sel {
        kolom: own.kolom,
        baris: own.baris,
        ..Sel::new(computed(own.teks.clone()))
    };
    let rows = kepala.iter().map(|row| {
        let sel = row.iter().map(cell).collect();
        plain(Jenis::KepalaBagian, sel)
    });
    let mut rows: Vec<Baris<'static>> = rows.collect();
    let places = columns(&rows, edges.0.len());
    for (row, places) in rows.iter_mut().zip(places) {
        for (sel, at) in row.sel.iter_mut().zip(places) {
            sel.kolom = edges.covers(all, at, sel.kolom);
        }
    }
    rows
}

fn number_row(numbers: Vec<Nomor>) -> Baris<'static> {
    let cells = numbers.into_iter().map(|own| Sel {
        kolom: own.kolom,
        ..Sel::new(computed(own.nomor.to_string()))
    });
    plain(Jenis::NomorBagian, cells.collect())
}

/// The rule left of each narrower column, after the first part that has an edge there.
fn rules(parts: &[(&Edges, &Vec<Garis>)], all: &[u32]) -> Vec<Garis> {
    let inner = all.iter().take(all.len().saturating_sub(1)).map(|edge| {
        let found = parts.iter().find_map(|(edges, garis)| {
            let at = edges.0.iter().position(|own| own == edge)?;
            garis.get(at + 1).copied()
        });
        found.unwrap_or(Garis::Tanpa)
    });
    std::iter::once(Garis::Tanpa).chain(inner).collect()
}
