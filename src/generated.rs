//! Scenarios for tests: arbitrary ones, and a few of a known shape.

use proptest::prelude::*;

use crate::scenario::{Rubric, Scenario, read::read};

#[path = "../tests/support/generate.rs"]
pub(crate) mod generate;

pub(crate) use generate::{Shape, generate, hub as hub_text};

/// Shapes of scenarios small enough to solve without merging, mostly.
pub(crate) fn any_shape() -> impl Strategy<Value = Shape> {
    (1..6_usize, 1..4_usize, 2..4_usize, 0..4_usize, any::<u64>())
        .prop_map(|(moments, replies, lines, facts, seed)| Shape { moments, replies, lines, facts, seed })
}

/// The scenario of `shape`, read.
pub(crate) fn scenario_of(shape: Shape) -> Scenario {
    let text = generate(shape);
    read(&text, &Rubric::default()).unwrap_or_else(|problems| panic!("{problems:#?}\n{text}"))
}

/// A moment of `questions` lines that all lead back to it, and `ways` lines that lead out.
pub(crate) fn hub(questions: usize, ways: usize) -> Scenario {
    read(&hub_text(questions, ways), &Rubric::default()).unwrap()
}
