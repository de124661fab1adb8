//! Reading an answer without taking it apart: its status, and where its body is.

use memchr::memmem::Finder;
use std::cmp::Ordering;
use std::sync::LazyLock;

static END_OF_HEAD: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"\r\n\r\n"));
/// As hyper writes it.
static LENGTH: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"\r\ncontent-length: "));

const VERSION: &[u8] = b"HTTP/1.1 ";
const STATUS_DIGITS: usize = 3;

/// A whole answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer<'a> {
    /// 200 and so on.
    pub status: u16,
    /// What it says.
    pub body: &'a [u8],
}

/// Where things are in a whole answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    status: u16,
    body_at: usize,
}

impl Shape {
    /// The answer of this shape that these bytes are.
    pub fn of(self, bytes: &[u8]) -> Answer<'_> {
        Answer { status: self.status, body: &bytes[self.body_at..] }
    }
}

/// The shape of the answer that these bytes are; `None` if it is not all there yet. With one
/// request at a time nothing can follow it.
///
/// # Errors
/// This is no answer with a length.
pub fn shape(bytes: &[u8]) -> Result<Option<Shape>, String> {
    let Some(head_bytes) = END_OF_HEAD.find(bytes) else { return Ok(None) };
    // With the line's end, so that the last header is found as well.
    let head = &bytes[..head_bytes + 2];
    let status = head.strip_prefix(VERSION).and_then(|rest| number(rest.get(..STATUS_DIGITS)?));
    let length = LENGTH.find(head).and_then(|at| {
        let rest = &head[at + LENGTH.needle().len()..];
        number(&rest[..memchr::memchr(b'\r', rest)?])
    });
    let (Some(status), Some(length)) = (status, length) else {
        return Err(format!("no answer with a length: {}", String::from_utf8_lossy(head)));
    };
    let body_at = head_bytes + END_OF_HEAD.needle().len();
    match (bytes.len() - body_at).cmp(&length) {
        Ordering::Less => Ok(None),
        Ordering::Equal => Ok(Some(Shape { status: status as u16, body_at })),
        Ordering::Greater => Err("more than one answer to one request".into()),
    }
}

fn number(digits: &[u8]) -> Option<usize> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OK: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 2\r\n\r\n{}";

    fn read(bytes: &[u8]) -> Result<Option<Answer<'_>>, String> {
        Ok(shape(bytes)?.map(|shape| shape.of(bytes)))
    }

    #[test]
    fn an_answer_is_there_when_its_last_byte_is() {
        for cut in 0..OK.len() {
            assert_eq!(read(&OK[..cut]), Ok(None), "{cut} bytes");
        }
        assert_eq!(read(OK), Ok(Some(Answer { status: 200, body: b"{}" })));
        let empty = b"HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n";
        assert_eq!(read(empty), Ok(Some(Answer { status: 503, body: b"" })));
    }

    #[test]
    fn what_cannot_be_counted_is_an_error() {
        for wrong in [
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n",
            "HTTP/1.1 200 OK\r\ncontent-length: two\r\n\r\n",
            "HTTP/1.1 ok\r\ncontent-length: 0\r\n\r\n",
            "SSH-2.0-OpenSSH\r\n\r\n",
            "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\nHTTP/1.1 200 OK\r\n",
        ] {
            assert!(read(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }
}
