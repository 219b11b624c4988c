//! Conversations drawn by the thousand: the compiled form, scores only.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::Solved;
use super::explore::ENDINGS;
use super::values::{groups, most_marks};

/// Draws whole conversations of trainees who guess.
///
/// Every state has one table from which a reply and a line are drawn at once, by the alias method (Walker, 1977; Vose's
/// way of making the tables, 1991): one random word and one place in memory a turn.
#[derive(Debug, Clone)]
pub struct Sampler {
    /// Where the cells of each state begin, and how many there are.
    states: Vec<(u32, u32)>,
    cells: Vec<Cell>,
    /// For each cell, which ways of the graph its two turns are. They stand apart, because only counting asks for them.
    pub(super) ways: Vec<[u32; 2]>,
    pub(super) start: u32,
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
        solved.stake().map(|_| Self::of_turns(solved))
    }

    /// The tables for `solved`, also where nothing is at stake; then every score is 100 and means nothing.
    #[must_use]
    pub fn of_turns(solved: &Solved) -> Self {
        let per_point = solved.stake().map_or(0.0, |stake| 100.0 / stake);
        let graph = &solved.graph;
        let mut sampler = Self {
            states: Vec::with_capacity(graph.states.len()),
            cells: Vec::with_capacity(graph.ways.len()),
            ways: Vec::with_capacity(graph.ways.len()),
            start: solved.start,
        };
        for (id, state) in (0..).zip(&graph.states) {
            let begin = sampler.cells.len() as u32;
            // The ways of a state stand together, whatever reply they answer.
            let first = if state.groups == 0 { 0 } else { graph.groups[state.groups as usize - 1].ways_end };
            let turns = weighed_turns(solved, id, per_point);
            for (cut, pair) in alias(&turns) {
                sampler.cells.push(Cell { cut, turns: pair.map(|at| turns[at].1) });
                sampler.ways.push(pair.map(|at| first + at as u32));
            }
            sampler.states.push((begin, sampler.cells.len() as u32 - begin));
        }
        sampler
    }

    /// Draws `runs` conversations from `seed` and gives the score of each to `each`. A score is not cut off at 0.
    pub fn run(&self, seed: u64, runs: usize, mut each: impl FnMut(f32)) {
        let mut rng = stream(seed);
        for _ in 0..runs {
            each(self.draw(&mut rng, |_, _| {}).0);
        }
    }

    /// Draws one conversation: its score, and the end or the state where it stops. `turn` is given the cell of every turn
    /// and which of its two turns it was.
    #[inline]
    pub(super) fn draw(&self, rng: &mut ChaCha8Rng, mut turn: impl FnMut(usize, usize)) -> (f32, u32) {
        let mut score = 100.0;
        let mut state = self.start;
        while state < ENDINGS {
            let (begin, cells) = self.states[state as usize];
            if cells == 0 {
                break;
            }
            let word = rng.next_u64();
            let at = begin as usize + (((word >> 32) * u64::from(cells)) >> 32) as usize;
            let cell = &self.cells[at];
            let which = usize::from(word as u32 >= cell.cut);
            turn(at, which);
            score -= cell.turns[which].cost;
            state = cell.turns[which].next;
        }
        (score, state)
    }
}

/// The stream of `seed`, apart from the draws of conversations.
pub(super) fn stream(seed: u64) -> ChaCha8Rng {
    let mut key = *b"________tellmore: sampled turns.";
    key[..8].copy_from_slice(&seed.to_le_bytes());
    ChaCha8Rng::from_seed(key)
}

/// The turns that can happen at state `id`, each with its chance.
fn weighed_turns(solved: &Solved, id: u32, per_point: f64) -> Vec<(f64, Drawn)> {
    let (compiled, graph) = (&solved.compiled, &solved.graph);
    let all_odds: f64 = groups(graph, id).map(|(odds, _)| odds).sum();
    let mut turns = Vec::new();
    for (odds, ways) in groups(graph, id) {
        let most = most_marks(compiled, ways);
        let values: Vec<f64> = ways
            .iter()
            .map(|way| compiled.follow_ups[way.follow_up as usize].marks - most + solved.worth_of(way.next).best)
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

/// An alias table for `turns`, whose chances add up to 1: for each cell its cut, and the two turns that it is shared by.
fn alias(turns: &[(f64, Drawn)]) -> Vec<(u32, [usize; 2])> {
    let count = turns.len();
    let mut shares: Vec<f64> = turns.iter().map(|&(chance, _)| chance * count as f64).collect();
    let (mut small, mut large): (Vec<usize>, Vec<usize>) = (0..count).partition(|&at| shares[at] < 1.0);
    let mut cells: Vec<(u32, [usize; 2])> = (0..count).map(|at| (u32::MAX, [at, at])).collect();
    while let (Some(&low), Some(&high)) = (small.last(), large.last()) {
        small.pop();
        cells[low] = ((shares[low] * 4_294_967_296.0) as u32, [low, high]);
        shares[high] -= 1.0 - shares[low];
        if shares[high] < 1.0 {
            large.pop();
            small.push(high);
        }
    }
    cells
}
