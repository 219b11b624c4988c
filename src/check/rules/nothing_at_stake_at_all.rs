use crate::check::rule::rule;
use crate::check::{Rule, Values};
use crate::problem::Problem;
use crate::scenario::Scenario;

rule! {
    /// Nothing that the rep says makes a difference in the whole scenario.
    ///
    /// The best way through it and the worst are worth the same, so there is no score, and the debrief has nothing to
    /// say. Most often the marks are still missing; or every decision offers a single line.
    ///
    /// Give each line the `marks` of what it shows, and let good lines and poor ones lead to different endings.
    Warning "nothing-at-stake-at-all"
    bad r#"
opening: Question(says: "Who waits for a bed when it comes nine days late?", then: "first"),
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "The ward does. Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", then: "next step"),
            FollowUp(says: "Shall I show you how our planning module sees it?", then: "next step"),
        ]),
    ]),
},
"#
    good r#"
opening: Question(says: "Who waits for a bed when it comes nine days late?", then: "first"),
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "The ward does. Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", marks: (curiosity: +2), then: "next step"),
            FollowUp(says: "Shall I show you how our planning module sees it?", marks: (why: -1), then: "brochure"),
        ]),
    ]),
},
"#
    InWorth(find)
}

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    // In a scenario that nobody can end, everything is worth the same as well; that is told as what it is.
    if values.solved.stake().is_some() || values.survey.turns.is_none() {
        return Vec::new();
    }
    let problem = rule
        .problem(
            scenario.opening.span,
            "nothing is at stake: best play and worst play come to the same, and nobody has a score",
        )
        .label("whatever is said from here on makes no difference")
        .help("give each line the `marks` of what it shows, and let good and poor lines lead to different endings");
    vec![problem]
}
