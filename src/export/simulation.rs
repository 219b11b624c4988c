//! What is known of how trainees would fare in a scenario, from which the documents about it are made.

use crate::scenario::Scenario;
use crate::solver::{Balance, Figures, Sampled};

/// How trainees would fare in a scenario.
#[derive(Debug, Clone, Copy)]
pub struct Simulation<'s> {
    /// The scenario.
    pub scenario: &'s Scenario,
    /// What habits score, exactly.
    pub figures: &'s Figures,
    /// What each line costs and gives away, where a row for each line is wanted.
    pub lines: Option<&'s Balance>,
    /// What was drawn, where conversations were.
    pub runs: Option<Runs<'s>>,
}

/// Conversations that were drawn, and what is exact beside them.
#[derive(Debug, Clone, Copy)]
pub struct Runs<'s> {
    /// How many were asked for.
    pub asked: u32,
    /// The seed that they were drawn from.
    pub seed: u64,
    /// What they came to; fewer than were asked for where they were stopped.
    pub sampled: &'s Sampled,
    /// What conversations come to exactly.
    pub balance: &'s Balance,
}
