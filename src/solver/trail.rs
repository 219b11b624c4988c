//! The shortest conversation to any state.

use super::explore::ENDINGS;
use super::values::laid_groups;
use super::{Place, Solved, StateId};
use crate::scenario::MomentId;

/// The shortest conversations to all states of a scenario. Of two that are as short, the one whose replies and lines
/// stand first in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Trails<'s> {
    solved: &'s Solved,
    /// For each state, the state before it, and the reply and the line that lead from there to it.
    before: Vec<Option<(u32, u32, u32)>>,
    nearest_first: Vec<u32>,
}

impl<'s> Trails<'s> {
    /// The shortest conversations to the states of `solved`.
    #[must_use]
    pub fn of(solved: &'s Solved) -> Self {
        let graph = &solved.graph;
        let mut before = vec![None; graph.states.len()];
        let mut nearest_first = Vec::with_capacity(graph.states.len());
        if solved.start < ENDINGS {
            nearest_first.push(solved.start);
        }
        let mut at = 0;
        while let Some(&id) = nearest_first.get(at) {
            at += 1;
            for (group, ways) in laid_groups(graph, id) {
                for way in &graph.ways[ways] {
                    if way.next < ENDINGS && way.next != solved.start && before[way.next as usize].is_none() {
                        before[way.next as usize] = Some((id, group.reply, way.follow_up));
                        nearest_first.push(way.next);
                    }
                }
            }
        }
        Self { solved, before, nearest_first }
    }

    /// Every state by its number, those that come soonest first.
    pub(super) fn nearest_first(&self) -> impl Iterator<Item = u32> + '_ {
        self.nearest_first.iter().copied()
    }

    /// For each moment the state with the shortest conversation to it; nothing where no conversation comes.
    #[must_use]
    pub fn nearest(&self) -> Vec<Option<StateId>> {
        let mut nearest = vec![None; self.solved.compiled.moments.len()];
        for id in self.nearest_first() {
            let moment = self.solved.graph.states[id as usize].moment;
            nearest[moment as usize].get_or_insert(StateId(id));
        }
        nearest
    }

    /// For each state, by its number, the first of these `moments` on the shortest way to it, itself left out.
    pub(super) fn first_on_the_way(&self, moments: &[bool]) -> Vec<Option<MomentId>> {
        let mut first = vec![None; self.before.len()];
        for id in self.nearest_first() {
            let Some((from, ..)) = self.before[id as usize] else { continue };
            let moment = self.solved.graph.states[from as usize].moment;
            first[id as usize] = first[from as usize].or_else(|| moments[moment as usize].then_some(MomentId(moment)));
        }
        first
    }

    /// For each moment the first of these `moments` on the shortest way to it, itself left out.
    #[must_use]
    pub fn before(&self, moments: &[bool]) -> Vec<Option<MomentId>> {
        let first = self.first_on_the_way(moments);
        self.nearest().into_iter().map(|state| first[state?.0 as usize]).collect()
    }

    /// The lines of the shortest conversation to `state`, in the order in which they are said.
    #[must_use]
    pub fn to(&self, state: StateId) -> Vec<Place> {
        let Solved { compiled, graph, .. } = self.solved;
        let mut lines = Vec::new();
        let mut at = state.0;
        while let Some((from, reply, line)) = self.before[at as usize] {
            lines.push(Place {
                moment: MomentId(graph.states[from as usize].moment),
                reply: compiled.replies[reply as usize].index as usize,
                follow_up: compiled.follow_ups[line as usize].index as usize,
            });
            at = from;
        }
        lines.reverse();
        lines
    }
}
