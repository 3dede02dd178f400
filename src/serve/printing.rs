//! The run that prints every agency of the city, as `batch` does, with its progress.

use std::path::PathBuf;
use std::sync::{Arc, MutexGuard, PoisonError};

use tokio::sync::oneshot;

use super::download::Download;
use super::print_state::{Kind, Line, Printing};
use super::queue::Job;
use super::server;
use super::state::{AppState, Told};
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

fn printing(state: &AppState) -> MutexGuard<'_, Printing> {
    state
        .printing
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
}

fn change(state: &AppState, change: impl FnOnce(&mut Printing)) {
    change(&mut printing(state));
    state.say(Told::Printing);
}

/// How the last run stands.
pub(super) fn now(state: &AppState) -> Printing {
    printing(state).clone()
}

/// Starts a run; `Err` says why there is none.
pub(super) fn start(state: &Arc<AppState>, kind: Kind) -> Result<(), String> {
    {
        let mut state = printing(state);
        if state.berjalan {
            return Err("pencetakan lain masih berjalan".to_owned());
        }
        *state = Printing {
            jenis: Some(kind),
            berjalan: true,
            ..Printing::default()
        };
    }
    state.say(Told::Printing);
    let own = Arc::clone(state);
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
        printing(state).berjalan = false;
        why.to_string()
    })
}

fn print(state: &Arc<AppState>, kind: Kind) -> Result<String, String> {
    let library = state.inputs.library()?;
    let root = state.city.root();
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
        options: state.options.clone(),
        timestamp: None,
        describe: state.press.describe,
        program: state.press.program.clone(),
        limits: state.press.limits,
    };
    let summary = batch::run(&request, &|event| follow(state, &event));
    let summary = summary.map_err(|why| why.to_string())?;
    // For people: what other programs read lies next to it.
    let read = |path: &&PathBuf| path.extension().is_none_or(|ending| ending != "json");
    let recap = summary.recap.iter().filter(read);
    let recap = recap.filter_map(|path| path.file_name());
    let berkas = recap.map(|name| name.to_string_lossy().into_owned());
    let said = conclusion(&summary, kind);
    change(state, |state| state.berkas = berkas.collect());
    Ok(said)
}

fn follow(state: &AppState, event: &Event<'_>) {
    change(state, |state| match event {
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
fn notes(state: &Arc<AppState>) -> Result<String, String> {
    let all = state.all();
    let folder = state.city.root().join(Kind::Catatan.folder());
    let unwritten =
        |why: &std::io::Error| format!("catatan tidak dapat ditulis: {}", super::cause(why));
    std::fs::create_dir_all(&folder).map_err(|why| unwritten(&why))?;
    change(state, |state| state.jumlah = all.len());
    let mut made = 0;
    for (name, opd) in &all {
        change(state, |state| state.sedang = vec![name.clone()]);
        let (reply, answer) = oneshot::channel();
        state.queue.now(Job::Make {
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
        change(state, |state| {
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
