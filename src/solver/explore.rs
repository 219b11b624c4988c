//! Every state that a conversation can reach, merged, with the ways between them.

use hashbrown::HashTable;

use super::bits::{has_all, has_any, number, set_number};
use super::compile::{Compiled, Reply};
use super::{MOST_WORDS, TooLarge};
use crate::scenario::{Goal, MomentId, Openness, Scenario};

/// The graph of states. A state's groups stand together, and so do the ways of a group.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Graph {
    pub states: Vec<State>,
    pub groups: Vec<Group>,
    pub ways: Vec<Way>,
    /// The states in an order in which every state comes after all that it leads to.
    pub order: Vec<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct State {
    pub moment: u32,
    pub openness: u8,
    pub groups: u32,
    pub groups_end: u32,
}

/// A live reply, with the lines on offer to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Group {
    /// Which of [`Compiled::replies`].
    pub reply: u32,
    pub odds: u32,
    pub ways_end: u32,
}

/// A line on offer, and where it leads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Way {
    /// Which of [`Compiled::follow_ups`].
    pub follow_up: u32,
    pub next: u32,
}

/// In [`Way::next`]: the endings stand above the states, and above them the dead end.
pub(super) const ENDINGS: u32 = 1 << 31;
pub(super) const STUCK: u32 = u32::MAX;

const UNSEEN: u32 = u32::MAX;

struct Explorer<'c> {
    compiled: &'c Compiled,
    graph: Graph,
    limit: usize,
    /// The bits of each state, by where they begin.
    bits: Vec<u64>,
    bits_at: Vec<usize>,
    known: HashTable<u32>,
    /// States without bits, by moment and openness.
    plain: Vec<u32>,
    /// Room for the bits of the state being made.
    made: Vec<u64>,
    carried: Vec<u64>,
    /// Asked now and then; no stops it.
    go_on: &'c dyn Fn() -> bool,
}

/// Explores `compiled` from the opening on, and leaves off with an error that means nothing once `go_on` says no.
pub(super) fn explore(
    scenario: &Scenario,
    compiled: &Compiled,
    limit: usize,
    go_on: &dyn Fn() -> bool,
) -> Result<(Graph, u32), TooLarge> {
    let mut explorer = Explorer::new(compiled, limit, go_on);
    let part = compiled.moments[scenario.opening.then.index()].part;
    explorer.made.resize(compiled.parts[part as usize].words, 0);
    let start = explorer.enter(Goal::Moment(scenario.opening.then), part, scenario.customer.openness)?;
    explorer.run(start)?;
    Ok((explorer.graph, start))
}

/// Explores `compiled` from the state on that stands at `moment` with this openness and these `bits` of its part.
pub(super) fn onward(
    compiled: &Compiled,
    moment: MomentId,
    openness: Openness,
    bits: Vec<u64>,
    limit: usize,
) -> Result<(Graph, u32), TooLarge> {
    let mut explorer = Explorer::new(compiled, limit, &|| true);
    explorer.made = bits;
    compiled.merge(moment.0, &mut explorer.made);
    let start = explorer.state(moment.0, openness)?;
    explorer.run(start)?;
    Ok((explorer.graph, start))
}

const OPENNESSES: usize = Openness::MOST as usize + 1;

/// How many states are made between two questions whether to go on: a millisecond or so.
const AT_A_TIME: usize = 256;

impl<'c> Explorer<'c> {
    fn new(compiled: &'c Compiled, limit: usize, go_on: &'c dyn Fn() -> bool) -> Self {
        Self {
            compiled,
            graph: Graph::default(),
            limit: limit.min(ENDINGS as usize - 1),
            bits: Vec::new(),
            bits_at: Vec::new(),
            known: HashTable::new(),
            plain: vec![UNSEEN; compiled.moments.len() * OPENNESSES],
            made: Vec::new(),
            carried: Vec::new(),
            go_on,
        }
    }

    /// Follows every way, deepest first, and notes each state after all that it leads to.
    fn run(&mut self, start: u32) -> Result<(), TooLarge> {
        if start >= ENDINGS {
            return Ok(());
        }
        let mut path = vec![self.open(start)?];
        while let Some((state, next_way, last_way)) = path.last_mut() {
            if next_way == last_way {
                self.graph.order.push(*state);
                path.pop();
                continue;
            }
            let next = self.graph.ways[*next_way as usize].next;
            *next_way += 1;
            if next < ENDINGS && self.graph.states[next as usize].groups == UNSEEN {
                let opened = self.open(next)?;
                path.push(opened);
            }
        }
        Ok(())
    }

    /// States of a circle with thousands of lines, and the ways of states with thousands of lines on offer, must not
    /// fill the memory. A way takes one word.
    fn check_room(&self) -> Result<(), TooLarge> {
        let taken = self.bits.len() + self.graph.ways.len();
        if taken < MOST_WORDS { Ok(()) } else { Err(TooLarge::Memory { words: MOST_WORDS }) }
    }

    /// Works out the replies and lines of a state; returns it with the range of its ways.
    fn open(&mut self, id: u32) -> Result<(u32, u32, u32), TooLarge> {
        self.check_room()?;
        let compiled = self.compiled;
        let State { moment, openness, .. } = self.graph.states[id as usize];
        let here = &compiled.moments[moment as usize];
        let words = compiled.parts[here.part as usize].words;
        let at = self.bits_at[id as usize];
        let openness = Openness::new(openness);
        let (first_group, first_way) = (self.graph.groups.len() as u32, self.graph.ways.len() as u32);
        self.graph.states[id as usize].groups = first_group;

        for index in here.replies.clone() {
            let reply = &compiled.replies[index];
            let odds = reply.odds[openness.band() as usize];
            if odds == 0 || !self.allows(at, words, reply.needs, reply.unless) {
                continue;
            }
            let before = self.graph.ways.len();
            for number in reply.follow_ups.clone() {
                let follow_up = &compiled.follow_ups[number];
                if self.allows(at, words, follow_up.needs, follow_up.blocked) {
                    let next = self.say(here.part, at, reply, number, openness)?;
                    self.graph.ways.push(Way { follow_up: number as u32, next });
                }
            }
            if self.graph.ways.len() > before {
                let ways_end = self.graph.ways.len() as u32;
                self.graph.groups.push(Group { reply: index as u32, odds, ways_end });
            }
        }
        self.graph.states[id as usize].groups_end = self.graph.groups.len() as u32;
        Ok((id, first_way, self.graph.ways.len() as u32))
    }

