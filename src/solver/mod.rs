//! Exact values over every state that a conversation can reach.
//!
//! A line can be said once, so every conversation ends and the states form a finite graph without circles. [`solve`]
//! lays the scenario out as bits (`compile`), explores its states and merges those that cannot differ any more
//! (`explore`, `merge`), and works back from the endings (`values`). From there, what a way of playing comes through on
//! average is reckoned forward (`visits`, `arrivals`), what each line costs and gives away (`shares`), and the values from anywhere on (`onward`). Nothing of that is sampled;
//! what is drawn (`sample`, `tally`) stands beside it. The formulas stand in `docs/scoring.md`.

mod arrivals;
mod bits;
mod bytes;
mod circle;
mod coming_back;
mod compile;
mod entries;
mod explore;
mod merge;
mod onward;
mod parts;
mod places;
mod sample;
mod shares;
mod strategy;
mod survey;
mod tally;
#[cfg(test)]
mod tests;
mod trail;
mod values;
mod visits;

pub use arrivals::Arrivals;
pub use onward::{Standing, solve_onward};
pub use places::{Place, places};
pub use sample::Sampler;
pub use shares::Balance;
pub use strategy::{Figures, HARD_DEPTH, LEAKY, Looks, Strategy, WORKING_DEPTH};
pub use survey::{LineSeen, MomentSeen, ReplySeen, Survey};
pub use tally::{Mean, Sampled, Tally};
pub use trail::Trails;
pub use visits::{Expected, Play, Times};

use std::cell::Cell;

use thiserror::Error;

use crate::scenario::{MomentId, Openness, Scenario};
use compile::Compiled;
use explore::{ENDINGS, Graph, explore};
use values::{Worth, end_worth, groups, most_marks, worth_of, worths};

/// How many states are solved at most where nobody says otherwise.
pub const LIMIT: usize = 2_000_000;

/// A state of the merged graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateId(u32);

/// Where a line leads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Next {
    /// To another state.
    State(StateId),
    /// To an end with this worth, in points.
    End(f64),
}

impl Next {
    /// The state, where it is one.
    #[must_use]
    pub const fn state(self) -> Option<StateId> {
        match self {
            Self::State(id) => Some(id),
            Self::End(_) => None,
        }
    }
}

/// A line on offer at a state.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// Which follow-up of the reply it is, from 0.
    pub follow_up: usize,
    /// Its points against the best marks on offer: 0 or less.
    pub points: f64,
    /// Where it leads.
    pub next: Next,
}

/// A scenario is too large for its values to be worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TooLarge {
    /// It has more states than were allowed.
    #[error("this scenario has more than {limit} states, which is as far as values are worked out")]
    States {
        /// The limit that was passed.
        limit: usize,
    },
    /// It has moments that lead back to each other with so many lines that their states would fill the memory.
    #[error("the states of this scenario need more than {} MiB, which is as far as values are worked out", .words >> 17)]
    Memory {
        /// The limit that was passed, in words of 64 bits.
        words: usize,
    },
}

/// The exact values of a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Solved {
    compiled: Compiled,
    graph: Graph,
    worths: Vec<Worth>,
    start: u32,
}

/// The smallest stake, in points, that is a stake and not rounding.
const AT_STAKE: f64 = 1e-9;

/// How many words of 64 bits states and the ways between them may take, and the sets that they are compared with.
const MOST_WORDS: usize = 1 << 27;

/// Works out the exact values of `scenario`.
///
/// # Errors
/// Where it has more than `limit` states, even after merging those that cannot differ, or they fill the memory.
pub fn solve(scenario: &Scenario, limit: usize) -> Result<Solved, TooLarge> {
    let compiled = Compiled::of(scenario)?;
    let (graph, start) = explore(scenario, &compiled, limit, &|| true)?;
    Ok(Solved::with(compiled, graph, start))
}

/// Works out the exact values of `scenario` as [`solve`] does, for as long as they are wanted: `go_on` is asked now and
/// then, and once it has said no, nothing is returned.
pub fn solve_while(scenario: &Scenario, limit: usize, go_on: &dyn Fn() -> bool) -> Option<Result<Solved, TooLarge>> {
    let wanted = Cell::new(true);
    let go_on = || {
        // Who said no once is not asked again: the next answer may be about something else.
        wanted.set(wanted.get() && go_on());
        wanted.get()
    };
    let compiled = match Compiled::of(scenario) {
        Ok(compiled) => compiled,
        Err(too_large) => return go_on().then_some(Err(too_large)),
    };
    let explored = explore(scenario, &compiled, limit, &go_on);
    go_on().then(|| explored.map(|(graph, start)| Solved::with(compiled, graph, start)))
}

