//! A connection that stays open, with one request on it at a time.

use super::Address;
use super::response::{self, Response};
use std::io::{self, ErrorKind, Write};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const BUFFER_BYTES: usize = 4 * 1024;

/// A form as the shop's pages send it, from somebody who is signed in.
#[derive(Clone, Copy, Debug)]
pub struct FormRequest<'a> {
    /// Where to.
    pub path: &'a str,
    /// The session's token.
    pub session: &'a str,
    /// Form-encoded.
    pub form: &'a str,
}

/// A connection to one server.
pub struct Connection {
    stream: TcpStream,
    host: String,
    outgoing: Vec<u8>,
    incoming: Vec<u8>,
}

impl Connection {
    /// Connects.
    pub async fn open(address: &Address) -> io::Result<Self> {
        let stream = TcpStream::connect(address.host()).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            host: address.host().to_owned(),
            outgoing: Vec::with_capacity(BUFFER_BYTES),
            incoming: Vec::with_capacity(BUFFER_BYTES),
        })
    }

    /// Whether the server has closed it, as far as it is known here.
    pub fn is_closed(&self) -> bool {
        match self.stream.try_read(&mut [0]) {
            Ok(_) => true, // The end, or bytes that nobody asked for.
            Err(error) => error.kind() != ErrorKind::WouldBlock,
        }
    }

    /// Sends a form and waits for the answer. After an error the connection is of no use: an
    /// answer might still come, to the wrong question.
    pub async fn send(&mut self, request: FormRequest<'_>) -> io::Result<Response> {
        self.outgoing.clear();
        write_form(&mut self.outgoing, &self.host, request);
        self.exchange().await
    }

    /// Asks for a page, as nobody in particular.
    pub async fn get(&mut self, path: &str) -> io::Result<Response> {
        self.outgoing.clear();
        write!(self.outgoing, "GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host)?;
        self.exchange().await
    }

    /// Sends what is written and waits for the answer.
    async fn exchange(&mut self) -> io::Result<Response> {
        self.stream.write_all(&self.outgoing).await?;
        loop {
            match response::take(&mut self.incoming) {
                Ok(Some(response)) => return Ok(response),
                Ok(None) => {}
                Err(unreadable) => return Err(io::Error::new(ErrorKind::InvalidData, unreadable)),
            }
            if self.stream.read_buf(&mut self.incoming).await? == 0 {
                return Err(ErrorKind::UnexpectedEof.into());
            }
        }
    }
}

/// A form's request, written behind what is there.
pub fn write_form(out: &mut Vec<u8>, host: &str, request: FormRequest<'_>) {
    let FormRequest { path, session, form } = request;
    let head = format_args!(
        "POST {path} HTTP/1.1\r\n\
         Host: {host}\r\n\
         Cookie: session={session}\r\n\
         Accept: application/json\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {}\r\n\r\n{form}",
        form.len()
    );
    // Memory takes everything.
    out.write_fmt(head).ok();
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::net::TcpListener;

    const REQUEST: FormRequest<'_> =
        FormRequest { path: "/api/drops/join", session: "t0k", form: "drop_id=7" };

    /// Gives each of the answers to one request, then closes.
    async fn server(answers: Vec<&'static str>) -> (Address, tokio::task::JoinHandle<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let heard = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.expect("a client");
            let mut heard = Vec::new();
            for (n, answer) in answers.iter().enumerate() {
                while heard.windows(9).filter(|bytes| bytes == b"drop_id=7").count() <= n {
                    stream.read_buf(&mut heard).await.expect("a request");
                }
                stream.write_all(answer.as_bytes()).await.expect("an answer");
            }
            String::from_utf8(heard).expect("text")
        });
        (format!("http://127.0.0.1:{port}").parse().expect("an address"), heard)
    }

    #[tokio::test]
    async fn one_connection_takes_one_request_after_the_other() {
        let ok = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
        let (address, heard) = server(vec![ok, ok]).await;
        let mut connection = Connection::open(&address).await.expect("a connection");
        for _ in 0..2 {
            assert_eq!(connection.send(REQUEST).await.expect("an answer").body, b"{}");
        }
        let heard = heard.await.expect("the server");
        let host = address.host();
        assert!(heard.starts_with(&format!("POST /api/drops/join HTTP/1.1\r\nHost: {host}\r\n")));
        assert!(heard.contains("\r\nCookie: session=t0k\r\nAccept: application/json\r\n"));
        assert!(heard.ends_with("\r\nContent-Length: 9\r\n\r\ndrop_id=7"));
        connection.stream.readable().await.expect("the end");
        assert!(connection.is_closed());
    }

    #[tokio::test]
    async fn an_answer_cut_short_is_none() {
        let (address, _) = server(vec!["HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{}"]).await;
        let mut connection = Connection::open(&address).await.expect("a connection");
        assert!(!connection.is_closed());
        let error = connection.send(REQUEST).await.expect_err("half an answer");
        assert_eq!(error.kind(), ErrorKind::UnexpectedEof);
    }
}
