//! The one thread that asks the worker: one document at a time, so that memory
//! stays that of one.

use std::sync::Arc;

use super::download::Download;
use super::message::{Ask, DownloadFile, Known, Read, Slow};
use super::neighbours;
use super::queue::Job;
use super::state::AppState;
use crate::diagnostic::{Diagnostics, Fact, Origin};
use crate::worker::{Lost, of_lost};

pub(super) fn work(state: &AppState) {
    while let Some(job) = state.queue.next() {
        match job {
            Job::Refresh(name) => {
                refresh(state, &name);
                state.queue.later(Job::City);
            }
            Job::New { known, reply } => {
                let _ = reply.send(make(state, Download::Blank, None, Some(known)));
            }
            Job::City => neighbours::compare(state),
            Job::Make {
                name,
                product,
                reply,
            } => {
                let known = name.as_ref().and_then(|name| state.get(name)?.read);
                let known = known.map(|read| read.known.clone());
                // Whoever asked may have gone.
                let _ = reply.send(make(state, product, name, known));
            }
        }
    }
}

fn make(
    state: &AppState,
    product: Download,
    name: Option<String>,
    known: Option<Known>,
) -> Result<DownloadFile, String> {
    state.inputs.library()?;
    let ask = Ask::Slow(Slow::Make {
        product,
        path: name.as_ref().map(|name| state.city.path(name).into()),
        name,
        known,
    });
    let made: Result<Result<DownloadFile, String>, Lost> = state.worker.ask(&ask);
    made.unwrap_or_else(|lost| Err(format!("berkas tidak dapat dibuat: {lost}")))
}

fn refresh(state: &AppState, name: &str) {
    let Some(before) = state.get(name) else {
        return;
    };
    if let Err(why) = state.inputs.library() {
        return fail(state, name, why);
    }
    let wanted = before.seen > 0;
    let ask = Ask::Slow(Slow::Refresh {
        name: name.to_owned(),
        path: state.city.path(name).into(),
        wanted,
    });
    let read: Result<Result<Read, String>, Lost> = state.worker.ask(&ask);
    let mut read = match read {
        Ok(Ok(read)) => read,
        Ok(Err(why)) => return fail(state, name, why),
        Err(lost) => {
            let finding = of_lost(&Origin::file(name), &lost);
            let why = finding.message.clone();
            let mut refused = Diagnostics::new();
            refused.emit(finding);
            state.update(name, |opd| opd.refused = refused);
            return fail(state, name, why);
        }
    };
    let mut facts = read.findings.iter().flat_map(|finding| &finding.facts);
    if !read.readable && facts.any(|fact| *fact == Fact::OwnFile) {
        // What the program wrote is no agency, wherever it lies.
        return state.remove(name);
    }
    if !read.readable {
        let mut found = read.findings.iter();
        let why = found.find(|finding| *finding.origin.file == *name);
        let why = why.map_or("isinya bukan buku kerja", |finding| &finding.message);
        let why = format!("buku kerja tidak dapat dibaca: {why}");
        state.update(name, |opd| opd.refused = read.findings);
        return fail(state, name, why);
    }
    let view = read.view.take();
    let changed = std::mem::take(&mut read.changed);
    state.update(name, |opd| {
        opd.read = Some(Arc::new(read));
        opd.refused = Diagnostics::new();
        opd.trouble = None;
        opd.asked &= !wanted;
        opd.busy = opd.asked;
        if !changed.is_empty() {
            opd.changed = changed;
        }
        match view {
            Some(Ok(view)) => opd.view = Some(Arc::new(view)),
            Some(Err(why)) => opd.trouble = Some(why),
            // Pages that nobody looks at would be those of an older save.
            None => opd.view = None,
        }
    });
}

/// Says why there is nothing newer; the last good pages stay.
fn fail(state: &AppState, name: &str, why: String) {
    state.update(name, |opd| {
        opd.trouble = Some(why);
        opd.asked = false;
        opd.busy = false;
    });
}
