//! The page of a start without a city: a new one, one that is there, or the sample.

mod agency;
mod create;
mod folder;
mod route;
mod sample;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use super::ServeError;
use super::server::{self, End, Server};
use crate::pipeline::Library;

/// What the page begins with.
#[derive(Debug, Clone, Default)]
pub struct Greeting {
    /// Port on loopback; 0 takes a free one.
    pub port: u16,
    /// Templates in place of the embedded ones.
    pub templates: Option<PathBuf>,
    /// Where folders are looked for, and new cities made, unless another is chosen.
    pub home: PathBuf,
    /// Cities that were opened before, the latest first.
    pub recent: Vec<PathBuf>,
}

/// What handlers share.
#[derive(Clone)]
struct Hall {
    library: Arc<Library>,
    home: PathBuf,
    recent: Vec<PathBuf>,
    ending: server::Ending,
}

/// A page on which a city is being chosen.
pub struct Welcome {
    /// Where.
    pub address: SocketAddr,
    server: Server,
}

/// Starts to serve the page on which a city is chosen.
///
/// # Errors
/// If templates cannot be used, the port is taken, or threads cannot be started.
pub fn welcome(greeting: Greeting) -> Result<Welcome, ServeError> {
    let library = Arc::new(Library::new(greeting.templates.as_deref(), &[])?);
    let (listener, address) = server::bind(greeting.port)?;
    let server = Server::start(listener, |ending| {
        let hall = Hall {
            library,
            home: greeting.home,
            recent: greeting.recent,
            ending,
        };
        route::app(hall, address)
    })?;
    Ok(Welcome { address, server })
}

impl Welcome {
    /// What to type into the browser.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Waits until a city is chosen or the user ends the program.
    ///
    /// # Errors
    /// If the system does not tell.
    pub fn wait(&self) -> Result<End, ServeError> {
        self.server.wait()
    }

    /// Ends it.
    pub fn stop(self) {
        self.server.stop();
    }
}
