use std::collections::BTreeSet;

use crate::check::rule::rule;
use crate::check::told::quoted;
use crate::check::{Rule, Values};
use crate::problem::Problem;
use crate::scenario::{MomentId, Scenario};

rule! {
    /// A moment lets the conversation in more often than it can ever come.
    ///
    /// With `at_most: 5` the customer has patience for five times, and goes on to `after` at the sixth. Each line is said
    /// once, so a moment can come back only as often as there are lines that lead there. Where there is not even a fifth
    /// time, the customer's patience never ends, and the rep need not choose what to ask. A figure that is just met is
    /// not told: there too `after` never happens, but it says how much there is to ask.
    ///
    /// Write a smaller figure, so that something is left unasked; or leave `at_most` and `after` out.
    Warning "at-most-never-reached"
    bad r#"
moments: {
    "first": Moment(at_most: 5, after: "brochure", replies: [
        Reply(kind: Other("Your questions"), says: ["What would you want to know?", "What else?"], follow_ups: [
            FollowUp(says: "What did the wards do on the days between?", then: "first"),
            FollowUp(says: "Who sets the date that you promise?", then: "first"),
            FollowUp(says: "May I put the days beside the two groups, with you and finance?", then: "next step"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(at_most: 2, after: "brochure", replies: [
        Reply(kind: Other("Your questions"), says: ["What would you want to know?", "What else?"], follow_ups: [
            FollowUp(says: "What did the wards do on the days between?", then: "first"),
            FollowUp(says: "Who sets the date that you promise?", then: "first"),
            FollowUp(says: "May I put the days beside the two groups, with you and finance?", then: "next step"),
        ]),
    ]),
},
"#
    InValues(find)
}

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    let dry: BTreeSet<MomentId> = values.survey.dead_ends.iter().map(|&state| values.solved.place(state).0).collect();
    let moments = scenario.moments.iter().zip(&values.survey.moments).enumerate();
    let told = moments.filter_map(|(at, (moment, seen))| {
        let asked = moment.at_most?.times;
        // A moment that runs dry before it is full is told as a dead end.
        if seen.states == 0 || seen.entered >= asked || dry.contains(&MomentId::at(at)) {
            return None;
        }
        let name = quoted(&moment.name);
        let label = match seen.entered {
            1 => "a conversation comes here once at most".to_owned(),
            times => format!("a conversation comes here {times} times at most"),
        };
        let message = format!("{name} lets the conversation in {asked} times, and it never comes so often");
        let help = match seen.entered {
            0 | 1 => "leave `at_most` and `after` out".to_owned(),
            2 => "write `at_most: 1`, or leave `at_most` and `after` out".to_owned(),
            times => format!("write `at_most: {}` or less, or leave `at_most` and `after` out", times - 1),
        };
        Some(rule.problem(moment.span, message).label(label).help(help))
    });
    told.collect()
}
