use crate::check::decision::decisions;
use crate::check::rule::rule;
use crate::check::told::quoted;
use crate::check::{Rule, Values};
use crate::problem::Problem;
use crate::scenario::Scenario;

/// Values that differ by less, in points, are the same: weights need not be whole numbers, and sums of them round.
const SAME: f64 = 1e-9;

rule! {
    /// All lines to a reply are worth the same.
    ///
    /// Whichever of them the rep says, the score is the same: the marks come to the same, and so does everything that
    /// can follow. The trainee chooses, and learns nothing from it.
    ///
    /// Ask what the customer hears in each of the lines, and give them marks, `opens` or a `then` that say so. Where
    /// there is only one thing to say, leave one line.
    Warning "nothing-at-stake"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", marks: (curiosity: +2), then: "next step"),
            FollowUp(says: "It comes from twelve hundred orders.", marks: (proof: +1), then: "next step"),
        ]),
        Reply(kind: NotImportant, says: "Delivery is not what keeps me awake.", follow_ups: [
            FollowUp(says: "Fair. What does?", then: "next step"),
            FollowUp(says: "Shouldn't it? Two groups left over it.", then: "next step"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", marks: (curiosity: +2), then: "next step"),
            FollowUp(says: "It comes from twelve hundred orders.", marks: (proof: +1), then: "next step"),
        ]),
        Reply(kind: NotImportant, says: "Delivery is not what keeps me awake.", follow_ups: [
            FollowUp(says: "Fair. What does?", marks: (curiosity: +1, composure: +1), opens: +1, then: "next step"),
            FollowUp(says: "Shouldn't it? Two groups left over it.", marks: (consequence: +1, composure: -2), opens: -1, then: "next step"),
        ]),
    ]),
},
"#
    InWorth(find)
}

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    // Where the whole scenario is like that, it is told once.
    if values.solved.stake().is_none() {
        return Vec::new();
    }
    let same = decisions(scenario).filter(|decision| {
        let seen = &values.survey.replies[decision.number];
        seen.choices > 0 && seen.spread < SAME
    });
    same.map(|decision| {
        let says = decision.reply.says_after(0);
        rule.problem(decision.reply.span, format!("all lines to {} are worth the same", quoted(says)))
            .label("whichever is said here, the score is the same")
            .help("say what the customer hears in each line, by its marks, `opens` or `then`; or leave one line")
    })
    .collect()
}
