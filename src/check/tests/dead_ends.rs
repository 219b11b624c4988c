//! Dead ends, however they are hidden.

use super::*;

/// A scenario that opens with two ways, of which one reveals that the groups rented, and goes on as `rest` says.
fn two_ways(rest: &str) -> String {
    format!(
        r#"
facts: {{ "rented": "Two groups rented beds.", "finance": "Finance sets the date." }},
moments: {{
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do?", hears: "Rented.", reveals: ["rented"], then: "cost"),
            FollowUp(says: "Somebody waits for a bed.", then: "cost"),
        ]),
    ]),
{rest}
}},
"#
    )
}

fn dead_ends(example: &str) -> Vec<Problem> {
    let mut problems = found_in(&whole(example)).problems;
    problems.retain(|problem| problem.code.0 == "dead-end");
    problems
}

/// The only dead end of `example`: what is under its mark, and the conversation that leads there.
fn only(example: &str) -> (String, String) {
    let mut found = dead_ends(example);
    assert_eq!(found.len(), 1, "{found:#?}");
    let problem = found.remove(0);
    (problem.label, problem.detail.unwrap_or_default())
}

#[test]
fn two_lines_that_both_need_what_half_of_the_ways_do_not_reveal_are_a_dead_end() {
    let cost = |second: &str| {
        two_ways(&format!(
            r#"
    "cost": Moment(replies: [
        Reply(kind: TellMeMore, says: "And the cost?", follow_ups: [
            FollowUp(says: "What did they pay in rent?", needs: ["rented"], then: "next step"),
            FollowUp(says: "Put the rent beside the groups.", {second}: ["rented"], then: "brochure"),
        ]),
    ]),"#
        ))
    };
    let (label, detail) = only(&cost("needs"));
    assert_eq!(label, "\"Tell me more\" leaves nothing to say: all of its lines are waiting for \"rented\"");
    assert_eq!(
        detail,
        "the shortest conversation that leads there:
   You  Counted from the date the ward needed, the beds we looked at were nine days late.
  Ilse  Nine days? Go on.
   You  Somebody waits for a bed."
    );
    assert_eq!(dead_ends(&cost("unless")), []);
}

#[test]
fn a_circle_that_runs_dry_is_a_dead_end() {
    let hub = |limit: &str, asks: &str| {
        format!(
            r#"
facts: {{ "rented": "Two groups rented beds." }},
moments: {{
    "first": Moment({limit}replies: [
        Reply(kind: Other("Your questions"), says: ["Ask.", "What else?", "And?"], follow_ups: [
            FollowUp(says: "Who sets the date?", then: "first"),
            FollowUp(says: "What did the wards do?", reveals: ["rented"], then: "first"),
            FollowUp(says: "Thursday?", {asks} then: "next step"),
        ]),
    ]),
}},"#
        )
    };
    let (label, detail) = only(&hub("", "unless: [\"rented\"],"));
    assert_eq!(
        label,
        "\"Your questions\" leaves nothing to say: all of its lines are already said or hidden by \"rented\""
    );
    assert!(
        detail.ends_with("Ilse  Ask.\n   You  Who sets the date?\n  Ilse  What else?\n   You  What did the wards do?"),
        "{detail}"
    );
    assert_eq!(dead_ends(&hub("at_most: 2, after: \"next step\", ", "unless: [\"rented\"],")), []);
    assert_eq!(dead_ends(&hub("", "")), []);
}

