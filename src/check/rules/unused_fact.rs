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
    /// Whether a line needs it that is said only to a reply that reveals it.
    needed_at_once: bool,
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
            for fact in &line.needs {
                let how: fn(&mut Used) = if reply.reveals.contains(fact) {
                    |fact| fact.needed_at_once = true
                } else {
                    |fact| fact.needed = true
                };
                note(&[*fact], how);
            }
            note(&line.unless, |fact| fact.hides = true);
        }
    }
    let told = scenario.facts.iter().zip(all).filter_map(|(fact, used)| {
        let (label, help) = match used {
            Used { revealed: true, needed: false, needed_at_once: true, hides: false } => (
                "only lines need it that are said to the reply which reveals it, where it is always known",
                "take it out of their `needs`, or let a line elsewhere need it",
            ),
            Used { revealed: false, needed: false, hides: false, .. } => {
                ("nothing reveals it, and nothing needs it", "reveal it and let a line need it, or leave it out")
            }
            Used { revealed: true, needed: false, hides: false, .. } => {
                ("it is revealed, and nothing needs it or is hidden by it", "let a line need it, or leave it out")
            }
            Used { revealed: false, needed: false, hides: true, .. } => (
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

#[cfg(test)]
mod tests {
    use crate::check::tests::codes_in;

    #[test]
    fn a_fact_that_only_the_reply_that_reveals_it_leads_to_a_line_for_changes_nothing() {
        let text = |other: &str| {
            format!(
                "facts: {{\"who\": \"The ward.\"}},\nmoments: {{\"first\": Moment(replies: [
                Reply(kind: TellMeMore, says: \"Go on.\", reveals: [\"who\"], follow_ups: [
                    FollowUp(says: \"Who waits?\", needs: [\"who\"], then: \"first\"),
                    FollowUp(says: \"I see.\", {other} then: \"next step\"),
                ]),
                Reply(kind: ThatsBs, says: \"No.\", follow_ups: [
                    FollowUp(says: \"Is that so?\", {other} then: \"next step\"),
                    FollowUp(says: \"It was nine.\", then: \"next step\"),
                ]),
            ])}},"
            )
        };
        assert!(codes_in(&text("")).contains(&"unused-fact"));
        assert!(!codes_in(&text("needs: [\"who\"],")).contains(&"unused-fact"));
    }
}
