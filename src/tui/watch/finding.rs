//! What is wrong with a file, with everywhere that it names.

use crate::problem::{Lines, Problem, Severity};
use crate::scenario::{MomentId, Scenario};
use crate::solver::Place;

/// How much of a line of the file is shown, in characters.
const LONGEST: usize = 200;

/// One thing that is wrong, as it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// The name of its kind; empty where the file could not be read at all.
    pub code: &'static str,
    /// The line that it is in, from 1; nothing where it is in no line.
    pub line: Option<usize>,
    /// What is wrong.
    pub says: String,
    /// What stands under the mark in its line; empty where that is no more than what is said elsewhere.
    pub label: String,
    /// What takes several lines to tell.
    pub detail: Option<String>,
    /// How to mend it.
    pub help: Option<String>,
    /// What stands in that line.
    pub text: String,
    /// Where it lies: which of the entries.
    pub entry: Option<usize>,
    /// The follow-up that it lies in, or the first of its reply.
    pub choice: Option<Place>,
    /// The other places that it names.
    pub others: Vec<Seen>,
}

/// Another place that a problem names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Its line, from 1.
    pub line: usize,
    /// What stands there.
    pub text: String,
    /// What it has to do with the problem.
    pub label: String,
    /// Which of the entries it lies in.
    pub entry: Option<usize>,
}

impl Finding {
    /// That nothing could be read, in a sentence.
    pub(super) fn sole(says: String) -> Self {
        Self {
            severity: Severity::Error,
            code: "",
            line: None,
            says,
            label: String::new(),
            detail: None,
            help: None,
            text: String::new(),
            entry: None,
            choice: None,
            others: Vec::new(),
        }
    }

    /// The entries that it names; one may come twice.
    pub(super) fn entries(&self) -> impl Iterator<Item = usize> {
        self.entry.into_iter().chain(self.others.iter().filter_map(|seen| seen.entry))
    }
}

/// What is wrong with `text`, as it is told. `entry` says which entry a byte of it, in this line, lies in.
pub(super) fn findings(
    problems: &[Problem],
    text: &str,
    lines: &Lines<'_>,
    entry: &dyn Fn(usize, usize) -> Option<usize>,
) -> Vec<Finding> {
    let stands = |line: usize| {
        let stands = lines.span(line).map_or("", |line| &text[line.start..line.end]);
        stands.trim().chars().take(LONGEST).collect::<String>()
    };
    let finding = |problem: &Problem| {
        let line = lines.number(problem.span.start);
        let seen = |(span, label): &(crate::problem::Span, String)| {
            let line = lines.number(span.start);
            Seen { line, text: stands(line), label: label.clone(), entry: entry(span.start, line) }
        };
        let label = if problem.help.is_some() { problem.label.clone() } else { String::new() };
        Finding {
            severity: problem.severity,
            code: problem.code.0,
            line: Some(line),
            says: problem.message.clone(),
            label,
            detail: problem.detail.clone(),
            help: problem.advice().map(str::to_owned),
            text: stands(line),
            entry: entry(problem.span.start, line),
            choice: None,
            others: problem.others.iter().map(seen).collect(),
        }
    };
    problems.iter().map(finding).collect()
}

/// The follow-up that byte `at` of the file lies in, or the first of the reply that it lies in.
pub(super) fn choice(scenario: &Scenario, moment: MomentId, at: usize) -> Option<Place> {
    let mut found = None;
    for (reply, said) in scenario.moment(moment).replies.iter().enumerate() {
        if said.span.start <= at {
            found = Some(Place { moment, reply, follow_up: 0 });
        }
        for (follow_up, line) in said.follow_ups.iter().enumerate() {
            if line.span.start <= at {
                found = Some(Place { moment, reply, follow_up });
            }
        }
    }
    found
}
