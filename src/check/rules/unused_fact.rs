use crate::check::Rule;
use crate::check::rule::rule;
use crate::check::told::quoted;
use crate::problem::Problem;
use crate::scenario::{FactId, Scenario};

rule! {
    /// A fact changes nothing.
    ///
    /// A fact is something that a reply or an answer reveals, so that a later reply or line can need it, or be hidden by
    /// it. One that nothing asks about makes no difference to what can be said: the rep is told of it and cannot use
    /// it. One that nothing reveals is never known.
    ///
    /// Let a line need it (the line that only someone who asked can say), or leave the fact out.
    Warning "unused-fact"
    bad r#"
facts: {
    "finance decides": "The quoted date is set by finance, not by supply.",
},
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "Who sets the date that you promise?", reveals: ["finance decides"], then: "the date"),
            FollowUp(says: "It means that somebody waits for a bed.", then: "the date"),
        ]),
    ]),
    "the date": Moment(replies: [
        Reply(kind: NotImportant, says: "The year is planned.", follow_ups: [
            FollowUp(says: "Shall we look at the date together on Thursday?", then: "next step"),
            FollowUp(says: "Then let me send you the count.", then: "brochure"),
        ]),
    ]),
},
"#
    good r#"
facts: {
    "finance decides": "The quoted date is set by finance, not by supply.",
},
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "Who sets the date that you promise?", reveals: ["finance decides"], then: "the date"),
            FollowUp(says: "It means that somebody waits for a bed.", then: "the date"),
        ]),
    ]),
    "the date": Moment(replies: [
        Reply(kind: NotImportant, says: "The year is planned.", follow_ups: [
            FollowUp(says: "Shall we look at the date on Thursday, with finance?", needs: ["finance decides"], then: "next step"),
            FollowUp(says: "Then let me send you the count.", then: "brochure"),
        ]),
    ]),
},
"#
    InWords(find)
}

/// What the file does with a fact.
#[derive(Debug, Clone, Copy, Default)]
struct Used {
    revealed: bool,
    needed: bool,
    hides: bool,
}

fn find(rule: &Rule, scenario: &Scenario) -> Vec<Problem> {
    let mut all = vec![Used::default(); scenario.facts.len()];
    let mut note = |facts: &[FactId], how: fn(&mut Used)| facts.iter().for_each(|fact| how(&mut all[fact.index()]));
    for reply in scenario.moments.iter().flat_map(|moment| &moment.replies) {
        note(&reply.reveals, |fact| fact.revealed = true);
        note(&reply.needs, |fact| fact.needed = true);
        note(&reply.unless, |fact| fact.hides = true);
        for line in &reply.follow_ups {
            note(&line.reveals, |fact| fact.revealed = true);
            note(&line.needs, |fact| fact.needed = true);
            note(&line.unless, |fact| fact.hides = true);
        }
    }
    let told = scenario.facts.iter().zip(all).filter_map(|(fact, used)| {
        let (label, help) = match used {
            Used { revealed: false, needed: false, hides: false } => {
                ("nothing reveals it, and nothing needs it", "reveal it and let a line need it, or leave it out")
            }
            Used { revealed: true, needed: false, hides: false } => {
                ("it is revealed, and nothing needs it or is hidden by it", "let a line need it, or leave it out")
            }
            Used { revealed: false, needed: false, hides: true } => (
                "it stands in `unless`, and nothing reveals it, so that it never hides anything",
                "reveal it in a reply or an answer, or leave it out",
            ),
            // A fact that is needed and not revealed is told with what needs it.
            _ => return None,
        };
        let message = format!("the fact {} changes nothing", quoted(&fact.name));
        Some(rule.problem(fact.span, message).label(label).help(help))
    });
    told.collect()
}
