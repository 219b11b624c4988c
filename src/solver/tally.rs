//! What drawn conversations came to: scores and turns, and how often each line, reply and ending was met.

use rand_chacha::ChaCha8Rng;

use super::Solved;
use super::explore::ENDINGS;
use super::places::Numbers;
use super::sample::{Sampler, stream};
use super::values::laid_groups;
use crate::scenario::Scenario;

/// Draws conversations of trainees who guess, as many at a time as is wanted, and counts what they came to. However they
/// are parted, the same seed gives the same conversations.
#[derive(Debug, Clone)]
pub struct Tally<'s> {
    sampler: &'s Sampler,
    rng: ChaCha8Rng,
    drawn: u32,
    /// How often each of the two turns of every cell happened. A state is met once in a conversation at most, so none of
    /// them comes above `drawn`.
    turns: Vec<[u32; 2]>,
    endings: Vec<u32>,
    stuck: u32,
    /// Scores are summed as differences from about their mean, so that large sums do not round them away.
    about: f64,
    score: Sums,
    length: Sums,
    spread: [u32; Sampled::BUCKETS],
    shortest: u32,
    longest: u32,
}

/// A sum and a sum of squares.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    plain: f64,
    squares: f64,
}

impl Sums {
    fn add(&mut self, figure: f64) {
        self.plain += figure;
        self.squares += figure * figure;
    }

    fn mean(self, about: f64, count: u32) -> Mean {
        let count = f64::from(count);
        let mean = self.plain / count;
        // Where all are the same, rounding can leave less than nothing.
        let variance = ((self.squares - self.plain * mean) / (count - 1.0)).max(0.0);
        Mean { mean: about + mean, error: (count > 1.0).then(|| (variance / count).sqrt()) }
    }
}

/// A mean over drawn conversations.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mean {
    /// The mean.
    pub mean: f64,
    /// Its standard error; nothing for a single conversation.
    pub error: Option<f64>,
}

/// What drawn conversations came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Sampled {
    /// How many were drawn, 1 or more.
    pub drawn: u32,
    /// Their scores, not cut off at 0; nothing where nothing is at stake.
    pub score: Option<Mean>,
    /// How many scored 0 to under 10 (or below 0), 10 to under 20, and so on; the last counts 90 to 100.
    pub spread: [u32; Self::BUCKETS],
    /// Their turns.
    pub turns: Mean,
    /// The turns of the shortest and of the longest.
    pub shortest_and_longest: (u32, u32),
    /// How often each line was on offer and said, in the order of [`super::places`].
    pub lines: Vec<(u64, u64)>,
    /// How often each reply was given, in the order of the file.
    pub replies: Vec<u64>,
    /// How many came to each ending, in the order of the file.
    pub endings: Vec<u32>,
    /// How many came to a dead end.
    pub stuck: u32,
}

impl Sampled {
    /// Into how many parts of 10 score points the spread is divided.
    pub const BUCKETS: usize = 10;
}

/// Costs are kept as f32: a score that adds up to a whole ten may miss it by that much.
const ROUNDING: f64 = 1e-3;

impl<'s> Tally<'s> {
    /// Nothing drawn yet. `sampler` was made of `solved`.
    #[must_use]
    pub fn new(sampler: &'s Sampler, solved: &Solved, seed: u64) -> Self {
        Self {
            sampler,
            rng: stream(seed),
            drawn: 0,
            turns: vec![[0; 2]; sampler.ways.len()],
            endings: vec![0; solved.compiled.worth.len()],
            stuck: 0,
            about: solved.par().unwrap_or(0.0),
            score: Sums::default(),
            length: Sums::default(),
            spread: [0; Sampled::BUCKETS],
            shortest: u32::MAX,
            longest: 0,
        }
    }

    /// How many conversations were drawn.
    #[must_use]
    pub const fn drawn(&self) -> u32 {
        self.drawn
    }

    /// Draws `runs` more conversations; no more than [`u32::MAX`] in all.
    pub fn draw(&mut self, runs: u32) {
        let runs = runs.min(u32::MAX - self.drawn);
        for _ in 0..runs {
            let mut length = 0_u32;
            let turns = &mut self.turns;
            let (score, end) = self.sampler.draw(&mut self.rng, |cell, which| {
                turns[cell][which] += 1;
                length += 1;
            });
            let score = f64::from(score);
            self.score.add(score - self.about);
            self.length.add(f64::from(length));
            self.shortest = self.shortest.min(length);
            self.longest = self.longest.max(length);
            self.spread[bucket(score)] += 1;
            let ending = end.checked_sub(ENDINGS).and_then(|ending| self.endings.get_mut(ending as usize));
            *ending.unwrap_or(&mut self.stuck) += 1;
        }
        self.drawn += runs;
    }

    /// What the conversations drawn so far came to, for `scenario` and its values; nothing before the first.
    #[must_use]
    pub fn sampled(&self, scenario: &Scenario, solved: &Solved) -> Option<Sampled> {
        if self.drawn == 0 {
            return None;
        }
        let graph = &solved.graph;
        let numbers = Numbers::of(scenario, &solved.compiled);
        let mut taken = vec![0_u32; graph.ways.len()];
        for (ways, counts) in self.sampler.ways.iter().zip(&self.turns) {
            for (way, count) in ways.iter().zip(counts) {
                taken[*way as usize] += count;
            }
        }
        let mut lines = vec![(0, 0); numbers.lines];
        let mut replies = vec![0; numbers.replies];
        for id in 0..graph.states.len() as u32 {
            for (group, ways) in laid_groups(graph, id) {
                let given: u64 = taken[ways.clone()].iter().copied().map(u64::from).sum();
                replies[numbers.reply[group.reply as usize]] += given;
                for at in ways {
                    let (offered, said) = &mut lines[numbers.line[graph.ways[at].follow_up as usize]];
                    *offered += given;
                    *said += u64::from(taken[at]);
                }
            }
        }
        Some(Sampled {
            drawn: self.drawn,
            score: solved.stake().map(|_| self.score.mean(self.about, self.drawn)),
            spread: self.spread,
            turns: self.length.mean(0.0, self.drawn),
            shortest_and_longest: (self.shortest, self.longest),
            lines,
            replies,
            endings: self.endings.clone(),
            stuck: self.stuck,
        })
    }
}

/// Which part of the spread `score` falls into.
#[inline]
fn bucket(score: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held within 0 to 100")]
    let ten = ((score + ROUNDING).clamp(0.0, 100.0) / 10.0) as usize;
    ten.min(Sampled::BUCKETS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_falls_into_its_ten_and_what_lies_outside_into_the_nearest() {
        let scores = [-20.0, 0.0, 9.99, 9.9999, 10.0, 89.0, 90.0, 100.0];
        assert_eq!(scores.map(bucket), [0, 0, 0, 1, 1, 8, 9, 9]);
    }
}
