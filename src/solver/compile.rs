//! A scenario laid out for the solver: flat lists, and sets as bits.
//!
//! Moments that can lead back to each other form a *part*. A conversation that leaves a part never comes back to it, so
//! only the part that it is in has lines to remember, and a moment in no circle has none. Facts are remembered where
//! they may be known by then and something ahead asks about them.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::bits::BitList;
use crate::scenario::{ByBand, FactId, Goal, Scenario};

/// A scenario laid out for the solver.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Compiled {
    pub moments: Vec<Moment>,
    pub replies: Vec<Reply>,
    pub options: Vec<Choice>,
    pub parts: Vec<Part>,
    /// Masks of bits, each as many words as its part has.
    pub masks: Vec<u64>,
    /// The worth of each ending.
    pub worth: Vec<f64>,
    pub if_shut: Option<u32>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Moment {
    pub replies: std::ops::Range<usize>,
    pub part: u32,
    /// Its number within its part.
    pub local: u32,
    /// How often it lets the conversation in, and where it goes instead.
    pub at_most: Option<(u32, Goal)>,
    /// Where its count of entries stands among the bits, if it is kept.
    pub count: Option<Count>,
}

/// A number among the bits of a state.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Count {
    pub at: u32,
    pub bits: u32,
    pub most: u32,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reply {
    pub odds: [u32; 3],
    pub index: u32,
    pub options: std::ops::Range<usize>,
    pub needs: usize,
    pub unless: usize,
    pub reveals: usize,
}

/// A follow-up.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice {
    pub marks: f64,
    pub index: u32,
    pub opens: i8,
    pub then: [Goal; 3],
    /// Bits that must all be set.
    pub needs: usize,
    /// Bits of which none may be set: the facts of `unless`, and the line itself once it is said.
    pub blocked: usize,
    /// Bits that saying it sets.
    pub sets: usize,
}

/// Moments that can lead back to each other.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    pub words: usize,
    /// The facts that have a bit, in the order of their bits: bit 0 is the first.
    pub facts: Vec<FactId>,
    /// Moments in it, by id.
    pub moments: Vec<u32>,
    /// What its merging goes by; nothing for a part without circle.
    pub circle: Option<Circle>,
}

/// What can be forgotten in a part whose moments can come back.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Circle {
    /// For each local moment, the ways on within the part: the lines that lead there (a mask) and the local moment.
    pub ways: Vec<Vec<(usize, u32)>>,
    /// For each local moment, its lines (a mask), and the facts that anything after an exit from it asks about.
    pub lines: Vec<usize>,
    pub exits: Vec<usize>,
    /// For each fact of the part, the lines that ask about it (a mask).
    pub asked_by: Vec<usize>,
    /// Lines that facts can hide: the line's bit, and for each of its places the facts that hide it there (a mask).
    pub hideable: Vec<(u32, Vec<usize>)>,
    /// All bits of lines.
    pub line_bits: usize,
}

/// Parts with more moments are merged by what the file says alone: following their ways at every state would take long,
/// and they are past any limit of states soon.
const FOLLOWED: usize = 64;

const NEVER: u32 = u32::MAX;

impl Compiled {
    pub(super) fn of(scenario: &Scenario) -> Self {
        let graph = ways_between(scenario);
        let (part_of, members) = parts(&graph, scenario.moments.len());
        let part_facts = facts_to_remember(scenario, &graph, &part_of, &members);

        let mut compiled = Self {
            moments: Vec::with_capacity(scenario.moments.len()),
            replies: Vec::new(),
            options: Vec::new(),
            parts: Vec::with_capacity(members.len()),
            masks: Vec::new(),
            worth: scenario.endings.iter().map(|ending| f64::from(ending.worth)).collect(),
            if_shut: scenario.if_shut.map(|ending| ending.0),
        };
        let mut placed: Vec<(Moment, u32)> = scenario
            .moments
            .iter()
            .zip(&part_of)
            .map(|(moment, &part)| {
                let at_most = moment.at_most.map(|at_most| (at_most.times, at_most.after));
                (Moment { replies: 0..0, part, local: 0, at_most, count: None }, NEVER)
            })
            .collect();

        for (moments, facts) in members.into_iter().zip(part_facts) {
            compiled.lay_part(scenario, moments, facts, &graph, &mut placed);
        }
        compiled.moments = placed.iter().map(|(moment, _)| moment.clone()).collect();
        for id in 0..scenario.moments.len() {
            compiled.lay_moment(scenario, id, placed[id].1);
        }
        for part in 0..compiled.parts.len() {
            compiled.lay_circle(part, &placed);
        }
        compiled
    }

