//! The city in the browser: a page on this computer that shows the agencies,
//! their pages and their findings, and follows every save.
//!
//! ```text
//! watch ─► queue ─► worker (one document at a time, in a process of its own) ─► state ─► routes ─► browser
//! ```
//!
//! It listens on loopback only and answers nobody who came by another name.

mod action;
mod attachment;
mod backup;
mod backup_routes;
mod cell_address;
mod city;
mod comparison;
mod derived;
mod download;
mod duties;
mod earlier_versions;
mod guard;
mod inputs;
mod locate;
mod make_download;
mod message;
mod neighbours;
mod page_mark;
mod print_state;
mod printing;
mod queue;
mod response;
mod route;
mod running_instance;
mod server;
mod settings;
mod state;
mod text_layer;
mod upload;
mod upload_question;
mod view;
mod welcome;
mod worker_process;
mod worker_thread;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;

use crate::diagnostic::{Diagnostics, system_cause};
use crate::pipeline::{self, Options, PipelineError};
use crate::watch::{Change, Stop, Timing, Watch};
use crate::worker::{self as workers, Limits};
use city::City;
use inputs::Inputs;
use message::{Ask, Quick, Setup};
use print_state::Press;
use queue::Job;
use server::Server;
use state::AppState;

pub use message::KIND as WORKER;
use message::KIND;
pub use running_instance::{Other, other};
pub use server::End;
pub use welcome::{Greeting, Welcome, welcome};
pub use worker_process::{WorkerError, work};

/// Documents of one worker: pages that it laid out go with it, and typst's memory is kept flat.
const LIFE: usize = 5_000;

/// What is served, and where.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The city's folder.
    pub folder: PathBuf,
    /// The one workbook that is shown of a folder that is no city's; else all.
    pub only: Option<String>,
    /// Port on loopback; 0 takes a free one.
    pub port: u16,
    /// The options of every run.
    pub options: Options,
    /// Templates in place of the embedded ones.
    pub templates: Option<PathBuf>,
    /// Folders of further fonts.
    pub font_path: Vec<PathBuf>,
    /// The program, of which the worker is started; this one if it is not said.
    pub program: Option<PathBuf>,
    /// How much a document may take.
    pub limits: Limits,
    /// Findings as a text for people, as they stand next to printed documents.
    pub describe: Option<fn(&Diagnostics) -> String>,
}

/// Why the page cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The folder cannot be read.
    #[error("folder {} tidak dapat dibaca: {}", path.display(), cause(why))]
    Folder {
        /// Which.
        path: PathBuf,
        /// Why.
        why: std::io::Error,
    },
    /// The port is taken.
    #[error(
        "porta {port} tidak dapat dipakai: {}; pilih yang lain dengan --port",
        cause(why)
    )]
    Port {
        /// Which.
        port: u16,
        /// Why.
        why: std::io::Error,
    },
    /// Threads could not be started.
    #[error("utas kerja tidak dapat dijalankan: {}", cause(.0))]
    Thread(std::io::Error),
    /// Templates, settings or RPJMD cannot be used, or there is no such regulation.
    #[error(transparent)]
    Pipeline(#[from] PipelineError),
    /// Nothing tells where the program is.
    #[error("berkas program sendiri tidak ditemukan")]
    Program,
}

fn cause(why: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match why.kind() {
        ErrorKind::NotFound => "tidak ditemukan".to_owned(),
        ErrorKind::NotADirectory => "bukan folder".to_owned(),
        ErrorKind::PermissionDenied => "tidak ada izin".to_owned(),
        ErrorKind::AddrInUse => "sedang dipakai program lain".to_owned(),
        _ => system_cause(why),
    }
}

/// A page that is being served.
pub struct Running {
    /// Where.
    pub address: SocketAddr,
    server: Server,
    watch: Stop,
    state: Arc<AppState>,
    thread: Vec<JoinHandle<()>>,
}

