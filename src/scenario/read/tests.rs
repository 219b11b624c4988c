use super::*;
use crate::scenario::{ByBand, Goal, Level, MomentId, OpeningKind, ReplyKind};

const EXAMPLE: &str = include_str!("../../../tests/fixtures/example.ron");

fn example() -> Scenario {
    read(EXAMPLE, &Rubric::default()).unwrap()
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
