//! What a way of playing comes through in one conversation, on average: exact, by one pass from the start on.

use super::explore::{ENDINGS, STUCK, Way};
use super::places::Numbers;
use super::values::{EQUAL, laid_groups};
use super::{Solved, Strategy};
use crate::scenario::Scenario;

/// A way of playing. Each of several equal lines is taken as often as the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Play {
    /// Every line on offer with the same chance.
    Guessing,
    /// Always the best line.
    Best,
    /// Always the line that a habit takes.
    Habit(Strategy),
}

/// How often something is on offer and said in one conversation, on average.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Times {
    /// Times on offer, 0 or more; above 1 for a line that is offered again and again.
    pub offered: f64,
    /// Times said, 0 to 1.
    pub said: f64,
}

/// What one conversation comes to on average, exactly.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected {
    /// Each line, in the order of [`super::places`].
    pub lines: Vec<Times>,
    /// How often each reply is given, in the order of the file.
    pub replies: Vec<f64>,
    /// The chance of each ending, 0 to 1, in the order of the file.
    pub endings: Vec<f64>,
    /// The chance of a dead end, 0 to 1.
    pub stuck: f64,
    /// How many turns there are.
    pub turns: f64,
}

impl Expected {
    /// What conversations of `scenario` come to where the rep plays as `play` says.
    #[must_use]
    pub fn of(scenario: &Scenario, solved: &Solved, play: Play) -> Self {
        let numbers = Numbers::of(scenario, &solved.compiled);
        let mut expected = Self {
            lines: vec![Times::default(); numbers.lines],
            replies: vec![0.0; numbers.replies],
            endings: vec![0.0; scenario.endings.len()],
            stuck: 0.0,
            turns: 0.0,
        };
        if solved.start >= ENDINGS {
            expected.end(solved.start, 1.0);
            return expected;
        }
        let dead_ends = pass(scenario, solved, play, |turn| {
            expected.turns += turn.chance;
            expected.replies[numbers.reply[turn.reply as usize]] += turn.chance;
            for (way, share) in turn.ways.iter().zip(turn.shares) {
                let line = &mut expected.lines[numbers.line[way.follow_up as usize]];
                line.offered += turn.chance;
                line.said += turn.chance * share;
                if way.next >= ENDINGS {
                    expected.end(way.next, turn.chance * share);
                }
            }
        });
        expected.stuck += dead_ends;
        expected
    }

    fn end(&mut self, end: u32, chance: f64) {
        let at = if end == STUCK { &mut self.stuck } else { &mut self.endings[(end - ENDINGS) as usize] };
        *at += chance;
    }
}

/// A reply at one state, and how it is answered.
pub(super) struct Turn<'t> {
    /// How often it happens in one conversation: a state is met once at most, so 0 to 1.
    pub chance: f64,
    /// Which of the replies of the layout.
    pub reply: u32,
    pub ways: &'t [Way],
    /// For each of the ways, how often it is taken; they add up to 1.
    pub shares: &'t [f64],
}

/// Goes through every turn that can happen under `play` and gives it to `each`, those of earlier states first. Returns
/// the chance to come to a state in which nothing can be replied.
pub(super) fn pass(scenario: &Scenario, solved: &Solved, play: Play, mut each: impl FnMut(&Turn<'_>)) -> f64 {
    let (compiled, graph) = (&solved.compiled, &solved.graph);
    let rank: Box<dyn Fn(&Way) -> f64> = match play {
        Play::Guessing => Box::new(|_| 0.0),
        Play::Best => {
            Box::new(|way| compiled.follow_ups[way.follow_up as usize].marks + solved.worth_of(way.next).best)
        }
        Play::Habit(strategy) => {
            let appeals = strategy.appeals(scenario, compiled);
            Box::new(move |way| appeals[way.follow_up as usize])
        }
    };
    let mut chances = vec![0.0; graph.states.len()];
    if let Some(start) = chances.get_mut(solved.start as usize) {
        *start = 1.0;
    }
    let mut dead_ends = 0.0;
    let (mut ranks, mut shares) = (Vec::new(), Vec::new());
    for &id in graph.order.iter().rev() {
        let here = chances[id as usize];
        if here == 0.0 {
            continue;
        }
        let all_odds: f64 = laid_groups(graph, id).map(|(group, _)| f64::from(group.odds)).sum();
        if all_odds == 0.0 {
            dead_ends += here;
        }
        for (group, ways) in laid_groups(graph, id) {
            let ways = &graph.ways[ways];
            let chance = here * f64::from(group.odds) / all_odds;
            ranks.clear();
            ranks.extend(ways.iter().map(&rank));
            let highest = ranks.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let taken = ranks.iter().filter(|&&rank| rank > highest - EQUAL).count() as f64;
            shares.clear();
            shares.extend(ranks.iter().map(|&rank| if rank > highest - EQUAL { 1.0 / taken } else { 0.0 }));
            for (way, share) in ways.iter().zip(&shares) {
                if let Some(next) = chances.get_mut(way.next as usize) {
                    *next += chance * share;
                }
            }
            each(&Turn { chance, reply: group.reply, ways, shares: &shares });
        }
    }
    dead_ends
}
