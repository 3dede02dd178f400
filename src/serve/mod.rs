//! The city in the browser: a page on this computer that shows the agencies,
//! their pages and their findings, and follows every save.
//!
//! ```text
//! watch ─► queue ─► worker (one document at a time) ─► desk ─► routes ─► browser
//! ```
//!
//! It listens on loopback only and answers nobody who came by another name.

mod beside;
mod city;
mod desk;
mod guard;
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
use crate::typeset::{Pool, TypesetError};
use crate::watch::{Change, Patience, Stop, Watch};
use beside::Beside;
use city::City;
use desk::Desk;
use queue::Job;

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
    #[error("utas kerja tidak dapat dijalankan: {0}")]
    Thread(#[from] std::io::Error),
    /// Templates, settings or RPJMD cannot be used, or there is no such regulation.
    #[error(transparent)]
    Pipeline(#[from] PipelineError),
    /// The typesetter's threads could not be started.
    #[error(transparent)]
    Pool(#[from] TypesetError),
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
    let pool = Pool::new(0)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let (shutdown, ended) = signal::channel(false);
    let desk = Arc::new(Desk::new(beside, settings.options, city));
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
            move || worker::work(&desk, &pool)
        })?,
        spawn("pengamat", {
            let desk = Arc::clone(&desk);
            move || follow(watch, &desk)
        })?,
        spawn("peladen", {
            let app = route::app(Arc::clone(&desk), address, ended.clone());
            move || {
                runtime.block_on(serve(listener, app, ended));
                runtime.shutdown_timeout(FAREWELL);
            }
        })?,
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
            .build()?;
        Ok(runtime.block_on(tokio::signal::ctrl_c())?)
    }

    /// Ends it: connections are closed, the page being laid out is finished.
    pub fn stop(self) {
        // A thread that is gone already needs no word.
        let _ = self.shutdown.send(true);
        self.watch.stop();
        self.desk.queue.stop();
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
        Box::new(move |path, bytes| {
            let name = path.file_name().unwrap_or_default();
            !city::is_workbook(&name.to_string_lossy()) || pipeline::is_whole(path, bytes)
        }),
    )
}

/// Turns changes of files into work.
fn follow(mut watch: Watch, desk: &Desk) {
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
                    desk.beside.follow(change.path());
                    all = true;
                }
            }
        }
        if all {
            desk.all_anew();
        }
    }
}
