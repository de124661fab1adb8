//! One connection: a request out, its answer in.

use super::answer::{self, Answer};
use mio::net::TcpStream;
use mio::{Interest, Registry, Token};
use std::io::{ErrorKind, Read, Write};
use std::net::SocketAddr;

/// No answer of ours to a click is half of it.
const INCOMING_BYTES: usize = 8 * 1024;

pub(super) struct Wire {
    stream: TcpStream,
    incoming: Box<[u8; INCOMING_BYTES]>,
    filled: usize,
}

impl Wire {
    /// Connects, and is heard of by its number.
    pub fn open(address: SocketAddr, registry: &Registry, number: usize) -> Result<Self, String> {
        let opened = || {
            let stream = std::net::TcpStream::connect(address)?;
            stream.set_nodelay(true)?;
            stream.set_nonblocking(true)?;
            let mut stream = TcpStream::from_std(stream);
            registry.register(&mut stream, Token(number), Interest::READABLE)?;
            Ok(stream)
        };
        let stream = opened().map_err(|error: std::io::Error| format!("{address}: {error}"))?;
        Ok(Self { stream, incoming: Box::new([0; INCOMING_BYTES]), filled: 0 })
    }

    /// Sends a request. It is small and the only one under way, so the kernel has room for it.
    pub fn send(&mut self, request: &[u8]) -> Result<(), String> {
        match self.stream.write(request) {
            Ok(bytes) if bytes == request.len() => Ok(()),
            Ok(_) => Err("the kernel took half a request".into()),
            Err(error) => Err(format!("sending: {error}")),
        }
    }

    /// The answer, if it is all there.
    pub fn receive(&mut self) -> Result<Option<Answer<'_>>, String> {
        loop {
            if self.filled == INCOMING_BYTES {
                return Err(format!("an answer longer than {INCOMING_BYTES} bytes"));
            }
            match self.stream.read(&mut self.incoming[self.filled..]) {
                Ok(0) => return Err("the server closed a connection".into()),
                Ok(bytes) => self.filled += bytes,
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(None),
                Err(error) => return Err(format!("receiving: {error}")),
            }
            if let Some(shape) = answer::shape(&self.incoming[..self.filled])? {
                let whole = std::mem::take(&mut self.filled);
                return Ok(Some(shape.of(&self.incoming[..whole])));
            }
        }
    }
}
