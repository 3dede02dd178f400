#![doc = include_str!("r079_arah_kebijakan_missing.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{BarisMatriks, Entry, Located, NamaOpd, Rpjmd, SasaranRpjmd, Worksheet, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R079"),
    severity: Severity::Warning,
    text: include_str!("r079_arah_kebijakan_missing.md"),
    check,
};

const OWN: &str = "arah_kebijakan";
const THEIRS: &str = "arah_kebijakan_rpjmd";

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let table = subject.renstra.matriks.get(&Worksheet::ArahKebijakan);
    let Some(table) = table.filter(|table| !table.is_empty()) else {
        return;
    };
    unanswered(table, out);
    unfounded(table, out);
    unstaged(subject, table, out);
    not_taken_up(subject, table, out);
}

/// A statement that owes an arah kebijakan, until the next one of its column.
struct Open<'a> {
    what: &'static str,
    cell: &'a Located<String>,
    answered: bool,
}

/// NSPK and arah kebijakan RPJMD below which no arah kebijakan stands. Each holds
/// until the next one, however its cells are merged, blank or repeated.
fn unanswered(table: &[BarisMatriks], out: &mut Diagnostics) {
    let (mut nspk, mut rpjmd): (Option<Open<'_>>, Option<Open<'_>>) = (None, None);
    for row in table {
        if let Some(cell) = begins(row, "nspk", nspk.as_ref()) {
            close(rpjmd.take(), out);
            close(nspk.replace(open("NSPK", cell)), out);
        }
        if let Some(cell) = begins(row, THEIRS, rpjmd.as_ref()) {
            close(rpjmd.replace(open("arah kebijakan RPJMD", cell)), out);
            // What it owes, its arah kebijakan RPJMD owes from here.
            answer(nspk.as_mut());
        }
        if !is_blank(row, OWN) {
            answer(nspk.as_mut());
            answer(rpjmd.as_mut());
        }
    }
    close(rpjmd, out);
    close(nspk, out);
}

fn open<'a>(what: &'static str, cell: &'a Located<String>) -> Open<'a> {
    Open {
        what,
        cell,
        answered: false,
    }
}

fn answer(open: Option<&mut Open<'_>>) {
    if let Some(open) = open {
        open.answered = true;
    }
}

/// The statement of the column, where it is another than the one above.
fn begins<'a>(
    row: &'a BarisMatriks,
    key: &str,
    above: Option<&Open<'_>>,
) -> Option<&'a Located<String>> {
    let cell = row.sel.get(key).and_then(Entry::located)?;
    let same = above.is_some_and(|above| cell.continues(above.cell));
    (!same).then_some(cell)
}

fn is_blank(row: &BarisMatriks, key: &str) -> bool {
    row.sel.get(key).is_none_or(Entry::is_missing) && !row.lanjutan.contains(key)
}

fn close(open: Option<Open<'_>>, out: &mut Diagnostics) {
    let Some(open) = open.filter(|open| !open.answered) else {
        return;
    };
    out.emit(
        RULE.finding(
            open.cell.origin.clone(),
            format!("{} ini belum mempunyai arah kebijakan Renstra", open.what),
        )
        .path(plan::one_line(&open.cell.value))
        .hint("isi kolom Arah Kebijakan Renstra PD pada baris ini"),
    );
}

/// Arah kebijakan above which neither NSPK nor arah kebijakan RPJMD stands, in a
/// table that has them further down.
fn unfounded(table: &[BarisMatriks], out: &mut Diagnostics) {
    let begins = |row: &BarisMatriks| !is_blank(row, "nspk") || !is_blank(row, THEIRS);
    let Some(first) = table.iter().position(begins) else {
        return;
    };
    let own: Vec<&Located<String>> = table[..first]
        .iter()
        .filter_map(|row| row.sel.get(OWN).and_then(Entry::located))
        .collect();
    let Some(cell) = own.first() else { return };
    out.emit(
        RULE.finding(
            cell.origin.clone(),
            "arah kebijakan ini belum dikaitkan dengan NSPK atau arah kebijakan RPJMD",
        )
        .path(plan::one_line(&cell.value))
        .figure(
            "arah kebijakan",
            plan::one_line(&cell.value),
            own.iter().map(|cell| cell.origin.clone()),
        )
        .hint("isi kolom Operasionalisasi NSPK atau Arah Kebijakan RPJMD pada baris ini"),
    );
}

