//! Why a customer has nothing to say, and what would give them something.

use std::collections::BTreeSet;

use super::told::{facts, listed};
use crate::conversation::State;
use crate::scenario::{FactId, MomentId, Reply, Scenario};

/// So many reasons are told at once.
const MOST_REASONS: usize = 3;

/// So many ways to mend it are told at once: one is enough.
const MOST_WAYS: usize = 2;

/// Why something cannot be said, and what would mend it.
struct Cause {
    /// The end of a sentence that begins with the reply.
    why: String,
    /// What to do.
    help: String,
}

/// Why no reply of the moment `id` can be given in `state`: replies that share a reason share its telling.
pub(super) fn why(scenario: &Scenario, id: MomentId, state: &State) -> String {
    let moment = scenario.moment(id);
    let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
    for reply in &moment.replies {
        let (reason, kind) = (cause(scenario, id, reply, state).why, format!("\"{}\"", reply.kind.label()));
        match reasons.iter_mut().find(|(other, _)| *other == reason) {
            Some((_, kinds)) => kinds.push(kind),
            None => reasons.push((reason, vec![kind])),
        }
    }
    let told = reasons.iter().take(MOST_REASONS).map(|(reason, kinds)| match &kinds[..] {
        all if all.len() > 1 && all.len() == moment.replies.len() => format!("every reply here {reason}"),
        [kind] => format!("{kind} {reason}"),
        kinds => format!("{} each {reason}", listed(kinds, "and")),
    });
    let mut told = told.collect::<Vec<_>>().join("; ");
    if reasons.len() > MOST_REASONS {
        told += "; and so on";
    }
    told
}

/// What would give the customer something to say at the moment `id` in `state`: a way for each cause, of which one is
/// enough.
pub(super) fn help(scenario: &Scenario, id: MomentId, state: &State) -> String {
    let mut ways: Vec<String> = Vec::new();
    for reply in &scenario.moment(id).replies {
        let help = cause(scenario, id, reply, state).help;
        if !ways.contains(&help) {
            ways.push(help);
        }
        if ways.len() == MOST_WAYS {
            break;
        }
    }
    ways.join("; or ")
}

/// Why `reply` cannot be given in `state`.
fn cause(scenario: &Scenario, id: MomentId, reply: &Reply, state: &State) -> Cause {
    let band = state.openness.band().word();
    let missing = facts(scenario, unknown(&reply.needs, state), "and");
    let hiding: Vec<FactId> = known(&reply.unless, state).collect();
    if reply.odds_at(state.openness) == 0 {
        Cause {
            why: format!("has odds 0 while the customer is {band}"),
            help: format!("give a reply odds above 0 while the customer is {band}"),
        }
    } else if !missing.is_empty() {
        Cause {
            why: format!("needs {missing}, not known by then"),
            help: "give the moment a reply that needs nothing".to_owned(),
        }
    } else if !hiding.is_empty() {
        let hiding_in_words = |and| facts(scenario, hiding.iter().copied(), and);
        Cause {
            why: format!("is hidden by {}, known by then", hiding_in_words("and")),
            help: format!("give the moment a reply without `unless`, or take {} out of it", hiding_in_words("and")),
        }
    } else {
        let mut heard = state.clone();
        heard.hear(reply);
        no_line(scenario, id, reply, &heard)
    }
}

/// Why nothing can be said to `reply` in `state`, in which it has been heard.
fn no_line(scenario: &Scenario, id: MomentId, reply: &Reply, state: &State) -> Cause {
    let (mut said, mut missing, mut hiding) = (0, BTreeSet::new(), BTreeSet::new());
    for line in &reply.follow_ups {
        let lacks: Vec<FactId> = unknown(&line.needs, state).collect();
        if state.said.contains(&(id, line.line)) {
            said += 1;
        } else if lacks.is_empty() {
            hiding.extend(known(&line.unless, state));
        } else {
            missing.extend(lacks);
        }
    }
    let (missing, hiding) = (facts(scenario, missing.into_iter(), "and"), facts(scenario, hiding.into_iter(), "and"));
    let help = if !missing.is_empty() {
        format!("give the moment a line that needs nothing, or reveal {missing} on every way there")
    } else if !hiding.is_empty() {
        "give the moment a line that no fact hides, a way out that is always there".to_owned()
    } else {
        "give the moment a way out that is always there, or let the conversation in fewer times, with `at_most`"
            .to_owned()
    };
    let mut reasons = Vec::new();
    if said > 0 {
        reasons.push("already said".to_owned());
    }
    if !missing.is_empty() {
        reasons.push(format!("waiting for {missing}"));
    }
    if !hiding.is_empty() {
        reasons.push(format!("hidden by {hiding}"));
    }
    let all = if reply.follow_ups.len() == 1 { "its line is" } else { "all of its lines are" };
    Cause { why: format!("leaves nothing to say: {all} {}", reasons.join(" or ")), help }
}

/// Those of `facts` that are not known in `state`.
fn unknown<'f>(facts: &'f [FactId], state: &'f State) -> impl Iterator<Item = FactId> + 'f {
    facts.iter().copied().filter(|fact| !state.known.contains(fact))
}

/// Those of `facts` that are known in `state`.
fn known<'f>(facts: &'f [FactId], state: &'f State) -> impl Iterator<Item = FactId> + 'f {
    facts.iter().copied().filter(|fact| state.known.contains(fact))
}
