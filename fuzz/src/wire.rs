//! What passes between a page and a server beside forms.

use shop::Refusal;
use shop::chat::RoomState;
use shop::chat::counsel::Tab;
use shop::drops::Click;
use shop::drops::challenge::{Bits, PROOF_TEXT_BYTES_MAX, Proof};
use shop::live::{FromBrowser, ToBrowser};
use shop::members::Role;
use shop::members::identities::Provider;
use shop::orders::State;

/// A frame comes back from what is written of it, whichever side it is from.
pub fn live_frame(text: &str) {
    if let Ok(frame) = serde_json::from_str::<FromBrowser>(text) {
        let written = serde_json::to_string(&frame).expect("a frame can be written");
        assert_eq!(serde_json::from_str::<FromBrowser>(&written).ok(), Some(frame));
    }
    if let Ok(frame) = serde_json::from_str::<ToBrowser>(text) {
        let written = serde_json::to_string(&frame).expect("a frame can be written");
        assert_eq!(serde_json::from_str::<ToBrowser>(&written).ok(), Some(frame));
    }
}

/// A proof is bounded, comes back from its text, and is believed or not without a panic.
pub fn challenge(text: &str) {
    let Some(proof) = Proof::parse(text) else { return };
    assert!(text.len() <= PROOF_TEXT_BYTES_MAX);
    assert_eq!(Proof::parse(&proof.to_string()).as_ref(), Some(&proof));
    let bits = Bits::new(1).expect("one bit");
    // The hardest one is harder than the easiest.
    let hardest = Bits::new(24).expect("twenty-four bits");
    assert!(proof.has(bits) || !proof.has(hardest));
}

/// The click's own lane reads a form as everybody else does, or leaves it to them.
pub fn click(input: &[u8]) {
    let Some(Click { drop, proof }) = Click::read(input) else { return };
    let mut pairs = form_urlencoded::parse(input);
    let mut value = |name: &str| pairs.next().filter(|(key, _)| key == name).map(|pair| pair.1);
    assert_eq!(value("drop_id").and_then(|id| id.parse().ok()), Some(drop.0));
    assert_eq!(value("proof").as_deref(), proof);
    assert!(pairs.next().is_none());
}

/// What an address says of a refusal comes back from what is written of it.
pub fn refusal(text: &str) {
    let Ok(refusal) = serde_json::from_str::<Refusal>(text) else { return };
    assert!((400..600).contains(&refusal.status()));
    let written = serde_json::to_string(&refusal).expect("a refusal can be written");
    assert_eq!(serde_json::from_str::<Refusal>(&written).ok(), Some(refusal));
}

/// A word of an address is the one that is written for what it means.
pub fn words(text: &str) {
    if let Ok(state) = text.parse::<State>() {
        assert_eq!(state.as_str(), text);
    }
    if let Ok(state) = text.parse::<RoomState>() {
        assert_eq!(state.as_str(), text);
    }
    if let Ok(tab) = text.parse::<Tab>() {
        assert_eq!(tab.as_str(), text);
    }
    if let Ok(role) = text.parse::<Role>() {
        assert_eq!(role.as_str(), text);
    }
    if let Ok(provider) = text.parse::<Provider>() {
        assert_eq!(provider.as_str(), text);
    }
}
