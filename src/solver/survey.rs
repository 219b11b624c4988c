//! What can happen in a scenario: every moment, reply, line and ending over all states that a conversation can reach.

use super::compile::Compiled;
use super::explore::{ENDINGS, Graph, STUCK, Way};
use super::places::Numbers;
use super::values::{EQUAL, laid_groups, most_marks};
use super::{Solved, StateId};
use crate::scenario::{Goal, MomentId, Openness, Scenario};

/// What can happen in a scenario. All of it is exact: a figure of 0 means never, whatever is drawn and said.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    /// Each moment, in the order of the file.
    pub moments: Vec<MomentSeen>,
    /// Each reply, in the order of the file.
    pub replies: Vec<ReplySeen>,
    /// Each line, in the order of [`super::places`].
    pub lines: Vec<LineSeen>,
    /// Each ending, in the order of the file: whether a conversation can come to it.
    pub endings: Vec<bool>,
    /// How many turns the shortest and the longest conversation that comes to an ending have; nothing where none does.
    pub turns: Option<(usize, usize)>,
    /// For each moment in which a conversation can have nothing to say, one such state: that with the shortest
    /// conversation to it.
    pub dead_ends: Vec<StateId>,
    /// For each line that can leave openness 0 where the scenario has no `if_shut`, the state with the shortest
    /// conversation to it, the reply and the follow-up.
    pub not_shut: Vec<(StateId, usize, usize)>,
}

/// What can happen at a moment.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MomentSeen {
    /// In how many states a conversation can be there; 0 where it never comes there.
    pub states: usize,
    /// The figures of openness that a conversation can have there: bit 0 is openness 0.
    pub opennesses: u16,
    /// Whether it can be full, so that a conversation goes to its `after`.
    pub full: bool,
    /// How often one conversation can be let in at most; counted only where it has an `at_most`.
    pub entered: u32,
    /// Whether an ending can follow.
    pub ends: bool,
    /// How far the best line there is from the worst, on average over the replies as they are drawn and over the states
    /// as guessing comes to them, in points.
    pub at_stake: f64,
    /// How often guessing comes there in one conversation.
    pub visits: f64,
    /// Whether a conversation can come back to it and find nothing to choose: one line to each reply, which leads out of
    /// the circle.
    pub one_way_out: bool,
}

impl MomentSeen {
    /// Whether a conversation can be there with openness in `band`.
    #[must_use]
    pub fn in_band(&self, band: crate::scenario::Band) -> bool {
        (0..=Openness::MOST).any(|at| self.opennesses & (1 << at) != 0 && Openness::new(at).band() == band)
    }
}

/// What can happen with a reply.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReplySeen {
    /// In how many states it can be given; 0 where it never is.
    pub states: usize,
    /// The largest chance that it has to be drawn in any of them, 0 to 1.
    pub chance: f64,
    /// How many lines are on offer to it at most.
    pub on_offer: usize,
    /// In how many of its states two or more lines are on offer.
    pub choices: usize,
    /// The most that its lines differ in value in any of these, in points.
    pub spread: f64,
}

/// What can happen with a line.
#[derive(Debug, Clone, PartialEq)]
pub struct LineSeen {
    /// In how many states it is on offer; 0 where it never is.
    pub states: usize,
    /// The figures of openness that it can leave: bit 0 is openness 0.
    pub leaves: u16,
    /// In how many of these there is another to choose.
    pub choices: usize,
    /// In how many of the choices no other line is worth more.
    pub best: usize,
    /// The least that it is worth more than each other line, over all choices, in points: below 0 where another is worth
    /// more in some state; infinite where it is never a choice.
    pub lead: f64,
    /// The least that it is worth less than each other line, over all states with three or more on offer, in points:
    /// below 0 where another is worth less in some state; infinite where there is no such state.
    pub behind: f64,
}

impl Default for LineSeen {
    fn default() -> Self {
        Self { states: 0, leaves: 0, choices: 0, best: 0, lead: f64::INFINITY, behind: f64::INFINITY }
    }
}

impl Survey {
    /// Whether a conversation can break off before it comes to an ending. What lines are worth is then half of the truth:
    /// breaking off is worth nothing, which is more than some endings are.
    #[must_use]
    pub const fn breaks_off(&self) -> bool {
        !self.dead_ends.is_empty() || !self.not_shut.is_empty()
    }

