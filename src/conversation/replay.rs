//! From a transcript to what was seen.

use thiserror::Error;

use super::draw::{Draw, STREAM};
use super::{Spot, State, Transcript, Turn};
use crate::scenario::{FactId, FollowUp, MomentId, Openness, Reply, Scenario};

/// One turn as it was seen: the reply, the follow-ups in the order shown, and the choice once it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// Where it took place.
    pub moment: MomentId,
    /// Which reply of the moment the customer gave, from 0.
    pub reply: usize,
    /// How often the customer had given that reply before.
    pub given: usize,
    /// How open the customer was before the choice.
    pub openness: Openness,
    /// The facts that the reply revealed and that were not known.
    pub learned: Vec<FactId>,
    /// The follow-ups on offer, by index in the file, in the order shown.
    pub shown: Vec<usize>,
    /// What was chosen, or nothing while the choice is open.
    pub choice: Option<Choice>,
}

/// What was chosen in an exchange, and what it did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Index into [`Exchange::shown`].
    pub chosen: usize,
    /// How open the customer was after it.
    pub openness: Openness,
    /// The facts that the answer revealed and that were not known.
    pub learned: Vec<FactId>,
}

impl Exchange {
    /// The reply that the customer gave.
    #[must_use]
    pub fn reply<'s>(&self, scenario: &'s Scenario) -> &'s Reply {
        &scenario.moment(self.moment).replies[self.reply]
    }

    /// The words that the customer gave it in.
    #[must_use]
    pub fn says<'s>(&self, scenario: &'s Scenario) -> &'s str {
        self.reply(scenario).says_after(self.given)
    }

    /// The follow-up shown at `position`, from 0.
    #[must_use]
    pub fn follow_up<'s>(&self, scenario: &'s Scenario, position: usize) -> &'s FollowUp {
        &self.reply(scenario).follow_ups[self.shown[position]]
    }

    /// The follow-up that was chosen, once one is.
    #[must_use]
    pub fn chosen<'s>(&self, scenario: &'s Scenario) -> Option<&'s FollowUp> {
        self.choice.as_ref().map(|choice| self.follow_up(scenario, choice.chosen))
    }
}

/// Why a transcript cannot be replayed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Mismatch {
    /// Its draws were made by another version.
    #[error("the draws of this conversation are of version {0}, and this tellmore knows version {STREAM}")]
    Stream(u32),
    /// A turn cannot have happened in this scenario.
    #[error("turn {} of this conversation does not fit the scenario", .0 + 1)]
    Turn(usize),
}

/// Plays a conversation forward, turn by turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Player {
    pub(super) state: State,
    pub(super) exchanges: Vec<Exchange>,
}

impl Player {
    /// Has the opening said and the customer reply.
    pub(super) fn begin(scenario: &Scenario, transcript: &Transcript) -> Self {
        let mut player = Self { state: State::start(scenario), exchanges: Vec::new() };
        player.offer(scenario, transcript, None);
        player
    }

    /// Replays `transcript` up to the choice that is open, if the conversation is not over.
    pub(super) fn replay(scenario: &Scenario, transcript: &Transcript) -> Result<Self, Mismatch> {
        if transcript.stream != STREAM {
            return Err(Mismatch::Stream(transcript.stream));
        }
        let mut player = Self { state: State::start(scenario), exchanges: Vec::new() };
        for (number, &turn) in transcript.turns.iter().enumerate() {
            player.take(scenario, transcript, turn).ok_or(Mismatch::Turn(number))?;
        }
        player.offer(scenario, transcript, None);
        Ok(player)
    }

    /// Replays one turn; nothing where it cannot have happened.
    fn take(&mut self, scenario: &Scenario, transcript: &Transcript, turn: Turn) -> Option<()> {
        self.offer(scenario, transcript, Some(turn.reply))?;
        let position = self.exchanges.last()?.shown.iter().position(|&index| index == turn.follow_up)?;
        self.say(scenario, position);
        Some(())
    }

    /// Has the customer reply: with `reply` where it is known and live, else with the one that is drawn. Nothing where
    /// it is not the customer's turn or `reply` is not live.
    pub(super) fn offer(&mut self, scenario: &Scenario, transcript: &Transcript, reply: Option<usize>) -> Option<()> {
        let Spot::Moment(moment) = self.state.spot else { return None };
        let number = self.exchanges.len();
        let mut draw = Draw::of_turn(transcript.seed, number);
        let mut live = self.state.live(scenario, moment);
        if let (0, Some(kind)) = (number, &transcript.first) {
            live.retain(|&(index, _)| scenario.moment(moment).replies[index].kind == *kind);
        }
        let weights: Vec<u32> = live.iter().map(|&(_, odds)| odds).collect();
        let drawn = live.get(draw.pick(&weights)?)?.0;
        let index = match reply {
            Some(index) => live.iter().find(|&&(live, _)| live == index)?.0,
            None => drawn,
        };

        let reply = &scenario.moment(moment).replies[index];
        let mut learned = reply.reveals.clone();
        learned.retain(|fact| !self.state.known.contains(fact));
        self.state.hear(reply);
        let mut shown = self.state.on_offer(moment, reply);
        draw.shuffle(&mut shown);
        let given = self.exchanges.iter().filter(|past| past.moment == moment && past.reply == index).count();
        let openness = self.state.openness;
        self.exchanges.push(Exchange { moment, reply: index, given, openness, learned, shown, choice: None });
        Some(())
    }

    /// Says the follow-up at `position` of the open exchange and returns the turn; nothing where none is open or there
    /// is no such position.
    pub(super) fn say(&mut self, scenario: &Scenario, position: usize) -> Option<Turn> {
        let exchange = self.exchanges.last_mut().filter(|exchange| exchange.choice.is_none())?;
        let index = *exchange.shown.get(position)?;
        let follow_up = exchange.follow_up(scenario, position);
        let mut learned = follow_up.reveals.clone();
        learned.retain(|fact| !self.state.known.contains(fact));
        self.state.say(scenario, exchange.moment, follow_up);
        exchange.choice = Some(Choice { chosen: position, openness: self.state.openness, learned });
        Some(Turn { reply: exchange.reply, follow_up: index })
    }
}
