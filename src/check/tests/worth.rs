//! The rules that look at what lines are worth.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::problem::Span;
use crate::solver::LEAKY;

/// The problems of `code` in a scenario with these fields.
fn of_code(example: &str, code: &str) -> Vec<Problem> {
    let found = found_in(&whole(example)).problems;
    found.into_iter().filter(|problem| problem.code.0 == code).collect()
}

/// What `span` marks in the scenario with these fields.
fn marked(example: &str, span: Span) -> String {
    whole(example)[span.start..span.end].to_owned()
}

fn example_of(code: &str) -> (&'static str, &'static str) {
    let rule = rules::ALL.iter().find(|rule| rule.code.0 == code).unwrap();
    (rule.bad, rule.good)
}

/// One moment, "first", with these replies.
fn first(replies: &str) -> String {
    format!("moments: {{ \"first\": Moment(replies: [{replies}]) }},")
}

#[test]
fn the_example_is_free_of_warnings_about_what_its_lines_are_worth() {
    let values = rules::ALL.iter().filter(|rule| matches!(rule.look, Find::InValues(_) | Find::InWorth(_)));
    let codes: Vec<Code> = values.map(|rule| rule.code).collect();
    let found = found_in(include_str!("../../../tests/fixtures/example.ron")).problems;
    let warnings = found.iter().filter(|problem| problem.severity != Severity::Note);
    let told: Vec<_> = warnings.filter(|problem| codes.contains(&problem.code)).collect();
    assert!(told.is_empty(), "{told:#?}");
}

#[test]
fn a_leak_marks_the_line_that_gives_most_and_shows_the_next_two_with_what_each_gives() {
    let decision = |better: &str| {
        format!(
            "Reply(kind: TellMeMore, says: \"Go on, {better}.\", follow_ups: [
                FollowUp(says: \"{better} {better} {better}\", marks: (why: +2), then: \"next step\"),
                FollowUp(says: \"Short of it.\", then: \"next step\"),
                FollowUp(says: \"As short a\", then: \"next step\"),
            ]),"
        )
    };
    let replies = ["A longer line", "A line still longer", "One that is longer than all", "Long, it is"].map(decision);
    let example = first(&replies.concat());
    let found = of_code(&example, "leak");
    let longest = found.iter().find(|problem| problem.message.contains("longest")).unwrap();
    assert!(longest.message.contains("scores 100, where guessing scores 33: 100.0% of the way to 100"), "{longest:#?}");
    assert_eq!(marked(&example, longest.span), "\"A longer line A longer line A longer line\"");
    assert_eq!(
        longest.label,
        "gives 16.7 score points: the best line is also the longest (41 characters against 12 and 10)"
    );
    assert_eq!(longest.others.len(), 2, "{longest:#?}");
    assert!(longest.others.iter().all(|(_, label)| label.starts_with("gives 16.7 score points: the best line")));
}

#[test]
fn a_line_that_is_not_alone_or_not_the_best_is_not_said_to_be() {
    let example = first(
        "Reply(kind: TellMeMore, says: \"Go on.\", follow_ups: [
            FollowUp(says: \"What did they do?\", marks: (why: +2), then: \"next step\"),
            FollowUp(says: \"What do you make of it?\", marks: (why: +1), then: \"next step\"),
            FollowUp(says: \"It is nine days.\", then: \"brochure\"),
        ]),",
    );
    let found = of_code(&example, "leak");
    let told = |what: &str| found.iter().find(|problem| problem.message.contains(what)).unwrap();
    let label = &told("most question marks").label;
    assert!(
        label.contains("the best line is also one of those that ask most (1 question mark against 1 and 0)"),
        "{label}"
    );
    let label = &told("longest").label;
    assert!(label.contains("better than a guess, and the longest (23 characters against 17 and 16)"), "{label}");
    let label = &told("\"you\" most").label;
    assert!(label.contains("the one that says \"you\" most (\"you\" once against 0 and 0)"), "{label}");
    assert!(found.iter().all(|problem| !problem.message.contains("shortest")), "{found:#?}");
}

#[test]
fn a_level_asks_for_its_depth_and_the_next_that_fits_is_named() {
    let (bad, _) = example_of("depth");
    assert_eq!(marked(bad, of_code(bad, "depth")[0].span), "Working");
    assert!(of_code(&bad.replace("Working", "Starter"), "depth").is_empty());
    // The second line has better marks now and costs 2 points of a stake of 30 later.
    let hard = |later: i32| {
        format!(
            "level: Hard,
moments: {{ \"first\": Moment(replies: [Reply(kind: TellMeMore, says: \"Go on.\", follow_ups: [
                FollowUp(says: \"What did they do?\", marks: (why: +1), then: \"far\"),
                FollowUp(says: \"They rented.\", marks: (why: +2), then: \"near\"),
                FollowUp(says: \"Our module knows.\", then: \"shut\"),
            ])]) }},
endings: {{
                \"far\": Ending(outcome: Advance, says: \"Thursday.\", worth: 20),
                \"near\": Ending(outcome: Advance, says: \"Next month.\", worth: {later}),
                \"shut\": Ending(outcome: NoSale, says: \"No.\", worth: -9),
            }},
if_shut: \"shut\","
        )
    };
    let help = |later: i32| of_code(&hard(later), "depth").pop().and_then(|problem| problem.help).unwrap_or_default();
    assert!(help(18).contains("`level: Starter`"), "{}", help(18));
    assert!(help(17).contains("`level: Working`"), "{}", help(17));
    assert_eq!(help(15), "");
}

#[test]
fn where_nothing_is_at_stake_at_all_no_other_rule_of_value_says_so_again() {
    let (bad, _) = example_of("nothing-at-stake-at-all");
    let bad = format!("level: Hard,\n{bad}");
    let codes: BTreeSet<&str> = of_any(&bad).into_iter().collect();
    assert!(codes.contains("nothing-at-stake-at-all"), "{codes:?}");
    for other in ["leak", "depth", "nothing-at-stake", "hopeless-line", "too-obvious", "rewards-provoking"] {
        assert!(!codes.contains(other), "{other}");
    }
}

fn of_any(example: &str) -> Vec<&'static str> {
    found_in(&whole(example)).problems.iter().map(|problem| problem.code.0).collect()
}

