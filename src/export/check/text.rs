//! What was found, for people at a terminal.

use super::{Checked, Count};
use crate::check::Summary;
use crate::export::figures::shown;
use crate::export::lines::wrapped;
use crate::export::simulate_text::{grouped, name, signed_percent};
use crate::problem::text::{Style, render_all};
use crate::visible::visible;

/// Each problem of a file under its line, and below them a line on the whole file, which is wrapped within `wrap` columns.
#[must_use]
pub fn file(checked: &Checked<'_>, style: Style, wrap: Option<usize>) -> String {
    let mut text = String::new();
    for problem in render_all(checked.source, checked.problems, style) {
        text.push_str(&problem);
        text.push('\n');
    }
    let count = Count::of(checked.problems, checked.allowed);
    let figures = checked.summary.map_or_else(String::new, |found| format!(". {}", summary(found)));
    let begin = format!("{}: ", visible(checked.source.name));
    text + &wrapped(&begin, &format!("{}{figures}", count.told()), wrap)
}

/// What all files come to, for a last line.
#[must_use]
pub fn total(files: usize, count: Count) -> String {
    format!("{} files: {}\n", grouped(files), count.told())
}

/// A scenario in figures, in a line: `131 states · 2-6 turns · 712 words, 5 min aloud · par 28 · depth 14 · leaks up to
/// +11% (most questions)`.
#[must_use]
pub fn summary(summary: &Summary) -> String {
    let mut parts = Vec::new();
    match summary.states {
        Some(1) => parts.push("1 state".to_owned()),
        Some(states) => parts.push(format!("{} states", grouped(states))),
        None => {}
    }
    match summary.turns {
        Some((1, 1)) => parts.push("1 turn".to_owned()),
        Some((shortest, longest)) if shortest == longest => parts.push(format!("{longest} turns")),
        Some((shortest, longest)) => parts.push(format!("{shortest}-{longest} turns")),
        None => {}
    }
    parts.push(format!("{} words, {} min aloud", grouped(summary.words), summary.minutes()));
    if let Some(figures) = &summary.figures {
        parts.extend(figures.par.map(|par| format!("par {}", shown(par))));
        parts.extend(figures.depth.map(|depth| format!("depth {}", shown(depth))));
        let leaks = figures.strategies.iter().filter_map(|&(strategy, score)| Some((figures.leak(score)?, strategy)));
        let most = leaks.max_by(|(one, _), (other, _)| one.total_cmp(other));
        parts.extend(most.map(|(leak, strategy)| format!("leaks up to {} ({})", signed_percent(leak), name(strategy))));
    }
    parts.join(" · ")
}
