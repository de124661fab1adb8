//! A Kafka broker's address in what it answers, replaced by that of the proxy before it.

use tokio::io::{self, AsyncRead, AsyncReadExt};

const LENGTH_BYTES: usize = 4;
const HOST: &str = "127.0.0.1";

/// Puts one address in another's place. Both are as long, so that every length around them stays
/// true.
#[derive(Clone)]
pub struct Rewrite {
    from: Vec<u8>,
    to: Vec<u8>,
}

impl Rewrite {
    /// From one port of this machine to another.
    pub fn of_port(from: u16, to: u16) -> Self {
        Self { from: as_told(from), to: as_told(to) }
    }

    /// The next frame of Kafka's, rewritten. Whole, since an address may arrive in two pieces.
    pub async fn read_frame(&self, from: &mut (impl AsyncRead + Unpin)) -> io::Result<Vec<u8>> {
        let length = from.read_u32().await?;
        let mut frame = vec![0; LENGTH_BYTES + length as usize];
        frame[..LENGTH_BYTES].copy_from_slice(&length.to_be_bytes());
        from.read_exact(&mut frame[LENGTH_BYTES..]).await?;
        self.apply(&mut frame);
        Ok(frame)
    }

    fn apply(&self, frame: &mut [u8]) {
        for at in 0..frame.len() {
            if frame[at..].starts_with(&self.from) {
                frame[at..at + self.to.len()].copy_from_slice(&self.to);
            }
        }
    }
}

/// How host and port stand next to each other in Metadata's and FindCoordinator's answers, in all
/// their versions: only the host's length before them is written in different ways.
fn as_told(port: u16) -> Vec<u8> {
    [HOST.as_bytes(), &u32::from(port).to_be_bytes()].concat()
}

#[tokio::test]
async fn every_address_is_rewritten_wherever_a_read_ends() {
    let body = |port| [b"\x09", &as_told(port)[..], b"rack 127.0.0.1", &as_told(port)].concat();
    let frame = |body: Vec<u8>| [&(body.len() as u32).to_be_bytes()[..], &body].concat();
    let stream = [frame(body(9_092)), frame(body(9_093)), frame(vec![])].concat();
    for piece in 1..stream.len() {
        let (mut near, mut far) = io::duplex(piece);
        let sent = stream.clone();
        tokio::spawn(async move { io::AsyncWriteExt::write_all(&mut far, &sent).await });
        let rewrite = Rewrite::of_port(9_092, 40_001);
        assert_eq!(rewrite.read_frame(&mut near).await.unwrap(), frame(body(40_001)), "{piece}");
        assert_eq!(rewrite.read_frame(&mut near).await.unwrap(), frame(body(9_093)), "{piece}");
        assert_eq!(rewrite.read_frame(&mut near).await.unwrap(), frame(vec![]), "{piece}");
        assert!(rewrite.read_frame(&mut near).await.is_err(), "the end");
    }
}
