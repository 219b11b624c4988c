//! What a part whose moments can come back may forget, and when.

use std::collections::BTreeMap;

use super::compile::{Compiled, Moment};
use super::parts::NEVER;
use crate::scenario::Goal;

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

impl Compiled {
    /// Works out what a part whose moments can come back may forget, and when.
    pub(super) fn lay_circle(&mut self, index: usize, placed: &[(Moment, u32)]) {
        let part = self.parts[index].clone();
        if part.moments.len() > FOLLOWED || part.moments.iter().any(|&id| placed[id as usize].1 == NEVER) {
            return;
        }
        let facts = part.facts.len();
        let mut asked_by = vec![Vec::new(); facts];
        let mut hiding: BTreeMap<u32, Vec<Vec<u32>>> = BTreeMap::new();
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
            let mut ways: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
            let (mut lines, mut exits) = (Vec::new(), Vec::new());
            for at in self.moments[id as usize].replies.clone() {
                let reply = self.replies[at].clone();
                let reply_asks =
                    self.bits(index, reply.needs).chain(self.bits(index, reply.unless)).collect::<Vec<_>>();
                for follow_up in &self.follow_ups[reply.follow_ups.clone()] {
                    let Some(line) = self.bits(index, follow_up.sets).find(|&bit| bit as usize >= facts) else {
                        continue;
                    };
                    lines.push(line);
                    let asks = self.bits(index, follow_up.needs).chain(self.bits(index, follow_up.blocked));
                    for fact in asks.chain(reply_asks.iter().copied()).filter(|&bit| (bit as usize) < facts) {
                        asked_by[fact as usize].push(line);
                    }
                    let hides = self.bits(index, follow_up.blocked).chain(self.bits(index, reply.unless));
                    let hides = hides.filter(|&bit| (bit as usize) < facts).collect();
                    hiding.entry(line).or_default().push(hides);
                    for goal in follow_up.then {
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
}
