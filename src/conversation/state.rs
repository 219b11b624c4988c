//! The rules of a conversation: what can be replied, what can be said, and where that leads.

use std::collections::{BTreeMap, BTreeSet};

use crate::scenario::{EndingId, FactId, FollowUp, Goal, MomentId, Openness, Reply, Scenario};

/// Where a conversation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// It is the customer's turn.
    Moment(MomentId),
    /// It is over.
    Ended(EndingId),
    /// It cannot go on: a mistake of the scenario.
    Stuck(Stuck),
}

/// Why a conversation cannot go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stuck {
    /// No reply is live here.
    NothingToSay(MomentId),
    /// Openness fell to 0, and the scenario has no `if_shut`.
    NoIfShut,
}

/// All that the rest of a conversation depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Where it stands.
    pub spot: Spot,
    /// How open the customer is.
    pub openness: Openness,
    /// What the rep knows.
    pub known: BTreeSet<FactId>,
    /// The lines said, by moment and number.
    pub said: BTreeSet<(MomentId, u32)>,
    /// How often each moment was entered, for those that let the conversation in only so often.
    entered: BTreeMap<MomentId, u32>,
}

impl State {
    /// The state after the opening.
    #[must_use]
    pub fn start(scenario: &Scenario) -> Self {
        let mut state = Self {
            spot: Spot::Moment(scenario.opening.then),
            openness: scenario.customer.openness,
            known: BTreeSet::new(),
            said: BTreeSet::new(),
            entered: BTreeMap::new(),
        };
        state.go(scenario, Goal::Moment(scenario.opening.then));
        state
    }

    /// How often `moment` was entered; counted where it lets the conversation in only so often.
    #[must_use]
    pub fn entered(&self, moment: MomentId) -> u32 {
        self.entered.get(&moment).copied().unwrap_or_default()
    }

    /// The replies that are live at `moment`, by index, each with its odds above 0.
    #[must_use]
    pub fn live(&self, scenario: &Scenario, moment: MomentId) -> Vec<(usize, u32)> {
        let replies = scenario.moment(moment).replies.iter().enumerate();
        replies
            .map(|(index, reply)| (index, reply, reply.odds_at(self.openness)))
            .filter(|&(_, reply, odds)| odds > 0 && self.allows(&reply.needs, &reply.unless, &[]))
            .filter(|&(_, reply, _)| reply.follow_ups.iter().any(|follow_up| self.offers(moment, reply, follow_up)))
            .map(|(index, _, odds)| (index, odds))
            .collect()
    }

    /// The follow-ups to `reply` at `moment` that can be said, by index in the order of the file.
    #[must_use]
    pub fn on_offer(&self, moment: MomentId, reply: &Reply) -> Vec<usize> {
        let follow_ups = reply.follow_ups.iter().enumerate();
        follow_ups.filter(|(_, follow_up)| self.offers(moment, reply, follow_up)).map(|(index, _)| index).collect()
    }

    /// Whether `follow_up` can be said to `reply`, counting what the reply reveals.
    fn offers(&self, moment: MomentId, reply: &Reply, follow_up: &FollowUp) -> bool {
        !self.said.contains(&(moment, follow_up.line))
            && self.allows(&follow_up.needs, &follow_up.unless, &reply.reveals)
    }

    /// Whether all of `needs` and none of `unless` are known, counting `revealed` as known.
    fn allows(&self, needs: &[FactId], unless: &[FactId], revealed: &[FactId]) -> bool {
        let knows = |fact: &FactId| self.known.contains(fact) || revealed.contains(fact);
        needs.iter().all(knows) && !unless.iter().any(knows)
    }

    /// Learns what `reply` reveals.
    pub fn hear(&mut self, reply: &Reply) {
        self.known.extend(&reply.reveals);
    }

    /// Says `follow_up` at `moment`: openness, facts and the way on follow.
    pub fn say(&mut self, scenario: &Scenario, moment: MomentId, follow_up: &FollowUp) {
        self.said.insert((moment, follow_up.line));
        self.openness = self.openness.after(follow_up.opens);
        self.known.extend(&follow_up.reveals);
        let goal = follow_up.then.at(self.openness.band());
        match (goal, scenario.if_shut) {
            (Goal::Moment(_), Some(ending)) if self.openness == Openness::SHUT => self.spot = Spot::Ended(ending),
            (Goal::Moment(_), None) if self.openness == Openness::SHUT => self.spot = Spot::Stuck(Stuck::NoIfShut),
            _ => self.go(scenario, goal),
        }
    }

    /// Goes to `goal`, or where the moments that let nobody in any more send it.
    fn go(&mut self, scenario: &Scenario, mut goal: Goal) {
        // Reading a scenario made sure that following `after` comes to an end.
        self.spot = loop {
            let id = match goal {
                Goal::Ending(id) => break Spot::Ended(id),
                Goal::Moment(id) => id,
            };
            if let Some(at_most) = scenario.moment(id).at_most {
                let entered = self.entered.entry(id).or_insert(0);
                if *entered >= at_most.times {
                    goal = at_most.after;
                    continue;
                }
                *entered += 1;
            }
            break if self.live(scenario, id).is_empty() {
                Spot::Stuck(Stuck::NothingToSay(id))
            } else {
                Spot::Moment(id)
            };
        };
    }
}
