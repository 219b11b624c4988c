//! The mistakes found so far.

use super::codes;
use crate::problem::{Problem, Span};

/// How many mistakes are worth showing at once.
const MOST: usize = 1_000;

/// The mistakes found so far, up to a number beyond which nobody reads them.
#[derive(Debug, Default)]
pub(super) struct Problems {
    found: Vec<Problem>,
    more: usize,
}

impl Problems {
    /// Adds what `problem` makes, if there is room.
    pub(super) fn add(&mut self, problem: impl FnOnce() -> Problem) {
        if self.found.len() < MOST {
            self.found.push(problem());
        } else {
            self.more += 1;
        }
    }

    /// Adds `problems`, as far as there is room.
    pub(super) fn add_all(&mut self, problems: impl IntoIterator<Item = Problem>) {
        for problem in problems {
            self.add(|| problem);
        }
    }

    /// Adds what `told` makes of each of `others`.
    pub(super) fn take_in(&mut self, others: Self, told: impl Fn(Problem) -> Option<Problem>) {
        self.add_all(others.found.into_iter().filter_map(told));
        self.more += others.more;
    }

    /// How many were noted.
    pub(super) fn len(&self) -> usize {
        self.found.len() + self.more
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them by their place; `end` is where the text ends.
    pub(super) fn sorted(mut self, end: usize) -> Vec<Problem> {
        self.found.sort_by_key(|problem| (problem.span, problem.code));
        if self.more > 0 {
            let message = format!("{} more mistakes were found and are not shown", self.more);
            let help = "mend some of those above and look again";
            self.found.push(Problem::error(codes::TOO_MANY, Span::new(end, end), message).help(help));
        }
        self.found
    }
}
