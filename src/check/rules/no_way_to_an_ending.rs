use crate::check::flow::Numbers;
use crate::check::never::{Thing, never_leads};
use crate::check::no_way::NoWay;
use crate::check::nothing_to_say::why;
use crate::check::rule::rule;
use crate::check::told::{conversation, quoted};
use crate::check::{MOST, Rule, Values};
use crate::problem::{Problem, Span};
use crate::scenario::{Goal, Scenario};
use crate::solver::Place;

rule! {
    /// From some moment on, no conversation comes to an ending.
    ///
    /// Lines are there to be said, and none of them leads out: the conversation goes on until everything has been said,
    /// and breaks off. It is not scored, and the rep never hears how the call ended. Every state that a conversation can
    /// reach was looked at.
    ///
    /// Let a line there lead to one of the `endings`, one that needs nothing, so that it is always there; or give a
    /// moment that comes back an `at_most`, with an ending in `after`.
    Error "no-way-to-an-ending"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", then: "questions"),
            FollowUp(says: "Shall I send you the count?", then: "brochure"),
        ]),
    ]),
    "questions": Moment(replies: [
        Reply(kind: Other("Your questions"), says: ["They rented beds.", "What else?"], follow_ups: [
            FollowUp(says: "Who sets the date that you promise?", then: "questions"),
            FollowUp(says: "What did the two groups pay in rent?", then: "questions"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", then: "questions"),
            FollowUp(says: "Shall I send you the count?", then: "brochure"),
        ]),
    ]),
    "questions": Moment(replies: [
        Reply(kind: Other("Your questions"), says: ["They rented beds.", "What else?"], follow_ups: [
            FollowUp(says: "Who sets the date that you promise?", then: "questions"),
            FollowUp(says: "What did the two groups pay in rent?", then: "questions"),
            FollowUp(says: "May I put the rent beside the two groups, with you and finance?", then: "next step"),
        ]),
    ]),
},
"#
    InValues(find)
}

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    let numbers = Numbers::of(scenario);
    let no_ways = values.no_ways().iter().enumerate();
    no_ways.map(|(at, no_way)| problem(rule, scenario, values, &numbers, no_way, at < MOST)).collect()
}

/// So many of the lines that would lead to an ending are shown.
const MOST_SHOWN: usize = 3;

/// The problem with `no_way`, with the way there where that is `shown`.
fn problem(
    rule: &Rule,
    scenario: &Scenario,
    values: &Values<'_>,
    numbers: &Numbers,
    no_way: &NoWay,
    shown: bool,
) -> Problem {
    let moment = scenario.moment(no_way.entry);
    let message = if values.survey.turns.is_none() {
        "no conversation comes to an ending".to_owned()
    } else {
        format!("once a conversation comes to {}, it never comes to an ending", quoted(&moment.name))
    };
    let problem = rule.problem(moment.span, message).help(
        "let a line that is always there lead to an ending, or give a moment an `at_most` with an ending in `after`",
    );
    if !shown {
        return problem;
    }
    let ways_out = ways_out(scenario, values, numbers, no_way);
    let label = if ways_out.is_empty() {
        "no line from here on leads to an ending"
    } else {
        "no line that would lead to an ending can be said from here on"
    };
    let (stop, _) = values.solved.place(no_way.stop);
    let (state, told) = conversation(scenario, &values.trails().to(no_way.stop));
    let mut problem = problem.label(label).detail(format!("the shortest conversation that breaks off:\n{told}"));
    if ways_out.is_empty() {
        problem =
            problem.see(scenario.moment(stop).span, format!("here it breaks off: {}", why(scenario, stop, &state)));
    }
    for (span, why) in ways_out.into_iter().take(MOST_SHOWN) {
        problem = problem.see(span, why);
    }
    problem
}

/// The lines that the file lets lead to an ending from there, each with the reason why it never does.
fn ways_out(scenario: &Scenario, values: &Values<'_>, numbers: &Numbers, no_way: &NoWay) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    for &id in &no_way.moments {
        for (index, reply) in scenario.moment(id).replies.iter().enumerate() {
            let (_, first_line) = numbers.reply(id, index);
            for (follow_up, line) in reply.follow_ups.iter().enumerate() {
                let Some(ending) = line.then.values().find(|goal| matches!(goal, Goal::Ending(_))) else { continue };
                let seen = &values.survey.lines[first_line + follow_up];
                let place = Place { moment: id, reply: index, follow_up };
                let why = if seen.states > 0 {
                    never_leads(line, ending, seen.leaves)
                } else {
                    format!("this line would lead to an ending, but {}", why_never(values, place))
                };
                found.push((line.span, why));
            }
        }
    }
    found
}

/// Why the line at `place`, or the reply to which it can be said, never comes up.
fn why_never<'v>(values: &'v Values<'_>, place: Place) -> &'v str {
    let of = |thing: Thing| {
        let at = values.never().binary_search_by_key(&thing, |never| never.thing).ok()?;
        Some(values.never()[at].why())
    };
    of(Thing::Line(place)).or_else(|| of(Thing::Reply(place.moment, place.reply))).unwrap_or("it is never on offer")
}
