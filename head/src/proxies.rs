//! Which proxies are believed when they say whom they have seen.

use http::{HeaderMap, HeaderName};
use ipnet::IpNet;
use std::net::IpAddr;
use std::str::FromStr;

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The proxies in front of the shop; without any, everybody is who they seem.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<IpNet>);

impl TrustedProxies {
    /// Whether it is a proxy that is believed.
    pub fn trust(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }

    /// Where a request comes from: the peer, or whom the nearest trusted proxy has seen. What
    /// stands further to the left in the header anybody may have written.
    pub fn address(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut nearest = peer.to_canonical();
        let lines = headers.get_all(&X_FORWARDED_FOR).into_iter().rev();
        let hops = lines.flat_map(|line| line.to_str().unwrap_or_default().rsplit(','));
        for hop in hops {
            if !self.trust(nearest) {
                break;
            }
            let Ok(hop) = hop.trim().parse::<IpAddr>() else { break };
            nearest = hop.to_canonical();
        }
        nearest
    }
}

impl FromStr for TrustedProxies {
    type Err = String;

    /// Networks, and addresses of single proxies, with commas between them.
    fn from_str(text: &str) -> Result<Self, String> {
        let named = text.split(',').map(str::trim).filter(|proxy| !proxy.is_empty());
        let networks = named.map(|proxy| {
            let address = proxy.parse::<IpAddr>().map(|address| address.to_canonical().into());
            address
                .or_else(|_| proxy.parse())
                .map_err(|_| format!("{proxy:?} is neither an address nor a network"))
        });
        networks.collect::<Result<_, _>>().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    /// What the proxies of `10.0.0.0/8` have forwarded, line by line, to the peer.
    fn address(peer: &str, forwarded_for: &[&str]) -> IpAddr {
        let mut headers = HeaderMap::new();
        for line in forwarded_for {
            headers.append(X_FORWARDED_FOR, line.parse().unwrap());
        }
        let proxies: TrustedProxies = "10.0.0.0/8".parse().unwrap();
        proxies.address(ip(peer), &headers)
    }

    #[test]
    fn whoever_is_no_trusted_proxy_stands_for_themselves_whatever_they_write() {
        assert_eq!(address("203.0.113.7", &[]), ip("203.0.113.7"));
        assert_eq!(address("203.0.113.7", &["198.51.100.1"]), ip("203.0.113.7"));
        assert_eq!(address("::ffff:203.0.113.7", &["10.0.0.1"]), ip("203.0.113.7"));
    }

    #[test]
    fn behind_trusted_proxies_it_is_whom_the_first_of_them_saw() {
        assert_eq!(address("10.0.0.1", &["203.0.113.7"]), ip("203.0.113.7"));
        assert_eq!(address("10.0.0.1", &["203.0.113.7, 10.2.3.4"]), ip("203.0.113.7"));
        assert_eq!(address("10.0.0.1", &["203.0.113.7", "10.2.3.4"]), ip("203.0.113.7"));
        assert_eq!(address("10.0.0.1", &[]), ip("10.0.0.1"), "it forwarded nothing");
    }

    #[test]
    fn what_was_there_before_the_proxies_is_not_believed() {
        let forged = ["198.51.100.1, 198.51.100.2", "10.9.9.9, 203.0.113.7"];
        assert_eq!(address("10.0.0.1", &forged), ip("203.0.113.7"));
        assert_eq!(address("10.0.0.1", &["198.51.100.1, nonsense"]), ip("10.0.0.1"));
    }

    #[test]
    fn a_setting_names_addresses_and_networks() {
        let proxies: TrustedProxies =
            " 10.0.0.1, ::ffff:10.0.0.3, 2001:db8::/32 ,".parse().unwrap();
        assert!(proxies.trust(ip("10.0.0.1")) && proxies.trust(ip("::ffff:10.0.0.1")));
        assert!(proxies.trust(ip("10.0.0.3")) && proxies.trust(ip("::ffff:10.0.0.3")));
        assert!(proxies.trust(ip("2001:db8::7")) && !proxies.trust(ip("10.0.0.2")));
        assert_eq!("".parse(), Ok(TrustedProxies::default()));
        let refused = "10.0.0.1,proxy.kr".parse::<TrustedProxies>().unwrap_err();
        assert_eq!(refused, "\"proxy.kr\" is neither an address nor a network");
    }
}
