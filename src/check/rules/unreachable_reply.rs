use crate::check::never::Thing;
use crate::check::rule::rule;
use crate::check::told::quoted;
use crate::check::{Rule, Values};
use crate::problem::Problem;
use crate::scenario::Scenario;

rule! {
    /// The customer never gives a reply.
    ///
    /// A reply is given only where its odds are above 0 at the openness that the customer then has, its `needs` and
    /// `unless` hold, and one of its lines can be said. In no state that a conversation can reach are they all true, so
    /// the reply and the lines to it are never heard. Under the mark stands what is in the way.
    ///
    /// Give it odds at an openness that comes up there, reveal the fact on a way there, or leave the reply out.
    Warning "unreachable-reply"
    bad r#"
facts: { "finance decides": "The date is set by finance." },
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "Who sets the date that you promise?", hears: "Finance does.", then: "the date"),
            FollowUp(says: "It means that somebody waits for a bed.", then: "the date"),
        ]),
    ]),
    "the date": Moment(replies: [
        Reply(kind: DifferentView, says: "Then finance would have to hear this.", needs: ["finance decides"], follow_ups: [
            FollowUp(says: "Shall we ask them in on Thursday?", then: "next step"),
        ]),
        Reply(kind: NotImportant, says: "The year is planned.", follow_ups: [
            FollowUp(says: "Then let me send you the count.", then: "brochure"),
        ]),
    ]),
},
"#
    good r#"
facts: { "finance decides": "The date is set by finance." },
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "Who sets the date that you promise?", hears: "Finance does.", reveals: ["finance decides"], then: "the date"),
            FollowUp(says: "It means that somebody waits for a bed.", then: "the date"),
        ]),
    ]),
    "the date": Moment(replies: [
        Reply(kind: DifferentView, says: "Then finance would have to hear this.", needs: ["finance decides"], follow_ups: [
            FollowUp(says: "Shall we ask them in on Thursday?", then: "next step"),
        ]),
        Reply(kind: NotImportant, says: "The year is planned.", follow_ups: [
            FollowUp(says: "Then let me send you the count.", then: "brochure"),
        ]),
    ]),
},
"#
    InValues(find)
}

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    let told = values.never_told().filter_map(|never| {
        let Thing::Reply(id, reply) = never.thing else { return None };
        let says = scenario.moment(id).replies[reply].says_after(0);
        Some(never.problem(rule, scenario, format!("the reply {} is never given", quoted(says))))
    });
    told.collect()
}
