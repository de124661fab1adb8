//! Challenges and proofs: who is believed, and who is not.

use super::*;
use proptest::prelude::*;

fn bits(bits: u8) -> Bits {
    Bits::new(bits).expect("some bits")
}

fn solve(challenge: &Challenge) -> Proof {
    Search::new(challenge.clone()).go_on(u32::MAX).expect("a proof")
}

#[test]
fn one_to_twenty_four_bits_may_be_asked_for() {
    assert_eq!(
        [0, 1, 24, 25, 255].map(Bits::new),
        [None, Some(Bits(1)), Some(Bits(24)), None, None]
    );
    assert!(serde_json::from_str::<Bits>("25").is_err());
}

#[test]
fn a_challenge_is_told_beside_its_bits() {
    let challenge = Challenge { text: "7.ab".into(), bits: bits(18) };
    let told = serde_json::to_string(&challenge).expect("JSON");
    assert_eq!(told, r#"{"challenge":"7.ab","bits":18}"#);
}

#[test]
fn a_search_in_slices_finds_what_one_in_a_go_finds() {
    let challenge = Challenge { text: "7.ab".into(), bits: bits(10) };
    let mut search = Search::new(challenge.clone());
    let mut slices = std::iter::repeat_with(|| search.go_on(3));
    assert_eq!(slices.find_map(|found| found), Some(solve(&challenge)));
}

proptest! {
    #[test]
    fn what_a_search_finds_is_a_proof_and_comes_back_from_its_text(text in "[0-9a-f.]{0,80}") {
        let challenge = Challenge { text, bits: bits(6) };
        let proof = solve(&challenge);
        prop_assert!(proof.has(bits(6)));
        prop_assert_eq!(Proof::parse(&proof.to_string()), Some(proof));
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in ".{0,200}") {
        if let Some(proof) = Proof::parse(&text) {
            proof.has(bits(24));
        }
    }
}

#[cfg(feature = "ssr")]
mod believing {
    use super::*;
    use crate::Moment;
    use crate::drops::DropId;
    use crate::drops::challenge::seal::WINDOW;
    use crate::members::MemberId;
    use crate::members::sessions::SessionKey;

    const MEMBER: MemberId = MemberId(7);
    const DROP: DropId = DropId(3);
    /// The last millisecond of a window.
    const NOW: Moment = Moment::from_ms(5_983_333 * 5 * 60 * 1_000 - 1);
    const BITS: u8 = 8;

    fn shop_of(digits: &[&str]) -> Challenges {
        let key = |digit: &&str| SessionKey::parse(&digit.repeat(64)).expect("a key");
        Challenges::new(bits(BITS), &digits.iter().map(key).collect::<Vec<_>>())
    }

    /// A proof as a page of [`MEMBER`] sends it.
    fn solved() -> String {
        solve(&shop_of(&["1"]).unmet(MEMBER, DROP, None, NOW).expect("a challenge")).to_string()
    }

    fn is_met_at(shop: &Challenges, proof: &str, now: Moment) -> bool {
        shop.unmet(MEMBER, DROP, Some(proof), now).is_none()
    }

    fn is_met(proof: &str) -> bool {
        is_met_at(&shop_of(&["1"]), proof, NOW)
    }

    #[test]
    fn who_has_solved_their_challenge_is_let_through() {
        assert!(is_met(&solved()));
        assert!(is_met(&solved()), "and again");
        assert!(solved().len() <= PROOF_TEXT_BYTES_MAX);
    }

    #[test]
    fn a_proof_is_worth_nothing_to_another_member_or_for_another_drop() {
        let (shop, proof) = (shop_of(&["1"]), solved());
        assert!(shop.unmet(MemberId(8), DROP, Some(&proof), NOW).is_some());
        assert!(shop.unmet(MEMBER, DropId(4), Some(&proof), NOW).is_some());
    }

    #[test]
    fn a_proof_is_good_for_its_window_and_the_next_one() {
        let (shop, proof) = (shop_of(&["1"]), solved());
        let in_ms = |ms: i64| Moment::from_ms(NOW.ms() + ms);
        let window_ms = WINDOW.as_millis() as i64;
        assert!(is_met_at(&shop, &proof, in_ms(1)));
        assert!(is_met_at(&shop, &proof, in_ms(window_ms)));
        assert!(!is_met_at(&shop, &proof, in_ms(window_ms + 1)));
        assert!(is_met_at(&shop, &proof, in_ms(-window_ms)), "a clock that is behind");
        assert!(!is_met_at(&shop, &proof, in_ms(-2 * window_ms)));
    }

    #[test]
    fn every_key_is_believed_and_another_shops_is_not() {
        let proof = solved();
        assert!(is_met_at(&shop_of(&["2", "1"]), &proof, NOW), "the key was replaced");
        assert!(!is_met_at(&shop_of(&["2"]), &proof, NOW));
    }

    #[test]
    fn too_little_work_is_none() {
        let shop = shop_of(&["1"]);
        let challenge = shop.unmet(MEMBER, DROP, None, NOW).expect("a challenge");
        let mut tried = (0..).map(|nonce| Proof { challenge: challenge.text.clone(), nonce });
        let lazy = tried.find(|proof| proof.has(bits(BITS - 1)) && !proof.has(bits(BITS)));
        assert!(!is_met(&lazy.expect("a proof of one bit less").to_string()));
    }

    #[test]
    fn who_makes_a_challenge_of_their_own_works_in_vain() {
        let text = format!("{}.{}", NOW.ms() / WINDOW.as_millis() as i64, "0".repeat(64));
        let proof = solve(&Challenge { text, bits: bits(BITS) });
        assert!(proof.has(bits(BITS)) && !is_met(&proof.to_string()));
    }

    #[test]
    fn who_is_not_believed_gets_the_challenge_of_the_moment() {
        let shop = shop_of(&["1"]);
        let late = NOW.plus(3 * WINDOW);
        let fresh = shop.unmet(MEMBER, DROP, Some(&solved()), late).expect("a challenge");
        assert!(is_met_at(&shop, &solve(&fresh).to_string(), late));
    }

    proptest! {
        #[test]
        fn a_challenge_with_any_byte_changed_is_nobodys(at in 0..70_usize, byte in b'0'..=b'f') {
            let challenge = shop_of(&["1"]).unmet(MEMBER, DROP, None, NOW).expect("a challenge");
            let mut text = challenge.text.clone().into_bytes();
            let at = at % text.len();
            // Hexadecimal digits are read in either case.
            prop_assume!(!text[at].eq_ignore_ascii_case(&byte));
            text[at] = byte;
            let text = String::from_utf8(text).expect("ASCII");
            let proof = solve(&Challenge { text, ..challenge });
            prop_assert!(!is_met(&proof.to_string()));
        }

        #[test]
        fn no_text_is_believed_or_panics(text in "(.{0,200}|[0-9]{1,20}\\.[0-9a-f]{64}\\.[0-9]{1,20})") {
            prop_assert!(!is_met(&text));
        }
    }
}
