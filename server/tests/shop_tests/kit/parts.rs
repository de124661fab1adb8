//! Where the parts are: `bin/test` says so in the environment.

pub fn address(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run the tests by bin/test"))
}

/// `host:port` of an address like `mysql://user:password@host:port/name`.
pub fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    rest.split('/').next().unwrap_or(rest)
}

/// The same address at another `host:port`.
pub fn moved_to(url: &str, host: &str) -> String {
    url.replacen(host_of(url), host, 1)
}