    /// The survey of `scenario`, with the values that were solved for it.
    #[must_use]
    pub fn of(scenario: &Scenario, solved: &Solved) -> Self {
        let numbers = Numbers::of(scenario, &solved.compiled);
        let mut survey = Self {
            moments: vec![MomentSeen::default(); scenario.moments.len()],
            replies: vec![ReplySeen::default(); numbers.replies],
            lines: vec![LineSeen::default(); numbers.lines],
            endings: vec![false; scenario.endings.len()],
            turns: None,
            dead_ends: Vec::new(),
            not_shut: Vec::new(),
        };
        survey.forward(solved, &numbers);
        survey.backward(solved);
        survey.entered(scenario, solved);
        survey
    }

    /// One pass from the start on: who comes where, with what to choose from.
    fn forward(&mut self, solved: &Solved, numbers: &Numbers) {
        let (compiled, graph) = (&solved.compiled, &solved.graph);
        let mut chances = vec![0.0; graph.states.len()];
        let mut been = vec![0_u64; graph.states.len()];
        if let Some(start) = chances.get_mut(solved.start as usize) {
            *start = 1.0;
        } else {
            self.end(solved.start);
        }
        let mut values = Vec::new();
        for &id in graph.order.iter().rev() {
            let state = graph.states[id as usize];
            let here = &mut self.moments[state.moment as usize];
            let chance = chances[id as usize];
            here.states += 1;
            here.opennesses |= 1 << state.openness;
            here.visits += chance;
            let laid = &compiled.moments[state.moment as usize];
            let circular = compiled.parts[laid.part as usize].circle.is_some();
            let me = if circular { 1 << laid.local } else { 0 };
            let mut one_way_out = been[id as usize] & me != 0;
            let all_odds: f64 = laid_groups(graph, id).map(|(group, _)| f64::from(group.odds)).sum();
            for (group, ways) in laid_groups(graph, id) {
                let ways = &graph.ways[ways];
                one_way_out &= ways.len() == 1;
                let share = f64::from(group.odds) / all_odds;
                solved.values_of(ways, &mut values);
                let (least, most) = self.turn(numbers, group.reply, ways, &values, share);
                for way in ways {
                    let opens = compiled.follow_ups[way.follow_up as usize].opens;
                    let left = Openness::new(state.openness).after(opens).get();
                    self.lines[numbers.line[way.follow_up as usize]].leaves |= 1 << left;
                }
                self.moments[state.moment as usize].at_stake += chance * share * (most - least);
                for way in ways {
                    self.full(compiled, graph, state.openness, way);
                    let Some(next) = chances.get_mut(way.next as usize) else {
                        self.end(way.next);
                        continue;
                    };
                    *next += chance * share / ways.len() as f64;
                    let there = graph.states[way.next as usize].moment;
                    if compiled.moments[there as usize].part == laid.part {
                        one_way_out = false;
                        been[way.next as usize] |= been[id as usize] | me;
                    }
                }
            }
            self.moments[state.moment as usize].one_way_out |= one_way_out && all_odds > 0.0;
        }
        for moment in &mut self.moments {
            if moment.visits > 0.0 {
                moment.at_stake /= moment.visits;
            }
        }
    }

    /// Counts how often moments with an `at_most` can be entered: a full one so often as it lets the conversation in.
    fn entered(&mut self, scenario: &Scenario, solved: &Solved) {
        let mut to_count = Vec::new();
        for (at, (moment, seen)) in scenario.moments.iter().zip(&mut self.moments).enumerate() {
            match moment.at_most {
                Some(at_most) if seen.full => seen.entered = at_most.times,
                Some(_) if seen.states > 0 => to_count.push(at),
                _ => {}
            }
        }
        if to_count.is_empty() {
            return;
        }
        for (&at, times) in to_count.iter().zip(super::entries::entered(solved, &to_count)) {
            self.moments[at].entered = times;
        }
    }

