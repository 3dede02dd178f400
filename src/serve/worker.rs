//! The one thread that asks the worker: one document at a time, so that memory
//! stays that of one.

use std::sync::Arc;

use super::desk::Desk;
use super::download::Download;
use super::message::{Ask, DownloadFile, Known, Read, Slow};
use super::neighbours;
use super::queue::Job;
use crate::diagnostic::{Diagnostics, Fact, Origin};
use crate::worker::{Lost, of_lost};

pub(super) fn work(desk: &Desk) {
    while let Some(job) = desk.queue.next() {
        match job {
            Job::Refresh(name) => {
                refresh(desk, &name);
                desk.queue.later(Job::City);
            }
            Job::New { known, reply } => {
                let _ = reply.send(make(desk, Download::Blank, None, Some(known)));
            }
            Job::City => neighbours::compare(desk),
            Job::Make {
                name,
                product,
                reply,
            } => {
                let known = name.as_ref().and_then(|name| desk.get(name)?.read);
                let known = known.map(|read| read.known.clone());
                // Whoever asked may have gone.
                let _ = reply.send(make(desk, product, name, known));
            }
        }
    }
}

fn make(
    desk: &Desk,
    product: Download,
    name: Option<String>,
    known: Option<Known>,
) -> Result<DownloadFile, String> {
    desk.inputs.library()?;
    let ask = Ask::Slow(Slow::Make {
        product,
        path: name.as_ref().map(|name| desk.city.path(name).into()),
        name,
        known,
    });
    let made: Result<Result<DownloadFile, String>, Lost> = desk.worker.ask(&ask);
    made.unwrap_or_else(|lost| Err(format!("berkas tidak dapat dibuat: {lost}")))
}

fn refresh(desk: &Desk, name: &str) {
    let Some(before) = desk.get(name) else {
        return;
    };
    if let Err(why) = desk.inputs.library() {
        return fail(desk, name, why);
    }
    let wanted = before.seen > 0;
    let ask = Ask::Slow(Slow::Refresh {
        name: name.to_owned(),
        path: desk.city.path(name).into(),
        wanted,
    });
    let read: Result<Result<Read, String>, Lost> = desk.worker.ask(&ask);
    let mut read = match read {
        Ok(Ok(read)) => read,
        Ok(Err(why)) => return fail(desk, name, why),
        Err(lost) => {
            let finding = of_lost(&Origin::file(name), &lost);
            let why = finding.message.clone();
            let mut refused = Diagnostics::new();
            refused.emit(finding);
            desk.update(name, |opd| opd.refused = refused);
            return fail(desk, name, why);
        }
    };
    let mut facts = read.findings.iter().flat_map(|finding| &finding.facts);
    if !read.readable && facts.any(|fact| *fact == Fact::OwnFile) {
        // What the program wrote is no agency, wherever it lies.
        return desk.remove(name);
    }
    if !read.readable {
        let mut found = read.findings.iter();
        let why = found.find(|finding| *finding.origin.file == *name);
        let why = why.map_or("isinya bukan buku kerja", |finding| &finding.message);
        let why = format!("buku kerja tidak dapat dibaca: {why}");
        desk.update(name, |opd| opd.refused = read.findings);
        return fail(desk, name, why);
    }
    let view = read.view.take();
    let changed = std::mem::take(&mut read.changed);
    desk.update(name, |opd| {
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
fn fail(desk: &Desk, name: &str, why: String) {
    desk.update(name, |opd| {
        opd.trouble = Some(why);
        opd.asked = false;
        opd.busy = false;
    });
}
