//! What each state is worth under a way of choosing.

use std::ops::Range;

use super::compile::Compiled;
use super::explore::{ENDINGS, Graph, Group, STUCK, Way};

/// Ranks that differ by less are equal: weights need not be whole numbers, and sums of them round.
pub(super) const EQUAL: f64 = 1e-9;

/// What is expected from a state on, in points, by three trainees at once.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Worth {
    /// Who always takes the best line (V).
    pub best: f64,
    /// Who always takes the worst line (W).
    pub worst: f64,
    /// Who guesses.
    pub guessing: f64,
}

/// The worth of every state, by its number.
pub(super) fn worths(compiled: &Compiled, graph: &Graph) -> Vec<Worth> {
    let mut worths = vec![Worth::default(); graph.states.len()];
    for &id in &graph.order {
        let mut sum = Worth::default();
        let mut all_odds = 0.0;
        for (odds, ways) in groups(graph, id) {
            let most = most_marks(compiled, ways);
            let mut here = Worth { best: f64::NEG_INFINITY, worst: f64::INFINITY, guessing: 0.0 };
            for way in ways {
                let points = compiled.follow_ups[way.follow_up as usize].marks - most;
                let next = worth_of(compiled, &worths, way.next);
                here.best = here.best.max(points + next.best);
                here.worst = here.worst.min(points + next.worst);
                here.guessing += points + next.guessing;
            }
            sum.best += odds * here.best;
            sum.worst += odds * here.worst;
            sum.guessing += odds * here.guessing / ways.len() as f64;
            all_odds += odds;
        }
        // A state without a live reply is a dead end, and worth nothing.
        if all_odds > 0.0 {
            worths[id as usize] =
                Worth { best: sum.best / all_odds, worst: sum.worst / all_odds, guessing: sum.guessing / all_odds };
        }
    }
    worths
}

/// What is expected from `next` on, which is a state or an end.
pub(super) fn worth_of(compiled: &Compiled, worths: &[Worth], next: u32) -> Worth {
    if next < ENDINGS {
        return worths[next as usize];
    }
    let worth = end_worth(compiled, next);
    Worth { best: worth, worst: worth, guessing: worth }
}

/// What a trainee expects at the start who takes, at every decision, the lines that `rank` ranks highest, and takes
/// each of several equals as often as the other. `rank` is given a follow-up's number in [`Compiled::follow_ups`].
pub(super) fn following(compiled: &Compiled, graph: &Graph, start: u32, rank: impl Fn(u32) -> f64) -> f64 {
    if start >= ENDINGS {
        return end_worth(compiled, start);
    }
    let mut worths = vec![0.0; graph.states.len()];
    for &id in &graph.order {
        let (mut sum, mut all_odds) = (0.0, 0.0);
        for (odds, ways) in groups(graph, id) {
            let most = most_marks(compiled, ways);
            let highest = ways.iter().map(|way| rank(way.follow_up)).fold(f64::NEG_INFINITY, f64::max);
            let (mut here, mut taken) = (0.0, 0.0);
            for way in ways.iter().filter(|way| rank(way.follow_up) > highest - EQUAL) {
                let next = if way.next >= ENDINGS { end_worth(compiled, way.next) } else { worths[way.next as usize] };
                here += compiled.follow_ups[way.follow_up as usize].marks - most + next;
                taken += 1.0;
            }
            sum += odds * here / taken;
            all_odds += odds;
        }
        if all_odds > 0.0 {
            worths[id as usize] = sum / all_odds;
        }
    }
    worths[start as usize]
}

/// The worth of an end: an ending's, or nothing at a dead end.
pub(super) fn end_worth(compiled: &Compiled, end: u32) -> f64 {
    if end == STUCK { 0.0 } else { compiled.worth[(end - ENDINGS) as usize] }
}

/// The best marks on offer.
pub(super) fn most_marks(compiled: &Compiled, ways: &[Way]) -> f64 {
    let marks = |way: &Way| compiled.follow_ups[way.follow_up as usize].marks;
    ways.iter().map(marks).fold(f64::NEG_INFINITY, f64::max)
}

/// The live replies of a state: the odds of each, and the ways on.
pub(super) fn groups(graph: &Graph, id: u32) -> impl Iterator<Item = (f64, &[Way])> {
    laid_groups(graph, id).map(|(group, ways)| (f64::from(group.odds), &graph.ways[ways]))
}

/// The live replies of a state, each with where its ways stand in [`Graph::ways`].
pub(super) fn laid_groups(graph: &Graph, id: u32) -> impl Iterator<Item = (&Group, Range<usize>)> {
    let state = graph.states[id as usize];
    (state.groups as usize..state.groups_end as usize).map(|at| {
        let group = &graph.groups[at];
        let begin = if at == 0 { 0 } else { graph.groups[at - 1].ways_end };
        (group, begin as usize..group.ways_end as usize)
    })
}
