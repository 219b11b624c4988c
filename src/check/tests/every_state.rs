//! What is found against every state that a conversation can be in, by the rules of the conversation alone.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use proptest::prelude::*;

use super::*;
use crate::check::told::conversation;
use crate::conversation::{Spot, State, Stuck};
use crate::generated::generate::Dice;
use crate::scenario::{ByBand, EndingId, FactId, MomentId};
use crate::solver::{LineSeen, Place, ReplySeen};

/// What can happen, with the turns of the shortest conversation to each thing that ends one badly.
#[derive(Default)]
struct Seen {
    moments: BTreeSet<MomentId>,
    replies: BTreeSet<(MomentId, usize)>,
    lines: BTreeSet<Place>,
    endings: BTreeSet<EndingId>,
    dead_ends: BTreeMap<MomentId, usize>,
    not_shut: BTreeMap<Place, usize>,
    entered: BTreeMap<MomentId, u32>,
}

impl Seen {
    /// All that can happen in `scenario`, unless it is too much to go through one by one.
    fn of(scenario: &Scenario, most: usize) -> Option<Self> {
        let mut seen = Self::default();
        let mut known = HashSet::new();
        let mut now = vec![State::start(scenario)];
        for turns in 0.. {
            let mut next = Vec::new();
            for state in now {
                if !known.insert(format!("{state:?}")) {
                    continue;
                }
                if known.len() > most {
                    return None;
                }
                for id in 0..scenario.moments.len() {
                    let entered = seen.entered.entry(MomentId::at(id)).or_default();
                    *entered = state.entered(MomentId::at(id)).max(*entered);
                }
                seen.look(scenario, &state, turns, &mut next);
            }
            if next.is_empty() {
                break;
            }
            now = next;
        }
        Some(seen)
    }

    fn look(&mut self, scenario: &Scenario, state: &State, turns: usize, next: &mut Vec<State>) {
        let moment = match state.spot {
            Spot::Moment(moment) => moment,
            Spot::Ended(ending) => {
                self.endings.insert(ending);
                return;
            }
            Spot::Stuck(Stuck::NothingToSay(moment)) => {
                self.moments.insert(moment);
                self.dead_ends.entry(moment).or_insert(turns);
                return;
            }
            Spot::Stuck(Stuck::NoIfShut) => return,
        };
        self.moments.insert(moment);
        for (index, _) in state.live(scenario, moment) {
            self.replies.insert((moment, index));
            let reply = &scenario.moment(moment).replies[index];
            let mut heard = state.clone();
            heard.hear(reply);
            for follow_up in heard.on_offer(moment, reply) {
                let place = Place { moment, reply: index, follow_up };
                self.lines.insert(place);
                let mut then = heard.clone();
                then.say(scenario, moment, &reply.follow_ups[follow_up]);
                if then.spot == Spot::Stuck(Stuck::NoIfShut) {
                    self.not_shut.entry(place).or_insert(turns + 1);
                }
                next.push(then);
            }
        }
    }
}

/// `scenario` with things taken out and put in its way, so that conversations break off and much never happens.
pub(super) fn damaged(mut scenario: Scenario, seed: u64) -> Scenario {
    let mut dice = Dice(seed);
    if dice.in_ten(5) {
        scenario.if_shut = None;
    }
    let facts = scenario.facts.len();
    for moment in &mut scenario.moments {
        if dice.in_ten(2) {
            moment.at_most = None;
        }
        for reply in &mut moment.replies {
            if dice.in_ten(2) {
                reply.odds = ByBand::Bands([0; 3].map(|_: u32| u32::from(dice.in_ten(5))));
            }
            for line in &mut reply.follow_ups {
                if facts > 0 && dice.in_ten(2) {
                    line.needs.push(FactId::at(dice.below(facts)));
                }
                if facts > 0 && dice.in_ten(2) {
                    line.unless.push(FactId::at(dice.below(facts)));
                }
            }
        }
    }
    scenario
}

