//! What is reckoned forward agrees with what was worked back, and what is drawn comes near both.

use super::*;
use crate::scenario::Level;
use crate::solver::Strategy;

fn sum(figures: impl IntoIterator<Item = f64>) -> f64 {
    figures.into_iter().sum()
}

fn rank<'s>(scenario: &Scenario, solved: &'s Solved, play: Play) -> Box<dyn Fn(&explore::Way) -> f64 + 's> {
    match play {
        Play::Guessing => Box::new(visits::guess),
        Play::Best => Box::new(|way| solved.rank(way)),
        Play::Habit(strategy) => {
            let appeals = strategy::Appeals::of(scenario, &solved.compiled);
            Box::new(move |way| appeals.to(strategy)(way.follow_up))
        }
    }
}

fn plays() -> Vec<Play> {
    [Play::Guessing, Play::Best].into_iter().chain(Strategy::ALL.map(Play::Habit)).collect()
}

#[test]
fn the_lines_of_the_example_have_the_figures_that_can_be_reckoned_by_hand() {
    let scenario = example();
    let solved = solve(&scenario, LIMIT).unwrap();
    let balance = Balance::of(&scenario, &solved);
    let costs = balance.costs.unwrap();
    // Openness 4 gives odds 2, 3, 2 and 1: three lines to the first of them, and two to the second.
    assert!(near(balance.guessing.lines[0].offered, 0.25) && near(balance.guessing.lines[0].said, 0.25 / 3.0));
    assert!(near(balance.best.lines[0].said, 0.25) && near(balance.best.lines[1].said, 0.0));
    assert!(near(costs[1].unwrap(), 100.0 * 9.5 / 28.1875), "{costs:?}");
    assert!(near(balance.guessing.replies[1], 0.375));
    // At openness 4 a conversation begins, with one turn; best play is open from then on.
    assert!(near(sum(balance.best.turns_in), balance.best.turns) && balance.best.turns_in[0] == 0.0);
    // Whoever guesses says the second line of three as often as each of the others, and the first has better marks.
    let [first, second, _] = [0, 1, 2].map(|line| balance.guessing.lines[line]);
    assert!(first.against_marks == 0.0 && near(second.against_marks, second.said));
    let (longest, shares) = &balance.shares[0];
    assert_eq!(*longest, Strategy::Longest);
    assert_eq!(format!("{:.4}", sum(shares.iter().copied())), "-1.3223");
}

