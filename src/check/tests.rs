mod dead_ends;
mod every_state;
mod every_visit;
mod never;
mod worth;

use super::*;
use crate::generated::{any_shape, scenario_of};
use crate::problem::text::{Style, render};
use crate::problem::{Severity, Source};
use crate::scenario::read::codes;
use crate::scenario::{Rubric, read};
use crate::solver::{LIMIT, solve};

/// The fields of a scenario with nothing wrong in them. An example takes the place of those that it has.
const FIELDS: [(&str, &str); 7] = [
    ("title", r#"title: "Nine days nobody counts","#),
    ("level", "level: Starter,"),
    (
        "customer",
        r#"customer: Customer(
    name: "Ilse Brandt",
    role: "Director of Supply",
    company: "a maker of hospital beds",
    situation: "On-time delivery has read 99% for two years, and two hospital groups have still left.",
    cares_about: ["keeping the remaining hospital groups"],
    hero: "the ward nurse who needs the bed on the day the patient comes",
    openness: 4,
),"#,
    ),
    (
        "brief",
        r#"brief: Brief(
    results: [Result(symptom: "Two groups left", consequence: "Wards rent beds", result: "Fewer lost groups")],
    usage: "The planner sees the ward's date beside the quoted date.",
    stories: [Story(hero: "A planner at a wheelchair maker", before: "98% on time", turn: "Asked four clinics", after: "Kept both")],
    rivals: [Rival(name: "PlanRight", good_at: "scheduling machines", solves_instead: "how busy the plant is")],
),"#,
    ),
    ("facts", "facts: {},"),
    (
        "opening",
        r#"opening: Insight(
    says: "Counted from the date the ward needed, the beds we looked at were nine days late.",
    source: "A count of 1,200 orders at four makers of ward equipment",
    then: "first",
),"#,
    ),
    (
        "endings",
        r#"endings: {
    "next step": Ending(outcome: Advance, says: "She brings finance to a working session on Thursday."),
    "brochure": Ending(outcome: Continuation, says: "Send me something, she says."),
    "shut": Ending(outcome: NoSale, says: "She has another meeting."),
},
if_shut: "shut","#,
    ),
];

/// A whole scenario with the fields that `example` has, and good ones for the rest.
pub(crate) fn whole(example: &str) -> String {
    let has =
        |field: &str| example.lines().any(|line| line.strip_prefix(field).is_some_and(|rest| rest.starts_with(':')));
    let mut text = "Scenario(\nformat: 1,\n".to_owned();
    for (field, default) in FIELDS {
        if !has(field) {
            text.push_str(default);
            text.push('\n');
        }
    }
    text + example.trim() + "\n)\n"
}

/// What is found in `text`, which has to be a scenario that can be played.
pub(crate) fn found_in(text: &str) -> Report {
    let scenario = read(text, &Rubric::default()).unwrap_or_else(|problems| {
        let shown = |problem| render(Source { name: "it", text }, problem, Style { color: false, width: 120 });
        panic!("{}", problems.iter().map(shown).collect::<String>())
    });
    let solved = solve(&scenario, LIMIT);
    check(&scenario, solved.as_ref().map_err(|too_large| *too_large))
}

/// The codes of what is found in a whole scenario with the fields of `example`.
pub(crate) fn codes_in(example: &str) -> Vec<&'static str> {
    found_in(&whole(example)).problems.iter().map(|problem| problem.code.0).collect()
}

