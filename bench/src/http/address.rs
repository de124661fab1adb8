//! Where a server is.

use std::str::FromStr;

const SCHEME: &str = "http://";
const PORT: u16 = 80;

/// The host and port of an `http://` address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// `host:port`, to connect to and for the Host header.
    pub fn host(&self) -> &str {
        &self.0
    }
}

impl FromStr for Address {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text:?} is no http://host:port");
        let host = text.trim().strip_prefix(SCHEME).ok_or_else(wrong)?.trim_end_matches('/');
        if host.is_empty() || host.contains(['/', '@', '?', '#', ' ']) {
            return Err(wrong());
        }
        let port = host.rsplit_once(':').map(|(_, port)| port).filter(|port| !port.ends_with(']'));
        match port {
            None => Ok(Self(format!("{host}:{PORT}"))),
            Some(port) if port.parse::<u16>().is_ok() => Ok(Self(host.to_owned())),
            Some(_) => Err(wrong()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_host_and_a_port() {
        for (text, host) in [
            ("http://127.0.0.1:3000", "127.0.0.1:3000"),
            ("http://localhost/", "localhost:80"),
            ("http://[::1]:3000", "[::1]:3000"),
            ("http://[::1]", "[::1]:80"),
        ] {
            assert_eq!(text.parse::<Address>().expect(text).host(), host);
        }
    }

    #[test]
    fn what_else_there_is_gets_refused() {
        for text in ["", "127.0.0.1:3000", "https://a:1", "http://", "http://a:b", "http://a/b"] {
            assert!(text.parse::<Address>().is_err(), "{text}");
        }
    }
}