#[test]
fn a_poor_line_that_tempts_or_has_only_one_rival_is_not_hopeless() {
    let lines = |poor: &str, others: usize| {
        let good = "FollowUp(says: \"Whose date is it?\", marks: (why: +1), then: \"next step\"),";
        let sound = "FollowUp(says: \"It was nine days.\", then: \"next step\"),";
        let poor = format!("FollowUp(says: \"Then they cannot count.\", {poor} then: \"shut\"),");
        let all = [&*poor, good, sound];
        first(&format!("Reply(kind: ThatsBs, says: \"No.\", follow_ups: [{}]),", all[..=others].concat()))
    };
    let poor = "marks: (composure: -1),";
    assert_eq!(of_code(&lines(poor, 2), "hopeless-line").len(), 1);
    assert!(of_code(&lines(poor, 1), "hopeless-line").is_empty(), "there are only two");
    assert!(of_code(&lines("", 2), "hopeless-line").is_empty(), "its marks are no worse than those of another");
    assert!(of_code(&lines("marks: (proof: +1),", 2), "hopeless-line").is_empty(), "its marks tempt");
}

#[test]
fn a_line_that_is_worse_in_one_skill_or_no_better_by_what_follows_is_not_too_obvious() {
    let lines = |good: &str, then: &str| {
        first(&format!(
            "Reply(kind: ThatsBs, says: \"No.\", follow_ups: [
                FollowUp(says: \"Whose date is it?\", marks: ({good}), then: \"{then}\"),
                FollowUp(says: \"It was nine days.\", marks: (proof: +1), then: \"next step\"),
            ]),"
        ))
    };
    assert_eq!(of_code(&lines("proof: +1, why: +1", "next step"), "too-obvious").len(), 1);
    assert!(of_code(&lines("why: +2", "next step"), "too-obvious").is_empty(), "the other has proof");
    assert!(of_code(&lines("proof: +1, why: +1", "brochure"), "too-obvious").is_empty(), "it costs later");
    assert!(of_code(&lines("proof: +1", "next step"), "too-obvious").is_empty(), "they are alike");
}

