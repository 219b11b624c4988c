//! Conversations drawn by the thousand: the compiled form, scores only.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::Solved;
use super::explore::{ENDINGS, Graph};
use super::values::{end_worth, groups, most_marks};

/// Draws whole conversations of trainees who guess.
///
/// Every state has one table from which a reply and a line are drawn at once, by the alias method (Walker, 1977; Vose's
/// way of making the tables, 1991): one random word and one place in memory a turn.
#[derive(Debug, Clone)]
pub struct Sampler {
    /// Where the cells of each state begin, and how many there are.
    states: Vec<(u32, u32)>,
    cells: Vec<Cell>,
    start: u32,
}

/// One of two turns: the first where the draw falls below `cut`.
#[derive(Debug, Clone, Copy)]
struct Cell {
    cut: u32,
    turns: [Drawn; 2],
}

/// A turn: where it leads, and what it costs.
#[derive(Debug, Clone, Copy, Default)]
struct Drawn {
    next: u32,
    cost: f32,
}

impl Sampler {
    /// The tables for `solved`; nothing where nothing is at stake, so that there is no score.
    #[must_use]
    pub fn of(solved: &Solved) -> Option<Self> {
        let per_point = 100.0 / solved.stake()?;
        let graph = &solved.graph;
        let mut sampler = Self { states: Vec::new(), cells: Vec::with_capacity(graph.ways.len()), start: solved.start };
        for id in 0..graph.states.len() as u32 {
            let begin = sampler.cells.len() as u32;
            let turns = weighed_turns(solved, graph, id, per_point);
            sampler.cells.extend(alias(&turns));
            sampler.states.push((begin, sampler.cells.len() as u32 - begin));
        }
        Some(sampler)
    }

    /// Draws `runs` conversations from `seed` and gives the score of each to `each`. A score is not cut off at 0.
    pub fn run(&self, seed: u64, runs: usize, mut each: impl FnMut(f32)) {
        let mut rng = ChaCha8Rng::from_seed(key(seed));
        for _ in 0..runs {
            let mut score = 100.0;
            let mut state = self.start;
            while state < ENDINGS {
                let (begin, cells) = self.states[state as usize];
                if cells == 0 {
                    break;
                }
                let word = rng.next_u64();
                let at = ((word >> 32) * u64::from(cells)) >> 32;
                let cell = &self.cells[begin as usize + at as usize];
                let turn = cell.turns[usize::from(word as u32 >= cell.cut)];
                score -= turn.cost;
                state = turn.next;
            }
            each(score);
        }
    }
}

/// The key of the stream for `seed`, apart from the draws of conversations.
fn key(seed: u64) -> [u8; 32] {
    let mut key = *b"________tellmore: sampled turns.";
    key[..8].copy_from_slice(&seed.to_le_bytes());
    key
}

/// The turns that can happen at state `id`, each with its chance.
fn weighed_turns(solved: &Solved, graph: &Graph, id: u32, per_point: f64) -> Vec<(f64, Drawn)> {
    let compiled = &solved.compiled;
    let all_odds: f64 = groups(graph, id).map(|(odds, _)| odds).sum();
    let mut turns = Vec::new();
    for (odds, ways) in groups(graph, id) {
        let most = most_marks(compiled, ways);
        let values: Vec<f64> = ways
            .iter()
            .map(|way| {
                let next = if way.next < ENDINGS {
                    solved.worths[way.next as usize].best
                } else {
                    end_worth(compiled, way.next)
                };
                compiled.follow_ups[way.follow_up as usize].marks - most + next
            })
            .collect();
        let best = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let chance = odds / all_odds / ways.len() as f64;
        turns.extend(
            ways.iter()
                .zip(values)
                .map(|(way, value)| (chance, Drawn { next: way.next, cost: ((best - value) * per_point) as f32 })),
        );
    }
    turns
}

/// The cells of an alias table for `turns`, whose chances add up to 1.
fn alias(turns: &[(f64, Drawn)]) -> Vec<Cell> {
    let count = turns.len();
    let mut shares: Vec<f64> = turns.iter().map(|&(chance, _)| chance * count as f64).collect();
    let (mut small, mut large): (Vec<usize>, Vec<usize>) = (0..count).partition(|&at| shares[at] < 1.0);
    let mut cells: Vec<Cell> = turns.iter().map(|&(_, turn)| Cell { cut: u32::MAX, turns: [turn, turn] }).collect();
    while let (Some(&low), Some(&high)) = (small.last(), large.last()) {
        small.pop();
        cells[low].cut = (shares[low] * 4_294_967_296.0) as u32;
        cells[low].turns[1] = turns[high].1;
        shares[high] -= 1.0 - shares[low];
        if shares[high] < 1.0 {
            large.pop();
            small.push(high);
        }
    }
    cells
}
