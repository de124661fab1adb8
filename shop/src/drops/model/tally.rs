//! How often everything happened: a fault that never hit proves nothing.

macro_rules! events {
    ($($event:ident)*) => {
        /// Something that a history may meet.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Event {
            $($event),*
        }

        impl Event {
            pub const ALL: &[Self] = &[$(Self::$event),*];
        }
    };
}

// Faults; what people and the owner did; what came of it.
events! {
    ServerDied IssuerOvertaken RedisAway RedisUnreachableForOne PowerCut RedisWiped MySqlAway
    ClockSetBack RedisAnswerLost CommitAnswerLost AnswerLost NewsLost NewsDoubled NewsOvertook

    Clicked ClickedTogether ClickedTwice Asked MemberLeft Paused Resumed QuotaRaised Closed

    TicketGiven TicketRepeated TicketVoided DecidedAgain EntryHalfDecided
    Issued IssuedAtDoor IssuedAfterClosing KeptBack LeaseGivenUp SettledTooLate SoldOut
    LineBuilt LineReplaced GateToldOfChange PlaceKept TornLineSeen
    ToldIssued ToldIssuedByNews ToldSoldOut ToldSoldOutFromMemory ToldSoldOutUnheard ToldPaused
    ToldClosed ToldNotOpen ToldWaiting ToldNotJoined
}

/// So often.
#[derive(Clone)]
pub struct Tally([u64; Event::ALL.len()]);

impl Default for Tally {
    fn default() -> Self {
        Self([0; Event::ALL.len()])
    }
}

impl Tally {
    pub fn count(&mut self, event: Event) {
        self.0[event as usize] += 1;
    }

    pub fn add(&mut self, other: &Self) {
        for (sum, more) in self.0.iter_mut().zip(other.0) {
            *sum += more;
        }
    }

    pub fn of(&self, event: Event) -> u64 {
        self.0[event as usize]
    }
}
