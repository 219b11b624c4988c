//! How long a scenario takes to read, against ron alone reading the same text into structs with nothing checked.

#[path = "../tests/support/plain.rs"]
mod plain;
#[path = "../tests/support/scale.rs"]
mod scale;

use std::sync::LazyLock;

use divan::counter::BytesCount;
use tellmore::scenario::{Rubric, read};

static LARGE: LazyLock<String> = LazyLock::new(|| scale::scale(1_000, 1));
const EXAMPLE: &str = include_str!("../tests/fixtures/example.ron");

fn main() {
    divan::main();
}

#[divan::bench]
fn plain_1000_moments(bencher: divan::Bencher<'_, '_>) {
    bencher.counter(BytesCount::of_str(&**LARGE)).bench(|| plain::plain(&LARGE).map_err(|error| error.to_string()));
}

#[divan::bench]
fn read_1000_moments(bencher: divan::Bencher<'_, '_>) {
    let rubric = Rubric::default();
    bencher.counter(BytesCount::of_str(&**LARGE)).bench(|| read::read(&LARGE, &rubric).map_err(|found| found.len()));
}

#[divan::bench]
fn plain_example(bencher: divan::Bencher<'_, '_>) {
    bencher.counter(BytesCount::of_str(EXAMPLE)).bench(|| plain::plain(EXAMPLE).map_err(|error| error.to_string()));
}

#[divan::bench]
fn read_example(bencher: divan::Bencher<'_, '_>) {
    let rubric = Rubric::default();
    bencher.counter(BytesCount::of_str(EXAMPLE)).bench(|| read::read(EXAMPLE, &rubric).map_err(|found| found.len()));
}
