//! What each line costs a trainee who guesses, and what it gives away to one who has a habit.

use super::explore::Way;
use super::places::Numbers;
use super::strategy::Appeals;
use super::values::most_marks;
use super::visits::{Turn, guess, pass};
use super::{Expected, Figures, Solved, Strategy};
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
        Self::with(&Appeals::of(scenario, &solved.compiled), scenario, solved)
    }

    /// The figures and the balance of `scenario`: what they have in common is worked out once.
    #[must_use]
    pub fn and_figures(scenario: &Scenario, solved: &Solved) -> (Figures, Self) {
        let appeals = Appeals::of(scenario, &solved.compiled);
        (Figures::with(&appeals, solved), Self::with(&appeals, scenario, solved))
    }

    fn with(appeals: &Appeals, scenario: &Scenario, solved: &Solved) -> Self {
        let numbers = Numbers::of(scenario, &solved.compiled);
        let mut losses = Sums::of(&numbers);
        let guessing = Expected::by(scenario, solved, &numbers, guess, |turn| losses.add_losses(solved, turn));
        let best = Expected::by(scenario, solved, &numbers, |way| solved.rank(way), |_| ());
        let Some(per_point) = solved.stake().map(|stake| 100.0 / stake) else {
            return Self { guessing, best, costs: None, shares: Vec::new() };
        };
        let each = losses.sums.iter().zip(&guessing.lines);
        let costs = each.map(|(loss, times)| (times.said > 0.0).then(|| loss * per_point / times.said)).collect();
        let shares = Strategy::ALL.map(|strategy| {
            let mut gains = Sums::of(&numbers);
            let appeal = appeals.to(strategy);
            pass(solved, |way| appeal(way.follow_up), |turn| gains.add_gains(solved, turn));
            (strategy, gains.sums.iter().map(|gain| gain * per_point).collect())
        });
        Self { guessing, best, costs: Some(costs), shares: shares.into() }
    }
}

/// For each line, a sum over the turns: how often it is said, times a figure that it has there.
pub(super) struct Sums<'n> {
    numbers: &'n Numbers,
    pub(super) sums: Vec<f64>,
    figures: Vec<f64>,
}

impl<'n> Sums<'n> {
    pub(super) fn of(numbers: &'n Numbers) -> Self {
        Self { numbers, sums: vec![0.0; numbers.lines], figures: Vec::new() }
    }

    /// Adds what each line gives away against the best one, in points.
    pub(super) fn add_losses(&mut self, solved: &Solved, turn: &Turn<'_>) {
        value(solved, turn, &mut self.figures, |way| solved.worth_of(way.next).best);
        let best = self.figures.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        self.figures.iter_mut().for_each(|value| *value = best - *value);
        self.add(turn);
    }

    /// Adds what each line is worth more than a guess there, in points, where all that follows is guessed. Over all lines
    /// that adds up to what a habit expects more than guessing does, because what a habit expects is what guessing expects
    /// and these differences, turn by turn.
    fn add_gains(&mut self, solved: &Solved, turn: &Turn<'_>) {
        value(solved, turn, &mut self.figures, |way| solved.worth_of(way.next).guessing);
        let guess = self.figures.iter().sum::<f64>() / self.figures.len() as f64;
        self.figures.iter_mut().for_each(|value| *value -= guess);
        self.add(turn);
    }

    fn add(&mut self, turn: &Turn<'_>) {
        for ((way, share), figure) in turn.ways.iter().zip(turn.shares).zip(&self.figures) {
            // Where a line is not said, its figure does not matter.
            if *share > 0.0 {
                self.sums[self.numbers.line[way.follow_up as usize]] += turn.chance * share * figure;
            }
        }
    }
}

/// The points of each way at `turn`, with what `then` expects after it.
fn value(solved: &Solved, turn: &Turn<'_>, values: &mut Vec<f64>, then: impl Fn(&Way) -> f64) {
    let most = most_marks(&solved.compiled, turn.ways);
    values.clear();
    values.extend(
        turn.ways.iter().map(|way| solved.compiled.follow_ups[way.follow_up as usize].marks - most + then(way)),
    );
}
