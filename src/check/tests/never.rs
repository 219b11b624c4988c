//! What can never happen, with its reason: each mistake once.

use super::*;

const CODES: [&str; 6] = [
    "unreachable-moment",
    "unreachable-reply",
    "unreachable-line",
    "no-way-to-an-ending",
    "dead-end",
    "at-most-never-reached",
];

/// What is found in `example` of the things that can happen: the code, what is wrong, and what is under the mark.
fn found(example: &str) -> Vec<(String, String, String)> {
    let mut problems = found_in(&whole(example)).problems;
    problems.retain(|problem| CODES.contains(&problem.code.0));
    problems.into_iter().map(|problem| (problem.code.0.to_owned(), problem.message, problem.label)).collect()
}

/// The only one of these.
fn only(example: &str) -> Problem {
    let mut problems = found_in(&whole(example)).problems;
    problems.retain(|problem| CODES.contains(&problem.code.0));
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems.remove(0)
}

/// A moment "first" with `lines`, and a moment "cost" with `replies`.
fn first_and_cost(lines: &str, replies: &str) -> String {
    format!(
        r#"
facts: {{ "rented": "Two groups rented beds.", "finance": "Finance sets the date." }},
moments: {{
    "first": Moment(replies: [Reply(kind: TellMeMore, says: "Go on.", follow_ups: [
        {lines}
    ])]),
    "cost": Moment(replies: [
        Reply(kind: NotImportant, says: "The year is planned.", follow_ups: [FollowUp(says: "Then in spring.", then: "brochure")]),
        {replies}
    ]),
}},"#
    )
}

const BOTH: &str =
    r#"FollowUp(says: "What did they do?", then: "cost"), FollowUp(says: "Somebody waits.", then: "cost"),"#;

/// What is under the mark of the only problem of a second reply with `fields` at "cost", to which `line` can be said.
fn of_reply(first: &str, fields: &str, line: &str) -> String {
    let reply = format!(
        "Reply(kind: ThatsBs, says: \"I don't buy that.\", {fields} follow_ups: [FollowUp(says: \"Why?\", {line} then: \"next step\")]),"
    );
    let problem = only(&first_and_cost(first, &reply));
    assert_eq!(problem.code.0, "unreachable-reply");
    assert_eq!(problem.message, "the reply \"I don't buy that.\" is never given");
    problem.label
}

#[test]
fn a_reply_that_is_never_given_is_told_with_its_reason() {
    let of = |fields: &str| of_reply(BOTH, fields, "");
    assert_eq!(of("odds: 0,"), "its odds are 0 at every openness");
    assert_eq!(
        of("odds: (shut: 2, wary: 0, open: 1),"),
        "its odds are above 0 only while the customer is shut (0 to 3) or open (7 to 10), and openness is 4 here"
    );
    assert_eq!(of("needs: [\"rented\"],"), "it needs \"rented\", which nothing reveals");
    assert_eq!(of("needs: [\"rented\"], reveals: [\"rented\"],"), "it needs \"rented\", which nothing else reveals");
    let rented = r#"FollowUp(says: "What did they do?", reveals: ["rented"], then: "brochure"), FollowUp(says: "Somebody waits.", then: "cost"),"#;
    assert_eq!(of_reply(rented, "needs: [\"rented\"],", ""), "it needs \"rented\", which is never known here");
    let always = r#"FollowUp(says: "What did they do?", reveals: ["rented"], then: "cost"), FollowUp(says: "Somebody rents.", reveals: ["rented"], then: "cost"),"#;
    assert_eq!(of_reply(always, "unless: [\"rented\"],", ""), "it is hidden by \"rented\", which is always known here");
    assert_eq!(
        of_reply(always, "needs: [\"rented\"], unless: [\"rented\"],", ""),
        "it needs \"rented\" and is hidden by \"rented\""
    );
    assert_eq!(
        of_reply(BOTH, "reveals: [\"finance\"],", "unless: [\"finance\"],"),
        "its line can never be said: it is hidden by \"finance\", which the reply itself reveals"
    );
    let one_or_other = r#"FollowUp(says: "What did they do?", reveals: ["rented"], then: "cost"), FollowUp(says: "Who decides?", reveals: ["finance"], then: "cost"),"#;
    assert_eq!(
        of_reply(one_or_other, "needs: [\"rented\", \"finance\"],", ""),
        "what its `needs`, `unless` and odds ask for never comes together while a line is left to say to it"
    );
}

