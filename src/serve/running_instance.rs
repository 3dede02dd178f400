//! A page of this program that is served already: a second start opens that one.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// How long the other one may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);
/// Longest answer that is read.
const LONGEST: u64 = 64 << 10;
/// What the program calls itself.
const PROGRAM: &str = "renstra";

/// What a page says of itself.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Who {
    program: String,
    kota: Option<String>,
}

/// What a page that serves a city, or none yet, says of itself.
pub(super) fn who(kota: Option<String>) -> Who {
    Who {
        program: PROGRAM.to_owned(),
        kota,
    }
}

/// Another page of this program on this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// Where.
    pub url: String,
    /// The city's folder; `None` while one is being chosen.
    pub city: Option<PathBuf>,
}

/// The page that answers at a port, if it is one of this program.
pub fn other(port: u16) -> Option<Other> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    stream.set_write_timeout(Some(PATIENCE)).ok()?;
    let ask = format!("GET /api/siapa HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(ask.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.take(LONGEST).read_to_string(&mut answer).ok()?;
    let (_, body) = answer.split_once("\r\n\r\n")?;
    let who: Who = serde_json::from_str(body).ok()?;
    (who.program == PROGRAM).then(|| Other {
        url: format!("http://{address}/"),
        city: who.kota.map(PathBuf::from),
    })
}
