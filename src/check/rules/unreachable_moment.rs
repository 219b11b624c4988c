use crate::check::never::Thing;
use crate::check::rule::rule;
use crate::check::told::quoted;
use crate::check::{Rule, Values};
use crate::problem::Problem;
use crate::scenario::Scenario;

rule! {
    /// No conversation ever comes to a moment.
    ///
    /// No line leads to it, or those that do only lead there at an openness that never comes up, or from moments that
    /// never come up themselves. What you wrote there is never heard. Most often a `then` names another moment than was
    /// meant, or the line that led there was taken out.
    ///
    /// Let a line lead there, or leave the moment out. Other moments that only this one leads to are shown with it.
    Warning "unreachable-moment"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: ThatsBs, says: "We are at 99%, audited.", follow_ups: [
            FollowUp(says: "I believe the audit. Whose date does it start from?", then: "brochure"),
            FollowUp(says: "Then the audit is wrong.", then: "brochure"),
        ]),
    ]),
    "whose date": Moment(replies: [
        Reply(kind: TellMeMore, says: "From ours, I suppose.", follow_ups: [
            FollowUp(says: "And if it started from the ward's?", then: "next step"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: ThatsBs, says: "We are at 99%, audited.", follow_ups: [
            FollowUp(says: "I believe the audit. Whose date does it start from?", then: "whose date"),
            FollowUp(says: "Then the audit is wrong.", then: "brochure"),
        ]),
    ]),
    "whose date": Moment(replies: [
        Reply(kind: TellMeMore, says: "From ours, I suppose.", follow_ups: [
            FollowUp(says: "And if it started from the ward's?", then: "next step"),
        ]),
    ]),
},
"#
    InValues(find)
}

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    let told = values.never_told().filter_map(|never| {
        let Thing::Moment(id) = never.thing else { return None };
        let message = format!("no conversation comes to {}", quoted(&scenario.moment(id).name));
        Some(never.problem(rule, scenario, message))
    });
    told.collect()
}