#[test]
fn where_a_fact_is_revealed_on_another_way_that_place_is_shown() {
    let rented = r#"FollowUp(says: "What did they do?", reveals: ["rented"], then: "brochure"), FollowUp(says: "Somebody waits.", then: "cost"),"#;
    let reply = r#"Reply(kind: ThatsBs, says: "No.", needs: ["rented"], follow_ups: [FollowUp(says: "Why?", then: "next step")]),"#;
    let problem = only(&first_and_cost(rented, reply));
    assert_eq!(problem.others.len(), 1);
    assert_eq!(problem.others[0].1, "\"rented\" is revealed here, on no way to \"cost\"");
}

#[test]
fn a_line_that_leads_away_reveals_too_late() {
    let problem = only(
        r#"
facts: { "rented": "Two groups rented beds." },
moments: {
    "first": Moment(replies: [Reply(kind: TellMeMore, says: "Go on.", follow_ups: [
        FollowUp(says: "What did they do?", reveals: ["rented"], then: "next step"),
        FollowUp(says: "What did they pay?", needs: ["rented"], then: "next step"),
    ])]),
},"#,
    );
    assert_eq!(
        (problem.code.0, &*problem.label),
        ("unreachable-line", "it needs \"rented\", which is never known here")
    );
    assert_eq!(problem.others[0].1, "\"rented\" is revealed here, and the conversation does not come back");
}

#[test]
fn a_line_whose_facts_are_never_known_at_once_is_told_so() {
    let problem = only(
        r#"
facts: { "rented": "Two groups rented beds.", "finance": "Finance sets the date." },
moments: {
    "first": Moment(replies: [Reply(kind: TellMeMore, says: "Go on.", follow_ups: [
        FollowUp(says: "What did they do?", reveals: ["rented"], then: "cost"),
        FollowUp(says: "Who decides?", reveals: ["finance"], then: "cost"),
    ])]),
    "cost": Moment(replies: [Reply(kind: TellMeMore, says: "And the cost?", follow_ups: [
        FollowUp(says: "Bring finance and the rent.", needs: ["rented", "finance"], then: "next step"),
        FollowUp(says: "Shall I send it?", then: "brochure"),
    ])]),
},"#,
    );
    assert_eq!(problem.label, "it needs \"rented\" and \"finance\", never known at once while it could be said");
}

#[test]
fn words_that_were_always_said_before_are_never_on_offer_again() {
    let problem = only(
        r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Go on.", odds: (shut: 0, wary: 1, open: 0), follow_ups: [
            FollowUp(says: "Who decides?", opens: +5, then: "first"),
        ]),
        Reply(kind: ThatsBs, says: "No.", odds: (shut: 0, wary: 0, open: 1), follow_ups: [
            FollowUp(says: "Who decides?", then: "first"),
            FollowUp(says: "Shall I send it?", then: "brochure"),
        ]),
    ]),
},"#,
    );
    assert_eq!(
        problem.label,
        "the same words stand in this moment twice, and are always said before it comes to this reply"
    );
}

/// A scenario that goes from "first" to "brochure", with `moments` that nothing else leads to.
fn beside(moments: &str) -> String {
    format!(
        r#"
moments: {{
    "first": Moment(replies: [Reply(kind: TellMeMore, says: "Go on.", follow_ups: [
        FollowUp(says: "Shall I send it?", then: "brochure"),
        FollowUp(says: "Thursday?", opens: +1, then: (shut: "b", wary: "next step", open: "next step")),
    ])]),
{moments}
}},"#
    )
}

fn moment(name: &str, then: &str) -> String {
    format!(
        "\"{name}\": Moment(replies: [Reply(kind: TellMeMore, says: \"And {name}?\", follow_ups: [\
         FollowUp(says: \"On from {name}.\", then: \"{then}\"), FollowUp(says: \"Off from {name}.\", then: \"next step\")])]),\n"
    )
}

#[test]
fn what_follows_from_a_moment_that_never_comes_up_is_told_with_it() {
    let chain = beside(&[moment("b", "next step"), moment("c", "d"), moment("d", "e"), moment("e", "c")].concat());
    let problems = found(&chain);
    assert_eq!(problems.len(), 2, "{problems:#?}");
    assert_eq!(problems[0].1, "no conversation comes to \"b\"");
    assert_eq!(problems[0].2, "what leads here in the file never does in a conversation");
    assert_eq!(problems[1].1, "no conversation comes to \"c\"");
    assert_eq!(problems[1].2, "only what never comes up itself leads here");
    let all = found_in(&whole(&chain)).problems;
    let of_b = all.iter().find(|problem| problem.message.contains("\"b\"")).unwrap();
    assert_eq!(
        of_b.others[0].1,
        "this line leads there only where it leaves the customer shut (0 to 3), and it leaves openness 5"
    );
    let of_c = all.iter().find(|problem| problem.message.contains("\"c\"")).unwrap();
    assert_eq!(of_c.others.iter().map(|(_, label)| &**label).collect::<Vec<_>>(), ["so this moment never comes up"; 2]);
}