#[test]
fn openness_and_odds_of_0_can_hide_a_dead_end() {
    let cost = |odds: &str| {
        format!(
            r#"
moments: {{
    "first": Moment(replies: [
        Reply(kind: ThatsBs, says: "We are at 99%.", follow_ups: [
            FollowUp(says: "Then the audit is wrong.", opens: -1, then: "cost"),
            FollowUp(says: "Whose date does it start from?", opens: +3, then: "cost"),
        ]),
    ]),
    "cost": Moment(replies: [
        Reply(kind: TellMeMore, says: "And the cost?", odds: {odds}, follow_ups: [FollowUp(says: "The rent.", then: "next step")]),
        Reply(kind: DifferentView, says: "It was the price.", odds: {odds}, follow_ups: [FollowUp(says: "What price?", then: "next step")]),
    ]),
}},"#
        )
    };
    let (label, detail) = only(&cost("(shut: 0, wary: 2, open: 1)"));
    assert_eq!(label, "every reply here has odds 0 while the customer is shut");
    assert!(detail.ends_with("You  Then the audit is wrong."), "{detail}");
    assert_eq!(dead_ends(&cost("(shut: 1, wary: 0, open: 1)")), []);
}

#[test]
fn two_facts_that_are_not_known_together_hide_a_dead_end() {
    let rest = |reveals: &str| {
        two_ways(&format!(
            r#"
    "cost": Moment(replies: [
        Reply(kind: TellMeMore, says: "And the cost?", follow_ups: [
            FollowUp(says: "Who sets the date?", reveals: ["finance"], then: "end"),
            FollowUp(says: "What did they rent?", needs: ["rented"], reveals: [{reveals}], then: "end"),
        ]),
    ]),
    "end": Moment(replies: [
        Reply(kind: TellMeMore, says: "So?", follow_ups: [
            FollowUp(says: "Bring finance and the rent.", needs: ["rented", "finance"], then: "next step"),
            FollowUp(says: "Bring nobody.", unless: ["finance"], then: "brochure"),
        ]),
    ]),"#
        ))
    };
    let (label, detail) = only(&rest("\"finance\""));
    assert_eq!(
        label,
        "\"Tell me more\" leaves nothing to say: all of its lines are waiting for \"rented\" or hidden by \"finance\""
    );
    assert!(
        detail.ends_with("You  Somebody waits for a bed.\n  Ilse  And the cost?\n   You  Who sets the date?"),
        "{detail}"
    );
    assert_eq!(
        dead_ends(&rest("\"finance\"").replacen("says: \"Somebody", "reveals: [\"rented\"], says: \"Somebody", 1)),
        []
    );
}

#[test]
fn at_most_can_hide_a_dead_end_in_what_comes_after() {
    let rest = |after: &str| {
        format!(
            r#"
facts: {{ "rented": "Two groups rented beds." }},
moments: {{
    "first": Moment(at_most: 2, after: "{after}", replies: [
        Reply(kind: Other("Your questions"), says: "Ask.", follow_ups: [
            FollowUp(says: "Who sets the date?", then: "first"),
            FollowUp(says: "Who pays for the wait?", then: "first"),
            FollowUp(says: "What did the wards do?", reveals: ["rented"], then: "cost"),
        ]),
    ]),
    "cost": Moment(replies: [
        Reply(kind: TellMeMore, says: "And the cost?", follow_ups: [
            FollowUp(says: "The rent.", needs: ["rented"], then: "next step"),
        ]),
    ]),
}},"#
        )
    };
    let (_, detail) = only(&rest("cost"));
    assert_eq!(detail.matches("  You  ").count(), 3, "{detail}");
    assert_eq!(dead_ends(&rest("brochure")), []);
}

#[test]
fn the_needs_of_a_reply_can_hide_a_dead_end() {
    let rest = |second: &str| {
        two_ways(&format!(
            r#"
    "cost": Moment(replies: [
        Reply(kind: TellMeMore, says: "We rented.", needs: ["rented"], follow_ups: [FollowUp(says: "For what?", then: "next step")]),
        Reply(kind: ThatsBs, says: "Finance says no.", needs: ["{second}"], follow_ups: [FollowUp(says: "Why?", then: "next step")]),
    ]),"#
        ))
    };
    let (label, _) = only(&rest("rented"));
    assert_eq!(label, "every reply here needs \"rented\", not known by then");
    let (label, _) = only(&rest("finance"));
    assert_eq!(
        label,
        "\"Tell me more\" needs \"rented\", not known by then; \"That's BS\" needs \"finance\", not known by then"
    );
    assert_eq!(
        dead_ends(&rest("rented").replacen(
            "FollowUp(says: \"Somebody",
            "FollowUp(reveals: [\"rented\"], says: \"Somebody",
            1
        )),
        []
    );
}

