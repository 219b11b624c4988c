//! What can never happen, each with its reason, and with what follows from it: one mistake is told once.

mod ground;
mod reason;

use std::collections::BTreeMap;

use crate::problem::{Code, Problem, Span};
use crate::scenario::{MomentId, Scenario};
use crate::solver::{Place, Survey};

use super::told::counted;
use super::{Rule, rules};
use ground::Ground;
use reason::{Reason, reason};
pub(in crate::check) use reason::{never_full, never_leads};

/// Something that a conversation can come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing {
    /// A moment.
    Moment(MomentId),
    /// A reply of a moment.
    Reply(MomentId, usize),
    /// A line.
    Line(Place),
}

impl Thing {
    /// The moment that it is, or stands in.
    pub(super) const fn moment(self) -> MomentId {
        match self {
            Self::Moment(id) | Self::Reply(id, _) => id,
            Self::Line(place) => place.moment,
        }
    }

    fn span(self, scenario: &Scenario) -> Span {
        match self {
            Self::Moment(id) => scenario.moment(id).span,
            Self::Reply(id, reply) => scenario.moment(id).replies[reply].span,
            Self::Line(place) => place.line_in(scenario).span,
        }
    }

    /// The code of the rule that tells it.
    pub(super) const fn code(self) -> Code {
        match self {
            Self::Moment(_) => rules::UNREACHABLE[0],
            Self::Reply(..) => rules::UNREACHABLE[1],
            Self::Line(_) => rules::UNREACHABLE[2],
        }
    }

    const fn never(self) -> &'static str {
        match self {
            Self::Moment(_) => "so this moment never comes up",
            Self::Reply(..) => "so this reply is never given",
            Self::Line(_) => "so this line is never on offer",
        }
    }
}

/// Something that never happens, by a mistake of its own.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Never {
    /// What it is.
    pub(super) thing: Thing,
    reason: Reason,
    /// What else never happens because of it.
    so: Vec<Thing>,
}

/// So much of what follows from a mistake is shown; the rest is counted.
const MOST_SHOWN: usize = 3;

impl Never {
    /// All that can never happen in `scenario` by a mistake of its own, in the order of [`Thing`]s. A reply or line of a
    /// moment that never comes up is not told, nor what depends on something else that is told; `dry` are the moments
    /// that have a dead end, which is.
    pub(super) fn all(scenario: &Scenario, survey: &Survey, dry: Vec<bool>) -> Vec<Self> {
        let ground = Ground::of(scenario, survey, dry);
        let reasons: Vec<Reason> = ground.things.iter().map(|&thing| reason(&ground, thing)).collect();
        let mut following = Following::of(&ground, &reasons);
        let mut found = Vec::new();
        // Mistakes of their own come first. Whatever is then left hangs on itself, in a circle: its first is told.
        for of_its_own in [true, false] {
            for (at, (&thing, reason)) in ground.things.iter().zip(&reasons).enumerate() {
                if !following.done[at] && (!of_its_own || reason.follows_from.is_empty()) {
                    let so = following.follow(at).into_iter().map(|at| ground.things[at]).collect();
                    found.push(Self { thing, reason: reason.clone(), so });
                }
            }
        }
        found.sort_by_key(|never| never.thing);
        found
    }

    /// Why it never happens, in one line, said of it as "it".
    pub(super) fn why(&self) -> &str {
        &self.reason.label
    }

    /// The problem that `rule` has with it.
    pub(super) fn problem(&self, rule: &Rule, scenario: &Scenario, message: String) -> Problem {
        let mut problem =
            rule.problem(self.thing.span(scenario), message).label(&self.reason.label).help(&self.reason.help);
        for (span, label) in &self.reason.see {
            problem = problem.see(*span, label);
        }
        for (at, thing) in self.so.iter().take(MOST_SHOWN).enumerate() {
            let more = self.so.len() - at - 1;
            let label = match thing.never() {
                never if at + 1 == MOST_SHOWN && more > 0 => format!("{never}, nor {}", counted(more, "other thing")),
                never => never.to_owned(),
            };
            problem = problem.see(thing.span(scenario), label);
        }
        problem
    }
}

/// What follows from what.
struct Following {
    /// For each thing, those that follow from it.
    after: Vec<Vec<usize>>,
    /// What has been told, or is told elsewhere.
    done: Vec<bool>,
}

impl Following {
    fn of(ground: &Ground<'_>, reasons: &[Reason]) -> Self {
        let mut after = vec![Vec::new(); reasons.len()];
        let mut told_elsewhere = Vec::new();
        let mut unrevealed = BTreeMap::new();
        for (at, reason) in reasons.iter().enumerate() {
            for &from in &reason.follows_from {
                after[from].push(at);
            }
            if reason.told_elsewhere {
                told_elsewhere.push(at);
            }
            // Several lines can wait for the same fact that nothing reveals.
            if let Some(fact) = reason.unrevealed {
                let first = *unrevealed.entry(fact).or_insert(at);
                if first != at {
                    after[first].push(at);
                }
            }
        }
        let mut following = Self { after, done: vec![false; ground.things.len()] };
        for at in told_elsewhere {
            if !following.done[at] {
                following.follow(at);
            }
        }
        following
    }

    /// Marks `from` and all that follows from it; returns what follows, the nearest first.
    fn follow(&mut self, from: usize) -> Vec<usize> {
        self.done[from] = true;
        let mut found = Vec::new();
        let mut waiting = vec![from];
        let mut at = 0;
        while let Some(&now) = waiting.get(at) {
            at += 1;
            for next in std::mem::take(&mut self.after[now]) {
                if !std::mem::replace(&mut self.done[next], true) {
                    waiting.push(next);
                    found.push(next);
                }
            }
        }
        found
    }
}
