//! The table that a scenario is balanced with: a row a line, under its moment and its reply.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use super::lines::{cut, wrapped};
use crate::scenario::{FollowUp, Scenario};
use crate::solver::{Balance, Sampled, Strategy, places};
use crate::visible::visible;

/// The columns that a line's words get at least; where there are fewer, its figures stand below it.
const LEAST: usize = 24;
/// The columns that the marks by skill get at most.
const MARKS: usize = 28;
const INDENT: usize = 4;
/// The columns in which words are read with ease.
const LEGEND: usize = 100;

/// A column of figures: its title, and its width with the space before it.
struct Column {
    title: &'static str,
    width: usize,
}

/// Writes the table: all that `balance` knows where it is `whole`, else how often each line is said.
pub(super) fn lines(
    out: &mut String,
    scenario: &Scenario,
    balance: &Balance,
    sampled: Option<&Sampled>,
    whole: bool,
    width: usize,
) {
    let places = places(scenario);
    let columns = columns(balance, sampled.is_some(), whole);
    let figures: usize = columns.iter().map(|column| column.width).sum();
    let marks = |line: &FollowUp| if whole { cut(&marks(scenario, line), MARKS) } else { String::new() };
    let widest = places.iter().map(|place| marks(place.line_in(scenario)).width()).max().unwrap_or(0);
    let table = Table { words: width.saturating_sub(INDENT + figures + widest + 2), marks: widest, width, columns };

    out.push('\n');
    legend(out, balance, sampled.is_some(), whole, width);
    let titles: Vec<String> = table.columns.iter().map(|column| column.title.to_owned()).collect();
    table.row(out, "", "", &titles);
    let mut replies = 0;
    for (at, place) in places.iter().enumerate() {
        if place.reply == 0 && place.follow_up == 0 {
            let _ = writeln!(out, "\n● {}", cut(&visible(&scenario.moment(place.moment).name), width - 2));
        }
        if place.follow_up == 0 {
            let reply = place.reply_in(scenario);
            let given = balance.guessing.replies[replies];
            let given = if given > 0.0 { times(given) } else { "never".to_owned() };
            let drawn = sampled.map_or_else(String::new, |sampled| match sampled.replies[replies] {
                0 => ", never drawn".to_owned(),
                drawn => format!(", drawn {}", per_run(drawn, sampled.drawn)),
            });
            let end = format!(" · given {given}{drawn}");
            let words = format!("{}: {}", visible(reply.kind.label()), visible(reply.says_after(0)));
            let _ = writeln!(out, "  {}{end}", cut(&words, width.saturating_sub(2 + end.width())));
            replies += 1;
        }
        let line = place.line_in(scenario);
        table.row(out, &visible(&line.says), &marks(line), &cells(scenario, balance, sampled, whole, at, line));
    }
    if whole && let Some(costs) = &balance.costs {
        let said = balance.guessing.lines.iter().map(|line| line.said);
        let lost: f64 = said.zip(costs).map(|(said, cost)| said * cost.unwrap_or(0.0)).sum();
        let gained = balance.shares.iter().map(|(_, shares)| points(shares.iter().sum()));
        let empty = table.columns.len() - 1 - balance.shares.len();
        let all = std::iter::repeat_n(String::new(), empty).chain([format!("{lost:.1}")]).chain(gained);
        out.push('\n');
        table.row(out, "in all", "", &all.collect::<Vec<_>>());
    }
}

/// What the columns are, in words.
fn legend(out: &mut String, balance: &Balance, drawn: bool, whole: bool, width: usize) {
    let mut say = |text: &str| out.push_str(&wrapped("", text, Some(width.min(LEGEND))));
    let beside = if drawn { ", and how many times in those that were drawn" } else { "" };
    say(&format!("Lines: how many times each is said in one conversation by a trainee who guesses{beside}."));
    if whole {
        say("marks: by skill, and weighed in one figure · offered, said: by guessing · best: said by best play");
    }
    if whole && balance.costs.is_some() {
        say("cost: the score points that a line costs when it is said; in all, what guessing misses of 100");
        say("long, short, ?+, ?-, you+, you-: the score points that a line adds to the habit of always taking the \
             longest, the shortest, the most or fewest question marks, the most or fewest \"you\"; in all, the score of \
             the habit less par");
    }
    out.push('\n');
}

