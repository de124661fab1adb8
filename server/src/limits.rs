//! So many clicks of a member and of an address, and no more: nobody gets ahead by clicking faster,
//! and a machine that clicks without end costs no Redis. Of messages and of talks as many as a
//! person can have.

use crate::config::{ChatLimits, ClickLimits};
use crate::post::LetterSettings;
use governor::clock::Clock;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use head::proxies::TrustedProxies;
use http::HeaderMap;
use shop::Shop;
use shop::members::MemberId;
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

/// Twice a second's clicks may come at once: people click twice, and a telephone that was in a
/// tunnel sends what it has kept.
const BURST_SECONDS: u32 = 2;
/// One household or one server has so many bits of an IPv6 address, and the rest is theirs to
/// choose.
const IPV6_NETWORK_BITS: u32 = 64;
const NANOS_PER_MS: u64 = 1_000_000;
const MS_PER_S: u128 = 1_000;

/// Who has clicked, and spoken, how often lately, in this process.
pub struct Limits {
    members: Option<Limiter<MemberId>>,
    addresses: Option<Limiter<IpAddr>>,
    messages: Option<Limiter<Speaker>>,
    rooms: Option<Limiter<Speaker>>,
    sign_ups: Option<Limiter<IpAddr>>,
    letters: Option<Limiter<IpAddr>>,
    /// In front of the shop.
    pub proxies: TrustedProxies,
}

/// Who speaks: a visitor is known by where they come from only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Speaker {
    /// A member, wherever they are.
    Member(MemberId),
    /// Every visitor of an address.
    Address(IpAddr),
}

impl Speaker {
    /// Who speaks in a request that comes from there.
    pub fn of(member: Option<MemberId>, network: IpAddr) -> Self {
        member.map_or(Self::Address(network), Self::Member)
    }
}

type Limiter<K> = RateLimiter<K, DashMapStateStore<K>, ShopClock, NoOpMiddleware<Nanos>>;

/// The shop's clock, as governor reads one.
struct ShopClock(Arc<Shop>);

impl Clock for ShopClock {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        Nanos::new(self.0.now().ms().unsigned_abs() * NANOS_PER_MS)
    }
}

impl Limits {
    /// Limits by the shop's clock.
    pub fn new(
        shop: &Arc<Shop>,
        clicks: &ClickLimits,
        chat: &ChatLimits,
        letters: &LetterSettings,
    ) -> Self {
        Self {
            members: clicks.per_member.map(|per_s| limiter(shop, per_s)),
            addresses: clicks.per_address.map(|per_s| limiter(shop, per_s)),
            messages: chat.messages_per_s.map(|per_s| limiter(shop, per_s)),
            rooms: chat.rooms_per_hour.map(|count| per_hour(shop, count)),
            sign_ups: clicks.sign_ups_per_hour.map(|count| per_hour(shop, count)),
            letters: letters.per_hour.map(|count| per_hour(shop, count)),
            proxies: clicks.trusted_proxies.clone(),
        }
    }

    /// Counts a message.
    ///
    /// # Errors
    /// It is one too many: how long until the next one may come.
    pub fn admit_message(&self, speaker: Speaker) -> Result<(), Duration> {
        self.messages.as_ref().map_or(Ok(()), |messages| check(messages, &speaker))
    }

    /// Counts the beginning of a talk.
    ///
    /// # Errors
    /// It is one too many: how long until the next one may come.
    pub fn admit_room(&self, speaker: Speaker) -> Result<(), Duration> {
        self.rooms.as_ref().map_or(Ok(()), |rooms| check(rooms, &speaker))
    }

    /// Where a request comes from: an address, or the network of one.
    pub fn network(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        network_of(self.proxies.address(peer, headers))
    }

    /// Counts somebody who wants to become a member.
    ///
    /// # Errors
    /// It is one too many from there: how long until the next one may come.
    pub fn admit_sign_up(&self, network: IpAddr) -> Result<(), Duration> {
        self.sign_ups.as_ref().map_or(Ok(()), |sign_ups| check(sign_ups, &network))
    }

    /// Counts a letter that somebody asks for.
    ///
    /// # Errors
    /// It is one too many: how long until the next one may come.
    pub fn admit_letter(&self, network: IpAddr) -> Result<(), Duration> {
        self.letters.as_ref().map_or(Ok(()), |letters| check(letters, &network))
    }

    /// Counts a click.
    ///
    /// # Errors
    /// It is one too many: how long until the next one may come.
    pub fn admit(
        &self,
        member: Option<MemberId>,
        peer: IpAddr,
        headers: &HeaderMap,
    ) -> Result<(), Duration> {
        if let Some(addresses) = &self.addresses {
            check(addresses, &self.network(peer, headers))?;
        }
        match (&self.members, member) {
            (Some(members), Some(member)) => check(members, &member),
            _ => Ok(()),
        }
    }

    /// Forgets who has not clicked lately.
    pub fn forget_old_ones(&self) {
        if let Some(members) = &self.members {
            members.retain_recent();
        }
        for addresses in [&self.addresses, &self.sign_ups, &self.letters].into_iter().flatten() {
            addresses.retain_recent();
        }
        for speakers in [&self.messages, &self.rooms].into_iter().flatten() {
            speakers.retain_recent();
        }
    }
}

fn limiter<K: Hash + Eq + Clone>(shop: &Arc<Shop>, per_s: NonZeroU32) -> Limiter<K> {
    let burst = per_s.saturating_mul(NonZeroU32::MIN.saturating_add(BURST_SECONDS - 1));
    let quota = Quota::per_second(per_s).allow_burst(burst);
    RateLimiter::dashmap_with_clock(quota, ShopClock(Arc::clone(shop)))
}

fn per_hour<K: Hash + Eq + Clone>(shop: &Arc<Shop>, count: NonZeroU32) -> Limiter<K> {
    RateLimiter::dashmap_with_clock(Quota::per_hour(count), ShopClock(Arc::clone(shop)))
}

fn check<K: Hash + Eq + Clone>(limiter: &Limiter<K>, key: &K) -> Result<(), Duration> {
    limiter.check_key(key).map_err(|too_soon| too_soon.wait_time_from(limiter.clock().now()))
}

/// Whole seconds, one at least.
pub fn seconds(wait: Duration) -> u32 {
    u32::try_from(wait.as_millis().div_ceil(MS_PER_S)).unwrap_or(u32::MAX).max(1)
}

/// An IPv4 address, or the network of an IPv6 address.
fn network_of(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => {
            let bits = v6.to_bits() & (u128::MAX << (u128::BITS - IPV6_NETWORK_BITS));
            Ipv6Addr::from_bits(bits).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_network_of_ipv6_is_one_requester() {
        assert_eq!(network_of(ip("2001:db8:1:2:3:4:5:6")), ip("2001:db8:1:2::"));
        assert_ne!(network_of(ip("2001:db8:1:3::1")), network_of(ip("2001:db8:1:2::1")));
        assert_eq!(network_of(ip("203.0.113.7")), ip("203.0.113.7"));
    }
}