/// Starts to serve a city's folder.
///
/// # Errors
/// If the folder cannot be read, the options name what cannot be used, the port is taken, or
/// threads cannot be started.
pub fn start(settings: Settings) -> Result<Running, ServeError> {
    let rpjmd = settings.options.rpjmd.as_deref();
    let city =
        City::open(&settings.folder, rpjmd, settings.only).map_err(|why| ServeError::Folder {
            path: settings.folder.clone(),
            why,
        })?;
    let inputs = Inputs::new(settings.templates.as_deref(), &settings.font_path)?;
    if let Ok(library) = inputs.library() {
        // A wrong option is said here, and not again with each agency.
        pipeline::Inputs::read(&library, city.opd(), &settings.options)?;
    }
    let (listener, address) = server::bind(settings.port)?;
    let program = settings.program.clone();
    let program = program.or_else(|| std::env::current_exe().ok());
    let program = program.ok_or(ServeError::Program)?;
    let press = Press {
        program: program.clone(),
        limits: settings.limits,
        describe: settings.describe.unwrap_or(printing::plain),
    };
    let setup = Setup {
        templates: settings.templates.clone().map(PathBuf::into_os_string),
        font: workers::os_strings(&settings.font_path),
        options: settings.options.clone(),
        folder: city.opd().into(),
    };
    let worker = workers::WorkerSlot::new(program, KIND.as_ref(), settings.limits, setup.clone());
    let state = Arc::new(AppState::new(
        inputs,
        settings.options,
        city,
        worker.with_life(LIFE),
        press,
    ));
    // Begun before the first reading, so that no save falls in between.
    let watch = watch(&state);
    let stop = watch.stopper();
    for name in state.city.names() {
        state.upsert(&name);
        state.queue.later(Job::Refresh(name));
    }
    let thread = vec![
        server::spawn("pekerja", {
            let state = Arc::clone(&state);
            move || worker_thread::work(&state)
        })?,
        server::spawn("pengamat", {
            let state = Arc::clone(&state);
            move || follow(watch, &state, &setup)
        })?,
    ];
    let server = Server::start(listener, |end| route::app(Arc::clone(&state), address, end))?;
    Ok(Running {
        address,
        server,
        watch: stop,
        state,
        thread,
    })
}

impl Running {
    /// What to type into the browser.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Waits until the user ends the program with Ctrl+C or on the page.
    ///
    /// # Errors
    /// If the system does not tell.
    pub fn wait(&self) -> Result<End, ServeError> {
        self.server.wait()
    }

    /// Ends it: connections are closed, the page being laid out is finished.
    pub fn stop(self) {
        self.watch.stop();
        self.state.queue.stop();
        self.state.worker.close();
        self.server.stop();
        for thread in self.thread {
            let _ = thread.join();
        }
    }
}

fn watch(state: &Arc<AppState>) -> Watch {
    let listed = Arc::clone(state);
    let asked = Arc::clone(state);
    let list = move || {
        let mut list = listed.city.paths();
        list.extend(listed.inputs.files(&listed.city, &listed.options));
        list
    };
    let mut folder = state.city.folders();
    folder.extend(
        list()
            .iter()
            .filter_map(|path| Some(path.parent()?.to_owned())),
    );
    folder.sort();
    folder.dedup();
    Watch::new(
        Timing::default(),
        &folder,
        Box::new(list),
        Box::new(move |path, _| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if !city::is_workbook(&name) {
                return true;
            }
            let ask = Ask::Quick(Quick::Whole {
                path: path.into(),
                name: name.into_owned(),
            });
            // What the worker is lost over is reported when it is read.
            asked.worker.ask(&ask).unwrap_or(true)
        }),
    )
}

/// Turns changes of files into work.
fn follow(mut watch: Watch, state: &AppState, setup: &Setup) {
    while let Some(change) = watch.wait() {
        let mut all = false;
        for change in change {
            match (state.city.name_of(change.path()), &change) {
                (Some(name), Change::Written(_)) => {
                    state.upsert(&name);
                    state.queue.now(Job::Refresh(name));
                }
                (Some(name), Change::Gone(_)) => state.remove(&name),
                (None, _) => {
                    if state.inputs.follow(change.path()) {
                        state.worker.change(setup.clone());
                    }
                    all = true;
                }
            }
        }
        if all {
            state.refresh_all();
        }
    }
}