fn columns(balance: &Balance, drawn: bool, whole: bool) -> Vec<Column> {
    let column = |title, width| Column { title, width };
    let said = if whole { [column("marks", 6), column("offered", 8)].into() } else { Vec::new() };
    let mut columns = said;
    columns.push(column("said", 6));
    if drawn {
        columns.push(column("drawn", 6));
    }
    if whole {
        columns.push(column("best", 6));
        if balance.costs.is_some() {
            columns.push(column("cost", 6));
        }
        columns.extend(balance.shares.iter().map(|&(strategy, _)| column(title(strategy), 6)));
    }
    columns
}

/// A habit in one short word, above a column.
pub(crate) const fn title(strategy: Strategy) -> &'static str {
    match strategy {
        Strategy::Longest => "long",
        Strategy::Shortest => "short",
        Strategy::MostQuestions => "?+",
        Strategy::FewestQuestions => "?-",
        Strategy::MostYou => "you+",
        Strategy::FewestYou => "you-",
    }
}

/// The figures of line number `at`, one for each column.
fn cells(
    scenario: &Scenario,
    balance: &Balance,
    sampled: Option<&Sampled>,
    whole: bool,
    at: usize,
    line: &FollowUp,
) -> Vec<String> {
    let mut cells = Vec::new();
    let guessing = balance.guessing.lines[at];
    if whole {
        let weighed = scenario.weighed(line);
        // Weights need not be whole numbers.
        let digits = if (weighed - weighed.round()).abs() < 1e-9 { 0 } else { 1 };
        cells.push(if weighed == 0.0 { "0".to_owned() } else { format!("{weighed:+.digits$}") });
        cells.push(times(guessing.offered));
    }
    cells.push(times(guessing.said));
    if let Some(sampled) = sampled {
        cells.push(per_run(sampled.lines[at].1, sampled.drawn));
    }
    if whole {
        cells.push(times(balance.best.lines[at].said));
        if let Some(costs) = &balance.costs {
            cells.push(costs[at].map_or_else(|| "-".to_owned(), |cost| format!("{cost:.1}")));
        }
        cells.extend(balance.shares.iter().map(|(_, shares)| points(shares[at])));
    }
    cells
}

/// The marks of a line by skill: `hero +2, why -1`.
fn marks(scenario: &Scenario, line: &FollowUp) -> String {
    let skill = |&(skill, mark): &(crate::scenario::SkillId, i8)| {
        format!("{} {mark:+}", visible(&scenario.rubric.skills[skill.index()].key))
    };
    line.marks.iter().map(skill).collect::<Vec<_>>().join(", ")
}

/// How many times in one conversation; a dot where never.
pub(crate) fn times(times: f64) -> String {
    match times {
        never if never <= 0.0 => "·".to_owned(),
        seldom if seldom < 0.0005 => "<.001".to_owned(),
        times if times < 99.95 => format!("{times:.3}"),
        times => format!("{times:.1}"),
    }
}

fn per_run(counted: u64, drawn: u32) -> String {
    times(counted as f64 / f64::from(drawn))
}

/// Score points with their sign; a dot where there are next to none.
pub(crate) fn points(points: f64) -> String {
    if points.abs() < 0.05 { "·".to_owned() } else { format!("{points:+.1}") }
}

struct Table {
    /// The columns left for words; too few, and the figures go below.
    words: usize,
    marks: usize,
    width: usize,
    columns: Vec<Column>,
}

impl Table {
    fn row(&self, out: &mut String, words: &str, marks: &str, cells: &[String]) {
        let mut row = " ".repeat(INDENT);
        let pad = |row: &mut String, text: &str, width: usize| {
            row.push_str(text);
            row.push_str(&" ".repeat(width.saturating_sub(text.width())));
        };
        if self.words >= LEAST {
            pad(&mut row, &cut(words, self.words), self.words + 1);
            pad(&mut row, marks, self.marks + 1);
        } else {
            let room = (self.width - INDENT).saturating_sub(marks.width() + 2);
            let above = format!("{row}{}  {marks}", cut(words, room));
            if !above.trim().is_empty() {
                let _ = writeln!(out, "{}", above.trim_end());
            }
            row.push_str("  ");
        }
        for (cell, column) in cells.iter().zip(&self.columns) {
            row.push_str(&" ".repeat(column.width.saturating_sub(cell.width()).max(1)));
            row.push_str(cell);
        }
        let _ = writeln!(out, "{}", row.trim_end());
    }
}
