use crate::check::never::Thing;
use crate::check::rule::rule;
use crate::check::told::quoted;
use crate::check::{Rule, Values};
use crate::problem::Problem;
use crate::scenario::Scenario;

rule! {
    /// A line is never on offer, though the customer gives the reply that it answers.
    ///
    /// It needs a fact that is never known by then, or one that is always known hides it. Nobody who practises sees the
    /// line, neither to say it nor to learn why not; if it is the best one, nobody can find it. Under the mark stands
    /// what is in the way.
    ///
    /// Reveal the fact on a way there, in what a reply says or in what the customer answers to a line; or take it out
    /// of the line's `needs` or `unless`; or leave the line out.
    Warning "unreachable-line"
    bad r#"
facts: { "two groups rented": "Two groups rented beds while they waited." },
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", hears: "Rented.", then: "the cost"),
            FollowUp(says: "It means that somebody waits for a bed.", then: "the cost"),
        ]),
    ]),
    "the cost": Moment(replies: [
        Reply(kind: TellMeMore, says: "And what does that cost?", follow_ups: [
            FollowUp(says: "What did the two groups pay in rent?", needs: ["two groups rented"], then: "next step"),
            FollowUp(says: "Shall I bring a price?", then: "brochure"),
        ]),
    ]),
},
"#
    good r#"
facts: { "two groups rented": "Two groups rented beds while they waited." },
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", hears: "Rented.", reveals: ["two groups rented"], then: "the cost"),
            FollowUp(says: "It means that somebody waits for a bed.", then: "the cost"),
        ]),
    ]),
    "the cost": Moment(replies: [
        Reply(kind: TellMeMore, says: "And what does that cost?", follow_ups: [
            FollowUp(says: "What did the two groups pay in rent?", needs: ["two groups rented"], then: "next step"),
            FollowUp(says: "Shall I bring a price?", then: "brochure"),
        ]),
    ]),
},
"#
    InValues(find)
}

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    let told = values.never_told().filter_map(|never| {
        let Thing::Line(place) = never.thing else { return None };
        let says = &place.line_in(scenario).says;
        Some(never.problem(rule, scenario, format!("{} is never on offer", quoted(says))))
    });
    told.collect()
}