/// Arah kebijakan that the table of penahapan names and gives to no year.
fn unstaged(subject: &Subject<'_>, table: &[BarisMatriks], out: &mut Diagnostics) {
    let stage = subject.renstra.matriks.get(&Worksheet::Penahapan);
    for row in stage.into_iter().flatten() {
        let Some(uraian) = row.sel.get("uraian").and_then(Entry::located) else {
            continue;
        };
        // A row of another wording may be a heading over others.
        let known = table
            .iter()
            .filter_map(|row| row.sel.get(OWN)?.value())
            .any(|own| text::same(own, &uraian.value));
        if known && row.per_tahun.values().all(Entry::is_missing) {
            out.emit(
                RULE.finding(
                    uraian.origin.clone(),
                    "arah kebijakan ini belum ditempatkan pada tahun mana pun",
                )
                .path(plan::one_line(&uraian.value))
                .hint("beri tanda atau uraian pada tahun pelaksanaannya di lembar Penahapan"),
            );
        }
    }
}

/// Arah kebijakan RPJMD of sasaran that are this agency's alone and that no row
/// takes up.
fn not_taken_up(subject: &Subject<'_>, table: &[BarisMatriks], out: &mut Diagnostics) {
    let Some(rpjmd) = subject.rpjmd else { return };
    let opd = rpjmd::opd(subject);
    let taken: Vec<String> = table
        .iter()
        .filter_map(|row| row.sel.get(THEIRS)?.value())
        .map(|cell| text::plain(cell))
        .collect();
    let sasaran = rpjmd
        .sasaran()
        .filter(|sasaran| is_alone(rpjmd, sasaran, &opd));
    for arah in sasaran
        .flat_map(|sasaran| &sasaran.strategi)
        .flat_map(|strategi| &strategi.arah_kebijakan)
    {
        let form = text::same_form(&arah.uraian.value);
        if taken.iter().any(|cell| cell.contains(&form)) {
            continue;
        }
        out.emit(
            RULE.finding(plan::sheet_origin(subject, Worksheet::ArahKebijakan),
                "arah kebijakan RPJMD yang menjadi tanggung jawab Perangkat Daerah ini belum dijabarkan",
            )
            .path(plan::one_line(&arah.uraian.value))
            .quote("RPJMD", &arah.uraian)
            .hint("tambahkan baris dengan arah kebijakan RPJMD ini dan arah kebijakan Renstra yang menjawabnya"),
        );
    }
}

/// Whether the RPJMD gives a sasaran to this agency and to no other: of a shared
/// one it does not say whose each arah kebijakan is.
fn is_alone(rpjmd: &Rpjmd, sasaran: &SasaranRpjmd, opd: &NamaOpd) -> bool {
    let program = rpjmd.program.iter().filter(|program| {
        let named = program.sasaran.as_ref();
        named.is_some_and(|named| text::same(&named.value, &sasaran.uraian.value))
    });
    let mut cell = sasaran
        .indikator
        .iter()
        .map(|indikator| &indikator.opd)
        .chain(program.map(|program| &program.opd))
        .filter(|cell| !cell.is_missing())
        .peekable();
    let alone = |cell: &Entry<String>| {
        let one = cell
            .value()
            .is_some_and(|text| !text.trim().contains(['\n', ';']));
        one && opd.is_in(cell)
    };
    cell.peek().is_some() && cell.all(alone)
}
