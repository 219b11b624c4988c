use crate::check::rule::rule;
use crate::check::told::{conversation, quoted};
use crate::check::{Rule, Values};
use crate::conversation::State;
use crate::problem::Problem;
use crate::scenario::{Moment, MomentId, Reply, Scenario};

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
    let dead_ends = values.survey.dead_ends.iter();
    dead_ends
        .map(|&state| {
            let (id, _) = values.solved.place(state);
            let moment = scenario.moment(id);
            let lines = values.trails().to(state);
            let (state, told) = conversation(scenario, &lines);
            let message = format!("a conversation can come to {} and find nothing to say", quoted(&moment.name));
            let mut problem = rule.problem(moment.span, message).label(why(scenario, id, moment, &state));
            if let Some(last) = lines.last() {
                problem = problem.see(last.line_in(scenario).span, "the line that leads there");
            }
            problem
                .detail(format!("the shortest conversation that leads there:\n{told}"))
                .help("give the moment a line that needs nothing, or reveal what it needs on every way there")
        })
        .collect()
}

/// Why no reply of `moment` can be given in `state`.
fn why(scenario: &Scenario, id: MomentId, moment: &Moment, state: &State) -> String {
    let mut reasons: Vec<String> = moment.replies.iter().map(|reply| why_not(scenario, id, reply, state)).collect();
    reasons.dedup();
    reasons.join("; ")
}

/// Why `reply` cannot be given in `state`.
fn why_not(scenario: &Scenario, id: MomentId, reply: &Reply, state: &State) -> String {
    let kind = reply.kind.label();
    let names = |facts: &mut dyn Iterator<Item = &crate::scenario::FactId>| {
        facts.map(|&fact| quoted(&scenario.fact(fact).name)).collect::<Vec<_>>().join(" and ")
    };
    let missing = names(&mut reply.needs.iter().filter(|fact| !state.known.contains(fact)));
    let hiding = names(&mut reply.unless.iter().filter(|fact| state.known.contains(fact)));
    if reply.odds_at(state.openness) == 0 {
        format!("\"{kind}\" has odds 0 while the customer is {}", state.openness.band().word())
    } else if !missing.is_empty() {
        format!("\"{kind}\" needs {missing}, which is not known")
    } else if !hiding.is_empty() {
        format!("\"{kind}\" is hidden by {hiding}, which is known")
    } else if reply.follow_ups.iter().all(|line| state.said.contains(&(id, line.line))) {
        format!("every line to \"{kind}\" has been said")
    } else {
        format!("\"{kind}\" leaves no line to say")
    }
}
