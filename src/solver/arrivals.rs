//! How a trainee who guesses comes to each moment, and how open the customer is then.

use super::explore::ENDINGS;
use super::values::laid_groups;
use super::{Place, Solved, StateId};
use crate::scenario::{MomentId, Openness};

const OPENNESSES: usize = Openness::MOST as usize + 1;

/// How guessing comes to each moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrivals {
    /// For each moment, what is known of it at each openness.
    moments: Vec<[Arrival; OPENNESSES]>,
    /// For each state, the likeliest way into it: the state before, and which of its ways. The start has none.
    into: Vec<Option<(u32, u32)>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Arrival {
    /// How many times in one conversation.
    times: f64,
    /// The state that it mostly is.
    state: Option<u32>,
}

impl Arrivals {
    /// How guessing comes to each moment of the scenario that `solved` was solved for, which has `moments` moments.
    #[must_use]
    pub fn of(solved: &Solved, moments: usize) -> Self {
        let graph = &solved.graph;
        let mut arrivals = Self { moments: vec![Default::default(); moments], into: vec![None; graph.states.len()] };
        // The chance to be in a state, and that of the likeliest way there.
        let (mut chances, mut likeliest) = (vec![0.0; graph.states.len()], vec![0.0; graph.states.len()]);
        if let Some(start) = chances.get_mut(solved.start as usize) {
            (*start, likeliest[solved.start as usize]) = (1.0, 1.0);
        }
        for &id in graph.order.iter().rev() {
            let (here, likely) = (chances[id as usize], likeliest[id as usize]);
            let all_odds: f64 = laid_groups(graph, id).map(|(group, _)| f64::from(group.odds)).sum();
            for (group, ways) in laid_groups(graph, id) {
                let share = f64::from(group.odds) / all_odds / ways.len() as f64;
                for at in ways {
                    let next = graph.ways[at].next as usize;
                    if next >= ENDINGS as usize {
                        continue;
                    }
                    chances[next] += here * share;
                    if likely * share > likeliest[next] {
                        likeliest[next] = likely * share;
                        arrivals.into[next] = Some((id, at as u32));
                    }
                }
            }
        }
        // Of several states at one moment and openness, the one that is met most often stands for all.
        let mut most = vec![[0.0; OPENNESSES]; moments];
        for (id, state) in (0..).zip(&graph.states) {
            let (moment, openness) = (state.moment as usize, usize::from(state.openness));
            let arrival = &mut arrivals.moments[moment][openness];
            arrival.times += chances[id as usize];
            if arrival.state.is_none() || chances[id as usize] > most[moment][openness] {
                (arrival.state, most[moment][openness]) = (Some(id), chances[id as usize]);
            }
        }
        arrivals
    }

    /// How many times in one conversation, on average, guessing comes to `moment` at each openness that it can have there,
    /// from the least open; nothing for a moment that cannot be reached.
    pub fn at(&self, moment: MomentId) -> impl Iterator<Item = (Openness, f64)> {
        let known = self.moments.get(moment.index()).into_iter().flatten().zip(0..);
        known.filter_map(|(arrival, open)| arrival.state.map(|_| (Openness::new(open), arrival.times)))
    }

    /// The openness at which guessing comes to `moment` most often; nothing for one that cannot be reached.
    #[must_use]
    pub fn usual(&self, moment: MomentId) -> Option<Openness> {
        let mut usual: Option<(Openness, f64)> = None;
        for (openness, times) in self.at(moment) {
            if usual.is_none_or(|(_, most)| times > most) {
                usual = Some((openness, times));
            }
        }
        usual.map(|(openness, _)| openness)
    }

    /// The state that guessing mostly finds at `moment` and `openness`, and the lines that likeliest lead there from the
    /// start, in the order in which they are said; nothing where the conversation cannot be there.
    #[must_use]
    pub fn likeliest(&self, solved: &Solved, moment: MomentId, openness: Openness) -> Option<(Vec<Place>, StateId)> {
        let state = self.moments.get(moment.index())?[usize::from(openness.get())].state?;
        let mut way = Vec::new();
        let mut here = state;
        // A state is met once at most, so the way back comes to the start.
        while let Some((before, at)) = self.into[here as usize] {
            let (group, _) = laid_groups(&solved.graph, before).find(|(_, ways)| ways.contains(&(at as usize)))?;
            way.push(Place {
                moment: MomentId(solved.graph.states[before as usize].moment),
                reply: solved.compiled.replies[group.reply as usize].index as usize,
                follow_up: solved.compiled.follow_ups[solved.graph.ways[at as usize].follow_up as usize].index as usize,
            });
            here = before;
        }
        way.reverse();
        Some((way, StateId(state)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::{Spot, State};
    use crate::scenario::{Rubric, Scenario, read};
    use crate::solver::{LIMIT, solve};

    const EXAMPLE: &str = include_str!("../../tests/fixtures/example.ron");

    fn example() -> (Scenario, Solved) {
        let scenario = read::read(EXAMPLE, &Rubric::default()).unwrap();
        let solved = solve(&scenario, LIMIT).unwrap();
        (scenario, solved)
    }

    #[test]
    fn every_way_there_leads_there_in_a_conversation_too() {
        let (scenario, solved) = example();
        let arrivals = Arrivals::of(&solved, scenario.moments.len());
        for moment in (0..scenario.moments.len()).map(MomentId::at) {
            for (openness, _) in arrivals.at(moment) {
                let (way, at) = arrivals.likeliest(&solved, moment, openness).unwrap();
                let mut state = State::start(&scenario);
                for said in way {
                    assert_eq!(state.spot, Spot::Moment(said.moment));
                    let reply = said.reply_in(&scenario);
                    assert!(state.live(&scenario, said.moment).iter().any(|&(live, _)| live == said.reply));
                    assert!(state.on_offer(said.moment, reply).contains(&said.follow_up));
                    state.hear(reply);
                    state.say(&scenario, said.moment, said.line_in(&scenario));
                }
                assert_eq!((state.spot, state.openness), (Spot::Moment(moment), openness));
                assert_eq!(solved.place(at), (moment, openness));
            }
        }
    }

    #[test]
    fn the_times_at_each_openness_add_up_to_those_at_the_moment() {
        let (scenario, solved) = example();
        let arrivals = Arrivals::of(&solved, scenario.moments.len());
        let times = |moment| arrivals.at(moment).map(|(_, times)| times).sum::<f64>();
        let turns: f64 = (0..scenario.moments.len()).map(MomentId::at).map(times).sum();
        let expected = crate::solver::Expected::of(&scenario, &solved, crate::solver::Play::Guessing);
        assert!((turns - expected.turns).abs() < 1e-9);
        let start = scenario.opening.then;
        assert_eq!(arrivals.at(start).collect::<Vec<_>>(), [(scenario.customer.openness, 1.0)]);
        assert_eq!(arrivals.usual(start), Some(scenario.customer.openness));
    }
}
