//! Moments that are full send the conversation on to `after`; following it must come to an end.

use super::codes;
use super::problems::Problems;
use super::wording::short;
use crate::problem::{Problem, Span};
use crate::scenario::{Goal, Moment};

/// The most names of a circle that are told.
const MOST_TOLD: usize = 6;

/// Where each moment sends the conversation when it is full.
#[derive(Debug, Default)]
pub(super) struct Exits {
    exits: Vec<Option<(Goal, Span)>>,
}

impl Exits {
    /// Adds the exit of the next moment.
    pub(super) fn add(&mut self, exit: Option<(Goal, Span)>) {
        self.exits.push(exit);
    }

    /// Notes every circle, once, at the moment of it that comes first in the file.
    pub(super) fn circles(&self, moments: &[Moment], problems: &mut Problems) {
        // For each moment the walk that came by, counted from 1; no moment is walked through twice.
        let mut seen = vec![0; self.exits.len()];
        for first in 0..self.exits.len() {
            let mut at = Some(first);
            while let Some(here) = at.filter(|&here| seen[here] == 0) {
                seen[here] = first + 1;
                at = self.next(here);
            }
            if let Some(here) = at.filter(|&here| seen[here] == first + 1) {
                problems.add(|| self.circle(here, moments));
            }
        }
    }

    fn next(&self, at: usize) -> Option<usize> {
        match (*self.exits.get(at)?)?.0 {
            Goal::Moment(next) if next.index() < self.exits.len() => Some(next.index()),
            _ => None,
        }
    }

    /// The others of the circle that `from` is in, in the order in which they are met.
    fn around(&self, from: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.next(from), |&here| self.next(here)).take_while(move |&here| here != from)
    }

    /// The mistake of the circle that `at` is in.
    fn circle(&self, at: usize, moments: &[Moment]) -> Problem {
        let first = self.around(at).fold(at, usize::min);
        let name = |at: usize| moments.get(at).map_or("", |moment| moment.name.as_str());
        let (mut way, length) = (vec![short(name(first))], self.around(first).count() + 1);
        way.extend(self.around(first).take(MOST_TOLD - 1).map(|at| short(name(at))));
        if length > MOST_TOLD {
            way.push("…".to_owned());
        }
        way.push(short(name(first)));
        let span = self.exits.get(first).copied().flatten().map_or_else(Span::default, |(_, span)| span);
        Problem::error(codes::CIRCLE, span, "moments that are full send the conversation round in a circle")
            .label(format!("from here: {}", way.join(" → ")))
            .help("let one of them lead to an ending, or to a moment without `at_most`")
    }
}