#[test]
fn a_moment_with_nothing_before_it_is_the_mistake_and_not_what_it_leads_to() {
    // "b" stands after what leads to it, and before what would lead to that.
    let problems = found(&beside(&[moment("b", "next step"), moment("c", "next step"), moment("d", "c")].concat()));
    let told: Vec<&str> = problems.iter().map(|(_, message, _)| &**message).collect();
    assert_eq!(told, ["no conversation comes to \"b\"", "no conversation comes to \"d\""]);
}

#[test]
fn a_full_moment_that_is_never_full_leads_nowhere() {
    let problems = found_in(&whole(
        r#"
moments: {
    "first": Moment(at_most: 2, after: "later", replies: [Reply(kind: TellMeMore, says: "Go on.", follow_ups: [
        FollowUp(says: "Who decides?", then: "first"),
        FollowUp(says: "Shall I send it?", then: "brochure"),
    ])]),
    "later": Moment(replies: [Reply(kind: TellMeMore, says: "And?", follow_ups: [FollowUp(says: "Thursday?", then: "next step")])]),
},"#,
    ))
    .problems;
    let later = problems.iter().find(|problem| problem.code.0 == "unreachable-moment").unwrap();
    assert_eq!(later.others[0].1, "`after` leads there, and no conversation comes here more than 2 times");
    assert!(problems.iter().all(|problem| problem.code.0 != "unused-ending"), "{problems:#?}");
}

#[test]
fn a_fact_that_nothing_reveals_is_told_once_however_many_lines_need_it() {
    let problem = only(
        r#"
facts: { "rented": "Two groups rented beds." },
moments: {
    "first": Moment(replies: [Reply(kind: TellMeMore, says: "Go on.", follow_ups: [
        FollowUp(says: "What did they pay?", needs: ["rented"], then: "next step"),
        FollowUp(says: "Put the rent beside it.", needs: ["rented"], then: "cost"),
        FollowUp(says: "Shall I send it?", then: "brochure"),
    ])]),
    "cost": Moment(replies: [Reply(kind: TellMeMore, says: "So?", follow_ups: [FollowUp(says: "Thursday?", then: "brochure")])]),
},"#,
    );
    assert_eq!(problem.label, "it needs \"rented\", which nothing reveals");
    let also: Vec<&str> = problem.others.iter().map(|(_, label)| &**label).collect();
    assert_eq!(also, ["so this line is never on offer", "so this moment never comes up"]);
}

#[test]
fn lines_that_wait_for_each_other_are_one_mistake() {
    let problem = only(
        r#"
facts: { "rented": "Two groups rented beds.", "finance": "Finance sets the date." },
moments: {
    "first": Moment(replies: [Reply(kind: TellMeMore, says: "Go on.", follow_ups: [
        FollowUp(says: "What did they pay?", needs: ["rented"], reveals: ["finance"], then: "first"),
        FollowUp(says: "Who decides?", needs: ["finance"], reveals: ["rented"], then: "first"),
        FollowUp(says: "Shall I send it?", then: "brochure"),
    ])]),
},"#,
    );
    assert_eq!(problem.label, "it needs \"rented\", and what reveals that never comes up");
    assert_eq!(problem.others.len(), 1);
}

#[test]
fn what_lies_behind_a_dead_end_is_told_as_the_dead_end_only() {
    let problems = found(
        r#"
facts: { "rented": "Two groups rented beds." },
moments: {
    "first": Moment(replies: [Reply(kind: TellMeMore, says: "Go on.", follow_ups: [
        FollowUp(says: "What did they do?", then: "cost"),
        FollowUp(says: "Shall I send it?", then: "brochure"),
    ])]),
    "cost": Moment(replies: [Reply(kind: TellMeMore, says: "And?", follow_ups: [
        FollowUp(says: "What did they pay?", needs: ["rented"], then: "end"),
    ])]),
    "end": Moment(replies: [Reply(kind: TellMeMore, says: "So?", follow_ups: [FollowUp(says: "Thursday?", then: "next step")])]),
},"#,
    );
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert_eq!(problems[0].0, "dead-end");
}

