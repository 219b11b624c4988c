//! What was checked as a table in Markdown, to keep beside the scenarios: a row for each, and what they come to together.

use std::fmt::Write;

use super::{Checked, Count};
use crate::check::Summary;
use crate::export::figures::shown;
use crate::export::simulate_text::{grouped, name, signed_percent};
use crate::problem::Source;
use crate::scenario::{Level, Scenario};
use crate::solver::Strategy;
use crate::visible::visible;

const HEAD: &str = "\
# The scenarios in figures

";

const FOOT: &str = "
`tellmore check --format md` makes this page.

- **states**: what a conversation can have come to, counted where it can still matter. **turns**: the fewest and the most.
- **words**, **minutes**: everything that can be said, read aloud at 150 words a minute. One conversation is a small part.
- **par**: the score of one who guesses. **depth**: what one misses who always takes the line that earns most at once.
- **longest** to **fewest \"you\"**: what one gains or loses against guessing who always takes the longest line, the
  shortest, and so on, as a share of what there is to gain. A habit that wins gives the answers away.
- **found**: what `check` says of the file.
";

/// What one file comes to.
#[derive(Debug, Clone)]
pub struct Row {
    /// The title, or the name of a file that is no scenario yet.
    title: String,
    /// Nothing where the file cannot be played.
    level: Option<Level>,
    /// The kind of its opening.
    opening: Option<&'static str>,
    moments: usize,
    lines: usize,
    states: Option<usize>,
    turns: Option<(usize, usize)>,
    words: usize,
    minutes: usize,
    par: Option<f64>,
    depth: Option<f64>,
    /// In the order of [`Strategy::ALL`]; nothing where nothing is at stake.
    leaks: Vec<Option<f64>>,
    found: Count,
}

/// The rows of all files.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<Row>,
}

impl Row {
    /// The row of `scenario`, or of a file that cannot be played.
    #[must_use]
    pub fn of(checked: &Checked<'_>, scenario: Option<&Scenario>) -> Self {
        let summary = checked.summary;
        let figures = summary.and_then(|summary| summary.figures.as_ref());
        Self {
            title: scenario.map_or(checked.source.name, |scenario| &scenario.title).to_owned(),
            level: scenario.map(|scenario| scenario.level),
            opening: scenario.map(|scenario| scenario.opening.kind.word()),
            moments: scenario.map_or(0, |scenario| scenario.moments.len()),
            lines: scenario.map_or(0, lines),
            states: summary.and_then(|summary| summary.states),
            turns: summary.and_then(|summary| summary.turns),
            words: summary.map_or(0, |summary| summary.words),
            minutes: summary.map_or(0, Summary::minutes),
            par: figures.and_then(|figures| figures.par),
            depth: figures.and_then(|figures| figures.depth),
            leaks: figures.map_or_else(Vec::new, |figures| {
                figures.strategies.iter().map(|&(_, score)| figures.leak(score)).collect()
            }),
            found: Count::of(checked.problems, checked.allowed),
        }
    }

    /// The row of a file that could not be looked at.
    #[must_use]
    pub fn unread(name: &str) -> Self {
        let nothing = Source { name, text: "" };
        let row = Self::of(&Checked { source: nothing, problems: &[], allowed: 0, summary: None }, None);
        Self { found: Count { errors: 1, ..Count::default() }, ..row }
    }
}

impl Table {
    /// Adds one more file. A file without figures has a row where something is wrong with it: a sound pack has none.
    pub fn add(&mut self, row: Row) {
        if row.level.is_some() || row.found.errors + row.found.warnings + row.found.notes > 0 {
            self.rows.push(row);
        }
    }

    /// The whole document: the easier scenarios first, then by title.
    #[must_use]
    pub fn into_text(mut self) -> String {
        self.rows.sort_by(|one, other| {
            (one.level.is_none(), one.level, &one.title).cmp(&(other.level.is_none(), other.level, &other.title))
        });
        let mut out = String::from(HEAD);
        let habits: Vec<String> = Strategy::ALL.map(name).map(str::to_owned).into();
        let _ = writeln!(
            out,
            "| scenario | level | opening | moments | lines | states | turns | words | minutes | par | depth | {} | found |",
            habits.join(" | ")
        );
        let _ = writeln!(out, "|---|---|---|{}---|", "--:|".repeat(8 + habits.len()));
        for row in &self.rows {
            let turns =
                row.turns.map(
                    |(shortest, longest)| {
                        if shortest == longest { longest.to_string() } else { format!("{shortest}-{longest}") }
                    },
                );
            let leaks: Vec<String> = (0..habits.len()).map(|at| leak(row.leaks.get(at).copied().flatten())).collect();
            let _ = writeln!(
                out,
                "| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
                escaped(&visible(&row.title)),
                row.level.map_or("-", Level::word),
                row.opening.unwrap_or("-"),
                some(row.moments),
                some(row.lines),
                row.states.map_or_else(none, grouped),
                turns.unwrap_or_else(none),
                some(row.words),
                some(row.minutes),
                score(row.par),
                score(row.depth),
                leaks.join(" | "),
                row.found.told(),
            );
        }
        self.together(&mut out, habits.len());
        out.push_str(FOOT);
        out
    }

    /// The last row: what is spoken in all of them, and the means of the figures over those that have them.
    fn together(&self, out: &mut String, habits: usize) {
        if self.rows.len() < 2 {
            return;
        }
        let moments = self.rows.iter().map(|row| row.moments).sum();
        let lines = self.rows.iter().map(|row| row.lines).sum();
        let words = self.rows.iter().map(|row| row.words).sum();
        let minutes = self.rows.iter().map(|row| row.minutes).sum();
        let par = mean(self.rows.iter().map(|row| row.par));
        let depth = mean(self.rows.iter().map(|row| row.depth));
        let leaks: Vec<String> = (0..habits)
            .map(|at| leak(mean(self.rows.iter().map(|row| row.leaks.get(at).copied().flatten()))))
            .collect();
        let mut found = Count::default();
        self.rows.iter().for_each(|row| found += row.found);
        let _ = writeln!(
            out,
            "| **all {}: sum or mean** | | | {} | {} | | | {} | {} | {} | {} | {} | {} |",
            self.rows.len(),
            some(moments),
            some(lines),
            some(words),
            some(minutes),
            score(par),
            score(depth),
            leaks.join(" | "),
            found.told(),
        );
    }
}

/// `text` so that Markdown shows it as it is, inside a table.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for sign in text.chars() {
        if "\\`*_{}[]<>#|~&".contains(sign) {
            escaped.push('\\');
        }
        escaped.push(sign);
    }
    escaped
}

fn lines(scenario: &Scenario) -> usize {
    scenario.moments.iter().flat_map(|moment| &moment.replies).map(|reply| reply.follow_ups.len()).sum()
}

/// A count of what every scenario has some of.
fn some(count: usize) -> String {
    if count == 0 { none() } else { grouped(count) }
}

fn none() -> String {
    "-".to_owned()
}

fn score(score: Option<f64>) -> String {
    score.map_or_else(none, |score| shown(score).to_string())
}

fn leak(leak: Option<f64>) -> String {
    leak.map_or_else(none, signed_percent)
}

/// The mean of those that there are.
fn mean(values: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    let values: Vec<f64> = values.flatten().collect();
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}
