//! How long a scenario takes to check, from its text to its last problem, against ron alone reading the same text into
//! structs with nothing checked.

#[path = "../tests/support/plain.rs"]
mod plain;
#[path = "../tests/support/scale.rs"]
mod scale;

use std::sync::LazyLock;

use divan::counter::{BytesCount, ItemsCount};
use tellmore::check::check;
use tellmore::scenario::{Rubric, read};
use tellmore::solver::{LIMIT, solve};

static LARGE: LazyLock<String> = LazyLock::new(|| scale::scale(1_000, 1));
const EXAMPLE: &str = include_str!("../tests/fixtures/example.ron");

fn main() {
    println!("1,000 moments: {} problems; the example: {}", problems(&LARGE), problems(EXAMPLE));
    divan::main();
}

/// Reads `text`, works out its values and checks it; returns how many problems were found.
fn problems(text: &str) -> usize {
    let scenario = match read::read(text, &Rubric::default()) {
        Ok(scenario) => scenario,
        Err(problems) => return problems.len(),
    };
    let values = solve(&scenario, LIMIT);
    check(&scenario, values.as_ref().map_err(|too_large| *too_large)).problems.len()
}

#[divan::bench]
fn plain_1000_moments(bencher: divan::Bencher<'_, '_>) {
    bencher.counter(BytesCount::of_str(&**LARGE)).bench(|| plain::plain(&LARGE).map_err(|error| error.to_string()));
}

#[divan::bench]
fn check_1000_moments(bencher: divan::Bencher<'_, '_>) {
    bencher.counter(BytesCount::of_str(&**LARGE)).bench(|| problems(&LARGE));
}

#[divan::bench(sample_count = 10)]
fn check_1000_files(bencher: divan::Bencher<'_, '_>) {
    const FILES: usize = 1_000;
    bencher
        .counter(ItemsCount::new(FILES))
        .bench(|| (0..FILES).map(|_| problems(divan::black_box(EXAMPLE))).sum::<usize>());
}
