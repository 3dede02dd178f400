//! Messages on a pipe: length, number, postcard.

use std::io::{self, Read, Write};

use postcard::ser_flavors::Flavor;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// No message is longer; a longer one is no message of ours.
const LONGEST: u64 = 1 << 30;

/// Writes a message under a number.
pub(super) fn write(out: &mut impl Write, number: u64, message: &[u8]) -> io::Result<()> {
    out.write_all(&(message.len() as u64).to_le_bytes())?;
    out.write_all(&number.to_le_bytes())?;
    out.write_all(message)?;
    out.flush()
}

/// Reads the next message and its number.
pub(super) fn read(input: &mut impl Read) -> io::Result<(u64, Vec<u8>)> {
    let length = word(input)?;
    let number = word(input)?;
    if length > LONGEST {
        return Err(io::Error::from(io::ErrorKind::InvalidData));
    }
    let mut message = Vec::new();
    // Grows with what comes, whatever was announced.
    input.take(length).read_to_end(&mut message)?;
    if message.len() as u64 == length {
        Ok((number, message))
    } else {
        Err(io::Error::from(io::ErrorKind::UnexpectedEof))
    }
}

fn word(input: &mut impl Read) -> io::Result<u64> {
    let mut bytes = [0; 8];
    input.read_exact(&mut bytes)?;
    Ok(u64::from_le_bytes(bytes))
}

/// A value as a message.
pub(super) fn encode(value: &impl Serialize) -> io::Result<Vec<u8>> {
    postcard::serialize_with_flavor(value, Bytes::default()).map_err(io::Error::other)
}

/// A message as a value.
pub(super) fn decode<T: DeserializeOwned>(message: &[u8]) -> io::Result<T> {
    postcard::from_bytes(message).map_err(io::Error::other)
}

/// Where postcard writes to. Its own growing buffer is behind a feature that
/// would build all of typst again.
#[derive(Default)]
struct Bytes(Vec<u8>);

impl Flavor for Bytes {
    type Output = Vec<u8>;

    fn try_push(&mut self, byte: u8) -> postcard::Result<()> {
        self.0.push(byte);
        Ok(())
    }

    fn try_extend(&mut self, bytes: &[u8]) -> postcard::Result<()> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    fn finalize(self) -> postcard::Result<Vec<u8>> {
        Ok(self.0)
    }
}
