//! Values as bytes, so that a large scenario is worked out once.
//!
//! What is kept is the graph and its values; the scenario is laid out anew, because that takes no time. Every number
//! that points somewhere is checked on the way in: bytes come from outside.

use super::compile::Compiled;
use super::explore::{ENDINGS, Graph, Group, STUCK, State, Way};
use super::values::Worth;
use super::{Solved, TooLarge};
use crate::scenario::{Openness, Scenario};

/// What the bytes begin with. The figure goes up when anything about them, or about how states are merged, changes.
const HEAD: &[u8; 16] = b"tellmore solved1";

impl Solved {
    /// The values as bytes; [`Solved::from_bytes`] takes them back.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let graph = &self.graph;
        let mut bytes = HEAD.to_vec();
        let mut word = |word: u32| bytes.extend_from_slice(&word.to_le_bytes());
        for count in [graph.states.len(), graph.groups.len(), graph.ways.len()] {
            word(count as u32);
        }
        word(self.start);
        for state in &graph.states {
            [state.moment, u32::from(state.openness), state.groups, state.groups_end].into_iter().for_each(&mut word);
        }
        for group in &graph.groups {
            [group.reply, group.odds, group.ways_end].into_iter().for_each(&mut word);
        }
        for way in &graph.ways {
            [way.follow_up, way.next].into_iter().for_each(&mut word);
        }
        graph.order.iter().copied().for_each(&mut word);
        for worth in &self.worths {
            for figure in [worth.best, worth.worst, worth.guessing] {
                bytes.extend_from_slice(&figure.to_le_bytes());
            }
        }
        bytes
    }

    /// The values of `scenario` from bytes that were made of them; nothing where these are not such bytes.
    ///
    /// # Errors
    /// Where there are more than `limit` states.
    pub fn from_bytes(scenario: &Scenario, bytes: &[u8], limit: usize) -> Result<Option<Self>, TooLarge> {
        let Some(solved) = Reader(bytes).solved(scenario) else { return Ok(None) };
        if solved.states() > limit { Err(TooLarge::States { limit }) } else { Ok(Some(solved)) }
    }
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*taken)
    }

    fn word(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    fn figure(&mut self) -> Option<f64> {
        self.take().map(f64::from_le_bytes).filter(|figure| figure.is_finite())
    }

    fn solved(mut self, scenario: &Scenario) -> Option<Solved> {
        if self.take::<16>()? != *HEAD {
            return None;
        }
        let compiled = Compiled::of(scenario).ok()?;
        let (states, groups, ways) = (self.word()?, self.word()?, self.word()?);
        let start = self.word()?;
        let size = u64::from(states) * (16 + 4 + 24) + u64::from(groups) * 12 + u64::from(ways) * 8;
        if size != self.0.len() as u64 {
            return None;
        }
        let end = |next: u32| next == STUCK || ((next - ENDINGS) as usize) < compiled.worth.len();
        let leads = |next: u32| if next < ENDINGS { next < states } else { end(next) };
        let mut graph = Graph::default();
        for _ in 0..states {
            let state = State {
                moment: self.word()?,
                openness: u8::try_from(self.word()?).ok()?,
                groups: self.word()?,
                groups_end: self.word()?,
            };
            let known = (state.moment as usize) < compiled.moments.len() && state.openness <= Openness::MOST;
            if !known || state.groups > state.groups_end || state.groups_end > groups {
                return None;
            }
            graph.states.push(state);
        }
        let mut ways_end = 0;
        for _ in 0..groups {
            let group = Group { reply: self.word()?, odds: self.word()?, ways_end: self.word()? };
            if group.reply as usize >= compiled.replies.len() || group.ways_end <= ways_end || group.ways_end > ways {
                return None;
            }
            ways_end = group.ways_end;
            graph.groups.push(group);
        }
        for _ in 0..ways {
            let way = Way { follow_up: self.word()?, next: self.word()? };
            if way.follow_up as usize >= compiled.follow_ups.len() || !leads(way.next) {
                return None;
            }
            graph.ways.push(way);
        }
        for _ in 0..states {
            graph.order.push(self.word().filter(|&id| id < states)?);
        }
        let mut worths = Vec::with_capacity(states as usize);
        for _ in 0..states {
            worths.push(Worth { best: self.figure()?, worst: self.figure()?, guessing: self.figure()? });
        }
        leads(start).then_some(Solved { compiled, graph, worths, start })
    }
}