#[test]
fn the_least_bad_of_lines_that_are_all_poor_provokes_nobody() {
    let lines = |one: &str, other: &str| {
        first(&format!(
            "Reply(kind: ThatsBs, says: \"No.\", follow_ups: [
                FollowUp(says: \"Then it is wrong.\", marks: (composure: {one}), then: \"next step\"),
                FollowUp(says: \"Let it be, then.\", marks: (why: {other}), then: \"brochure\"),
            ]),"
        ))
    };
    assert!(of_code(&lines("-1", "-2"), "rewards-provoking").is_empty());
    assert_eq!(of_code(&lines("-2", "-1"), "rewards-provoking").len(), 1);
    assert!(of_code(&lines("+1", "+2"), "rewards-provoking").is_empty(), "that is depth");
}

#[test]
fn best_play_that_lingers_at_shut_is_told_at_the_line_that_shuts_unless_the_customer_begins_shut() {
    let example = "moments: {
        \"first\": Moment(replies: [Reply(kind: ThatsBs, says: \"No.\", follow_ups: [
            FollowUp(says: \"Then it is wrong.\", opens: -3, then: \"second\"),
            FollowUp(says: \"Whose date is it?\", opens: +3, then: \"second\"),
        ])]),
        \"second\": Moment(replies: [Reply(kind: ThatsBs, says: \"Well.\", follow_ups: [
            FollowUp(says: \"May I come on Thursday?\", then: (shut: \"next step\", wary: \"brochure\", open: \"brochure\")),
        ])]),
    },";
    let found = of_code(example, "rewards-provoking");
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(marked(example, found[0].span), "\"Then it is wrong.\"");
    assert!(found[0].message.contains("1.0 turns with a shut customer, guessing only 0.5"), "{}", found[0].message);
    let text = whole(example).replace("openness: 4", "openness: 3").replace("opens: -3", "opens: -2");
    assert!(found_in(&text).problems.iter().all(|problem| problem.code.0 != "rewards-provoking"));
}

#[test]
fn a_reply_is_rare_only_where_it_is_rare_everywhere() {
    let odds = |odds: &str, other: u32| {
        first(&format!(
            "Reply(kind: ThatsBs, says: \"No.\", odds: {odds}, follow_ups: [
                FollowUp(says: \"Whose date is it?\", opens: +5, then: \"first\"),
                FollowUp(says: \"It was nine days.\", then: \"next step\"),
            ]),
            Reply(kind: TellMeMore, says: \"Go on.\", odds: {other}, follow_ups: [
                FollowUp(says: \"What did they do?\", opens: +5, then: \"first\"),
                FollowUp(says: \"They rented.\", then: \"next step\"),
            ]),"
        ))
    };
    assert_eq!(of_code(&odds("1", 33), "rare-reply").len(), 1);
    assert!(of_code(&odds("3", 97), "rare-reply").is_empty(), "3% is not rarer than 3%");
    assert!(of_code(&odds("(shut: 0, wary: 1, open: 5)", 60), "rare-reply").is_empty(), "it comes up when she is open");
    assert!(of_code(&odds("0", 60), "rare-reply").is_empty(), "what never happens is told as that");
}

#[test]
fn a_best_line_counts_as_first_only_where_it_is_alone_and_there_are_six_decisions() {
    let (bad, _) = example_of("best-line-first");
    let code = "best-line-first";
    // Five decisions with three lines, and one with two.
    let five = bad.replace(
        "FollowUp(says: \"It is a fact. We counted twelve hundred orders.\", marks: (proof: +1), then: \"second\"),",
        "",
    );
    assert!(five != bad && of_code(&five, code).is_empty());
    // In two of six another line is as good as the first.
    let tied = bad.replace("(consequence: +1)", "(consequence: +2)");
    assert!(tied != bad && of_code(&tied, code).is_empty());
}

proptest! {
    #[test]
    fn a_leak_is_told_for_each_habit_that_has_one_and_nothing_of_value_where_nothing_is_at_stake(shape in any_shape()) {
        let scenario = scenario_of(shape);
        let solved = solve(&scenario, LIMIT).unwrap();
        prop_assume!(solved.states() < 20_000);
        let known = Known::of(&scenario, Some(&solved));
        let values = known.values.as_ref().unwrap();
        let found = |code: &str| rules::ALL.iter().find(|rule| rule.code.0 == code).unwrap().find(&known);
        let leaks = values.figures.strategies.iter().filter_map(|(_, score)| values.figures.leak(*score));
        prop_assert_eq!(found("leak").len(), leaks.filter(|leak| *leak > LEAKY).count());
        prop_assert_eq!(found("depth").len(), usize::from(values.figures.depth_missed(scenario.level).is_some()));
        let all = found("nothing-at-stake-at-all").len();
        prop_assert_eq!(all, usize::from(solved.stake().is_none()));
        if all > 0 {
            for code in ["leak", "depth", "nothing-at-stake", "hopeless-line", "too-obvious", "rewards-provoking", "best-line-first"] {
                prop_assert!(found(code).is_empty(), "{}", code);
            }
        }
    }
}

/// A scenario in which one way in leads to a moment where nothing can be said; "who" is what its reply needs.
const BREAKS_OFF: &str = "facts: { \"who\": \"Finance decides.\" },
moments: {
    \"first\": Moment(replies: [Reply(kind: ThatsBs, says: \"No.\", follow_ups: [
        FollowUp(says: \"Whose date is it then, yours or the ward's?\", marks: (why: +1), then: \"second\"),
        FollowUp(says: \"It was nine days.\", reveals: [\"who\"], then: \"second\"),
    ])]),
    \"second\": Moment(replies: [Reply(kind: ThatsBs, says: \"Well.\", needs: [\"who\"], follow_ups: [
        FollowUp(says: \"May I come on Thursday?\", then: \"next step\"),
    ])]),
},";

