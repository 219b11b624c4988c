//! Conversations, told in their own words.

use std::fmt::Write as _;

use crate::conversation::State;
use crate::scenario::{Reply, Scenario};
use crate::solver::Place;

/// The state that `lines`, said in this order, lead to, and the conversation in its own words: who speaks, and what.
pub(super) fn conversation(scenario: &Scenario, lines: &[Place]) -> (State, String) {
    let customer = scenario.customer.first_name();
    let width = customer.chars().count().max("You".len());
    let mut told = String::new();
    let mut speak = |who: &str, says: &str| {
        let _ = writeln!(told, "  {who:>width$}  {says}");
    };
    speak("You", &scenario.opening.says);
    let mut state = State::start(scenario);
    let mut given: Vec<&Reply> = Vec::new();
    for place in lines {
        let (reply, line) = (place.reply_in(scenario), place.line_in(scenario));
        let before = given.iter().filter(|&&earlier| std::ptr::eq(earlier, reply)).count();
        speak(customer, reply.says_after(before));
        given.push(reply);
        state.hear(reply);
        speak("You", &line.says);
        if let Some(hears) = &line.hears {
            speak(customer, hears);
        }
        state.say(scenario, place.moment, line);
    }
    told.truncate(told.trim_end().len());
    (state, told)
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
#[expect(dead_code, reason = "the rules to come count")]
pub(super) fn counted(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}
