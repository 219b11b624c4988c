use proptest::prelude::*;

use super::*;
use crate::conversation::{Event, draw::Draw};
use crate::generated::{any_shape, scenario_of};
use crate::scenario::{Rubric, read::read};
use crate::solver::{LIMIT, solve};

/// A whole conversation with `seed` whose choices come from a stream of their own.
fn played(scenario: &Scenario, seed: u64) -> Conversation {
    let mut conversation = Conversation::begin(scenario, seed, None).unwrap();
    let mut draw = Draw::of_turn(!seed, 0);
    while let Some(open) = conversation.open() {
        let position = usize::try_from(draw.below(open.shown.len() as u64)).unwrap();
        conversation.handle(scenario, Event::Say(position));
    }
    conversation
}

fn example() -> Scenario {
    read(include_str!("../../tests/fixtures/example.ron"), &Rubric::default()).unwrap()
}

#[test]
fn a_conversation_that_is_not_over_has_no_debrief() {
    let scenario = example();
    let conversation = Conversation::begin(&scenario, 1, None).unwrap();
    assert_eq!(debrief(&scenario, &solve(&scenario, LIMIT).unwrap(), &conversation), None);
}

#[test]
fn always_the_better_line_scores_100_and_is_best_throughout() {
    let scenario = example();
    let solved = solve(&scenario, LIMIT).unwrap();
    for seed in 0..200 {
        let mut conversation = Conversation::begin(&scenario, seed, None).unwrap();
        while conversation.open().is_some() {
            // The line that a debrief names as better is found by trying: a wrong first choice tells it.
            let mut tried = conversation.clone();
            let number = tried.transcript().turns.len();
            tried.handle(&scenario, Event::Say(0));
            while tried.open().is_some() {
                tried.handle(&scenario, Event::Say(0));
            }
            let better = debrief(&scenario, &solved, &tried).unwrap().decisions[number].better;
            conversation.handle(&scenario, Event::Say(better));
        }
        let told = debrief(&scenario, &solved, &conversation).unwrap();
        assert_eq!(told.score, Some(100.0), "{seed}");
        assert!(told.decisions.iter().all(|decision| decision.verdict == Verdict::Best));
    }
}

#[test]
fn of_lines_that_come_to_the_same_the_first_in_the_file_is_the_better_one() {
    let line = |says: &str, marks: &str, then: &str| format!("FollowUp(says: \"{says}\", {marks} then: \"{then}\"),");
    let lines = [
        line("No marks.", "", "sold"),
        line("Marks that come to nothing.", "marks: (hero: +1, why: -1),", "sold"),
        line("Worse.", "", "gone"),
    ];
    let text = format!(
        "Scenario(format: 1, title: \"t\", customer: Customer(name: \"a\", role: \"b\", company: \"c\", \
         situation: \"d\", cares_about: [], hero: \"e\", openness: 5), opening: Question(says: \"q\", then: \"m\"), \
         moments: {{\"m\": Moment(replies: [Reply(kind: TellMeMore, says: \"r\", follow_ups: [{}])])}}, endings: \
         {{\"sold\": Ending(outcome: Order, says: \"s\"), \"gone\": Ending(outcome: NoSale, says: \"n\")}})",
        lines.concat()
    );
    let scenario = read(&text, &Rubric::default()).unwrap();
    let solved = solve(&scenario, LIMIT).unwrap();
    for seed in 0..20 {
        let mut conversation = Conversation::begin(&scenario, seed, None).unwrap();
        conversation.handle(&scenario, Event::Say(0));
        let told = debrief(&scenario, &solved, &conversation).unwrap();
        let decision = &told.decisions[0];
        assert_eq!(decision.follow_ups[decision.better].follow_up, 0, "{seed}");
    }
}

#[test]
fn skill_bars_run_from_the_least_to_the_most_that_was_on_offer() {
    let scenario = example();
    let solved = solve(&scenario, LIMIT).unwrap();
    for seed in 0..200 {
        let told = debrief(&scenario, &solved, &played(&scenario, seed)).unwrap();
        assert!(told.skills.iter().all(|bar| (0.0..=1.0).contains(&bar.share)), "{seed}");
    }
}

proptest! {
    #[test]
    fn the_result_is_what_was_expected_plus_luck_less_losses(shape in any_shape(), seed in any::<u64>()) {
        let scenario = scenario_of(shape);
        let solved = solve(&scenario, LIMIT).unwrap();
        let told = debrief(&scenario, &solved, &played(&scenario, seed)).unwrap();
        let lost: f64 = told.decisions.iter().map(|decision| decision.loss).sum();
        let expected = solved.best() + told.luck - lost;
        prop_assert!((told.result - expected).abs() < 1e-9, "{} {}", told.result, expected);
    }

    #[test]
    fn the_costs_add_up_to_what_is_missing_from_100(shape in any_shape(), seed in any::<u64>()) {
        let scenario = scenario_of(shape);
        let solved = solve(&scenario, LIMIT).unwrap();
        let told = debrief(&scenario, &solved, &played(&scenario, seed)).unwrap();
        let spent: f64 = told.decisions.iter().map(|decision| decision.cost).sum();
        if let Some(score) = told.score {
            prop_assert!((score - (100.0 - spent).max(0.0)).abs() < 1e-9);
        }
        for decision in &told.decisions {
            prop_assert!(decision.loss >= 0.0);
            prop_assert!((decision.cost - decision.now - decision.later).abs() < 1e-9);
            let best = decision.follow_ups[decision.better];
            prop_assert!(decision.follow_ups.iter().all(|valued| valued.value <= best.value + 1e-9));
        }
    }
}
