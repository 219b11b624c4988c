//! What keeps a scenario from teaching: every rule, looked at over every state that a conversation can reach.
//!
//! A scenario that was read can be played; whether it teaches is another matter. Somebody could get stuck in it, a line
//! might never come up, or the longest line could always be the best. Each of the [`rules`] looks for one such thing. A
//! rule has a file of its own: its doc comment is the page that a trainer reads, its examples are its test.

mod allow;
mod decision;
mod flow;
mod known;
mod never;
mod no_way;
mod nothing_to_say;
mod rule;
pub mod rules;
mod summary;
mod told;
mod words;

#[cfg(test)]
pub(crate) mod tests;

pub use known::{Known, Values};
pub use rule::{Find, Rule};
pub use summary::{Summary, WORDS_A_MINUTE};
pub use told::counted;

use crate::problem::{Code, Problem, Severity, Span};
use crate::scenario::Scenario;
use crate::solver::{Solved, TooLarge};

/// What `check` finds beside what its rules look for: the code, how much it matters, and what it means.
pub const OTHERS: [(Code, Severity, &str); 3] = [
    (
        TOO_MANY_STATES,
        Severity::Error,
        "A scenario has more states than are worked out, so that nothing can be proved about it. A moment that comes back \
         with many lines to say is what makes them many: each line doubles them. Give it fewer lines, or let it in fewer \
         times with `at_most`; or raise the limit with `--max-states`.",
    ),
    (
        allow::UNNEEDED,
        Severity::Warning,
        "An `Allow` stands for something that is not found any more. It says that a weakness is there on purpose; once \
         the weakness is gone, it only waits to hide the next one of its kind. Leave it out.",
    ),
    (
        allow::WRONG,
        Severity::Warning,
        "An `Allow` stands for something that cannot be allowed. `Allow(code: .., because: ..)` takes the name of a \
         warning or a note, as `check` prints it in brackets. A mistake that keeps a scenario from being played, or lets \
         a conversation break off, has to be mended.",
    ),
];

const TOO_MANY_STATES: Code = Code("too-many-states");

/// How many problems of one rule are worth showing at once; the rest is counted. A rule need not say more of those that
/// lie further down than that they are there.
const MOST: usize = 100;

/// What was found in a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What is wrong with it, by place. What the scenario allows is left out.
    pub problems: Vec<Problem>,
    /// How many problems it allows on purpose.
    pub allowed: usize,
    /// Its figures.
    pub summary: Summary,
}

impl Report {
    /// How many problems that matter as much as `severity` were found, with those that are left out of a long list.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).map(Problem::count).sum()
    }
}

/// Looks at `scenario` by every rule, with the values that were solved for it or why there are none.
#[must_use]
pub fn check(scenario: &Scenario, values: Result<&Solved, TooLarge>) -> Report {
    look(&Known::of(scenario, values.ok()), values.err())
}

/// Looks by every rule at what is `known` about a scenario, and why its values are not where they are `too_large`.
#[must_use]
pub fn look(known: &Known<'_>, too_large: Option<TooLarge>) -> Report {
    let scenario = known.scenario;
    let mut problems = Vec::new();
    for rule in rules::ALL {
        problems.append(&mut shortened(rule.find(known)));
    }
    if known.values.as_ref().is_some_and(Values::breaks_off) {
        tell_what_waits(&mut problems);
    }
    if let Some(too_large) = too_large {
        problems.push(too_many_states(scenario, too_large));
    }
    let (mut problems, allowed) = allow::sift(known, problems);
    problems.sort_by_key(|problem| (problem.span, problem.code));
    Report { problems, allowed, summary: Summary::of(known) }
}

/// The first of the problems that were `found` by one rule, the last of which stands for the rest where they are too many.
fn shortened(mut found: Vec<Problem>) -> Vec<Problem> {
    let more = found.len().saturating_sub(MOST);
    found.sort_by_key(|problem| problem.span);
    found.truncate(MOST);
    if let Some(last) = found.last_mut().filter(|_| more > 0) {
        last.more = more;
        last.message += &format!(" (and {more} more of this kind, not shown)");
    }
    found
}

/// Adds to the first of the errors that let a conversation break off what is not looked at while they stand.
fn tell_what_waits(problems: &mut [Problem]) {
    let errors = problems.iter_mut().filter(|problem| problem.severity == Severity::Error);
    if let Some(first) = errors.min_by_key(|problem| problem.span) {
        let waits = "what the lines are worth is looked at once this is mended";
        first.help = Some(first.help.take().map_or_else(|| waits.to_owned(), |help| format!("{help}; {waits}")));
    }
}

/// Tells that nothing could be proved. It lies on the moment that has the most lines to remember.
fn too_many_states(scenario: &Scenario, too_large: TooLarge) -> Problem {
    let most = scenario.moments.iter().max_by_key(|moment| moment.lines);
    let span = most.map_or(Span::default(), |moment| moment.span);
    Problem::new(TOO_MANY_STATES, Severity::Error, span, too_large.to_string())
        .label("this moment has the most lines to say")
        .help("give the moments that come back fewer lines, or an `at_most`; or raise the limit with --max-states")
}
