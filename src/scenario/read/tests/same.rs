//! Texts that look different and say the same.

use super::*;
use crate::problem::Span;
use crate::scenario::AtMost;

/// `scenario` with all places forgotten.
fn placeless(mut scenario: Scenario) -> Scenario {
    let nowhere = Span::default();
    (scenario.title_span, scenario.level_span) = (nowhere, nowhere);
    (scenario.customer.span, scenario.opening.span) = (nowhere, nowhere);
    scenario.brief.iter_mut().for_each(|brief| brief.span = nowhere);
    scenario.facts.iter_mut().for_each(|fact| fact.span = nowhere);
    scenario.endings.iter_mut().for_each(|ending| ending.span = nowhere);
    scenario.allow.iter_mut().for_each(|allow| allow.span = nowhere);
    for moment in &mut scenario.moments {
        moment.span = nowhere;
        for reply in &mut moment.replies {
            reply.span = nowhere;
            reply.follow_ups.iter_mut().for_each(|line| line.span = nowhere);
        }
    }
    scenario
}

fn read_placeless(text: &str) -> Scenario {
    placeless(read(text, &Rubric::default()).unwrap_or_else(|problems| panic!("{problems:#?}")))
}

fn with(right: &str, other: &str) -> Scenario {
    assert!(EXAMPLE.contains(right), "{right}");
    read_placeless(&EXAMPLE.replacen(right, other, 1))
}

#[test]
fn a_byte_order_mark_crlf_and_tabs_change_nothing() {
    let expected = placeless(example());
    assert_eq!(read_placeless(&format!("\u{feff}{EXAMPLE}")), expected);
    assert_eq!(read_placeless(&EXAMPLE.replace('\n', "\r\n")), expected);
    assert_eq!(read_placeless(&EXAMPLE.replace('\n', "\r")), expected);
    assert_eq!(read_placeless(&EXAMPLE.replace("    ", "\t")), expected);
    assert_eq!(read_placeless(&format!("\u{feff}\r\n// so\r\n{}\r\n// so", EXAMPLE.replace('\n', "\r\n"))), expected);
}

#[test]
fn a_line_break_in_a_text_is_one_space() {
    let expected = placeless(example());
    for broken in [
        "Nine days?\n                        Tell me more.",
        "Nine days?\r\n\t\tTell me more.",
        "Nine days? \n \n Tell me more.",
        "Nine days?\\nTell me more.",
        "Nine days?\\t Tell me more.",
        "Nine days? \\\n        Tell me more.",
    ] {
        assert_eq!(with("Nine days? Tell me more.", broken), expected, "{broken:?}");
    }
    assert_ne!(with("Nine days? Tell me more.", "Nine days?  Tell me more."), expected);
}

#[test]
fn names_of_things_may_be_left_out() {
    let expected = placeless(example());
    let mut text = EXAMPLE.to_owned();
    for name in ["Scenario", "Customer", "Brief", "Result", "Rival", "Moment", "Reply", "FollowUp", "Ending"] {
        text = text.replace(&format!("{name}("), "(");
    }
    assert_eq!(read_placeless(&text), expected);
}

#[test]
fn other_ways_of_ron_to_write_the_same_are_read() {
    let expected = placeless(example());
    assert_eq!(with("marks: (curiosity: +2, hero: +1)", "marks: {\"curiosity\": 2, \"hero\": 1}"), expected);
    assert_eq!(with("\"Nine days? Tell me more.\"", "r#\"Nine days? Tell me more.\"#"), expected);
    assert_eq!(with("\"Nine days? Tell me more.\"", "[\"Nine days? Tell me more.\"]"), expected);
    assert_eq!(with("Nine days? Tell me more.", "Nine d\\u{61}ys? Tell me mor\\x65."), expected);
    assert_eq!(with("opens: +2", "r#opens: 0x2"), expected);
    assert_eq!(with("level: Starter,", ""), expected);
    assert_eq!(with("odds: 2,", "odds: 2, needs: [], unless: [], reveals: [],"), expected);
    assert_eq!(with("reveals: [\"rented beds\"]", "reveals: [\"rented beds\", \"rented beds\"]"), expected);
    assert_eq!(with("// A moment", "/* A /* nested */ \" ( moment */ // A moment"), expected);
    assert_eq!(read_placeless(&format!("#![enable(implicit_some)]\n{EXAMPLE}")), expected);
}

#[test]
fn curly_quotes_and_single_quotes_inside_a_text_are_text() {
    let scenario = with("Nine days? Tell me more.", "‘Nine’ “days”? #1; it's = [so] {far} (good)");
    assert_eq!(scenario.moments[0].replies[0].says, ["‘Nine’ “days”? #1; it's = [so] {far} (good)"]);
}

#[test]
fn the_same_words_in_one_moment_are_one_line() {
    let scenario = with("Then let me send you our price comparison.", "Fair.\n  What does?");
    let moment = &scenario.moments[0];
    assert_eq!(moment.lines, 8);
    let lines: Vec<Vec<u32>> =
        moment.replies.iter().map(|reply| reply.follow_ups.iter().map(|line| line.line).collect()).collect();
    assert_eq!(lines, [vec![0, 1, 2], vec![3, 4], vec![5, 6], vec![7, 5]]);
}

#[test]
fn the_limit_of_a_moment_may_lead_to_an_ending() {
    let scenario = with("after: \"the gap\"", "after: \"shut\"");
    let goal = Goal::Ending(crate::scenario::EndingId(3));
    assert_eq!(scenario.moments[1].at_most, Some(AtMost { times: 3, after: goal }));
}

#[test]
fn odds_may_all_be_nothing() {
    let scenario = with("odds: 2,", "odds: (shut: 0, wary: 0, open: 0),");
    assert_eq!(scenario.moments[0].replies[2].odds, ByBand::Bands([0; 3]));
}

#[test]
fn a_question_and_a_story_can_open_too() {
    let insight = &EXAMPLE[EXAMPLE.find("opening:").unwrap()..EXAMPLE.find("moments:").unwrap()];
    let scenario = with(insight, "opening: Question(says: \"Why?\", then: \"the gap\"),");
    assert_eq!((scenario.opening.kind, scenario.opening.then), (OpeningKind::Question, MomentId(2)));
    let scenario = with(insight, "opening: Story(says: \"Once\", hero: \"a nurse\", then: \"the gap\"),");
    assert_eq!(scenario.opening.kind, OpeningKind::Story { hero: "a nurse".to_owned() });
}

#[test]
fn a_warning_is_allowed_with_its_reason() {
    let scenario = with("if_shut: ", "allow: [Allow(code: \"no-coach\", because: \"a test\")], if_shut: ");
    assert_eq!((scenario.allow[0].code.as_str(), scenario.allow[0].because.as_str()), ("no-coach", "a test"));
}
