use crate::check::rule::rule;
use crate::check::told::quoted;
use crate::check::{Rule, Values};
use crate::problem::Problem;
use crate::scenario::{Reply, Scenario};
use crate::solver::ReplySeen;

/// With three lines there is a middle way between the good one and the bad one.
const ENOUGH: usize = 3;

/// How many of the decisions are shown: who mends these has seen what to do.
const SHOWN: usize = 3;

rule! {
    /// A decision never has three lines to choose from.
    ///
    /// Of two lines one is good and one is bad, and who practises sees which: there is nothing to weigh. A third that is
    /// right at another time, or that helps now and costs later, makes it a decision. Lines that are gone by then, or
    /// need a fact, do not count; what counts is how many are on offer at once at best.
    ///
    /// Add a line that a sensible colleague would say. Here and there two may do, or one: this is a note, told once for
    /// the whole scenario.
    Note "few-lines"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", marks: (curiosity: +2), opens: +1, then: "next step"),
            FollowUp(says: "Shall I bring a price?", marks: (why: -2), then: "brochure"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", marks: (curiosity: +2), opens: +1, then: "next step"),
            FollowUp(says: "Shall I bring a price?", marks: (why: -2), then: "brochure"),
            FollowUp(says: "It means that somewhere a ward pays for beds that it does not have.", marks: (consequence: +1), then: "next step"),
        ]),
    ]),
},
"#
    InValues(find)
}

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    let replies = scenario.moments.iter().flat_map(|moment| &moment.replies).zip(&values.survey.replies);
    // A reply that is never given is told elsewhere.
    let decisions: Vec<(&Reply, &ReplySeen)> = replies.filter(|(_, seen)| seen.states > 0).collect();
    let few: Vec<_> = decisions.iter().filter(|(_, seen)| seen.on_offer < ENOUGH).collect();
    let Some(((first, seen), others)) = few.split_first() else { return Vec::new() };
    let message = match few.len() {
        1 => format!("{} never leaves three lines to choose from", quoted(first.says_after(0))),
        count if count == decisions.len() => {
            format!("none of the {count} decisions ever has three lines to choose from")
        }
        count => format!("{count} of {} decisions never have three lines to choose from", decisions.len()),
    };
    let most = |seen: &ReplySeen| match seen.on_offer {
        1 => "one line",
        _ => "two lines at most",
    };
    let mut problem = rule.problem(first.span, message).label(most(seen));
    for (reply, seen) in others.iter().take(SHOWN - 1) {
        problem = problem.see(reply.span, most(seen));
    }
    vec![problem.help("a third line that is right at another time, or helps now and costs later, makes it a decision")]
}
