//! Reading an answer.

use std::fmt;

/// No head of ours is a tenth of it.
const HEAD_BYTES_MAX: usize = 16 * 1024;
/// No answer of ours to a click is a hundredth of it.
const BODY_BYTES_MAX: usize = 1024 * 1024;
const END_OF_HEAD: &[u8] = b"\r\n\r\n";

/// A whole answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// 200 and so on.
    pub status: u16,
    /// When the server wants to be asked again.
    pub retry_after_s: Option<u32>,
    /// Whether the server closes the connection now.
    pub closes: bool,
    /// What it says.
    pub body: Vec<u8>,
}

/// This is no answer that the rehearsal can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable(pub &'static str);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unreadable answer: {}", self.0)
    }
}

impl std::error::Error for Unreadable {}

/// Takes an answer from the front of what has come in; `None` if it is not all there yet.
pub fn take(buffer: &mut Vec<u8>) -> Result<Option<Response>, Unreadable> {
    let Some(head_bytes) = head_bytes(buffer) else {
        return if buffer.len() > HEAD_BYTES_MAX {
            Err(Unreadable("a long head"))
        } else {
            Ok(None)
        };
    };
    let (mut response, body_bytes) = read_head(&buffer[..head_bytes])?;
    let end = head_bytes + END_OF_HEAD.len() + body_bytes;
    if buffer.len() < end {
        return Ok(None);
    }
    response.body = buffer[end - body_bytes..end].to_vec();
    buffer.drain(..end);
    Ok(Some(response))
}

fn head_bytes(buffer: &[u8]) -> Option<usize> {
    buffer.windows(END_OF_HEAD.len()).position(|bytes| bytes == END_OF_HEAD)
}

/// The answer without its body, and how long that is.
fn read_head(head: &[u8]) -> Result<(Response, usize), Unreadable> {
    let head = std::str::from_utf8(head).map_err(|_| Unreadable("a head that is no text"))?;
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(status_of).ok_or(Unreadable("no status"))?;
    let mut response = Response { status, retry_after_s: None, closes: false, body: Vec::new() };
    let mut body_bytes = None;
    for line in lines {
        let (name, value) = line.split_once(':').ok_or(Unreadable("a line that is no header"))?;
        let value = value.trim();
        if name.eq_ignore_ascii_case("content-length") {
            body_bytes = value.parse().ok();
        } else if name.eq_ignore_ascii_case("retry-after") {
            response.retry_after_s = value.parse().ok();
        } else if name.eq_ignore_ascii_case("connection") {
            response.closes = value.eq_ignore_ascii_case("close");
        }
    }
    match body_bytes {
        Some(bytes) if bytes <= BODY_BYTES_MAX => Ok((response, bytes)),
        Some(_) => Err(Unreadable("a long body")),
        None => Err(Unreadable("no content-length")),
    }
}

fn status_of(line: &str) -> Option<u16> {
    line.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUSY: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\n\
        Retry-After: 2\r\nconnection: close\r\nContent-Length: 4\r\n\r\nbusy";
    const OK: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";

    #[test]
    fn an_answer_may_come_in_pieces() {
        for cut in 0..BUSY.len() {
            let mut buffer = BUSY[..cut].to_vec();
            assert_eq!(take(&mut buffer), Ok(None), "{cut} bytes");
            buffer.extend_from_slice(&BUSY[cut..]);
            let response = take(&mut buffer).expect("readable").expect("whole");
            let expected = Response {
                status: 503,
                retry_after_s: Some(2),
                closes: true,
                body: b"busy".to_vec(),
            };
            assert_eq!(response, expected);
            assert!(buffer.is_empty());
        }
    }

    #[test]
    fn what_follows_an_answer_stays() {
        let mut buffer = [OK, OK, b"HT"].concat();
        assert_eq!(take(&mut buffer).expect("readable").expect("whole").body, b"{}");
        assert_eq!(take(&mut buffer).expect("readable").expect("whole").status, 200);
        assert_eq!(buffer, b"HT");
    }

    #[test]
    fn what_is_no_answer_is_said_to_be_none() {
        for wrong in [
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n",
            "HTTP/1.1 200 OK\r\ncontent-length: 99999999\r\n\r\n",
            "HTTP/1.1 200 OK\r\ncontent-length: two\r\n\r\n",
            "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
            "HTTP/1.1 ok\r\n\r\n",
            "SSH-2.0-OpenSSH\r\n\r\n",
        ] {
            assert!(take(&mut wrong.as_bytes().to_vec()).is_err(), "{wrong}");
        }
        assert!(take(&mut vec![b'x'; HEAD_BYTES_MAX + 1]).is_err());
    }
}