impl Solved {
    fn with(compiled: Compiled, graph: Graph, start: u32) -> Self {
        let worths = worths(&compiled, &graph);
        Self { compiled, graph, worths, start }
    }

    /// The points that best play expects at the start: V.
    #[must_use]
    pub fn best(&self) -> f64 {
        self.at_start(|worth| worth.best)
    }

    /// The points that worst play expects at the start: W.
    #[must_use]
    pub fn worst(&self) -> f64 {
        self.at_start(|worth| worth.worst)
    }

    /// The points that guessing expects at the start.
    #[must_use]
    pub fn guessing(&self) -> f64 {
        self.at_start(|worth| worth.guessing)
    }

    fn at_start(&self, of: impl Fn(&Worth) -> f64) -> f64 {
        self.worths.get(self.start as usize).map_or_else(|| end_worth(&self.compiled, self.start), of)
    }

    /// What is expected from `next` on, in points; `next` is a state or an end, as in the graph.
    fn worth_of(&self, next: u32) -> Worth {
        worth_of(&self.compiled, &self.worths, next)
    }

    /// What there is to win or lose, in points: V less W; nothing where every way of playing comes to the same.
    #[must_use]
    pub fn stake(&self) -> Option<f64> {
        let stake = self.best() - self.worst();
        (stake > AT_STAKE).then_some(stake)
    }

    /// The score, 0 at worst play and 100 at best, of a trainee who expects `points` at the start; nothing where
    /// nothing is at stake.
    #[must_use]
    pub fn score_of(&self, points: f64) -> Option<f64> {
        self.stake().map(|stake| 100.0 - 100.0 * (self.best() - points) / stake)
    }

    /// The score that guessing reaches on average.
    #[must_use]
    pub fn par(&self) -> Option<f64> {
        self.score_of(self.guessing())
    }

    /// How many merged states a conversation can be in.
    #[must_use]
    pub const fn states(&self) -> usize {
        self.graph.states.len()
    }

    /// The state after the opening; nothing where the opening already ends.
    #[must_use]
    pub fn start(&self) -> Option<StateId> {
        (self.start < ENDINGS).then_some(StateId(self.start))
    }

    /// The moment and the openness of a state.
    #[must_use]
    pub fn place(&self, state: StateId) -> (MomentId, Openness) {
        let state = self.graph.states[state.0 as usize];
        (MomentId(state.moment), Openness::new(state.openness))
    }

    /// The lines on offer at `state` when the customer gives reply number `reply` of its moment, in the order of the
    /// file; none where that reply is not live.
    #[must_use]
    pub fn steps(&self, state: StateId, reply: usize) -> Vec<Step> {
        let live = self.graph.states[state.0 as usize];
        let all = groups(&self.graph, state.0).zip(live.groups as usize..);
        let mut its = all.filter(|&(_, at)| {
            let laid = self.graph.groups[at].reply;
            self.compiled.replies[laid as usize].index as usize == reply
        });
        let Some(((_, ways), _)) = its.next() else { return Vec::new() };
        let most = most_marks(&self.compiled, ways);
        ways.iter()
            .map(|way| {
                let follow_up = &self.compiled.follow_ups[way.follow_up as usize];
                let next = if way.next < ENDINGS {
                    Next::State(StateId(way.next))
                } else {
                    Next::End(end_worth(&self.compiled, way.next))
                };
                Step { follow_up: follow_up.index as usize, points: follow_up.marks - most, next }
            })
            .collect()
    }

    /// What best play expects from `next` on, in points: V.
    #[must_use]
    pub fn value(&self, next: Next) -> f64 {
        match next {
            Next::State(id) => self.state_value(id),
            Next::End(worth) => worth,
        }
    }

    /// What best play expects from `state` on, in points: V.
    #[must_use]
    pub fn state_value(&self, state: StateId) -> f64 {
        self.worths[state.0 as usize].best
    }
}