#[test]
fn every_rule_finds_its_bad_example_and_not_its_good_one() {
    for rule in rules::ALL {
        let text = whole(rule.bad);
        let found = found_in(&text).problems;
        let of_rule: Vec<_> = found.iter().filter(|problem| problem.code == rule.code).collect();
        assert!(!of_rule.is_empty(), "{} is not found in its bad example, but {found:#?}", rule.code.0);
        let begins = text.len() - rule.bad.trim().len() - 3;
        for problem in of_rule {
            assert_eq!(problem.severity, rule.severity, "{}", rule.code.0);
            assert!(problem.span.end <= text.len() && !problem.message.ends_with('.'), "{problem:#?}");
            assert!(
                problem.span.start >= begins,
                "{} lies outside of what the example shows: {problem:#?}",
                rule.code.0
            );
            assert!(problem.advice().is_some(), "{} has no way to mend it", rule.code.0);
        }
        let found = found_in(&whole(rule.good)).problems;
        assert!(
            found.iter().all(|problem| problem.code != rule.code),
            "{}: the good example has it: {found:#?}",
            rule.code.0
        );
        assert!(
            found.iter().all(|problem| problem.severity != Severity::Error),
            "{}: the good example is broken: {found:#?}",
            rule.code.0
        );
    }
}

#[test]
fn every_page_begins_with_a_sentence_and_goes_on_after_an_empty_line() {
    for rule in rules::ALL {
        let page = rule.page();
        let mut lines = page.lines();
        assert!(lines.next().is_some_and(|first| first.ends_with('.')), "{}", rule.code.0);
        assert_eq!(lines.next(), Some(""), "{}", rule.code.0);
        assert!(lines.count() > 0, "{}", rule.code.0);
    }
}

#[test]
fn no_two_things_that_can_be_found_share_a_code() {
    let rules = rules::ALL.iter().map(|rule| rule.code);
    let mut all: Vec<Code> = rules.chain(codes::ALL.iter().map(|(code, _)| *code)).collect();
    all.extend(OTHERS.map(|(code, ..)| code));
    all.sort();
    assert!(all.windows(2).all(|pair| pair[0] != pair[1]), "{all:?}");
}

proptest::proptest! {
    #[test]
    fn whatever_a_scenario_is_like_it_can_be_checked(shape in any_shape()) {
        let scenario = scenario_of(shape);
        let solved = solve(&scenario, 100_000);
        let report = check(&scenario, solved.as_ref().map_err(|too_large| *too_large));
        proptest::prop_assert!(report.problems.is_sorted_by_key(|problem| problem.span));
        let again = check(&scenario, solved.as_ref().map_err(|too_large| *too_large));
        proptest::prop_assert_eq!(report, again);
    }
}

#[test]
fn what_a_scenario_allows_is_not_told_and_what_it_need_not_allow_is() {
    let allow = |code: &str| {
        format!("{}\nallow: [Allow(code: \"{code}\", because: \"It is on purpose.\")],", rules_bad("long-line"))
    };
    let without = found_in(&whole(rules_bad("long-line")));
    let with = found_in(&whole(&allow("long-line")));
    assert_eq!((with.problems.len(), with.allowed), (without.problems.len() - 1, 1));
    assert!(codes_in(&allow("long-lime")).contains(&"wrong-allow"));
    assert!(codes_in(&allow("dead-end")).contains(&"wrong-allow"));
    assert!(codes_in(&allow("missing-comma")).contains(&"wrong-allow"));
}

fn rules_bad(code: &str) -> &'static str {
    rules::ALL.iter().find(|rule| rule.code.0 == code).unwrap().bad
}

#[test]
fn too_many_states_are_told_with_the_limit() {
    let text = crate::generated::hub_text(12, 2);
    let scenario = read(&text, &Rubric::default()).unwrap();
    let report = check(&scenario, solve(&scenario, 99).as_ref().map_err(|too_large| *too_large));
    let told = report.problems.iter().find(|problem| problem.code.0 == "too-many-states").unwrap();
    assert!(told.message.contains("99 states"), "{}", told.message);
    assert_eq!(report.summary.figures, None);
}

#[test]
fn the_example_of_the_format_has_neither_errors_nor_warnings() {
    let report = found_in(include_str!("../../tests/fixtures/example.ron"));
    let found: Vec<_> = report.problems.iter().filter(|problem| problem.severity != Severity::Note).collect();
    assert!(found.is_empty(), "{found:#?}");
}
