//! How the store is asked: by the workspace's own client, which goes where it is told and no further.

use object_store::client::{ClientConfigKey, HttpClient, HttpConnector};
use object_store::{ClientOptions, Error, Result};
use std::time::Duration;

/// The library's own limits.
const TIMEOUT: Duration = Duration::from_secs(30);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// Whoever answers for the store could else lead this server, and a picture, anywhere.
#[derive(Debug)]
pub(super) struct Straight;

impl HttpConnector for Straight {
    fn connect(&self, options: &ClientOptions) -> Result<HttpClient> {
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .https_only(!allows_http(options)?)
            .timeout(TIMEOUT)
            .connect_timeout(CONNECT_TIMEOUT)
            .build();
        client.map(HttpClient::new).map_err(|error| wrong(error.to_string()))
    }
}

/// `AWS_ALLOW_HTTP`, with the library's own words for yes and no.
fn allows_http(options: &ClientOptions) -> Result<bool> {
    let said = options.get_config_value(&ClientConfigKey::AllowHttp).unwrap_or_default();
    match said.to_ascii_lowercase().as_str() {
        "1" | "true" | "on" | "yes" | "y" => Ok(true),
        "" | "0" | "false" | "off" | "no" | "n" => Ok(false),
        _ => Err(wrong(format!("AWS_ALLOW_HTTP: {said:?} is neither yes nor no"))),
    }
}

fn wrong(cause: String) -> Error {
    Error::Generic { store: "S3", source: cause.into() }
}