    /// Notes a reply at a state with the `values` of its lines; returns the least and the most of them.
    fn turn(&mut self, numbers: &Numbers, reply: u32, ways: &[Way], values: &[f64], share: f64) -> (f64, f64) {
        // The two least and the two most: what the others come to is told by them, whichever line is left out.
        let (mut least, mut next_least) = (f64::INFINITY, f64::INFINITY);
        let (mut most, mut next_most) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
        for &value in values {
            next_least = next_least.min(value.max(least));
            least = least.min(value);
            next_most = next_most.max(value.min(most));
            most = most.max(value);
        }
        let seen = &mut self.replies[numbers.reply[reply as usize]];
        seen.states += 1;
        seen.chance = seen.chance.max(share);
        seen.on_offer = seen.on_offer.max(ways.len());
        if ways.len() > 1 {
            seen.choices += 1;
            seen.spread = seen.spread.max(most - least);
        }
        for (way, &value) in ways.iter().zip(values) {
            let line = &mut self.lines[numbers.line[way.follow_up as usize]];
            line.states += 1;
            if ways.len() == 1 {
                continue;
            }
            line.choices += 1;
            line.best += usize::from(value > most - EQUAL);
            // Where two share the most, the next is as much.
            let most_other = if value == most { next_most } else { most };
            let least_other = if value == least { next_least } else { least };
            line.lead = line.lead.min(value - most_other);
            if ways.len() > 2 {
                line.behind = line.behind.min(least_other - value);
            }
        }
        (least, most)
    }

    /// Notes the moments that `way`, said at this openness, finds full.
    fn full(&mut self, compiled: &Compiled, graph: &Graph, openness: u8, way: &Way) {
        let follow_up = &compiled.follow_ups[way.follow_up as usize];
        let left = Openness::new(openness).after(follow_up.opens);
        if left == Openness::SHUT {
            return;
        }
        let came_to = graph.states.get(way.next as usize).map(|state| state.moment);
        let mut goal = follow_up.then[left.band() as usize];
        while let Goal::Moment(MomentId(id)) = goal
            && Some(id) != came_to
            && let Some((_, after)) = compiled.moments[id as usize].at_most
        {
            self.moments[id as usize].full = true;
            goal = after;
        }
    }

    fn end(&mut self, end: u32) {
        if end != STUCK {
            self.endings[(end - ENDINGS) as usize] = true;
        }
    }

    /// One pass back from the ends: what can still follow.
    fn backward(&mut self, solved: &Solved) {
        let graph = &solved.graph;
        let mut turns: Vec<Option<(usize, usize)>> = vec![None; graph.states.len()];
        let after = |turns: &[Option<(usize, usize)>], next: u32| match next {
            STUCK => None,
            ENDINGS.. => Some((0, 0)),
            state => turns[state as usize],
        };
        let mut stops = false;
        for &id in &graph.order {
            let mut here: Option<(usize, usize)> = None;
            let mut dead = true;
            for (_, ways) in laid_groups(graph, id) {
                dead = false;
                for way in &graph.ways[ways] {
                    stops |= way.next == STUCK;
                    if let Some((shortest, longest)) = after(&turns, way.next) {
                        let (least, most) = here.unwrap_or((usize::MAX, 0));
                        here = Some((least.min(shortest + 1), most.max(longest + 1)));
                    }
                }
            }
            stops |= dead;
            turns[id as usize] = here;
            self.moments[graph.states[id as usize].moment as usize].ends |= here.is_some();
        }
        self.turns = after(&turns, solved.start);
        if stops || solved.start == STUCK {
            self.stops(solved);
        }
    }

    /// Finds where conversations stop that should not, the nearest first.
    fn stops(&mut self, solved: &Solved) {
        let graph = &solved.graph;
        let mut moments = vec![false; self.moments.len()];
        let mut lines = vec![false; solved.compiled.follow_ups.len()];
        for id in super::trail::Trails::of(solved).nearest_first() {
            let state = graph.states[id as usize];
            let mut dead = true;
            for (group, ways) in laid_groups(graph, id) {
                dead = false;
                for way in &graph.ways[ways] {
                    if way.next == STUCK && !std::mem::replace(&mut lines[way.follow_up as usize], true) {
                        let reply = solved.compiled.replies[group.reply as usize].index as usize;
                        let follow_up = solved.compiled.follow_ups[way.follow_up as usize].index as usize;
                        self.not_shut.push((StateId(id), reply, follow_up));
                    }
                }
            }
            if dead && !std::mem::replace(&mut moments[state.moment as usize], true) {
                self.dead_ends.push(StateId(id));
            }
        }
    }
}

impl Solved {
    /// The value of each of `ways`, which are all of one reply at one state, in points: Q.
    fn values_of(&self, ways: &[Way], values: &mut Vec<f64>) {
        let most = most_marks(&self.compiled, ways);
        values.clear();
        values.extend(
            ways.iter().map(|way| {
                self.compiled.follow_ups[way.follow_up as usize].marks - most + self.worth_of(way.next).best
            }),
        );
    }
}
