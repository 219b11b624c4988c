//! How fast values are worked out, and conversations are drawn from them.

#![allow(clippy::panic, reason = "a benchmark on a scenario that cannot be read has nothing to measure")]

#[path = "../tests/support/generate.rs"]
mod generate;
#[path = "../tests/support/scale.rs"]
mod scale;

use std::sync::LazyLock;

use divan::counter::ItemsCount;
use tellmore::scenario::{Rubric, Scenario, read::read};
use tellmore::solver::{Balance, LIMIT, Sampler, Tally, solve};

fn scenario(text: &str) -> Scenario {
    read(text, &Rubric::default()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

static LARGE: LazyLock<Scenario> = LazyLock::new(|| scenario(&scale::scale(1_000, 1)));
static PEOPLE: LazyLock<Scenario> = LazyLock::new(|| scenario(&generate::people(3, 4, 2)));
static HUB: LazyLock<Scenario> = LazyLock::new(|| scenario(&generate::hub(17, 3)));

fn main() {
    for (name, scenario) in [("1,000 moments", &LARGE), ("three people", &PEOPLE), ("a hub", &HUB)] {
        let states = solve(scenario, LIMIT).map(|solved| solved.states());
        println!("{name}: {states:?} states");
    }
    divan::main();
}

#[divan::bench]
fn solve_1000_moments(bencher: divan::Bencher<'_, '_>) {
    bencher.bench(|| solve(&LARGE, LIMIT).map(|solved| solved.best()));
}

#[divan::bench(sample_count = 10)]
fn solve_three_people(bencher: divan::Bencher<'_, '_>) {
    let states = solve(&PEOPLE, LIMIT).map_or(0, |solved| solved.states());
    bencher.counter(ItemsCount::new(states)).bench(|| solve(&PEOPLE, LIMIT).map(|solved| solved.best()));
}

#[divan::bench(sample_count = 10)]
fn solve_a_hub(bencher: divan::Bencher<'_, '_>) {
    let states = solve(&HUB, LIMIT).map_or(0, |solved| solved.states());
    bencher.counter(ItemsCount::new(states)).bench(|| solve(&HUB, LIMIT).map(|solved| solved.best()));
}

#[divan::bench(sample_count = 10)]
fn draw_a_million_conversations(bencher: divan::Bencher<'_, '_>) {
    let sampler = solve(&LARGE, LIMIT).ok().and_then(|solved| Sampler::of(&solved));
    bencher.counter(ItemsCount::new(1_000_000_usize)).bench(|| {
        let mut sum = 0.0;
        if let Some(sampler) = &sampler {
            sampler.run(1, 1_000_000, |score| sum += f64::from(score));
        }
        sum
    });
}

#[divan::bench(sample_count = 10)]
fn count_a_million_conversations(bencher: divan::Bencher<'_, '_>) {
    let solved = solve(&LARGE, LIMIT).ok();
    let sampler = solved.as_ref().map(Sampler::of_turns);
    bencher.counter(ItemsCount::new(1_000_000_usize)).bench(|| {
        let (Some(solved), Some(sampler)) = (&solved, &sampler) else { return None };
        let mut tally = Tally::new(sampler, solved, 1);
        tally.draw(1_000_000);
        tally.sampled(&LARGE, solved)
    });
}

#[divan::bench(sample_count = 10)]
fn balance_three_people(bencher: divan::Bencher<'_, '_>) {
    let solved = solve(&PEOPLE, LIMIT).ok();
    bencher.bench(|| solved.as_ref().map(|solved| Balance::of(&PEOPLE, solved).guessing.turns));
}
