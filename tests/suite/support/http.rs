//! Just enough of a browser to ask a server on this computer.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// An answer.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (found, value) = line.split_once(": ")?;
            found.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

/// Asks as a program would that says nothing of itself.
pub fn get(address: SocketAddr, path: &str) -> Answer {
    ask(address, "GET", path, &[], b"")
}

/// Asks with headers; `Host` is the address unless given.
pub fn ask(
    address: SocketAddr,
    method: &str,
    path: &str,
    header: &[(&str, &str)],
    body: &[u8],
) -> Answer {
    let mut stream = TcpStream::connect(address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_mins(2)))
        .unwrap();
    let mut head = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
    if header.iter().all(|(name, _)| *name != "Host") {
        head += &["Host: ", &address.to_string(), "\r\n"].concat();
    }
    for (name, value) in header {
        head += &[name, ": ", value, "\r\n"].concat();
    }
    if header.iter().all(|(name, _)| *name != "Content-Length") {
        head += &["Content-Length: ", &body.len().to_string(), "\r\n"].concat();
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    // A server that refuses may close before everything was sent.
    let _ = stream.write_all(body);
    let mut all = Vec::new();
    let mut part = vec![0; 64 * 1024];
    // Some keep the connection although asked to close it.
    while !is_complete(&all) {
        match stream.read(&mut part) {
            Ok(0) | Err(_) => break,
            Ok(size) => all.extend(&part[..size]),
        }
    }
    let end = head_end(&all).expect("no head");
    let head = String::from_utf8(all[..end].to_vec()).unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    let mut body = all[end + 4..].to_vec();
    if head.to_lowercase().contains("transfer-encoding: chunked") {
        body = unchunk(&body);
    }
    Answer { status, head, body }
}

fn head_end(all: &[u8]) -> Option<usize> {
    all.windows(4).position(|window| window == b"\r\n\r\n")
}

/// Whether as much has come as the head says.
fn is_complete(all: &[u8]) -> bool {
    let Some(end) = head_end(all) else {
        return false;
    };
    let head = String::from_utf8_lossy(&all[..end]).to_lowercase();
    let size = head.lines().find_map(|line| {
        let (_, size) = line.split_once("content-length:")?;
        size.trim().parse::<usize>().ok()
    });
    size.is_some_and(|size| all.len() >= end + 4 + size)
}

fn unchunk(mut rest: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    while let Some(at) = rest.windows(2).position(|two| two == b"\r\n") {
        let size = std::str::from_utf8(&rest[..at]).unwrap();
        let size = usize::from_str_radix(size, 16).unwrap();
        if size == 0 {
            break;
        }
        out.extend(&rest[at + 2..at + 2 + size]);
        rest = &rest[at + 4 + size..];
    }
    out
}
