//! What is known of the file after it was read: its moments and endings with their figures, its values, and what is
//! wrong with it.

use std::collections::HashMap;
use std::sync::Arc;

use super::finding::{self, Finding, findings};
use crate::check::{self, Known, Summary};
use crate::library::{Loaded, NotLoaded};
use crate::problem::{Lines, Severity};
use crate::scenario::{MomentId, Scenario};
use crate::solver::{Arrivals, Balance, Figures, Solved, Survey, TooLarge, solve_while};
use crate::text_hash::TextHash;

/// A file that can be played, with all that is worked out about it.
#[derive(Debug, PartialEq)]
pub struct Picture {
    /// The hash of its text and rubric.
    pub hash: TextHash,
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// Its values, or a sentence that says why there are none.
    pub values: Result<Values, String>,
    /// What weakens it, by place.
    pub findings: Vec<Finding>,
    /// Its length in words and turns.
    pub summary: Summary,
    /// Its moments and then its endings, in the order of the file.
    pub entries: Vec<Entry>,
    /// The line of each follow-up in the file, from 1, in the order of [`crate::solver::places`].
    pub lines: Vec<usize>,
    /// For each moment, the number of its first follow-up in [`crate::solver::places`].
    pub firsts: Vec<usize>,
}

/// What there is to win in a scenario, exactly.
#[derive(Debug, PartialEq)]
pub struct Values {
    /// The value of every state.
    pub solved: Solved,
    /// What habits score.
    pub figures: Figures,
    /// What each line costs and gives away.
    pub balance: Balance,
    /// What can happen.
    pub survey: Survey,
    /// How guessing comes to each moment.
    pub arrivals: Arrivals,
}

impl Values {
    /// `points` as score points; 0 where nothing is at stake.
    #[must_use]
    pub fn in_score(&self, points: f64) -> f64 {
        self.solved.stake().map_or(0.0, |stake| 100.0 * points / stake)
    }
}

/// A moment or an ending of the outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Entry {
    /// The line that its name stands in, from 1.
    pub line: usize,
    /// The worst that is wrong in it.
    pub mark: Option<Severity>,
}

/// A file that cannot be played as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// What is wrong, by place; at least one.
    pub findings: Vec<Finding>,
    /// Whether it is wrong with the `pack.ron` beside the file.
    pub pack: bool,
}

impl Picture {
    /// What was read, worked out with at most `limit` states. `go_on` is asked now and then; nothing is returned once it
    /// says no.
    #[must_use]
    pub fn of(loaded: Loaded, limit: usize, go_on: &dyn Fn() -> bool) -> Option<Self> {
        let Loaded { text, scenario, hash, .. } = loaded;
        let solved = solve_while(&scenario, limit, go_on)?;
        let known = Known::of(&scenario, solved.as_ref().ok());
        if !go_on() {
            return None;
        }
        let report = check::look(&known, solved.as_ref().err().copied());
        if !go_on() {
            return None;
        }
        let figures = known.values.map(|values| (values.survey, values.figures, values.balance));
        let values = solved.map_err(no_values).and_then(|solved| {
            let (survey, figures, balance) = figures.ok_or_else(String::new)?;
            let arrivals = Arrivals::of(&solved, scenario.moments.len());
            Ok(Values { solved, figures, balance, survey, arrivals })
        });
        let lines = Lines::of(&text);
        let anchors = anchors(&scenario);
        let mut entries: Vec<Entry> =
            names(&scenario).map(|(_, at)| Entry { line: lines.number(at), mark: None }).collect();
        let mut findings = findings(&report.problems, &text, &lines, &|at, _| within(&anchors, at));
        for (finding, problem) in findings.iter_mut().zip(&report.problems) {
            let moment = finding.entry.filter(|&entry| entry < scenario.moments.len()).map(MomentId::at);
            finding.choice = moment.and_then(|moment| finding::choice(&scenario, moment, problem.span.start));
            mark(&mut entries, finding);
        }
        let (mut firsts, mut at) = (Vec::with_capacity(scenario.moments.len()), Vec::new());
        for moment in &scenario.moments {
            firsts.push(at.len());
            let follow_ups = moment.replies.iter().flat_map(|reply| &reply.follow_ups);
            at.extend(follow_ups.map(|follow_up| lines.number(follow_up.span.start)));
        }
        let lines = at;
        Some(Self { hash, scenario, values, findings, summary: report.summary, entries, lines, firsts })
    }

    /// The name of entry number `entry`; empty where there is none.
    #[must_use]
    pub fn name(&self, entry: usize) -> &str {
        let moments = &self.scenario.moments;
        let ending = || self.scenario.endings.get(entry - moments.len()).map_or("", |ending| &ending.name);
        moments.get(entry).map_or_else(ending, |moment| &moment.name)
    }

