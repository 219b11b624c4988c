//! What the survey says of replies and lines, against a walk through every state.

use std::collections::{BTreeSet, HashMap};

use proptest::prelude::*;

use super::*;
use crate::scenario::MomentId;
use crate::solver::{Solved, StateId, Survey};

/// What the lines of a reply are worth wherever it can be given: for each state, the number of the follow-up and its
/// value.
type Visits = HashMap<(MomentId, usize), Vec<Vec<(usize, f64)>>>;

/// Walks through every state by what anybody can ask a solved scenario.
fn visits(scenario: &Scenario, solved: &Solved) -> Visits {
    let mut visits = Visits::new();
    let mut seen: BTreeSet<StateId> = solved.start().into_iter().collect();
    let mut to_do: Vec<StateId> = seen.iter().copied().collect();
    while let Some(state) = to_do.pop() {
        let (moment, _) = solved.place(state);
        for reply in 0..scenario.moment(moment).replies.len() {
            let steps = solved.steps(state, reply);
            if steps.is_empty() {
                continue;
            }
            let values = steps.iter().map(|step| (step.follow_up, step.points + solved.value(step.next))).collect();
            visits.entry((moment, reply)).or_default().push(values);
            to_do.extend(steps.iter().filter_map(|step| step.next.state()).filter(|next| seen.insert(*next)));
        }
    }
    visits
}

proptest! {
    #[test]
    fn stakes_leads_and_how_far_lines_are_behind_are_those_of_every_visit(shape in any_shape()) {
        let scenario = scenario_of(shape);
        let solved = solve(&scenario, LIMIT).unwrap();
        prop_assume!(solved.states() < 2_000);
        let survey = Survey::of(&scenario, &solved);
        let visits = visits(&scenario, &solved);
        let mut replies = survey.replies.iter();
        let mut lines = survey.lines.iter();
        for (at, moment) in scenario.moments.iter().enumerate() {
            for (number, reply) in moment.replies.iter().enumerate() {
                let seen = replies.next().unwrap();
                let met = visits.get(&(MomentId::at(at), number)).map_or(&[][..], |met| met);
                prop_assert_eq!(seen.states, met.len());
                let choices = || met.iter().filter(|values| values.len() > 1);
                prop_assert_eq!(seen.choices, choices().count());
                let most = |values: &[(usize, f64)]| values.iter().map(|(_, value)| *value).fold(f64::NEG_INFINITY, f64::max);
                let least = |values: &[(usize, f64)]| values.iter().map(|(_, value)| *value).fold(f64::INFINITY, f64::min);
                let spread = choices().map(|values| most(values) - least(values)).fold(0.0, f64::max);
                prop_assert!((seen.spread - spread).abs() < 1e-9);
                for follow_up in 0..reply.follow_ups.len() {
                    let line = lines.next().unwrap();
                    let (mut lead, mut behind) = (f64::INFINITY, f64::INFINITY);
                    for values in choices() {
                        let Some((_, its)) = values.iter().find(|(other, _)| *other == follow_up) else { continue };
                        let others: Vec<_> = values.iter().copied().filter(|(other, _)| *other != follow_up).collect();
                        lead = lead.min(its - most(&others));
                        if values.len() > 2 {
                            behind = behind.min(least(&others) - its);
                        }
                    }
                    prop_assert!(line.lead == lead || (line.lead - lead).abs() < 1e-9, "{} {lead}", line.lead);
                    prop_assert!(line.behind == behind || (line.behind - behind).abs() < 1e-9, "{} {behind}", line.behind);
                }
            }
        }
    }
}