    /// Gives every fact, line and count of a part its bit.
    fn lay_part(
        &mut self,
        scenario: &Scenario,
        moments: Vec<u32>,
        facts: Vec<FactId>,
        graph: &DiGraph<(), ()>,
        placed: &mut [(Moment, u32)],
    ) {
        let circular = moments.len() > 1 || moments.iter().any(|&id| graph.contains_edge(node(id), node(id)));
        let mut bits = u32::try_from(facts.len()).unwrap_or(u32::MAX);
        for (local, &id) in moments.iter().enumerate() {
            let (moment, first_line) = &mut placed[id as usize];
            moment.local = u32::try_from(local).unwrap_or(u32::MAX);
            if !circular {
                continue;
            }
            *first_line = bits;
            bits += scenario.moments[id as usize].lines;
        }
        for &id in moments.iter().filter(|_| circular) {
            let moment = &mut placed[id as usize].0;
            let Some((times, _)) = moment.at_most else { continue };
            // Each entry uses up a line, so a moment is entered once more than it has lines at the very most.
            let most = times.min(scenario.moments[id as usize].lines + 1);
            let width = u32::BITS - most.leading_zeros();
            // A count stands within one word.
            if bits / 64 != (bits + width - 1) / 64 {
                bits = bits.next_multiple_of(64);
            }
            moment.count = Some(Count { at: bits, bits: width, most: times });
            bits += width;
        }
        self.parts.push(Part { words: (bits as usize).div_ceil(64), facts, moments, circle: None });
    }

    /// Lays out the replies and follow-ups of moment `id`, whose lines have the bits from `first_line` on.
    fn lay_moment(&mut self, scenario: &Scenario, id: usize, first_line: u32) {
        let part = self.moments[id].part as usize;
        let begin = self.replies.len();
        for (index, reply) in scenario.moments[id].replies.iter().enumerate() {
            let Some(reply_needs) = self.all_of(part, &reply.needs) else { continue };
            let options = self.options.len();
            for (index, follow_up) in reply.follow_ups.iter().enumerate() {
                // What the reply reveals counts: it settles some needs, and hides some lines always.
                let mut needs = follow_up.needs.clone();
                needs.retain(|fact| !reply.reveals.contains(fact));
                let hidden = follow_up.unless.iter().any(|fact| reply.reveals.contains(fact));
                let Some(needs) = self.all_of(part, &needs).filter(|_| !hidden) else { continue };
                let line = (first_line != NEVER).then(|| first_line + follow_up.line);
                let blocked = self.known(part, &follow_up.unless, line);
                let sets = self.known(part, &follow_up.reveals, line);
                self.options.push(Choice {
                    marks: scenario.weighed(follow_up),
                    index: u32::try_from(index).unwrap_or(u32::MAX),
                    opens: follow_up.opens,
                    then: in_bands(follow_up.then),
                    needs,
                    blocked,
                    sets,
                });
            }
            if self.options.len() == options {
                continue;
            }
            let unless = self.known(part, &reply.unless, None);
            let reveals = self.known(part, &reply.reveals, None);
            self.replies.push(Reply {
                odds: in_bands(reply.odds),
                index: u32::try_from(index).unwrap_or(u32::MAX),
                options: options..self.options.len(),
                needs: reply_needs,
                unless,
                reveals,
            });
        }
        self.moments[id].replies = begin..self.replies.len();
    }

    /// The mask of `facts`; nothing where one of them can never be known in this part.
    fn all_of(&mut self, part: usize, facts: &[FactId]) -> Option<usize> {
        facts
            .iter()
            .all(|fact| self.parts[part].facts.binary_search(fact).is_ok())
            .then(|| self.known(part, facts, None))
    }

    /// The mask of those `facts` that have a bit, and of `line`.
    fn known(&mut self, part: usize, facts: &[FactId], line: Option<u32>) -> usize {
        let known = facts.iter().filter_map(|fact| self.parts[part].facts.binary_search(fact).ok());
        let bits: Vec<u32> = known.filter_map(|bit| u32::try_from(bit).ok()).chain(line).collect();
        self.mask(part, &bits)
    }

