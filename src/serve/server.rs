//! A server on loopback: started, waited for, ended.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::sync::watch;

use super::ServeError;

/// How long connections may take to end.
const FAREWELL: Duration = Duration::from_secs(3);

/// How serving ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// The program is to end.
    Stopped,
    /// Another city is to be chosen.
    Elsewhere,
    /// This city is to be served.
    City(PathBuf),
}

/// Where an end is told, and waited for.
#[derive(Clone)]
pub(super) struct Ending(watch::Sender<Option<End>>);

impl Ending {
    /// Ends the serving, the first time it is told.
    pub(super) fn end(&self, end: End) {
        self.0.send_if_modified(|known| {
            let first = known.is_none();
            known.get_or_insert(end);
            first
        });
    }

    /// Waits for it.
    pub(super) async fn ended(&self) -> End {
        let mut receiver = self.0.subscribe();
        let ended = receiver.wait_for(Option::is_some).await;
        // The sender is held here, so there is always an end.
        ended
            .ok()
            .and_then(|end| end.clone())
            .unwrap_or(End::Stopped)
    }
}

/// A server at work.
pub(super) struct Server {
    ending: Ending,
    thread: JoinHandle<()>,
}

/// Takes a port on loopback; 0 takes a free one.
pub(super) fn bind(port: u16) -> Result<(TcpListener, SocketAddr), ServeError> {
    let bound = || -> std::io::Result<_> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        Ok((listener, address))
    };
    bound().map_err(|why| ServeError::Port { port, why })
}

/// A thread with a name.
pub(super) fn spawn(
    name: &str,
    work: impl FnOnce() + Send + 'static,
) -> Result<JoinHandle<()>, ServeError> {
    std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(work)
        .map_err(ServeError::Thread)
}

impl Server {
    /// Answers what comes to the listener, until it is ended.
    pub(super) fn start(
        listener: TcpListener,
        app: impl FnOnce(Ending) -> axum::Router,
    ) -> Result<Self, ServeError> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .map_err(ServeError::Thread)?;
        let ending = Ending(watch::Sender::new(None));
        let app = app(ending.clone());
        let thread = spawn("peladen", {
            let ending = ending.clone();
            move || {
                runtime.block_on(serve(listener, app, ending));
                runtime.shutdown_timeout(FAREWELL);
            }
        })?;
        Ok(Self { ending, thread })
    }

    /// Waits until the user ends it with Ctrl+C or on the page.
    pub(super) fn wait(&self) -> Result<End, ServeError> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(ServeError::Thread)?;
        runtime.block_on(async {
            tokio::select! {
                end = self.ending.ended() => Ok(end),
                interrupted = tokio::signal::ctrl_c() => {
                    interrupted.map(|()| End::Stopped).map_err(ServeError::Thread)
                }
            }
        })
    }

    /// Ends it and waits for its connections.
    pub(super) fn stop(self) {
        self.ending.end(End::Stopped);
        let _ = self.thread.join();
    }
}

async fn serve(listener: TcpListener, app: axum::Router, ending: Ending) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
        return;
    };
    let late = ending.clone();
    let served = axum::serve(listener, app).with_graceful_shutdown(async move {
        ending.ended().await;
    });
    let limit = async move {
        late.ended().await;
        tokio::time::sleep(FAREWELL).await;
    };
    tokio::select! {
        // What could fail here was a connection, not the program.
        _ = served.into_future() => {}
        () = limit => {}
    }
}
