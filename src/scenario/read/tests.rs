use super::*;
use crate::problem::text::{Style, render};
use crate::problem::{Lines, Source};
use crate::scenario::{ByBand, Goal, Level, MomentId, OpeningKind, ReplyKind};

mod alike;
mod bare;
mod brackets;
mod causes;
mod every;
mod fields;
#[expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "some tests are about the time it takes")]
mod hostile;
mod names;
mod packs;
mod place;
mod quotes;
mod read_on;
mod same;
mod several;
mod signs;
mod unclosed;
mod values;
mod words;

const EXAMPLE: &str = include_str!("../../../tests/fixtures/example.ron");

fn example() -> Scenario {
    read(EXAMPLE, &Rubric::default()).unwrap()
}

/// The problems of the example with the first `right` in it replaced by `wrong`.
fn problems(right: &str, wrong: &str) -> (String, Vec<Problem>) {
    assert!(EXAMPLE.contains(right), "{right}");
    let text = EXAMPLE.replacen(right, wrong, 1);
    let problems = read(&text, &Rubric::default()).unwrap_err();
    (text, problems)
}

/// What is shown for the one mistake that is made by writing `wrong` for the first `right` of the example; it stands
/// on `line`.
fn mistake(line: usize, right: &str, wrong: &str) -> String {
    let (text, problems) = problems(right, wrong);
    let [problem] = problems.as_slice() else { panic!("not one problem: {problems:#?}") };
    let problem = &Copy::without_the_rest(problem.clone());
    assert_eq!(Lines::of(&text).place(problem.span.start).line, line);
    let told =
        format!("{} {} {}", problem.message, problem.label, problem.help.as_deref().unwrap_or("")).to_lowercase();
    let words =
        ["serde", "struct", "enum", "variant", "serial", "token", "pars", "identifier", "integer", "i64", "null"];
    assert!(words.iter().all(|word| !told.contains(word)), "{told}");
    render(Source { name: "example.ron", text: &text }, problem, Style { color: false, width: 100 })
}

#[test]
fn the_example_is_read_whole_and_in_order() {
    let scenario = example();
    assert_eq!(scenario.title, "Nine days nobody counts");
    assert_eq!(scenario.level, Level::Starter);
    assert_eq!(scenario.tags, ["manufacturing", "operations"]);
    assert_eq!(scenario.customer.openness.get(), 4);
    let brief = scenario.brief.as_ref().unwrap();
    assert_eq!((brief.results.len(), brief.stories.len(), brief.rivals.len()), (1, 1, 1));
    let names: Vec<_> = scenario.moments.iter().map(|moment| moment.name.as_str()).collect();
    assert_eq!(names, ["first reaction", "questions", "the gap"]);
    let names: Vec<_> = scenario.endings.iter().map(|ending| ending.name.as_str()).collect();
    assert_eq!(names, ["next step", "second call", "brochure", "shut"]);
    let names: Vec<_> = scenario.facts.iter().map(|fact| fact.name.as_str()).collect();
    assert_eq!(names, ["rented beds", "who decides"]);
    let worth: Vec<_> = scenario.endings.iter().map(|ending| ending.worth).collect();
    assert_eq!(worth, [15, 8, 0, -10]);
    assert!(matches!(&scenario.opening.kind, OpeningKind::Insight { source } if source.starts_with("A count of")));
    assert_eq!(scenario.opening.then, MomentId(0));
    let shape: Vec<Vec<usize>> = scenario
        .moments
        .iter()
        .map(|moment| moment.replies.iter().map(|reply| reply.follow_ups.len()).collect())
        .collect();
    assert_eq!(shape, [vec![3, 2, 2, 2], vec![5], vec![3, 2]]);
    assert_eq!(scenario.moments.iter().map(|moment| moment.lines).collect::<Vec<_>>(), [9, 5, 5]);

    let questions = &scenario.moments[1];
    assert_eq!(questions.at_most.map(|at_most| (at_most.times, at_most.after)), Some((3, Goal::Moment(MomentId(2)))));
    assert_eq!(questions.replies[0].kind, ReplyKind::Other("Your questions".to_owned()));
    assert_eq!(questions.replies[0].says.len(), 3);
    assert_eq!(questions.replies[0].odds, ByBand::Always(1));
    let first = &scenario.moments[0].replies[0];
    assert_eq!(first.odds, ByBand::Bands([1, 2, 4]));
    let line = &first.follow_ups[0];
    let marks: Vec<_> = line.marks.iter().map(|&(skill, mark)| (skill.index(), mark)).collect();
    assert_eq!((marks, line.opens), (vec![(2, 2), (0, 1)], 2));
    assert_eq!(line.reveals.iter().map(|fact| fact.index()).collect::<Vec<_>>(), [0]);
    assert_eq!(line.then, ByBand::Always(Goal::Moment(MomentId(1))));
    assert_eq!(line.hears.as_deref(), Some("Renting. Both told us so on their way out."));
}

