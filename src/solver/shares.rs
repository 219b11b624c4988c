//! What each line costs a trainee who guesses, and what it gives away to one who has a habit.

use super::explore::Way;
use super::places::Numbers;
use super::values::most_marks;
use super::visits::{Turn, pass};
use super::{Expected, Play, Solved, Strategy};
use crate::scenario::Scenario;

/// What a scenario is balanced by. Everything by line is in the order of [`super::places`].
#[derive(Debug, Clone, PartialEq)]
pub struct Balance {
    /// What guessing comes through.
    pub guessing: Expected,
    /// What best play comes through.
    pub best: Expected,
    /// What each line costs on average when a trainee who guesses says it, in score points, 0 or more; nothing for a line
    /// that is never said. Nothing at all where nothing is at stake.
    pub costs: Option<Vec<Option<f64>>>,
    /// For each habit, what each line adds to its score against guessing, in score points: over all lines they add up to
    /// the score of the habit less par. Empty where nothing is at stake.
    pub shares: Vec<(Strategy, Vec<f64>)>,
}

impl Balance {
    /// The balance of `scenario`, with the values that were solved for it.
    #[must_use]
    pub fn of(scenario: &Scenario, solved: &Solved) -> Self {
        let guessing = Expected::of(scenario, solved, Play::Guessing);
        let per_point = solved.stake().map(|stake| 100.0 / stake);
        let costs = per_point.map(|per_point| {
            let losses = losses(scenario, solved, Play::Guessing);
            let each = losses.iter().zip(&guessing.lines);
            each.map(|(loss, times)| (times.said > 0.0).then(|| loss * per_point / times.said)).collect()
        });
        let shares = per_point.map(|per_point| {
            let of = |strategy| (strategy, gains(scenario, solved, strategy).iter().map(|g| g * per_point).collect());
            Strategy::ALL.map(of).into()
        });
        Self { guessing, best: Expected::of(scenario, solved, Play::Best), costs, shares: shares.unwrap_or_default() }
    }
}

/// What each line gives away in one conversation under `play`, in points: how often it is said times its loss.
pub(super) fn losses(scenario: &Scenario, solved: &Solved, play: Play) -> Vec<f64> {
    by_line(scenario, solved, play, |turn, values| {
        value(solved, turn, values, |way| solved.worth_of(way.next).best);
        let best = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        values.iter_mut().for_each(|value| *value = best - *value);
    })
}

/// What each line earns a habit in one conversation, in points: how often it says the line, times what the line is worth
/// more than a guess there, where all that follows is guessed. Over all lines that adds up to what the habit expects more
/// than guessing does, because what a habit expects is what guessing expects and these differences, turn by turn.
pub(super) fn gains(scenario: &Scenario, solved: &Solved, strategy: Strategy) -> Vec<f64> {
    by_line(scenario, solved, Play::Habit(strategy), |turn, values| {
        value(solved, turn, values, |way| solved.worth_of(way.next).guessing);
        let guess = values.iter().sum::<f64>() / values.len() as f64;
        values.iter_mut().for_each(|value| *value -= guess);
    })
}

/// The points of each way at `turn`, with what `then` expects after it.
fn value(solved: &Solved, turn: &Turn<'_>, values: &mut Vec<f64>, then: impl Fn(&Way) -> f64) {
    let most = most_marks(&solved.compiled, turn.ways);
    values.clear();
    values.extend(
        turn.ways.iter().map(|way| solved.compiled.follow_ups[way.follow_up as usize].marks - most + then(way)),
    );
}

/// For each line, the sum over the turns of how often it is said times the figure that `of` gives it there.
fn by_line(scenario: &Scenario, solved: &Solved, play: Play, of: impl Fn(&Turn<'_>, &mut Vec<f64>)) -> Vec<f64> {
    let numbers = Numbers::of(scenario, &solved.compiled);
    let mut sums = vec![0.0; numbers.lines];
    let mut figures = Vec::new();
    pass(scenario, solved, play, |turn| {
        of(turn, &mut figures);
        for ((way, share), figure) in turn.ways.iter().zip(turn.shares).zip(&figures) {
            // Where a line is not said, its figure does not matter.
            if *share > 0.0 {
                sums[numbers.line[way.follow_up as usize]] += turn.chance * share * figure;
            }
        }
    });
    sums
}
