//! The run that prints every agency of the city, as `batch` does, with its progress.

use std::path::PathBuf;
use std::sync::{Arc, MutexGuard, PoisonError};

use tokio::sync::oneshot;

use super::desk::{Desk, Told};
use super::download::Download;
use super::print_state::{Kind, Line, Printing};
use super::queue::Job;
use super::server;
use crate::batch::record::Status;
use crate::batch::{self, Event, Request, Shard, Summary};
use crate::diagnostic::Diagnostics;

/// Findings as lines, where nobody says how they are written.
pub(super) fn plain(list: &Diagnostics) -> String {
    let line = list.iter().map(|finding| {
        let (word, code) = (finding.severity.word(), finding.code);
        format!(
            "{word}[{code}]: {}\n  --> {}\n",
            finding.message, finding.origin
        )
    });
    line.collect()
}

fn state(desk: &Desk) -> MutexGuard<'_, Printing> {
    desk.printing.lock().unwrap_or_else(PoisonError::into_inner)
}

fn change(desk: &Desk, change: impl FnOnce(&mut Printing)) {
    change(&mut state(desk));
    desk.say(Told::Printing);
}

/// How the last run stands.
pub(super) fn now(desk: &Desk) -> Printing {
    state(desk).clone()
}

/// Starts a run; `Err` says why there is none.
pub(super) fn start(desk: &Arc<Desk>, kind: Kind) -> Result<(), String> {
    {
        let mut state = state(desk);
        if state.berjalan {
            return Err("pencetakan lain masih berjalan".to_owned());
        }
        *state = Printing {
            jenis: Some(kind),
            berjalan: true,
            ..Printing::default()
        };
    }
    desk.say(Told::Printing);
    let own = Arc::clone(desk);
    let started = server::spawn("cetak", move || {
        let done = if kind == Kind::Catatan {
            notes(&own)
        } else {
            print(&own, kind)
        };
        change(&own, |state| {
            state.berjalan = false;
            state.sedang.clear();
            match done {
                Ok(said) => state.pesan = Some(said),
                Err(why) => {
                    state.gagal = true;
                    state.pesan = Some(why);
                }
            }
        });
    });
    started.map(drop).map_err(|why| {
        state(desk).berjalan = false;
        why.to_string()
    })
}

fn print(desk: &Arc<Desk>, kind: Kind) -> Result<String, String> {
    let library = desk.inputs.library()?;
    let root = desk.city.root();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let request = Request {
        library: &library,
        folder: root.to_owned(),
        output: root.join(kind.folder()),
        jobs: cores,
        force: false,
        shard: Shard::WHOLE,
        recap_only: kind == Kind::Rekap,
        draft: kind == Kind::Rancangan,
        standards: None,
        options: desk.options.clone(),
        timestamp: None,
        describe: desk.press.describe,
        program: desk.press.program.clone(),
        limits: desk.press.limits,
    };
    let summary = batch::run(&request, &|event| follow(desk, &event));
    let summary = summary.map_err(|why| why.to_string())?;
    // For people: what other programs read lies next to it.
    let read = |path: &&PathBuf| path.extension().is_none_or(|ending| ending != "json");
    let recap = summary.recap.iter().filter(read);
    let recap = recap.filter_map(|path| path.file_name());
    let berkas = recap.map(|name| name.to_string_lossy().into_owned());
    let said = conclusion(&summary, kind);
    change(desk, |state| state.berkas = berkas.collect());
    Ok(said)
}

fn follow(desk: &Desk, event: &Event<'_>) {
    change(desk, |state| match event {
        Event::Begin { total, .. } => state.jumlah = *total,
        Event::Start { source } => state.sedang.push((*source).to_owned()),
        Event::End { record, .. } => {
            state.sedang.retain(|name| *name != record.source);
            state.selesai += 1;
            state.baris.push(Line {
                berkas: record.source.clone(),
                nama: record.name().to_owned(),
                keadaan: record.status.word(),
                buruk: record.status.is_bad(),
                galat: record.errors,
                hasil: record.pdf.as_ref().map(|pdf| pdf.name.clone()),
            });
        }
    });
}

fn conclusion(summary: &Summary, kind: Kind) -> String {
    let total = summary.records.len();
    let folder = kind.folder();
    let mut said = if kind == Kind::Rekap {
        format!("rekapitulasi {total} Perangkat Daerah ada di folder {folder}")
    } else if kind == Kind::Rancangan {
        let made = summary.records.iter().filter(|record| record.pdf.is_some());
        format!(
            "{} dari {total} rancangan ada di folder {folder}",
            made.count()
        )
    } else {
        let done = summary.count(Status::Delivered);
        format!("{done} dari {total} dokumen final ada di folder {folder}")
    };
    let bad = summary
        .records
        .iter()
        .filter(|record| record.status.is_bad());
    let bad = bad.count();
    if bad > 0 && kind != Kind::Rekap {
        said = format!("{said}; {bad} Perangkat Daerah masih harus diperbaiki");
    }
    for why in &summary.unwritten {
        said.push_str("; ");
        said.push_str(why);
    }
    said
}

/// The verifier's note of each agency that can be read.
fn notes(desk: &Arc<Desk>) -> Result<String, String> {
    let all = desk.all();
    let folder = desk.city.root().join(Kind::Catatan.folder());
    let unwritten =
        |why: &std::io::Error| format!("catatan tidak dapat ditulis: {}", super::cause(why));
    std::fs::create_dir_all(&folder).map_err(|why| unwritten(&why))?;
    change(desk, |state| state.jumlah = all.len());
    let mut made = 0;
    for (name, opd) in &all {
        change(desk, |state| state.sedang = vec![name.clone()]);
        let (reply, answer) = oneshot::channel();
        desk.queue.now(Job::Make {
            name: Some(name.clone()),
            product: Download::Note,
            reply,
        });
        let note = answer
            .blocking_recv()
            .map_err(|_| "program sedang ditutup".to_owned())?;
        let hasil = match note {
            Ok(note) => {
                std::fs::write(folder.join(&note.name), &note.bytes.0)
                    .map_err(|why| unwritten(&why))?;
                made += 1;
                Some(note.name)
            }
            Err(_) => None,
        };
        let known = opd.read.as_ref().and_then(|read| read.known.nama.clone());
        change(desk, |state| {
            state.selesai += 1;
            state.baris.push(Line {
                berkas: name.clone(),
                nama: known.unwrap_or_else(|| name.clone()),
                keadaan: if hasil.is_some() {
                    "selesai"
                } else {
                    "tidak terbaca"
                },
                buruk: hasil.is_none(),
                galat: 0,
                hasil,
            });
        });
    }
    let total = all.len();
    Ok(format!(
        "{made} dari {total} catatan verifikasi ada di folder catatan"
    ))
}
