//! Moments that can lead back to each other, and what is remembered among them.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::bits::BitList;
use crate::scenario::{FactId, Goal, Scenario};

/// No number.
pub(super) const NEVER: u32 = u32::MAX;

/// Moments that can lead back to each other.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Members {
    /// In the order of ids.
    pub moments: Vec<u32>,
    /// Whether a moment of it can come back.
    pub circular: bool,
    /// The facts to remember in it, in the order of ids.
    pub facts: Vec<FactId>,
}

/// The part of each moment by its number, and the members of each part; a part comes after those that it leads to.
pub(super) fn of(scenario: &Scenario) -> (Vec<u32>, Vec<Members>) {
    let graph = ways_between(scenario);
    let (part_of, members) = parts(&graph, scenario.moments.len());
    let facts = facts_to_remember(scenario, &graph, &part_of, &members);
    let parts = members.into_iter().zip(facts).map(|(moments, facts)| {
        let circular = moments.len() > 1 || moments.iter().any(|&id| graph.contains_edge(node(id), node(id)));
        Members { moments, circular, facts }
    });
    (part_of, parts.collect())
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

/// The part of each moment, and the moments of each part.
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
