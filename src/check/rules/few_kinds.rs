use crate::check::Rule;
use crate::check::rule::rule;
use crate::check::told::{listed, quoted};
use crate::problem::Problem;
use crate::scenario::{OpeningKind, ReplyKind, Scenario};

rule! {
    /// An insight draws fewer than the four kinds of reply.
    ///
    /// An insight that lands draws "tell me more", "that's BS", "that's not important to us" or "we see it differently".
    /// All four are engagement; only silence is not. Who has only met the friendly one here meets the others for the first
    /// time in front of a customer.
    ///
    /// Give the moment that the opening leads to a reply of each kind: `TellMeMore`, `ThatsBs`, `NotImportant` and
    /// `DifferentView`. `odds` say how often each comes. An opening that is a `Question` or a `Story` may do with fewer.
    Warning "few-kinds"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", then: "next step"),
        ]),
        Reply(kind: ThatsBs, says: "We are at 99%, audited.", follow_ups: [
            FollowUp(says: "I believe the audit. Whose date does it start from?", then: "next step"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", then: "next step"),
        ]),
        Reply(kind: ThatsBs, says: "We are at 99%, audited.", follow_ups: [
            FollowUp(says: "I believe the audit. Whose date does it start from?", then: "next step"),
        ]),
        Reply(kind: NotImportant, says: "Delivery is not what keeps me awake.", follow_ups: [
            FollowUp(says: "Fair. What does?", then: "next step"),
        ]),
        Reply(kind: DifferentView, says: "Those groups left over price.", follow_ups: [
            FollowUp(says: "What did they pay for beds while they waited?", then: "next step"),
        ]),
    ]),
},
"#
    InWords(find)
}

fn find(rule: &Rule, scenario: &Scenario) -> Vec<Problem> {
    if !matches!(scenario.opening.kind, OpeningKind::Insight { .. }) {
        return Vec::new();
    }
    let moment = scenario.moment(scenario.opening.then);
    let lacks = |kind: &ReplyKind| moment.replies.iter().all(|reply| reply.kind != *kind);
    let missing: Vec<ReplyKind> = ReplyKind::FOUR.into_iter().filter(lacks).collect();
    let labels = missing.iter().map(|kind| quoted(kind.label())).collect::<Vec<_>>();
    if missing.is_empty() {
        return Vec::new();
    }
    let named = listed(&labels, "and");
    let words = missing.iter().map(|kind| format!("`{}`", kind.word())).collect::<Vec<_>>().join(", ");
    let message = format!("after the insight, {} has no reply of the kind {named}", quoted(&moment.name));
    vec![
        rule.problem(moment.span, message)
            .label("the customer answers the insight here")
            .see(scenario.opening.span, "the insight")
            .help(format!("write one reply of each kind that is missing: {words}")),
    ]
}

#[cfg(test)]
mod tests {
    use crate::check::tests::codes_in;

    #[test]
    fn a_question_or_a_story_may_draw_fewer() {
        let moments = "moments: {\"first\": Moment(replies: [Reply(kind: TellMeMore, says: \"Go on.\", follow_ups: \
                       [FollowUp(says: \"Who waits?\", then: \"next step\")])])},";
        assert!(codes_in(moments).contains(&"few-kinds"));
        for opening in ["Question(says: \"Why us?\",", "Story(says: \"A planner asked.\", hero: \"A planner\","] {
            let text = format!("opening: {opening} then: \"first\"),\n{moments}");
            assert!(!codes_in(&text).contains(&"few-kinds"), "{opening}");
        }
    }
}
