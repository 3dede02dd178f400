//! The one thread that lays out: one document at a time, so that memory stays
//! that of one.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Instant;

use super::desk::{Desk, View};
use super::place::Places;
use super::queue::Job;
use crate::diagnostic::Diagnostics;
use crate::pipeline::{self, Inspection, Library, PipelineError};
use crate::preview;
use crate::typeset::{Pages, Pool};

pub(super) fn work(desk: &Desk, pool: &Pool) {
    while let Some(job) = desk.queue.next() {
        match job {
            Job::Refresh(name) => {
                // A fault of the program at one agency must not silence all others.
                let done = catch_unwind(AssertUnwindSafe(|| refresh(desk, pool, &name)));
                if done.is_err() {
                    fail(desk, &name, "program gagal menyusun halaman".to_owned());
                }
            }
            Job::Make {
                name,
                product,
                reply,
            } => {
                let work = || pool.run(|| product.make(desk, name.as_deref()));
                let made = catch_unwind(AssertUnwindSafe(work));
                let made = made.unwrap_or_else(|_| Err("program gagal menyusun berkas".to_owned()));
                // Whoever asked may have gone.
                let _ = reply.send(made);
            }
        }
    }
}

fn refresh(desk: &Desk, pool: &Pool, name: &str) {
    let Some(before) = desk.get(name) else {
        return;
    };
    let start = Instant::now();
    // The least that still lets the next save find what this one laid out. Also when it fails:
    // what a failed document left behind is the same. Done when the page is told, not before.
    let library = match desk.beside.library() {
        Ok(library) => library,
        Err(why) => return fail(desk, name, why),
    };
    let inspection = match pipeline::inspect(&library, &desk.city.path(name), &desk.options) {
        Ok(inspection) => Arc::new(inspection),
        Err(why) => {
            return fail(desk, name, why.to_string());
        }
    };
    if !inspection.readable {
        desk.update(name, |opd| opd.refused = inspection.findings.clone());
        let own = inspection.origin().file;
        let mut found = inspection.findings.iter();
        let why = found.find(|finding| finding.origin.file == own);
        let why = why.map_or("isinya bukan buku kerja", |finding| &finding.message);
        return fail(desk, name, format!("buku kerja tidak dapat dibaca: {why}"));
    }
    let changed = before
        .inspection
        .as_ref()
        .map(|before| inspection.changed_cells(before))
        .unwrap_or_default();
    let wanted = before.seen > 0;
    let view = wanted.then(|| pool.run(|| lay_out(&library, &inspection, start)));
    desk.update(name, |opd| {
        opd.inspection = Some(inspection);
        opd.refused = Diagnostics::new();
        opd.trouble = None;
        opd.asked &= !wanted;
        opd.busy = opd.asked;
        if !changed.is_empty() {
            opd.changed = changed;
        }
        match view {
            Some(Ok(view)) => opd.view = Some(Arc::new(view)),
            Some(Err(why)) => opd.trouble = Some(why.to_string()),
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

fn lay_out(
    library: &Library,
    inspection: &Inspection,
    start: Instant,
) -> Result<View, PipelineError> {
    let draft = inspection.findings.has_error();
    let typeset = inspection.typeset(library, draft)?;
    let regulation = &inspection.regulation;
    // What is seen on the pages takes as long as reading the workbook did.
    let (pages, (shown, places)) = rayon::join(
        || Pages::of(&typeset),
        || {
            rayon::join(
                || inspection.page_findings(&typeset),
                || Places::new(&typeset, regulation, inspection),
            )
        },
    );
    let finding = inspection.findings.iter().chain(shown.iter());
    Ok(View {
        place: finding.map(|finding| places.find(finding)).collect(),
        chapter: preview::chapters(&typeset, regulation),
        pages,
        shown,
        draft,
        took: start.elapsed(),
    })
}
