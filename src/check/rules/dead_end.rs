use crate::check::nothing_to_say::{help, why};
use crate::check::rule::rule;
use crate::check::told::{conversation, quoted};
use crate::check::{MOST, Rule, Values};
use crate::problem::Problem;
use crate::scenario::Scenario;
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
    /// leads there; or let a moment that comes back in fewer times, with `at_most` and `after`. What the lines are worth
    /// is looked at only once no conversation breaks off.
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
    let problem = rule.problem(moment.span, message);
    if !shown {
        return problem.help("give the moment a way out that is always there");
    }
    let lines = values.trails().to(state);
    let (state, told) = conversation(scenario, &lines);
    let problem = problem.label(why(scenario, id, &state)).help(help(scenario, id, &state));
    let Some(last) = lines.last() else {
        return Problem { message: "after the opening the customer has nothing to say".to_owned(), ..problem }
            .see(scenario.opening.span, "the opening leads here");
    };
    problem
        .see(last.line_in(scenario).span, "the line that leads there")
        .detail(format!("the shortest conversation that leads there:\n{told}"))
}