#[test]
fn a_circle_without_a_way_out_is_told_where_it_is_entered_and_not_as_a_dead_end() {
    let circle = |out: &str| {
        format!(
            r#"
facts: {{ "rented": "Two groups rented beds." }},
moments: {{
    "first": Moment(replies: [Reply(kind: TellMeMore, says: "Go on.", follow_ups: [
        FollowUp(says: "What did they do?", then: "cost"),
        FollowUp(says: "Shall I send it?", then: "brochure"),
    ])]),
    "cost": Moment(replies: [Reply(kind: TellMeMore, says: "And?", follow_ups: [
        FollowUp(says: "Who pays?", then: "date"), FollowUp(says: "Who rents?", then: "cost"),
    ])]),
    "date": Moment(replies: [Reply(kind: TellMeMore, says: "So?", follow_ups: [
        FollowUp(says: "Whose date?", then: "cost"), {out}
    ])]),
}},"#
        )
    };
    let problem = only(&circle(""));
    assert_eq!(problem.message, "once a conversation comes to \"cost\", it never comes to an ending");
    assert_eq!(problem.label, "no line from here on leads to an ending");
    assert!(problem.detail.unwrap().ends_with("Ilse  So?\n   You  Whose date?\n  Ilse  And?\n   You  Who rents?"));
    let problem = only(&circle("FollowUp(says: \"Thursday?\", needs: [\"rented\"], then: \"next step\"),"));
    assert_eq!(problem.label, "no line that would lead to an ending can be said from here on");
    assert_eq!(
        problem.others[0].1,
        "this line would lead to an ending, but it needs \"rented\", which nothing reveals"
    );
    let closed = circle("FollowUp(says: \"Thursday?\", then: \"next step\"),");
    assert!(found(&closed).iter().all(|(code, ..)| code != "no-way-to-an-ending"));
}

#[test]
fn a_scenario_without_any_way_to_an_ending_is_told_as_a_whole() {
    let problem = only(
        r#"
moments: {
    "first": Moment(replies: [Reply(kind: TellMeMore, says: "Go on.", follow_ups: [
        FollowUp(says: "What did they do?", then: "first"),
        FollowUp(says: "Who decides?", then: "first"),
    ])]),
},"#,
    );
    assert_eq!((problem.code.0, &*problem.message), ("no-way-to-an-ending", "no conversation comes to an ending"));
}

#[test]
fn an_ending_is_told_where_nothing_else_tells_why() {
    let endings = |then: &str| {
        let moments = format!(
            r#"
moments: {{
    "first": Moment(replies: [Reply(kind: TellMeMore, says: "Go on.", follow_ups: [
        FollowUp(says: "Thursday?", then: {then}),
        FollowUp(says: "Shall I send it?", then: "brochure"),
    ])]),
}},"#
        );
        let mut problems = found_in(&whole(&moments)).problems;
        problems.retain(|problem| problem.code.0 == "unused-ending");
        assert_eq!(problems.len(), 1, "{problems:#?}");
        problems.remove(0)
    };
    let problem = endings("\"brochure\"");
    assert_eq!(problem.label, "no line leads here");
    let problem = endings("(shut: \"brochure\", wary: \"brochure\", open: \"next step\")");
    assert_eq!(problem.label, "what leads here in the file never does in a conversation");
    assert_eq!(
        problem.others[0].1,
        "this line leads there only where it leaves the customer open (7 to 10), and it leaves openness 4"
    );
}

#[test]
fn the_example_has_nothing_of_this() {
    let problems = found_in(include_str!("../../../tests/fixtures/example.ron")).problems;
    let serious = |problem: &&Problem| {
        CODES.contains(&problem.code.0) || ["unused-fact", "unused-ending", "no-if-shut"].contains(&problem.code.0)
    };
    let found: Vec<&Problem> = problems.iter().filter(serious).collect();
    assert!(found.is_empty(), "{found:#?}");
}

proptest::proptest! {
    #[test]
    fn what_never_happens_is_told_or_follows_from_what_is(shape in any_shape(), seed in proptest::arbitrary::any::<u64>()) {
        let scenario = super::every_state::damaged(scenario_of(shape), seed);
        let solved = solve(&scenario, LIMIT).unwrap();
        let report = check(&scenario, Ok(&solved));
        let survey = &Known::of(&scenario, Some(&solved)).values.unwrap().survey;
        let nothing_missing = survey.moments.iter().all(|moment| moment.states > 0)
            && survey.replies.iter().all(|reply| reply.states > 0)
            && survey.lines.iter().all(|line| line.states > 0);
        let told = report.problems.iter().any(|problem| problem.code.0.starts_with("unreachable"));
        let stops = report.count(Severity::Error) > 0;
        proptest::prop_assert!(!(told && nothing_missing));
        proptest::prop_assert!(told || stops || nothing_missing);
        // No place is told twice.
        let mut spans: Vec<_> = report
            .problems
            .iter()
            .filter(|problem| problem.code.0.starts_with("unreachable"))
            .map(|problem| problem.span)
            .collect();
        let all = spans.len();
        spans.dedup();
        proptest::prop_assert_eq!(all, spans.len());
    }
}
