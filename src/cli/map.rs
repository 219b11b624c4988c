//! `tellmore map`: a scenario as a picture.

use super::args::{Global, Map, MapFormat};
use super::exit::Exit;
use super::out::Out;
use super::read;
use super::wait::waiting;
use crate::export::{dot, html, map_json, mermaid, svg, tree};
use crate::scenario::Scenario;
use crate::solver::{Figures, solve};

/// The columns of a tree that goes to a file or a pipe.
const WIDTH: usize = 120;

/// Prints the picture.
pub(super) fn run(global: &Global, asked: &Map, out: &mut Out) -> anyhow::Result<Exit> {
    read::tell_passed_over(global, &asked.scenario);
    let found = read::scenario(global, &asked.scenario)?;
    let scenario = &found.loaded.scenario;
    match asked.format {
        MapFormat::Json => out.json(&map_json::map(scenario, figures(global, scenario, out).as_ref()))?,
        MapFormat::Tree => {
            let figures = figures(global, scenario, out);
            out.say(&tree::tree(scenario, figures.as_ref(), out.width().unwrap_or(WIDTH)))?;
        }
        MapFormat::Mermaid => out.say(&mermaid::mermaid(scenario))?,
        MapFormat::Dot => out.say(&dot::dot(scenario))?,
        MapFormat::Svg => out.say(&svg::svg(scenario))?,
        MapFormat::Html => out.say(&html::html(scenario, figures(global, scenario, out).as_ref()))?,
    }
    Ok(Exit::Done)
}

/// The figures of `scenario`. A picture without them is still a picture, so too many states are told and not refused.
fn figures(global: &Global, scenario: &Scenario, out: &Out) -> Option<Figures> {
    match waiting("working out what each line is worth …", || solve(scenario, global.max_states())) {
        Ok(solved) => Some(Figures::of(scenario, &solved)),
        Err(too_large) => {
            out.tell(&format!("tellmore: {too_large}: the picture comes without figures.\n"));
            None
        }
    }
}
