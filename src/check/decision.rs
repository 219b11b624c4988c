//! The decisions of a scenario.

use std::ops::Range;

use crate::scenario::{FollowUp, Reply, Scenario};

/// A reply, and the lines that can be said to it.
pub(super) struct Decision<'s> {
    /// Which reply of the scenario it is, in the order of the file.
    pub number: usize,
    /// The numbers of its lines, in the order of [`crate::solver::places`].
    pub lines: Range<usize>,
    /// What the customer says.
    pub reply: &'s Reply,
}

impl<'s> Decision<'s> {
    /// Its lines, each with its number.
    pub(super) fn numbered(&self) -> impl Iterator<Item = (usize, &'s FollowUp)> {
        self.lines.clone().zip(&self.reply.follow_ups)
    }
}

/// Every decision of `scenario`, in the order of the file.
pub(super) fn decisions(scenario: &Scenario) -> impl Iterator<Item = Decision<'_>> {
    let replies = scenario.moments.iter().flat_map(|moment| &moment.replies);
    replies.enumerate().scan(0, |begin, (number, reply)| {
        let lines = *begin..*begin + reply.follow_ups.len();
        *begin = lines.end;
        Some(Decision { number, lines, reply })
    })
}
