//! Exact values over every state that a conversation can reach.

use thiserror::Error;

use crate::scenario::Scenario;

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

/// A scenario has more states than were allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("this scenario has more than {limit} states, which is the limit")]
pub struct TooLarge {
    /// The limit that was passed.
    pub limit: usize,
}

/// The exact values of a scenario.
#[derive(Debug, Clone)]
pub struct Solved {}

/// Solves `scenario`.
///
/// # Errors
/// Where it has more than `limit` states.
pub fn solve(_scenario: &Scenario, limit: usize) -> Result<Solved, TooLarge> {
    Err(TooLarge { limit })
}

#[allow(missing_docs, clippy::unused_self, reason = "the shape of what follows")]
impl Solved {
    #[must_use]
    pub fn best(&self) -> f64 {
        0.0
    }
    #[must_use]
    pub fn worst(&self) -> f64 {
        0.0
    }
    #[must_use]
    pub fn guessing(&self) -> f64 {
        0.0
    }
    #[must_use]
    pub fn states(&self) -> usize {
        0
    }
    #[must_use]
    pub fn start(&self) -> Option<StateId> {
        None
    }
    #[must_use]
    pub fn steps(&self, _state: StateId, _reply: usize) -> Vec<Step> {
        Vec::new()
    }
    #[must_use]
    pub fn value(&self, _next: Next) -> f64 {
        0.0
    }
    #[must_use]
    pub fn state_value(&self, _state: StateId) -> f64 {
        0.0
    }
}
