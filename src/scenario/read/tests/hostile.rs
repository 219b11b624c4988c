//! Texts that were made to do harm, and texts that nobody made on purpose.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::visible::{is_forbidden, is_hidden};

/// The codes that `text` is refused with; every place lies in the text, and what is shown harms nobody.
fn refused(text: &str) -> Vec<&'static str> {
    let problems = match read(text, &Rubric::default()) {
        Ok(scenario) => {
            assert_whole(&scenario);
            return Vec::new();
        }
        Err(problems) => problems,
    };
    assert!(!problems.is_empty());
    assert!(problems.is_sorted_by_key(|problem| problem.span) || problems.len() > 1_000);
    for problem in problems.iter().take(20) {
        for span in std::iter::once(problem.span).chain(problem.others.iter().map(|&(span, _)| span)) {
            assert!(span.start <= span.end && span.end <= text.len(), "{problem:?}");
            assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{problem:?}");
        }
        let shown = render(Source { name: "x.ron", text }, problem, Style { color: false, width: 80 });
        assert!(!shown.chars().any(|c| is_forbidden(c) || is_hidden(c)), "{shown:?}");
        assert!(!problem.message.ends_with('.') && !problem.message.contains('\n'), "{problem:?}");
        assert!(codes::ALL.iter().any(|&(code, _)| code == problem.code), "{problem:?}");
    }
    problems.iter().map(|problem| problem.code.0).collect()
}

/// Every id of `scenario` can be followed, and every figure is in its range.
fn assert_whole(scenario: &Scenario) {
    let is_goal = |goal| match goal {
        Goal::Moment(id) => id.index() < scenario.moments.len(),
        Goal::Ending(id) => id.index() < scenario.endings.len(),
    };
    let are_facts = |facts: &[crate::scenario::FactId]| facts.iter().all(|fact| fact.index() < scenario.facts.len());
    assert!(scenario.opening.then.index() < scenario.moments.len());
    assert!((1..=10).contains(&scenario.customer.openness.get()));
    assert!(scenario.if_shut.is_none_or(|id| is_goal(Goal::Ending(id))));
    assert!(scenario.endings.iter().all(|ending| (-30..=30).contains(&ending.worth)));
    for moment in &scenario.moments {
        assert!(
            !moment.replies.is_empty() && moment.at_most.is_none_or(|limit| limit.times > 0 && is_goal(limit.after))
        );
        for reply in &moment.replies {
            assert!(
                !reply.says.is_empty() && !reply.follow_ups.is_empty() && reply.odds.values().all(|odds| odds <= 100)
            );
            assert!([&reply.needs, &reply.unless, &reply.reveals].into_iter().all(|facts| are_facts(facts)));
            for line in &reply.follow_ups {
                assert!(!line.says.is_empty() && line.line < moment.lines && line.opens.abs() <= 10);
                assert!(line.then.values().all(is_goal));
                assert!([&line.needs, &line.unless, &line.reveals].into_iter().all(|facts| are_facts(facts)));
                assert!(line.marks.iter().all(|&(skill, mark)| skill.index() < 6 && mark.abs() <= 3));
            }
        }
    }
}

/// As [`refused`], and in less than `limit`.
fn refused_within(limit: Duration, text: &str) -> Vec<&'static str> {
    let start = Instant::now();
    let problems = read(text, &Rubric::default()).unwrap_err();
    assert!(start.elapsed() < limit, "{:?}", start.elapsed());
    problems.iter().map(|problem| problem.code.0).collect()
}

#[test]
fn an_empty_file_is_named_so() {
    for text in ["", "\u{feff}", "\n\n", "// only a comment", "/* and */ // another\n"] {
        assert_eq!(refused(text), ["empty-file"], "{text:?}");
    }
    let problems = read("\n", &Rubric::default()).unwrap_err();
    assert_eq!(problems[0].span, crate::problem::Span::new(0, 0));
}

#[test]
fn a_million_brackets_are_refused_at_once() {
    for bracket in ["[", "(", "{", "[(", "Some(", "a(", "{1:", "]", "[]", "\"", "r#\"", "/*", "'", "b'", "\\", "\u{a0}"]
    {
        let found = refused_within(Duration::from_secs(3), &bracket.repeat(1_000_000 / bracket.len()));
        assert_eq!(found.len(), 1, "{bracket}: {found:?}");
    }
    assert_eq!(refused_within(Duration::from_millis(100), &"[".repeat(1_000_000)), ["too-deep"]);
    assert_eq!(
        refused_within(Duration::from_millis(100), &format!("{EXAMPLE}{}", "[".repeat(1_000_000))),
        ["too-deep"]
    );
}

#[test]
fn sixty_four_deep_is_read_and_one_more_is_not() {
    let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(refused(&deep(64)), ["wrong-sort"]);
    assert_eq!(refused(&deep(65)), ["too-deep"]);
    for (open, close) in [("(", ")"), ("a(", ")"), ("(a: ", ")"), ("{1: ", "}"), ("Some(", ")")] {
        let text = format!("Scenario(x: {}1{})", open.repeat(63), close.repeat(63));
        assert!(refused(&text).iter().all(|&code| code != "too-deep"), "{open}");
    }
}

#[test]
fn a_file_that_is_too_large_is_refused_with_its_size() {
    let problems = read(&" ".repeat(MOST_BYTES + 1), &Rubric::default()).unwrap_err();
    assert_eq!(problems[0].code, codes::TOO_LARGE);
    assert_eq!(problems[0].message, "the file has 17 MiB, and the limit is 16 MiB");
}

