//! As much of RFC 6455 as a socket of the shop's needs.

/// A server's frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame<'a> {
    /// What the shop says.
    Text(&'a [u8]),
    /// "Are you there?"
    Ping,
    /// The end.
    Close,
    /// Nothing that matters here.
    Other,
}

const TEXT: u8 = 0x1;
const CLOSE: u8 = 0x8;
const PING: u8 = 0x9;
const PONG: u8 = 0xA;
const FIN: u8 = 0x80;
const MASKED: u8 = 0x80;
const OPCODE: u8 = 0x0F;
/// Longer payloads have their length in two more bytes, or in eight.
const LENGTH_IN_TWO: u8 = 126;
const LENGTH_IN_EIGHT: u8 = 127;
/// A client has to mask what it sends; a mask of zeros changes nothing.
const MASK: [u8; 4] = [0; 4];

/// The first frame of these bytes, and how long it is; `None` if it is not all there yet.
pub fn read(bytes: &[u8]) -> Option<(Frame<'_>, usize)> {
    let (head, length) = (*bytes.first()?, *bytes.get(1)?);
    let (start, length) = match length {
        LENGTH_IN_TWO => (4, u16::from_be_bytes(bytes.get(2..4)?.try_into().ok()?).into()),
        LENGTH_IN_EIGHT => (10, u64::from_be_bytes(bytes.get(2..10)?.try_into().ok()?)),
        short => (2, short.into()),
    };
    let end = start + usize::try_from(length).ok()?;
    let payload = bytes.get(start..end)?;
    let frame = match head & OPCODE {
        TEXT => Frame::Text(payload),
        PING => Frame::Ping,
        CLOSE => Frame::Close,
        _ => Frame::Other,
    };
    Some((frame, end))
}

/// A text of at most 125 bytes, as a browser sends it.
pub fn text(text: &str) -> Vec<u8> {
    write(TEXT, text.as_bytes())
}

/// "I am."
pub fn pong() -> Vec<u8> {
    write(PONG, &[])
}

fn write(opcode: u8, payload: &[u8]) -> Vec<u8> {
    debug_assert!(payload.len() < usize::from(LENGTH_IN_TWO));
    let mut frame = vec![FIN | opcode, MASKED | payload.len() as u8];
    frame.extend(MASK);
    frame.extend(payload);
    frame
}