    /// The moment that entry number `entry` is; nothing where it is an ending.
    #[must_use]
    pub fn moment(&self, entry: usize) -> Option<MomentId> {
        (entry < self.scenario.moments.len()).then(|| MomentId::at(entry))
    }

    /// The number of a follow-up in [`crate::solver::places`].
    #[must_use]
    pub fn number(&self, moment: MomentId, reply: usize, follow_up: usize) -> usize {
        let before = self.scenario.moment(moment).replies.iter().take(reply).map(|reply| reply.follow_ups.len());
        self.firsts[moment.index()] + before.sum::<usize>() + follow_up
    }

    /// How many things of this weight are wrong with it.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}

impl Broken {
    /// What is wrong with a file that could not be loaded. `last` is its last good picture.
    #[must_use]
    pub fn of(error: &NotLoaded, last: Option<&Picture>) -> Self {
        let pack = matches!(error, NotLoaded::Pack(_));
        let Some((_, text, problems)) = error.problems() else {
            return Self { findings: vec![Finding::sole(error.to_string())], pack };
        };
        let found = last.filter(|_| !pack).map(|last| find_names(last, text)).unwrap_or_default();
        // An entry holds what stands after its name and before the next one.
        let mut by_line: Vec<(usize, usize)> =
            found.iter().enumerate().filter_map(|(entry, line)| Some(((*line)?, entry))).collect();
        by_line.sort_unstable();
        let entry = |_, line| {
            let before = by_line.partition_point(|&(name, _)| name <= line);
            before.checked_sub(1).map(|at| by_line[at].1)
        };
        let findings = finding::findings(problems, text, &Lines::of(text), &entry);
        Self { findings, pack }
    }

    /// That the file could not be looked at, and why, in a sentence.
    #[must_use]
    pub fn sole(says: String) -> Self {
        Self { findings: vec![Finding::sole(says)], pack: false }
    }

    /// The worst that is wrong in entry number `entry`.
    #[must_use]
    pub fn mark(&self, entry: usize) -> Option<Severity> {
        let names = |finding: &&Finding| finding.entries().any(|named| named == entry);
        self.findings.iter().filter(names).map(|finding| finding.severity).min()
    }
}

/// Why there are no values, and what to do about it.
fn no_values(too_large: TooLarge) -> String {
    let more =
        if matches!(too_large, TooLarge::States { .. }) { "; tellmore --max-states N raises the limit" } else { "" };
    format!("No values: {too_large}{more}.")
}

fn mark(entries: &mut [Entry], finding: &Finding) {
    for named in finding.entries() {
        if let Some(entry) = entries.get_mut(named) {
            // The worst severity is the least.
            entry.mark = Some(entry.mark.map_or(finding.severity, |mark| mark.min(finding.severity)));
        }
    }
}

/// The names of the entries, each with where it stands.
fn names(scenario: &Scenario) -> impl Iterator<Item = (&str, usize)> {
    let moments = scenario.moments.iter().map(|moment| (&*moment.name, moment.span.start));
    moments.chain(scenario.endings.iter().map(|ending| (&*ending.name, ending.span.start)))
}

/// Where each part of the text begins, by place, and which entry it is, where it is one.
fn anchors(scenario: &Scenario) -> Vec<(usize, Option<usize>)> {
    let entries = names(scenario).enumerate().map(|(entry, (_, at))| (at, Some(entry)));
    let others = [scenario.customer.span.start, scenario.opening.span.start];
    let others = others.into_iter().chain(scenario.facts.iter().map(|fact| fact.span.start));
    let others = others.chain(scenario.allow.iter().map(|allow| allow.span.start));
    let mut anchors: Vec<_> = entries.chain(others.map(|at| (at, None))).collect();
    anchors.sort_unstable();
    anchors
}

/// The entry that byte `at` lies in.
fn within(anchors: &[(usize, Option<usize>)], at: usize) -> Option<usize> {
    let before = anchors.partition_point(|&(start, _)| start <= at);
    before.checked_sub(1).and_then(|before| anchors[before].1)
}

/// The line of `text` in which the name of each entry of `last` stands, where one begins with it: `"name": ..`.
fn find_names(last: &Picture, text: &str) -> Vec<Option<usize>> {
    let names: HashMap<&str, usize> =
        names(&last.scenario).enumerate().map(|(entry, (name, _))| (name, entry)).collect();
    let mut found = vec![None; names.len()];
    for (number, line) in (1..).zip(text.lines()) {
        let name = line.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"'));
        if let Some((name, rest)) = name
            && rest.trim_start().starts_with(':')
            && let Some(&entry) = names.get(name)
        {
            found[entry].get_or_insert(number);
        }
    }
    found
}
