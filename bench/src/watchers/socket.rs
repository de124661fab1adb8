//! One watcher's socket.

use super::frame::{self, Frame};
use crate::http::Address;
use mio::net::TcpStream;
use mio::{Interest, Poll, Token};
use shop::drops::LineView;
use shop::live::FromBrowser;
use std::io::{ErrorKind, Read, Write};
use std::time::Duration;

const HANDSHAKE_TIMEOUT: Duration = Duration::from_secs(10);
const SWITCHED: &[u8] = b"HTTP/1.1 101 ";
const END_OF_HEAD: &[u8] = b"\r\n\r\n";
/// Any sixteen bytes will do: the shop's answer to them is not looked at.
const KEY: &str = "c2VvbmNoYWstYmVuY2gtMQ==";

/// Handshakes under way at once: a listener's queue holds more.
const HANDSHAKES_AT_ONCE: usize = 256;

/// Who opens a socket.
#[derive(Clone, Copy, Debug)]
pub enum Guest<'a> {
    /// Nobody in particular.
    Visitor,
    /// A member, by the text of their session's cookie.
    Member(&'a str),
}

/// A socket, and how it saw the line last.
pub struct Socket {
    /// Registered under the socket's place in the list.
    pub stream: TcpStream,
    pub(super) seen: Option<LineView>,
    /// The beginning of a frame whose rest has not come yet.
    rest: Vec<u8>,
}

/// Opens a socket for each guest, in turns at each of the servers, with a poll that tells when
/// one of them has something to read.
///
/// # Errors
/// A server refused one.
pub fn open_all(
    addresses: &[Address],
    guests: &[Guest<'_>],
) -> Result<(Poll, Vec<Socket>), String> {
    let problem = |error: std::io::Error| format!("a socket: {error}");
    let poll = Poll::new().map_err(problem)?;
    let mut sockets = Vec::with_capacity(guests.len());
    for some in guests.chunks(HANDSHAKES_AT_ONCE) {
        let begun: Vec<_> = some
            .iter()
            .zip(sockets.len()..)
            .map(|(guest, n)| begin(&addresses[n % addresses.len()], *guest))
            .collect::<Result<_, _>>()
            .map_err(problem)?;
        for stream in begun {
            let mut socket = finish(stream).map_err(problem)?;
            let token = Token(sockets.len());
            let registered =
                poll.registry().register(&mut socket.stream, token, Interest::READABLE);
            registered.map_err(problem)?;
            sockets.push(socket);
        }
    }
    Ok((poll, sockets))
}

/// Asks for a socket; the answer is read by [`finish`], so that many are under way at once.
fn begin(address: &Address, guest: Guest<'_>) -> std::io::Result<std::net::TcpStream> {
    let mut stream = std::net::TcpStream::connect(address.host())?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(HANDSHAKE_TIMEOUT))?;
    let host = address.host();
    let cookie = match guest {
        Guest::Visitor => String::new(),
        Guest::Member(session) => format!("Cookie: session={session}\r\n"),
    };
    write!(
        stream,
        "GET /live HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n{cookie}\
         Connection: Upgrade\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {KEY}\r\n\r\n"
    )?;
    Ok(stream)
}

/// Reads the answer, and nothing that comes behind it.
fn finish(mut stream: std::net::TcpStream) -> std::io::Result<Socket> {
    let mut head = Vec::new();
    while !head.ends_with(END_OF_HEAD) {
        let mut byte = [0];
        stream.read_exact(&mut byte)?;
        head.push(byte[0]);
    }
    if !head.starts_with(SWITCHED) {
        let said = String::from_utf8_lossy(&head).into_owned();
        return Err(std::io::Error::new(ErrorKind::InvalidData, said));
    }
    stream.set_nonblocking(true)?;
    Ok(Socket { stream: TcpStream::from_std(stream), seen: None, rest: Vec::new() })
}

impl Socket {
    /// Says something to the shop.
    pub fn say(&mut self, said: &FromBrowser) -> std::io::Result<()> {
        self.stream.write_all(&frame::text(&serde_json::to_string(said)?))
    }

    /// Reads what has come in, by way of a buffer that all share, and shows every text to
    /// `look`. Whether the socket is still there.
    pub fn read(&mut self, buffer: &mut [u8], mut look: impl FnMut(&mut Self, &[u8])) -> bool {
        loop {
            let held = self.rest.len();
            buffer[..held].copy_from_slice(&self.rest);
            let filled = match self.stream.read(&mut buffer[held..]) {
                Ok(0) => return false,
                Ok(bytes) => held + bytes,
                Err(error) => return error.kind() == ErrorKind::WouldBlock,
            };
            let mut at = 0;
            while let Some((frame, bytes)) = frame::read(&buffer[at..filled]) {
                match frame {
                    Frame::Text(text) => look(self, text),
                    Frame::Ping => {
                        if self.stream.write_all(&frame::pong()).is_err() {
                            return false;
                        }
                    }
                    Frame::Close => return false,
                    Frame::Other => {}
                }
                at += bytes;
            }
            self.rest.clear();
            self.rest.extend_from_slice(&buffer[at..filled]);
        }
    }
}
