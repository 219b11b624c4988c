mod balance;

use std::collections::HashMap;

use proptest::prelude::*;

use super::*;
use crate::conversation::{Spot, State};
use crate::generated::{self, any_shape, scenario_of};
use crate::scenario::{FollowUp, Rubric, read::read};

fn example() -> Scenario {
    read(include_str!("../../tests/fixtures/example.ron"), &Rubric::default()).unwrap()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + a.abs().max(b.abs()))
}

/// V, W and guessing by the rules of the conversation alone: every state on its own, nothing merged.
struct Plain<'s> {
    scenario: &'s Scenario,
    known: HashMap<String, Worth>,
    most: usize,
}

impl Plain<'_> {
    fn worth(&mut self, state: &State) -> Option<Worth> {
        let moment = match state.spot {
            Spot::Ended(id) => {
                let worth = f64::from(self.scenario.ending(id).worth);
                return Some(Worth { best: worth, worst: worth, guessing: worth });
            }
            Spot::Stuck(_) => return Some(Worth::default()),
            Spot::Moment(id) => id,
        };
        let key = format!("{state:?}");
        if let Some(&worth) = self.known.get(&key) {
            return Some(worth);
        }
        if self.known.len() > self.most {
            return None;
        }
        let live = state.live(self.scenario, moment);
        let all_odds: f64 = live.iter().map(|&(_, odds)| f64::from(odds)).sum();
        let mut sum = Worth::default();
        for (reply, odds) in live {
            let reply = &self.scenario.moment(moment).replies[reply];
            let mut heard = state.clone();
            heard.hear(reply);
            let on_offer = heard.on_offer(moment, reply);
            let lines: Vec<&FollowUp> = on_offer.iter().map(|&index| &reply.follow_ups[index]).collect();
            let most = lines.iter().map(|line| self.scenario.weighed(line)).fold(f64::NEG_INFINITY, f64::max);
            let mut here = Worth { best: f64::NEG_INFINITY, worst: f64::INFINITY, guessing: 0.0 };
            for line in &lines {
                let mut next = heard.clone();
                next.say(self.scenario, moment, line);
                let next = self.worth(&next)?;
                let points = self.scenario.weighed(line) - most;
                here.best = here.best.max(points + next.best);
                here.worst = here.worst.min(points + next.worst);
                here.guessing += (points + next.guessing) / lines.len() as f64;
            }
            let share = f64::from(odds) / all_odds;
            sum.best += share * here.best;
            sum.worst += share * here.worst;
            sum.guessing += share * here.guessing;
        }
        self.known.insert(key, sum);
        Some(sum)
    }
}

#[test]
fn the_example_gives_the_figures_of_the_design() {
    let scenario = example();
    let figures = Figures::of(&scenario, &solve(&scenario, LIMIT).unwrap());
    let scores =
        figures.strategies.iter().map(|&(strategy, score)| format!("{} {:.2}", strategy.key(), score.unwrap()));
    assert_eq!(
        format!(
            "V {:.4}, W {:.4}, par {:.2}, depth {:.2}, {}",
            figures.best,
            figures.worst,
            figures.par.unwrap(),
            figures.depth.unwrap(),
            scores.collect::<Vec<_>>().join(", ")
        ),
        "V 15.0000, W -13.1875, par 27.71, depth 13.58, longest 26.39, shortest 17.74, most_questions 35.66, \
         fewest_questions 24.22, most_you 29.12, fewest_you 14.65"
    );
}

#[test]
fn past_the_limit_there_is_an_error_with_the_figure_and_no_number() {
    let scenario = example();
    let states = solve(&scenario, LIMIT).unwrap().states();
    assert!(solve(&scenario, states).is_ok());
    let error = solve(&scenario, states - 1).unwrap_err();
    assert_eq!(error, TooLarge::States { limit: states - 1 });
    assert!(error.to_string().contains(&(states - 1).to_string()));
}

#[test]
fn a_hub_of_questions_is_merged_to_what_can_still_differ() {
    let hub = generated::hub(14, 3);
    let solved = solve(&hub, LIMIT).unwrap();
    // Fourteen questions in any order make 2^14 sets of lines said; openness never changes here.
    assert!(solved.states() <= 1 << 14, "{}", solved.states());
}

#[test]
fn a_hub_of_too_many_questions_is_refused_and_does_not_hang() {
    assert_eq!(solve(&generated::hub(25, 1), 100_000).unwrap_err(), TooLarge::States { limit: 100_000 });
}

#[test]
fn a_circle_of_more_lines_than_fit_into_the_memory_is_refused_before_it_is_laid_out() {
    let refused = solve(&generated::hub(60_000, 1), LIMIT).unwrap_err();
    assert!(matches!(refused, TooLarge::Memory { .. }), "{refused}");
    assert!(refused.to_string().contains("more than 1024 MiB"), "{refused}");
}

#[test]
fn guessing_by_drawing_comes_near_guessing_by_reckoning() {
    let scenario = example();
    let solved = solve(&scenario, LIMIT).unwrap();
    let mut scores = Vec::new();
    Sampler::of(&solved).unwrap().run(7, 200_000, |score| scores.push(f64::from(score)));
    let mean = scores.iter().sum::<f64>() / scores.len() as f64;
    let variance = scores.iter().map(|score| (score - mean).powi(2)).sum::<f64>() / scores.len() as f64;
    let error = (variance / scores.len() as f64).sqrt();
    assert!((mean - solved.par().unwrap()).abs() < 4.0 * error, "{mean} ± {error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn merging_changes_no_value(shape in any_shape()) {
        let scenario = scenario_of(shape);
        let mut plain = Plain { scenario: &scenario, known: HashMap::new(), most: 3_000 };
        let worth = plain.worth(&State::start(&scenario));
        prop_assume!(worth.is_some());
        let worth = worth.unwrap();
        let solved = solve(&scenario, LIMIT).unwrap();
        prop_assert!(solved.states() <= plain.known.len(), "{} merged, {} not", solved.states(), plain.known.len());
        prop_assert!(near(solved.best(), worth.best), "{} {}", solved.best(), worth.best);
        prop_assert!(near(solved.worst(), worth.worst), "{} {}", solved.worst(), worth.worst);
        prop_assert!(near(solved.guessing(), worth.guessing), "{} {}", solved.guessing(), worth.guessing);
    }
}

#[test]
fn values_that_are_not_wanted_any_more_are_left_where_they_are() {
    let asked = std::cell::Cell::new(0);
    let go_on = || {
        asked.set(asked.get() + 1);
        asked.get() < 3
    };
    assert_eq!(solve_while(&generated::hub(25, 1), LIMIT, &go_on), None);
    assert_eq!(asked.get(), 3);
    let no_and_then_yes = || asked.replace(asked.get() + 1) > 3;
    assert_eq!(solve_while(&generated::hub(8, 1), LIMIT, &no_and_then_yes), None, "no is no");
}