    /// A new mask for `part` with `bits` set; masks of no words share one place.
    fn mask(&mut self, part: usize, bits: &[u32]) -> usize {
        let at = self.masks.len();
        self.masks.resize(at + self.parts[part].words, 0);
        for &bit in bits {
            self.masks[at + bit as usize / 64] |= 1 << (bit % 64);
        }
        at
    }

    /// Works out what a part whose moments can come back may forget, and when.
    fn lay_circle(&mut self, index: usize, placed: &[(Moment, u32)]) {
        let part = self.parts[index].clone();
        if part.moments.len() > FOLLOWED || part.moments.iter().any(|&id| placed[id as usize].1 == NEVER) {
            return;
        }
        let facts = part.facts.len();
        let mut asked_by = vec![Vec::new(); facts];
        let mut hiding: std::collections::BTreeMap<u32, Vec<Vec<u32>>> = std::collections::BTreeMap::new();
        let mut circle = Circle {
            ways: Vec::new(),
            lines: Vec::new(),
            exits: Vec::new(),
            asked_by: Vec::new(),
            hideable: Vec::new(),
            line_bits: 0,
        };
        let mut all_lines = Vec::new();
        for &id in &part.moments {
            let mut ways: std::collections::BTreeMap<u32, Vec<u32>> = std::collections::BTreeMap::new();
            let (mut lines, mut exits) = (Vec::new(), Vec::new());
            for reply in self.replies[self.moments[id as usize].replies.clone()].to_vec() {
                let reply_asks =
                    self.bits(index, reply.needs).chain(self.bits(index, reply.unless)).collect::<Vec<_>>();
                for option in &self.options[reply.options.clone()] {
                    let Some(line) = self.bits(index, option.sets).find(|&bit| bit as usize >= facts) else { continue };
                    lines.push(line);
                    let asks = self.bits(index, option.needs).chain(self.bits(index, option.blocked));
                    for fact in asks.chain(reply_asks.iter().copied()).filter(|&bit| (bit as usize) < facts) {
                        asked_by[fact as usize].push(line);
                    }
                    let hides = self.bits(index, option.blocked).chain(self.bits(index, reply.unless));
                    let hides = hides.filter(|&bit| (bit as usize) < facts).collect();
                    hiding.entry(line).or_default().push(hides);
                    for goal in option.then {
                        let Goal::Moment(next) = goal else { continue };
                        if self.moments[next.index()].part as usize == index {
                            ways.entry(self.moments[next.index()].local).or_default().push(line);
                        } else {
                            exits.push(next.0);
                        }
                    }
                }
            }
            if let Some((_, Goal::Moment(after))) = self.moments[id as usize].at_most
                && self.moments[after.index()].part as usize != index
            {
                exits.push(after.0);
            }
            let asked_after: Vec<u32> = exits
                .iter()
                .flat_map(|&next| self.parts[self.moments[next as usize].part as usize].facts.iter())
                .filter_map(|fact| part.facts.binary_search(fact).ok().and_then(|bit| u32::try_from(bit).ok()))
                .collect();
            circle.exits.push(self.mask(index, &asked_after));
            circle.lines.push(self.mask(index, &lines));
            circle.ways.push(ways.into_iter().map(|(next, lines)| (self.mask(index, &lines), next)).collect());
            all_lines.extend(lines);
        }
        circle.line_bits = self.mask(index, &all_lines);
        circle.asked_by = asked_by.iter().map(|lines| self.mask(index, lines)).collect();
        circle.hideable = hiding
            .into_iter()
            .filter(|(_, places)| places.iter().all(|facts| !facts.is_empty()))
            .map(|(line, places)| (line, places.iter().map(|facts| self.mask(index, facts)).collect()))
            .collect();
        self.parts[index].circle = Some(circle);
    }

    /// The bits that are set in a mask of `part`.
    fn bits(&self, part: usize, mask: usize) -> impl Iterator<Item = u32> + use<> {
        BitList::of(&self.masks[mask..mask + self.parts[part].words]).into_iter()
    }
}

/// A value for each band.
fn in_bands<T: Copy>(value: ByBand<T>) -> [T; 3] {
    match value {
        ByBand::Always(value) => [value; 3],
        ByBand::Bands(values) => values,
    }
}

