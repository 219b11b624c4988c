use crate::check::decision::decisions;
use crate::check::rule::rule;
use crate::check::told::quoted;
use crate::check::{Rule, Values};
use crate::problem::Problem;
use crate::scenario::Scenario;

/// A reply that is rarer than this wherever it can be given is hardly ever practised: of those who come there ten times,
/// three in four never hear it.
const RARE: f64 = 0.03;

rule! {
    /// The odds make a reply rarer than 3%.
    ///
    /// Odds count against those of the other replies that can be given at the same time. Where they are so small, hardly
    /// anybody hears the reply, and its lines are written and reviewed for nobody.
    ///
    /// Raise its odds, or lower those of the others; 1 against 5 is rare enough. Or leave the reply out.
    Warning "rare-reply"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", odds: 60, follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", then: "next step"),
        ]),
        Reply(kind: DifferentView, says: "Those two groups left over price.", odds: 1, follow_ups: [
            FollowUp(says: "What did they pay for beds while they waited?", then: "next step"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", odds: 4, follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", then: "next step"),
        ]),
        Reply(kind: DifferentView, says: "Those two groups left over price.", odds: 1, follow_ups: [
            FollowUp(says: "What did they pay for beds while they waited?", then: "next step"),
        ]),
    ]),
},
"#
    InValues(find)
}

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    let seen = |number: usize| &values.survey.replies[number];
    let rare = decisions(scenario).filter(|decision| {
        let seen = seen(decision.number);
        seen.states > 0 && seen.chance < RARE
    });
    rare.map(|decision| {
        // Rounded down: 2.97 must not read as 3.0.
        let percent = (1000.0 * seen(decision.number).chance).floor() / 10.0;
        let says = quoted(decision.reply.says_after(0));
        rule.problem(decision.reply.span, format!("hardly anybody will hear {says}"))
            .label(format!("drawn {percent:.1}% of the time at most, wherever it can be given"))
            .help("raise its odds, lower those of the other replies, or leave it out")
    })
    .collect()
}
