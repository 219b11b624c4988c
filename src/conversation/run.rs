//! The conversation that a rep is in.

use thiserror::Error;

use super::replay::{Exchange, Mismatch, Player};
use super::{Spot, State, Transcript, Turn};
use crate::scenario::{ReplyKind, Scenario};

/// What can happen to a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The rep says the follow-up at this position of those shown, from 0.
    Say(usize),
    /// The rep takes back the turn with this number, from 0, and all after it.
    TakeBack(usize),
}

/// What the world has to do after an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Keep turn `number`, from 0.
    Keep {
        /// The number of the turn.
        number: usize,
        /// What was drawn and chosen in it.
        turn: Turn,
    },
    /// Forget turn `from`, from 0, and all after it.
    Forget {
        /// The number of the first turn to forget.
        from: usize,
    },
    /// The conversation is over; the debrief can be made.
    Over,
}

/// One run of a scenario. It holds no scenario: each call is given the one that it was begun with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    transcript: Transcript,
    player: Player,
}

/// The kind of reply that was asked for is not among those that the customer can give first.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the customer's first reply here is never \"{}\"", asked.label())]
pub struct NoSuchReply {
    /// What was asked for.
    pub asked: ReplyKind,
    /// What the customer can reply first.
    pub possible: Vec<ReplyKind>,
}

impl Conversation {
    /// Begins a conversation: the opening is said, and the customer has replied.
    ///
    /// # Errors
    /// Where a first reply of kind `first` is asked for and the customer cannot give one.
    pub fn begin(scenario: &Scenario, seed: u64, first: Option<ReplyKind>) -> Result<Self, NoSuchReply> {
        if let Some(asked) = &first {
            let moment = scenario.opening.then;
            let live = State::start(scenario).live(scenario, moment);
            let mut possible: Vec<ReplyKind> = Vec::new();
            for (index, _) in live {
                let kind = &scenario.moment(moment).replies[index].kind;
                if !possible.contains(kind) {
                    possible.push(kind.clone());
                }
            }
            if !possible.contains(asked) {
                return Err(NoSuchReply { asked: asked.clone(), possible });
            }
        }
        let transcript = Transcript::new(seed, first);
        let player = Player::begin(scenario, &transcript);
        Ok(Self { transcript, player })
    }

    /// Takes up a conversation where its transcript stops.
    ///
    /// # Errors
    /// Where the transcript was not made with this scenario, or by a version that draws otherwise.
    pub fn resume(scenario: &Scenario, transcript: Transcript) -> Result<Self, Mismatch> {
        let player = Player::replay(scenario, &transcript)?;
        Ok(Self { transcript, player })
    }

    /// Changes the conversation by `event` and returns what the world has to do. An event that cannot happen now (a
    /// position that is not shown, a turn that was not taken) changes nothing.
    pub fn handle(&mut self, scenario: &Scenario, event: Event) -> Vec<Effect> {
        match event {
            Event::Say(position) => self.say(scenario, position),
            Event::TakeBack(number) => self.take_back(scenario, number),
        }
    }

    fn say(&mut self, scenario: &Scenario, position: usize) -> Vec<Effect> {
        let Some(turn) = self.player.say(scenario, position) else { return Vec::new() };
        let mut effects = vec![Effect::Keep { number: self.transcript.turns.len(), turn }];
        self.transcript.turns.push(turn);
        self.player.offer(scenario, &self.transcript, None);
        if self.is_over() {
            effects.push(Effect::Over);
        }
        effects
    }

    fn take_back(&mut self, scenario: &Scenario, number: usize) -> Vec<Effect> {
        if number >= self.transcript.turns.len() {
            return Vec::new();
        }
        let mut transcript = self.transcript.clone();
        transcript.turns.truncate(number);
        let Ok(player) = Player::replay(scenario, &transcript) else { return Vec::new() };
        (self.transcript, self.player) = (transcript, player);
        vec![Effect::Forget { from: number }]
    }

    /// What it is replayed from.
    #[must_use]
    pub const fn transcript(&self) -> &Transcript {
        &self.transcript
    }

    /// The turns as they were seen; the last one is open while the rep has something to choose.
    #[must_use]
    pub fn exchanges(&self) -> &[Exchange] {
        &self.player.exchanges
    }

    /// The turn whose choice is open; nothing when the conversation is over.
    #[must_use]
    pub fn open(&self) -> Option<&Exchange> {
        self.player.exchanges.last().filter(|exchange| exchange.choice.is_none())
    }

    /// Where it stands and what is known.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.player.state
    }

    /// Whether it is over: at an ending, or stuck.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        !matches!(self.player.state.spot, Spot::Moment(_))
    }
}
