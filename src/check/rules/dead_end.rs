use std::collections::BTreeSet;

use crate::check::rule::rule;
use crate::check::told::{conversation, facts, listed, quoted};
use crate::check::{MOST, Rule, Values};
use crate::conversation::State;
use crate::problem::Problem;
use crate::scenario::{FactId, MomentId, Reply, Scenario};
use crate::solver::StateId;

rule! {
    /// A conversation can come to a moment in which the customer has nothing to say.
    ///
    /// A reply is given only where its odds are above 0, its `needs` and `unless` hold, and it leaves the rep a line
    /// to say. Lines go: each is said once, and one that needs a fact is not there until the fact is known. Where no
    /// reply is left, the conversation breaks off in the middle and is not scored. Every state that a conversation can
    /// reach was looked at, and this is the shortest way to one like that.
    ///
    /// Give the moment a line that is always there, a way out that needs nothing; or reveal the fact on every way that
    /// leads there; or let a moment that comes back in fewer times, with `at_most` and `after`.
    Error "dead-end"
    bad r#"
facts: { "two groups rented": "Two groups rented beds while they waited." },
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", reveals: ["two groups rented"], then: "the cost"),
            FollowUp(says: "It means that somebody waits for a bed.", then: "the cost"),
        ]),
    ]),
    "the cost": Moment(replies: [
        Reply(kind: TellMeMore, says: "And what does that cost?", follow_ups: [
            FollowUp(says: "What did the two groups pay in rent?", needs: ["two groups rented"], then: "next step"),
        ]),
    ]),
},
"#
    good r#"
facts: { "two groups rented": "Two groups rented beds while they waited." },
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", reveals: ["two groups rented"], then: "the cost"),
            FollowUp(says: "It means that somebody waits for a bed.", then: "the cost"),
        ]),
    ]),
    "the cost": Moment(replies: [
        Reply(kind: TellMeMore, says: "And what does that cost?", follow_ups: [
            FollowUp(says: "What did the two groups pay in rent?", needs: ["two groups rented"], then: "next step"),
            FollowUp(says: "I don't know yet. May I find out with you?", unless: ["two groups rented"], then: "brochure"),
        ]),
    ]),
},
"#
    InValues(find)
}

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    let of = |state: StateId| values.solved.place(state).0;
    let mut dead_ends: Vec<StateId> =
        values.survey.dead_ends.iter().copied().filter(|&state| !values.has_no_way(of(state))).collect();
    dead_ends.sort_by_key(|&state| of(state));
    let told = dead_ends.into_iter().enumerate().map(|(at, state)| problem(rule, scenario, values, state, at < MOST));
    told.collect()
}

/// The dead end at `state`, with the way there where that is `shown`.
fn problem(rule: &Rule, scenario: &Scenario, values: &Values<'_>, state: StateId, shown: bool) -> Problem {
    let (id, _) = values.solved.place(state);
    let moment = scenario.moment(id);
    let message = format!("a conversation can come to {} and find nothing to say", quoted(&moment.name));
    let problem = rule
        .problem(moment.span, message)
        .help("give the moment a line that needs nothing, or reveal what it needs on every way there");
    if !shown {
        return problem;
    }
    let lines = values.trails().to(state);
    let (state, told) = conversation(scenario, &lines);
    let problem = problem.label(why(scenario, id, &state));
    let Some(last) = lines.last() else {
        return Problem { message: "after the opening the customer has nothing to say".to_owned(), ..problem }
            .see(scenario.opening.span, "the opening leads here")
            .help("give the moment a reply that is always there, with a line that needs nothing");
    };
    problem
        .see(last.line_in(scenario).span, "the line that leads there")
        .detail(format!("the shortest conversation that leads there:\n{told}"))
}

/// So many reasons are told at once.
const MOST_REASONS: usize = 3;

/// Why no reply of the moment `id` can be given in `state`: replies that share a reason share its telling.
pub(super) fn why(scenario: &Scenario, id: MomentId, state: &State) -> String {
    let moment = scenario.moment(id);
    let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
    for reply in &moment.replies {
        let (reason, kind) = (why_not(scenario, id, reply, state), format!("\"{}\"", reply.kind.label()));
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

/// Why `reply` cannot be given in `state`, as the end of a sentence that begins with the reply.
fn why_not(scenario: &Scenario, id: MomentId, reply: &Reply, state: &State) -> String {
    let band = state.openness.band().word();
    let missing = facts(scenario, unknown(&reply.needs, state), "and");
    let hiding = facts(scenario, known(&reply.unless, state), "and");
    if reply.odds_at(state.openness) == 0 {
        format!("has odds 0 while the customer is {band}")
    } else if !missing.is_empty() {
        format!("needs {missing}, not known by then")
    } else if !hiding.is_empty() {
        format!("is hidden by {hiding}, known by then")
    } else {
        let mut heard = state.clone();
        heard.hear(reply);
        why_no_line(scenario, id, reply, &heard)
    }
}

/// Why nothing can be said to `reply` in `state`, in which it has been heard.
fn why_no_line(scenario: &Scenario, id: MomentId, reply: &Reply, state: &State) -> String {
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
    format!("leaves nothing to say: {all} {}", reasons.join(" or "))
}

/// Those of `facts` that are not known in `state`.
fn unknown<'f>(facts: &'f [FactId], state: &'f State) -> impl Iterator<Item = FactId> + 'f {
    facts.iter().copied().filter(|fact| !state.known.contains(fact))
}

/// Those of `facts` that are known in `state`.
fn known<'f>(facts: &'f [FactId], state: &'f State) -> impl Iterator<Item = FactId> + 'f {
    facts.iter().copied().filter(|fact| state.known.contains(fact))
}