fn node(id: u32) -> NodeIndex {
    NodeIndex::new(id as usize)
}

/// The ways from moment to moment that the file has, whatever may close them.
fn ways_between(scenario: &Scenario) -> DiGraph<(), ()> {
    let mut graph = DiGraph::with_capacity(scenario.moments.len(), scenario.moments.len() * 4);
    for _ in &scenario.moments {
        graph.add_node(());
    }
    let mut last = vec![NEVER; scenario.moments.len()];
    for (id, moment) in scenario.moments.iter().enumerate() {
        let follow_ups = moment.replies.iter().flat_map(|reply| &reply.follow_ups);
        let goals = follow_ups.flat_map(|follow_up| follow_up.then.values());
        for goal in goals.chain(moment.at_most.map(|at_most| at_most.after)) {
            let Goal::Moment(next) = goal else { continue };
            // One way from here to there is enough, and this finds most of the others.
            if std::mem::replace(&mut last[next.index()], u32::try_from(id).unwrap_or(NEVER)) != id as u32 {
                graph.add_edge(NodeIndex::new(id), NodeIndex::new(next.index()), ());
            }
        }
    }
    graph
}

/// The part of each moment, and the moments of each part; a part stands before those that lead to it.
fn parts(graph: &DiGraph<(), ()>, moments: usize) -> (Vec<u32>, Vec<Vec<u32>>) {
    let mut part_of = vec![0; moments];
    let mut members = Vec::new();
    for (part, nodes) in kosaraju_scc(graph).into_iter().enumerate() {
        let mut ids: Vec<u32> = nodes.iter().map(|node| u32::try_from(node.index()).unwrap_or(NEVER)).collect();
        ids.sort_unstable();
        for &id in &ids {
            part_of[id as usize] = u32::try_from(part).unwrap_or(NEVER);
        }
        members.push(ids);
    }
    (part_of, members)
}

/// For each part the facts that may be known in it and that it, or what can follow, asks about, in the order of ids.
fn facts_to_remember(
    scenario: &Scenario,
    graph: &DiGraph<(), ()>,
    part_of: &[u32],
    members: &[Vec<u32>],
) -> Vec<Vec<FactId>> {
    let words = scenario.facts.len().div_ceil(64);
    if words == 0 {
        return vec![Vec::new(); members.len()];
    }
    let mut asked = vec![vec![0_u64; words]; members.len()];
    let mut known = asked.clone();
    let set = |bits: &mut [u64], facts: &[FactId]| {
        for fact in facts {
            bits[fact.index() / 64] |= 1 << (fact.index() % 64);
        }
    };
    for (moment, &part) in scenario.moments.iter().zip(part_of) {
        for reply in &moment.replies {
            set(&mut known[part as usize], &reply.reveals);
            set(&mut asked[part as usize], &reply.needs);
            set(&mut asked[part as usize], &reply.unless);
            for follow_up in &reply.follow_ups {
                set(&mut known[part as usize], &follow_up.reveals);
                set(&mut asked[part as usize], &follow_up.needs);
                set(&mut asked[part as usize], &follow_up.unless);
            }
        }
    }
    let join = |sets: &mut [Vec<u64>], into: usize, from: usize| {
        if into != from {
            let from = sets[from].clone();
            sets[into].iter_mut().zip(from).for_each(|(into, from)| *into |= from);
        }
    };
    let next_parts = |part: usize| {
        let mut next: Vec<usize> = members[part]
            .iter()
            .flat_map(|&id| graph.neighbors(node(id)))
            .map(|next| part_of[next.index()] as usize)
            .collect();
        next.sort_unstable();
        next.dedup();
        next
    };
    // Parts come with those that follow first, so one pass forward gathers what is asked ahead of each ...
    for part in 0..members.len() {
        for next in next_parts(part) {
            join(&mut asked, part, next);
        }
    }
    // ... and one pass back what may have been revealed on the way to it.
    for part in (0..members.len()).rev() {
        for next in next_parts(part) {
            join(&mut known, next, part);
        }
    }
    asked
        .iter()
        .zip(&known)
        .map(|(asked, known)| {
            let both: Vec<u64> = asked.iter().zip(known).map(|(asked, known)| asked & known).collect();
            BitList::of(&both).into_iter().map(FactId).collect()
        })
        .collect()
}
