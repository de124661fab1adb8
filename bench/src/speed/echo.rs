//! The yardstick: the barest server that axum makes, which sends back what it gets. How fast that
//! is says what this machine can do in this minute, so every rate is told as a part of it.

use super::child::OwnProcess;
use super::figure::Figure;
use super::ground::{CONNECTIONS, Ground, MANY_CONNECTIONS};
use crate::http::Address;
use axum::Router;
use axum::routing::post;
use axum::serve::ListenerExt;
use bytes::Bytes;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;

/// Where it answers: the same request measures both.
pub const PATH: &str = "/api/drops/join";
const FLAG: &str = "--echo-server";
/// One for each core that the shop's server has.
const WORKER_THREADS: usize = 2;

/// The echo server, as a process of its own: in this one it would share a thread with whoever
/// measures it.
pub struct Echo {
    /// Where it serves.
    pub address: Address,
    _process: OwnProcess,
}

impl Echo {
    /// Starts it.
    pub fn start() -> Result<Self, String> {
        let program = std::env::current_exe().map_err(|error| error.to_string())?;
        let mut command = Command::new(program);
        let mut process = OwnProcess::start(command.arg(FLAG).stdout(Stdio::piped()))?;
        let output = process.output().ok_or("the echo server says nothing")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).map_err(|error| error.to_string())?;
        Ok(Self { address: line.parse()?, _process: process })
    }
}

/// Serves until its input ends: what [`FLAG`] starts.
///
/// # Errors
/// No port is free.
pub fn serve_until_input_ends() -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(WORKER_THREADS)
        .enable_all()
        .build()
        .map_err(|error| error.to_string())?;
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(|error| error.to_string())?;
        let address = listener.local_addr().map_err(|error| error.to_string())?;
        println!("http://{address}");
        let end = async {
            tokio::io::stdin().read_to_end(&mut Vec::new()).await.ok();
        };
        tokio::select! {
            () = serve(listener) => {}
            () = end => {}
        }
        Ok(())
    })
}

/// As the shop serves: an answer goes out when it is written.
pub(super) async fn serve(listener: TcpListener) {
    let listener = listener.tap_io(|stream| {
        stream.set_nodelay(true).ok();
    });
    let router = Router::new().route(PATH, post(async |body: Bytes| body));
    axum::serve(listener, router).await.ok();
}

/// The yardstick by itself.
pub(super) async fn measure(ground: &Ground) -> Result<Vec<Figure>, String> {
    let mut figures = Vec::new();
    for connections in [CONNECTIONS, MANY_CONNECTIONS] {
        let per_s = ground.echo_per_s(connections).await?;
        figures.push(Figure::told(format!("echo, {connections} connections"), "/s", per_s));
    }
    Ok(figures)
}
