//! The city in the browser: a page on this computer that shows the agencies,
//! their pages and their findings, and follows every save.
//!
//! ```text
//! watch ─► queue ─► worker (one document at a time, in a process of its own) ─► desk ─► routes ─► browser
//! ```
//!
//! It listens on loopback only and answers nobody who came by another name.

mod backup;
mod beside;
mod city;
mod desk;
mod guard;
mod maker;
mod message;
mod place;
mod product;
mod queue;
mod route;
mod upload;
mod view;
mod worker;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::sync::watch as signal;

use crate::diagnostic::system_cause;
use crate::pipeline::{self, Options, PipelineError};
use crate::watch::{Change, Patience, Stop, Watch};
use crate::worker::{self as workers, Limits};
use beside::Beside;
use city::City;
use desk::Desk;
use message::{Ask, Setup};
use queue::Job;

pub use maker::{MakerError, work};
pub use message::KIND as WORKER;
use message::KIND;

/// Documents of one worker: pages that it laid out go with it, and typst's memory is kept flat.
const LIFE: usize = 5_000;

/// How long connections may take to end.
const FAREWELL: Duration = Duration::from_secs(3);

/// What is served, and where.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The city's folder.
    pub folder: PathBuf,
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
    shutdown: signal::Sender<bool>,
    watch: Stop,
    desk: Arc<Desk>,
    thread: Vec<JoinHandle<()>>,
}

/// Starts to serve a city's folder.
///
/// # Errors
/// If the folder cannot be read, the options name what cannot be used, the port is taken, or
/// threads cannot be started.
pub fn start(settings: Settings) -> Result<Running, ServeError> {
    let rpjmd = settings.options.rpjmd.as_deref();
    let city = City::open(&settings.folder, rpjmd).map_err(|why| ServeError::Folder {
        path: settings.folder.clone(),
        why,
    })?;
    let beside = Beside::new(settings.templates.as_deref(), &settings.font_path)?;
    if let Ok(library) = beside.library() {
        // A wrong option is said here, and not again with each agency.
        pipeline::Beside::read(&library, city.opd(), &settings.options)?;
    }
    let (listener, address) = bind(settings.port).map_err(|why| ServeError::Port {
        port: settings.port,
        why,
    })?;
    let program = settings.program.clone();
    let program = program.or_else(|| std::env::current_exe().ok());
    let setup = Setup {
        templates: settings.templates.clone().map(PathBuf::into_os_string),
        font: workers::os_strings(&settings.font_path),
        options: settings.options.clone(),
        folder: city.opd().into(),
    };
    let worker = workers::Desk::new(
        program.ok_or(ServeError::Program)?,
        KIND.as_ref(),
        settings.limits,
        setup.clone(),
    );
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(ServeError::Thread)?;
    let (shutdown, ended) = signal::channel(false);
    let desk = Arc::new(Desk::new(
        beside,
        settings.options,
        city,
        worker.with_life(LIFE),
    ));
    // Begun before the first reading, so that no save falls in between.
    let watch = watch(&desk);
    let stop = watch.stopper();
    for name in desk.city.names() {
        desk.know(&name);
        desk.queue.later(Job::Refresh(name));
    }
    let thread = vec![
        spawn("pekerja", {
            let desk = Arc::clone(&desk);
            move || worker::work(&desk)
        })
        .map_err(ServeError::Thread)?,
        spawn("pengamat", {
            let desk = Arc::clone(&desk);
            move || follow(watch, &desk, &setup)
        })
        .map_err(ServeError::Thread)?,
        spawn("peladen", {
            let app = route::app(Arc::clone(&desk), address, ended.clone());
            move || {
                runtime.block_on(serve(listener, app, ended));
                runtime.shutdown_timeout(FAREWELL);
            }
        })
        .map_err(ServeError::Thread)?,
    ];
    Ok(Running {
        address,
        shutdown,
        watch: stop,
        desk,
        thread,
    })
}

impl Running {
    /// What to type into the browser.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Waits until the user ends the program with Ctrl+C.
    ///
    /// # Errors
    /// If the system does not tell.
    pub fn wait(&self) -> Result<(), ServeError> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(ServeError::Thread)?;
        runtime
            .block_on(tokio::signal::ctrl_c())
            .map_err(ServeError::Thread)
    }

    /// Ends it: connections are closed, the page being laid out is finished.
    pub fn stop(self) {
        // A thread that is gone already needs no word.
        let _ = self.shutdown.send(true);
        self.watch.stop();
        self.desk.queue.stop();
        self.desk.worker.close();
        for thread in self.thread {
            let _ = thread.join();
        }
    }
}

fn bind(port: u16) -> std::io::Result<(std::net::TcpListener, SocketAddr)> {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

fn spawn(name: &str, f: impl FnOnce() + Send + 'static) -> std::io::Result<JoinHandle<()>> {
    std::thread::Builder::new().name(name.to_owned()).spawn(f)
}

async fn serve(
    listener: std::net::TcpListener,
    app: axum::Router,
    mut ended: signal::Receiver<bool>,
) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
        return;
    };
    let mut late = ended.clone();
    let end = async move {
        let _ = ended.wait_for(|ended| *ended).await;
    };
    let served = axum::serve(listener, app).with_graceful_shutdown(end);
    let limit = async move {
        let _ = late.wait_for(|ended| *ended).await;
        tokio::time::sleep(FAREWELL).await;
    };
    tokio::select! {
        // What could fail here was a connection, not the program.
        _ = served.into_future() => {}
        () = limit => {}
    }
}

fn watch(desk: &Arc<Desk>) -> Watch {
    let listed = Arc::clone(desk);
    let asked = Arc::clone(desk);
    let list = move || {
        let mut list = listed.city.paths();
        list.extend(listed.beside.files(&listed.city, &listed.options));
        list
    };
    let mut folder = desk.city.folders();
    folder.extend(
        list()
            .iter()
            .filter_map(|path| Some(path.parent()?.to_owned())),
    );
    folder.sort();
    folder.dedup();
    Watch::new(
        Patience::default(),
        &folder,
        Box::new(list),
        Box::new(move |path, _| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if !city::is_workbook(&name) {
                return true;
            }
            let ask = Ask::Whole {
                path: path.into(),
                name: name.into_owned(),
            };
            // What the worker is lost over is told when it is read.
            asked.worker.ask(&ask).unwrap_or(true)
        }),
    )
}

/// Turns changes of files into work.
fn follow(mut watch: Watch, desk: &Desk, setup: &Setup) {
    while let Some(change) = watch.wait() {
        let mut all = false;
        for change in change {
            match (desk.city.name_of(change.path()), &change) {
                (Some(name), Change::Written(_)) => {
                    desk.know(&name);
                    desk.queue.now(Job::Refresh(name));
                }
                (Some(name), Change::Gone(_)) => desk.forget(&name),
                (None, _) => {
                    if desk.beside.follow(change.path()) {
                        desk.worker.change(setup.clone());
                    }
                    all = true;
                }
            }
        }
        if all {
            desk.all_anew();
        }
    }
}