/// How many turns the conversation has that `problem` tells, as the place of its end and its replay say.
fn told_way(known: &Known<'_>, problem: &Problem) -> Option<usize> {
    let values = known.values.as_ref()?;
    let ends = values.survey.dead_ends.iter();
    let lines = ends
        .filter(|&&state| known.scenario.moment(values.solved.place(state).0).span == problem.span)
        .map(|&state| values.trails().to(state));
    lines.map(|lines| lines.len()).next()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn what_can_happen_is_what_happens_in_some_conversation(shape in any_shape(), seed in any::<u64>()) {
        let scenario = damaged(scenario_of(shape), seed);
        let seen = Seen::of(&scenario, 3_000);
        prop_assume!(seen.is_some());
        let seen = seen.unwrap();
        let solved = solve(&scenario, LIMIT).unwrap();
        let known = Known::of(&scenario, Some(&solved));
        let values = known.values.as_ref().unwrap();
        let survey = &values.survey;

        for (id, moment) in survey.moments.iter().enumerate() {
            let id = MomentId::at(id);
            prop_assert_eq!(moment.states > 0, seen.moments.contains(&id), "moment {:?}", id);
            if moment.one_way_out {
                let lines = values.solved.coming_back(id);
                let before = lines.iter().filter(|line| line.moment == id).count();
                let (state, _) = conversation(&scenario, &lines);
                prop_assert!(before > 0 && state.spot == Spot::Moment(id), "one way out at {:?}", id);
                for (reply, _) in state.live(&scenario, id) {
                    let reply = &scenario.moment(id).replies[reply];
                    let mut heard = state.clone();
                    heard.hear(reply);
                    prop_assert_eq!(heard.on_offer(id, reply).len(), 1);
                }
            }
            if scenario.moment(id).at_most.is_some() {
                prop_assert_eq!(moment.entered, seen.entered[&id], "entries of {:?}", id);
            }
        }
        let replies: HashMap<_, &ReplySeen> = values
            .places
            .iter()
            .filter(|place| place.follow_up == 0)
            .map(|place| (place.moment, place.reply))
            .zip(&survey.replies)
            .collect();
        for (reply, of) in replies {
            prop_assert_eq!(of.states > 0, seen.replies.contains(&reply), "reply {:?}", reply);
        }
        for (place, line) in values.places.iter().zip(&survey.lines) {
            let line: &LineSeen = line;
            prop_assert_eq!(line.states > 0, seen.lines.contains(place), "line {:?}", place);
        }
        for (id, &reached) in survey.endings.iter().enumerate() {
            prop_assert_eq!(reached, seen.endings.contains(&EndingId::at(id)), "ending {}", id);
        }

        let mut dead_ends = BTreeMap::new();
        for &state in &survey.dead_ends {
            let lines = values.trails().to(state);
            let (replayed, _) = conversation(&scenario, &lines);
            let moment = values.solved.place(state).0;
            prop_assert_eq!(replayed.spot, Spot::Stuck(Stuck::NothingToSay(moment)));
            dead_ends.insert(moment, lines.len());
        }
        prop_assert_eq!(&dead_ends, &seen.dead_ends);
        let mut not_shut = BTreeMap::new();
        for &(state, reply, follow_up) in &survey.not_shut {
            let place = Place { moment: values.solved.place(state).0, reply, follow_up };
            let mut lines = values.trails().to(state);
            lines.push(place);
            prop_assert_eq!(conversation(&scenario, &lines).0.spot, Spot::Stuck(Stuck::NoIfShut));
            not_shut.insert(place, lines.len());
        }
        prop_assert_eq!(&not_shut, &seen.not_shut);

        // What is told is what there is: an error for each of them, unless a moment before it has no way to an ending.
        let report = check(&scenario, Ok(&solved));
        let told = |code: &str| report.problems.iter().filter(|problem| problem.code.0 == code).collect::<Vec<_>>();
        prop_assert_eq!(told("no-if-shut").is_empty(), seen.not_shut.is_empty());
        for problem in told("dead-end") {
            prop_assert!(told_way(&known, problem).is_some(), "{:?}", problem);
        }
        let stops = told("dead-end").len() + told("no-way-to-an-ending").len();
        prop_assert_eq!(stops == 0, seen.dead_ends.is_empty());
        prop_assert!(told("no-if-shut").len() < 2);
        prop_assert!(told("dead-end").len() <= seen.dead_ends.len());
        let no_way = seen.endings.is_empty();
        prop_assert!(!no_way || report.count(Severity::Error) > 0);
    }
}
