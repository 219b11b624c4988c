//! What a way of playing comes through in one conversation, on average: exact, by one pass from the start on.

use super::explore::{ENDINGS, STUCK, Way};
use super::places::Numbers;
use super::strategy::Appeals;
use super::values::{EQUAL, laid_groups, most_marks};
use super::{Solved, Strategy};
use crate::scenario::{Openness, Scenario};

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
    /// Times said although a line with better marks was on offer, 0 to 1.
    pub against_marks: f64,
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
    /// How many of them there are in each band of openness: shut, wary, open.
    pub turns_in: [f64; 3],
}

impl Expected {
    /// What conversations of `scenario` come to where the rep plays as `play` says.
    #[must_use]
    pub fn of(scenario: &Scenario, solved: &Solved, play: Play) -> Self {
        let numbers = Numbers::of(scenario, &solved.compiled);
        match play {
            Play::Guessing => Self::by(scenario, solved, &numbers, guess, |_| ()),
            Play::Best => Self::by(scenario, solved, &numbers, |way| solved.rank(way), |_| ()),
            Play::Habit(strategy) => {
                let appeals = Appeals::of(scenario, &solved.compiled);
                let appeal = appeals.to(strategy);
                Self::by(scenario, solved, &numbers, |way| appeal(way.follow_up), |_| ())
            }
        }
    }

    /// What conversations come to where the rep says the lines that `rank` ranks highest. Each turn is given to `each`
    /// as well.
    pub(super) fn by(
        scenario: &Scenario,
        solved: &Solved,
        numbers: &Numbers,
        rank: impl Fn(&Way) -> f64,
        mut each: impl FnMut(&Turn<'_>),
    ) -> Self {
        let mut expected = Self {
            lines: vec![Times::default(); numbers.lines],
            replies: vec![0.0; numbers.replies],
            endings: vec![0.0; scenario.endings.len()],
            stuck: 0.0,
            turns: 0.0,
            turns_in: [0.0; 3],
        };
        if solved.start >= ENDINGS {
            expected.end(solved.start, 1.0);
            return expected;
        }
        let dead_ends = pass(solved, rank, |turn| {
            expected.turn(solved, numbers, turn);
            each(turn);
        });
        expected.stuck += dead_ends;
        expected
    }

    fn turn(&mut self, solved: &Solved, numbers: &Numbers, turn: &Turn<'_>) {
        self.turns += turn.chance;
        self.turns_in[Openness::new(turn.openness).band() as usize] += turn.chance;
        self.replies[numbers.reply[turn.reply as usize]] += turn.chance;
        let most = most_marks(&solved.compiled, turn.ways);
        for (way, share) in turn.ways.iter().zip(turn.shares) {
            let line = &mut self.lines[numbers.line[way.follow_up as usize]];
            line.offered += turn.chance;
            line.said += turn.chance * share;
            if solved.compiled.follow_ups[way.follow_up as usize].marks < most - EQUAL {
                line.against_marks += turn.chance * share;
            }
            if way.next >= ENDINGS {
                self.end(way.next, turn.chance * share);
            }
        }
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
    /// The openness of the state.
    pub openness: u8,
    /// Which of the replies of the layout.
    pub reply: u32,
    pub ways: &'t [Way],
    /// For each of the ways, how often it is taken; they add up to 1.
    pub shares: &'t [f64],
}

/// Ranks all lines alike.
pub(super) fn guess(_: &Way) -> f64 {
    0.0
}

impl Solved {
    /// Ranks the lines of a reply by what they are worth.
    pub(super) fn rank(&self, way: &Way) -> f64 {
        self.compiled.follow_ups[way.follow_up as usize].marks + self.worth_of(way.next).best
    }
}

/// Goes through every turn that can happen where the rep says the lines that `rank` ranks highest, each of several equals
/// as often as the other, and gives it to `each`, those of earlier states first. Returns the chance to come to a state in
/// which nothing can be replied.
pub(super) fn pass(solved: &Solved, rank: impl Fn(&Way) -> f64, mut each: impl FnMut(&Turn<'_>)) -> f64 {
    let graph = &solved.graph;
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
            each(&Turn {
                chance,
                openness: graph.states[id as usize].openness,
                reply: group.reply,
                ways,
                shares: &shares,
            });
        }
    }
    dead_ends
}
