//! The scenarios that ship keep their promises: what the pack covers, what each of them has, and what each says when it
//! is walked through.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "pack/promises.rs"]
mod promises;
#[path = "pack/transcript.rs"]
mod transcript;
#[path = "pack/walkthroughs.rs"]
mod walkthroughs;

use std::fs;
use std::path::{Path, PathBuf};

use tellmore::scenario::{Rubric, Scenario, read};
use tellmore::solver::{LIMIT, Solved, solve};

/// A scenario that ships, with its values.
struct Shipped {
    stem: String,
    scenario: Scenario,
    solved: Solved,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All scenarios that ship, by stem.
fn pack() -> Vec<Shipped> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(root().join("scenarios")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.file_name().is_some_and(|name| name != "pack.ron"));
    paths.sort();
    paths.iter().map(|path| shipped(path)).collect()
}

fn shipped(path: &Path) -> Shipped {
    let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
    let text = fs::read_to_string(path).unwrap();
    let scenario = read(&text, &Rubric::default()).unwrap_or_else(|problems| panic!("{stem}: {problems:?}"));
    let solved = solve(&scenario, LIMIT).unwrap_or_else(|error| panic!("{stem}: {error}"));
    Shipped { stem, scenario, solved }
}