#[test]
fn while_a_conversation_can_break_off_nothing_is_said_of_what_lines_are_worth() {
    let example = format!("{BREAKS_OFF}\nallow: [Allow(code: \"leak\", because: \"It is on purpose.\")],");
    let report = found_in(&whole(&example));
    let worth = |rule: &&Rule| matches!(rule.look, Find::InWorth(_));
    let codes: Vec<Code> = rules::ALL.iter().filter(worth).map(|rule| rule.code).collect();
    let told: Vec<_> = report.problems.iter().filter(|problem| codes.contains(&problem.code)).collect();
    assert!(told.is_empty(), "{told:#?}");
    let of = |code: &str| report.problems.iter().filter(|problem| problem.code.0 == code).collect::<Vec<_>>();
    assert!(of("unneeded-allow").is_empty(), "nobody can say so yet");
    let [dead_end] = of("dead-end")[..] else { panic!("{:#?}", report.problems) };
    assert_eq!(
        dead_end.help.as_deref(),
        Some("give the moment a reply that needs nothing; what the lines are worth is looked at once this is mended")
    );
    assert_eq!((report.summary.states, report.summary.turns, report.summary.figures), (Some(3), Some((2, 2)), None));
    let mended = found_in(&whole(&example.replace("needs: [\"who\"],", "")));
    assert!(mended.summary.figures.is_some());
    assert!(mended.allowed > 0, "{:#?}", mended.problems);
}

#[test]
fn one_reply_that_drowns_several_is_one_mistake_and_is_shown() {
    let reply = |odds: u32, says: &str| {
        format!(
            "Reply(kind: Other(\"{says}\"), says: \"{says}.\", odds: {odds}, follow_ups: [FollowUp(says: \"So {says}.\", then: \"next step\")]),"
        )
    };
    let example =
        first(&[reply(1, "Ay"), reply(100, "Bee"), reply(2, "Cee"), reply(1, "Dee"), reply(1, "Ee")].concat());
    let found = of_code(&example, "rare-reply");
    let [problem] = &found[..] else { panic!("{found:#?}") };
    assert_eq!(problem.message, "hardly anybody will hear \"Ay.\", nor 3 other replies here");
    let marks: Vec<String> = problem.others.iter().map(|(span, _)| marked(&example, *span)).collect();
    assert_eq!(marks, ["\"Cee.\"", "\"Dee.\"", "\"Bee.\""]);
    assert_eq!(problem.others[2].1, "drawn instead, with odds of 100");
}

#[test]
fn what_is_left_out_of_a_long_list_is_counted_and_is_no_problem_of_its_own() {
    let line = |at: usize| format!("FollowUp(says: \"{} {at}.\", then: \"next step\"),", "so it goes on ".repeat(12));
    let lines: String = (0..130).map(line).collect();
    let report = found_in(&whole(&first(&format!("Reply(kind: ThatsBs, says: \"No.\", follow_ups: [{lines}]),"))));
    let long: Vec<_> = report.problems.iter().filter(|problem| problem.code.0 == "long-line").collect();
    assert_eq!((long.len(), long[99].more), (100, 30));
    assert!(long[99].message.ends_with("(and 30 more of this kind, not shown)"), "{}", long[99].message);
    assert!(report.count(Severity::Warning) >= 130);
}
