//! How trainees would fare in a scenario, for people at a terminal.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use super::lines::cut;
use super::simulate_lines;
use super::simulation::{Runs, Simulation};
use crate::scenario::Scenario;
use crate::solver::{Figures, LEAKY, Mean, Strategy};
use crate::visible::visible;

/// `simulation` in lines of at most `width` columns, 60 or more.
#[must_use]
pub fn simulation(simulation: &Simulation<'_>, width: usize) -> String {
    let width = width.max(60);
    let Simulation { scenario, figures, lines, runs } = simulation;
    let mut out = format!("{}\n", cut(&visible(&scenario.title), width));
    let _ = writeln!(
        out,
        "{} · {} · best play expects {:.1} points, worst play {:.1}\n",
        scenario.level.word(),
        if figures.states == 1 { "1 state".to_owned() } else { format!("{} states", grouped(figures.states)) },
        figures.best,
        figures.worst
    );
    if !habits(&mut out, scenario, figures) {
        out.push_str("Every way through this scenario comes to the same, so there is no score.\n");
    }
    if let Some(runs) = runs {
        self::runs(&mut out, scenario, runs, figures.par, width);
    }
    if let Some(balance) = lines.or(runs.map(|runs| runs.balance)) {
        let sampled = runs.map(|runs| runs.sampled);
        simulate_lines::lines(&mut out, scenario, balance, sampled, lines.is_some(), width);
    }
    out
}

/// What each way of choosing scores, with a bar and what to make of it; whether there are scores at all.
fn habits(out: &mut String, scenario: &Scenario, figures: &Figures) -> bool {
    let (Some(par), Some(depth)) = (figures.par, figures.depth) else { return false };
    let mut row = |habit: &str, score: f64, word: &str| {
        let line = format!("  {habit:<17} {score:>4.0}  {:<20}  {word}", bar(score / 100.0, 20));
        let _ = writeln!(out, "{}", line.trim_end());
    };
    row("best play", 100.0, "");
    let missed = figures
        .depth_missed(scenario.level)
        .map_or_else(String::new, |asked| format!(" ! {} asks for {asked:.0}", scenario.level.word()));
    row("best marks", 100.0 - depth, &format!("depth {depth:.0}{missed}"));
    row("guessing", par, "par");
    for &(strategy, score) in &figures.strategies {
        let word = figures.leak(score).map_or_else(String::new, |leak| {
            let warning = if leak > LEAKY { " ! gives itself away" } else { "" };
            format!("leak {}{warning}", signed_percent(leak))
        });
        row(name(strategy), score.unwrap_or(par), &word);
    }
    true
}

/// A habit in words.
pub(crate) fn name(strategy: Strategy) -> &'static str {
    match strategy {
        Strategy::Longest => "longest",
        Strategy::Shortest => "shortest",
        Strategy::MostQuestions => "most questions",
        Strategy::FewestQuestions => "fewest questions",
        Strategy::MostYou => "most \"you\"",
        Strategy::FewestYou => "fewest \"you\"",
    }
}

/// What was drawn: means with their errors, the spread of scores, and the endings.
fn runs(out: &mut String, scenario: &Scenario, runs: &Runs<'_>, par: Option<f64>, width: usize) {
    let Runs { asked, seed, sampled, balance } = runs;
    let drawn = sampled.drawn;
    let stopped =
        if drawn < *asked { format!(" of the {} asked for", grouped(*asked as usize)) } else { String::new() };
    let conversations = if drawn == 1 { "conversation" } else { "conversations" };
    let _ = writeln!(
        out,
        "\n{}{stopped} {conversations} of a trainee who guesses, drawn from seed {seed}\n",
        grouped(drawn as usize)
    );
    let mut mean = |what: &str, Mean { mean, error }: Mean, exact: f64, more: &str| {
        let error = error.map_or_else(String::new, |error| format!(" ± {error:.2}"));
        let _ = writeln!(out, "  {what:<6} {mean:>6.2}{error}, exactly {exact:.2}{more}");
    };
    if let (Some(score), Some(par)) = (sampled.score, par) {
        mean("score", score, par, "");
    }
    let (shortest, longest) = sampled.shortest_and_longest;
    let best = balance.best.turns;
    let more = format!("; from {shortest} to {longest}; best play {best:.2}");
    mean("turns", sampled.turns, balance.guessing.turns, &more);

    if sampled.score.is_some() {
        out.push_str("\n  scores\n");
        let most = sampled.spread.iter().copied().max().unwrap_or(0).max(1);
        for (from, &times) in (0..).step_by(10).zip(&sampled.spread) {
            let to = if from == 90 { 100 } else { from + 9 };
            let share = f64::from(times) / f64::from(drawn);
            let bar = bar(f64::from(times) / f64::from(most), 40);
            let line = format!("  {:>6}  {:>6}  {bar}", format!("{from}-{to}"), percent(share));
            let _ = writeln!(out, "{}", line.trim_end());
        }
    }

    let names: Vec<String> =
        scenario.endings.iter().map(|ending| cut(&visible(&ending.name), width.min(90) - 50)).collect();
    let widest = names.iter().map(|name| name.width()).max().unwrap_or(0).max("endings".len());
    let _ = writeln!(out, "\n  endings{}   drawn  exactly  best play", " ".repeat(widest - "endings".len()));
    let mut row = |name: &str, times: u32, exact: f64, best: f64, outcome: &str| {
        let pad = " ".repeat(widest - name.width());
        let share = percent(f64::from(times) / f64::from(drawn));
        let _ = writeln!(out, "  {name}{pad}  {share:>6}   {:>6}     {:>6}  {outcome}", percent(exact), percent(best));
    };
    for (at, (name, ending)) in names.iter().zip(&scenario.endings).enumerate() {
        let (exact, best) = (balance.guessing.endings[at], balance.best.endings[at]);
        row(name, sampled.endings[at], exact, best, ending.outcome.word());
    }
    if balance.guessing.stuck > 0.0 {
        row("stuck", sampled.stuck, balance.guessing.stuck, balance.best.stuck, "a mistake: nothing can be said");
    }
}

/// A bar for a share of 0 to 1; something above 0 shows.
fn bar(share: f64, cells: usize) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the number of cells")]
    let filled = (share.clamp(0.0, 1.0) * cells as f64).round() as usize;
    "▇".repeat(if share > 0.0 { filled.max(1) } else { 0 })
}

/// A whole number with its thousands apart: `1,000,000`.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A share in percent; what can happen never shows as nothing.
fn percent(share: f64) -> String {
    if share > 0.0 && share < 0.0005 { "<0.1%".to_owned() } else { format!("{:.1}%", share * 100.0) }
}

/// A leak in whole percent, with its sign.
pub(crate) fn signed_percent(share: f64) -> String {
    let percent = (share * 100.0).round();
    if percent == 0.0 { "0%".to_owned() } else { format!("{percent:+.0}%") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_short_and_what_is_little_is_not_nothing() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
        assert_eq!([0.0, 0.0001, 0.1234, 1.0].map(percent), ["0.0%", "<0.1%", "12.3%", "100.0%"]);
        assert_eq!([-0.002, 0.37, -0.138].map(signed_percent), ["0%", "+37%", "-14%"]);
        assert_eq!([0.0, 0.001, 0.5, 1.0, -1.0].map(|share| bar(share, 4).chars().count()), [0, 1, 2, 4, 0]);
    }
}