#[test]
fn a_dead_end_is_counted_apart_from_endings() {
    let text = include_str!("../../../tests/fixtures/example.ron");
    // Without the lines that need nothing, "the gap" leaves nothing to say to those who did not ask who decides.
    let (before, gap) = text.split_once("\"the gap\": Moment(").unwrap();
    let (_, after) = gap.split_once("endings: {").unwrap();
    let line = "FollowUp(says: \"A\", needs: [\"who decides\"], then: \"next step\")";
    let reply = format!("Reply(kind: TellMeMore, says: \"B\", follow_ups: [{line}])");
    let text = format!("{before}\"the gap\": Moment(replies: [{reply}]),\n}},\nendings: {{{after}");
    let scenario = read(&text, &Rubric::default()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let solved = solve(&scenario, LIMIT).unwrap();
    let expected = Expected::of(&scenario, &solved, Play::Guessing);
    assert!(expected.stuck > 0.01 && expected.stuck < 1.0, "{expected:?}");
    assert!(near(expected.endings.iter().sum::<f64>() + expected.stuck, 1.0));
    hold_near(&scenario, &solved, 50_000);
}

#[test]
fn levels_ask_for_depth() {
    let scenario = example();
    let mut figures = Figures::of(&scenario, &solve(&scenario, LIMIT).unwrap());
    assert_eq!(Level::ALL.map(|level| figures.depth_missed(level)), [None, None, None]);
    figures.depth = Some(3.0);
    assert_eq!(Level::ALL.map(|level| figures.depth_missed(level)), [None, Some(4.0), Some(10.0)]);
}

#[test]
fn counted_draws_are_the_draws_of_the_scores_however_they_are_parted() {
    let scenario = example();
    let solved = solve(&scenario, LIMIT).unwrap();
    let sampler = Sampler::of(&solved).unwrap();
    let mut whole = Tally::new(&sampler, &solved, 3);
    assert_eq!(whole.sampled(&scenario, &solved), None);
    whole.draw(10_000);
    let whole = whole.sampled(&scenario, &solved).unwrap();
    let mut parted = Tally::new(&sampler, &solved, 3);
    [1, 0, 99, 9_900].into_iter().for_each(|runs| parted.draw(runs));
    assert_eq!(parted.sampled(&scenario, &solved).unwrap(), whole);
    let (mut mean, mut tens) = (0.0, [0; Sampled::BUCKETS]);
    sampler.run(3, 10_000, |score| {
        mean += f64::from(score) / 10_000.0;
        tens[((f64::from(score) + 1e-3).max(0.0) / 10.0).min(9.0) as usize] += 1;
    });
    assert!((whole.score.unwrap().mean - mean).abs() < 1e-6);
    assert_eq!(whole.spread, tens);
}

/// Holds every count of `runs` draws to what is expected. A line that is offered at several turns counts more than once
/// in one conversation, so its spread is bounded by that of the turns.
fn hold_near(scenario: &Scenario, solved: &Solved, runs: u32) {
    let sampler = Sampler::of_turns(solved);
    let mut tally = Tally::new(&sampler, solved, 11);
    tally.draw(runs);
    let sampled = tally.sampled(scenario, solved).unwrap();
    let expected = Expected::of(scenario, solved, Play::Guessing);
    let runs = f64::from(runs);
    let most = f64::from(sampled.shortest_and_longest.1).max(1.0);
    let hold = |what: &str, counted: f64, chance: f64| {
        let error = (most * chance * runs).sqrt().max(1.0);
        assert!((counted - chance * runs).abs() <= 6.0 * error, "{what}: {counted} of {runs}, {chance} expected");
        assert!(counted <= 0.0 || chance > 0.0, "{what} cannot happen");
    };
    for (counted, exact) in sampled.lines.iter().zip(&expected.lines) {
        hold("offered", counted.0 as f64, exact.offered);
        hold("said", counted.1 as f64, exact.said);
    }
    sampled.replies.iter().zip(&expected.replies).for_each(|(counted, exact)| hold("reply", *counted as f64, *exact));
    sampled.endings.iter().zip(&expected.endings).for_each(|(counted, exact)| hold("end", f64::from(*counted), *exact));
    hold("stuck", f64::from(sampled.stuck), expected.stuck);
    let turns = sampled.turns;
    assert!((turns.mean - expected.turns).abs() <= 6.0 * turns.error.unwrap() + 1e-9, "{turns:?} {}", expected.turns);
    if let (Some(score), Some(par)) = (sampled.score, solved.par()) {
        assert!((score.mean - par).abs() <= 6.0 * score.error.unwrap() + 1e-3, "{score:?} {par}");
        assert_eq!(sampled.spread.iter().sum::<u32>(), sampled.drawn);
    }
}

#[test]
fn what_is_counted_in_the_example_comes_near_what_is_exact() {
    let scenario = example();
    let solved = solve(&scenario, LIMIT).unwrap();
    hold_near(&scenario, &solved, 200_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn what_is_counted_comes_near_what_is_exact(shape in any_shape()) {
        let scenario = scenario_of(shape);
        let solved = solve(&scenario, LIMIT).unwrap();
        prop_assume!(solved.states() < 2_000);
        hold_near(&scenario, &solved, 2_000);
    }

    #[test]
    fn every_conversation_is_accounted_for(shape in any_shape()) {
        let scenario = scenario_of(shape);
        let solved = solve(&scenario, LIMIT).unwrap();
        prop_assume!(solved.states() < 20_000);
        for play in plays() {
            let expected = Expected::of(&scenario, &solved, play);
            let ends = sum(expected.endings.iter().copied()) + expected.stuck;
            prop_assert!(near(ends, 1.0), "{play:?}: {ends}");
            prop_assert!(near(sum(expected.lines.iter().map(|line| line.said)), expected.turns), "{play:?}");
            prop_assert!(near(sum(expected.turns_in), expected.turns), "{play:?}");
            prop_assert!(near(sum(expected.replies.iter().copied()), expected.turns), "{play:?}");
            prop_assert!(expected.lines.iter().all(|line| line.said <= line.offered + 1e-9), "{play:?}");
            prop_assert!(expected.lines.iter().all(|line| line.said <= 1.0 + 1e-9), "{play:?}");
            // A conversation is at its start once, and the turns of the start come first.
            let start = solved.graph.states[solved.start as usize];
            let (mut left, mut at_start) = (start.groups_end - start.groups, 0.0);
            visits::pass(&solved, rank(&scenario, &solved, play), |turn| {
                at_start += if left > 0 { turn.chance } else { 0.0 };
                left = left.saturating_sub(1);
            });
            prop_assert!(near(at_start, 1.0), "{play:?}: {at_start}");
        }
    }

    #[test]
    fn what_lines_cost_and_give_away_adds_up_to_the_scores(shape in any_shape()) {
        let scenario = scenario_of(shape);
        let solved = solve(&scenario, LIMIT).unwrap();
        prop_assume!(solved.states() < 20_000);
        let (figures, balance) = Balance::and_figures(&scenario, &solved);
        prop_assert_eq!((&figures, &balance), (&Figures::of(&scenario, &solved), &Balance::of(&scenario, &solved)));
        let numbers = places::Numbers::of(&scenario, &solved.compiled);
        let mut losses = shares::Sums::of(&numbers);
        visits::pass(&solved, |way| solved.rank(way), |turn| losses.add_losses(&solved, turn));
        let best = sum(losses.sums);
        prop_assert!(best.abs() < 1e-6, "best play loses {best}");
        let Some(par) = figures.par else {
            prop_assert!(balance.costs.is_none() && balance.shares.is_empty());
            return Ok(());
        };
        let said = balance.guessing.lines.iter().map(|line| line.said);
        let costs = balance.costs.unwrap();
        let lost = sum(said.zip(&costs).map(|(said, cost)| said * cost.unwrap_or(0.0)));
        prop_assert!((lost - (100.0 - par)).abs() < 1e-6, "{lost} {par}");
        prop_assert!(costs.iter().flatten().all(|&cost| cost >= 0.0));
        for ((strategy, shares), (_, score)) in balance.shares.iter().zip(&figures.strategies) {
            let gained = sum(shares.iter().copied());
            prop_assert!((gained - (score.unwrap() - par)).abs() < 1e-6, "{strategy:?}: {gained} {score:?} {par}");
        }
    }
}