#[test]
fn the_opening_itself_can_be_a_dead_end() {
    let example = r#"
facts: { "rented": "Two groups rented beds." },
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "We rented.", needs: ["rented"], reveals: ["rented"], follow_ups: [FollowUp(says: "For what?", then: "next step")]),
        Reply(kind: ThatsBs, says: "No.", odds: (shut: 1, wary: 0, open: 0), follow_ups: [FollowUp(says: "Why?", then: "next step")]),
    ]),
},"#;
    let found = dead_ends(example);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].message, "after the opening the customer has nothing to say");
    assert_eq!(
        found[0].label,
        "\"Tell me more\" needs \"rented\", not known by then; \"That's BS\" has odds 0 while the customer is wary"
    );
}

#[test]
fn a_long_way_to_a_dead_end_is_told_with_its_middle_left_out() {
    let turns: String = (0..20)
        .map(|turn| {
            format!(
                "\"m{turn}\": Moment(replies: [Reply(kind: TellMeMore, says: \"Go on {turn}.\", follow_ups: [FollowUp(says: \"Line {turn}.\", then: \"m{}\"), FollowUp(says: \"No more.\", then: \"brochure\")])]),\n",
                turn + 1
            )
        })
        .collect();
    let (_, detail) = only(&format!(
        "facts: {{ \"rented\": \"Two groups rented beds.\" }},
moments: {{
{}\"m20\": Moment(replies: [Reply(kind: TellMeMore, says: \"And?\", follow_ups: [
    FollowUp(says: \"The rent.\", needs: [\"rented\"], then: \"next step\")])]),
\"m21\": Moment(replies: [Reply(kind: TellMeMore, says: \"And?\", follow_ups: [
    FollowUp(says: \"The rent.\", reveals: [\"rented\"], then: \"next step\")])]),
}},",
        turns.replace("\"m0\"", "\"first\"")
    ));
    assert!(detail.contains("(13 turns are left out here)"), "{detail}");
    assert!(detail.contains("Line 1.") && !detail.contains("Line 2.") && detail.ends_with("Line 19."), "{detail}");
}

#[test]
fn openness_0_without_an_ending_is_one_mistake_however_many_lines_lead_there() {
    let example = r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: ThatsBs, says: "We are at 99%.", follow_ups: [
            FollowUp(says: "Then the audit is wrong.", opens: -4, then: "cost"),
            FollowUp(says: "Nobody believes that.", opens: -5, then: "cost"),
            FollowUp(says: "Whose date does it start from?", then: "cost"),
        ]),
    ]),
    "cost": Moment(replies: [
        Reply(kind: TellMeMore, says: "And?", follow_ups: [
            FollowUp(says: "It cost you two groups.", opens: -4, then: "first"),
            FollowUp(says: "Thursday?", then: "next step"),
        ]),
    ]),
},
endings: {
    "next step": Ending(outcome: Advance, says: "On Thursday."),
    "shut": Ending(outcome: NoSale, says: "She has another meeting."),
},"#;
    let mut found = found_in(&whole(example)).problems;
    found.retain(|problem| ["no-if-shut", "unused-ending"].contains(&problem.code.0));
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(
        found[0].message,
        "after \"Then the audit is wrong.\" or 2 other lines openness can be 0, and nothing says what happens then"
    );
    assert_eq!(
        found[0].help.as_deref(),
        Some(
            "name the ending that openness 0 leads to: `if_shut: \"shut\"`; what the lines are worth is looked at once this \
             is mended"
        )
    );
}