    /// Whether the state whose bits begin at `at` has all of one mask and none of another.
    fn allows(&self, at: usize, words: usize, needs: usize, blocked: usize) -> bool {
        let bits = &self.bits[at..at + words];
        let masks = &self.compiled.masks;
        has_all(bits, &masks[needs..needs + words]) && !has_any(bits, &masks[blocked..blocked + words])
    }

    /// Where saying follow-up `number` of [`Compiled::follow_ups`] leads.
    fn say(&mut self, part: u32, at: usize, reply: &Reply, number: usize, openness: Openness) -> Result<u32, TooLarge> {
        let compiled = self.compiled;
        let follow_up = &compiled.follow_ups[number];
        let openness = openness.after(follow_up.opens);
        let goal = follow_up.then[openness.band() as usize];
        if let Goal::Ending(ending) = goal {
            return Ok(ENDINGS + ending.0);
        }
        if openness == Openness::SHUT {
            return Ok(compiled.if_shut.map_or(STUCK, |ending| ENDINGS + ending));
        }
        let words = compiled.parts[part as usize].words;
        self.made.clear();
        self.made.extend_from_slice(&self.bits[at..at + words]);
        compiled.add_mask(&mut self.made, reply.reveals);
        compiled.add_mask(&mut self.made, follow_up.sets);
        self.enter(goal, part, openness)
    }

    /// The state (or end) of going to `goal` with the bits in `self.made`, which are those of `part`.
    fn enter(&mut self, mut goal: Goal, mut part: u32, openness: Openness) -> Result<u32, TooLarge> {
        let compiled = self.compiled;
        loop {
            let id = match goal {
                Goal::Ending(ending) => return Ok(ENDINGS + ending.0),
                Goal::Moment(id) => id,
            };
            let there = &compiled.moments[id.index()];
            if there.part != part {
                self.carried.clear();
                self.carried.resize(compiled.parts[there.part as usize].words, 0);
                compiled.carry(part, &self.made, there.part, &mut self.carried);
                std::mem::swap(&mut self.made, &mut self.carried);
                part = there.part;
            }
            if let Some(count) = there.count {
                let entered = number(&self.made, count.at, count.bits);
                if entered >= count.most {
                    goal = there.at_most.map_or(goal, |(_, after)| after);
                    continue;
                }
                set_number(&mut self.made, count.at, count.bits, entered + 1);
            }
            compiled.merge(id.0, &mut self.made);
            return self.state(id.0, openness);
        }
    }

    /// The number of the state at `moment` with the bits in `self.made`, a new one where it was not seen yet.
    fn state(&mut self, moment: u32, openness: Openness) -> Result<u32, TooLarge> {
        let new = self.graph.states.len() as u32;
        if self.made.is_empty() {
            let seen = &mut self.plain[moment as usize * OPENNESSES + usize::from(openness.get())];
            if *seen != UNSEEN {
                return Ok(*seen);
            }
            *seen = new;
        } else {
            let (bits, bits_at, states, made) = (&self.bits, &self.bits_at, &self.graph.states, &self.made);
            let of = |id: u32| {
                let (state, at) = (&states[id as usize], bits_at[id as usize]);
                (state.moment, state.openness, at)
            };
            let same = |&id: &u32| {
                let (its_moment, its_openness, at) = of(id);
                its_moment == moment && its_openness == openness.get() && bits[at..at + made.len()] == made[..]
            };
            let hash = hash(moment, openness.get(), made);
            if let Some(&id) = self.known.find(hash, same) {
                return Ok(id);
            }
            let rehash = |&id: &u32| {
                let (moment, openness, at) = of(id);
                let words = self.compiled.parts[self.compiled.moments[moment as usize].part as usize].words;
                self::hash(moment, openness, &bits[at..at + words])
            };
            self.known.insert_unique(hash, new, rehash);
        }
        if self.graph.states.len() >= self.limit {
            return Err(TooLarge::States { limit: self.limit });
        }
        self.check_room()?;
        if self.graph.states.len().is_multiple_of(AT_A_TIME) && !(self.go_on)() {
            return Err(TooLarge::States { limit: self.limit });
        }
        self.graph.states.push(State { moment, openness: openness.get(), groups: UNSEEN, groups_end: UNSEEN });
        self.bits_at.push(self.bits.len());
        self.bits.extend_from_slice(&self.made);
        Ok(new)
    }
}

/// A hash of a state that spreads well for a few words; it is never kept, so it may change.
fn hash(moment: u32, openness: u8, words: &[u64]) -> u64 {
    const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |a: u64, b: u64| {
        let product = u128::from(a ^ b).wrapping_mul(u128::from(SPREAD));
        (product as u64) ^ ((product >> 64) as u64)
    };
    let mut hash = mix(u64::from(moment) << 8 | u64::from(openness), 0x2545_f491_4f6c_dd1d);
    for &word in words {
        hash = mix(hash.rotate_left(23), word.wrapping_add(SPREAD));
    }
    hash
}
