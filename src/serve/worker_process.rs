//! The worker of the page, in a process of its own: one workbook at a time is
//! read and laid out; pages of earlier layouts are drawn next to it.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::time::Instant;

use super::duties::duties;
use super::locate::PageLocator;
use super::make_download::{self, Maker};
use super::message::{Ask, Known, Quick, Read, Setup, Slow, View};
use super::text_layer::Drawn;
use crate::batch::{self, AgencySummary};
use crate::diagnostic::Diagnostics;
use crate::pipeline::{self, Inputs, Inspection, Library, Member, PipelineError};
use crate::preview;
use crate::typeset::{self, Pages, Pool, TypesetError};
use crate::worker::{self, Request};

/// Workbooks whose pages are kept for drawing; a page is some hundred kilobytes.
const KEPT: usize = 4;

/// Why the worker could not begin.
#[derive(Debug, thiserror::Error)]
pub enum WorkerError {
    /// Nobody speaks to it as the page does.
    #[error("perintah ini dijalankan oleh renstra sendiri, bukan oleh pengguna")]
    Alone(#[from] io::Error),
    /// Templates or fonts cannot be used.
    #[error(transparent)]
    Pipeline(#[from] PipelineError),
    /// The typesetter's threads could not be started.
    #[error(transparent)]
    Typeset(#[from] TypesetError),
}

/// Pages of the last layouts, by the workbook's name.
type Shelf = Arc<Mutex<BTreeMap<String, Drawn>>>;

/// Works until nobody asks any more.
///
/// # Errors
/// If it cannot begin.
pub fn work() -> Result<(), WorkerError> {
    let (setup, requests) = worker::open::<Setup>()?;
    let font: Vec<PathBuf> = setup.font.into_iter().map(PathBuf::from).collect();
    let maker = Maker {
        library: Library::new(setup.templates.as_deref().map(Path::new), &font)?,
        options: setup.options,
        folder: PathBuf::from(setup.folder),
    };
    let pool = Pool::new(0)?;
    let drawn = Shelf::default();
    let (queue, work) = mpsc::channel::<(Slow, worker::Reply)>();
    std::thread::scope(|scope| -> io::Result<()> {
        let pages = Arc::clone(&drawn);
        scope.spawn(move || {
            let mut last = VecDeque::new();
            for (ask, reply) in work {
                if pool
                    .run(|| slow(&maker, ask, reply, &pages, &mut last))
                    .is_err()
                {
                    return;
                }
                // The least that still lets the next save find what this one laid out.
                typeset::forget(2);
            }
        });
        for request in requests {
            match request.question()? {
                Ask::Quick(ask) => {
                    let pages = Arc::clone(&drawn);
                    std::thread::Builder::new().spawn(move || quick(ask, request, &pages))?;
                }
                Ask::Slow(ask) => {
                    if queue.send((ask, request.reply)).is_err() {
                        return Ok(());
                    }
                }
            }
        }
        Ok(())
    })?;
    Ok(())
}

/// What is answered while a document is being laid out.
fn quick(ask: Quick, request: Request, pages: &Shelf) -> io::Result<()> {
    let reply = request.reply;
    match ask {
        Quick::Page { name, number } => {
            let drawn = lock(pages).get(&name).cloned();
            reply.send(&worker::guarded(|| drawn?.pages.svg(number).ok()))
        }
        Quick::Text { name, number } => {
            let drawn = lock(pages).get(&name).cloned();
            reply.send(&worker::guarded(|| drawn?.text(number)))
        }
        Quick::Whole { path, name } => reply.send(&worker::guarded(|| {
            let bytes = std::fs::read(&path).unwrap_or_default();
            pipeline::is_whole(Path::new(&name), &bytes)
        })),
        Quick::Look { path, name } => reply.send(&worker::guarded(|| {
            pipeline::look(Path::new(&path), &name).map_err(|why| why.to_string())
        })),
    }
}

/// Workbooks that were looked at last, as they were read.
type Looked = VecDeque<(String, Inspection)>;

fn slow(
    maker: &Maker,
    ask: Slow,
    reply: worker::Reply,
    pages: &Shelf,
    last: &mut Looked,
) -> io::Result<()> {
    match ask {
        Slow::Refresh { name, path, wanted } => reply.send(&worker::guarded(|| {
            worker::fault(&name);
            maker.refresh(&name, Path::new(&path), wanted, pages, last)
        })),
        Slow::Make {
            product,
            name,
            path,
            known,
        } => reply.send(&worker::guarded(|| {
            let path = path.as_deref().map(Path::new);
            make_download::make(&product, maker, name.as_deref(), path, known.as_ref())
        })),
        Slow::City(members) => reply.send(&worker::guarded(|| {
            maker.city(members).map_err(|why| why.to_string())
        })),
    }
}

impl Maker {
    fn city(&self, members: Vec<Member>) -> Result<Diagnostics, PipelineError> {
        let inputs = Inputs::read(&self.library, &self.folder, &self.options)?;
        batch::compare(&self.library, &inputs.config, &self.options, members)
    }

    fn refresh(
        &self,
        name: &str,
        path: &Path,
        wanted: bool,
        pages: &Shelf,
        last: &mut Looked,
    ) -> Result<Read, String> {
        let start = Instant::now();
        let inspection = pipeline::inspect(&self.library, path, &self.options);
        let inspection = inspection.map_err(|why| why.to_string())?;
        let before = last.iter().find(|(known, _)| known == name);
        let changed = before
            .filter(|_| inspection.readable)
            .map(|(_, before)| inspection.changed_cells(before))
            .unwrap_or_default();
        let view = (wanted && inspection.readable).then(|| {
            let (view, drawn) = self
                .lay_out(&inspection, start)
                .map_err(|why| why.to_string())?;
            lock(pages).insert(name.to_owned(), drawn);
            Ok(view)
        });
        let read = Read {
            readable: inspection.readable,
            findings: inspection.findings.clone(),
            known: known(&inspection),
            duties: duties(&inspection.renstra),
            measure: inspection.readable.then(|| AgencySummary::new(&inspection)),
            changed,
            view,
        };
        if wanted && inspection.readable {
            last.retain(|(known, _)| known != name);
            last.push_back((name.to_owned(), inspection));
            while last.len() > KEPT {
                if let Some((name, _)) = last.pop_front() {
                    lock(pages).remove(&name);
                }
            }
        }
        Ok(read)
    }

    fn lay_out(
        &self,
        inspection: &Inspection,
        start: Instant,
    ) -> Result<(View, Drawn), PipelineError> {
        let draft = inspection.findings.has_error();
        let typeset = inspection.typeset(&self.library, draft)?;
        let regulation = &inspection.regulation;
        // What is seen on the pages takes as long as reading the workbook did.
        let (pages, (shown, cells)) = rayon::join(
            || Pages::of(&typeset),
            || {
                let audit = inspection.audit_pages(&typeset);
                let shown = inspection.page_findings_by(&typeset, &audit);
                (shown, Inspection::placed_cells(&audit))
            },
        );
        let places = PageLocator::new(&typeset, regulation, inspection, &cells);
        let finding = inspection.findings.iter().chain(shown.iter());
        let chapter = preview::chapters(&typeset, regulation).into_iter();
        let view = View {
            digest: pages.digest().to_vec(),
            size: pages.size(),
            chapter: chapter
                .map(|part| (part.title, part.first, part.last))
                .collect(),
            place: finding.map(|finding| places.find(finding)).collect(),
            shown,
            draft,
            took: u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX),
        };
        Ok((view, Drawn::new(pages, cells)))
    }
}

fn known(inspection: &Inspection) -> Known {
    Known {
        nama: inspection.renstra.identitas.nama.value().cloned(),
        kota: inspection.config.daerah.nama.clone(),
        daerah: inspection.daerah(),
        peraturan: inspection.regulation.id.clone(),
        periode: inspection
            .periode()
            .map(|periode| (periode.awal.get(), periode.akhir.get())),
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
