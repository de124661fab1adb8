//! The first words of TLS, said byte by byte: no client of today would offer what is old.

use crate::kit::caddy::Caddy;
use std::io::{Read, Write};

pub const TLS_1_1: u16 = 0x0302;
pub const TLS_1_2: u16 = 0x0303;
/// `ECDHE_ECDSA_WITH_AES_128_GCM_SHA256`.
pub const GOOD: &[u16] = &[0xc02b];
/// The same key exchange with AES-CBC, 128 and 256 bits, and with RC4.
pub const OLD: &[u16] = &[0xc009, 0xc00a, 0xc007];

const RECORD_ALERT: u8 = 21;
const RECORD_HANDSHAKE: u8 = 22;
const SECP256R1: u16 = 0x0017;
const ECDSA_SHA256: u16 = 0x0403;
const ECDSA_SHA1: u16 = 0x0203;

/// What is said to a hello.
#[derive(Debug, PartialEq, Eq)]
pub enum Said {
    /// It goes on.
    Hello,
    /// RFC 8446, section 6.2: 40 is `handshake_failure`, 70 `protocol_version`.
    Alert(u8),
}

/// Says hello in a version of TLS, and hears the answer.
pub fn say(caddy: &Caddy, version: u16, suites: &[u16]) -> Said {
    let mut stream = caddy.connect().unwrap();
    stream.write_all(&hello(version, suites)).unwrap();
    let mut record = [0; 7];
    stream.read_exact(&mut record).unwrap();
    match record[0] {
        RECORD_HANDSHAKE => Said::Hello,
        RECORD_ALERT => Said::Alert(record[6]),
        other => panic!("a record of type {other}"),
    }
}

fn hello(version: u16, suites: &[u16]) -> Vec<u8> {
    let name = b"localhost";
    let name = [&[0][..], &sized(name)].concat();
    let extensions = [
        extension(0, &sized(&name)),
        extension(10, &sized(&numbers(&[SECP256R1]))),
        extension(11, &[1, 0]),
        extension(13, &sized(&numbers(&[ECDSA_SHA256, ECDSA_SHA1]))),
    ];
    let body = [
        &version.to_be_bytes()[..],
        &[7; 32],
        &[0],
        &sized(&numbers(suites)),
        &[1, 0],
        &sized(&extensions.concat()),
    ];
    let body = body.concat();
    let message = [&[1, 0][..], &sized(&body)].concat();
    [&[RECORD_HANDSHAKE, 3, 1][..], &sized(&message)].concat()
}

fn extension(kind: u16, content: &[u8]) -> Vec<u8> {
    [&kind.to_be_bytes()[..], &sized(content)].concat()
}

fn numbers(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_be_bytes()).collect()
}

/// Behind its length in two bytes.
fn sized(content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len()).unwrap();
    [&length.to_be_bytes()[..], content].concat()
}
