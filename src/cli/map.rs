//! `tellmore map`: a scenario as a picture.

use super::args::{Global, Map, MapFormat};
use super::exit::Exit;
use super::out::Out;
use super::read;
use crate::export::{map_json, tree};
use crate::solver::{Figures, solve};

/// The columns of a tree that goes to a file or a pipe.
const WIDTH: usize = 120;

/// Prints the picture.
pub(super) fn run(global: &Global, asked: &Map, out: &mut Out) -> anyhow::Result<Exit> {
    let found = read::scenario(global, &asked.scenario)?;
    let scenario = &found.loaded.scenario;
    // A picture without figures is still a picture, so too many states are told and not refused.
    let figures = match solve(scenario, global.max_states()) {
        Ok(solved) => Some(Figures::of(scenario, &solved)),
        Err(too_large) => {
            out.tell(&format!("tellmore: {too_large}: the picture comes without figures.\n"));
            None
        }
    };
    match asked.format {
        MapFormat::Json => out.json(&map_json::map(scenario, figures.as_ref()))?,
        MapFormat::Tree => out.say(&tree::tree(scenario, figures.as_ref(), out.width().unwrap_or(WIDTH)))?,
    }
    Ok(Exit::Done)
}