#[test]
fn many_mistakes_are_counted_and_not_all_told() {
    let lines = "x: 1,\n".repeat(20_000);
    let found = refused_within(Duration::from_secs(2), &format!("Scenario({lines})"));
    assert_eq!(found.len(), 1_001);
    assert_eq!(found.last(), Some(&"too-many-problems"));
    assert_eq!(refused(&"\u{1b}x".repeat(50_000)).len(), 1_001);
}

#[test]
fn many_wrong_names_take_no_time() {
    let names: String = (0..20_000).map(|at| format!("\"a long name of a moment {at}\": 1,")).collect();
    let goals: String = (0..20_000).map(|at| format!("\"a long name of a moent {at}\",")).collect();
    let text = EXAMPLE.replacen("moments: {", &format!("moments: {{ {names}"), 1);
    let text = text.replacen("needs: [\"rented beds\"]", &format!("needs: [{goals}]"), 1);
    assert!(refused_within(Duration::from_secs(2), &text).len() > 1_000);
}

#[test]
fn control_characters_are_found_wherever_they_stand() {
    for control in ['\0', '\u{7}', '\u{b}', '\u{c}', '\u{1b}', '\u{7f}', '\u{85}', '\u{9b}'] {
        for (right, wrong) in [
            ("Nine days?", format!("Nine {control}days?")),
            ("// A moment", format!("// {control}A moment")),
            ("level: Starter", format!("level:{control}Starter")),
            ("Scenario(", format!("{control}Scenario(")),
        ] {
            assert_eq!(refused(&EXAMPLE.replacen(right, &wrong, 1)), ["control-character"], "{wrong:?}");
        }
    }
    for escape in ["\\0", "\\u{1b}", "\\u{9b}", "\\x1b", "\\xc2\\x9b", "\\u{7f}", "\\u{85}", "a\\\\\\u{1b}"] {
        let text = EXAMPLE.replacen("Nine days?", &format!("Nine \\\"{escape} days?"), 1);
        assert_eq!(refused(&text), ["control-character"], "{escape}");
    }
    let (text, problems) = problems("Nine days? T", "Nine \\\\ \\\"days\\\"? \\xc3\\xa9 \\u{1b}[2J T");
    assert_eq!(&text[problems[0].span.start..problems[0].span.end], "\\u{1b}");
}

#[test]
fn hidden_characters_in_a_text_reach_the_scenario_but_no_message() {
    let text = EXAMPLE.replacen("then: \"questions\"", "then: \"\u{202e}snoitseuq\u{2066}\"", 1);
    assert_eq!(refused(&text), ["no-such-goal"]);
}

#[test]
fn every_beginning_of_the_example_is_refused_with_one_reason() {
    for end in (0..EXAMPLE.trim_end().len()).step_by(37) {
        let found = refused(&EXAMPLE[..end]);
        assert!(!found.is_empty(), "{end}");
        assert!(found == ["empty-file"] || found.len() == 1 || end < 20, "{end}: {found:?}");
    }
}

/// Something small done to a text: at a place, some characters go and others come.
fn edits() -> impl Strategy<Value = Vec<(usize, usize, String)>> {
    let piece = prop_oneof![
        3 => "[\"(){}\\[\\],:;=+\\-'#/\\\\]{1,2}",
        1 => "[ \n\t\r]{1,2}",
        1 => "\\PC{1,3}",
        1 => "[a-z0-9_]{1,4}",
        1 => Just("\u{1b}".to_owned()),
        1 => Just("\u{9b}".to_owned()),
        1 => Just("\\u{1b}".to_owned()),
        1 => Just("r#\"".to_owned()),
        1 => Just("/*".to_owned()),
        1 => Just("Some(".to_owned()),
        3 => Just(String::new()),
    ];
    prop::collection::vec((0..EXAMPLE.len(), 0..4_usize, piece), 1..6)
}

fn edit(edits: &[(usize, usize, String)]) -> String {
    let mut text: Vec<char> = EXAMPLE.chars().collect();
    for (at, gone, come) in edits {
        let at = at % text.len().max(1);
        let end = (at + gone).min(text.len());
        text.splice(at..end, come.chars());
    }
    text.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_to_the_example_it_is_read_or_refused(edits in edits()) {
        refused(&edit(&edits));
    }

    #[test]
    fn swapped_characters_are_read_or_refused(one in 0..EXAMPLE.len(), other in 0..EXAMPLE.len()) {
        let mut text: Vec<char> = EXAMPLE.chars().collect();
        let (one, other) = (one % text.len(), other % text.len());
        text.swap(one, other);
        refused(&text.into_iter().collect::<String>());
    }

    #[test]
    fn any_text_is_refused(text in "[\\PC\u{0}-\u{1f}\"(){}\\[\\]:,]{0,60}") {
        prop_assert!(!refused(&text).is_empty());
    }

    #[test]
    fn what_ron_reads_the_walk_reads_too(edits in edits()) {
        // Led by the walk, ron may never refuse what it reads alone; and what it reads only then (`Some(a: 1)`) is
        // refused later.
        let text = edit(&edits);
        let ron = ron::Options::default().with_recursion_limit(400).from_str::<serde::de::IgnoredAny>(&text).is_ok();
        let controls = text.contains(is_forbidden);
        if let Ok(layout) = layout::Layout::of(&text) && !controls {
            let led = parse::parse(&layout);
            prop_assert!(led.is_ok() || !ron);
            prop_assert!(ron || !refused(&text).is_empty());
            if let Ok(led) = led {
                prop_assert_eq!(led.texts, parse::escaped_one_by_one(&layout));
            }
        }
    }
}
