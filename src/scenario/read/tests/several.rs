//! Several mistakes at once, and one mistake that must stay one.

use super::*;

fn codes(text: &str) -> Vec<(usize, &'static str)> {
    let lines = Lines::of(text);
    let problems = read(text, &Rubric::default()).err().unwrap_or_default();
    problems.iter().map(|problem| (lines.place(problem.span.start).line, problem.code.0)).collect()
}

fn edited(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(EXAMPLE.to_owned(), |text, (right, wrong)| {
        assert!(text.contains(right), "{right}");
        text.replacen(right, wrong, 1)
    })
}

#[test]
fn three_mistakes_are_all_found_in_their_order() {
    let text = edited(&[
        ("openness: 4", "openness: \"4\""),
        ("if_shut: \"shut\"", "if_shut: \"shout\""),
        ("coach: \"True", "coash: \"True"),
    ]);
    assert_eq!(codes(&text), [(15, "wrong-sort"), (74, "unknown-field"), (257, "no-such-goal")]);
}

#[test]
fn mistakes_in_one_follow_up_are_all_found() {
    let text = edited(&[
        ("marks: (curiosity: +2, hero: +1)", "marks: (curiosity: +9, hiro: 1.5)"),
        ("opens: +2", "opens: 20"),
    ]);
    let found = [(59, "out-of-range"), (59, "no-such-skill"), (59, "not-whole"), (60, "out-of-range")];
    assert_eq!(codes(&text), found);
}

#[test]
fn a_broken_moment_that_others_lead_to_is_one_mistake() {
    for broken in [
        "\"questions\": 3, \"x\": Moment(",
        "\"questions\": Momnet(",
        "\"questions\": (",
        "\"questions\": Moment(repies: [], ",
    ] {
        let text = edited(&[("\"questions\": Moment(", broken)]);
        assert!(codes(&text).len() <= 2, "{broken}: {:?}", codes(&text));
        assert!(codes(&text).iter().all(|&(_, code)| code != "no-such-goal"), "{broken}: {:?}", codes(&text));
    }
}

#[test]
fn where_names_cannot_be_known_nothing_is_said_about_names() {
    for (right, wrong) in [
        ("    moments: {", "    moments: 3, allow: {"),
        ("    endings: {", "    endings: [], tags: {"),
        ("    facts: {", "    facts: 1, allow: {"),
        ("\"questions\": Moment(", "questions: Moment("),
        ("\"questions\": Moment(", "\"quest\\u{7}ions\": Moment("),
        ("\"rented beds\": ", "4: "),
    ] {
        let text = edited(&[(right, wrong)]);
        let found = codes(&text);
        assert!(!found.is_empty() && found.iter().all(|&(_, code)| !code.starts_with("no-such")), "{wrong}: {found:?}");
    }
}

#[test]
fn a_name_that_is_missing_in_many_places_is_one_mistake() {
    let text = EXAMPLE.replace("then: \"questions\"", "then: \"the questions\"");
    assert_eq!(codes(&text), [(144, "no-such-goal")]);
    let text = EXAMPLE.replace("curiosity:", "curiousness:");
    assert_eq!(codes(&text), [(59, "no-such-skill")]);
}

#[test]
fn control_characters_do_not_hide_other_mistakes() {
    let text = edited(&[("level: Starter", "level:\u{1b} Started"), ("// A moment", "// \u{9b}A moment")]);
    assert_eq!(codes(&text), [(6, "control-character"), (6, "unknown-word"), (143, "control-character")]);
}

#[test]
fn an_unknown_field_and_the_needed_one_that_is_missing_are_one_mistake() {
    let text = edited(&[("says: \"Nine days? Tell me more.\"", "words: \"Nine days? Tell me more.\"")]);
    assert_eq!(codes(&text), [(52, "unknown-field")]);
}

#[test]
fn values_without_names_are_one_mistake() {
    let text = edited(&[(
        "Ending(outcome: Advance, says: \"Ilse gives you half an hour next week, alone.\", worth: 8)",
        "Ending(Advance, \"Ilse gives you half an hour next week, alone.\", 8)",
    )]);
    assert_eq!(codes(&text), [(253, "unnamed-field")]);
}

#[test]
fn a_newer_format_is_the_only_thing_that_is_said() {
    let text = edited(&[("format: 1", "format: 2"), ("level: Starter", "mood: Sunny")]);
    assert_eq!(codes(&text), [(4, "newer-format")]);
    assert_eq!(codes(&edited(&[("format: 1", "format: 0")])), [(4, "no-such-format")]);
    assert_eq!(codes(&edited(&[("format: 1,", "")])), [(3, "missing-field")]);
}

#[test]
fn every_field_is_missed_by_its_name() {
    let found = codes("Scenario()");
    assert_eq!(found, [(1, "missing-field"); 6]);
}

#[test]
fn a_circle_of_several_moments_is_told_once() {
    let text = edited(&[
        ("\"first reaction\": Moment(", "\"first reaction\": Moment(at_most: 1, after: \"the gap\","),
        ("\"the gap\": Moment(", "\"the gap\": Moment(at_most: 2, after: \"questions\","),
    ]);
    assert_eq!(codes(&text), [(146, "circle")]);
    let text = edited(&[("\"the gap\": Moment(", "\"the gap\": Moment(at_most: 2, after: \"first reaction\",")]);
    assert_eq!(codes(&text), []);
}
