//! Every line of a scenario by number, in the order of the file.

use super::compile::Compiled;
use crate::scenario::{FollowUp, MomentId, Reply, Scenario};

/// Where a line stands in its scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Its moment.
    pub moment: MomentId,
    /// Which reply of the moment, from 0.
    pub reply: usize,
    /// Which follow-up of the reply, from 0.
    pub follow_up: usize,
}

impl Place {
    /// The reply.
    #[must_use]
    pub fn reply_in(self, scenario: &Scenario) -> &Reply {
        &scenario.moment(self.moment).replies[self.reply]
    }

    /// The line.
    #[must_use]
    pub fn line_in(self, scenario: &Scenario) -> &FollowUp {
        &self.reply_in(scenario).follow_ups[self.follow_up]
    }
}

/// Where every line of `scenario` stands, in the order of the file. Figures by line have the same order; figures by
/// reply have the order of the lines with `follow_up` 0.
#[must_use]
pub fn places(scenario: &Scenario) -> Vec<Place> {
    let mut places = Vec::new();
    for (id, moment) in scenario.moments.iter().enumerate() {
        for (reply, said) in moment.replies.iter().enumerate() {
            let lines = 0..said.follow_ups.len();
            places.extend(lines.map(|follow_up| Place { moment: MomentId::at(id), reply, follow_up }));
        }
    }
    places
}

/// From the numbers of the solver, which leaves out what can never be said, to those of the file.
pub(super) struct Numbers {
    /// The number of the line for each of [`Compiled::options`].
    pub line: Vec<usize>,
    /// The number of the reply for each of [`Compiled::replies`].
    pub reply: Vec<usize>,
    /// How many lines and replies the file has.
    pub lines: usize,
    pub replies: usize,
}

impl Numbers {
    pub(super) fn of(scenario: &Scenario, compiled: &Compiled) -> Self {
        let mut numbers = Self {
            line: vec![0; compiled.follow_ups.len()],
            reply: vec![0; compiled.replies.len()],
            lines: 0,
            replies: 0,
        };
        for (moment, laid) in scenario.moments.iter().zip(&compiled.moments) {
            let mut first_lines = Vec::with_capacity(moment.replies.len());
            for reply in &moment.replies {
                first_lines.push(numbers.lines);
                numbers.lines += reply.follow_ups.len();
            }
            for at in laid.replies.clone() {
                let reply = &compiled.replies[at];
                numbers.reply[at] = numbers.replies + reply.index as usize;
                for option in reply.follow_ups.clone() {
                    let index = compiled.follow_ups[option].index as usize;
                    numbers.line[option] = first_lines[reply.index as usize] + index;
                }
            }
            numbers.replies += moment.replies.len();
        }
        numbers
    }
}
