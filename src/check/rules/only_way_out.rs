use crate::check::rule::rule;
use crate::check::told::{conversation, quoted};
use crate::check::{Rule, Values};
use crate::problem::Problem;
use crate::scenario::{MomentId, Scenario};

/// To so many of these the conversation is shown: each is looked for through all states.
const MOST_SHOWN: usize = 20;

rule! {
    /// A conversation can come back to a moment and find one line to say, which leads out.
    ///
    /// Each line is said once, so a moment that comes back runs low. Where all has been asked and one line is left, the
    /// customer says "What else?" to somebody who has nothing to choose. That is no mistake; but a rep who may ask
    /// everything need not think about what to ask first. Circles of more than 64 moments are not looked at.
    ///
    /// Let the moment in fewer times, with `at_most`, so that something is left unasked; or give it a second way out
    /// that tempts.
    Note "only-way-out"
    bad r#"
moments: {
    "first": Moment(replies: [
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
    "first": Moment(replies: [
        Reply(kind: Other("Your questions"), says: ["What would you want to know?", "What else?"], follow_ups: [
            FollowUp(says: "What did the wards do on the days between?", then: "first"),
            FollowUp(says: "Who sets the date that you promise?", then: "first"),
            FollowUp(says: "May I put the days beside the two groups, with you and finance?", then: "next step"),
            FollowUp(says: "Then you have all you need. Shall I send you a price?", then: "brochure"),
        ]),
    ]),
},
"#
    InValues(find)
}

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    let moments = scenario.moments.iter().zip(&values.survey.moments).enumerate();
    let found = moments.filter(|(_, (_, seen))| seen.one_way_out).enumerate();
    let told = found.map(|(number, (at, (moment, _)))| {
        let message = format!("a conversation can come back to {} with nothing left to choose", quoted(&moment.name));
        let problem = rule
            .problem(moment.span, message)
            .label("one line is left then, and it leads out")
            .help("let the conversation in fewer times, with `at_most`, or give it a second way out");
        if number >= MOST_SHOWN {
            return problem;
        }
        let (_, told) = conversation(scenario, &values.solved.coming_back(MomentId::at(at)));
        problem.detail(format!("the shortest conversation that comes back so:\n{told}"))
    });
    told.collect()
}