#[path = "../../../tests/support/plain.rs"]
mod plain;
#[path = "../../../tests/support/scale.rs"]
mod scale;

/// `scenario` and what ron alone read from the same text say the same.
fn assert_same(scenario: &Scenario, plain: &plain::Scenario) {
    assert_eq!(scenario.title, plain.title);
    assert_eq!(scenario.tags, plain.tags);
    assert_eq!(scenario.customer.situation, plain.customer.situation);
    assert_eq!(scenario.moments.len(), plain.moments.len());
    assert_eq!(scenario.endings.len(), plain.endings.len());
    for moment in &scenario.moments {
        let other = &plain.moments[&moment.name];
        assert_eq!(moment.stage, other.stage);
        assert_eq!(moment.replies.len(), other.replies.len());
        for (reply, other) in moment.replies.iter().zip(&other.replies) {
            match &other.says {
                plain::OneOrMore::One(says) => assert_eq!(reply.says, std::slice::from_ref(says)),
                plain::OneOrMore::More(says) => assert_eq!(&reply.says, says),
            }
            match (reply.odds, &other.odds) {
                (ByBand::Always(odds), other) => {
                    assert!(matches!(other, None | Some(plain::ByBand::Always(_))));
                    assert_eq!(odds, if let Some(plain::ByBand::Always(other)) = other { *other } else { 1 });
                }
                (ByBand::Bands(odds), Some(plain::ByBand::Bands(other))) => {
                    assert_eq!(odds, [other.shut, other.wary, other.open]);
                }
                (odds, other) => panic!("{odds:?} and {other:?}"),
            }
            assert_eq!(reply.follow_ups.len(), other.follow_ups.len());
            for (line, other) in reply.follow_ups.iter().zip(&other.follow_ups) {
                assert_eq!((&line.says, &line.hears, &line.coach), (&other.says, &other.hears, &other.coach));
                assert_eq!(line.opens, other.opens);
                let mark = |key: &str| {
                    let at = scenario.rubric.skills.iter().position(|skill| skill.key == key);
                    line.marks.iter().find(|(skill, _)| Some(skill.index()) == at).map_or(0, |&(_, mark)| mark)
                };
                let marks = &other.marks;
                assert_eq!([mark("hero"), mark("why"), mark("curiosity")], [marks.hero, marks.why, marks.curiosity]);
                let others = [marks.consequence, marks.proof, marks.composure];
                assert_eq!([mark("consequence"), mark("proof"), mark("composure")], others);
                let goals: Vec<&str> = line.then.values().map(|goal| scenario.goal_name(goal)).collect();
                match &other.then {
                    plain::ByBand::Always(then) => assert_eq!(goals, [then]),
                    plain::ByBand::Bands(then) => assert_eq!(goals, [&then.shut, &then.wary, &then.open]),
                }
            }
        }
    }
}

#[test]
fn what_is_read_is_what_ron_alone_reads() {
    assert_same(&example(), &plain::plain(EXAMPLE).unwrap());
    let text = scale::scale(60, 3);
    assert_same(&read(&text, &Rubric::default()).unwrap(), &plain::plain(&text).unwrap());
}

#[test]
fn a_made_scenario_is_valid_and_always_the_same() {
    for moments in [1, 2, 6, 7, 50] {
        let text = scale::scale(moments, 7);
        let scenario = read(&text, &Rubric::default()).unwrap();
        assert_eq!(scenario.moments.len(), moments);
        assert_eq!(text, scale::scale(moments, 7));
    }
}

#[test]
fn codes_are_unique_words_with_hyphens_and_say_what_they_mean() {
    let mut seen = std::collections::HashSet::new();
    for &(code, meaning) in codes::ALL {
        assert!(seen.insert(code.0), "{}", code.0);
        assert!(code.0.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", code.0);
        assert!(meaning.starts_with(|c: char| c.is_uppercase() || c == '`') && meaning.ends_with('.'), "{meaning}");
    }
}
