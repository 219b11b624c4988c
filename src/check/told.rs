//! Conversations, told in their own words.

use std::collections::HashMap;

use crate::conversation::State;
use crate::scenario::{FactId, MomentId, Scenario};
use crate::solver::Place;

/// A conversation with more turns is told with its middle left out: how it begins, and what comes before its end.
const MOST_TURNS: usize = 8;

/// How many turns are told of the beginning of a long conversation, and how many of its end.
const FIRST: usize = 2;
const LAST: usize = 5;

/// The state that `lines`, said in this order, lead to, and the conversation in its own words: who speaks, and what.
pub(super) fn conversation(scenario: &Scenario, lines: &[Place]) -> (State, String) {
    let customer = scenario.customer.first_name();
    let width = customer.chars().count().max("You".len());
    let speech = |who: &str, says: &str| format!("  {who:>width$}  {says}\n");
    let mut state = State::start(scenario);
    let mut given: HashMap<(MomentId, usize), usize> = HashMap::new();
    let mut told = speech("You", &scenario.opening.says);
    let left_out = if lines.len() > MOST_TURNS { FIRST..lines.len() - LAST } else { 0..0 };
    for (turn, place) in lines.iter().enumerate() {
        let (reply, line) = (place.reply_in(scenario), place.line_in(scenario));
        let times = given.entry((place.moment, place.reply)).or_default();
        let before = std::mem::replace(times, *times + 1);
        state.hear(reply);
        if !left_out.contains(&turn) {
            told += &speech(customer, reply.says_after(before));
            told += &speech("You", &line.says);
            if let Some(hears) = &line.hears {
                told += &speech(customer, hears);
            }
        } else if turn == left_out.start {
            told += &format!("  {:>width$}  ({} turns are left out here)\n", "…", left_out.len());
        }
        state.say(scenario, place.moment, line);
    }
    (state, told.trim_end().to_owned())
}

/// `what` in quotes, cut where it is long: a line is known by how it begins.
pub(super) fn quoted(what: &str) -> String {
    const LONGEST: usize = 48;
    if what.chars().count() <= LONGEST {
        return format!("\"{what}\"");
    }
    let cut: String = what.chars().take(LONGEST - 2).collect();
    let at = cut.rfind(' ').unwrap_or(cut.len());
    format!("\"{} …\"", cut[..at].trim_end_matches([',', ';', ':']))
}

/// `count` of `one`, in words: `1 line`, `3 lines`.
#[must_use]
pub fn counted(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}

/// `names` as they stand in a sentence: `a`, `a and b`, `a, b and c`.
pub(super) fn listed(names: &[String], and: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// The names of `facts`, in quotes, as they stand in a sentence.
pub(super) fn facts(scenario: &Scenario, facts: impl Iterator<Item = FactId>, and: &str) -> String {
    let names: Vec<String> = facts.map(|fact| quoted(&scenario.fact(fact).name)).collect();
    listed(&names, and)
}
