//! Which facts may be known, and which always are, where a conversation can come.
//!
//! Only what happens counts, as the survey has it. A fact that is not among those that may be known at a moment is never
//! known there; one that is among those that always are is known there in every conversation. In between this says
//! nothing: it looks at moments and not at states, and is there to give reasons in words.

use std::collections::VecDeque;

use crate::scenario::{Band, FactId, FollowUp, Goal, MomentId, Openness, Reply, Scenario};
use crate::solver::Survey;

/// A set of facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Facts(Vec<u64>);

impl Facts {
    fn none(scenario: &Scenario) -> Self {
        Self(vec![0; scenario.facts.len().div_ceil(64)])
    }

    pub(super) fn has(&self, fact: FactId) -> bool {
        self.0[fact.index() / 64] & (1 << (fact.index() % 64)) != 0
    }

    fn add(&mut self, facts: &[FactId]) {
        for fact in facts {
            self.0[fact.index() / 64] |= 1 << (fact.index() % 64);
        }
    }

    fn remove(&mut self, facts: &[FactId]) {
        for fact in facts {
            self.0[fact.index() / 64] &= !(1 << (fact.index() % 64));
        }
    }

    /// Changes each word of this set with that of another; returns whether that made a difference.
    fn change(&mut self, other: &Self, with: impl Fn(u64, u64) -> u64) -> bool {
        let mut changed = false;
        for (word, &other) in self.0.iter_mut().zip(&other.0) {
            let new = with(*word, other);
            changed |= new != *word;
            *word = new;
        }
        changed
    }
}

/// The facts that may be known and that always are, in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Knowledge {
    pub(super) may: Facts,
    pub(super) always: Facts,
}

impl Knowledge {
    /// What is known once `reply` has been given.
    pub(super) fn heard(&self, reply: &Reply) -> Self {
        let mut heard = self.clone();
        heard.always.add(&reply.needs);
        heard.may.remove(&reply.unless);
        heard.learn(&reply.reveals);
        heard
    }

    /// What is known once `line` has been said.
    fn said(&self, line: &FollowUp) -> Self {
        let mut said = self.clone();
        said.always.add(&line.needs);
        said.may.remove(&line.unless);
        said.learn(&line.reveals);
        said
    }

    fn learn(&mut self, facts: &[FactId]) {
        self.may.add(facts);
        self.always.add(facts);
    }

    /// Adds another way to the same place; returns whether that made a difference.
    fn join(&mut self, other: &Self) -> bool {
        self.may.change(&other.may, |mine, other| mine | other)
            | self.always.change(&other.always, |mine, other| mine & other)
    }
}

/// What is known on coming to each moment, by its number; nothing where no conversation comes.
pub(super) fn known_at(scenario: &Scenario, survey: &Survey) -> Vec<Option<Knowledge>> {
    let numbers = Numbers::of(scenario);
    let nothing = Knowledge { may: Facts::none(scenario), always: Facts::none(scenario) };
    let mut at: Vec<Option<Knowledge>> = vec![None; scenario.moments.len()];
    at[scenario.opening.then.index()] = Some(nothing);
    // First in, first out, and each moment once: what is known there has then come together from all that lead to it.
    let mut waiting = VecDeque::from([scenario.opening.then]);
    let mut waits = vec![false; scenario.moments.len()];
    while let Some(id) = waiting.pop_front() {
        waits[id.index()] = false;
        let Some(here) = at[id.index()].clone() else { continue };
        for (index, reply) in scenario.moment(id).replies.iter().enumerate() {
            let (number, first_line) = numbers.reply(id, index);
            if survey.replies[number].states == 0 {
                continue;
            }
            let heard = here.heard(reply);
            for (line, seen) in reply.follow_ups.iter().zip(&survey.lines[first_line..]) {
                if seen.states == 0 {
                    continue;
                }
                let said = heard.said(line);
                for band in bands_left(seen.leaves) {
                    let mut goal = line.then.at(band);
                    while let Goal::Moment(next) = goal {
                        let changed = match &mut at[next.index()] {
                            Some(known) => known.join(&said),
                            unknown => {
                                *unknown = Some(said.clone());
                                true
                            }
                        };
                        if changed && !std::mem::replace(&mut waits[next.index()], true) {
                            waiting.push_back(next);
                        }
                        let full = survey.moments[next.index()].full;
                        let Some(at_most) = scenario.moment(next).at_most.filter(|_| full) else { break };
                        goal = at_most.after;
                    }
                }
            }
        }
    }
    at
}

/// The bands of the figures of openness in `leaves` with which a conversation goes on: bit 0 is openness 0, which ends it.
pub(super) fn bands_left(leaves: u16) -> impl Iterator<Item = Band> {
    let left =
        move |band: &Band| (1..=Openness::MOST).any(|at| leaves & (1 << at) != 0 && Openness::new(at).band() == *band);
    Band::ALL.into_iter().filter(left)
}

/// The numbers of replies and lines in the order of the file.
#[derive(Debug)]
pub(super) struct Numbers {
    /// For each moment, where its replies begin in `first_lines`.
    first_replies: Vec<usize>,
    /// For each reply, the number of its first line.
    first_lines: Vec<usize>,
}

impl Numbers {
    pub(super) fn of(scenario: &Scenario) -> Self {
        let mut numbers = Self { first_replies: Vec::new(), first_lines: Vec::new() };
        let mut lines = 0;
        for moment in &scenario.moments {
            numbers.first_replies.push(numbers.first_lines.len());
            for reply in &moment.replies {
                numbers.first_lines.push(lines);
                lines += reply.follow_ups.len();
            }
        }
        numbers
    }

    /// The number of a reply, and that of its first line.
    pub(super) fn reply(&self, moment: MomentId, reply: usize) -> (usize, usize) {
        let number = self.first_replies[moment.index()] + reply;
        (number, self.first_lines[number])
    }
}
