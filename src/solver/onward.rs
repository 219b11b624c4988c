//! The values from somewhere in the middle of a conversation on, whether one comes to stand so or not.

use super::compile::Compiled;
use super::values::worths;
use super::{Solved, TooLarge, explore};
use crate::scenario::{FactId, MomentId, Openness, Scenario};

/// Where a conversation stands, as far as values depend on it.
pub struct Standing<'a> {
    /// The moment at which it is the customer's turn.
    pub moment: MomentId,
    /// How open the customer is there; not shut.
    pub openness: Openness,
    /// Whether the rep knows this.
    pub knows: &'a dyn Fn(FactId) -> bool,
    /// Whether the line with this number was said at this moment.
    pub said: &'a dyn Fn(MomentId, u32) -> bool,
    /// How often this moment was entered, where it lets the conversation in only so often.
    pub entered: &'a dyn Fn(MomentId) -> u32,
}

/// Works out the exact values of `scenario` from `standing` on: its start is where the conversation stands. What is at
/// stake from there is not what is at stake in the whole.
///
/// # Errors
/// Where more than `limit` states follow, or they fill the memory.
pub fn solve_onward(scenario: &Scenario, standing: &Standing<'_>, limit: usize) -> Result<Solved, TooLarge> {
    let compiled = Compiled::of(scenario)?;
    let bits = bits(scenario, &compiled, standing);
    let (graph, start) = explore::onward(&compiled, standing.moment, standing.openness, bits, limit)?;
    let worths = worths(&compiled, &graph);
    Ok(Solved { compiled, graph, worths, start })
}

/// What `standing` is among the bits of its part, before anything is forgotten.
fn bits(scenario: &Scenario, compiled: &Compiled, standing: &Standing<'_>) -> Vec<u64> {
    let number = compiled.moments[standing.moment.index()].part;
    let part = &compiled.parts[number as usize];
    let mut bits = vec![0; part.words];
    let mut set = |bit: usize| bits[bit / 64] |= 1 << (bit % 64);
    for (bit, &fact) in part.facts.iter().enumerate() {
        if (standing.knows)(fact) {
            set(bit);
        }
    }
    for &id in &part.moments {
        let laid = compiled.moments[id as usize].replies.clone();
        for reply in &compiled.replies[laid] {
            let lines = &scenario.moments[id as usize].replies[reply.index as usize].follow_ups;
            for follow_up in &compiled.follow_ups[reply.follow_ups.clone()] {
                if (standing.said)(MomentId(id), lines[follow_up.index as usize].line) {
                    // Beside the line it may set facts, which are known or not for themselves.
                    let set_by = compiled.bits(number as usize, follow_up.sets);
                    set_by.map(|bit| bit as usize).filter(|&bit| bit >= part.facts.len()).for_each(&mut set);
                }
            }
        }
    }
    for &id in &part.moments {
        if let Some(count) = compiled.moments[id as usize].count {
            let entered = (standing.entered)(MomentId(id)).min(count.most);
            super::bits::set_number(&mut bits, count.at, count.bits, entered);
        }
    }
    bits
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::conversation::{Spot, State};
    use crate::generated::{any_shape, scenario_of};
    use crate::solver::{Next, StateId, solve};

    const LIMIT: usize = 20_000;

    fn onward(scenario: &Scenario, state: &State, moment: MomentId) -> Solved {
        let standing = Standing {
            moment,
            openness: state.openness,
            knows: &|fact| state.known.contains(&fact),
            said: &|moment, line| state.said.contains(&(moment, line)),
            entered: &|moment| state.entered(moment),
        };
        solve_onward(scenario, &standing, LIMIT).unwrap()
    }

    proptest! {
        #[test]
        fn on_the_way_the_values_onward_are_those_of_the_whole(
            shape in any_shape(),
            picks in proptest::collection::vec(any::<(prop::sample::Index, prop::sample::Index)>(), 0..12),
        ) {
            let scenario = scenario_of(shape);
            let Ok(solved) = solve(&scenario, LIMIT) else { return Ok(()) };
            let (mut state, mut at): (State, Option<StateId>) = (State::start(&scenario), solved.start());
            for (reply, line) in picks {
                let (Spot::Moment(moment), Some(id)) = (state.spot, at) else { return Ok(()) };
                let same = onward(&scenario, &state, moment);
                prop_assert!((same.best() - solved.state_value(id)).abs() < 1e-9);
                let live = state.live(&scenario, moment);
                let reply = reply.get(&live).0;
                let steps = solved.steps(id, reply);
                let again = same.steps(same.start().unwrap(), reply);
                prop_assert_eq!(steps.len(), again.len());
                for (one, other) in steps.iter().zip(&again) {
                    prop_assert_eq!((one.follow_up, one.points), (other.follow_up, other.points));
                    prop_assert!((solved.value(one.next) - same.value(other.next)).abs() < 1e-9);
                }
                let step = line.get(&steps);
                let heard = &scenario.moment(moment).replies[reply];
                state.hear(heard);
                state.say(&scenario, moment, &heard.follow_ups[step.follow_up]);
                at = match step.next { Next::State(id) => Some(id), Next::End(_) => None };
            }
        }
    }
}
